"""A new tracker: a folder and a few answers in, every file that an editor begins with out. Nothing is written over."""
import re
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from . import PACKAGED, SiteError
from .cases import load_config
from .tracker import toml_value, write_whole

STARTER = PACKAGED / "starter"
PLACES = {"gitignore": ".gitignore", "github": ".github"}
"""What is packed without the dot that its name begins with."""
MAY_BE_THERE = frozenset({".git", "README.md", "LICENSE", ".gitignore", ".gitattributes"})
"""What a new repository holds before a tracker is made in it. It stays as it is."""


class Answers(NamedTuple):
    """What a new tracker is told of itself; "" leaves the default."""

    name: str = ""
    contact: str = ""
    language: str = ""
    base_url: str = ""


def init(folder: Path, answers: Answers = Answers()) -> list[Path]:  # noqa: B008 - it cannot be changed
    """Start an empty tracker; return the files made. SiteError where `folder` holds one, or anything that is no part
    of a new repository, or an answer cannot be used: then nothing is made."""
    if folder.exists() and (not folder.is_dir() or any(each.name not in MAY_BE_THERE for each in folder.iterdir())):
        raise SiteError(f"{folder} is not empty: give a new tracker a folder of its own.")
    config = with_answers(own_config((PACKAGED / "config.toml").read_text("utf-8")), answers)
    files = {folder / "config.toml": config, folder / "corrections.toml": _packed("corrections.toml")}
    for path in sorted(each for each in STARTER.rglob("*") if each.is_file()):
        first, *rest = path.relative_to(STARTER).parts
        text = path.read_text("utf-8").replace("@NAME@", _one_line(answers.name) or "A tracker")
        files[folder.joinpath(PLACES.get(first, first), *rest)] = text.replace("@VERSION@", version("writwatch"))
    _refuse_mistakes(config)
    return write_whole({path: text for path, text in files.items() if not path.exists()})


def _refuse_mistakes(text: str) -> None:
    """Raise SiteError where an answer makes no good config."""
    with tempfile.TemporaryDirectory(prefix="writwatch-") as trial:
        (Path(trial) / "config.toml").write_text(text, "utf-8")
        config, problems = load_config(Path(trial))
    if problems:
        raise SiteError(f"{problems[0].key}: {problems[0].sentence}. Nothing was made.")
    if config.language in ("", "en"):  # the pages' own, for which no catalogue is needed
        return
    from .languages import languages

    try:
        languages(config.language, config.languages, (PACKAGED / "locales",))
    except SiteError as error:
        raise SiteError(f"language: {error} Nothing was made.") from None


def own_config(packaged: str) -> str:
    """The packaged config for a new tracker: its cohorts and searches are examples there, behind a "# "."""
    plain, header, tables = packaged.partition("\n[[")
    examples = (line if not line or line.startswith("#") else f"# {line}" for line in (header + tables).split("\n"))
    return plain + "\n".join(examples)


def with_answers(config: str, answers: Answers) -> str:
    """The config with what was answered in the place of its defaults."""
    for key, value in answers._asdict().items():
        if value:
            line = f"{key} = {toml_value(_one_line(value))}"
            config = re.sub(rf"(?m)^{key} = .*$", lambda _, line=line: line, config, count=1)
    return config


def _packed(name: str) -> str:
    return (PACKAGED / name).read_text("utf-8")


def _one_line(text: str) -> str:
    return " ".join(text.split())
