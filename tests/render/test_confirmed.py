"""From a judge's words to a label on a page: no output names a breach before a person has confirmed it there.

A small world is built twice, once with the finding and once with a harmless order in its place. Whatever says "breach"
in the one site and not in the other is our label: counting both leaves out the method page's vocabulary.
"""
import datetime as dt
import html
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from writwatch.render import casebook, privacy, published, wording
from writwatch.render.build import build
from writwatch.render.cases import Case, DocketRef
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import ENGLISH, MethodFacts, SiteLook
from writwatch.render.procedure import rules, status
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.procedure.findings import Decision
from writwatch.render.withheld import tellable, withhold

from .factory import texts_in

AS_OF = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)
HARMLESS = "ORDER: The matter is taken under advisement."
PURGED = "ORDER: The civil contempt found on May 7 is PURGED."
STORY = (
    "PETITION for Writ of Habeas Corpus by Petitioner.",
    "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release Petitioner by May 5, 2026.",
    "MOTION to Enforce Judgment by Petitioner.",
)
FINDINGS = {
    "contempt": "ORDER: The Court finds Respondents in civil contempt of the 2 Order.",
    "a violation": "ORDER. The Court finds that the government violated its May 3 Order.",
    "a motion for contempt granted": "ORDER granting 3 Motion for Contempt.",
    "a violation, the motion granted": "ORDER granting 3 Motion to Enforce. The Court finds that Respondents have "
                                       "violated the 2 Order.",
}
LABELS = (
    "contempt_finding", "violation_found", "cured", "compliance.violated", "compliance.complied",
    wording.EVENTS["contempt_finding"].sentence, wording.COMPLIANCE["violation_found"].partition("{")[0],
    wording.UNDONE["contempt_finding", "purged"], wording.UNDONE["contempt_finding", "vacated"],
    "Violation found", "Mended", "not followed", "granted a motion for contempt",
)
"""Our words for a breach, as ids and as pages have them. The docket's own ("in civil contempt") are not among them."""
FINDING = 104
WITH_DATES = (
    "ORDER: The Court finds Respondents in civil contempt of the 2 Order. Respondents may purge the contempt by "
    "releasing Petitioner by July 10, 2026. Contempt hearing set for 7/3/2026 at 10:00 AM. Response as to why "
    "Respondents should not be held in contempt due by 7/8/2026.")
TORN = re.compile(r"(?i)contempt hearing(?! set for)|purge the contempt by releasing Petitioner(?! by July)"
                  r"|(?<!why )Respondents should not be held")
"""What the words for these dates would be without the sentences they stand in."""


def case(*texts: str) -> tuple[Case, Docket]:
    """One docket with these entries, two days apart from 1 May; ids from 101."""
    days = [dt.date(2026, 5, 1 + 2 * place) for place in range(len(texts))]
    entries = tuple(
        Entry(101 + place, 1, "mnd", place + 1, f"{day}.{place:03}", day, text)
        for place, (day, text) in enumerate(zip(days, texts, strict=True)))
    docket = Docket(1, "mnd", "0:26-cv-00100", "M.C.P. v. Warden", days[0], entries=entries)
    return Case("mnd-0-26-cv-00100", "", "detention", "", "core", "", None, (DocketRef(id=1),)), docket


def shown(texts: Sequence[str], decisions: Sequence[Decision] = ()) -> published.PublishedCase:
    one, docket = case(*texts)
    made = privacy.publish(*casebook.read(one, [docket], AS_OF.date(), decisions))
    assert made is not None
    return made


def site(folder: Path, texts: Sequence[str], *decisions: Decision, policy: str = "initials") -> dict[str, str]:
    """Every file of the built site, its text as a reader has it."""
    method = MethodFacts(rules.RULES, status.STATUS_TABLE, status.AXES)
    look, made = SiteLook(base_url="https://tracker.example.org"), shown(texts, decisions)._replace(policy=policy)
    build([made], look, folder, AS_OF, method=method, outputs=standard_outputs(look, AS_OF, (ENGLISH,)))
    return {path: html.unescape(re.sub(r"</?a\b[^>]*>", "", text)) for path, text in texts_in(folder).items()}


def labels(files: dict[str, str]) -> Counter[tuple[str, str]]:
    """How often each label stands in each file."""
    found = {(name, label): len(re.findall(re.escape(label), text, re.IGNORECASE))
             for name, text in files.items() for label in LABELS}
    return Counter(found)


def confirm(**what: str) -> Decision:
    return Decision("confirm", "Dana Whitlow", dt.date(2026, 6, 1), entry_id=FINDING, **what)


CONFIRMED = {
    "contempt": confirm(event="contempt_finding"),
    "a violation": confirm(axis="compliance", value="violation_found"),
    "a motion for contempt granted": confirm(event="contempt_finding"),
    "a violation, the motion granted": confirm(axis="compliance", value="violation_found"),
}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """The labels of the site without any finding: the vocabulary of the method page."""
    return labels(site(tmp_path_factory.mktemp("site") / "public", [*STORY, HARMLESS]))


@pytest.mark.parametrize("finding", FINDINGS)
@pytest.mark.parametrize("after", [(), (PURGED,)], ids=["", "purged"])
def test_nothing_is_named_before_a_person_confirmed_it(
    tmp_path: Path, harmless: Counter[tuple[str, str]], finding: str, after: tuple[str, ...]
):
    """Every file of a whole site: does any hold one label more than it would without the finding?"""
    files = site(tmp_path / "public", [*STORY, FINDINGS[finding], *after])
    assert labels(files) - harmless == Counter()
    assert FINDINGS[finding][:30] in files["cases/mnd-0-26-cv-00100.html"], "the court's own words stay"
    clock = shown([*STORY, FINDINGS[finding], *after]).axes["compliance"]
    assert [(value.value, value.confidence) for value in clock] in (
        [("no_report_seen", "inferred")], [("no_report_seen", "read")])


OTHERS = [
    confirm(axis="custody", value="released"),
    confirm(axis="stage", value="enforcement"),
    confirm(event="order_to_show_cause"),
    Decision("confirm", "Dana Whitlow", dt.date(2026, 6, 1), event="contempt_finding", entry_id=103),
    Decision("reject", "Dana Whitlow", dt.date(2026, 6, 1), event="contempt_finding", entry_id=FINDING),
    Decision("confirm", "Dana Whitlow", dt.date(2026, 7, 1), event="contempt_finding", entry_id=FINDING),
]


@pytest.mark.parametrize("decision", OTHERS)
def test_another_decision_names_nothing_of_this_entry(decision: Decision):
    """Of the entry with the finding: does a decision on something else leave every label away?"""
    made = shown([*STORY, FINDINGS["contempt"]], [decision])
    there = [event.type for event in made.timeline if event.entry_id == FINDING]
    assert "contempt_finding" not in there
    proofs = [proof for value in made.axes["compliance"] if (proof := value.proof)]
    assert FINDING not in [proof.entry_id for proof in proofs]
    assert FINDING not in [found.proof and found.proof.entry_id for found in made.confirmed_findings]


@pytest.mark.parametrize("finding", FINDINGS)
def test_what_a_person_confirmed_is_named(tmp_path: Path, harmless: Counter[tuple[str, str]], finding: str):
    """And then: is it on the case's page, with who confirmed it and when?"""
    made = shown([*STORY, FINDINGS[finding]], [CONFIRMED[finding]])
    [value] = made.axes["compliance"]
    assert (value.value, value.confidence, value.confirmed_by, value.confirmed_on) == (
        "violation_found", "confirmed", "Dana Whitlow", dt.date(2026, 6, 1))
    assert value.proof is not None
    assert value.proof.entry_id == FINDING
    page = "cases/mnd-0-26-cv-00100.html"
    files = site(tmp_path / "public", [*STORY, FINDINGS[finding]], CONFIRMED[finding])
    more = {label for name, label in labels(files) - harmless if name == page}
    assert wording.COMPLIANCE["violation_found"].partition("{")[0] in more
    assert (wording.EVENTS["contempt_finding"].sentence in more) is bool(CONFIRMED[finding].event)


def test_a_confirmed_breach_that_was_mended_is_told_as_mended(tmp_path: Path, harmless: Counter[tuple[str, str]]):
    made = shown([*STORY, FINDINGS["contempt"], PURGED], [CONFIRMED["contempt"]])
    [value] = made.axes["compliance"]
    assert (value.value, value.confidence) == ("cured", "read")
    files = site(tmp_path / "public", [*STORY, FINDINGS["contempt"], PURGED], CONFIRMED["contempt"])
    more = {label for name, label in labels(files) - harmless if name.startswith("cases/")}
    assert wording.UNDONE["contempt_finding", "purged"] in more


FOUND, MENDED = "ORDER: The Court finds that Respondents violated the 2 Order.", (
    "MINUTE ORDER: The Court finds that the violations identified in its 4 Order have been remedied.")
BREACH = confirm(axis="compliance", value="violation_found")
CURE = BREACH._replace(value="cured", entry_id=105)


@pytest.mark.parametrize("decisions", [(BREACH, CURE), (CURE, BREACH), (BREACH,)])
def test_a_breach_and_its_cure_in_the_order_of_the_docket(decisions: tuple[Decision, ...]):
    """Confirmed in any order, and the breach alone: does the page say both, each with its day, and the cure last?"""
    made = tellable(shown([*STORY, FOUND, MENDED], decisions))
    told = wording.Wording().lede(made)
    assert told[-2:] == ["A judge found on 7 May 2026 that the order was not followed.",
                         "The court noted on 9 May 2026 that its order was now followed."]
    assert [change.new for change in made.history if change.axis == "compliance"][-2:] == ["violation_found", "cured"]


@pytest.mark.parametrize("breach", [FOUND, FOUND.replace("ORDER:", "ORDER granting 3 Motion to Enforce.")])
def test_a_confirmed_finding_stands_beside_its_proof(tmp_path: Path, breach: str):
    """A breach and its cure: is each said with its words and who confirmed it, in the lead and on the timeline?"""
    page = site(tmp_path / "public", [*STORY, breach, MENDED], BREACH, CURE)["cases/mnd-0-26-cv-00100.html"]
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    lead, timeline = told.partition(" Next ")[0], told.partition(" Timeline ")[2].partition(" Docket ")[0]
    order = ["A judge found on 7 May 2026 that the order was not followed. “", "violated", "” entry 4",
             "confirmed by Dana Whitlow, 1 June 2026",
             "The court noted on 9 May 2026 that its order was now followed. “", "remedied", "” entry 5",
             "confirmed by Dana Whitlow, 1 June 2026"]
    assert re.search(".*".join(order), lead), lead
    order = ["9 May 2026 The court noted that its order was now followed.", "remedied", "confirmed by Dana Whitlow",
             "7 May 2026 A judge found that the order was not followed.", "violated", "confirmed by Dana Whitlow"]
    assert re.search(".*".join(order), timeline), timeline


def test_a_cure_alone_names_no_breach(tmp_path: Path, harmless: Counter[tuple[str, str]]):
    """Only that it was mended is confirmed: does every file leave the breach away, and is the sentence whole?"""
    made = tellable(shown([*STORY, FOUND, MENDED], [CURE]))
    assert [(each.old, each.new) for each in made.history if each.axis == "compliance"][-1:] == [
        ("no_report_seen", "cured")]
    assert wording.Wording().lede(made)[-1] == "The court noted on 9 May 2026 that its order was now followed."
    files = labels(site(tmp_path / "public", [*STORY, FOUND, MENDED], CURE)) - harmless
    assert {label for _, label in files} == {"cured", "compliance.complied", "Mended"}


@pytest.mark.parametrize("decisions", [(BREACH, CURE), (CURE, BREACH)])
def test_what_is_told_in_place_of_a_second_breach(decisions: tuple[Decision, ...]):
    """Found, mended and found again, the last not confirmed: does what the docket says last of the others stand?"""
    [value] = shown([*STORY, FOUND, MENDED, FOUND], decisions).axes["compliance"]
    assert (value.value, value.proof and value.proof.entry_id) == ("cured", 105)


def test_the_dates_of_a_finding_accuse_nobody(tmp_path: Path, harmless: Counter[tuple[str, str]]):
    """A hearing and deadlines that a finding sets: in every file, are their words those of whole sentences alone?"""
    files = site(tmp_path / "public", [*STORY, WITH_DATES], policy="public")
    assert labels(files) - harmless == Counter()
    told = {name: text.replace("\r\n ", "") for name, text in files.items()}
    assert [name for name, text in told.items() if TORN.search(text)] == []
    page = told["cases/mnd-0-26-cv-00100.html"]
    assert "Contempt hearing set for 7/3/2026 at 10:00 AM" in page, "the court's own words stay"
    assert "2026-07-03T10:00" in page
    assert "SUMMARY:Hearing" in told["calendars/all.ics"]


def test_the_dates_of_a_confirmed_finding_keep_their_names():
    """And once a person confirmed it there?"""
    made = tellable(shown([*STORY, WITH_DATES], [CONFIRMED["contempt"]]))
    assert [date.what for date in made.hearings_to_come] == ["Contempt hearing"]


@pytest.mark.parametrize(("reports", "expected"), [
    ((), ("no_report_seen", None)), (("STATUS REPORT by Respondents.",), ("reported", 103)),
])
def test_a_report_is_not_unsaid(reports: tuple[str, ...], expected: tuple[str, int | None]):
    """Where a finding may not be told, does the due date say what it would say without it: a report, where one came?"""
    made = shown([*STORY[:2], *reports, FINDINGS["contempt"]])
    [due] = made.compliance_due
    assert (due.result, due.result_proof and due.result_proof.entry_id) == expected


def test_one_word_for_what_is_only_quoted():
    """`published` and `wording` both name it: is it the same name?"""
    assert published.QUOTED == wording.QUOTED


def test_the_door_knows_what_it_let_through() -> None:
    """What came out comes again, from every output: is it let through as it is, and every other case looked at?"""
    first, second = (shown([*STORY, WITH_DATES], decided) for decided in ([], [CONFIRMED["contempt"]]))
    for case in (first, second, first):
        told = tellable(case)
        assert tellable(told) is told
        assert told == tellable(withhold(case))
    assert tellable(first) != tellable(second)


AGAIN = "ORDER. The Court finds that Respondents violated the 2 Order. Respondents shall file a report by May 8, 2026."
PURGE = "ORDER. The contempt found on May 7 is PURGED. Respondents shall file a status report by June 5, 2026."


def due(texts: Sequence[str], *decisions: Decision) -> list[tuple[str, str, int | None]]:
    """What was due: day, result, and the entry that proves it."""
    case = tellable(shown(texts, decisions))
    return [(each.datetime, each.result or "", each.result_proof.entry_id if each.result_proof else None)
            for each in case.compliance_due]


def test_what_was_due_agrees_with_a_confirmed_breach_and_its_cure():
    """Each line of what was due: found, mended, or silent, as the box beside it says; what came due later apart?"""
    texts, later = [*STORY, AGAIN, PURGE], ("2026-06-05", "no_report_seen", None)
    silent = [("2026-05-05", "no_report_seen", None), ("2026-05-08", "no_report_seen", None)]
    assert due(texts) == [*silent, later]
    assert due(texts[:-1], BREACH) == [("2026-05-05", "violation_found", 104), silent[1]]
    mended = [("2026-05-05", "cured", 105), ("2026-05-08", "cured", 105)]
    assert due(texts, BREACH) == due(texts, BREACH, CURE) == [*mended, later]
    assert wording.Wording().lede(tellable(shown(texts, [BREACH])))[-2:] == [
        "The court noted on 9 May 2026 that its order was now followed.",
        "A report was due by 5 June 2026; none has been seen on the public docket."]


@pytest.mark.parametrize("value", ["cured", "violation_found", "reported"])
def test_what_was_due_agrees_with_what_a_person_decided(value: str):
    """Where no rule read it: is the line not silent any more, and gone where nothing was due?"""
    decided = confirm(axis="compliance", value=value)._replace(action="correct")
    letter = "LETTER from Respondents."
    assert due([*STORY, letter], decided) == [("2026-05-05", value, 104)]
    assert due([*STORY, letter], decided._replace(value="nothing_due")) == []


def test_what_was_due_agrees_with_the_cure_of_an_earlier_breach():
    """Found, mended, and found again, which nobody confirmed: is the line not silent, as the box is not?"""
    assert [result for _, result, _ in due([*STORY, AGAIN, PURGE, FOUND], BREACH, CURE)] == ["cured", "cured",
                                                                                            "no_report_seen"]
