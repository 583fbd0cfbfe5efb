"""Interim relief and stays that an entry enters, extends or ends by its own words, beside the rulings on motions."""

from ..rule import Rule, rule
from ..vocabulary import EventType

RULES: tuple[Rule, ...] = (
    rule(
        EventType.TRO_EXTENDED,
        says="A temporary restraining order is extended",
        pattern=(
            r"^(?:extending|extends) (?:the )?{tro}"
            r"|{tro}[^;]*? {is} (?:hereby )?(?:extended|continued)"
            r"|{tro}[^;]*? extended (?:to|until|through)"
            r"|restraining order[^;]*? shall remain in (?:force|effect)"
            r"|{tro} extended until"
        ),
        reads="MINUTE ORDER. The Temporary Restraining Order is EXTENDED through May 7, 2026.",
        leaves=[
            "MOTION to Extend Temporary Restraining Order by Petitioner.",
            "ORDER granting 3 Motion for Temporary Restraining Order.",
        ],
    ),
    rule(
        EventType.TRO_DISSOLVED,
        says="A temporary restraining order ends",
        pattern=(
            r"^(?:dissolving|vacating|lifting|dissolves|vacates) (?:the )?(?:\[?\d+\]? )?(?:{tro})"
            r"|{tro}[^;]*?,? {is} (?:hereby )?(?:dissolved|vacated|lifted)"
            r"|{tro}[^;]*? (?:expires by its terms|has (?:lapsed|expired))"
        ),
        unless=r"hearing[^;]* {is} vacated",
        reads="ORDER dissolving 5 Temporary Restraining Order.",
        leaves=[
            "MOTION to Dissolve Temporary Restraining Order by Respondents.",
            "ORDER: The temporary restraining order is extended.",
        ],
    ),
    rule(
        EventType.PRELIMINARY_INJUNCTION_ENTERED,
        says="A preliminary injunction is entered",
        pattern=r"^(?:order )?(?:granting|entering) (?:agreed )?preliminary injunction"
        r"|^(?:agreed )?preliminary injunction (?:is )?entered"
        r"|converted (?:in)?to a preliminary injunction"
        r"|preliminarily enjoined|"
        r"hereby enjoined for the duration of|^agreed preliminary injunction",
        reads="ORDER: Defendants are preliminarily enjoined from enforcing the memorandum.",
        leaves=[
            "MOTION for Preliminary Injunction by Petitioner.",
            "ORDER denying 3 Motion for Preliminary Injunction.",
        ],
    ),
    rule(
        EventType.TRO_ENTERED,
        says="A temporary restraining order is entered",
        pattern=r"temporarily (?:enjoined|restrained)|(?:{is}|hereby) temporarily (?:enjoined|restrained)",
        reads="ORDER that Defendants are temporarily enjoined from enforcing the memorandum.",
        leaves=[
            "MOTION for Temporary Restraining Order by Petitioner.",
            "ORDER denying 3 Motion for Temporary Restraining Order.",
        ],
    ),
    rule(
        EventType.TRO_ENTERED,
        form="title",
        scope="entry",
        says="An entry that is itself a temporary restraining order",
        pattern=(
            r"^\W*(?:ex parte |order and )?temporary restraining order(?: and (?:order to show cause"
            r"|\w+)[^.:]*)?(?:[.:;]| entered| signed| by judge|$)"
        ),
        reads="TEMPORARY RESTRAINING ORDER. No security is required.",
        leaves=[
            "Temporary restraining order requested by Petitioner.",
            "MOTION for Temporary Restraining Order by Petitioner.",
        ],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="agency_action",
        says="What an agency did is stayed (5 U.S.C. 705)",
        pattern=(
            r"stayed (?:under|pursuant to) 5 u\.?s\.?c\.?[^;]*?705"
            r"|(?:5 u\.?s\.?c\.?|section|S) 705 stay"
            r"|stays? (?:the )?(?:effective date|rule|policy|memorandum|agency)[^;]*?705"
        ),
        reads="ORDER: The effective date of the rule is STAYED under 5 U.S.C. 705.",
        leaves=["MOTION to Stay Agency Action under 5 U.S.C. 705 by Plaintiffs.", "ORDER: this case is stayed."],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="administrative",
        says="A short stay to give the court time to read",
        pattern=(
            r"^(?:enters|entering|grants|granting|issues)? ?(?:an? "
            r"|the )?(?:temporary )?administrative stay\b(?: {is} (?:granted|entered))?"
            r"|administrative stay {is} (?:granted|entered)"
            r"|is administratively stayed|^administratively staying"
            r"|temporar(?:y|ily) stayed"
            r"|(?:enters|entered) an administrative stay"
        ),
        reads="ORDER: A brief administrative stay is ENTERED while the panel reads the motion.",
        leaves=["MOTION for an administrative stay by Appellants.", "ORDER: the administrative stay is dissolved."],
        unless=(
            r"dissol|lifted|vacated|motion for|denied|purpose of"
            r"|request for an administrative stay (?:\([^)]*\) )?is denied"
        ),
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="removal_or_transfer",
        says="Removal or transfer of the person is stayed",
        pattern=(
            r"stay of (?:transfer or removal|removal|transfer"
            r"|removal or transfer)(?: or removal)? (?:is )?(?:hereby )?(?:entered|granted)"
            r"|{is} (?:hereby )?stayed from removing"
            r"|removals? (?:or transfers? )?[^;]*?{is} stayed"
            r"|{is} stayed from"
        ),
        reads="ORDER: Respondents are STAYED from removing Petitioner while this action is pending.",
        leaves=["MOTION to Stay Removal by Petitioner.", "ORDER: the case is stayed pending appeal."],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="injunction_or_order",
        says="An order, injunction or judgment is stayed",
        pattern=(
            r"(?:injunction|judgment|orders?)\b[^;,]*? {is} (?:hereby )?(?:stayed|held in abeyance) ?(?:pending"
            r"|insofar|in part|until|$|\W)"
        ),
        reads="ORDER FILED. The district court's preliminary injunction is stayed pending appeal.",
        leaves=["MOTION to Stay Injunction Pending Appeal by Defendants.", "ORDER: this case is stayed."],
        unless=r"temporarily stayed|administratively|removals?",
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="case",
        says="The case, or its deadlines, are stayed",
        pattern=(
            r"^staying (?:the |this )?(?:cases?|actions?|proceedings?|matter|deadlines|discovery)"
            r"|{case} {is} (?:now |hereby )?stayed"
            r"|(?:deadlines|proceedings|briefing|discovery|matters?)\b[^;]*? {is} (?:hereby )?stayed"
            r"|^case (?:is )?stayed|^stayed pending"
        ),
        reads="ORDER STAYING CASE.",
        leaves=["MOTION to Stay Case by Defendants.", "ORDER: the stay of this case is lifted."],
        unless=r"lifted|denied|removal",
    ),
    rule(
        EventType.STAY_LIFTED,
        says="A stay ends",
        pattern=(
            r"^(?:lifting|vacating|dissolving|terminating) (?:the )?(?:administrative )?stay\b"
            r"|stay\b[^;]*? {is} (?:hereby )?(?:lifted|vacated|dissolved|terminated)"
            r"|partial relief from (?:the )?stay"
        ),
        reads="TEXT ORDER: The stay entered May 6, 2026 is LIFTED.",
        leaves=["MOTION to Lift Stay by Plaintiff.", "ORDER: the case is stayed."],
        unless=r"removal stay",
    ),
    rule(
        EventType.CLASS_CERTIFIED,
        says="A class is certified",
        pattern=(
            r"^(?:provisionally )?(?:certif(?:ying|ies)),?[^;]*? (?:a |the )?class\b"
            r"|class {is} (?:hereby )?(?:provisionally )?certified"
        ),
        reads="ORDER: The Court CERTIFIES a class of all persons held at the facility.",
        leaves=["MOTION to Certify Class by Plaintiffs.", "ORDER denying 30 Motion to Certify Class."],
    ),
)
