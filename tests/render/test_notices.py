"""Notices: is each thing told once, nothing unconfirmed or hidden ever, and does every message fit and stay a text?"""
import datetime as dt
import importlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writwatch.render.health import TROUBLES, Health
from writwatch.render.notice_text import digest, harmless, message
from writwatch.render.notices import Notice, Notices, by_weight
from writwatch.render.notify_rules import WHEN, Notify
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.withheld import withhold

from .factory import AS_OF, TODAY, accused, docket, entry, event, many, overdue, pending, proof, released, shown

LOOK = SiteLook(name="Ours", base_url="https://example.org/tracker/")
LONG_AGO = dt.date(2020, 1, 1)


def told(
    *cases: PublishedCase, when: Sequence[str] = WHEN, look: SiteLook = LOOK, first: dt.date = LONG_AGO,
    proposed: Sequence[int] = (), health: Health | None = None, **keys: Any,
) -> dict[str, Notice]:
    """What one rule tells of these cases, by key."""
    given = {"public": False} | keys
    notices = Notices(look, [Notify("desk", tuple(when), "env:X", **given)], AS_OF, [ENGLISH], first)
    for case in cases:
        notices.case(case, proposed)
    if health:
        notices.health(health)
    return notices.of["desk"]


def test_what_is_told() -> None:
    """A ruling, an order, an order past its day, a hearing: each under the key of its entry, as feeds have it?"""
    found = told(released(), overdue(), pending(), when=("rulings", "orders", "no_report_seen", "hearings"))
    assert {key: each.what for key, each in found.items()} == {
        "urn:writwatch:entry:4": "rulings", "urn:writwatch:entry:2": "orders",
        "urn:writwatch:entry:31": "rulings", "urn:writwatch:entry:31/no-report/2026-04-08": "no_report_seen",
        "urn:writwatch:entry:22": "rulings", "urn:writwatch:entry:25/hearing/2026-04-14T09:30": "hearings"}


def test_a_message() -> None:
    """Court, number, title, what happened, quote, where it stands: as a reader gets it?"""
    notice = told(released())["urn:writwatch:entry:4"]
    assert message(notice).body == (
        "D. Minn. 0:26-cv-00123 · M.C.P. v. Secretary of Homeland Security\n"
        "A judge granted the habeas petition. A judge ordered release.\n"
        "“ORDER granting 1 Petition for Writ of Habeas Corpus”\n"
        "Entry 10, 15 January 2026 · read by machine\n"
        "https://example.org/tracker/cases/mnd-0-26-cv-00123.html#entry-4")
    titled = message(notice, has_title=True)
    assert titled.title == "D. Minn. 0:26-cv-00123 · M.C.P. v. Secretary of Homeland Security"
    assert titled.body.startswith("A judge granted")


def test_without_an_address_the_entry_on_courtlistener() -> None:
    """By id, without the slug that would be a name?"""
    link = message(told(released(), look=SiteLook())["urn:writwatch:entry:4"]).body.splitlines()[-1]
    assert link == "https://www.courtlistener.com/docket/990001/-/?order_by=desc#entry-10"


def test_no_report_only_after_a_look() -> None:
    """A docket that was not looked at since the day: does nobody say that no report was seen?"""
    notice = told(overdue(), when=["no_report_seen"])
    said = next(iter(notice.values())).said
    assert said == ("A bond hearing was due by 8 April 2026. No report on it has been seen on the public docket, which "
                    "was last looked at on 10 April 2026.")
    report = overdue().compliance_due[0]._replace(what="report on the hearing")
    notice = told(overdue(compliance_due=(report,)), when=["no_report_seen"])
    assert next(iter(notice.values())).said == (
        "A report was due by 8 April 2026. None has been seen on the public docket, which was last looked at on "
        "10 April 2026.")
    for checked in (None, dt.datetime(2026, 4, 8, 20, tzinfo=dt.UTC)):
        held = overdue()
        one = held.dockets[0]._replace(last_checked=checked)
        assert told(held._replace(dockets=(one,)), when=["no_report_seen"]) == {}


def test_an_hour_by_another_clock_is_told_with_it() -> None:
    """A hearing by Central time in a court that goes by Eastern: is the zone told?"""
    (date,) = pending().hearings_to_come
    case = pending(hearings_to_come=(date._replace(timezone="America/Chicago"),))
    (notice,) = told(case, when=["hearings"]).values()
    assert notice.said == "A hearing is set for 14 April 2026, 09:30 Central time: Hearing on the injunction."


@pytest.mark.parametrize("public", [True, False])
def test_a_proposal_is_never_told_as_a_fact(public: bool) -> None:
    """Read by machine and confirmed by nobody: what does anybody hear of it?"""
    when = [each for each in WHEN if each != "violation_proposed"] if public else WHEN
    found = told(accused("read"), when=when, public=public, proposed=[41])
    texts = [message(each).body for each in found.values()]
    assert not re.search(r"contempt|violat|not followed|breach|finds Respondents", " ".join(texts))
    assert ("urn:writwatch:entry:41/proposed" in found) is not public
    if not public:
        said = message(found["urn:writwatch:entry:41/proposed"]).body
        assert "L.O. v. Warden" in said
        assert "For you to review: the machine proposes a finding about an order, which nobody has confirmed" in said


def test_a_public_rule_that_asks_for_proposals_gets_none() -> None:
    """The config refuses it; does the second lock hold?"""
    assert told(accused("read"), when=["violation_proposed"], public=True, proposed=[41]) == {}


def test_a_confirmed_finding_is_news_when_it_is_confirmed() -> None:
    """Its entry may have been told before as something else: has the finding a key of its own, and its day?"""
    on = dt.date(2026, 4, 9)
    found_broken = accused("confirmed").axes["compliance"][0]._replace(confirmed_by="A. Editor", confirmed_on=on)
    axes = {"compliance": (found_broken,)}
    found = told(accused("confirmed", axes=axes), when=["rulings"], public=True, first=dt.date(2026, 4, 8))
    notice = found["urn:writwatch:entry:41/finding"]
    assert notice.day == on
    assert "A judge found contempt" in notice.said
    assert "confirmed by A. Editor, 9 April 2026" in notice.note
    assert set(found) == {"urn:writwatch:entry:41/finding"}


def test_a_finding_without_an_event() -> None:
    """Confirmed as a value of the axis alone, where the entry itself was read as nothing."""
    case = accused("confirmed", timeline=())
    assert told(case, when=["rulings"])["urn:writwatch:entry:41/finding"].said == (
        "A judge found that an order was not followed.")


def test_a_stub_and_its_text_are_one_thing() -> None:
    """A short title that becomes a ruling: told once its text is there, of the day that came, under one key?"""
    filed = dt.date(2026, 3, 1)
    stub = entry(71, 3, filed, "Order on Motion", 990071, seen=True)
    text = "ORDER granting 1 Petition for Writ of Habeas Corpus."
    whole = entry(71, 3, filed, text, 990071, text_seen=AS_OF - dt.timedelta(hours=20))

    def case(one: Any, *events: Any) -> PublishedCase:
        dockets = (docket(990071, "casd", "3:26-cv-00071", (one,)),)
        return released(slug="x", timeline=events, compliance_due=(), dockets=dockets)

    assert told(case(stub), when=["rulings"]) == {}
    found = told(case(whole, event(whole, "habeas_ruling", text, outcome=("granted",))), when=["rulings"])
    assert {key: each.day for key, each in found.items()} == {
        "urn:writwatch:entry:71": (AS_OF - dt.timedelta(hours=20)).date()}


def test_taken_back_or_yet_to_come() -> None:
    """An entry that the clerk took back, one of tomorrow: is nothing told?"""
    text = "ORDER granting 1 Petition for Writ of Habeas Corpus."
    for one in (entry(71, 3, TODAY, text, 990071, cancelled=True),
                entry(71, 3, TODAY + dt.timedelta(days=1), text, 990071)):
        granted = event(one, "habeas_ruling", text, outcome=("granted",))
        dockets = (docket(990071, "casd", "3:26-cv-00071", (one,)),)
        assert told(released(slug="x", timeline=(granted,), compliance_due=(), dockets=dockets)) == {}


def test_a_hearing_of_a_protected_case_has_no_room() -> None:
    """Nor the words that have it."""
    case = pending(policy="initials", kind="individual_detention")
    date = case.hearings_to_come[0]._replace(what="Bond hearing, Courtroom 12, 300 Mill Street")
    notice = next(iter(told(case._replace(hearings_to_come=(date,)), when=["hearings"]).values()))
    assert message(notice).body.splitlines()[1] == "A hearing is set for 14 April 2026, 09:30."
    assert notice.quote == ""


@pytest.mark.parametrize("words", ["check-in with ICE on 4/14/2026", "Reporting appointment at the ERO office"])
def test_appointments_are_not_told(words: str) -> None:
    """ICE check-ins, whatever made a date of them."""
    case = pending()
    date = case.hearings_to_come[0]
    quoted = date.proof._replace(quote=words)
    assert told(case._replace(hearings_to_come=(date._replace(what=words, proof=quoted),)), when=["hearings"]) == {}


@pytest.mark.parametrize(
    ("keys", "count"),
    [({}, 1), ({"topics": ("detention",)}, 1), ({"topics": ("speech",)}, 0), ({"courts": ("mnd", "txsd")}, 1),
     ({"courts": ("txsd",)}, 0), ({"cases": ("mnd-0-26-cv-00123",)}, 1), ({"cases": ("old-name",)}, 1),
     ({"cases": ("other",)}, 0)],
)
def test_only_of_what_is_asked(keys: dict[str, Any], count: int) -> None:
    assert len(told(released(was=("old-name",)), when=["rulings"], **keys)) == count


def test_health_is_told_by_its_name() -> None:
    found = told(when=["health"], health=Health(AS_OF, followed=3, quarantined=1))
    assert set(found) == {"health/never", "health/quarantine"}
    assert message(found["health/never"]).body == (
        f"Ours\n{TROUBLES['never']}\nhttps://example.org/tracker/health.html")


def test_an_invented_case_says_so() -> None:
    notice = told(released(), look=SiteLook(fictional=True))["urn:writwatch:entry:4"]
    assert message(notice).body.startswith("Fictional, everything invented: D. Minn.")


# Lengths.

LENGTHY = "ORDER granting 1 Petition. " + "The Court finds the detention unlawful on this record. " * 30


def test_short_messages_end_with_whole_sentences() -> None:
    """500, 300: what happened and the link are there, and no sentence of the court's is torn?"""
    one = entry(4, 10, TODAY, LENGTHY, 990001)
    case = released(timeline=(event(one, "habeas_ruling", LENGTHY, outcome=("granted",)),), compliance_due=(),
                    dockets=(docket(990001, "mnd", "0:26-cv-00123", (one,)),))
    notice = told(case)["urn:writwatch:entry:4"]
    for longest in (500, 300, 280):
        body = message(notice, longest).body
        assert len(body) <= longest
        assert "A judge granted the habeas petition." in body
        assert body.endswith("cases/mnd-0-26-cv-00123.html#entry-4")
        quoted = re.search(r"“(.*)”", body)
        assert quoted is None or quoted[1].endswith((". …", "."))
    assert "“ORDER granting 1 Petition." in message(notice, 500).body


@given(st.integers(0, 700), st.text(max_size=900), st.text(max_size=300), st.booleans())
def test_every_message_fits(longest: int, quote: str, title: str, has_title: bool) -> None:
    """Any text, any limit: never longer, and the link whole or not there?"""
    notice = told(released())["urn:writwatch:entry:4"]._replace(quote=quote, head=title)
    made = message(notice, longest, has_title=has_title)
    assert not longest or len(made.title) + len(made.body) <= longest
    assert ("https" in made.body) == (notice.link in made.body)
    assert not longest or longest < 140 or notice.link in made.body
    several = digest([notice] * 9, "Ours", notice.link, str, longest, has_title=has_title)
    assert not longest or len(several.title) + len(several.body) <= max(longest, 10)


def test_a_digest_says_how_many_more() -> None:
    found = by_weight(told(*many(30), when=["rulings"]))
    text = digest(found, "Ours", "https://example.org/changes", str, 500).body
    shown_lines = [line for line in text.splitlines() if line.startswith("•")]
    assert text.splitlines()[0] == f"Ours · new: {len(found)}"
    assert f"And {len(found) - len(shown_lines)} more." in text
    assert text.endswith("https://example.org/changes")
    whole = digest(found, "Ours", "", str)
    assert sum(line.startswith("•") for line in whole.body.splitlines()) == len(found)


# Hostile text.

HOSTILE = (
    "@everyone", "@here", "<!channel>", "<!here|here>", "<@U0123ABC>", "<@&123456>", "&lt;!channel&gt;", "#trending",
    "＠everyone", "@\u200beveryone", "@user@mastodon.example", "[click](https://evil.example/)", "https://evil.example/",
    "<https://evil.example|ours>", "/start", "!channel>", "www.evil.example", "\x1b[2Jgone", "\u202eevil", "a\x00b",
    "x\u2028y", "\U000e0041tag", "<at>all</at>", "`code`", "@\u2060everyone", "<script>alert(1)</script>", "\ud800",
)  # fmt: skip


def obeyed(text: str) -> Iterable[str]:
    """What a service could take for more than text."""
    for pattern in (
        r"[@＠#＃]\w", r"<", r">", r"&\w+;", r"://", r"\]\(", r"(?<!\w)[!/][A-Za-z]", r"[\x00-\x08\x0b-\x1f\x7f-\x9f]",
        "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\ud800-\udfff\U000e0000-\U000e0fff]", r"www\.\w",
    ):
        yield from re.findall(pattern, text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_docket_commands_nobody(text: str) -> None:
    """In a title, a quote, a docket number: is it only a text when it leaves?"""
    one = entry(4, 10, TODAY, f"ORDER {text} granting", 990001)
    granted = event(one, "habeas_ruling", f"ORDER {text}", outcome=("granted",))
    case = released(title=f"{text} v. Warden", timeline=(granted,), compliance_due=(),
                    dockets=(docket(990001, "mnd", f"0:26 {text}", (one,)),))
    notice = told(case)["urn:writwatch:entry:4"]
    lines = message(notice).body.splitlines()
    assert len(lines) == 5
    assert list(obeyed("\n".join(lines[:-1]))) == []
    assert list(obeyed(digest([notice], "Ours", "", str, 400).body)) == []


@given(st.text(alphabet=st.sampled_from("@＠#<>!&lt;[]()/:wa.\u200b\u202e\x1b`| \n\u2060"), max_size=40))
def test_no_text_commands(text: str) -> None:
    assert list(obeyed(harmless(text))) == []
    assert harmless(harmless(text)) == harmless(text)


def test_what_apprise_looks_for_is_not_there() -> None:
    """Apprise itself makes calls out of texts for Discord and Slack: does it find any?"""
    pytest.importorskip("apprise")
    discord = importlib.import_module("apprise.plugins.discord")
    slack = importlib.import_module("apprise.plugins.slack")
    for text in HOSTILE:
        plain = harmless(f"ORDER {text} granting")
        for pattern in (discord.USER_ROLE_DETECTION_RE, slack.NotifySlack._re_channel_support,
                        slack.NotifySlack._re_user_id_support, slack.NotifySlack._re_url_support):
            assert not pattern.search(plain), text


def test_withheld_twice_is_withheld_once() -> None:
    """The collector withholds by itself: does a case that was withheld already tell the same?"""
    words = proof(accused("read").dockets[0].entries[0], "x")
    case = accused("read", axes={"compliance": (shown("violation_found", words),)})
    assert told(case) == told(withhold(case))
