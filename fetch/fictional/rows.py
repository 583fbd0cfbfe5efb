"""Invented dockets as rows in the API's own shape: key for key and in the order in which the server sends them."""
import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from . import matters as matters
from . import people as people
from .clerk import Entry
from .courts import APPELLATE, CIRCUITS, COURTS
from .dice import DAY, Dice
from .stories import Story, Told

Row = dict[str, Any]

BASE = "http://127.0.0.1:8001/api/rest/v4/"
"""The host of the links; a server that sends these rows puts its own in its place."""

FIRST_DOCKET, FIRST_ENTRY, FIRST_DOCUMENT = 900_000_001, 910_000_001, 920_000_001
FIRST_PARTY, FIRST_ATTORNEY, FIRST_ORIGIN = 930_000_001, 940_000_001, 950_000_001

_PACIFIC = ZoneInfo("America/Los_Angeles")
_COURTS_MODIFIED = "2013-08-14T15:23:53-07:00"


def link(endpoint: str, key: int | str) -> str:
    return f"{BASE}{endpoint}/{key}/"


@functools.lru_cache(maxsize=64)
def slugged(case_name: str) -> str:
    """As CourtListener makes slugs: ASCII, lower case, at most 75 characters."""
    plain = people.without_accents(case_name).lower()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^a-z0-9\s-]", "", plain)).strip("-")[:75]


@functools.lru_cache(maxsize=4096)
def _offset(day: dt.date) -> str:
    seconds = int((dt.datetime.combine(day, dt.time(12), _PACIFIC).utcoffset() or dt.timedelta()).total_seconds())
    return f"-{-seconds // 3600:02}:00"


def stamp(day: dt.date, seconds: int, micros: int) -> str:
    """A moment with its Pacific offset, as the API prints it."""
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{micros:06}"
    return f"{day}T{clock}{_offset(day)}"


class Rows:
    """Numbers rows of all kinds and makes them. One for a run: ids never repeat."""

    def __init__(self, dice: Dice, as_of: dt.date) -> None:
        self._dice = dice
        self._as_of = as_of
        self._next = {
            "entry": FIRST_ENTRY, "document": FIRST_DOCUMENT, "party": FIRST_PARTY, "attorney": FIRST_ATTORNEY,
            "origin": FIRST_ORIGIN,
        }  # fmt: skip

    def _id(self, kind: str) -> int:
        number = self._next[kind]
        self._next[kind] = number + 1
        return number

    def _seen(self, day: dt.date, lag: int) -> str:
        """When CourtListener had it: up to `lag` days after `day`, never after as_of."""
        seen = min(day + self._dice.below(lag + 1) * DAY, self._as_of)
        return stamp(seen, 6 * 3600 + self._dice.below(17 * 3600), self._dice.below(1_000_000))

    # Entries

    def entries(self, told: Told) -> Iterator[tuple[Row, Row | None]]:
        """Each entry as it stands, and as it was first seen where RSS told of it first."""
        pacer_case = str(10_000 + told.id % 900_000)
        early = told.path.born == "rss"
        sequence: dict[dt.date, int] = {}
        pacer_sequence = 4
        for entry in told.entries:
            sequence[entry.day] = sequence.get(entry.day, 0) + 1
            pacer_sequence += 1 + self._dice.below(5)
            created = self._seen(entry.day, 1)
            modified = max(created, self._seen(entry.day + 2 * DAY, 6)) if early else created
            place = f"{entry.day}.{sequence[entry.day]:03}"
            stub = told.path.born in ("stub", "new_stub")
            documents = self._documents(told, entry, created, modified, pacer_case, stub=stub)
            row = _entry_row(self._id("entry"), told.id, entry, created, modified, place)
            row["recap_documents"] = documents
            if stub:
                row["description"] = ""
            else:
                row["pacer_sequence_number"] = pacer_sequence
            yield row, (_first_seen(row, entry) if early else None)

    def _documents(
        self, told: Told, entry: Entry, created: str, modified: str, pacer_case: str, *, stub: bool
    ) -> list[Row]:
        """The main document and its attachments; an un-numbered entry has one only where RSS told of it."""
        if stub or (entry.number is None and told.path.born == "rss"):
            return [self._document(told, entry, None, entry.short, created, modified)]
        if entry.number is None:
            return []
        short = entry.short if self._dice.chance(0.3) else ""
        main = self._document(told, entry, None, short, created, modified)
        if not entry.restricted and self._dice.chance(0.12):
            self._upload(main, entry, told, pacer_case)
        return [main, *(
            self._document(told, entry, place, text, created, modified)
            for place, text in enumerate(entry.attachments, start=1)
        )]  # fmt: skip

    def _document(
        self, told: Told, entry: Entry, attachment: int | None, text: str, created: str, modified: str
    ) -> Row:
        number = self._id("document")
        shown = "" if entry.number is None else str(entry.number)
        tail = f"{attachment}/" if attachment else ""
        return {
            "resource_uri": f"{BASE}recap-documents/{number}/", "id": number, "tags": [],
            "absolute_url": f"/docket/{told.id}/{shown}/{tail}{slugged(told.case_name)}/" if shown else "",
            "date_created": created, "date_modified": modified, "sha1": "", "page_count": None, "file_size": None,
            "filepath_local": None, "filepath_ia": "", "ia_upload_failure_count": None, "thumbnail": None,
            "thumbnail_status": 0, "plain_text": "", "ocr_status": None, "date_upload": None, "document_number": shown,
            "attachment_number": attachment, "pacer_doc_id": self._dice.digits(11) if shown else "",
            "is_available": False, "is_free_on_pacer": None, "is_sealed": True if entry.restricted else None,
            "document_type": 2 if attachment else 1, "description": text, "acms_document_guid": "",
        }  # fmt: skip

    def _upload(self, document: Row, entry: Entry, told: Told, pacer_case: str) -> None:
        """Somebody gave the PDF to RECAP."""
        document["sha1"] = "".join(f"{self._dice.below(65_536):04x}" for _ in range(10))
        document["page_count"] = 1 + self._dice.below(30)
        document["file_size"] = 40_000 + self._dice.below(900_000)
        name = f"gov.uscourts.{told.desk.court_id}.{pacer_case}"
        document["filepath_local"] = f"recap/{name}/{name}.{entry.number}.0.pdf"
        document["plain_text"] = "Invented for a demonstration. There is no such document."
        document["ocr_status"] = 2
        document["date_upload"] = document["date_modified"]
        document["is_available"] = True

    # Dockets and what hangs on them

    def docket(self, told: Told, created: str, modified: str, origin: Row | None) -> Row:
        """The docket row; `origin` is the embedded originating_court_information of an appeal."""
        desk, appellate = told.desk, told.desk.appellate is not None
        stub = told.path.born in ("stub", "new_stub")
        office, _, rest = told.number.partition(":")
        slug = slugged(told.case_name)
        judge, referred = desk.judge, desk.magistrate
        shows_judge = not appellate and not stub
        circuit, suit = appellate and desk.court_id != "scotus", bool(told.nature_of_suit) and not appellate
        below = desk.courts[""]
        return {
            "resource_uri": link("dockets", told.id), "id": told.id, "court": link("courts", desk.court_id),
            "court_id": desk.court_id, "original_court_info": origin, "idb_data": None, "clusters": [],
            "audio_files": [], "assigned_to": None, "referred_to": None, "bankruptcy_information": None,
            "absolute_url": f"/docket/{told.id}/{slug}/", "date_created": created, "date_modified": modified,
            "source": 1, "appeal_from_str": f"U.S. District Court, {COURTS[below].district}" if appellate else "",
            "assigned_to_str": judge.name if shows_judge else "",
            "referred_to_str": referred.name if shows_judge and told.id % 3 == 0 else "", "panel_str": "",
            "date_last_index": None, "date_cert_granted": None, "date_cert_denied": None, "date_argued": None,
            "date_reargued": None, "date_reargument_denied": None,
            "date_filed": None if told.path.born == "new_stub" else str(told.filed),
            "date_terminated": str(told.terminated) if told.terminated else None,
            "date_last_filing": str(told.entries[-1].day), "case_name_short": _short_name(told),
            "case_name": told.case_name, "case_name_full": "", "slug": slug, "docket_number": told.number,
            "docket_number_core": core_number(told.number), "docket_number_raw": told.number, "docket_number_source": 0,
            "federal_dn_office_code": office if rest else "", "federal_dn_case_type": rest[3:5] if rest else "",
            "federal_dn_judge_initials_assigned": judge.initials if shows_judge else "",
            "federal_dn_judge_initials_referred": referred.initials if shows_judge and told.id % 3 == 0 else "",
            "federal_defendant_number": None, "pacer_case_id": str(10_000 + told.id % 900_000), "cause": told.cause,
            "nature_of_suit": told.nature_of_suit, "jury_demand": "None" if suit else "",
            "jurisdiction_type": "U.S. Government Defendant" if suit else "",
            "appellate_fee_status": "USA - No Fee Req" if circuit else "",
            "appellate_case_type_information": "civil, united states" if circuit else "",
            "mdl_status": "", "filepath_ia": "", "filepath_ia_json": "", "ia_upload_failure_count": None,
            "ia_needs_upload": True, "ia_date_first_change": created, "date_blocked": None, "blocked": False,
            "appeal_from": link("courts", below) if circuit else None,
            "parent_docket": None, "tags": [], "panel": [],
        }  # fmt: skip

    def origin(self, story: Story, told: Told, created: str) -> Row | None:
        """originating_court_information of an appeal: the district docket it came from."""
        if told.desk.part != "A":
            return None
        below = story.dockets[0]
        decided = next((e.day for e in below.entries if e.act.startswith("judgment")), None)
        noticed = next((e.day for e in below.entries if e.act.startswith("appeal_notice")), None)
        number = self._id("origin")
        return {
            "resource_uri": link("originating-court-information", number), "id": number, "date_created": created,
            "date_modified": created, "docket_number": below.number, "docket_number_raw": below.number,
            "assigned_to_str": below.desk.judge.name, "ordering_judge_str": "", "court_reporter": "",
            "date_disposed": None, "date_filed": str(below.filed), "date_judgment": str(decided) if decided else None,
            "date_judgment_eod": str(decided) if decided else None,
            "date_filed_noa": str(noticed) if noticed else None, "date_received_coa": str(told.filed),
            "date_rehearing_denied": None, "assigned_to": None, "ordering_judge": None,
        }  # fmt: skip

    def parties(self, told: Told, created: str) -> tuple[list[Row], list[Row]]:
        """(parties, attorneys) of a docket; none where only RSS told of it."""
        if told.path.born in ("stub", "new_stub"):
            return [], []
        desk = told.desk
        ours = [(name, "") for name in desk.filers]
        theirs = [(one.name, one.extra_info) for one in desk.respondents]
        role, other = _roles(told)
        parties: list[Row] = []
        attorneys: list[Row] = []
        for side, names, lawyer in ((role, ours, desk.advocate), (other, theirs, desk.government_lawyer)):
            rows = [_party_row(self._id("party"), told.id, name, side, extra, created) for name, extra in names]
            attorneys.append(_attorney_row(self._id("attorney"), told, lawyer, rows, created))
            parties += rows
        return parties, attorneys


def _entry_row(number: int, docket: int, entry: Entry, created: str, modified: str, place: str) -> Row:
    return {
        "resource_uri": f"{BASE}docket-entries/{number}/", "id": number, "docket": f"{BASE}dockets/{docket}/",
        "recap_documents": [], "date_created": created, "date_modified": modified, "date_filed": str(entry.day),
        "time_filed": None, "entry_number": entry.number, "recap_sequence_number": place, "pacer_sequence_number": None,
        "description": entry.text, "tags": [],
    }  # fmt: skip


def _first_seen(row: Row, entry: Entry) -> Row:
    """The same entry as RSS had it: a short title on its one document, no text."""
    document = {**row["recap_documents"][0], "description": entry.short, "date_modified": row["date_created"]}
    document |= {"is_available": False, "sha1": "", "page_count": None, "file_size": None, "filepath_local": None}
    document |= {"plain_text": "", "ocr_status": None, "date_upload": None}
    return {
        **row, "recap_documents": [document], "date_modified": row["date_created"], "pacer_sequence_number": None,
        "description": "",
    }  # fmt: skip


def _party_row(number: int, docket: int, name: str, role: str, extra: str, created: str) -> Row:
    party_type = {
        "docket": link("dockets", docket), "docket_id": docket, "name": role, "date_terminated": None,
        "extra_info": extra, "highest_offense_level_opening": "", "highest_offense_level_terminated": "",
        "criminal_counts": [], "criminal_complaints": [],
    }  # fmt: skip
    return {
        "resource_uri": link("parties", number), "id": number, "attorneys": [], "party_types": [party_type],
        "date_created": created, "date_modified": created, "name": name, "extra_info": "",
    }  # fmt: skip


def _attorney_row(number: int, told: Told, lawyer: people.Person, parties: list[Row], created: str) -> Row:
    """A lawyer for all of `parties`, which get the link back. Contact data is of the kinds kept for fiction."""
    docket = link("dockets", told.id)
    own = link("attorneys", number)
    represented = [
        {"role": role, "docket": docket, "party": party["resource_uri"], "date_action": None}
        for party in parties
        for role in (1, 2)
    ]
    for party in parties:
        party["attorneys"] = [
            {
                "attorney": own, "attorney_id": number, "date_action": None, "docket": docket, "docket_id": told.id,
                "role": role,
            }
            for role in (1, 2)
        ]  # fmt: skip
    post = sum(map(ord, lawyer.name)) % 100
    phone, fax = f"202-555-01{post:02}", f"202-555-01{99 - post:02}"
    email = f"{slugged(lawyer.name)}@law.example.org"
    firm = matters.FIRMS[post % len(matters.FIRMS)]
    return {
        "resource_uri": own, "id": number, "parties_represented": represented, "date_created": created,
        "date_modified": created, "name": lawyer.name,
        "contact_raw": f"{firm}\n{post} Nowhere Street, Suite {post % 9 + 1}\n{phone}\nFax: {fax}\nEmail: {email}\n",
        "phone": phone, "fax": fax, "email": email,
    }  # fmt: skip


def _roles(told: Told) -> tuple[str, str]:
    """(the suing side, the government) as parties are called here."""
    if told.desk.appellate:
        by_government = not any(step.act == "appeal_notice_pet" for step in told.path.steps)
        return ("Appellee", "Appellant") if by_government else ("Appellant", "Appellee")
    if "-cr-" in told.number:
        return "Defendant", "Plaintiff"
    return ("Petitioner", "Respondent") if told.desk.cast.individual else ("Plaintiff", "Defendant")


def _short_name(told: Told) -> str:
    cast = told.desk.cast
    return people.without_accents(cast.petitioners[0].family) if cast.petitioners and not cast.organisations else ""


def core_number(number: str) -> str:
    """docket_number_core: "0:26-cv-00871" -> "2600871", "26-1011" -> "26001011", "25A612" -> ""."""
    parts = re.fullmatch(r"(\d:)?(\d\d)-(?:[a-z]{2}-)?(\d+)", number)
    return parts[2] + parts[3].zfill(5 if parts[1] else 6) if parts else ""


def court_rows() -> Iterator[Row]:
    """All 94 districts, the thirteen circuits and the Supreme Court."""
    for circuit in CIRCUITS.values():
        yield _court_row(
            circuit.id, None, circuit.fjc_id, circuit.position, circuit.citation, circuit.short_name, circuit.full_name,
            circuit.start_date, "F",
        )  # fmt: skip
    for court in COURTS.values():
        yield _court_row(
            court.id, int(court.pacer_id), court.fjc_id, court.position, court.citation, court.short_name,
            f"District Court, {court.short_name}", None, "FD",
        )  # fmt: skip


def _court_row(
    court_id: str, pacer_id: int | None, fjc_id: str, position: float, citation: str, short: str, full: str,
    start: str | None, jurisdiction: str,
) -> Row:  # fmt: skip
    higher = court_id in APPELLATE or court_id == "cafc"
    return {
        "resource_uri": link("courts", court_id), "id": court_id, "pacer_court_id": pacer_id,
        "pacer_has_rss_feed": None, "pacer_rss_entry_types": "", "date_last_pacer_contact": None,
        "fjc_court_id": fjc_id, "date_modified": _COURTS_MODIFIED, "in_use": True, "has_opinion_scraper": higher,
        "has_oral_argument_scraper": higher, "position": position, "citation_string": citation, "short_name": short,
        "full_name": full, "url": f"http://www.{court_id}.uscourts.gov/", "start_date": start, "end_date": None,
        "jurisdiction": jurisdiction, "parent_court": None, "appeals_to": [],
    }  # fmt: skip
