"""Petitions for a writ of habeas corpus, and what a court orders for the person: a hearing, a release, no transfer."""

from ..rule import STATES, Rule, rule
from ..vocabulary import EventType
from .endings import SUPERSEDED, UNDONE

_UNLESS = (
    r"^(?:{grants}|{denies}|{dismisses}) (?:petitioner|applicant) (?:[a-z.'-]+ ){0,2}(?:leave|permission|time|bail|of"
    r"|for"
    r"|on|in|to|during|from|with|by|an?|the|his|her|their)\b"
    r"|petition for (?:review|rehearing|panel|certiorari|permission)"
    r"|\bad (?:prosequendum|testificandum)\b"
)
_UNLESS_AFTER = (
    r"\bif |under advisement|^(?:and )?in all other respects\b"
    r"|\b(?:contend|argue|assert|claim|maintain|submit|say)s?(?: that)? {petition} (?:is|must)\b"
)
_ABOUT = r"|\b(?:motion|leave|request|stipulation)\b[^;]*?\bpetition\b"
"""A motion about the petition is no petition: "the motion to amend the petition is granted"."""
_TOLD = (
    r"\b(?:which|had|was|were|previously|earlier)\b[^;,]{0,20} (?:ordered|required|directed)\b"
    r"|\border{refs}(?: (?:of|dated|entered) [^;,]{1,20})? (?:that )?(?:required|directed)\b"
    r"|\bhaving (?:been (?:ordered|required|directed)|(?:ordered|held|received|provided|given|afforded)"
    r" (?:{person} )?(?:with )?(?:an?|the|his|her|that) {bond_hearing})"
    r"|\bon (?:[a-z]{3,9}\.? \d|\d+/)[^;]{0,20}\bcourt (?:ordered|required|directed)\b"
    r"|\b(?:failures?|deadline|time|obligation|duty|refusal|inability|efforts?)(?: (?:for|of) {who})? to (?:[a-z]+ )?"
    r"(?:provide|afford|furnish|hold|conduct|give|grant|schedule|arrange|convene|release|free)\b"
    r"|\b(?:stat|represent|advis|indicat|inform|report|assur|promis|agree)(?:ed|s|es|e)? (?:the court )?that"
    r" (?:{who}|{person}) will\b"
)
"""An order made earlier is told of, or kept, or broken: nothing is ordered now."""
_NOT_ORDERED = (
    r"|\b(?:(?:not|never)(?: [a-z]+){0,2}?|nothing in [^;]*?) (?:ordered|orders?|required|requires?|directed|directs?"
    r"|compelled|compels?)\b|\bwhy\b[^;]*?\bshould\b"
    r"|^(?:as|because|since|although)\b[^;,]{1,60}?\b(?:ordered|required|directed)\b"
)
"""An order is denied or asked about, or is what something else follows from: nothing is ordered."""


_DECIDER = r"(?:ij\b|immigration (?:judge|court)|neutral (?:decision-?maker|arbiter|adjudicator))"
_WITHIN = r"(?:,? (?:within|no later than|by|on or before) [^;]{1,60}?)?,?"
_TO_HOLD = (
    rf"(?:{{who}} {{shall}}{_WITHIN} (?:provide|afford|hold|conduct|give|grant|schedule|arrange|furnish|convene)"
    rf"|{{person}} {{shall}}{_WITHIN} (?:be (?:provided|afforded|given|granted|accorded)|receive|have))(?: {{person}})?"
    r"(?: with)?(?:,? (?:within|no later than|by|on or before) [^;,]{1,40},)?(?: (?:an?|the|such))?(?: [a-z-]+,?){0,2}"
)
"""Up to the words for a hearing itself: not for its transcript, nor for a notice of it."""
_PLACES = rf"(?:{STATES}|saipan|o'?ahu|maui|kaua'?i|st\. (?:croix|thomas)|the (?:us |u\.s\. )?virgin islands)"
_THERE = (
    r"(?:,? (?:in (?:custody|detention)|confined|at [^;]{1,50}?|(?:until|pending"
    r"|while) [^;,]{1,60},))?,? (?:with)?(?:in|on)"
    rf" (?:the (?:state|island|territory) of )?{_PLACES}\b"
)


_IN_PART = (
    r"(?:in part\b|to the extent\b|insofar as\b|as to (?:counts?|claims?|grounds?) (?:\d|[ivx]+\b|one\b|two\b|three\b))"
)
_AND = r"[^.;]{0,160}?(?:,|,? and|,? but)"
_IT = r"(?:it|the same|the petition)"


def _habeas(outcome: str, pattern: str, says: str, reads: str, leaves: list[str], form: str) -> Rule:
    return rule(
        EventType.HABEAS_RULING,
        outcome=outcome,
        pattern=pattern,
        says=says,
        reads=reads,
        leaves=leaves,
        form=form,
        unless=(rf"{_UNLESS_AFTER}{_ABOUT}|{SUPERSEDED}|\b41\(a\)"
                if form == "after" else f"{_UNLESS}|{SUPERSEDED}|{UNDONE}"),
        courts="trial",
    )


RULES: tuple[Rule, ...] = (
    _habeas(
        "granted_in_part",
        (
            r"^{grants} in part(?:,? and {denies} in part)?,? {petition}"
            r"|^(?:[a-z]+ )?order {granted},? in part,? {petition}"
            r"|^{denies} in part(?:,? and {grants} in part)?,? {petition}"
            r"|^{grants} {petition},? (?:in[- ]part|(?:only )?to (?:the|that|this) (?:limited |following )?extent"
            r"|insofar as)\b"
        ),
        "A petition is granted in part",
        "ORDER granting in part and denying in part 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER granting 1 Petition for Writ of Habeas Corpus.",
            "REPORT AND RECOMMENDATION: recommending that the petition be granted in part.",
        ],
        "before",
    ),
    _habeas(
        "granted_in_part",
        (
            r"(?:counts?|claims?|grounds?) [^;]{0,40}? of {petition} {is} {granted}|(?:{petition_is} "
            r"|^{petition} )(?:{granted},? (?:in[- ]part|(?:only )?to (?:the|that|this) (?:limited |following )?extent"
            r"|insofar|as to|with respect to|[^;]*? other respects)|denied,? in part,? and granted,? in part"
            r"|partially granted)"
        ),
        "A petition is granted in part",
        "ORDER: The Petition (Doc. 1) is ALLOWED IN PART.",
        ["ORDER: The Petition (Doc. 1) is ALLOWED.", "ORDER: the motion to amend the petition is granted in part."],
        "after",
    ),
    _habeas(
        "granted",
        (
            r"^(?:conditionally )?{grants}(?: a writ| the writ| writ)? ?{petition}"
            r"|^(?:conditionally )?{grants} (?:the |a )?(?:conditional )?(?:writ|habeas)"
            r"|^(?:issues|issuing) (?:the|an?) (?:conditional )?writ\b|^(?:[a-z]+ )?order {granted},? {petition}"
        ),
        "A petition is granted",
        "ORDER granting 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER denying 17 Motion for Reconsideration of the Order Granting Petition.",
            "PROPOSED ORDER GRANTING PETITION FOR WRIT OF HABEAS CORPUS",
            "ORDER granting 4 Motion to Amend Petition.",
        ],
        "before",
    ),
    _habeas(
        "granted",
        r"(?:{petition_is}|(?:the|a|petitioner's) (?:conditional )?writ(?: of habeas corpus)?,? (?:which )?{is})"
        r" (?:conditionally )?{granted}\b|^(?:{petition}|(?:the "
        r"|a )?(?:conditional )?writ(?: of habeas corpus)?) (?:conditionally"
        r" )?{granted}\b"
        r"|\bwrit (?:of habeas corpus )?(?:shall|will|to) issue\b|^the (?:conditional )?writ (?:of habeas corpus )?"
        r"(?:hereby )?issues(?:\W*$|[,;]| (?:forthwith|immediately|today|directing|commanding)\b)",
        "A petition is granted",
        "ENDORSED ORDER entered. The amended petition [D. 8] is ALLOWED.",
        [
            "ORDER: Respondents shall show cause why the petition should not be granted.",
            "REPORT AND RECOMMENDATION that the petition be GRANTED.",
        ],
        "after",
    ),
    _habeas(
        "denied",
        r"^{denies}(?: and dismiss(?:ing|es)| as moot| with(?:out)? prejudice)* {petition}"
        r"|^(?:[a-z]+ )?order denied,? {petition}",
        "A petition is denied",
        "ORDER denying 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER granting 1 Petition for Writ of Habeas Corpus.",
            "ORDER denying 20 Motion for Reconsideration of the Order Denying Petition.",
        ],
        "before",
    ),
    _habeas(
        "denied",
        r"{petition_is} (?:denied|refused)\b|^{petition} denied\b|, (?:and )?the petition denied\b"
        r"|^(?:the |a )?writ (?:of habeas corpus )?(?:(?:shall|will|does) not issue(?:\W*$|[,;])"
        r"|{is} (?:hereby )?(?:denied"
        r"|refused)\b)",
        "A petition is denied",
        "ORDER: The Petition (Doc. 1) is DENIED without prejudice.",
        [
            "ORDER: The Petition (Doc. 1) is GRANTED.",
            "REPORT AND RECOMMENDATIONS. IT IS RECOMMENDED that the petition be DENIED.",
        ],
        "after",
    ),
    _habeas(
        "dismissed",
        r"^{dismisses}(?: as moot| with(?:out)? prejudice| and closing)*,? {petition}|^{petition} dismissed\b",
        "A petition is dismissed",
        "ORDER dismissing 1 Petition for Writ of Habeas Corpus.",
        ["ORDER denying 1 Petition for Writ of Habeas Corpus.", "MOTION to Dismiss Petition by Respondents."],
        "before",
    ),
    _habeas(
        "dismissed",
        r"{petition_is} (?:hereby )?(?:moot and (?:is )?)?dismissed\b",
        "A petition is dismissed",
        "ORDER: The Petition (Doc. 1) is DISMISSED for lack of jurisdiction.",
        ["ORDER: The Petition (Doc. 1) is DENIED.", "ORDER TO SHOW CAUSE why the petition should not be dismissed."],
        "after",
    ),
    rule(
        EventType.HABEAS_RULING,
        outcome="granted_in_part",
        form="halves",
        scope="entry",
        says="One half of a petition is denied and, the petition not named again, the other granted",
        pattern=(
            rf"\b{{denies}} {{petition}},? {_IN_PART}{_AND} {{grants}} (?:{_IT} )?{_IN_PART}"
            rf"|\b{{grants}} {{petition}},? {_IN_PART}{_AND} {{denies}} (?:{_IT} )?{_IN_PART}"
        ),
        unless=r"^\W*(?:notice|response|motion|reply|letter|brief|report|proposed)\b|\brecommend(?:s|ed|ing)\b",
        reads="ORDER denying 1 Petition as to Claim One and granting it as to Claim Two.",
        leaves=[
            "ORDER granting 1 Petition and denying 4 Motion as to Claim Two.",
            "REPORT recommending denying 1 Petition as to Claim One and granting it as to Claim Two.",
            "NOTICE of ORDER denying 1 Petition as to Claim One and granting it as to Claim Two.",
        ],
        courts="trial",
    ),
    *(
        rule(
            EventType.HABEAS_RULING,
            outcome=outcome,
            form="re",
            scope="entry",
            says="An order about the petition with one word of verdict after it",
            pattern=(
                r"^(?:[^.;:]*: )?(?:[a-z&-]+ ){0,4}(?:order|entry)\b[^.;:]{0,40}\bre:? {petition}[ ,]*[:.;-]+ "
                r"(?:text of (?:the )?order: )?(?:the )?(?:petition )?(?:is )?(?:hereby )?" + words + r"\b"
            ),
            reads=reads,
            unless=r"^\W*(?:notice|response|motion|reply|letter)\b",
            leaves=[
                "Judge Doe: ELECTRONIC ORDER entered re 1 Petition for Writ of Habeas Corpus. Answer due 5/4/2026.",
                "ORDER re 3 Motion to Amend Petition: GRANTED.",
                "ORDER re 3 Motion to Amend Petition: DENIED.",
            ],
            courts="trial",
        )
        for outcome, words, reads in (
            (
                "granted_in_part",
                "{granted} (?:in part|(?:only )?to (?:this|that|the following) extent)",
                "Judge Doe: ELECTRONIC ORDER entered re 1 Petition for Writ of Habeas Corpus: ALLOWED IN PART.",
            ),
            (
                "granted",
                "{granted}",
                "Judge Doe: ELECTRONIC ORDER entered re 1 Petition for Writ of Habeas Corpus: ALLOWED.",
            ),
            ("denied", "denied", "ENDORSED ORDER re 1 Petition for Writ of Habeas Corpus. Text of Order: Denied."),
            ("dismissed", "dismissed", "TEXT ORDER re 1 Petition for Writ of Habeas Corpus: DISMISSED as moot."),
        )
    ),
    *(
        rule(
            EventType.HABEAS_RULING,
            outcome=outcome,
            form="numbered",
            scope="entry",
            says="An order on the petition rules on it by its number alone",
            pattern=r"^(?:[a-z-]+ ){0,3}order on {petition},? " + words + r" \[?1\]? ?(?:[.,;]|$)",
            unless=r"^\W*(?:notice|response|motion|reply|objections?|letter|brief)\b",
            reads=reads,
            leaves=[
                "ORDER ON PETITION FOR WRIT OF HABEAS CORPUS granting 4. Signed by Judge Marlow.",
                "RESPONSE to ORDER ON PETITION FOR WRIT OF HABEAS CORPUS granting 1.",
                "RESPONSE to ORDER ON PETITION FOR WRIT OF HABEAS CORPUS denying 1.",
            ],
            courts="trial",
        )
        for outcome, words, reads in (
            (
                "granted_in_part",
                "{grants} in part",
                "ORDER ON PETITION FOR WRIT OF HABEAS CORPUS granting in part 1 .",
            ),
            ("granted", "{grants}", "ORDER ON PETITION FOR WRIT OF HABEAS CORPUS granting 1 ."),
            ("denied", "{denies}", "ORDER ON PETITION FOR WRIT OF HABEAS CORPUS denying 1 ."),
            ("dismissed", "{dismisses}", "ORDER ON PETITION FOR WRIT OF HABEAS CORPUS dismissing 1 ."),
        )
    ),
    *(
        rule(
            EventType.HABEAS_RULING,
            outcome=outcome,
            form="it",
            scope="entry",
            says="A sentence tells what the petition is, and the next one rules on it",
            pattern=(
                r"[.:;] (?:the |this )petition{refs} (?:challenges|contests|attacks|seeks|raises|asserts|presents"
                r"|concerns|fails|does not|is (?:untimely|premature|successive|unexhausted))\b[^.;]{0,240}\. it is "
                r"(?:hereby |therefore |accordingly )?" + words + r"\b"
            ),
            reads=reads,
            unless=r"^\W*(?:notice|response|motion|reply|letter|brief)\b|\brecommend",
            leaves=[
                "ORDER: The petition challenges his detention. It is fully briefed.",
                "ORDER: The motion challenges the petition. It is DISMISSED.",
            ],
            courts="trial",
        )
        for outcome, words, reads in (
            ("granted", "{granted}", "ORDER: The petition 1 challenges his detention. It is GRANTED."),
            ("denied", "denied", "ORDER: The petition (Doc. 1) fails on the merits. It is DENIED."),
            ("dismissed", "dismissed", "ORDER: The petition seeks review of the removal order. It is DISMISSED."),
        )
    ),
    *(
        rule(
            EventType.HABEAS_RULING,
            outcome=outcome,
            form="application",
            scope="entry",
            says="The first entry of a case about custody, where the district calls a petition an application",
            pattern=(
                r"[.:] (?:the )?(?:\[?1\]? application|application \[1\]) (?:is )?(?:hereby )?"
                + words
                + r"(?:[.;,]| (?:and|as|with|without)\b).*\b(?:applicant|habeas)\b"
            ),
            reads=reads,
            unless=r"^\W*(?:notice|response|motion|reply|letter|brief)\b|\brecommend",
            leaves=[
                "ORDER: The 9 Application is GRANTED. Applicant may file a longer brief.",
                "ORDER: The 9 Application is DENIED. Applicant may not file a longer brief.",
                "ORDER: The 1 Application is fully briefed. Applicant is excused.",
            ],
            courts="trial",
        )
        for outcome, words, reads in (
            (
                "granted_in_part",
                "{granted},? in part",
                "ORDER: The 1 Application is GRANTED IN PART as Applicant asks.",
            ),
            (
                "granted",
                "{granted}",
                "ORDER: The 1 Application is GRANTED. Respondents shall tell Applicant why he was held.",
            ),
            ("denied", "denied", "ORDER: The Application [1] is DENIED. Applicant remains in custody."),
            ("dismissed", "dismissed", "ORDER: The 1 Application is DISMISSED. Applicant was returned."),
        )
    ),
    *(
        rule(
            EventType.HABEAS_RULING,
            outcome=outcome,
            form="beside",
            says="A petition and a motion meet the same end in one sentence",
            pattern=(
                r"(?:^{petition},? and [^;]*?\b(?:motions?|applications?|requests?)\b[^;]*?"
                r"|\b(?:motions?|applications?)\b[^;]*?,? and (?:the "
                r"|this )?(?:\[?\d+\]? )?petition(?: for (?:an? )?writ"
                r" of habeas corpus)?{refs}) are (?:hereby |both )?" + words + r"\b"
            ),
            reads=reads,
            leaves=[
                "ORDER: the petition and the motion are fully briefed.",
                "ORDER: The motions to amend the complaint and petition are taken under advisement.",
            ],
            courts="trial",
        )
        for outcome, words, reads in (
            ("granted", "{granted}", "ORDER: The petition and the motion for counsel are GRANTED."),
            ("denied", "denied", "ORDER: The petition (Doc. 1) and the motion for counsel (Doc. 2) are DENIED."),
            ("dismissed", "dismissed", "ORDER: The petition and the motion for counsel are DISMISSED as moot."),
        )
    ),
    rule(
        EventType.BOND_HEARING_ORDERED,
        says="A bond hearing is ordered, with or without release as the alternative",
        pattern=r"(?:{shall},? (?:(?:within|no later than|not later than|on or before|by) [^;]*? )?"
        r"(?:(?:either )?(?:\([a-z\d]\) )?)?(?:provide|afford"
        r"|furnish|hold|conduct|give|grant|schedule|arrange|accord|ensure|see (?:to it|that)|facilitate"
        r"|convene|receive|have|(?:be )?(?:brought|taken|given|afforded|accorded|provided|granted)|bring|take)"
        r"|^(?:requiring|ordering|directing|orders?|directs?)\b"
        r"|^{who} (?:[a-z]+ )?(?:hold|afford|furnish|conduct|give|schedule|arrange|convene)\b|{is} (?:given|provided"
        r"|afforded|accorded|entitled to|held|to be held)|\breceives?\b|\bprovides?\b)"
        r"[^;]*?\b{bond_hearing}"
        r"|{shall},? [^;]*?\bhearing\b[^;]*?\bor,? (?:else,? |alternatively,? )?(?:immediately )?release {person}"
        r"|\bhearing (?:shall|must|{is} to) (?:be |is )?(?:held|conducted|provided)\b[^;]*?\bor,? {person} (?:shall"
        r"|must|{is} to|will)(?: be| is)? released\b"
        r"|{shall} [^;]*?hold a hearing at which an immigration judge"
        r"|\b{bond_hearing}(?:[^;]*? (?:shall|must"
        r"|{is} to) (?:be |is )?|(?: (?:before|by) (?:an? |the )?(?:ij|immigration judge)(?: under [^;,]{1,30}?)?)?"
        r",? (?:[^;,]{0,40},)? ?(?:to (?:be )?|be ))(?:held|conducted|provided|convened|scheduled"
        r"|afforded|accorded|given|made|take place|occur)\b"
        r"|\b{bond_hearing} {is} ordered\b|{shall} arrange for (?:an? )?(?:ij|immigration judge) to (?:hear|consider"
        r"|decide) (?:{person}'?s? )?(?:request|motion|application) for bond\b"
        r"|{person} {shall} (?:have|receive|be given) an? (?:new|second|prompt) hearing\b[^;]*?\bbefore an? (?:[a-z]+"
        r" )?immigration judge\b"
        r"|^(?:an? |the )?(?:[a-z]+ )?{bond_hearing}(?: [^;,]{1,60})? is (?:held|conducted|provided|convened) (?:within"
        r"|by|before|no later|not later|on or before|forthwith)\b"
        r"|\bunless\b[^;]*?(?:{bond_hearing}|\bimmigration (?:judge|court) [^;,]{1,40}?hearing)\b[^;]*?\breleased?\b"
        r"|\bwrit (?:of habeas corpus )?(?:shall|will) issue\b[^;]*?\bunless\b[^;]*?hearing\b"
        r"|\b(?:if|should) (?:[^;,]|, \d)*?\b(?:not?|fails?)\b[^;]*?{bond_hearing}[^;]*?\breleased?\b"
        r"|\breleased?\b[^;]*?\bunless\b[^;]*?{bond_hearing}"
        rf"|{{shall}}{_WITHIN} (?:be (?:brought|taken|presented|produced)|(?:bring|take|present"
        rf"|produce) {{person}})\b[^;]*?"
        rf"\bbefore (?:an? |the )?{_DECIDER}[^;]{{0,60}}? (?:hearing,? (?:at which|in which|during which|where|to)"
        r"|to (?:determine|decide|assess))\b[^;]*?\b(?:detention|detain|danger|flight|bond|releas|burden|justif)"
        rf"|{_TO_HOLD} (?:hearing (?:pursuant to|under|in accordance with|required by) [^;]{{0,30}}?\b1226\(a\)"
        r"|1226\(a\) hearing)"
        rf"|\b(?:an? |the )?{_DECIDER} {{shall}}{_WITHIN} (?:hold|conduct"
        rf"|convene) (?:an? )?(?:[a-z-]+ ){{0,2}}?hearing\b"
        r"[^;]*?\b(?:burden|clear and convincing|justif|flight risk|danger)"
        rf"|{_TO_HOLD} hearing,? (?:before [^;,]{{1,60}},? )?(?:at which|in which|during which|where)\b[^;]*?"
        r"\b(?:burden|clear and convincing|justif)",
        reads="ORDER: Respondents shall provide Petitioner with a bond hearing within seven days.",
        leaves=[
            (
                "REPORT AND RECOMMENDATION: the undersigned recommends that Respondents be ordered to provide a "
                "bond hearing."
            ),
            "STATUS REPORT: a bond hearing was held.",
            "ORDER: No bond hearing need be held; he is not entitled to one.",
            "ORDER: The deadline for Respondents to provide a bond hearing has passed.",
            "ORDER: Petitioner received a bond hearing on May 2, 2026.",
            "ORDER: The 9 Order, which required Respondents to hold a bond hearing, stands.",
            "ORDER: Respondents represent that they will provide a bond hearing by May 9.",
        ],
        unless=(
            _TOLD + _NOT_ORDERED + r"|{bond_hearing} (?:ordered|directed|required)\b[^;]*?\bnot having\b"
            r"|(?:^|\b(?:judgment|order|injunction|ruling)s? )(?:ordering|requiring"
            r"|directing)\b[^;]*? {is} (?:[a-z]+ )?(?:stayed"
            r"|vacated|lifted|set aside)\b|\bby the (?:date|day|time) (?:fixed|set)\b|not entitled|need not|failing to"
            r"|{bond_hearing}[^;,]{0,30} (?:before|prior to|in advance of) (?:[a-z]+ ){0,3}?re-?(?:detain"
            r"|detention|arrest)|^(?:if|should|before|prior to|in the event)\b(?:,[^;,]*,)?[^;,]*?\b(?:re-?(?:detain"
            r"|arrest|detention)|(?:detain|arrest)[^;,]* again)"
            r"|failed to|\bnot be released\b"
            r"|\bshall have (?:until|[a-z\d-]+ (?:days|hours))\b"
            r"|without a (?:pre-deprivation )?|(?:detain|arrest|remov|transfer)\w*\b[^;]*unless |until "
            r"|^(?:within [^,;]*, )?{who} {shall} (?:file|provide|submit|give) (?:an? |the |written |joint "
            r"|status )*(?:report|notice|letter|declaration|update|statement)\b"
            r"|declin\w+ to (?:order|hold|provide|direct)|\bwhether [^;]*hearing"
            r"|\b(?:petitioner|respondents?|government|counsel|he|she|they) (?:asks?|requests?|seeks?|moves?|argues?"
            r"|contends?) "
        ),
    ),
    rule(
        EventType.BOND_HEARING_ORDERED,
        form="it",
        scope="entry",
        says="A sentence tells of a bond hearing that was not held, and the next one orders it",
        pattern=(
            r"\bnot?\b[^;.]{0,80}?\b{bond_hearing}[^;.]{0,80}\. {who} (?:shall|must|will|are (?:ordered|directed) to"
            r"|is (?:ordered|directed) to)(?: now| promptly| immediately)? (?:provide|hold|conduct|schedule"
            r"|give|afford) (?:{person} )?(?:one|it|such a hearing|that hearing)\b"
        ),
        unless=r"^\W*(?:[a-z'-]+ ){0,3}(?:notice|response|motion|reply|letter|brief|report|declaration)\b",
        reads="ORDER: No bond hearing has been held. Respondents shall provide one by May 9, 2026.",
        leaves=[
            "NOTICE: No bond hearing has been held. Respondents will provide one by May 9, 2026.",
            "ORDER: No bond hearing has been held. Respondents shall say why by May 9, 2026.",
        ],
    ),
    rule(
        EventType.RELEASE_ORDERED,
        says="Release is ordered",
        pattern=r"{shall}(?:,? (?:within|no later than|not later than|on or before|by) [^;]{1,60}?,)? (?:[^;,]*? )?"
        r"(?:release|free) (?:the )?(?:petitioners?|plaintiffs?|applicants?|him|her"
        r"|them|mr|ms|mrs)\b"
        r"|{shall} (?:[^;,]*? )?(?:effect|effectuate|secure|arrange(?: for)?|bring about) (?:the |his |her "
        r"|petitioner's |applicant's )?"
        r"(?:immediate )?(?:re-)?release\b"
        r"|{shall} (?:[^;,]*? )?(?:set|let) {person} (?:free|at liberty|go\b|out of)"
        r"|^(?:directing|ordering|orders|directs|requiring)\b[^;]*? (?:to release (?:the )?(?:petitioner"
        r"|plaintiff|applicant|him|her|mr|ms)|(?:petitioner|applicant)'s (?:immediate )?(?:re-)?release\b"
        r"|(?:immediate )?release of (?:the )?(?:petitioner|plaintiff"
        r"|applicant))"
        r"|^(?:directing|ordering|requiring) (?:immediate |petitioner's )*release\b"
        r"|^(?:orders|directs|ordering|directing) {who} to (?:immediately )?free (?:[a-z'-]+ ){1,2}(?:[a-z'-]+ )?(?:by"
        r"|from|within|no later|on or before|immediately|forthwith|today)\b"
        r"|(?:^|\(\d\) )(?:the )?{person} (?:shall be|{is}) (?:hereby )?(?:admitted to|enlarged on"
        r"|granted) bail(?: pending\b| on\b| in\b| while\b|\W*$)"
        r"|{shall} (?:return|restore|bring) [^;]*?,? and (?:shall |must )?(?:there )?release {person}"
        r"|^(?:orders|ordering|directs) {person} (?:to be |be )?(?:immediately )?(?:released|freed)\b"
        r"|{shall} (?:immediately )?release from (?:[a-z]+ ){0,2}(?:custody|detention) [^;]|"
        r"(?:petitioner|applicant) (?:[a-z.'-]+ ){1,2}(?:[a-z'-]+ ){0,2}?(?:shall|must|is to)"
        r" (?:(?:immediately|forthwith|hereby) )?be (?:(?:immediately|promptly|forthwith) )?(?:released|freed"
        r"|set (?:at liberty|free)|discharged from (?:[a-z]+ ){0,4}(?:custody|detention|jail|prison|correctional))\b|"
        r"(?:petitioner|plaintiff|applicant|he|she|they)s?(?:, [^;,]{1,60},)?(?: is (?:not (?:subject to|lawfully)"
        r"|unlawfully)"
        r" [^;,]{1,80},? and)? (?:shall|must|{is}|to) (?:(?:immediately|forthwith"
        r"|hereby|to) )?(?:be |is )?(?:immediately |promptly |forthwith )?(?:ordered )?(?:released|freed"
        r"|set (?:at liberty|free)|let (?:go|out of)|walk (?:out of|free)|(?:returned|restored) to (?:his |her "
        r"|their )?(?:liberty|freedom)"
        r"|(?:ordered )?discharged from (?:[a-z]+ )"
        r"{0,4}(?:custody|detention|jail|prison|correctional))\b"
        r"|^(?:the )?(?:petitioner's |applicant's |his |her )?(?:immediate )?(?:(?:re-)?release"
        r"|discharge)(?: from [a-z ]+?| forthwith)? {is}"
        r" (?:ordered\b|(?:effected|effectuated) (?:by|before|no later|not later|forthwith|within|immediately|today)\b)"
        r"|(?:^|, (?:and )?)(?:the )?(?:petitioner|applicant) ordered (?:released|freed)\b"
        r"|{shall} (?:[^;,]*? )?restore {person} to (?:his |her |their )?liberty\b"
        r"|(?:^|\bthat ){who}(?: immediately| forthwith| promptly)* release {person}"
        r"|^(?:immediate )?release (?:of )?{person} (?:is )?(?:hereby )?ordered\b"
        r"|{shall} (?:[^;,]*? )?(?:release|free|discharge) [^;,]{1,60}? from (?:[a-z']+ ){0,3}(?:custody|detention)\b"
        r"|\b(?:mr|ms|mrs|mx)\. [^;,]{1,40}? (?:shall|must|{is} to) be (?:immediately )?(?:released|freed)\b"
        r"|^order (?:of|for) (?:immediate )?release\b"
        r"|\bwrit (?:of habeas corpus )?(?:shall|will|to) issue[^;]{0,30}? (?:directing|ordering"
        r"|for) (?:petitioner's |his "
        r"|her |the )?(?:immediate )?release\b",
        reads="ORDER: Respondents shall release Petitioner forthwith.",
        leaves=[
            "ORDER: Respondents shall provide a bond hearing by May 1 or release Petitioner.",
            "MOTION for release of Petitioner.",
            "ORDER: The request for immediate release is DENIED.",
            "ORDER: Should no bond hearing be held by May 1, Petitioner shall be released.",
            "ORDER: Respondents shall report whether Petitioner is to be released.",
            "ORDER: If the petition is granted, Respondents shall release Petitioner at once.",
            "ORDER: Respondents will be fined unless they release Petitioner.",
            "ORDER: Respondents are not ordered to release Petitioner.",
            "ORDER: Nothing in this order requires Respondents to release Petitioner.",
            "ORDER: Respondents shall show cause why they should not be ordered to release Petitioner.",
            "ORDER: The parties shall address whether Respondents must release Petitioner.",
            "ORDER: Had the petition been granted, Respondents would have had to release Petitioner.",
            "ORDER: As the Court ordered Respondents to release Petitioner, this motion is moot.",
        ],
        unless=(
            _TOLD + _NOT_ORDERED + r"|^(?:if|should|in the event)\b[^;,]*\b(?:granted|adopted|affirmed|reversed)\b"
            r"|\bonly if\b|\b(?:when|how) (?:they|it|to|{who})\b[^;]{0,40}? release\b"
            r"|\bunless {who} (?:release|free)|\bwhether [^;]{1,60}\b(?:released?|freed?)\b|\bwould (?:have|be|need)\b"
            r"|\b(?:shall|must|may|will|should) not (?:be )?(?:released?|freed?|set|let)\b|hearing\b[^;]*\bor\b"
            r"|\breleased? (?:{person} )?back (?:in)?to\b"
            r"|unless\b[^;]*hearing|transcript|\bfailing (?:which|that|this)\b"
            r"|^(?:otherwise|if not|absent (?:such|that|this)|in default)\b"
            r"|\b(?:if|should|in the event)\b[^;,]{0,40}?\b(?:ij|immigration (?:judge|court)|bond)\b[^;,]{0,20}?"
            r"\b(?:sets?|grants?|granted|orders|ordered)\b"
            r"|\brelease[^;]{0,40}? or (?:(?:to|for|an?|hold|individualized|prompt) )*{bond_hearing}"
            r"|\b(?:fail\w*|refus\w+) to (?:[a-z]+ )?(?:release|free)\b|\b(?:if|should)\b[^;]*hearing"
            r"|\bor,? (?:in the alternative,? |alternatively,? |else )?(?:provide|hold|afford|give|grant|conduct)\b"
            r"[^;]*hearing|\bif (?:they|it) (?:do|does|fail|is|are)\b|\bshould (?:it|they|that|this) not\b"
            r"|\b(?:if|once|when|until|unless|after"
            r"|before) (?:the )?(?:"
            r"petitioner|plaintiff|applicant|he|she)s? (?:is|are|be|has been) (?:released|freed)"
            r"|release (?:of )?(?:the |his |her |petitioner's )?(?:passport|property|funds|records"
            r"|documents|belongings)|\b(?:asks|argues|requests|seeks|contends|moves)\b"
        ),
    ),
    rule(
        EventType.RELEASE_ORDERED,
        form="supervision",
        says="The person is to go back to living under supervision",
        pattern=(
            r"{who}(?:,? (?:and )?(?:all )?(?:those|their|its) [^;]{1,60}?,?)?(?: shall not [^;,]{1,40}? and)?"
            r" (?:shall|must|(?:is|are) (?:(?:hereby )?(?:ordered|directed|required) )?to)"
            r"(?: (?:immediately|promptly|forthwith|also|then|further|release and))*"
            r"(?:,? (?:within|no later than|on or before|by) [^;]{1,60}?,)? "
            r"(?:(?:restore|return) {person} to|(?:let|allow|permit) {person} (?:to )?return to)"
            r" (?:(?:his|her|their|the|an?|prior|previous|former|orders? of) )*supervision\b"
        ),
        reads="ORDER: Respondents shall restore Petitioner to his prior order of supervision.",
        leaves=[
            "ORDER: Respondents shall state whether they will permit Petitioner to return to supervision.",
            "ORDER: Respondents shall let Petitioner return to his unit.",
        ],
        unless=(
            r"(?:^(?:as|because|since|although)|\b(?:if|unless|whether|why|once|when|had|having|should|would|could|never"
            r"|neither|nor|nothing|no (?:[a-z]+ )?(?:law|statute|rule|event|reason|authority)|says?|according to"
            r"|(?:under|by) which|recommend\w*|c\.?f\.?r\.?|u\.?s\.?c\.?|stay(?:ed|ing)|dissolv\w+|vacat\w+|decide"
            r"|report and recommendation|view|position|insists?|claims?|believes?|submits?"
            r"|magistrate judge|regulations?|proposed|rejected|absent|failing|asks?|asked|requests?|seeks?|argues?"
            r"|contends?|moves?|moved"
            r"|(?:was|were|been|court) (?:[a-z]+ )?(?:ordered|required|directed)|not (?:ordered|required"
            r"|directed|(?:to )?(?:restore|return|let|allow|permit))|or (?:to )?(?:restore|return|let|allow|permit"
            r"|provide|hold|afford|give|grant|conduct)|that [^;]{0,80}? (?:restore|return|let|allow|permit)))\b"
        ),
    ),
    rule(
        EventType.RELEASE_ORDERED,
        form="bail",
        detail="criminal bail",
        says="A person charged with a crime is let out on conditions: no relief from immigration detention",
        pattern=(
            r"^(?:\([a-z]+\) )?(?:(?:order )?(?:amending |modifying )?setting conditions of)"
            r" (?:pretrial )?release\b"
            r"|^(?:abstract of )?order releasing\b"
            r"|^(?:the )?(?:defendant|deft)s? (?:is |was |(?:is )?ordered |shall be "
            r"|to be )?released? (?:forthwith\b|(?:on"
            r"|upon) (?:the same (?:terms|conditions)|conditions"
            r"|(?:an? |his |her |own |personal |unsecured |secured |cash )*(?:bond|recognizance|bail)))\b"
        ),
        reads="ORDER Setting Conditions of Release as to Defendant (1).",
        leaves=[
            "MOTION to Modify Conditions of Release by Defendant.",
            "ORDER granting 34 Motion to Modify Conditions of Release.",
        ],
    ),
    rule(
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        says="The person may not be removed or moved away, or not without notice",
        pattern=r"(?:shall|may|must|are|is|do|will|to)(?: further)? not,? (?:be )?(?:to )?(?:[^;]*? )?(?:remov(?:e|ed"
        r"|ing)|transfer(?:red|ring)?|mov(?:e|ed|ing)|deport(?:ed)?|relocated?|(?:taken?|sen[dt]|flown?"
        r"|transport(?:ed)?) (?:[a-z.]+ )"
        r"{0,3}?(?:out of|outside|away from|beyond|from (?:the |this )?(?:district|state|commonwealth|united|country"
        r"|jurisdiction|[a-z]+ district)))\b"
        r"|{who} (?:hereby |further )?not (?:remove|transfer|deport|relocate|move|(?:take|send|fly) [^;]*?(?:out of"
        r"|outside|beyond|away from|from (?:the|this)))\b"
        r"|\bnot (?:to )?(?:effect(?:uate)?|execute|carry out|proceed with|cause|attempt) (?:[a-z']+ ){0,4}?(?:removal"
        r"|transfer|deportation|relocation)\b"
        r"|^(?:(?:until|pending|unless|absent|without|while) [^;,]{1,60}?,? )?no (?:one|person|individual|officer"
        r"|official|agent|respondent)\b[^;]{0,60}? (?:shall|may) [^;]*?(?:remove[ds]?|transfer|deport|relocate"
        r"|move[ds]?|flown|fly)\b[^;]*?(?:petitioner|applicant|plaintiff|detainee|him|her|mr|ms|out of|outside|from)\b"
        r"|^(?:(?:until|pending|unless|absent|without|while) [^;,]{1,60}?,? )?no (?:petitioner|plaintiff|detainee"
        r"|(?:class )?member)\b[^;]{0,120}? (?:shall|may) be (?:removed|transferred|moved|deported|taken|flown)\b"
        r"[^;]*?(?:out of|outside|from (?:the |this )?(?:united|district|state|country|jurisdiction|commonwealth))\b"
        r"|\b(?:forbidden|prohibited|barred) to (?:remove|transfer|deport|relocate|move) {person}\b"
        r"|(?:order|direct)(?:ed|ing|s) (?:{who} )?not to (?:remove|transfer|move)|"
        r"(?:enjoined|restrained|prohibited|stayed|barred|forbidden|precluded|restraining|enjoins|restrains|prohibits"
        r"|enjoining|refrain|preventing|forbidding|prohibiting"
        r"|barring)\b(?: and \w+)?(?:[^;]*?)\bfrom (?:[^;]*? )?(?:(?:remov|transferr?|mov|deport|relocat"
        r")ing|(?:transport|send|tak|carry|fly|driv)ing (?:the |any )?(?:petitioner|plaintiff|applicant|detainee"
        r"|him|her|them|mr|ms)s?"
        r"|(?:effect\w*|execut|carry)ing [^;]*?(?:removal|transfer|deportation))\b"
        r"|\bneither (?:be )?[^;]*?\b(?:remov|transferr?|deport|relocat)(?:ed?)?\b"
        r"|(?:{who}(?: {shall}| is| are) |^(?:shall )?|\band )(?:keep|maintain|hold|detain|retain"
        r"|house) (?:the )?(?:(?:petitioner"
        r"|plaintiff|applicant|detainee|him|her|mr|ms)s?\b[^;]*?{place}"
        rf"|(?:(?:petitioner|plaintiff|applicant|detainee)s?|him|her|them|(?:mr|ms"
        rf"|mrs)\. [a-z'-]+(?: [a-z'-]+)?){_THERE})"
        r"|\b(?:petitioner|plaintiff|applicant|detainee|he|she|(?:mr|ms|mrs)\. [a-z'-]+)s? (?:shall|must) (?:be"
        r"|is) (?:kept"
        rf"|held|detained|maintained|housed){_THERE}"
        r"|\b(?:petitioner|plaintiff|applicant|detainee|he|she|mr\. [a-z]+|ms\. [a-z]+)s? (?:shall|must|is to|are to)"
        r" (?:remain|stay|(?:be|is) (?:kept|held|detained|maintained|housed))\b[^;]*?"
        r"(?:{place}|\bin the [a-z ]{2,30} division\b)"
        r"|^(?:the )?(?:petitioner|applicant) (?:to )?(?:remain|stay|(?:be|is) (?:held|kept))\b[^;]*?{place}"
        r"|(?:^|, )no (?:removals?|transfers?)(?: or (?:removals?|transfers?))?(?: (?:of (?:the )?(?:petitioner"
        r"|detainee|him|her)s?|out of [a-z ]+|from [a-z ]+|to [a-z ]+))*? (?:pending|absent|without|until|before|while"
        r"|unless|except|may|shall|is (?:permitted|allowed))\b"
        r"|^(?:(?:absent|without|until|pending|to|while|during) [^,;]{1,60}, )?(?:petitioner's |any |the |further |his "
        r"|her )*(?:removal|transfer|deportation|relocation)(?: or (?:removal|transfer))?"
        r"(?: (?:of|from|to|out of) [^;,]{1,90}?)?,? {is} (?:enjoined|prohibited|barred|forbidden)(?:\W*$| (?:until"
        r"|for|through"
        r"|pending|while|during|absent|without|unless)\b)"
        r"|\b(?:prohibition|bar|restriction|ban|injunction) (?:on|against) [^;]*?(?:remov|transfer)[^;]*? {is} "
        r"(?:extended|continued)\b"
        r"|\bnot (?:to )?(?:be|is) (?:[a-z]+ ){0,2}(?:removed|transferred|moved|deported|relocated"
        r"|transported (?:out|outside|away|from))\b"
        r"|\b(?:{person}|he|she|they|and)(?: shall| may| must| is| are)? not (?:to )?(?:be|is) (?:(?:taken|sent|flown"
        r"|transported) (?:out of|outside|away|beyond|from)|(?:put|placed) (?:on|aboard) (?:an?"
        r"|any) (?:[a-z]+ )?(?:flight"
        r"|plane|aircraft|bus|van|transport))\b"
        r"|(?:{shall}|^requiring|^ordering|^directing)\b[^;]*?\bnotice\b[^;]*?\b(?:before|prior to"
        r"|in advance of|of) (?:any )?[^;]*?(?:transfer|remov|mov|relocat)\w*\b"
        r"|{shall} (?:notify|inform|advise|alert) [^;]*?\b(?:before|prior to|in advance of) (?:any |[a-z']+ ){0,3}"
        r"(?:transfer|remov|mov|relocat)\w*"
        r"|^(?:before|prior to|in advance of) (?:any |[a-z']+ ){0,3}(?:transfer|remov|relocat|deport)\w*[^;]*?,[^;]*?"
        r"{shall} [^;]*?\b(?:notice|notify)\b"
        r"|^(?:extending|extends|continuing|continues) (?:the )?(?:prohibition|bar|restriction|ban) (?:on"
        r"|against) [^;]*?(?:remov|transfer)"
        r"|(?:^(?:order )?|\band (?:order )?(?:temporarily )?|^(?:requiring|directing|setting|ordering"
        r"|scheduling) [^;]{1,120}?, )(?:prohibiting|barring"
        r"|forbidding|enjoining|staying)"
        r" (?:[^;]*? )?(?:removal|transfer|deportation)\b"
        r"|^(?:temporarily )?(?:enjoins|prohibits|bars|forbids) (?:[^;]*? )?(?:removal|transfer|deportation)\b"
        r"|\band (?:order )?not to (?:transfer|remove|relocate)\b"
        r"|^(?:enters|entering|issues|issuing)\b[^;]*?\border (?:prohibiting|barring|forbidding|enjoining|staying)"
        r" [^;]*?(?:removal|transfer)\b",
        reads="ORDER: Respondents shall not remove Petitioner from the United States.",
        leaves=[
            "MOTION for an order that Respondents shall not remove Petitioner.",
            "ORDER: the prohibition on removal is not affected.",
            "ORDER: Petitioner may move the Court for fees.",
            "ORDER: The motion asking that he not be removed is carried with the case.",
            "ORDER: Respondents are no longer barred from transferring Petitioner.",
            "ORDER: Respondents are not enjoined from removing Petitioner.",
            "ORDER: The petition is not moot merely because Petitioner was transferred.",
            "ORDER: The Court is not persuaded that Petitioner will be removed soon.",
        ],
        unless=(
            r"\bwhy\b[^;]*\bshould not\b|show cause (?:why|as|for)|was (?:ordered|enjoined)|\bnothing in\b"
            r"|\bshould (?:he|she|they|(?:the )?petitioner|(?:mr|ms|mrs)\. [a-z'-]+) not be\b"
            r"|\b(?:no longer|(?:is|are|was|were) not(?: [a-z]+)?)"
            r" (?:enjoined|restrained|prohibited|barred|forbidden|precluded|in)\b"
            r"|\btaking {person} (?:back )?into custody\b|\bis not (?:dismissed|moot|granted|denied)\b"
            r"|\bwhether [^;,]{1,40}\b(?:enjoined|prohibited|barred)\b"
            r"|\bnot (?:persuaded|convinced|satisfied|shown|clear|likely|certain|find|believe)\b"
            r"|^(?:the court )?(?:hereby )?(?:vacat|lift|dissolv|rescind)"
            r"(?:ing|e?s)\b|(?:\b(?:asks?|asked|asking|seeks|sought|seeking|declin\w+|refus\w+)|(?:[^bo][a-z]|b[^e]"
            r"|o[^r]) (?:moves"
            r"|moved)) (?:that|to|for|the|this|an)\b"
            r"|\brequest(?:s|ing) (?:that|to|an)\b|\bexpires\b[^;]*\bunless\b"
            r"|\b(?:stat|represent|sa|advis|assur|indicat)(?:e|ed|es|ing|s|y|ys|id)?(?: (?:by|in|through|on"
            r"|at) [^;,]{1,40}?)?"
            r" (?:that|the court)\b"
            r"|\bimmigration judge (?:[a-z]+ )?ordered|(?:^|[^d,] |[^n]d |[^d], )if |^(?:[a-z']+ ){0,2}counsel\b"
            r"|counsel notice of|remove (?:the |his |her |any )?(?:device|case|ankle|gps|monitor)|docket\b"
            r"|\bwhether (?:{who}|{person}) (?:may|must|shall|should)\b"
        ),
    ),
    rule(
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        outcome="lifted",
        says="A bar on removal or transfer is lifted",
        pattern=r"(?:order|injunction|directive|paragraph|part|portion|provision)\b[^;]*?(?:(?:barring"
        r"|forbidding|prohibiting"
        r"|staying|enjoining"
        r"|restraining|(?:which|that|as) (?:bar(?:s|red)|forb(?:ids|ade)|prohibit(?:s|ed)|stay(?:s|ed)|enjoin(?:s|ed)))"
        r" [^;]*?(?:removal|transfer|deportation|relocation|removing|transferring|moving|deporting)"
        r"|(?:by|under) which {who} (?:were|was|are|is) (?:not to|to refrain from) [^;]*?(?:remov|transferr?|mov"
        r"|deport)\w*"
        r" (?:petitioner|applicant|him|her|them)"
        r"|(?:which|that|as) (?:kept|keeps|held|holds"
        r"|confine[sd]) {person} (?:with)?in)\b,? (?:[^;]*? )?{is} (?:vacated"
        r"|lifted|dissolved|rescinded|withdrawn)"
        r"|\bno longer (?:enjoined|restrained|prohibited|barred|forbidden|precluded) from [^;]*?(?:remov|transferr|mov"
        r"|deport)ing\b|\b(?:no|anti)-(?:transfer|removal) (?:order|provision|directive"
        r"|injunction)[^;]*? {is} (?:vacated|lifted"
        r"|dissolved|rescinded|withdrawn|no longer"
        r" in)"
        r"|(?:prohibition|restriction|restraint|bar|ban|stay|injunction)s? (?:on|against|of|to) (?:petitioner's |his "
        r"|her )?(?:transfer|removal|deportation|relocation)(?:[^;]*? (?:{is}|to be) (?:vacated|lifted|dissolved"
        r"|rescinded|withdrawn|no longer in)|(?: or (?:transfer|removal))? (?:vacated|lifted|dissolved|rescinded))\b"
        r"|\b{is} (?:vacated|lifted|dissolved|rescinded)\b[^;]{0,30}?\b(?:to the extent|insofar as|so far as) [^;]*?"
        r"(?:bar|forbid|prohibit|restrain|enjoin)(?:s|ed|red)? [^;]*?(?:transfer|removal|relocation|remov\w+)\b"
        r"|\b(?:order|prohibition|bar|restriction|injunction)\b[^;]*?(?:removal|transfer)\b[^;]{0,40}? (?:expires"
        r"|lapses) (?:upon|with) (?:entry of )?th(?:is|e)\b"
        r"|\b(?:restriction|prohibition|bar|ban|order)\b[^;]*? {is} (?:vacated|lifted|dissolved"
        r"|rescinded)[^;]{0,20}? (?:so"
        r" that|to allow|to permit|and {who} may) [^;]*?(?:transfer|mov|remov|relocat)"
        r"|^(?:the court )?(?:hereby )?(?:vacat|lift|dissolv|rescind)(?:ing|e?s) (?:[^;.]*? )?(?:(?:prohibition"
        r"|restriction|bar|ban) (?:on|against) (?:petitioner's |his |her )?(?:transfer|removal)|(?:order|directive"
        r"|instruction)\b[^;.]*?"
        r"(?:that [^;.]*? not (?:be )?|barring |forbidding |prohibiting )(?:[^;.]*? )?(?:transfer|remov|relocat|mov))",
        reads="ORDER: The prohibition on transfer is LIFTED.",
        leaves=[
            "MOTION to Lift Restriction on Transfer by Respondents.",
            "ORDER: The prohibition on removal is not affected.",
            "ORDER: Paragraph 2, which kept Petitioner in the District, remains in force.",
        ],
    ),
    rule(
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        outcome="lifted",
        form="undone",
        scope="entry",
        says="The order that stayed or enjoined removal is itself undone",
        pattern=(
            r"\border (?:of|dated|entered|issued|(?:on )?[a-z]+\.? \d)[^;]{0,40}? (?:staying|enjoining) [^;]{0,60}?"
            r"\b(?:removal|transfer|deportation)\b(?:,[^;]{0,40},)? (?:is|are) (?:hereby )?(?:vacated|lifted|dissolved"
            r"|rescinded)\b"
        ),
        unless=r"^\W*(?:[a-z'-]+ ){0,3}(?:motion|response|opposition|reply|notice|letter|brief|memorandum in)\b",
        reads="ORDER: The order of May 2, 2026 enjoining petitioner's removal is VACATED.",
        leaves=[
            "NOTICE: the order of May 2, 2026 staying petitioner's removal is vacated by operation of law.",
            "ORDER: The order of May 2, 2026 staying petitioner's removal is clarified.",
        ],
    ),
)
