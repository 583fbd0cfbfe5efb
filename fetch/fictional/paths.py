"""The courses a case can take, and what is true of each at the end: a table, read by `stories`.

Steps, separated by blanks: `act`, `act:3` (three days after the step before), `act:3-7` (three to seven), `act?` (in
half of the cases). A letter and a point put a step on another docket of the same story: A the appeal, S the Supreme
Court, B another district or the member case. Truth: `axis=value` or `axis=value@act`, the act that proves it (last of
its kind; with a letter where it stands on another docket). Axes not named hold their neutral value.
"""
import functools
from typing import Literal, NamedTuple

Kind = Literal["individual_detention", "impact", "not_ours"]
Born = Literal["pacer", "rss", "stub", "new_stub"]

AXES = {
    "stage": "opened",
    "interim": "none",
    "merits": "none",
    "proceedings": "active",
    "custody": "unknown",
    "compliance": "nothing_due",
    "appeal": "none",
    "docket": "open",
}
"""The axes with the value each has before anything happened."""


class Found(NamedTuple):
    """A value and the step that proves it ("A.docketed": on docket A), None for a neutral value."""

    value: str
    step: str | None


class Truth(NamedTuple):
    """What the generator means by one docket of a story."""

    axes: dict[str, Found]
    status: Found
    alternatives: dict[str, tuple[str, ...]]


class Step(NamedTuple):
    """One act on docket `part` ("" for the first), `low` to `high` days after the step before."""

    part: str
    act: str
    low: int
    high: int
    optional: bool


class Path(NamedTuple):
    """A course of events. `ends`: its last step lies that many days (low, high) before as_of, else long ago.

    `born`: how CourtListener came by the docket; `filled`: routine entries may stand between the steps.
    """

    name: str
    kind: Kind
    weight: int
    steps: tuple[Step, ...]
    truths: dict[str, Truth]
    ends: tuple[int, int] | None
    born: Born
    filled: bool


def _found(text: str) -> Found:
    value, _, step = text.partition("@")
    return Found(value, step or None)


def _truth(axes: str, status: str, alt: str = "") -> Truth:
    named = {axis: _found(value) for axis, value in (pair.split("=") for pair in axes.split())}
    unknown = named.keys() - AXES.keys()
    if unknown:
        raise ValueError(f"no such axis: {', '.join(sorted(unknown))}")
    others = {axis: tuple(values.split("|")) for axis, values in (pair.split("=") for pair in alt.split())}
    return Truth({axis: named.get(axis, Found(value, None)) for axis, value in AXES.items()}, _found(status), others)


def _step(text: str) -> Step:
    name, _, days = text.partition(":")
    low, _, high = (days or "0").partition("-")
    part, _, act = name.rstrip("?").rpartition(".")
    return Step(part, act, int(low), int(high or low), name.endswith("?"))


def _path(
    name: str, weight: int, steps: str, axes: str, status: str, alt: str = "", *, kind: Kind,
    ends: tuple[int, int] | None = None, born: Born = "pacer", filled: bool = True, **others: tuple[str, str, str],
) -> Path:  # fmt: skip
    """`others`: the truth of docket A, S or B as (axes, status, alternatives)."""
    truths = {"": _truth(axes, status, alt)} | {part: _truth(*truth) for part, truth in others.items()}
    return Path(name, kind, weight, tuple(map(_step, steps.split())), truths, ends, born, filled)


_habeas = functools.partial(_path, kind="individual_detention")
_impact = functools.partial(_path, kind="impact")
_not_ours = functools.partial(_path, kind="not_ours", ends=(10, 90))

_BRIEFED = "petition assign tro? osc:1-2 response:3-7 reply:1-3"
_BARRED = "petition assign tro? osc_bar:1-2 response:3-7 reply:1-3"
_BARRED_ALT = "interim=no_transfer_order"
_GRANT_CLOSED = "stage=closed@judgment docket=terminated@judgment merits=granted@"
# What an appellate docket says by itself can be put in several ways.
_APPEAL_ALT = "stage=opened|response_due|briefed|closed status=open_pending|on_appeal|stayed interim=denied|none"
_APPEAL_OPEN = ("stage=briefed@A.a_brief appeal=pending@A.docketed", "on_appeal@A.docketed", _APPEAL_ALT)
_OVER_ALT = (
    "stage=closed|decided merits=none|granted|denied|dismissed|remanded "
    "status=relief_denied|closed_other|dismissed|remanded|relief_granted_final"
)

_HABEAS = (
    _habeas(
        "granted, released, reported", 14,
        f"{_BARRED} grant_release:1-6 judgment:0-1 report_release:1-2",
        f"{_GRANT_CLOSED}grant_release interim=ended@judgment custody=released@report_release "
        "compliance=reported@report_release",
        "relief_granted_final@grant_release",
        _BARRED_ALT,
    ),
    _habeas(
        "granted, release due", 2,
        f"{_BRIEFED} grant_release:2-4",
        "stage=decided@grant_release merits=granted@grant_release custody=release_ordered@grant_release "
        "compliance=due@grant_release",
        "relief_granted_final@grant_release",
        ends=(0, 0),
    ),
    _habeas(
        "granted, no report seen", 4,
        f"{_BRIEFED} grant_release:2-4 judgment:1",
        f"{_GRANT_CLOSED}grant_release custody=release_ordered@grant_release "
        "compliance=no_report_seen@grant_release",
        "relief_granted_final@grant_release",
    ),
    _habeas(
        "bond hearing, bond granted, reported", 9,
        f"{_BARRED} grant_hearing:1-5 report_bond_granted:6-9 judgment:2-4",
        f"{_GRANT_CLOSED}grant_hearing interim=ended@judgment custody=bond_granted@report_bond_granted "
        "compliance=reported@report_bond_granted",
        "relief_granted_final@grant_hearing",
        _BARRED_ALT,
    ),
    _habeas(
        "bond hearing, bond posted, released", 4,
        f"{_BRIEFED} grant_conditional:1-5 report_bond_granted:6-8 report_posted:3-6 judgment:2-4",
        f"{_GRANT_CLOSED}grant_conditional custody=released@report_posted compliance=reported@report_bond_granted",
        "relief_granted_final@grant_conditional",
    ),
    _habeas(
        "bond hearing, bond denied, reported", 5,
        f"{_BRIEFED} grant_hearing:1-5 report_bond_denied:6-9 judgment:2-4",
        f"{_GRANT_CLOSED}grant_hearing custody=bond_denied@report_bond_denied "
        "compliance=reported@report_bond_denied",
        "relief_granted_final@grant_hearing",
    ),
    _habeas(
        "bond hearing ordered, due", 2,
        f"{_BRIEFED} grant_hearing:1-5",
        "stage=decided@grant_hearing merits=granted@grant_hearing custody=bond_hearing_ordered@grant_hearing "
        "compliance=due@grant_hearing",
        "relief_granted_final@grant_hearing",
        ends=(0, 4),
    ),
    _habeas(
        "bond hearing ordered, no report seen", 4,
        f"{_BRIEFED} grant_hearing:1-5",
        "stage=decided@grant_hearing merits=granted@grant_hearing custody=bond_hearing_ordered@grant_hearing "
        "compliance=no_report_seen@grant_hearing",
        "relief_granted_final@grant_hearing",
    ),
    _habeas(
        "granted in part, reported", 4,
        f"{_BRIEFED} grant_part:1-5 report_bond_granted:6-9 judgment:2-4",
        "stage=closed@judgment merits=granted_in_part@grant_part custody=bond_granted@report_bond_granted "
        "compliance=reported@report_bond_granted docket=terminated@judgment",
        "relief_granted_final@grant_part",
    ),
    _habeas(
        "denied", 9,
        f"{_BRIEFED} deny:3-20 judgment_against:0-1",
        "stage=closed@judgment_against merits=denied@deny docket=terminated@judgment_against",
        "relief_denied@deny",
    ),
    _habeas(
        "denied on summary judgment", 4,
        "petition assign osc:2 gov_sj:7-12 opposition_pet:6-9 deny_on_sj:9-20 judgment_against",
        "stage=closed@judgment_against merits=denied@deny_on_sj docket=terminated@judgment_against",
        "relief_denied@deny_on_sj",
    ),
    _habeas(
        "dismissed as moot after release", 5,
        "petition assign tro? osc_bar:1 suggest_moot:3-8 dismiss_released:1-3",
        "stage=closed@dismiss_released interim=ended@dismiss_released merits=dismissed_moot@dismiss_released "
        "custody=released@suggest_moot docket=terminated@dismiss_released",
        "dismissed@dismiss_released",
    ),
    _habeas(
        "dismissed as moot after removal", 4,
        "petition assign stay_removal_motion osc:3 suggest_removed:5-12 dismiss_removed:1-4",
        "stage=closed@dismiss_removed merits=dismissed_moot@dismiss_removed custody=removed@suggest_removed "
        "docket=terminated@dismiss_removed",
        "dismissed@dismiss_removed",
    ),
    _habeas(
        "dismissed for lack of jurisdiction", 3,
        f"{_BRIEFED} dismiss_jurisdiction:4-15",
        "stage=closed@dismiss_jurisdiction merits=dismissed@dismiss_jurisdiction "
        "docket=terminated@dismiss_jurisdiction",
        "dismissed@dismiss_jurisdiction",
    ),
    _habeas(
        "dismissed for failure to prosecute", 2,
        "petition assign osc_dismiss:4 dismiss_prosecution:20-30",
        "stage=closed@dismiss_prosecution merits=dismissed@dismiss_prosecution "
        "docket=terminated@dismiss_prosecution",
        "dismissed@dismiss_prosecution",
        filled=False,
    ),
    _habeas(
        "withdrawn", 3,
        "petition assign osc:1 withdraw:1-6 close:0-1",
        "stage=closed@close merits=withdrawn@withdraw docket=terminated@close",
        "voluntarily_dismissed@withdraw",
    ),
    _habeas(
        "wrong district, transferred, pending there", 2,
        "petition assign no_transfer:1 response:6 transfer:4-10 B.transferred_in:1-2 B.assign B.osc:2-3 "
        "B.response:5-8",
        "stage=closed@transfer interim=no_transfer_order@no_transfer merits=transferred@transfer "
        "docket=terminated@transfer",
        "transferred@transfer",
        "interim=ended",
        ends=(3, 12),
        B=(
            "stage=briefed@B.response interim=no_transfer_order@B.no_transfer",
            "open_pending@B.petition",
            "status=relief_granted_interim interim=none",
        ),
    ),
    _habeas(
        "wrong district, transferred, granted there", 2,
        "petition assign osc:1 response:6 transfer:4-10 B.transferred_in:1-2 B.assign B.osc:2-3 B.response:5-8 "
        "B.grant_release:2-5 B.judgment B.report_release:2",
        "stage=closed@transfer merits=transferred@transfer docket=terminated@transfer",
        "transferred@transfer",
        B=(
            "stage=closed@B.judgment merits=granted@B.grant_release custody=released@B.report_release "
            "compliance=reported@B.report_release docket=terminated@B.judgment",
            "relief_granted_final@B.grant_release",
            "",
        ),
    ),
    _habeas(
        "recommendation pending", 2,
        "petition assign osc:3 response:12 reply:4 randr:8-14",
        "stage=recommended@randr",
        "open_pending@petition",
        ends=(1, 9),
    ),
    _habeas(
        "recommendation adopted over objection", 3,
        "petition assign osc:3 response:12 reply:4 randr:8-14 objections:10-14 adopt_grant:8-14 "
        "report_bond_denied:7-10 judgment:1-3",
        f"{_GRANT_CLOSED}adopt_grant custody=bond_denied@report_bond_denied compliance=reported@report_bond_denied",
        "relief_granted_final@adopt_grant",
    ),
    _habeas(
        "recommendation rejected", 2,
        "petition assign osc:3 response:12 reply:4 randr:8-14 objections:10-14 reject_deny:10-16 "
        "judgment_against:0-1",
        "stage=closed@judgment_against merits=denied@reject_deny docket=terminated@judgment_against",
        "relief_denied@reject_deny",
    ),
    _habeas(
        "recommendation to deny adopted", 2,
        "petition assign osc:3 response:12 randr_deny:8-14 objections_pet:10-14 adopt_deny:10-16 judgment_against",
        "stage=closed@judgment_against merits=denied@adopt_deny docket=terminated@judgment_against",
        "relief_denied@adopt_deny",
    ),
    _habeas(
        "no-transfer order only", 3,
        "petition assign no_transfer:0-1 osc:1",
        "stage=response_due@osc interim=no_transfer_order@no_transfer",
        "open_pending@petition",
        "status=relief_granted_interim",
        ends=(0, 3),
    ),
    _habeas(
        "automatic bar on removal only", 2,
        "petition standing_bar assign",
        "interim=no_transfer_order@standing_bar",
        "open_pending@petition",
        "status=relief_granted_interim interim=none|ended",
        ends=(0, 2), filled=False,
    ),
    _habeas(
        "response due", 3,
        "petition assign osc:1",
        "stage=response_due@osc",
        "open_pending@petition",
        ends=(0, 3),
    ),
    _habeas(
        "briefed, waiting", 4,
        f"{_BRIEFED} authority:3-9",
        "stage=briefed@response",
        "open_pending@petition",
        ends=(3, 25),
    ),
    _habeas(
        "briefed, hearing to come", 2,
        "petition assign osc:1 response:5 reply:2 set_hearing:2",
        "stage=briefed@response",
        "open_pending@petition",
        ends=(1, 4),
    ),
    _habeas(
        "hearing vacated, then denied", 1,
        "petition assign osc:1 set_hearing:1 response:5 vacate_hearing:2 deny:3 judgment_against",
        "stage=closed@judgment_against merits=denied@deny docket=terminated@judgment_against",
        "relief_denied@deny",
    ),
    _habeas(
        "stay of removal in force", 2,
        "petition assign stay_removal_motion stay_removal:1 osc:1 response:6",
        "stage=briefed@response interim=stay_of_removal@stay_removal",
        "relief_granted_interim@stay_removal",
        "interim=no_transfer_order status=open_pending",
        ends=(3, 20),
    ),
    _habeas(
        "TRO with release, injunction hearing to come", 3,
        "petition assign tro pi tro_release:1-2 report_released_order:1-2 set_pi_hearing:1-2 opposition:5",
        "stage=briefed@opposition interim=tro@tro_release custody=released@report_released_order "
        "compliance=reported@report_released_order",
        "relief_granted_interim@tro_release",
        "stage=response_due|opened",
        ends=(0, 2),
    ),
    _habeas(
        "TRO denied, petition pending", 2,
        "petition assign tro opposes_tro:2 tro_denied:1 osc:1 response:6",
        "stage=briefed@response interim=denied@tro_denied",
        "open_pending@petition",
        ends=(3, 20),
    ),
    _habeas(
        "TRO granted and expired", 2,
        "petition assign tro tro_no_move:1 osc:1 response:5 reply:2 tro_expired:10",
        "stage=briefed@response interim=ended@tro_expired",
        "open_pending@petition",
        ends=(3, 15),
    ),
    _habeas(
        "preliminary injunction for one person", 3,
        "petition assign tro pi tro_no_move:1 osc:1 response:5 held:5 pi_granted:2-4",
        "stage=briefed@response interim=preliminary_injunction@pi_granted",
        "relief_granted_interim@pi_granted",
        "interim=preliminary_injunction|tro|no_transfer_order",
        ends=(10, 60),
    ),
    _habeas(
        "motion to enforce pending", 2,
        f"{_BRIEFED} grant_hearing:1-5 enforce:15-18",
        "stage=enforcement@enforce merits=granted@grant_hearing custody=bond_hearing_ordered@grant_hearing "
        "compliance=no_report_seen@grant_hearing",
        "relief_granted_final@grant_hearing",
        "stage=enforcement|decided",
        ends=(1, 9),
    ),
    _habeas(
        "threat of contempt pending", 2,
        f"{_BRIEFED} grant_hearing:1-5 noncompliance:14-17 osc_threat:1-2",
        "stage=enforcement@osc_threat merits=granted@grant_hearing custody=bond_hearing_ordered@grant_hearing "
        "compliance=no_report_seen@grant_hearing",
        "relief_granted_final@grant_hearing",
        ends=(1, 4),
    ),
    _habeas(
        "violation found, not cured", 2,
        f"{_BRIEFED} grant_hearing:1-5 enforce:15-18 osc_threat:1-2 osc_answer:3 violation:2-4",
        "stage=enforcement@violation merits=granted@grant_hearing custody=bond_hearing_ordered@grant_hearing "
        "compliance=violation_found@violation",
        "relief_granted_final@grant_hearing",
        ends=(2, 30),
    ),
    _habeas(
        "violation found, cured", 2,
        f"{_BRIEFED} grant_hearing:1-5 judgment:1 enforce:14-17 osc_threat:1 osc_answer:3 violation:2-4 "
        "certificate:3-5 cured:1-3",
        f"{_GRANT_CLOSED}grant_hearing custody=bond_granted@certificate compliance=cured@cured",
        "relief_granted_final@grant_hearing",
    ),
    _habeas(
        "contempt found, purged", 2,
        f"{_BRIEFED} grant_conditional:1-5 judgment:1 noncompliance:14-17 osc_threat:1 osc_answer:3 contempt:2-4 "
        "certificate:2-3 purged:1-3",
        f"{_GRANT_CLOSED}grant_conditional custody=bond_granted@certificate compliance=cured@purged",
        "relief_granted_final@grant_conditional",
    ),
    _habeas(
        "contempt found", 1,
        f"{_BRIEFED} grant_conditional:1-5 noncompliance:14-17 osc_threat:1 osc_answer:3 contempt:2-4",
        "stage=enforcement@contempt merits=granted@grant_conditional "
        "custody=bond_hearing_ordered@grant_conditional compliance=violation_found@contempt",
        "relief_granted_final@grant_conditional",
        ends=(2, 20),
    ),
    _habeas(
        "granted, report restricted", 2,
        f"{_BRIEFED} grant_release:2-4 judgment:1 restricted_notice:2",
        f"{_GRANT_CLOSED}grant_release custody=release_ordered@grant_release "
        "compliance=no_report_seen@grant_release",
        "relief_granted_final@grant_release",
        "compliance=no_report_seen|reported",
    ),
    _habeas(
        "granted, government notices appeal", 2,
        f"{_BRIEFED} grant_release:2-4 judgment report_release:2 appeal_notice:20-40",
        f"{_GRANT_CLOSED}grant_release custody=released@report_release compliance=reported@report_release "
        "appeal=noticed@appeal_notice",
        "relief_granted_final@grant_release",
        "status=on_appeal",
        ends=(1, 15),
    ),
    _habeas(
        "granted, stayed pending appeal", 2,
        f"{_BRIEFED} grant_conditional:2-4 judgment appeal_notice:1 stay_pending_motion A.docketed:1 usca_number "
        "stay_pending_denied:1 A.a_stay_motion A.a_admin_stay:1 A.a_stay_response:1 A.a_stay_granted:1 usca_stay "
        "A.briefing:3 A.a_brief:20-30 A.a_argument:5",
        f"{_GRANT_CLOSED}grant_conditional custody=bond_hearing_ordered@grant_conditional "
        "appeal=pending@usca_number",
        "on_appeal@usca_number",
        "status=stayed|relief_granted_final compliance=no_report_seen|due",
        ends=(2, 10), A=_APPEAL_OPEN,
    ),
    _habeas(
        "granted, stay denied, appeal pending", 2,
        f"{_BRIEFED} grant_release:2-4 judgment appeal_notice:1 A.docketed:1 usca_number report_release "
        "A.a_stay_motion A.a_stay_response:1 A.a_stay_denied:2 usca_no_stay A.briefing:3 A.a_brief:20-30",
        f"{_GRANT_CLOSED}grant_release custody=released@report_release compliance=reported@report_release "
        "appeal=pending@usca_number",
        "on_appeal@usca_number",
        "status=relief_granted_final",
        ends=(5, 20), A=_APPEAL_OPEN,
    ),
    _habeas(
        "granted, affirmed", 2,
        f"{_BRIEFED} grant_release:2-4 judgment report_release:2 appeal_notice:20 A.docketed:2 usca_number "
        "A.briefing:3 A.a_brief:30 A.a_brief_answer:20 A.a_affirmed:25-40 usca_affirmed A.a_mandate:30 mandate",
        f"{_GRANT_CLOSED}grant_release custody=released@report_release compliance=reported@report_release "
        "appeal=affirmed@usca_affirmed",
        "relief_granted_final@grant_release",
        A=(
            "stage=closed@A.a_mandate appeal=affirmed@A.a_affirmed docket=terminated@A.a_affirmed",
            "relief_denied@A.a_affirmed",
            _OVER_ALT,
        ),
    ),
    _habeas(
        "granted, reversed", 1,
        f"{_BRIEFED} grant_hearing:2-4 judgment report_bond_granted:8 appeal_notice:20 A.docketed:2 usca_number "
        "A.briefing:3 A.a_brief:30 A.a_brief_answer:20 A.a_reversed:25-40 usca_reversed A.a_mandate:30 mandate",
        f"{_GRANT_CLOSED}grant_hearing custody=bond_granted@report_bond_granted "
        "compliance=reported@report_bond_granted appeal=reversed@usca_reversed",
        "relief_granted_final@grant_hearing",
        "status=relief_denied|remanded|open_pending|unknown merits=none|denied|granted",
        A=(
            "stage=closed@A.a_mandate appeal=reversed@A.a_reversed docket=terminated@A.a_reversed",
            "closed_other@A.a_reversed",
            _OVER_ALT + "|relief_granted_final",
        ),
    ),
    _habeas(
        "denied, appeal vacated as moot", 1,
        f"{_BRIEFED} deny:5 judgment_against appeal_notice_pet:10 A.docketed:2 usca_number A.briefing:3 "
        "A.a_brief:25 A.a_vacated:20 usca_vacated",
        "stage=closed@judgment_against merits=denied@deny docket=terminated@judgment_against "
        "appeal=vacated@usca_vacated",
        "relief_denied@deny",
        "status=dismissed|open_pending|closed_other merits=none|dismissed_moot|denied",
        A=(
            "stage=closed@A.a_vacated appeal=vacated@A.a_vacated docket=terminated@A.a_vacated",
            "closed_other@A.a_vacated",
            _OVER_ALT,
        ),
    ),
    _habeas(
        "denied, appeal dismissed", 1,
        f"{_BRIEFED} deny:5 judgment_against appeal_notice_pet:10 A.docketed:2 usca_number A.briefing:3 "
        "A.a_42b_motion:12 A.a_dismissed:2 usca_dismissed",
        "stage=closed@judgment_against merits=denied@deny docket=terminated@judgment_against "
        "appeal=dismissed@usca_dismissed",
        "relief_denied@deny",
        "",
        A=(
            "stage=closed@A.a_dismissed appeal=dismissed@A.a_dismissed docket=terminated@A.a_dismissed",
            "closed_other@A.a_dismissed",
            _OVER_ALT + "|voluntarily_dismissed",
        ),
    ),
    _habeas(
        "grant vacated on reconsideration", 1,
        f"{_BRIEFED} grant_hearing:3 reconsider_motion:2 reconsider_deny:3 judgment_against",
        "stage=closed@judgment_against merits=denied@reconsider_deny docket=terminated@judgment_against",
        "relief_denied@reconsider_deny",
        "compliance=nothing_due|no_report_seen custody=unknown|bond_hearing_ordered",
    ),
    _habeas(
        "proceedings stayed", 2,
        "petition assign osc:1 response:5 stay_case_motion:1 stay_case:3",
        "stage=briefed@response proceedings=stayed@stay_case",
        "stayed@stay_case",
        ends=(10, 60),
    ),
    _habeas(
        "moved to another place", 1,
        "petition assign osc:1 moved_notice:2 response:3 reply:2",
        "stage=briefed@response custody=transferred@moved_notice",
        "open_pending@petition",
        ends=(2, 15),
    ),
    _habeas(
        "reassigned, then granted", 2,
        f"{_BRIEFED} reassign:3 grant_release:3-5 judgment report_release:2",
        f"{_GRANT_CLOSED}grant_release custody=released@report_release compliance=reported@report_release",
        "relief_granted_final@grant_release",
    ),
    _habeas(
        "sealed", 1,
        "sealed_petition assign sealed_order:2 sealed_filing:6 sealed_order:9",
        "stage=briefed@sealed_filing",
        "unknown@sealed_order",
        "stage=opened|decided|response_due status=open_pending",
        filled=False,
    ),
    _habeas(
        "order filed in error", 1,
        "petition assign osc:1 response:5 filed_in_error:2 reply:1",
        "stage=briefed@response",
        "open_pending@petition",
        ends=(2, 12),
    ),
    _habeas(
        "only quotations of rulings", 2,
        "petition assign tro proposed_order osc:1 opposes_tro:2 extension_motion:2 extension:1 authority:1 "
        "authority_gov:1 leave_motion leave:1 response:5",
        "stage=briefed@response",
        "open_pending@petition",
        ends=(2, 12), filled=False,
    ),
    _habeas(
        "new, nothing yet", 2,
        "petition_family assign",
        "",
        "open_pending@petition_family",
        ends=(0, 1), filled=False,
    ),
    _habeas(
        "new stub from RSS", 3,
        "petition",
        "",
        "open_pending@petition",
        "status=unknown",
        ends=(0, 1), born="new_stub", filled=False,
    ),
    _habeas(
        "short titles only, withdrawn", 1,
        "petition assign osc:1 withdraw:4 close:1",
        "stage=closed@close merits=withdrawn@withdraw docket=terminated@close",
        "voluntarily_dismissed@withdraw",
        "status=dismissed merits=dismissed stage=closed",
        born="stub", filled=False, ends=(2, 20),
    ),
    _habeas(
        "short titles only, ruling not readable", 1,
        "petition osc:1 response:4 reply:1 grant_hearing:3",
        "stage=decided@grant_hearing",
        "unknown@grant_hearing",
        "status=open_pending stage=briefed|decided",
        born="stub", filled=False, ends=(1, 12),
    ),
    _habeas(
        "stubs that got their text later, granted", 3,
        f"{_BRIEFED} grant_conditional:2-4 report_bond_granted:6-9 judgment:2-4",
        f"{_GRANT_CLOSED}grant_conditional custody=bond_granted@report_bond_granted "
        "compliance=reported@report_bond_granted",
        "relief_granted_final@grant_conditional",
        born="rss",
    ),
    _habeas(
        "stubs that got their text later, pending", 3,
        "petition assign no_transfer:1 osc:1 response:5 reply:2",
        "stage=briefed@response interim=no_transfer_order@no_transfer",
        "open_pending@petition",
        "status=relief_granted_interim",
        born="rss", ends=(2, 12),
    ),
    _habeas(
        "member case, consolidated", 1,
        "petition B.petition:2 assign B.assign osc:1 response:5 consolidate:2 B.consolidated_away B.close "
        "grant_hearing:5 report_bond_granted:7 judgment:2",
        f"{_GRANT_CLOSED}grant_hearing custody=bond_granted@report_bond_granted "
        "compliance=reported@report_bond_granted",
        "relief_granted_final@grant_hearing",
        B=(
            "stage=closed@B.close docket=terminated@B.close",
            "closed_other@B.close",
            "status=open_pending",
        ),
    ),
)  # fmt: skip

_OPEN_SUIT = "complaint assign summons"
_SUIT_ALT = "stage=opened|response_due|briefed|decided"

_IMPACT = (
    _impact(
        "complaint just filed", 2,
        "complaint assign",
        "",
        "open_pending@complaint",
        ends=(0, 6), filled=False,
    ),
    _impact(
        "TRO extended, then preliminary injunction", 4,
        f"{_OPEN_SUIT} tro pi opposition:3 held:2 tro_granted:1 tro_extended:12 reply_motion:3 held:6 pi_policy:2 "
        "mtd:14",
        "stage=briefed@opposition interim=preliminary_injunction@pi_policy",
        "relief_granted_interim@pi_policy",
        _SUIT_ALT + " interim=tro|preliminary_injunction",
        ends=(10, 120),
    ),
    _impact(
        "injunction, stay denied, appeal pending", 2,
        f"{_OPEN_SUIT} pi opposition:9 held:5 pi_policy:4 appeal_notice:3 A.docketed:1 usca_number "
        "A.a_stay_motion A.a_admin_stay:1 A.a_stay_response:3 A.a_stay_denied:6 usca_no_stay A.briefing:3 "
        "A.a_brief:30 A.a_argument:10 compliance_report:3",
        "stage=briefed@opposition interim=preliminary_injunction@pi_policy appeal=pending@usca_number "
        "compliance=reported@compliance_report",
        "relief_granted_interim@pi_policy",
        _SUIT_ALT + " status=on_appeal compliance=nothing_due",
        ends=(5, 20), A=_APPEAL_OPEN,
    ),
    _impact(
        "injunction stayed by the Supreme Court", 1,
        f"{_OPEN_SUIT} pi opposition:9 pi_policy:9 appeal_notice:2 A.docketed:1 usca_number A.a_stay_motion "
        "A.a_stay_denied:6 usca_no_stay A.briefing:2 S.s_application:3 S.s_response_due:1 S.s_response:6 "
        "S.s_granted:12 A.a_brief:10",
        "stage=briefed@opposition interim=preliminary_injunction@pi_policy appeal=pending@usca_number",
        "stayed@S.s_granted",
        _SUIT_ALT + " status=relief_granted_interim|on_appeal interim=ended|preliminary_injunction "
        "proceedings=active|stayed",
        ends=(10, 60), A=_APPEAL_OPEN,
        S=(
            "stage=closed@S.s_granted",
            "stayed@S.s_granted",
            "stage=opened|decided|briefed appeal=pending proceedings=active|stayed "
            "status=open_pending|on_appeal|unknown|closed_other|relief_granted_final",
        ),
    ),
    _impact(
        "application to the Supreme Court denied", 1,
        f"{_OPEN_SUIT} tro opposition:2 tro_granted:2 tro_extended:12 pi pi_policy:9 appeal_notice:2 A.docketed:1 "
        "usca_number A.a_stay_motion A.a_stay_denied:6 usca_no_stay A.briefing:2 S.s_application:3 "
        "S.s_response:6 S.s_denied:12 A.a_brief:10",
        "stage=briefed@opposition interim=preliminary_injunction@pi_policy appeal=pending@usca_number",
        "relief_granted_interim@pi_policy",
        _SUIT_ALT + " status=on_appeal",
        ends=(10, 60), A=_APPEAL_OPEN,
        S=(
            "stage=closed@S.s_denied",
            "closed_other@S.s_denied",
            "stage=opened|decided|briefed status=open_pending|on_appeal|relief_denied|unknown appeal=pending "
            "interim=denied|none",
        ),
    ),
    _impact(
        "agency action stayed under section 705", 2,
        f"{_OPEN_SUIT} stay_705_motion opposition:14 reply_motion:5 held:4 stay_705:6",
        "stage=briefed@opposition interim=preliminary_injunction@stay_705",
        "relief_granted_interim@stay_705",
        _SUIT_ALT + " interim=none|preliminary_injunction|tro",
        ends=(10, 150),
    ),
    _impact(
        "class certified, injunction, enforcement pending", 2,
        "class_complaint assign summons class_motion pi opposition:12 held:6 pi_class:6 compliance_report:18 "
        "enforce:20 opposition:7",
        "stage=enforcement@enforce interim=preliminary_injunction@pi_class compliance=reported@compliance_report",
        "relief_granted_interim@pi_class",
        _SUIT_ALT,
        ends=(3, 30),
    ),
    _impact(
        "class injunction, violation found", 1,
        "class_complaint assign summons class_motion pi opposition:12 pi_class:9 compliance_report:18 enforce:20 "
        "opposition:7 held:6 violation_class:5",
        "stage=enforcement@violation_class interim=preliminary_injunction@pi_class "
        "compliance=violation_found@violation_class",
        "relief_granted_interim@pi_class",
        _SUIT_ALT,
        ends=(2, 30),
    ),
    _impact(
        "class and injunction denied", 2,
        "class_complaint assign summons tro opposition:2 tro_denied:1 class_motion:9 pi opposition:12 held:6 "
        "pi_denied:6 class_denied:8 mtd:12",
        "stage=briefed@opposition interim=denied@pi_denied",
        "open_pending@class_complaint",
        _SUIT_ALT,
        ends=(10, 100),
    ),
    _impact(
        "dismissed on motion", 2,
        f"{_OPEN_SUIT} venue_motion:20 opposition_pet:9 bar_denied_transfer:9 mtd:25 opposition_pet:14 "
        "authority:9 mtd_granted:15",
        "stage=closed@mtd_granted merits=dismissed@mtd_granted docket=terminated@mtd_granted",
        "dismissed@mtd_granted",
    ),
    _impact(
        "summary judgment, rule vacated, on appeal", 2,
        f"{_OPEN_SUIT} mtd:30 opposition_pet:14 mtd_denied:14 sj_plaintiffs:30 sj_defendants:14 vacatur:21 "
        "judgment appeal_notice:20 A.docketed:2 usca_number A.briefing:4 A.a_brief:20",
        "stage=closed@judgment merits=granted@vacatur docket=terminated@judgment appeal=pending@usca_number",
        "on_appeal@usca_number",
        "status=relief_granted_final",
        A=_APPEAL_OPEN,
    ),
    _impact(
        "summary judgment for defendants", 2,
        f"{_OPEN_SUIT} pi pi_denied:20 sj_plaintiffs:40 sj_defendants:14 sj_lost:30 judgment_against",
        "stage=closed@judgment_against interim=denied@pi_denied merits=denied@sj_lost "
        "docket=terminated@judgment_against",
        "relief_denied@sj_lost",
        "interim=none|ended",
    ),
    _impact(
        "permanent injunction, affirmed", 1,
        f"{_OPEN_SUIT} pi opposition:8 pi_policy:9 sj_plaintiffs:30 permanent:25 judgment appeal_notice:15 "
        "A.docketed:1 usca_number A.briefing:3 A.a_brief:20 A.a_brief_answer:20 A.a_affirmed:30 usca_affirmed "
        "A.a_mandate:30 mandate",
        "stage=closed@judgment interim=ended@judgment merits=granted@permanent docket=terminated@judgment "
        "appeal=affirmed@usca_affirmed",
        "relief_granted_final@permanent",
        "interim=preliminary_injunction|none",
        A=(
            "stage=closed@A.a_mandate appeal=affirmed@A.a_affirmed docket=terminated@A.a_affirmed",
            "relief_denied@A.a_affirmed",
            _OVER_ALT,
        ),
    ),
    _impact(
        "settled", 2,
        "class_complaint assign summons tro tro_granted:2 class_motion:12 joint_report:20 class_certified:20 "
        "settlement_motion:60 settled:10 close",
        "stage=closed@settled interim=ended@settled merits=settled@settled docket=terminated@close",
        "settled@settled",
        "merits=dismissed|settled",
    ),
    _impact(
        "removed and remanded to state court", 1,
        "removal_notice assign pi:3 remand_motion:5 opposition:12 remanded:14",
        "stage=closed@remanded merits=remanded@remanded docket=terminated@remanded",
        "remanded@remanded",
    ),
    _impact(
        "case held in abeyance", 2,
        f"{_OPEN_SUIT} mtd:30 amended:10 stay_case_motion:9 stay_case:5",
        "stage=briefed@mtd proceedings=stayed@stay_case",
        "stayed@stay_case",
        _SUIT_ALT,
        ends=(20, 120),
    ),
    _impact(
        "voluntarily dismissed", 1,
        f"{_OPEN_SUIT} mtd:50 withdraw:9 close:1",
        "stage=closed@close merits=withdrawn@withdraw docket=terminated@close",
        "voluntarily_dismissed@withdraw",
    ),
)  # fmt: skip

_NOT_OURS = (
    _not_ours(
        "criminal re-entry", 2,
        "indictment detained:2 ad_prosequendum:5 sentencing:40",
        "",
        "open_pending@indictment",
        "stage=opened|response_due|briefed|decided status=unknown",
    ),
    _not_ours(
        "records request to another office", 2,
        "foia assign answer_filed:40 foia_schedule:10",
        "stage=briefed@answer_filed",
        "open_pending@foia",
        "stage=response_due|decided|briefed compliance=reported|no_report_seen|due",
    ),
    _not_ours(
        "employment", 1,
        "employment assign mtd:60 opposition_pet:14 mtd_denied:20",
        "stage=briefed@mtd",
        "open_pending@employment",
        "stage=response_due|briefed|decided",
    ),
    _not_ours(
        "naturalization delay", 1,
        "mandamus assign answer_filed:60 stipulated:20 close:1",
        "stage=closed@close merits=withdrawn@stipulated docket=terminated@close",
        "voluntarily_dismissed@stipulated",
        "merits=dismissed status=dismissed|closed_other",
    ),
)  # fmt: skip

PATHS: tuple[Path, ...] = (*_HABEAS, *_IMPACT, *_NOT_OURS)
SHARES: dict[Kind, int] = {"individual_detention": 79, "impact": 17, "not_ours": 4}
"""How many dockets in a hundred are of each kind, appeals with the case they belong to."""
