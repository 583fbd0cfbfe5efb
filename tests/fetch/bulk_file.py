"""An invented bulk file of dockets, as PostgreSQL's COPY writes it: how many in, a file out."""
import bz2
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

WORDS = (
    "id date_created date_modified source appeal_from_str assigned_to_str referred_to_str panel_str date_last_index "
    "date_cert_granted date_cert_denied date_argued date_reargued date_reargument_denied date_filed date_terminated "
    "date_last_filing case_name_short case_name case_name_full slug docket_number docket_number_core pacer_case_id "
    "cause nature_of_suit jury_demand jurisdiction_type appellate_fee_status appellate_case_type_information "
    "mdl_status filepath_local filepath_ia filepath_ia_json ia_upload_failure_count ia_needs_upload "
    "ia_date_first_change view_count date_blocked blocked appeal_from_id assigned_to_id court_id idb_data_id "
    "originating_court_information_id referred_to_id"
)
COLUMNS = WORDS.split()
"""The columns of search_docket that the file has."""

COURTS = ("mnd", "txsd", "cand", "njd", "gand", "wawd", "cacd", "ilnd")
SUITS = (
    "440 Civil Rights: Other", "365 Personal Inj. Prod. Liability", "190 Contract: Other", "", "",
    "530 Prisoner Petition: Habeas Corpus", "790 Labor: Other", "863 Social Security: DIWC/DIWW",
)
DETAINED = ("463 Habeas Corpus - Alien Detainee", "463 Habeas Corpus: Alien Detainee", "463 Alien Detainee")
FIRST = ("Rosa", "Emil", "Nadia", "Pavel", "Ines", "Tomas", "Yusra", "Oona")
LAST = ("Quispe Mamani", "Ferrand", "Nygaard", "Oyelaran", "Castellan", "Brandvold", "Haldorsen", "Mbeki-Stone")

Row = Mapping[str, str | None]


def rows(number: int, seed: int = 7) -> Iterator[Row]:
    """One docket in fifty is of nature of suit 463; here and there a name holds marks, a backslash or a line end."""
    draw = random.Random(seed)
    for n in range(1, number + 1):
        court, year = draw.choice(COURTS), draw.randint(5, 26)
        who = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
        if n % 400 == 0:
            who = f'{who}, a/k/a "R\\Q"'
        if n % 5_000 == 0:
            who += "\nand others"
        day = f"20{year:02}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield {
            "id": str(60_000_000 + n), "date_created": f"{day} 17:01:0{n % 10}.{n % 10**6:06}+00",
            "date_modified": f"{day} 18:11:0{n % 7}.{n * 37 % 10**6:06}+00", "source": "9", "appeal_from_str": "",
            "assigned_to_str": f"{draw.choice(FIRST)} S. {draw.choice(LAST)}", "referred_to_str": "", "panel_str": "",
            "date_filed": day, "date_terminated": day if n % 3 else None, "date_last_filing": day,
            "case_name_short": "", "case_name": f"{who} v. Harbor Office of {draw.choice(LAST)}",
            "case_name_full": "", "slug": f"somebody-v-harbor-office-{n}",
            "docket_number": f"{draw.randint(0, 9)}:{year:02}-cv-{n % 100_000:05}",
            "docket_number_core": f"{year:02}{n % 100_000:05}", "pacer_case_id": str(draw.randint(10**5, 10**6)),
            "cause": "28:2241 Petition for Writ of Habeas Corpus (federa",
            "nature_of_suit": draw.choice(DETAINED if n % 50 == 0 else SUITS), "jury_demand": "None",
            "jurisdiction_type": "U.S. Government Defendant", "appellate_fee_status": "",
            "appellate_case_type_information": "", "mdl_status": "", "filepath_local": "",
            "filepath_ia": f"https://www.archive.org/download/gov.uscourts.{court}.{n}/gov.uscourts.{court}.{n}.xml",
            "filepath_ia_json": "", "view_count": str(n % 9), "blocked": "f", "court_id": court,
            "assigned_to_id": str(draw.randint(1, 9_999)),
        }


def line(row: Row, quote: str = '"', escape: str = "\\", forced: bool = True) -> str:
    """A row as COPY … WITH (FORMAT csv, QUOTE quote, ESCAPE escape) writes it; `forced`: FORCE_QUOTE *."""
    return ",".join(cell(row.get(name), quote, escape, forced) for name in COLUMNS) + "\n"


def cell(text: str | None, quote: str, escape: str, forced: bool) -> str:
    if text is None:
        return ""
    if not forced and text and not any(mark in text for mark in (",", quote, "\n", "\r")):
        return text
    inner = text.replace(escape, escape * 2) if escape != quote else text
    return quote + inner.replace(quote, escape + quote) + quote


def write(path: Path, number: int, seed: int = 7) -> int:
    """The file, compressed as its name ends; as it is written since 2025. Returns the bytes before that."""
    size, block = 0, 20_000
    source = rows(number, seed)
    with bz2.open(path, "wb", 1) if path.suffix == ".bz2" else path.open("wb") as file:
        size += file.write((",".join(COLUMNS) + "\n").encode())
        for _ in range(0, number, block):
            size += file.write("".join(line(row) for row, _ in zip(source, range(block), strict=False)).encode())
    return size
