"""Rulings on motions. The verb governs the motion beside it; the kind comes from what it asks for (motions.py).

`(?P<title>…)` is the motion ruled on. A title that is no motion ("granting 1 Petition") is left to the other families.
"""

from ..rule import Rule, rule
from ..vocabulary import EventType
from .endings import AMENDED_CAME, BY_AMENDED, UNDONE

_ITEM = r"(?P<title>.+)"
_REST_OF = r"\b(?:other respects|other (?:requested )?relief|remainder|otherwise(?:,| the))\b[^;]* (?:is|are) "
_REST = (
    _REST_OF + r"|\bshould not\b|^(?:neither|no|none)\b|^it is (?:[a-z]+ )?so ordered\b"
    r"|\b(?:(?:if|unless|whether|until)|(?:argu|contend)(?:e|es|s)? that) the [a-z\d ]*?"
    r"(?:motion|request|application)[a-z ]*? (?:is|are) "
)


def _ruling(
    outcome: str, before: str, after: str, says: str, reads: tuple[str, str], leaves: list[str]
) -> tuple[Rule, Rule]:
    """The verb before the motion ("GRANTING 3 Motion …") and after it ("the motion is GRANTED")."""
    return (
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form="before",
            pattern=rf"^(?:{before}),? (?:the )?{_ITEM}",
            says=says,
            reads=reads[0],
            leaves=leaves,
            unless=f"{_REST_OF}|{UNDONE}",
        ),
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form="after",
            pattern=rf"(?P<title>.*?),? ?(?:{after})",
            says=says,
            reads=reads[1],
            leaves=leaves,
            unless=_REST,
        ),
    )


RULES: tuple[Rule, ...] = (
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="moot",
        form="superseded",
        says="A petition is put aside because an amended one has taken its place: nothing is decided about it",
        pattern=(
            rf"^(?:{{denies}}|{{dismisses}}|finding|finds|terminating|terminates),?(?: as)? moot,? {{petition}}[^;]*?"
            rf"{BY_AMENDED}|^(?:{{denies}}|{{dismisses}}) {{petition}},? as moot[^;]*?{BY_AMENDED}"
            rf"|^{{petition}},? {{is}} [^;]{{0,40}}?\bmoot\b[^;]*?{BY_AMENDED}"
            rf"|{AMENDED_CAME}[^;,]*,? {{petition}},? (?:which )?{{is}} [^;]{{0,40}}?\bmoot\b"
        ),
        reads="ORDER denying as moot 1 Petition in light of 4 Amended Petition.",
        leaves=["ORDER denying as moot 4 Amended Petition for Writ of Habeas Corpus."],
        courts="trial",
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="denied",
        form="centralization",
        says="A panel declines to join cases in one court",
        pattern=r"^denying transfer\b",
        reads="ORDER DENYING TRANSFER -- (re: pldg. 3) 2 actions.",
        leaves=["ORDER denying 6 Motion to Transfer Case.", "TRANSFER ORDER -- 3 actions."],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="terminated",
        form="pending",
        says="What is still pending is taken off the list without a decision",
        pattern=r"\bterminate (?:all |any |the )?(?:remaining |other )?(?:pending|outstanding|open) motions",
        reads="ORDER: The Clerk is directed to terminate all pending motions.",
        leaves=[
            "ORDER: The Clerk is directed to terminate the motion at Dkt. 41.",
            "ORDER: All pending motions are denied as moot.",
        ],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="granted",
        form="named",
        says="An order whose title names what was asked for and granted",
        pattern=(
            r"^(?:ex parte )?order shortening time"
            r"|^(?:stipulation and )?order (?:of|for|on) (?:withdrawal|substitution) of (?:attorney|counsel)"
            r"|^(?:consent order )?granting ?(?:substitution of (?:attorney|counsel)|(?:on )?admission pro hac vice"
            r"|modification of conditions"
            r"|(?:(?:petitioner|plaintiff|appellant)s? )?(?:leave to proceed )?in forma pauperis)\b"
            r"|^order (?:admitting (?:attorneys?|counsel)|for admission) pro hac vice"
            r"|^leave to proceed in forma pauperis {is} {duly}{granted}\b"
        ),
        reads="ORDER for Substitution of Counsel. Signed by Judge.",
        leaves=["MOTION to Withdraw as Attorney by counsel.", "ORDER denying 8 Motion to Withdraw as Attorney."],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="granted",
        form="on_paper",
        scope="entry",
        says="The court's leave stands on the paper that asks for it",
        pattern=(
            r"^\W*application to appear pro hac vice\b[^;]*?\. approved \d"
            r"|\b(?:motion|request|application)s? [^.;]*?\band order there ?on\b"
            r"|^\W*(?:[a-z]+ ){0,3}(?:motion|request|application)s? and order\b[^;]*?\b(?:signed|so ordered)\b"
        ),
        reads="REMARK: Joint Request for Release of Material Witness and Order Thereon.",
        leaves=[
            "JOINT MOTION for Release of Material Witness.",
            "NOTICE of Document Discrepancies and Order Thereon Rejecting Motion.",
            "MOTION for Extension of Time and [Proposed] Order Thereon.",
        ],
        unless=r"\b(?:extend|extension|continu)|\bden(?:ied|ying)\b|\bproposed\b",
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="other",
        outcome="granted",
        form="to_appear",
        scope="entry",
        says="The clerk notes that a lawyer of another state may appear",
        pattern=r"^\W*(?:remark: )?pro hac vice motion(?:s|\(s\))? granted for\b",
        reads="REMARK: Pro hac vice motion(s) granted for Dana Quill on behalf of Petitioner.",
        leaves=["MOTION for Admission Pro Hac Vice by Dana Quill."],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="extension",
        outcome="granted",
        form="agreed",
        scope="entry",
        says="More time, or another date, that the parties ask for together and a judge orders",
        pattern=(
            r"^\W*(?:(?:first|second|third|joint|agreed|so ordered|[a-z]+'s) )*stipulat(?:ion|ed)(?:(?:,? and)?"
            r"(?: agreed| consent)? order (?:(?:for|to|re|regarding) )?(?:an? |the )?(?:exten[ds]|enlarg|continu"
            r"|adjourn)[^;]*?\b(?:signed|judge|ordered by)\b|"
            r" (?:to )?(?:continu|exten[ds])[^.]{0,160}?;? and order by\b)"
            r"|^\W*(?:[a-z]+ ){0,3}(?:motion|request|application)s? and order (?:(?:for|to) )?(?:an? )?(?:exten[ds]"
            r"|enlarg|continu)[^;]*?\b(?:signed|so ordered)\b"
            r"|^\W*order (?:to (?:continue|extend)|continuing|extending) [a-z/' ]{1,80}? re:? \[?\d+\]? (?:joint "
            r"|unopposed )?(?:motion|stipulation)(?: to (?:continue|extend)\b| for (?:an )?(?:extension|continuance)\b"
            r"| as to\b|[ ,]*(?:[.;]|$))"
        ),
        reads="STIPULATION AND ORDER Extending Discovery. Signed by Judge.",
        leaves=[
            "STIPULATION to Extend Discovery by Plaintiff.",
            "STIPULATION AND ORDER of Confidentiality. Signed by Judge.",
            "ORDER continuing hearing re 9 Motion to Dismiss. Signed by Judge.",
        ],
        unless=r"\bden(?:ied|ying)\b|\bproposed\b|(?:extend|exten[sd]i[a-z]+|continuing) (?:the )?{tro}",
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        kind="sj",
        outcome="granted",
        form="judgment",
        says="Summary judgment is granted, in words that name no motion",
        pattern=r"^{grants} (?:partial )?summary judgment (?:for|to|in favor of|on)\b",
        reads="OPINION granting summary judgment for the defendants.",
        leaves=["MOTION for Summary Judgment by Defendants.", "ORDER denying 12 Motion for Summary Judgment."],
    ),
    *(
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form="past",
            pattern=(
                rf"^(?:(?:[a-z]+ ){{0,2}}order )?{words},?(?: re:?)? (?P<title>\[?\d+\]?,? (?:[a-z'/-]+ ){{0,4}}?"
                r"(?:motions?|applications?|requests?|stipulations?|letters?)\b[^;]*)"
            ),
            says="The verdict stands first, then the motion by its number",
            reads=reads,
            leaves=["ORDER granting 3 Motion to Compel.", "RESPONSE to order: Granted 3 Motion to Compel."],
        )
        for outcome, words, reads in (
            (
                "granted_in_part",
                "{granted},? in part(?:,? (?:and )?denied in part)?",
                "ORDER: Granted in part 3 Motion to Compel.",
            ),
            ("moot", "(?:denied|found|finding)(?: as)? moot", "ORDER: Denied as moot 3 Motion to Compel."),
            ("granted", "{granted}", "ORDER GRANTED re: 3 Motion to Compel."),
            ("denied", "denied(?: with(?:out)? prejudice)?", "ORDER: Denied 3 Motion to Compel."),
        )
    ),
    *_ruling(
        "granted_in_part",
        (
            r"{grants}(?: as modified)?(?:,? in part| to the extent|,? in part,? and (?:{denies})(?:,? in part)?)"
            r"|{denies} in part(?: and {grants} in part)?"
            r"|partially granting|grants and denies in part"
            r"|granting/denying in part"
        ),
        (
            r"{is} (?:partially (?:granted|allowed)|{granted},? (?:only )?(?:in[- ](?:(?:substantial|large|small"
            r"|most) )?part|to the (?:extent"
            r"|following extent)|to th(?:at|is) extent|insofar as|only (?:as to|with respect to)"
            r"|(?:as to|with respect to|regarding) [^.;]*?\b(?:and|but) (?:is |are |otherwise )*denied)"
            r"|denied,? in part,? and granted,? in part)"
            r"|^{granted},? in[- ]part\b"
        ),
        "A motion is granted in part",
        ("ORDER granting in part 3 Motion to Compel.", "ORDER: The Motion to Compel (Doc. 3) is GRANTED IN PART."),
        [
            "ORDER granting 3 Motion to Compel.",
            "RESPONSE to order granting in part 3 Motion to Compel",
            "ORDER: 12 Motion for Reconsideration of the Order Granting in Part Motion to Compel is DENIED.",
        ],
    ),
    *_ruling(
        "moot",
        (
            r"(?:finding|denying|terminating|denies|dismissing|finds|terminates)(?: as)? moot"
            r"|mooting|denying,? as moot,?"
        ),
        (
            r"{is} (?:(?:denied|terminated|dismissed|found|deemed|stricken),? (?:without prejudice )?(?:as "
            r"|to be )?moot|moot\b|rendered moot)"
        ),
        "A motion is moot: nothing is decided about it",
        ("ORDER denying as moot 3 Motion to Compel.", "ORDER: The Motion to Compel (Doc. 3) is DENIED AS MOOT."),
        ["ORDER denying 3 Motion to Compel.", "MOTION to Dismiss Petition as Moot by Respondents."],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        outcome="moot",
        form="trailing",
        pattern=r"^{denies},? (?:the )?(?P<title>[^;]+?),? as moot\b",
        says="A motion is denied as moot, the reason last",
        reads="ORDER denying 3 Motion to Compel as moot.",
        leaves=["ORDER denying 12 Motion to Dismiss Petition as Moot.", "ORDER denying 3 Motion to Compel."],
        unless=r"dismiss",
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        outcome="granted_in_part",
        form="trailing",
        pattern=r"^{grants},? (?:the )?(?P<title>[^;]+?),? in part\b",
        says="A motion is granted in part, the limit last",
        reads="ORDER granting 3 Motion to Compel in part.",
        leaves=["ORDER granting in part 3 Motion to Compel.", "ORDER granting 3 Motion to Compel."],
        unless=_REST,
    ),
    *_ruling(
        "granted",
        r"{grants}(?: in full)?(?: as unopposed)?|approving|so ordering"
        r"|(?:after [^,;]{0,80}?,? )?court {spoke}?granted|after [^,;]{0,80}?,? the court {spoke}?granted"
        r"|the court {spoke}granted",
        r"{is} (?:(?:(?:well[- ]taken|unopposed) and )?{is}?{duly}(?:temporarily |provisionally )?{granted}\b"
        r"|so ordered\b|approved\b)|^granted\b"
        r"|^allowed[ .'\"]*$",
        "A motion is granted",
        ("ORDER granting 3 Motion to Compel.", "MINUTE ORDER: Plaintiff's Motion to Compel is GRANTED."),
        [
            "RESPONSE to order granting 3 Motion to Compel",
            "ORDER denying 17 Motion for Reconsideration of the Order Granting 3 Motion to Compel.",
            "ORDER: Respondents shall show cause why the Motion to Compel should not be granted.",
        ],
    ),
    *(
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form="note",
            pattern=(
                r"^(?:there being no [a-z]+, )?(?P<title>(?:the |an? |oral |emergency |ex parte |joint |agreed "
                r"|unopposed |defense |government |streamlined |parties' |further |renewed |stipulated |pending "
                r"|second |(?:(?:defendant|plaintiff|petitioner|material witness) (?:[a-z.-]+ ){0,3}?)?[a-z.-]+'s? "
                r"|\[?\d+\]? )*(?:applications?|motions?|requests?|{tro}|{pi}"
                r"|petitions? for (?:[a-z-]+ ){0,3}rehearing)\b"
                rf"[^;:]{{0,200}}?)(?: \(?|\.? ?- ?)(?:hereby )?(?:{words})"
                r"(?: with(?:out)? prejudice| as (?:unnecessary|unopposed|untimely|premature))?\)?"
                r"(?:,? (?:at|by the court|by justice|for|from|over|on|per|pursuant|subject|upon|absent|under"
                r"|as (?:stated|set forth)"
                r"|in (?:light"
                r"|view|its entirety|full"
                r"|open court))\b[^;:]*)?[.;]?$"
            ),
            says="A verdict noted beside the motion, without a verb",
            reads=reads,
            leaves=["ORDER: The motion was heard and was granted, then denied.", "MOTION to Stay by Petitioner."],
            unless=(r"\b(?:is|are|was|were|be|been|not|should|order|if|when|after|had|has|have|until|once|that)\b"),
        )
        for outcome, words, reads in (
            (
                "granted_in_part",
                "(?:granted|allowed) in part(?:,? and denied in part)?",
                "MINUTES: Oral motion to continue GRANTED IN PART.",
            ),
            ("granted", "granted|allowed", "MINUTES: Oral motion to continue GRANTED."),
            ("denied", "denied", "MINUTES: Oral motion to continue DENIED."),
            ("withdrawn", "withdrawn", "MINUTES: Oral motion to continue WITHDRAWN."),
            ("moot", "denied as moot|(?:now )?(?:deemed )?moot", "MINUTES: Oral motion to continue DENIED AS MOOT."),
            (
                "deferred",
                "taken under (?:advisement|submission)",
                "MINUTES: Motion to Dismiss - TAKEN UNDER ADVISEMENT.",
            ),
        )
    ),
    *_ruling(
        "denied",
        r"{denies}(?: without prejudice| with prejudice)?|after [^,;]{0,80}?,? the court {spoke}?denied"
        r"|court {spoke}?denied|the court {spoke}denied",
        r"{is} {duly}(?:denied\b|refused\b|not well[- ]taken\b)|^denied\b|denied as to\b| -+ denied\b",
        "A motion is denied",
        ("ORDER denying 3 Motion to Compel.", "MINUTE ORDER: Oral motion to compel is denied."),
        [
            "ORDER granting 3 Motion to Compel.",
            "ORDER denying as moot 3 Motion to Compel.",
            "MOTION for Order Denying Fees by Plaintiff.",
        ],
    ),
    *(
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form=verb,
            pattern=rf"(?P<title>motions?\b[^;]*?),? {{is}} {{duly}}{verb}\b",
            says="A motion is granted or denied, in the words some districts have for it",
            reads=f"ORDER: The motion to compel (Doc. 3) is {verb.upper()}.",
            leaves=[
                f"ORDER: The objection to the motion to compel is {verb.upper()}.",
                f"ORDER: The motion and the objection, which is {verb.upper()}, are old.",
            ],
            unless=r"\b(?:objections?|appeal)\b",
        )
        for outcome, verb in (("granted", "sustained"), ("denied", "overruled"))
    ),
    *(
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form=verb,
            pattern=rf"^{verb} (?P<title>(?:the |\[?\d+\]? |[a-z]+'s? )*motions?\b[^;]*)",
            says="A motion is granted or denied, in the words some districts have for it",
            reads=f"MEMORANDUM AND ORDER {verb} 61 Motion to Compel.",
            leaves=[f"ORDER {verb} 12 Objections to the motion to compel.", f"MOTION for an order {verb} objections."],
        )
        for outcome, verb in (("granted", "sustaining"), ("denied", "overruling"))
    ),
    *(
        rule(
            EventType.ORDER_ON_MOTION,
            outcome=outcome,
            form="likewise",
            pattern=rf"\b(?:is|are) (?:hereby )?{words}(?: [^;,]{{0,80}})?,? (?:as|and so) (?:is|are) (?P<title>[^;]+)",
            says="A second motion meets the end of what stands before it",
            reads=reads,
            leaves=["ORDER: The motion is granted as is usual.", "ORDER: The petition was denied, as was the motion."],
        )
        for outcome, words, reads in (
            ("moot", "(?:denied as )?moot", "ORDER: The first request is moot, as is the motion to compel."),
            ("granted", "(?:granted|allowed)", "ORDER: The first request is granted, as is the motion to compel."),
            ("denied", "denied", "ORDER: The first request is denied, as is the motion to compel."),
        )
    ),
    *_ruling(
        "withdrawn",
        r"withdrawing|deeming withdrawn|(?:the )?(?:plaintiff|petitioner|defendant|respondent|government|movant"
        r"|part(?:y|ies)|counsel)s?"
        r" {duly}withdr(?:aws?|ew)",
        r"{is} (?:deemed )?withdrawn",
        "A motion is withdrawn",
        ("ORDER withdrawing 3 Motion to Compel.", "MINUTE ORDER: Motion to compel [3] is withdrawn without prejudice."),
        ["ORDER denying 3 Motion to Compel.", "NOTICE of Withdrawal of 3 Motion to Compel by Plaintiff."],
    ),
    *_ruling(
        "deferred",
        (
            r"(?:(?:the )?court {duly})?(?:(?:deferring|defers)(?: (?:a )?ruling on)?|holding in abeyance"
            r"|(?:reserving|reserves) (?:a )?(?:ruling|decision|judgment) on|taking under (?:advisement|submission))"
        ),
        r"{is} (?:held in abeyance|deferred|reserved|(?:carried|taken) with the (?:case|petition|appeal)"
        r"|(?:referred|assigned|passed) to the (?:merits panel|panel (?:that (?:will|is to) hear"
        r"|assigned to) the merits)"
        r"|taken under (?:advisement|submission))",
        "A ruling is put off",
        ("ORDER deferring ruling on 3 Motion to Compel.", "MINUTE ORDER: Motion to compel [3] is held in abeyance."),
        ["ORDER denying 3 Motion to Compel.", "MOTION to Hold Appeal in Abeyance by Appellant."],
    ),
    rule(
        EventType.ORDER_ON_MOTION,
        outcome="deferred",
        form="trailing",
        pattern=(
            r"^(?:(?:the )?court {duly})?(?:takes|taking|took|holds|holding) (?:the )?(?P<title>[^;]+?)"
            r" (?:under (?:advisement|submission)|in abeyance)\b"
        ),
        says="A ruling is put off, said last",
        reads="MINUTES: The Court takes 3 Motion to Compel under advisement.",
        leaves=["MINUTES: The Court takes a recess.", "MINUTES: 3 Motion to Compel remains under advisement."],
    ),
    *_ruling(
        "terminated",
        r"terminating",
        r"{is} (?:hereby )?terminated",
        "A motion is taken off the list without a decision",
        ("ORDER terminating 3 Motion to Compel.", "ORDER: The Motion to Compel (Doc. 3) is TERMINATED."),
        ["ORDER denying 3 Motion to Compel.", "ORDER: Counsel for Defendant is terminated."],
    ),
)
