"""What motions ask for. A relief in, its kind out: the kind of the motion filed and of every ruling on it.

Matched at the beginning of what stands after "Motion for" or "Motion to"; the first that matches wins. What matches
nothing is of kind `other`.
"""

from ..rule import Rule, rule
from ..vocabulary import EventType

_BRIEF = (
    r"(?:an? |emergency |immediate |temporary |limited |partial |brief |short "
    r"|[a-z\d]+[- ](?:hour|day|week|month) )*"
)
"""What may stand before a stay and says nothing of which stay it is."""


def _motion(
    kind: str, pattern: str, says: str, reads: str, leaves: list[str], form: str = "", sense: str | None = None
) -> Rule:
    return rule(
        EventType.MOTION_FILED,
        scope="relief",
        kind=kind,
        pattern=rf"^(?:{pattern})",
        says=says,
        reads=reads,
        leaves=leaves,
        form=form,
        sense=sense,
    )


RULES: tuple[Rule, ...] = (
    _motion(
        "extension",
        r"(?:an? |further )*(?:extend|extending|extension of|continue|prolong|renew|carry forward|keep in (?:force"
        r"|place))"
        r" (?:the )?(?:\[?\d+\]? )?{tro}|(?:that )?(?:the )?{tro} be (?:extended|continued|prolonged|renewed"
        r"|carried forward)\b",
        "A temporary restraining order to last longer",
        "MOTION to Extend the Temporary Restraining Order by Petitioner.",
        ["MOTION for Temporary Restraining Order by Petitioner.", "MOTION to Extend Time to Respond by Respondents."],
        form="of_tro",
    ),
    _motion(
        "tro",
        r"(?:dissolve|vacate|lift|terminate|modify and dissolve) (?:the )?(?:\[?\d+\]? )?{tro}",
        "A temporary restraining order to end",
        "MOTION to Dissolve Temporary Restraining Order by Respondents.",
        [
            "MOTION for Temporary Restraining Order by Petitioner.",
            "MOTION to Extend the Temporary Restraining Order by Petitioner.",
        ],
        form="to_end",
    ),
    _motion(
        "pi",
        r"(?:dissolve|vacate|lift|terminate|modify|clarify|convert {the}{tro}{refs} (?:in)?to (?:an? )?) ?{the}{pi}",
        "A preliminary injunction to end or to change",
        "MOTION to Dissolve Preliminary Injunction by Defendants.",
        ["MOTION for Preliminary Injunction by Plaintiffs.", "MOTION to Vacate Judgment by Defendants."],
        form="to_end",
    ),
    _motion(
        "other",
        r"(?:lift|vacate|terminate|dissolve) (?:the )?(?:\[?\d+\]? )?(?:administrative |partial |temporary )*(?:stay"
        r"|abatement)\b",
        "A stay to end",
        "MOTION to Lift Stay by Plaintiff.",
        ["MOTION to Stay Case by Defendants.", "RESPONSE to 9 Motion to Lift Stay by Defendants."],
        form="to_lift_stay",
    ),
    _motion(
        "other",
        r"(?:transfer|change)\b[^;.]*?(?:{case}|venue|petition|case)\b|transfer to (?:the )?(?:[a-z.]+ )*district\b",
        "The case to go to another court",
        "MOTION to Transfer Case to the Southern District of Ohio by Respondents.",
        ["MOTION to Enjoin Transfer by Petitioner.", "MOTION to Transfer Petitioner to a Hospital by Petitioner."],
        form="to_transfer",
    ),
    _motion(
        "other",
        r"(?:relate and )?consolidate\b|consolidation\b",
        "Cases to be joined",
        "MOTION to Consolidate Cases by Plaintiffs.",
        ["MOTION to Sever Claims by Defendants.", "RESPONSE to 9 Motion to Consolidate Cases by Defendants."],
        form="to_consolidate",
    ),
    _motion(
        "other",
        (
            r"(?:voluntarily )?(?:dismiss|withdraw) (?:its|his|her|their|the) (?:own )?(?:appeal|petition)"
            r"|voluntary dismissal|voluntarily dismiss\b|dismiss voluntarily\b"
        ),
        "To give up one's own appeal or petition",
        "MOTION to Voluntarily Dismiss its Appeal by Appellants.",
        ["MOTION to Dismiss for Lack of Jurisdiction by Respondents.", "NOTICE of Voluntary Dismissal by Petitioner."],
        form="to_give_up",
    ),
    _motion(
        "other",
        (
            r"(?:leave |permission )?(?:to )?(?:file )?(?:[a-z']+ ){0,4}under seal"
            r"|(?:leave to )?(?:seal\b|file (?:[a-z]+ ){0,3}under seal|restrict (?:public )?access)"
            r"|(?:that )?[^;.]{0,80}? (?:remain|(?:be|stay) (?:kept|placed|maintained|filed))(?: [a-z]+)? under seal"
            r"|impound\b"
        ),
        "To keep a paper from the public",
        "MOTION to Seal Exhibit B by Petitioner.",
        ["MOTION to Unseal 4 Document by Press.", "MOTION to Compel by Plaintiff."],
        form="to_seal",
    ),
    _motion(
        "other",
        r"(?:final |preliminary )?(?:approv(?:e|al of)|entry of) (?:the )?(?:class |final |proposed )*settlement",
        "Approval of a settlement",
        "MOTION to Approve Settlement Agreement by Plaintiffs.",
        ["NOTICE of Settlement by Plaintiffs.", "MOTION to Enforce Settlement Agreement by Plaintiffs."],
        form="to_settle",
    ),
    _motion(
        "stay",
        (
            r"(?:an? |emergency |immediate |partial )*(?:stay\b[^;]*?(?:\b705\b|agency action"
            r"|effective date|final rule)"
            r"|(?:5 u\.?s\.?c\.? )?(?:under |section |S+ ?)*705 stay|postpone\b[^;]*?(?:\b705\b"
            r"|agency action|effective))"
        ),
        "What an agency did not to take effect for now (5 U.S.C. 705)",
        "MOTION to Stay Agency Action under 5 U.S.C. 705 by Plaintiffs.",
        ["MOTION to Stay Case by Defendants.", "MOTION to Stay Removal by Petitioner."],
        form="of_agency_action",
        sense="agency_action",
    ),
    _motion(
        "extension",
        r"(?:an? )?(?:further |brief |short |second |unopposed |[a-z\d]+[- ](?:day|week|month) )*(?:extensions?\b"
        r"|extending\b|enlarging\b|continuing\b|enlarge(?:ments?)?\b"
        r"|extend\b|continuance|continue\b|(?:more|additional"
        r"|further) time|change (?:the )?time|adjourn\b|adjournment"
        r"|postpone\b|adjust (?:the )?date|reschedule\b"
        r"|(?:push back|put off|move|reset|delay|defer|set back) (?:the )?(?:[a-z]+ ){0,3}(?:deadlines?|dates?|hearing"
        r"|conference|trial|argument|briefing)\b"
        r"|(?:[a-z\d']+ ){0,2}(?:more|additional|further|extra|another) (?:[a-z\d]+ )?(?:time|hours?|days?|weeks?"
        r"|months?)\b|(?:[a-z\d]+ ){1,2}(?:hours?|days?|weeks?|months?) (?:more|longer)\b"
        r"|until (?:the )?(?:[a-z]+day\b|tomorrow|noon|[a-z]+ \d|\d)"
        r"|modify (?:the )?(?:scheduling order|briefing schedule|deadlines))",
        "More time, or another date",
        "MOTION for Extension of Time to File Response to 3 Motion for Temporary Restraining Order by Respondents.",
        ["MOTION for Temporary Restraining Order by Petitioner.", "MOTION to Expedite by Petitioner."],
    ),
    _motion(
        "tro",
        r"(?:issuance of |entry of )?(?:an? )?(?:ex parte |emergency )*{tro}\b",
        "A temporary restraining order",
        "Emergency MOTION for a Temporary Restraining Order by Petitioner.",
        [
            "MOTION for Leave to File Reply in Support of Motion for Temporary Restraining Order by Petitioner.",
            "RESPONSE in Opposition re 3 MOTION for Temporary Restraining Order by Respondents.",
        ],
    ),
    _motion(
        "pi",
        (
            r"(?:an? )?(?:expedited |emergency )*{pi}\b"
            r"|injunction pending appeal|injunctive relief"
            r"|(?:an? )?injunction\b"
        ),
        "A preliminary injunction",
        "MOTION for Preliminary Injunction by Plaintiff Harbor Legal Aid.",
        [
            "MEMORANDUM in Support re 4 MOTION for Preliminary Injunction by Plaintiff.",
            "MOTION to Compel Compliance by Plaintiff.",
        ],
    ),
    _motion(
        "stay",
        (
            r"(?:an? |emergency |immediate |administrative |temporary )*stay (?:of )?(?:his |her |the "
            r"|their )?(?:order of |execution of )?(?:final order of )?(?:removal|deportation|transfer)"
        ),
        "A stay of removal or transfer",
        "MOTION to Stay Removal by Petitioner.",
        ["MOTION to Stay Case by Defendants.", "OPPOSITION to 9 Motion to Stay Removal filed by Respondents."],
        form="of_removal",
        sense="removal_or_transfer",
    ),
    _motion(
        "stay",
        _BRIEF + r"administrative stay",
        "A short stay to give the court time",
        "MOTION for Administrative Stay by Appellants.",
        ["MOTION to Stay Removal by Petitioner.", "MOTION to Lift Administrative Stay by Appellees."],
        form="administrative",
        sense="administrative",
    ),
    _motion(
        "stay",
        (
            _BRIEF + r"stay (?:of )?(?:pending appeal|(?:the |this |its |this court's "
            r"|district court'?s? )*(?:\d+ )?(?:preliminary )?(?:injunction|judgment|order|ruling)"
            r"|[^;.]*?pending (?:the )?appeal|(?:to|so as to) (?:seek|permit|allow)\b[^;.]*?(?:review|relief|appeal))"
            r"|(?:an? )?[a-z\d]+[- ]hours? stay\b"
        ),
        "An order, injunction or judgment not to take effect for now",
        "Emergency MOTION to Stay Judgment Pending Appeal by Respondents.",
        ["MOTION to Stay Case by Defendants.", "MOTION to Lift Stay Pending Appeal by Appellees."],
        form="of_order",
        sense="injunction_or_order",
    ),
    _motion(
        "stay",
        (
            r"(?:an? |emergency |immediate )*stay\b[^;]*?\b(?:presented|submitted"
            r"|addressed) to (?:the )?(?:(?:chief|circuit|associate) )?justice"
        ),
        "An order below not to take effect for now, asked of a Justice of the Supreme Court",
        "APPLICATION for stay presented to the Chief Justice by Applicants.",
        ["MOTION to Stay Case by Defendants.", "RESPONSE to application for stay by Respondents."],
        form="of_justice",
        sense="injunction_or_order",
    ),
    _motion(
        "stay",
        (
            _BRIEF + r"stay\b|abate(?:ment)?\b"
            r"|hold (?:the )?(?:appeal|case|proceedings|this [a-z]+|matter|action) in abeyance"
        ),
        "A stay of the case, or of a part of it",
        "MOTION to Stay Case by Defendants.",
        ["MOTION to Lift Stay by Plaintiff.", "OPPOSITION to 9 Motion to Stay Case filed by Plaintiff."],
        sense="case",
    ),
    _motion(
        "class_cert",
        r"(?:provisional(?:ly)? )?(?:class[- ]certification|certify[ .]*$"
        r"|certif(?:y|ication|ication of) (?:[a-z-]+ ){0,4}?(?:sub)?class(?:es)?\b"
        r"|conditional(?:ly)? certif|certifya)",
        "Certification of a class",
        "MOTION to Certify Class by Plaintiffs.",
        [
            "MOTION to Certify Order for Interlocutory Appeal by Defendants.",
            "RESPONSE to 30 Motion to Certify Class by Defendants.",
        ],
    ),
    _motion(
        "mtd",
        r"(?:partial(?:ly)? )?dismiss\b|(?:partial )?dismissal for|dismissal of (?:the )?(?:petition|complaint)",
        "Dismissal of the case, asked by the other side",
        "MOTION to Dismiss for Lack of Jurisdiction by Respondents.",
        [
            "RESPONSE in Opposition re 12 MOTION to Dismiss for Lack of Jurisdiction by Petitioner.",
            "MOTION for Leave to File Motion to Dismiss out of time by Respondents.",
        ],
    ),
    _motion(
        "sj",
        r"(?:partial )?summary[- ]judgment|summary adjudication",
        "Judgment without a trial",
        "MOTION for Summary Judgment by Defendants.",
        [
            "MOTION for Judgment on the Pleadings by Defendants.",
            "REPLY to Response to 40 MOTION for Summary Judgment by Defendants.",
        ],
    ),
    _motion(
        "enforce",
        (
            r"(?:immediately )?(?:enforce(?:ment)?\b|compel(?:ling)? [a-z' ]{1,40}? to comply with (?:the |this |its "
            r"|\[?\d+\]? )*(?:court|order|writ|judgment|injunction|tro|temporary|preliminary)"
            r"|compel (?:compliance(?:[ .,]*$| by (?:the )?petitioner| filed by| with (?:(?:the|this|its|that|prior"
            r"|[a-z]+'s|\[?\d+\]?|[a-z]{1,9}\.? \d{1,2},?(?: \d+,?)?) )*(?:court|orders?|writ|judgment|injunction"
            r"|tro|temporary|preliminary|habeas|ecf|doc|dkt))"
            r"|respondents'? compliance"
            r"|the bond hearing))"
        ),
        "Enforcement of an order already made",
        "MOTION to Enforce the Court's Order of March 3, 2026 by Petitioner.",
        ["MOTION to Compel Discovery by Plaintiff.", "RESPONSE in Opposition re 21 MOTION to Enforce by Respondents."],
    ),
    _motion(
        "contempt",
        r"(?:an? |civil |finding of |order of |order finding [^;.]*? in |adjudication of "
        r"|order holding [^;.]*? in )*(?:civil )?contempt\b"
        r"|hold [^;.]*? in (?:civil )?contempt|"
        r"(?:an? )?order(?:s)? to show cause [^;.]*?contempt|sanctions for contempt",
        "A finding of contempt",
        "MOTION for Contempt by Petitioner.",
        ["RESPONSE to 25 MOTION for Contempt by Respondents.", "MOTION for Sanctions under Rule 11 by Defendants."],
    ),
    _motion(
        "remand",
        r"remand\b",
        "Sending the case back to a state court or an agency",
        "MOTION to Remand to State Court by Plaintiffs.",
        [
            "RESPONSE in Opposition to 5 Motion to Remand by Sheriff.",
            "MOTION to Release Petitioner from Remand Center by Petitioner.",
        ],
    ),
)

GRANTED_MEANS: dict[str, tuple[tuple[EventType, str | None], ...]] = {
    "motion_filed.tro": ((EventType.TRO_ENTERED, None),),
    "motion_filed.tro.to_end": ((EventType.TRO_DISSOLVED, None),),
    "motion_filed.extension.of_tro": ((EventType.TRO_EXTENDED, None),),
    "motion_filed.pi": ((EventType.PRELIMINARY_INJUNCTION_ENTERED, None),),
    "motion_filed.stay.removal_or_transfer.of_removal": (
        (EventType.STAY_ENTERED, "removal_or_transfer"),
        (EventType.ORDER_NO_TRANSFER_OR_REMOVAL, None),
    ),
    "motion_filed.stay.administrative.administrative": ((EventType.STAY_ENTERED, "administrative"),),
    "motion_filed.stay.injunction_or_order.of_order": ((EventType.STAY_ENTERED, "injunction_or_order"),),
    "motion_filed.stay.injunction_or_order.of_justice": ((EventType.STAY_ENTERED, "injunction_or_order"),),
    "motion_filed.stay.case": ((EventType.STAY_ENTERED, "case"),),
    "motion_filed.stay.agency_action.of_agency_action": ((EventType.STAY_ENTERED, "agency_action"),),
    "motion_filed.class_cert": ((EventType.CLASS_CERTIFIED, None),),
    "motion_filed.other.to_lift_stay": ((EventType.STAY_LIFTED, None),),
    "motion_filed.other.to_transfer": ((EventType.TRANSFER_OUT, None),),
    "motion_filed.other.to_consolidate": ((EventType.CONSOLIDATED, None),),
    "motion_filed.other.to_seal": ((EventType.SEALED_OR_RESTRICTED, None),),
    "motion_filed.other.to_settle": ((EventType.SETTLEMENT, None),),
}
"""What a grant of a motion, in whole or in part, does by itself."""
