"""Published cases for the tests of the pages, made by hand or by the hundred from a seed. All people are invented."""
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from writwatch.render import published as say
from writwatch.render.unpacked import texts

AS_OF = dt.datetime(2026, 4, 10, 11, 10, tzinfo=dt.UTC)
TODAY = AS_OF.date()

FILED = "PETITION for Writ of Habeas Corpus against the Warden, filed by M. C. P. Filing fee $5."
CAUSE = "ORDER TO SHOW CAUSE. Respondents shall answer the petition within three days of this order."
GRANT = (
    "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release Petitioner from custody and "
    "shall report on it to the Court no later than January 17, 2026. Signed by Judge Wren Halloway on 1/15/2026."
)
REPORT = "STATUS REPORT by the Warden: Petitioner was released on January 16."


def entry(id: int, number: int | None, day: dt.date | None, text: str, docket_id: int = 990001,
          **more: Any) -> say.PublishedEntry:
    """An entry; `more` replaces documents, unread, cancelled, seen."""
    given: dict[str, Any] = {"documents": (), "unread": False, "cancelled": False, "seen": False} | more
    url = say.courtlistener_url(docket_id, number, id)
    return say.PublishedEntry(id, docket_id, number, day, text, courtlistener=url, **given)


def proof(of: say.PublishedEntry, quote: str, rule: str = "habeas-granted") -> say.Proof:
    """These words of that entry."""
    return say.Proof(of.docket_id, of.id, of.entry_number, of.date_filed, quote, rule, of.courtlistener)


def event(of: say.PublishedEntry, type: str, quote: str, *, kind: str | None = None, outcome: tuple[str, ...] = (),
          sense: str | None = None, rule: str = "habeas-granted") -> say.PublishedEvent:
    """Something that entry says happened."""
    return say.PublishedEvent(
        of.date_filed, of.docket_id, of.id, of.entry_number, type, kind, outcome, sense, (), proof(of, quote, rule))


def docket(id: int, court_id: str, number: str, entries: tuple[say.PublishedEntry, ...] = (),
           **more: Any) -> say.PublishedDocket:
    """A docket with those entries; `more` replaces what else it says."""
    given: dict[str, Any] = {
        "caption": "M.C.P. v. Secretary of Homeland Security", "date_filed": dt.date(2026, 1, 3),
        "date_terminated": None,
        "date_last_filing": max((each.date_filed for each in entries if each.date_filed), default=None),
        "nature_of_suit": "463 Habeas Corpus – Alien Detainee",
        "cause": "28:2241 Petition for Writ of Habeas Corpus", "judge": "Wren Halloway", "referred_to": "",
        "courtlistener": say.courtlistener_url(id),
        "parties": (
            say.PublishedParty("M.C.P.", ("Petitioner",), True, ("Ida Brandvold",)),
            say.PublishedParty("Secretary of Homeland Security", ("Respondent",), False, ("U.S. Attorney’s Office",)),
        ),
        "last_checked": AS_OF - dt.timedelta(hours=2),
    }
    return say.PublishedDocket(id, court_id, number, entries=entries, **given | more)


def shown(value: str, of: say.Proof | None = None, confidence: str = "read") -> say.Shown:
    """A value since the day of its proof."""
    return say.Shown(value, of.date_filed if of else None, of, confidence)


def released(**changes: Any) -> say.PublishedCase:
    """A petition granted, a release ordered and reported."""
    filed = entry(1, 1, dt.date(2026, 1, 3), FILED, documents=(say.PublishedDocument("1", None, "Petition", True),))
    cause = entry(2, 4, dt.date(2026, 1, 5), CAUSE)
    minute = entry(3, None, dt.date(2026, 1, 9), "Notice of Appearance by Ida Brandvold")
    grant = entry(4, 10, dt.date(2026, 1, 15), GRANT)
    report = entry(5, 12, dt.date(2026, 1, 17), REPORT)
    petition = proof(filed, FILED[:35], "petition-filed")
    ruling = proof(grant, GRANT[:51])
    release = proof(grant, "Respondents shall release Petitioner from custody", "release-ordered")
    told = proof(report, REPORT, "status-report")
    case = say.PublishedCase(
        slug="mnd-0-26-cv-00123", title="M.C.P. v. Secretary of Homeland Security", topic="detention", scope="core",
        government_action="Detention without a bond hearing", why="One of this court’s first rulings on the new rule.",
        policy="initials", kind="individual_detention", kind_reason="nature of suit 463",
        status=shown("relief_granted_final", ruling),
        axes={
            "stage": (shown("decided", ruling, "inferred"),), "interim": (shown("none"),),
            "merits": (shown("granted", ruling),), "proceedings": (shown("active"),),
            "custody": (shown("release_ordered", release),), "compliance": (shown("reported", told, "confirmed"),),
            "appeal": (shown("none"),), "docket": (shown("open"),),
        },
        evidence=(ruling,),
        timeline=(
            event(filed, "complaint_or_petition_filed", petition.quote, rule=petition.rule),
            event(cause, "order_to_show_cause", "ORDER TO SHOW CAUSE", sense="routine", rule="show-cause"),
            event(minute, "appearance", "Notice of Appearance", rule="appearance"),
            event(grant, "habeas_ruling", ruling.quote, outcome=("granted",)),
            event(grant, "release_ordered", release.quote, rule=release.rule),
            event(report, "status_report", "STATUS REPORT", rule="status-report"),
        ),
        history=(
            say.PublishedChange(filed.date_filed, "status", "unknown", "open_pending", petition),
            say.PublishedChange(grant.date_filed, "status", "open_pending", "relief_granted_final", ruling),
            say.PublishedChange(grant.date_filed, "compliance", "nothing_due", "due", ruling),
            say.PublishedChange(report.date_filed, "compliance", "due", "reported", told),
        ),
        hearings_to_come=(),
        compliance_due=(
            say.PublishedDate(990001, "deadline", "2026-01-17", "report on the release", "reported",
                              proof(grant, "no later than January 17, 2026"), told),
        ),
        unread=(), seen=(), conflicts=(), appointed_by="an invented President",
        dockets=(docket(990001, "mnd", "0:26-cv-00123", (filed, cause, minute, grant, report)),),
    )
    return case._replace(**changes)


def pending(**changes: Any) -> say.PublishedCase:
    """A policy suit with a hearing to come, an appeal joined, an unread entry and one whose outcome is not stated."""
    title = "Harbor Light Legal Aid v. Department of Homeland Security"
    filed = entry(21, 1, dt.date(2026, 3, 2), "COMPLAINT against the Department of Homeland Security", 990002)
    tro = entry(22, 9, dt.date(2026, 4, 8), "ORDER granting in part 3 Motion for Temporary Restraining Order.", 990002)
    odd = entry(23, 11, dt.date(2026, 4, 9), "ORDER as set out on the record.", 990002, unread=True)
    stub = entry(24, 12, dt.date(2026, 4, 9), "Order on Motion to Expedite", 990002, seen=True)
    hearing = entry(25, 13, dt.date(2026, 4, 9), "Hearing on the injunction set for 4/14/2026 at 09:30 AM.", 990002)
    appeal = entry(26, 100200300, dt.date(2026, 4, 9), "Appeal docketed.", 990003)
    granted = proof(tro, tro.text, "tro-granted")
    at = proof(hearing, "set for 4/14/2026 at 09:30 AM", "hearing-set")
    case = say.PublishedCase(
        slug="harbor-light-v-dhs", title=title, topic="oversight", scope="core", government_action="", why="",
        policy="public", kind="impact", kind_reason="an organisation sues",
        status=shown("relief_granted_interim", granted),
        axes={
            "stage": (shown("briefed", None, "inferred"),),
            "interim": (shown("tro", granted), shown("no_transfer_order")),
            "merits": (shown("none"),), "custody": (shown("unknown"),), "compliance": (shown("nothing_due"),),
        },
        evidence=(granted,),
        timeline=(
            event(filed, "complaint_or_petition_filed", "COMPLAINT", rule="complaint-filed"),
            event(tro, "order_on_motion", granted.quote, kind="tro", outcome=("granted_in_part",), rule="tro-granted"),
            event(tro, "tro_entered", granted.quote, rule="tro-granted"),
            event(hearing, "hearing_scheduled", "Hearing on the injunction set", outcome=("set",), rule="hearing-set"),
        ),
        history=(), conflicts=("Entry 9 grants the motion in part; entry 12 names another motion.",),
        hearings_to_come=(
            say.PublishedDate(990002, "hearing_scheduled", "2026-04-14T09:30", "Hearing on the injunction", None, at,
                              None),
        ),
        compliance_due=(), unread=(proof(odd, odd.text, ""),), seen=(proof(stub, stub.text, ""),), appointed_by="",
        dockets=(
            docket(
                990002, "mad", "1:26-cv-10444", (filed, tro, odd, stub, hearing), judge="Otis Farrow-Lindqvist",
                caption=title, date_filed=filed.date_filed, nature_of_suit="895 Freedom of Information Act",
                cause="05:552 Freedom of Information Act",
                parties=(
                    say.PublishedParty(
                        "Harbor Light Legal Aid", ("Plaintiff",), False, ("Sol Amundsen", "Ada Prewitt")),
                    say.PublishedParty("Department of Homeland Security", ("Defendant",), False, ()),
                )),
            docket(
                990003, "ca1", "26-1333", (appeal,), judge="", nature_of_suit="", cause="", caption=title,
                date_filed=appeal.date_filed,
                parties=(say.PublishedParty("Harbor Light Legal Aid", ("Appellee",), False, ("Sol Amundsen",)),)),
        ),
    )
    return case._replace(**changes)


def overdue(**changes: Any) -> say.PublishedCase:
    """A bond hearing ordered by a date that has passed, and no report seen."""
    text = "ORDER: Respondents shall provide a bond hearing by April 8, 2026."
    ordered = entry(31, 7, dt.date(2026, 4, 1), text, 990004)
    quoted = proof(ordered, text[7:], "bond-hearing-ordered")
    case = released(
        slug="txsd-4-26-cv-00777", title="R.T.A. v. Warden", why="", status=shown("relief_granted_final", quoted),
        axes={"custody": (shown("bond_hearing_ordered", quoted),),
              "compliance": (say.Shown("no_report_seen", dt.date(2026, 4, 8), quoted, "inferred"),)},
        timeline=(event(ordered, "bond_hearing_ordered", quoted.quote, rule="bond-hearing-ordered"),), history=(),
        compliance_due=(
            say.PublishedDate(990004, "deadline", "2026-04-08", "bond hearing", "no_report_seen", quoted, None),
        ),
        dockets=(docket(990004, "txsd", "4:26-cv-00777", (ordered,), caption="R.T.A. v. Warden"),),
    )
    return case._replace(**changes)


def accused(confidence: str, **changes: Any) -> say.PublishedCase:
    """A case in which a judge found that an order was broken, as the reading has it, with this confidence."""
    found = entry(41, 20, dt.date(2026, 4, 2), "ORDER. The Court finds Respondents in contempt of its order.", 990005)
    words = proof(found, "finds Respondents in contempt of its order", "contempt")
    broken = shown("violation_found", words, confidence)
    case = released(
        slug="gamd-4-26-cv-00009", title="L.O. v. Warden", axes={"compliance": (broken,)},
        timeline=(
            event(found, "contempt_finding", words.quote, rule="contempt"),
            event(found, "order_on_motion", words.quote, kind="contempt", outcome=("granted",), rule="contempt"),
        ),
        history=(say.PublishedChange(found.date_filed, "compliance", "due", "violation_found", words),),
        compliance_due=(
            say.PublishedDate(990005, "deadline", "2026-04-01", "release", "violation_found", words, words),
        ),
        dockets=(docket(990005, "gamd", "4:26-cv-00009", (found,)),),
    )
    return case._replace(**changes)


STATUSES = (
    ("open_pending", 46, ()), ("relief_granted_final", 24, ("habeas_ruling", "release_ordered")),
    ("relief_granted_interim", 6, ("tro_entered",)), ("relief_denied", 8, ("habeas_ruling",)),
    ("dismissed", 6, ("dismissal",)), ("voluntarily_dismissed", 4, ("voluntary_dismissal",)),
    ("transferred", 3, ("transfer_out",)), ("on_appeal", 2, ("notice_of_appeal",)), ("stayed", 1, ("stay_entered",)),
    ("closed_other", 2, ("case_closed",)), ("unknown", 2, ()), ("settled", 1, ("settlement",)), ("remanded", 1, ()),
)
ORDERS = {
    "habeas_ruling": "ORDER on 1 Petition for Writ of Habeas Corpus", "release_ordered": "Petitioner shall be released",
    "tro_entered": "ORDER granting 3 Motion for TRO", "dismissal": "ORDER dismissing the case",
}
COURTS = ("mnd", "txsd", "txwd", "cacd", "casd", "nysd", "njd", "mad", "gamd", "lawd", "ilnd", "azd", "cod", "wawd")
JUDGES = ("Wren Halloway", "Otis Farrow-Lindqvist", "Marguerite Oyelaran", "Tobiah Vance", "Selma Rostad")
TOPICS = ("detention",) * 12 + ("removal", "operations", "local-police", "children", "places", "speech", "status")
OFFICES = ("Warden", "Field Office Director", "Secretary of Homeland Security")


def many(count: int, seed: int = 1, entries: int = 12) -> Iterator[say.PublishedCase]:
    """`count` cases of every status, one at a time; the same seed makes the same cases."""
    chance = random.Random(seed)
    for number in range(count):
        yield _made(number, chance, entries)


def _made(number: int, chance: random.Random, length: int) -> say.PublishedCase:
    status, _, happened = chance.choices(STATUSES, weights=[row[1] for row in STATUSES])[0]
    court, docket_id = chance.choice(COURTS), 991_000_000 + number
    initials = ".".join(chance.choice("ABCDEFGHJKLMNOPRSTV") for _ in range(chance.choice((2, 3)))) + "."
    title = f"{initials} v. {chance.choice(OFFICES)}"
    filed = TODAY - dt.timedelta(days=chance.randrange(1, 300))
    rows = _entries(docket_id, filed, length, happened, chance)
    last = rows[-1]
    ruling = proof(last, ORDERS.get(happened[0], last.text)) if happened else None
    silent = status == "relief_granted_final" and chance.random() < 0.2
    hearing = f"{TODAY + dt.timedelta(days=chance.randrange(1, 60))}T10:00"
    coming = say.PublishedDate(
        docket_id, "hearing_scheduled", hearing, "Motion hearing", None, proof(last, last.text), None)
    outcome = ("denied",) if status == "relief_denied" else ("granted",)
    return released(
        slug=f"{court}-{number:05d}", title=title, topic=chance.choice(TOPICS), why="", government_action="",
        status=say.Shown(status, last.date_filed if happened else filed, ruling, "read"),
        axes={
            "stage": (shown("decided" if happened else "opened", ruling),),
            "custody": (shown("release_ordered" if "release_ordered" in happened else "unknown", ruling),),
            "compliance": (shown("no_report_seen" if silent else "nothing_due", ruling, "inferred"),),
        },
        timeline=(
            event(rows[0], "complaint_or_petition_filed", rows[0].text, rule="petition-filed"),
            *(event(last, each, ORDERS.get(each, last.text), outcome=outcome * (each == "habeas_ruling"))
              for each in happened),
        ),
        history=(), compliance_due=(), unread=tuple(proof(each, each.text, "") for each in rows if each.unread),
        hearings_to_come=(coming,) if status == "open_pending" and number % 3 == 0 else (),
        dockets=(docket(docket_id, court, f"{number % 9}:26-cv-{number:05d}", rows, caption=title,
                        judge=chance.choice(JUDGES), date_filed=filed),),
    )


def _entries(docket_id: int, filed: dt.date, length: int, happened: tuple[str, ...],
             chance: random.Random) -> tuple[say.PublishedEntry, ...]:
    span = (TODAY - filed).days + 1
    days = sorted(filed + dt.timedelta(days=chance.randrange(span)) for _ in range(length))
    texts = ["PETITION for Writ of Habeas Corpus.", *(f"NOTICE of hearing, part {n}." for n in range(length - 2))]
    texts.append(". ".join(ORDERS.get(each, "ORDER on the case") for each in happened) or "RESPONSE by the Warden.")
    return tuple(
        entry(docket_id * 100 + place, place + 1 if place % 5 else None, day, text, docket_id,
              unread=chance.random() < 0.01)
        for place, (day, text) in enumerate(zip(days, texts, strict=True)))


def texts_in(folder: Path) -> dict[str, str]:
    """Every file of a site with the text in it, what is packed taken apart; pictures and fonts have none."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: "\n".join(each.text for each in texts(name, path.read_bytes())) for name, path in files.items()}
