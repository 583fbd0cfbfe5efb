"""The closed vocabulary of everything that is read: event types, kinds of motion, outcomes, senses, kinds of date.

No strings of these families are written elsewhere by hand and misspelt: rules are checked against these sets as they
are made, and a test compares the sets with what the readers can say.
"""

from enum import StrEnum
from typing import Final, Literal, get_args


class EventType(StrEnum):
    """What an entry may say happened."""

    COMPLAINT_OR_PETITION_FILED = "complaint_or_petition_filed"
    AMENDED_COMPLAINT = "amended_complaint"
    REMOVAL_TO_FEDERAL_COURT = "removal_to_federal_court"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    SERVICE_OR_SUMMONS = "service_or_summons"
    APPEARANCE = "appearance"
    MOTION_FILED = "motion_filed"
    ORDER_TO_SHOW_CAUSE = "order_to_show_cause"
    ORDER_ON_MOTION = "order_on_motion"
    ORDER_NO_TRANSFER_OR_REMOVAL = "order_no_transfer_or_removal"
    HABEAS_RULING = "habeas_ruling"
    BOND_HEARING_ORDERED = "bond_hearing_ordered"
    RELEASE_ORDERED = "release_ordered"
    REPORT_AND_RECOMMENDATION = "report_and_recommendation"
    R_AND_R_ADOPTED = "r_and_r_adopted"
    CLASS_CERTIFIED = "class_certified"
    PRELIMINARY_INJUNCTION_ENTERED = "preliminary_injunction_entered"
    TRO_ENTERED = "tro_entered"
    TRO_EXTENDED = "tro_extended"
    TRO_DISSOLVED = "tro_dissolved"
    STAY_ENTERED = "stay_entered"
    STAY_LIFTED = "stay_lifted"
    HEARING_SCHEDULED = "hearing_scheduled"
    HEARING_HELD = "hearing_held"
    DEADLINE_SET = "deadline_set"
    RESPONSE_OR_ANSWER_FILED = "response_or_answer_filed"
    STATUS_REPORT = "status_report"
    NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE = "notice_of_noncompliance_or_motion_to_enforce"
    CONTEMPT_FINDING = "contempt_finding"
    NOTICE_OF_APPEAL = "notice_of_appeal"
    APPELLATE_RULING = "appellate_ruling"
    MANDATE = "mandate"
    VOLUNTARY_DISMISSAL = "voluntary_dismissal"
    STIPULATION = "stipulation"
    DISMISSAL = "dismissal"
    JUDGMENT = "judgment"
    CASE_CLOSED = "case_closed"
    CASE_REASSIGNED = "case_reassigned"
    CONSOLIDATED = "consolidated"
    MDL_TRANSFER = "mdl_transfer"
    SETTLEMENT = "settlement"
    SEALED_OR_RESTRICTED = "sealed_or_restricted"
    ADMINISTRATIVE_ONLY = "administrative_only"


Kind = Literal["tro", "pi", "stay", "class_cert", "mtd", "sj", "enforce", "contempt", "extension", "remand", "other"]
"""What a motion asks for."""

KINDS: Final[tuple[str, ...]] = get_args(Kind)

Sense = Literal[
    "routine", "threat", "removal_or_transfer", "injunction_or_order", "case", "administrative", "agency_action"
]
"""Which order to show cause (routine, threat), which stay."""

SENSES: Final[tuple[str, ...]] = get_args(Sense)

OUTCOMES: Final[dict[EventType, frozenset[str]]] = {
    EventType.ORDER_ON_MOTION: frozenset(
        {"granted", "denied", "granted_in_part", "moot", "withdrawn", "deferred", "terminated"}
    ),
    EventType.HABEAS_RULING: frozenset({"granted", "denied", "dismissed", "granted_in_part"}),
    EventType.APPELLATE_RULING: frozenset({"affirmed", "reversed", "vacated", "remanded", "dismissed", "denied"}),
    EventType.R_AND_R_ADOPTED: frozenset({"adopted", "adopted_in_part", "rejected"}),
    EventType.ORDER_TO_SHOW_CAUSE: frozenset({"vacated"}),
    EventType.CONTEMPT_FINDING: frozenset({"purged", "vacated"}),
    EventType.ORDER_NO_TRANSFER_OR_REMOVAL: frozenset({"lifted"}),
    EventType.MANDATE: frozenset({"recalled"}),
    EventType.RESPONSE_OR_ANSWER_FILED: frozenset({"reply", "objection"}),
    EventType.HEARING_SCHEDULED: frozenset({"set", "reset", "vacated"}),
}
"""Which outcomes a type may carry; a type that is not here carries none."""

DECIDING: Final[frozenset[EventType]] = frozenset(
    {
        EventType.ORDER_ON_MOTION,
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        EventType.ORDER_TO_SHOW_CAUSE,
        EventType.HABEAS_RULING,
        EventType.BOND_HEARING_ORDERED,
        EventType.RELEASE_ORDERED,
        EventType.REPORT_AND_RECOMMENDATION,
        EventType.R_AND_R_ADOPTED,
        EventType.CLASS_CERTIFIED,
        EventType.PRELIMINARY_INJUNCTION_ENTERED,
        EventType.TRO_ENTERED,
        EventType.TRO_EXTENDED,
        EventType.TRO_DISSOLVED,
        EventType.STAY_ENTERED,
        EventType.STAY_LIFTED,
        EventType.CONTEMPT_FINDING,
        EventType.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE,
        EventType.NOTICE_OF_APPEAL,
        EventType.APPELLATE_RULING,
        EventType.MANDATE,
        EventType.VOLUNTARY_DISMISSAL,
        EventType.DISMISSAL,
        EventType.JUDGMENT,
        EventType.TRANSFER_IN,
        EventType.TRANSFER_OUT,
        EventType.SETTLEMENT,
    }
)
"""Events that may move an axis: what a wrong reading of would do harm."""

DateKind = Literal["hearing_scheduled", "hearing_vacated", "hearing_held", "hearing_not_held", "deadline"]

CaseKind = Literal["individual_detention", "impact", "conditions", "foia", "criminal", "employment", "other"]
