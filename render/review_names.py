"""What was hidden in a case and what was kept, side by side: a case as read in, a sheet for the editor out. Pure.

Names stand here because the editor must see them: for the editor's own terminal, never for a page, a log or a mail.
Hiding too much shows in the list of forms that were hidden, hiding too little in the list of names left standing, the
ones nobody vouches for first.
"""
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from .casebook import ReadCase
from .privacy import Policy, names, policy_for
from .privacy import words as lists
from .procedure.facts import Entry
from .screen import terminal

AROUND: Final = 60
"""Characters shown on each side of what was hidden."""
MOST_FORMS: Final = 40
"""Names in each list on the terminal; the JSON has all."""
WARNING: Final = "Names stand here because you must see them: for your own terminal, not for a log or a mail."
OPEN, CLOSE = "‹", "›"
NARROWEST, WIDEST = 60, 120

_NOBODY: Final = (
    lists.ORDINARY | lists.PARTICLES | lists.SUFFIXES | lists.HONORIFICS | lists.MONTHS | lists.PLACES | lists.OFFICES
    | lists.MEDICAL | lists.STREETS)
_LETTER, _CAPITAL = r"[^\W\d_]", r"[^\W\d_a-z]"
_NAME: Final = rf"{_CAPITAL}(?:\.|(?:{_LETTER}|['’ʼ`´-])*)"
_RUN: Final = re.compile(rf"(?<!\w){_NAME}(?:\s(?:(?:de|del|la|los|van|von|der|bin|al)\s)*{_NAME})*(?![\w-])")
_CLERK: Final = re.compile(r"\([A-Z]{2,3}[,)]")


class Hidden(NamedTuple):
    """A form that was hidden, what it was taken for, and how often."""

    form: str
    kind: str
    times: int


class Standing(NamedTuple):
    """A name left standing and how often. `known`: it is of somebody who stays: an official, a lawyer, a judge."""

    form: str
    known: bool
    times: int


class Text(NamedTuple):
    """A text of the docket as the court wrote it and as it is published. `entry_id` is None for a caption.

    `hidden`: (start, end, kind) of each part that is not published.
    """

    docket_id: int
    entry_id: int | None
    where: str
    raw: str
    shown: str
    hidden: tuple[tuple[int, int, str], ...]


class Sheet(NamedTuple):
    """All there is to see of a case's names. `people`: (name, what stands for it); `show` as `Policy.show`."""

    case: str
    show: str
    people: tuple[tuple[str, str], ...]
    hidden: tuple[Hidden, ...]
    standing: tuple[Standing, ...]
    texts: tuple[Text, ...]


def names_sheet(case: ReadCase) -> Sheet:
    """Who is protected in a case, each form that was hidden, each name left standing, and every text, both ways."""
    policy = policy_for(case.notes, case.dockets, case.reading.kind)
    texts = tuple(_texts(case, policy))
    hidden = Counter((terminal(text.raw[start:end]), kind) for text in texts for start, end, kind in text.hidden)
    found = [one for text in texts for one in _left_standing(text)]
    kept = [set(words) for words in policy.people.kept]
    known = {form for form, in_office in found if in_office or _is_known(form, kept)}
    left = Counter(form for form, _ in found)
    standing = [Standing(form, form in known, times) for form, times in left.items()]
    people = ((terminal(person.name), person.label or "[name]") for person in policy.people.protected)
    pseudonyms = ((name, name) for name in map(terminal, policy.people.pseudonyms))
    return Sheet(
        case.notes.slug, policy.show, (*people, *pseudonyms),
        tuple(sorted((Hidden(*form, times) for form, times in hidden.items()), key=lambda one: (-one.times, one.form))),
        tuple(sorted(standing, key=lambda one: (one.known, -one.times, one.form))), texts)


def _texts(case: ReadCase, policy: Policy) -> Iterator[Text]:
    for docket in case.dockets:
        caption = terminal(docket.case_name)
        yield Text(docket.id, None, "caption", caption, terminal(policy.caption(caption)), tuple(policy.find(caption)))
        for entry in docket.entries:
            for raw, is_title in _of_entry(entry):
                text = terminal(raw)
                shown = policy.hide(text, is_title=is_title)
                found = tuple(policy.find(text, is_title=is_title))
                yield Text(docket.id, entry.id, _where(entry), text, shown, found)


def _of_entry(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Every text of an entry that is published, and whether it is a title."""
    yield entry.text, not entry.description.strip()
    if entry.description.strip():
        yield from ((document.description, True) for document in entry.documents if document.description)


def _where(entry: Entry) -> str:
    number = f"entry {entry.entry_number}" if entry.entry_number is not None else f"entry id {entry.id}"
    return f"{number}, {entry.date_filed or 'no date'}"


def _left_standing(text: Text) -> Iterator[tuple[str, bool]]:
    """Runs of capitalised words in what is published that no list of ordinary words explains, and whether an office
    stands before ("Judge")."""
    at = 0
    for start, end, _ in (*text.hidden, (len(text.raw), len(text.raw), "")):
        for run in _RUN.finditer(text.raw, at, start):
            if _CLERK.match(text.raw, run.start() - 1):
                continue
            words, before = run[0].split(), ""
            while words and _is_ordinary(words[0]):
                before = words.pop(0)
            while words and _is_ordinary(words[-1]):
                del words[-1]
            if any(_could_be_a_name(word) for word in words):
                yield " ".join(words).strip(".'’-"), names.fold(before) in lists.OFFICES
        at = end


def _could_be_a_name(word: str) -> bool:
    """Not "U.S.C." or "CT": a word of three letters, or of two with a small one."""
    return any(len(piece) > 2 or (len(piece) == 2 and not piece.isupper()) for piece in re.findall(r"[^\W\d_]+", word))


def _is_ordinary(word: str) -> bool:
    folded = [part for piece in re.split(r"[-.]", word) if (part := names.fold(piece))]
    return all(part in _NOBODY or part in lists.ORGANISATIONS for part in folded)


def _is_known(form: str, kept: Sequence[set[str]]) -> bool:
    """Whether all words of a name are of one who stays, or of an office or a firm."""
    words = {part for word in form.split() if len(part := names.fold(word)) > 1}
    return any(words <= each for each in kept) or not words.isdisjoint(lists.ORGANISATIONS)


def sheet_json(sheet: Sheet) -> dict[str, Any]:
    """The sheet as JSON; texts with nothing hidden too, so that what stands can be looked for."""
    return {
        "case": sheet.case,
        "show": sheet.show,
        "people": [{"name": name, "shown": shown} for name, shown in sheet.people],
        "hidden": [one._asdict() for one in sheet.hidden],
        "standing": [one._asdict() for one in sheet.standing],
        "texts": [text._asdict() | {"hidden": list(map(_span_json, text.hidden))} for text in sheet.texts],
    }


def _span_json(span: tuple[int, int, str]) -> dict[str, Any]:
    return dict(zip(("start", "end", "kind"), span, strict=True))


# For the terminal.


def tell_sheet(sheet: Sheet, width: int = 80) -> str:
    """The sheet for a terminal of so many columns: people, what was hidden and what stands, then each text."""
    width = max(NARROWEST, min(width, WIDEST))
    told = [f"{sheet.case}: shown as {sheet.show}", textwrap.fill(WARNING, width), ""]
    told += [f"  {name}  →  {shown}" for name, shown in sheet.people] or ["  Nobody is protected."]
    told += ["", *_beside(_hidden_forms(sheet), _standing_forms(sheet), width)]
    docket = None
    for text in sheet.texts:
        if text.shown == text.raw:
            continue
        if text.docket_id != docket:
            docket = text.docket_id
            told += ["", *_beside([f"DOCKET {docket}, AS WRITTEN"], ["AS PUBLISHED"], width)]
        told += ["", text.where, *_beside([_told(text, published=False)], [_told(text, published=True)], width)]
    without = sum(text.shown == text.raw for text in sheet.texts)
    return "\n".join((*told, "", f"In {without:,} texts nothing was hidden: --json has all of them."))


def tell_sheets(sheets: Iterable[Sheet]) -> str:
    """A line for each case: how many people, how many forms hidden, how many names stand that nobody vouches for."""
    rows = [(sheet.case, sheet.show, len(sheet.people), len(sheet.hidden), _unknown(sheet)) for sheet in sheets]
    wide = max((len(row[0]) for row in rows), default=4)
    told = [f"{'case':{wide}}  shown as  people  forms hidden  unknown left"]
    told += [f"{case:{wide}}  {show:8}  {people:6,}  {forms:12,}  {unknown:12,}"
             for case, show, people, forms, unknown in rows]
    return "\n".join((*told, "", "One of them, with the names: writwatch review --names CASE-OR-DOCKET"))


def _unknown(sheet: Sheet) -> int:
    """How many names stand that nobody vouches for."""
    return sum(not one.known for one in sheet.standing)


def _hidden_forms(sheet: Sheet) -> list[str]:
    lines = [f"{one.times:3,} × {one.form}{'' if one.kind == 'name' else f'  ({one.kind})'}" for one in sheet.hidden]
    return ["HIDDEN", *_first(lines)] if lines else ["HIDDEN", "Nothing."]


def _standing_forms(sheet: Sheet) -> list[str]:
    unknown = [f"{one.times:3,} × {one.form}" for one in sheet.standing if not one.known]
    known = [f"{one.times:3,} × {one.form}" for one in sheet.standing if one.known]
    told = ["LEFT STANDING, KNOWN TO NOBODY", *_first(unknown)] if unknown else []
    return [*told, *([""] if told else []), "LEFT STANDING, OF THOSE WHO STAY", *(_first(known) or ["Nothing."])]


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - MOST_FORMS
    return [*lines[:MOST_FORMS], *([f"      and {more:,} more: --json"] if more > 0 else [])]


def _beside(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    """Two columns of lines, each wrapped to its half."""
    half = (width - 3) // 2
    wrapped = [[line for text in column for line in textwrap.wrap(text, half, subsequent_indent=_indent(text)) or [""]]
               for column in (left, right)]
    height = max(map(len, wrapped))
    columns = ([*column, *[""] * (height - len(column))] for column in wrapped)
    return [f"{one:{half}} | {other}".rstrip() for one, other in zip(*columns, strict=True)]


def _indent(text: str) -> str:
    return "      " if re.match(r"\s*[\d,]+ × ", text) else ""


def _told(text: Text, published: bool) -> str:
    """What stands around what was hidden: as the court wrote it, with ‹ › around that, or as it is published."""
    if text.entry_id is None and published:
        return text.shown
    pieces, windows = [], _windows(text)
    for begin, stop in windows:
        told, at = [], begin
        for start, end, kind in text.hidden:
            if begin <= start < stop:
                told += [text.raw[at:start], f"[{kind}]" if published else f"{OPEN}{text.raw[start:end]}{CLOSE}"]
                at = end
        pieces.append("".join((*told, text.raw[at:stop])))
    before = "… " if windows and windows[0][0] else ""
    after = " …" if windows and windows[-1][1] < len(text.raw) else ""
    return f"{before}{' … '.join(pieces) or text.raw}{after}"


def _windows(text: Text) -> list[tuple[int, int]]:
    """The parts of a text that are shown: what was hidden with what stands around it, in whole words."""
    windows: list[tuple[int, int]] = []
    for start, end, _ in text.hidden:
        begin, stop = 0, len(text.raw)
        if start > AROUND:
            begin = text.raw.find(" ", start - AROUND, start) + 1 or start
        if end + AROUND < len(text.raw):
            stop = max(end, text.raw.rfind(" ", end, end + AROUND))
        if windows and begin <= windows[-1][1]:
            begin = windows.pop()[0]
        windows.append((begin, stop))
    return windows
