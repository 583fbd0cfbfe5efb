"""`make messages`: every text a reader can see in, messages.pot and every catalogue of site/locales brought up to date.

Texts are those marked in the templates (`_()`, `{% trans %}`) and in Python (`N_()`), and those that reach a page from
the tables of the reading: what a rule says, when a status holds, what a value of an axis means, the types of events.
A text that is new stands untranslated in each catalogue; one that is gone is taken out.
"""
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po
from writwatch.render.glossary import TERMS
from writwatch.render.procedure.date_rules import DATE_RULES
from writwatch.render.procedure.rules import RULES
from writwatch.render.procedure.standing import AXES, STATUS_TABLE
from writwatch.render.wording import AXES as LABELS
from writwatch.render.wording import EVENTS, MONTHS, RULED, SHORT_MONTHS, STATUSES, spoken

CHECKOUT: Final = Path(__file__).parent.parent
LOCALES: Final = CHECKOUT / "site" / "locales"
TEMPLATE: Final = "messages.pot"
WIDTH: Final = 120
KEYWORDS: Final = {**DEFAULT_KEYWORDS, "N_": None}
JINJA: Final = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
HEADER: Final = """\
# The texts of the site. A language is added by copying this file to its code (fr.po) and filling it in.
# Places such as {on} and %(n)s stay as they are. A text with a context (msgctxt) may stay empty: then the same text
# without one counts."""

OF_LABELS: Final = ("render/wording.py", "render/glossary.py")
"""Where labels stand themselves: not another place."""
UNSAID: Final = (
    b'"Project-Id-Version', b'"Report-Msgid-Bugs-To', b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Last-Translator',
    b'"Language-Team', b'"Generated-By')
"""Lines of a catalogue's head that change with the day or say nothing."""

Text = str | tuple[str, ...]


def marked() -> Iterator[tuple[Text, str]]:
    """(text, the file it stands in), texts with plural forms as a pair."""
    for folder, kind, method, options in (
        ("render", "*.py", "python", {}), ("site/templates", "*", "jinja2.ext:babel_extract", JINJA),
    ):
        for place in sorted((CHECKOUT / folder).rglob(kind)):
            if place.is_file():
                for _, text, _, _ in extract_from_file(method, place, keywords=KEYWORDS, options=options):
                    yield text, place.relative_to(CHECKOUT).as_posix()


def of_the_reading() -> Iterator[tuple[Text, str]]:
    """The same of what reaches the pages from the tables of the reading and from the packaged settings."""
    for rule in RULES:
        yield rule.says, "render/procedure/families"
    for rule in DATE_RULES:
        yield rule.says, "render/procedure/date_rules.py"
    for row in STATUS_TABLE:
        yield row.when, "render/procedure/standing.py"
    for values in AXES.values():
        for sentence in values.values():
            yield sentence, "render/procedure/standing.py"
    for type_ in EVENTS:
        yield spoken(type_), "render/procedure/vocabulary.py"
    config = tomllib.loads((CHECKOUT / "site" / "config.toml").read_text(encoding="utf-8"))
    yield config["tagline"].rstrip("."), "site/config.toml"


def labels() -> Iterator[tuple[str, str]]:
    """(context, text) of what can have to be said otherwise of one thing than of another."""
    for standing in STATUSES.values():
        yield "status", standing.label
    for axis, (_, values) in LABELS.items():
        for label in values.values():
            yield axis, label
    for ruled in RULED.values():
        yield "ruled", ruled
    for month in SHORT_MONTHS:
        yield "short", month
    for term in TERMS:
        if term.forms:
            yield "forms", term.forms


def messages() -> Catalog:
    """Every text there is, with the files it stands in; a label that stands in several places with each context too."""
    catalogue = Catalog(charset="utf-8", header_comment=HEADER)
    uses = Counter(text for _, text in labels())
    for text, place in (*marked(), *of_the_reading()):
        uses[text] += 0 if place in OF_LABELS else 1
        catalogue.add(text, locations=[(place, 0)])
    words = {*MONTHS, *(term.word for term in TERMS)}
    for context, text in labels():
        if uses[text] > 1 or text in words:
            catalogue.add(text, context=context)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file: the same texts give the same bytes."""
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, include_lineno=False, omit_header=False, ignore_obsolete=True)
    said = b"".join(line for line in file.getvalue().splitlines(keepends=True) if not line.startswith(UNSAID))
    return said.replace(b'#, fuzzy\nmsgid ""\n', b'msgid ""\n')


def read(place: Path) -> Catalog:
    with place.open("rb") as file:
        return read_po(file, locale=None if place.name == TEMPLATE else place.stem)


def missing(catalogue: Catalog, template: Catalog) -> list[str]:
    """What is to be done in a catalogue, one line each: texts without a translation, texts that no page has."""
    told = {(message.context, _first(message.id)): message for message in catalogue if message.id}
    wanted = {(message.context, _first(message.id)): message for message in template if message.id}
    lines = [f"not translated: {text!r}" for key in wanted if not key[0] and not _is_told(told.get(key))
             for text in [key[1]]]
    return lines + [f"on no page: {text!r}" for context, text in told if (context, text) not in wanted]


def _is_told(message: object) -> bool:
    string = getattr(message, "string", "")
    return bool(string) and not message.fuzzy and (isinstance(string, str) or all(string))  # type: ignore[attr-defined]


def _first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def main() -> int:
    template = messages()
    (LOCALES / TEMPLATE).write_bytes(written(template))
    left = 0
    for place in sorted(LOCALES.glob("*.po")):
        catalogue = read(place)
        catalogue.update(template, no_fuzzy_matching=True)
        place.write_bytes(written(catalogue))
        for line in missing(catalogue, template):
            left += 1
            print(f"{place.name}: {line}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
