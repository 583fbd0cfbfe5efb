"""Parties of a docket in, the local agencies among them that have a 287(g) agreement out. Pure, but for one file.

An agency is matched by what it is, where it is and the state: "Sheriff of Harbor County" is the "Harbor County
Sheriff's Office" of the court's own state, or of the state the docket names. What is only near is proposed, and shown
once a person has said in `agency-matches.toml` that the two are the same. A person's name is no part of any match: of
"Jane Roe, Sheriff of Harbor County" only the office is looked at.
"""
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import msgspec

from . import SiteError
from .procedure.courts import COURTS
from .published import NamedAgency, PublishedCase
from .toml_tables import Notes, read_record, read_table
from .wording import STATES

if TYPE_CHECKING:
    from .agreements import Snapshot

MATCHES: Final = "agency-matches.toml"
_NEAR: Final = 0.86
_MOST_PROPOSED: Final = 3
_LONGEST: Final = 200

_KINDS: Final = (
    ("sheriff", re.compile(r"\bsheriffs?\b")),
    ("highway patrol", re.compile(r"\b(?:highway|state) patrol\b")),
    ("state police", re.compile(r"\bstate police\b")),
    ("police", re.compile(r"\bpolice\b")),
    ("constable", re.compile(r"\bconstables?\b")),
    ("jail", re.compile(r"\b(?:jail|detention (?:center|facility)|correctional (?:center|facility|institution))\b")),
    ("corrections", re.compile(r"\bcorrections?\b")),
    ("public safety", re.compile(r"\bpublic safety\b")),
    ("national guard", re.compile(r"\bnational guard\b")),
    ("law enforcement", re.compile(r"\blaw enforcement\b")),
)
"""What an agency is, by the first of these that its name holds."""

_OF_A_STATE: Final = frozenset({"highway patrol", "state police", "corrections", "public safety", "national guard"})
"""What a state has: its name in such an agency's is where it is. Washington County is in no state of that name."""

_FILLERS: Final = frozenset({
    "of", "the", "office", "offices", "department", "departent", "dept", "division", "div", "agency", "services",
    "service", "rehabilitation", "and",
})
_SPELT: Final = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "co": "county", "doc": "corrections"}
_OFFICIAL: Final = re.compile(
    r"(?i)\b(?:in (?:his|her|their|the|its) )?(?:official|individual)(?: and (?:official|individual))? capacit(?:y|ies)"
    r".*|\bet al\b.*|\ba/?k/?a\b.*")
_NAMED_SHERIFF: Final = re.compile(
    r"(?i)\bsheriff\b.*?\b(?:of|for)\s+(?:the\s+)?((?:[\w'’.-]+\s+){1,3}(?:county|parish))$")
_SHERIFF_NAMED: Final = re.compile(r"(?i)^((?:[\w'’.-]+\s+){1,3}(?:county|parish))\s+sheriff(?!['’]?s)\b.+")
"""A sheriff by name: of "Sheriff Jane Roe of Harbor County" the county is kept and the name is not."""

_SAYS_WHERE: Final = re.compile(r"(?i)\b(?:county|parish|city|town|office|department|dept)\b")
_COUNTY: Final = re.compile(r"(?i)(?:county of [\w'’. -]{2,40}|[\w'’. -]{2,40} (?:county|parish))")
_CITY: Final = re.compile(r"(?i)(?:city|town|village|borough|township) of [\w'’. -]{2,40}")

_STATE_NAMES: Final = {name.casefold(): code for code, name in STATES.items()}
_ABBREVIATED: Final = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "cal": "CA", "colo": "CO", "conn": "CT", "del": "DE", "fla": "FL",
    "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA", "md": "MD", "mass": "MA", "mich": "MI",
    "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "neb": "NE", "nev": "NV", "okla": "OK", "or": "OR",
    "pa": "PA", "tenn": "TN", "tex": "TX", "va": "VA", "vt": "VT", "wash": "WA", "wis": "WI", "wyo": "WY",
}


class Office(NamedTuple):
    """An agency as a docket names it, without anybody's name. `state`: a postal code, "" where nothing says it."""

    words: str
    kind: str
    place: str
    state: str


class Agency(NamedTuple):
    """An agency of the list, with the models it has agreements of."""

    name: str
    state: str
    county: str
    kind: str
    place: str
    models: tuple[str, ...]


class Proposal(NamedTuple):
    """Two names that may be of one agency: a person decides."""

    slug: str
    office: Office
    agency: Agency
    why: str


class Decided(NamedTuple):
    """What a person said of two names: the same agency, or another."""

    named: tuple[str, str]
    agency: tuple[str, str]
    state: str
    is_same: bool
    by: str
    on: dt.date


def agency_key(name: str) -> tuple[str, str]:
    """What an agency is and where, whichever way its name is written: ("sheriff", "harbor")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() if not name.isascii() else name
    plain = re.sub(r"[’'`]", "", plain.casefold().replace("’", "")).replace("&", " and ")
    found: list[str] = re.findall(r"[a-z0-9]+", plain)
    words = [_SPELT.get(word, word) for word in found]
    text = " ".join(words)
    kind, pattern = next(((kind, pattern) for kind, pattern in _KINDS if pattern.search(text)), ("", None))
    rest = pattern.sub(" ", text) if pattern else text
    if kind == "sheriff":
        rest = re.sub(r"\bcity of (?:the )?([a-z ]+)", r"\1 city", rest)
        rest = re.sub(r"\b(?:county|parish)\b", " ", rest)
    elif kind in ("police", "constable"):
        rest = re.sub(r"\b(?:city|town|village|borough|township) of\b", " ", rest)
    return kind, " ".join(word for word in rest.split() if word not in _FILLERS)


def offices(party: str, state: str) -> Iterator[Office]:
    """The local agencies that a party's name speaks of. `state`: the court's, where the name says no other."""
    text = _OFFICIAL.sub("", " ".join(party.split())[:_LONGEST])
    pieces = [piece.strip(" .") for piece in re.split(r"[,;()]|\s[-–—/]\s", text) if piece.strip(" .")]
    where = next(filter(None, map(_state, pieces)), state)
    pieces = [piece for piece in pieces if not _state(piece)]
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        if named := _NAMED_SHERIFF.search(piece) or _SHERIFF_NAMED.search(piece):
            piece = f"Sheriff of {named[1]}"
        elif piece.casefold() in ("sheriff", "jail", "police department") and _COUNTY.fullmatch(after):
            piece = f"{after} {piece}"
        elif piece.casefold() in ("chief of police", "police chief") and _CITY.fullmatch(after):
            piece = f"{after} Police"
        kind, at = agency_key(piece)
        if not at or (kind == "sheriff" and not _SAYS_WHERE.search(piece)):
            continue  # "Sheriff Jackson" is somebody, and of no county that we know
        if kind or (len(pieces) == 1 and _COUNTY.fullmatch(piece)):
            theirs = _STATE_NAMES.get(at, where) if kind in _OF_A_STATE else where
            yield Office(piece, kind or "county", at, theirs)


def _state(piece: str) -> str:
    name = piece.casefold().removeprefix("state of ").strip(" .")
    return _STATE_NAMES.get(name) or _ABBREVIATED.get(name, "")


class Agencies:
    """The agencies of one list, ready to be looked for, and what people decided about names."""

    def __init__(self, snapshot: "Snapshot | None" = None, decided: Sequence[Decided] = ()) -> None:
        self.day = snapshot.day if snapshot else None
        found: dict[tuple[str, str, str], Agency] = {}
        for each in snapshot.agreements if snapshot else ():
            kind, place = agency_key(each.agency)
            known = found.get((each.state, kind, place))
            models = (*(known.models if known else ()), each.model)
            found[each.state, kind, place] = Agency(
                known.name if known else each.agency, each.state, (known.county if known else "") or each.county, kind,
                place, tuple(sorted(set(models))))
        self._by_key = found
        self._by_state: dict[str, list[Agency]] = {}
        for agency in found.values():
            self._by_state.setdefault(agency.state, []).append(agency)
        self._decided = {(each.named, each.agency, each.state): each for each in decided}

    def named_in(self, case: PublishedCase) -> tuple[NamedAgency, ...]:
        """The agencies that a case names, by an exact match or by one that a person confirmed."""
        if not self._by_key:
            return ()
        found: dict[tuple[str, str], NamedAgency] = {}
        for office in offices_of(case):
            match = self._exact(office) or self._confirmed(office)
            if match:
                found.setdefault((match.state, match.agency), match)
        return tuple(found[key] for key in sorted(found))

    def proposals(self, case: PublishedCase) -> Iterator[Proposal]:
        """What comes near, was not decided and is not exact."""
        for office in dict.fromkeys(offices_of(case)):
            if self._exact(office) or self._confirmed(office):
                continue
            near = [(agency, why) for agency, why in self._near(office) if self._verdict(office, agency) is None]
            yield from (Proposal(case.slug, office, *each) for each in near[:_MOST_PROPOSED])

    def _exact(self, office: Office) -> NamedAgency | None:
        agency = self._by_key.get((office.state, office.kind, office.place))
        verdict = self._verdict(office, agency) if agency else None
        if agency is None or (verdict and not verdict.is_same):
            return None
        return self._match(agency, "exact")

    def _confirmed(self, office: Office) -> NamedAgency | None:
        for (named, key, state), decided in self._decided.items():
            if named == (office.kind, office.place) and decided.is_same and office.state in (state, "", "DC"):
                agency = self._by_key.get((state, *key))
                if agency:
                    return self._match(agency, "confirmed", decided)
        return None

    def _match(self, agency: Agency, how: str, decided: Decided | None = None) -> NamedAgency:
        assert self.day is not None
        return NamedAgency(
            shown_name(agency.name), agency.state, agency.county, agency.models, self.day, how,
            decided.by if decided else "", decided.on if decided else None)

    def _verdict(self, office: Office, agency: Agency) -> Decided | None:
        return self._decided.get(((office.kind, office.place), (agency.kind, agency.place), agency.state))

    def _near(self, office: Office) -> list[tuple[Agency, str]]:
        """The agencies that an office may be, the nearest first."""
        if office.state in ("", "DC"):
            same = [each for each in self._by_key.values() if (each.kind, each.place) == (office.kind, office.place)]
            return [(each, "the same name; the docket does not say the state") for each in same]
        scored = [(score, agency.name, agency, why) for agency in self._by_state.get(office.state, ())
                  for score, why in [_likeness(office, agency)] if score]
        return [(agency, why) for _, _, agency, why in sorted(scored, key=lambda each: (-each[0], each[1]))]


def _likeness(office: Office, agency: Agency) -> tuple[float, str]:
    """How near two names of one state are, from 0, and why."""
    if agency.kind == "sheriff" and office.kind in ("county", "jail"):
        place = re.sub(r"\b(?:county|parish)\b", " ", office.place).split()
        return (0.9, "the sheriff of the same county") if " ".join(place) == agency.place else (0.0, "")
    if office.kind != agency.kind or not office.kind:
        return 0.0, ""
    ours, theirs = set(office.place.split()), set(agency.place.split())
    likeness = SequenceMatcher(None, office.place, agency.place, autojunk=False).ratio()
    if likeness >= _NEAR:
        return likeness, "spelt nearly the same"
    if ours and ours < theirs:  # not the other way: what a docket adds may be somebody's name
        return 0.5 + likeness / 4, "the list says more"
    return 0.0, ""


def offices_of(case: PublishedCase) -> list[Office]:
    """The local agencies that the parties of a case's dockets are, by the state of the docket's court or the first's.

    Whoever is protected is no agency.
    """
    states = [COURTS[docket.court_id].state if docket.court_id in COURTS else "" for docket in case.dockets]
    first = next(filter(None, states), "")
    return [office for docket, state in zip(case.dockets, states, strict=True) for party in docket.parties
            if not party.protected for office in offices(party.name, state or first)]


def shown_name(name: str) -> str:
    """An agency's name with capitals where a list has none."""
    if name != name.lower():
        return name
    words = [word if word in ("of", "and", "the") else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
             for word in name.split()]
    return " ".join(words)


# What people decided.


class _Keys(msgspec.Struct, frozen=True):
    """The keys of a [[match]]."""

    named: str
    agency: str
    state: str
    decision: Literal["same", "other"]
    by: str
    on: dt.date
    why: str = ""


_EXAMPLES: Final = {
    "named": 'the office as the docket names it, as in `named = "Harrow County Jail"`',
    "agency": 'the agency as the list has it, as in `agency = "Harrow County Sheriff"`',
    "state": 'the agency\'s state, as in `state = "MN"`',
    "decision": '`decision = "same"` or `decision = "other"`',
    "by": 'who decided, as in `by = "Dana Whitlow"`',
    "on": "the day of the decision, as in `on = 2026-02-03`",
}


def read_matches(folders: Sequence[Path], today: dt.date) -> tuple[Decided, ...]:
    """The decisions of the first folder that has any. Raises SiteError with the first mistake, by file and line."""
    path = next((path for folder in folders if (path := folder / MATCHES).is_file()), None)
    if path is None:
        return ()
    table, notes = read_table(path, "take it away, or write a [[match]]")
    decided = tuple(_decisions(table or {}, notes, today))
    for problem in sorted(notes.problems, key=lambda each: each.line):
        raise SiteError(f"{problem}.")
    return decided


def _decisions(table: Mapping[str, Any], notes: Notes, today: dt.date) -> Iterator[Decided]:
    for key in table.keys() - {"match"}:
        notes.wrong((key,), 'is not a key known here: did you mean "match"?')
    tables = table.get("match", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        notes.wrong(("match",), "must be a table for each, as in `[[match]]`")
        return
    for index, each in enumerate(tables):
        keys: _Keys | None = read_record(_Keys, each, notes, ("match", index), examples=_EXAMPLES)
        if keys is None:
            continue
        if keys.state not in STATES:
            notes.wrong(("match", index, "state"), "must be a postal code, as in MN")
        elif keys.on > today:
            notes.wrong(("match", index, "on"), f"{keys.on} is yet to come: check the year")
        else:
            kind, place = agency_key(keys.named)
            yield Decided((kind or "county", place), agency_key(keys.agency), keys.state, keys.decision == "same",
                          keys.by, keys.on)


def tell_proposals(proposals: Iterable[Proposal], path: Path) -> str:
    """The proposals for a terminal, each as the lines that would decide it. Names of offices, nobody's."""
    together: dict[tuple[Office, Agency, str], list[str]] = {}
    for each in proposals:
        together.setdefault((each.office, each.agency, each.why), []).append(each.slug)
    if not together:
        return "No agency of a docket comes near one of the list without being the same."
    told = [f"{len(together):,} may be one agency. What you decide goes into {path}:"]
    for (office, agency, why), slugs in sorted(together.items()):
        more = f" and {len(slugs) - 3:,} more" if len(slugs) > 3 else ""
        told.append(
            f"\n# {', '.join(slugs[:3])}{more}: {why}\n[[match]]\nnamed = {_quoted(_office_words(office))}\n"
            f"agency = {_quoted(shown_name(agency.name))}\nstate = {_quoted(agency.state)}\n"
            'decision = "same"  # or "other"\nby = ""\non = ')
    return "\n".join(told)


def _office_words(office: Office) -> str:
    """An office in words that give the same key again."""
    return shown_name(f"{office.place} county" if office.kind == "county" and "county" not in office.place
                      else office.place if office.kind == "county" else office.words)


def _quoted(text: str) -> str:
    return '"' + re.sub(r'["\\\x00-\x1f\x7f-\x9f]', " ", text) + '"'
