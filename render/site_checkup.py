"""The set-up of the pages, looked at and left as it is: a site folder in, what is wrong with its own files out."""
import contextlib
import datetime as dt
import re
import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from jinja2 import TemplateSyntaxError

from . import PACKAGED, SiteError
from .languages import languages
from .notify_rules import Notify
from .pages import Pages, SiteLook
from .senders import target_of

EXTRAS = {"search": ("pagefind", "pagefind_bin"), "arrow": ("pyarrow",), "notify": ("apprise",),
          "postgres": ("psycopg",)}
_CRON = re.compile(r"""^\s*-\s*cron:\s*["']?(.*)""", re.MULTILINE)
_AT = re.compile(r"([0-5]?\d)\s+([01]?\d|2[0-3])\s")


def template_mistakes(folders: Sequence[Path]) -> tuple[list[tuple[str, int, str]], int]:
    """Every template of these folders and the packaged ones that cannot be compiled, and how many there are."""
    pages = Pages(SiteLook(), dt.datetime.min.replace(tzinfo=dt.UTC), templates=folders)
    mistakes: list[tuple[str, int, str]] = []
    files = [path for folder in (*folders, PACKAGED / "templates") for path in sorted(folder.rglob("*"))
             if path.is_file() and not path.name.startswith(".")]
    for path in files:
        try:
            pages.compile(path.read_text("utf-8"))
        except TemplateSyntaxError as error:
            mistakes.append((str(path), error.lineno, str(error.message)))
        except (OSError, UnicodeDecodeError) as error:
            mistakes.append((str(path), 1, f"cannot be read ({type(error).__name__})"))
    return mistakes, len(files)


def language_mistake(first: str, wanted: Sequence[str], folders: Sequence[Path]) -> str:
    """What is wrong with the catalogues of the site's languages, "" where nothing."""
    try:
        languages(first, wanted, folders)
    except SiteError as error:
        return str(error)
    return ""


def target_mistakes(rules: Sequence[Notify], environ: Mapping[str, str]) -> dict[str, str]:
    """By the name of each rule, why nothing can be sent to its target, "" where it can. Sends nothing."""
    mistakes = dict.fromkeys((rule.name for rule in rules), "")
    for rule in rules:
        try:
            target_of(rule, environ)
        except SiteError as error:
            mistakes[rule.name] = str(error)
    return mistakes


def scheduled(folder: Path) -> list[dt.time]:
    """At which times of a day, in UTC, the tracker's own workflows start; none where one starts more often."""
    crons: list[str] = []
    for path in (folder / ".github" / "workflows").glob("*.y*ml"):
        with contextlib.suppress(OSError, UnicodeDecodeError):
            crons += _CRON.findall(path.read_text("utf-8"))
    fixed = [_AT.match(each) for each in crons]
    return sorted({dt.time(int(each[2]), int(each[1])) for each in fixed if each}) if all(fixed) else []


def extras() -> dict[str, bool]:
    """By extra, whether all it needs is installed."""
    return {extra: all(find_spec(name) is not None for name in names) for extra, names in EXTRAS.items()}


def chromium() -> str:
    """Where Chromium is, "" where nowhere."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
