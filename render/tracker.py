"""The files of a tracker, written: docket ids in, case files out.

Each file is written beside its place and moved there: a stop half-way leaves nothing half-written.
"""
import contextlib
import datetime as dt
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from . import SiteError
from .cases import TOPICS, Case, DocketRef, Topic, as_spelt, docket_id, docket_keys, docket_mistakes, load_site
from .own_files import mend_of
from .procedure.courts import COURTS

FOLLOWED = f"""\
# Without a title the docket's caption stands over the case, protected names by initials. To write your own:
# title = "M.C.P. v. Warden"
# topic: {", ".join(TOPICS)}. A sentence on why the case matters: why = "…"

"""


Held = Mapping[tuple[str, str], int]
"""Dockets whose court and number the store knows: their ids."""


def follow(
    folder: Path, ids: Sequence[str], topic: Topic = "detention", held: Held | None = None,
    rejected: Collection[int] = (),
) -> list[Path]:
    """Write a case file for each docket: a CourtListener id, the address of its page, or "court:number".

    Raises SiteError, and writes nothing, where one of them is wrong, is followed already, is named twice or is among
    the `rejected`.
    """
    same = _same(held or {})
    taken = followed_keys(folder, same)
    refused = {(str(number),) for number in rejected}
    files: dict[Path, str] = {}
    for docket in (_docket(one, address) for one, address in _addressed(ids)):
        if not refused.isdisjoint(_all_keys(docket, same)):
            raise SiteError(f"{_title(docket)} was rejected in {folder / 'found.toml'}: take that away to follow it.")
        files |= _case_file(folder, docket, topic, taken, same)
    return write_whole(files)


_Key = tuple[str, ...]
"""What makes two dockets the same, as `cases.docket_keys` has it."""


def _same(held: Held) -> dict[_Key, _Key]:
    """The two keys of each docket that the store knows, each by the other."""
    return {key: other for place, number in held.items()
            for key, other in (((str(number),), place), (place, (str(number),)))}


def followed_keys(folder: Path, same: Mapping[_Key, _Key] | None = None) -> dict[_Key, str]:
    """The keys of each followed docket, with the slug of its case."""
    return {key: case.slug for case in load_site(folder).cases for ref in case.dockets
            for key in _all_keys(ref, same or {})}


def _all_keys(docket: DocketRef, same: Mapping[_Key, _Key]) -> list[_Key]:
    """Its keys, and those under which the store knows the same docket."""
    keys = docket_keys(docket)
    return [*keys, *(same[key] for key in keys if key in same)]


def _case_file(
    folder: Path, docket: DocketRef, topic: Topic, taken: dict[_Key, str], same: Mapping[_Key, _Key] | None = None
) -> dict[Path, str]:
    """The file that follows a docket; `taken` learns it. SiteError where it is followed already."""
    slug = _slug(docket)
    path = folder / "cases" / f"{slug}.toml"
    keys = _all_keys(docket, same or {})
    if other := next((taken[key] for key in keys if key in taken), None):
        there = folder / "cases" / f"{other}.toml"
        where = f"is followed already, in {there}" if there.exists() else "is named twice"
        raise SiteError(f"{_title(docket)} {where}: nothing was added.")
    if path.exists():
        raise SiteError(f"{path} is there already, with another docket or a mistake: mend it by hand.")
    taken.update(dict.fromkeys(keys, slug))
    return {path: FOLLOWED + case_toml(Case(slug, "", topic, "", "core", "", None, (docket,)))}


def follow_new(
    folder: Path, ids: Sequence[str], topic: Topic = "detention", held: Held | None = None
) -> tuple[list[Path], list[str]]:
    """`follow` for a long list: what is wrong with one docket, or that it is followed already, stops no other.

    Returns the files made and a sentence for each docket that was left out.
    """
    same = _same(held or {})
    taken = followed_keys(folder, same)
    files: dict[Path, str] = {}
    left_out: list[str] = []
    for one, address in _addressed(ids):
        try:
            files |= _case_file(folder, _docket(one, address), topic, taken, same)
        except SiteError as error:
            left_out.append(str(error))
    return write_whole(files), left_out


def case_toml(case: Case) -> str:
    """The case as its file, without the keys that say nothing. `load_site` reads back the same case."""
    words = {"title": case.title, "topic": case.topic, "scope": "" if case.scope == "core" else case.scope,
             "government_action": case.government_action, "why": case.why, "priority": case.priority, "was": case.was}
    privacy = [("[privacy]", msgspec.structs.asdict(case.privacy))] if case.privacy else []
    dockets = [("[[docket]]", msgspec.structs.asdict(docket)) for docket in case.dockets]
    tables = (f"{header}\n{key_values(table)}" for header, table in (*privacy, *dockets))
    return "\n".join((key_values(words), *tables))


def key_values(table: Mapping[str, object]) -> str:
    """The keys that say something as TOML, each on its line."""
    return "".join(f"{key} = {toml_value(value)}\n" for key, value in table.items() if value not in (None, "", ()))


def toml_value(value: object) -> str:
    """A string, a number, a day or several as TOML. JSON's strings are TOML's but for DEL, which TOML wants escaped."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _addressed(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each, and what to call it where it is an address: that holds a name."""
    many = len(ids)
    return ((one, f"number {place} of {many}" if many > 1 else "the address") for place, one in enumerate(ids, 1))


def _docket(given: str, address: str) -> DocketRef:
    """What stands on the command line, as a docket; `address`: what to call it where it is one. Raises SiteError."""
    court, colon, number = given.partition(":")
    if re.fullmatch(r"[0-9]{1,18}", given):
        docket = DocketRef(id=int(given))
    elif "/" in given:
        docket = DocketRef(id=docket_id(given), url="" if docket_id(given) else given)
    elif colon and not court.isdecimal():
        docket = as_spelt(DocketRef(court=court.strip(), docket_number=number.strip()))
    else:
        ways = "give a CourtListener id, an address, or court:number, as in txsd:1:26-cv-00001"
        raise SiteError(f"{given} names no docket: {ways}.")
    if wrong := next(docket_mistakes(docket), None):
        key, sentence = wrong
        raise SiteError(f"{address if key == 'url' else given}: {sentence}.")
    return docket


def _slug(docket: DocketRef) -> str:
    """A name for the file that tells nothing about anybody: "txsd-1-26-cv-00001" or "docket-12345678"."""
    words = f"{docket.court} {docket.docket_number}" if docket.court else f"docket {docket.id}"
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


def _title(docket: DocketRef) -> str:
    """What to call a docket on the command line: "S.D. Tex. 1:26-cv-00001" or "Docket 12345678"."""
    return f"{COURTS[docket.court].citation} {docket.docket_number}" if docket.court else f"Docket {docket.id}"


def write_whole(files: Mapping[Path, str]) -> list[Path]:
    """Write each file whole, and its folder. Raises SiteError where they cannot be written."""
    for path, text in files.items():
        beside = path.with_name(f".{path.name}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, "utf-8")
            beside.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise SiteError(f"{path} cannot be written ({error.strerror}): {mend_of(error)}.") from error
    return list(files)
