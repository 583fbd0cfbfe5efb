"""Papers that parties file. The title of a paper in, what filing it means out; matched from the head noun on."""

from ..rule import Rule, rule
from ..vocabulary import EventType


def _paper(type: EventType, pattern: str, says: str, reads: str, leaves: list[str], **more: str) -> Rule:
    return rule(type, scope="paper", pattern=rf"^(?:{pattern})", says=says, reads=reads, leaves=leaves, **more)  # pyright: ignore[reportArgumentType]


RULES: tuple[Rule, ...] = (
    _paper(
        EventType.REMOVAL_TO_FEDERAL_COURT,
        r"notices? of removal\b|petition for removal",
        "A case is brought over from a state court",
        "NOTICE OF REMOVAL from the Circuit Court of Lake County, case number 2026-L-14, filed by Sheriff.",
        ["NOTICE by Defendant re 1 Notice of Removal, Supplement.", "NOTICE of Removal of Petitioner to Mexico."],
        unless=r"notices? of removal (?:of (?:the )?(?:petitioner|detainee|applicant)|from (?:the )?united states)"
        r"|\b(?:petitioner|applicant|detainee|he|she) (?:was|has been|is being|will be) (?:removed|deported)\b",
    ),
    _paper(
        EventType.AMENDED_COMPLAINT,
        (
            r"(?:(?:first|second|third|fourth|\d\w\w) )?(?:amended|supplemental) (?:(?:verified|criminal"
            r"|class|action|consolidated|civil|rights|collective|emergency|habeas|corrected|joint"
            r"|master)[ -])*(?:complaint"
            r"|petition(?: for writ| against|\b))"
        ),
        "The complaint or petition is replaced",
        "FIRST AMENDED PETITION for Writ of Habeas Corpus against Warden by Petitioner.",
        ["MOTION for Leave to File Amended Petition by Petitioner.", "ANSWER to Amended Complaint by Defendants."],
    ),
    _paper(
        EventType.COMPLAINT_OR_PETITION_FILED,
        (
            r"complaint\b|petition(?:s)? (?:for|and) "
            r"|petition\b(?:$| \(| filed| by| against| under| pursuant)"
            r"|application for (?:an? )?writ of habeas corpus"
            r"|miscellaneous case docketed"
        ),
        "The case begins",
        "PETITION for Writ of Habeas Corpus filed by Petitioner. (Attachments: # 1 Civil Cover Sheet)",
        [
            "MOTION for Writ of Habeas Corpus ad testificandum by USA.",
            "RESPONSE to 1 Petition for Writ of Habeas Corpus by Warden.",
            "PETITION for Rehearing by Appellant.",
        ],
        unless=(
            r"^petitions? for (?:(?:[a-z-]+ ){0,3}(?:rehearing|reconsideration|hearing en ?banc|en ?banc hearing)|fees"
            r"|attorney|amendment|warrant|action on|removal\b)"
            r"|^petition[^.;]*?(?:pro hac vice|supervised release)"
            r"|order served|served\b$|^petition for review[^.]*, served"
        ),
    ),
    _paper(
        EventType.MOTION_FILED,
        r"(?:sealed |amended |corrected |joint )*petitions? for (?:[a-z-]+ ){0,3}"
        r"(?:rehearing|reconsideration|hearing en ?banc|en ?banc hearing)",
        "A party asks the court of appeals to hear the case again",
        "PETITION for panel rehearing by Appellant.",
        [
            "PETITION for review of an order of the Board.",
            "RESPONSE to Petition for Rehearing by Appellee.",
            "ORDER denying Petition for Rehearing.",
        ],
        kind="other",
        form="rehearing",
        courts="appellate",
    ),
    _paper(
        EventType.MOTION_FILED,
        r"petition (?:for|to) [^.;]*?pro hac vice",
        "A lawyer of another state asks to appear in this case, in the districts that call it a petition",
        "VERIFIED PETITION for Permission to Appear Pro Hac Vice by Dana Quill, filed by Harbor Legal Aid.",
        [
            "PETITION for Writ of Habeas Corpus filed by Petitioner.",
            "ORDER granting 9 Verified Petition for Permission to Appear Pro Hac Vice.",
        ],
        kind="other",
        form="to_appear",
    ),
    _paper(
        EventType.VOLUNTARY_DISMISSAL,
        r"(?:notices?|stipulations?|joint stipulation|agreement)(?: \w+)? (?:of|for|to|and) (?:joint "
        r"|partial )*(?:voluntar(?:y|ily) )(?:dismiss|withdraw)"
        r"|"
        r"(?:joint )?stipulation(?: and \w+)? (?:of|for|to) (?:\w+ )?dismiss"
        r"|notices? (?:of (?:withdrawal of (?:the |his |her )?petition|dismissal\b)|withdrawing (?:the |his "
        r"|her )?petition)|notices? by [^;.]*? of voluntary dismissal|letter withdrawing (?:the |his |her )?petition\b"
        r"|stipulated (?:dismissal|notice of dismissal|motion (?:for|of|to) (?:[a-z]+ )?dismiss)"
        r"|(?:joint )?stipulation (?:to withdraw|(?:of|for) withdrawal of)"
        r" (?:the |his |her |habeas )*petition",
        "The side that sued gives the case up",
        "NOTICE of Voluntary Dismissal by Petitioner.",
        ["MOTION to Dismiss by Respondents.", "NOTICE of Withdrawal of Counsel by Petitioner."],
    ),
    _paper(
        EventType.STIPULATION,
        r"(?:joint )?stipulat(?:ion|ed)\b",
        "The parties agree on something",
        "STIPULATION to Revise Schedule by Plaintiffs.",
        ["RESPONSE to 5 Stipulation by Defendants.", "NOTICE of Appearance by counsel for Plaintiffs."],
    ),
    rule(
        EventType.STIPULATION,
        scope="entry",
        pattern=(
            r"^\W*(?:(?:confidentiality|protective|agreed|[a-z]+'s) stipulation and (?:\w+ )?order|order/stipulation)\b"
        ),
        says="The parties' agreement, ordered by the court, with a word before it",
        reads="CONFIDENTIALITY STIPULATION AND PROTECTIVE ORDER. Signed by Judge.",
        leaves=[
            "ORDER adopting 9 Confidentiality Stipulation and Protective Order.",
            "PROTECTIVE ORDER. Signed by Judge.",
        ],
        form="led",
    ),
    _paper(
        EventType.SERVICE_OR_SUMMONS,
        r"summons(?:es)?\b|(?:[a-z]+ )?complaint[^;]*?(?:[.;(] ?|\bwith )summons(?:\(?es\)?)? issued"
        r"|proof of service\b|waivers? of (?:the )?service"
        r"|affidavit of (?:service of )?(?:summons|service|process)"
        r"|certificate of service of (?:summons|process)|"
        r"request (?:for|to) (?:the )?(?:clerk to )?(?:issu(?:e|ance of) )?(?:an? |alias )?summons"
        r"|(?:notice and )?acknowledge?ment of (?:receipt and )?service|petition for review[^.]*, served"
        r"|return of service|acceptance of service",
        "Service of process",
        "Summons Issued as to Warden, Lake County Jail.",
        ["CERTIFICATE OF SERVICE by Petitioner of discovery requests.", "COMPLAINT against Warden by Petitioner."],
    ),
    _paper(
        EventType.APPEARANCE,
        r"appearance\b|(?:acknowledge?ment and )?notices? (?:by [^;.]*? )?of (?:(?:entry of|attorney|limited|special"
        r"|general) )*appearance"
        r"|notices? (?:by [^;.]*? )?of (?:attorney substitution|(?:attorney )?(?:withdrawal|substitution"
        r"|change) of (?:lead )?(?:counsel"
        r"|attorney|appearance)|lead (?:counsel|attorney))|notice to be (?:terminated|removed) and",
        "A lawyer comes in or leaves",
        "NOTICE OF APPEARANCE by counsel on behalf of Respondents.",
        [
            "MOTION to Withdraw as Attorney by counsel for Plaintiff.",
            "NOTICE of Hearing on Motion.",
            "APPEARANCE BOND entered as to Defendant in the amount of $ 5,000.",
        ],
        unless=r"^appearance bond",
    ),
    _paper(
        EventType.NOTICE_OF_APPEAL,
        (
            r"(?:amended |joint )?notices? of (?:interlocutory |cross[- ]?|criminal |civil )?appeal\b"
            r"|(?:notice of )?cross[- ]appeal\b|appeal docketed"
            r"|notice (?:has been )?filed by appellant|direct criminal case docketed"
            r"|docketed cause [^;]*?\bappeal\b|appeal of (?:(?:final|amended) )*(?:judgment|order)s? \[?\d"
        ),
        "An appeal is taken",
        "NOTICE OF APPEAL as to 9 Order by Respondents.",
        [
            "Transmission of the Notice of Appeal and Docket Sheet to US Court of Appeals.",
            "USCA Case Number 26-1 for 12 Notice of Appeal.",
            "NOTICE by Respondents re 12 Notice of Appeal.",
        ],
    ),
    _paper(
        EventType.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE,
        (
            r"(?:statements?|suggestions?) of (?:\w+'? ){0,3}non-?compliance"
            r"|notices? (?:by [^;.]*? )?(?:of|re|regarding) (?:\w+'? ){0,3}(?:non-?compliance|violations? of"
            r"|breach of|failure to (?:comply|return|release|provide|obey)|continued violation)"
            r"|notices? re: non-?compliance by (?:the )?(?:petitioner|plaintiff"
            r"|applicant)s?\b[^;]{0,60}? (?:re:?|with) \[?\d+\]?"
            r" (?:[a-z'-]+ ){0,4}?(?:order|judgment|injunction|writ|tro)\b"
            r"|(?:notices?|statements?|suggestions?)\b[^;.]*? (?:respondent|defendant|government)(?:'?s"
            r"|s'?) (?:continued |ongoing )?"
            r"(?:failure to (?:abide|comply|return|release|provide|obey|follow)|disobedience|defiance|non-?compliance"
            r"|(?:violations?|breach) of (?:the |this |court'?s? |\[?\d+\]? )*(?:order|injunction|writ|judgment|tro))\b"
            r"|notices?(?: \(other\))? (?:by [^;.]*? )?that [^;.]*? (?:ha(?:s|ve) )?(?:violated|disobeyed|breached"
            r"|defied"
            r"|(?:failed to|not) (?:comply with|complied with|obey(?:ed)?|follow(?:ed)?)) (?:the |this |its "
            r"|\[?\d+\]? )*(?:court|eo|order|writ|judgment|injunction|tro|temporary|preliminary)\b"
            r"|notices?\b[^;.]*?\b(?:no (?:bond |custody )?hearing (?:was|has been)|he has not been|she has not been"
            r"|is still|was not|were not|has not been|have not been) (?:provided|held|given|afforded|released|returned"
            r"|detained|obeyed|scheduled)\b[^;.]*?\b(?:order|ordered|required|directed|judgment|writ)"
            r"|notices?(?: \(other\))? (?:by [^;.]*? )?that [^;.]*?\b(?:ordered|required|directed)\b[^;.]*?\b(?:was"
            r"|were|has|have) not"
            r" (?:yet )?(?:been )?(?:provided|held|given|afforded|released|returned|scheduled|conducted)\b"
            r"|(?:notices?|letters?) [^;.]*? (?:in (?:violation|contravention|breach|defiance|disregard) of"
            r"|contrary to|\b(?:custody|re-?detained|re-?arrested|transferred|moved|removed|deported|held|detained)\b"
            r"[^;.]*? notwithstanding) (?:the |this |its |final |\[?\d+\]? )*(?:court|order|writ"
            r"|judgment"
            r"|injunction|tro|temporary|preliminary)"
            r"|letters?\b[^;.]* (?:re:?|regarding|concerning) (?:[a-z']+ ){0,2}(?:non-?compliance"
            r"|failure to (?:comply|release"
            r"|obey)) "
            r"|letters?\b[^;.]* by (?:the )?(?:petitioner|plaintiff|applicant)s?\b[^;.]*?\bno (?:bond "
            r"|custody )?hearing"
            r" (?:was|has been|had been|took place)\b[^;.]*?\b(?:order|judgment|writ)"
            r"|letters?\b[^;.]* from (?:the )?(?:petitioner|plaintiff|applicant)[^;.]*?\b(?:have"
            r"|has) (?:still )?not (?:yet )?"
            r"(?:released|returned|complied|provided|held|obeyed)\b"
            r"|(?:notices?|letters?)\b(?: [a-z']+){0,6}? by (?:the )?(?:petitioner|plaintiff"
            r"|applicant)s?\b[^;]*?\b(?:ha(?:s|ve)"
            r" (?:still |yet )?not (?:yet |been )*(?:released|returned|complied|provided|held|obeyed)"
            r"|fail(?:ed|ure) to (?:comply|release|return|provide|hold|obey))\b"
        ),
        "The person says that an order was not obeyed: an allegation, not a finding",
        "NOTICE of Non-Compliance re 10 Order by Petitioner.",
        [
            "NOTICE of Compliance re 10 Order by Respondents.",
            "NOTICE of Appeal re 10 Order by Petitioner.",
            "NOTICE of Non-Compliance with Local Rule 2-1",
        ],
        unless=r"\b(?:local|civil|criminal) rules?\b|\bl\.?r\.? \d|fee\b|deficien"
        r"|^(?:notices?|letters?)\b[^;.]*? by (?:the )?(?:federal )?(?:respondents?|defendants?|government)"
        r" (?:stating|advising|reporting|informing)\b",
    ),
    _paper(
        EventType.STATUS_REPORT,
        r"(?:joint |letter )?(?:status|compliance) (?:report|update|letter)"
        r"|(?:joint )?case management (?:conference )?statement"
        r"|joint (?:status|discovery|(?:report )?rule 26\(f\)) (?:conference )?(?:statement|report|discovery plan)"
        r"|(?:joint )?submission of (?:the )?(?:monitor(?:'?s'?|ing)?|status|progress) reports?"
        r"|case management statement|"
        r"report (?:by|of|on|regarding|re) (?:\w+ ){0,3}(?:compliance|bond hearing|custody)|advisory (?:to the court"
        r"|(?:of|re|regarding) (?:\w+ )?compliance)|"
        r"notices? (?:\([^)]*\) )?(?:by [^;.]*? )?(?:of|re:?|regarding|concerning) (?:\w+'?s? ){0,3}(?:compliance\b"
        r"|(?:petitioner'?s? )?release\b|bond (?:hearing|determination)|(?:location|whereabouts)(?: (?:of|and|by)\b|$)"
        r"|custody (?:re-?determination|determination|hearing"
        r"|status)|re-?(?:detention|arrest) by (?:the )?(?:federal )?(?:respondents?|defendants?|government)\b|"
        r"(?:transfer|removal|deportation) of (?:the )?(?:detainee|petitioner)"
        r"|(?:removal|deportation|transfer) (?:from the united states|to (?:another|[a-z]+ (?:facility|jail"
        r"|detention|county)))|filing of (?:census|report|(?:[a-z]+ ){1,3}report (?:required|ordered|pursuant))"
        r"|status\b|immigration judge)|"
        r"status report|(?:joint )?report (?:re|regarding) status"
        r"|notices? (?:by [^;.]*? )?that (?:an? |the )?(?:bond|custody)[^;.]*? hearing (?:was|has been|will be) (?:held"
        r"|scheduled|set|provided|conducted)\b"
        r"|certif(?:icate|ication) of (?:compliance(?: by [^;.]{1,80}?)? (?:with|re:?|as to|regarding) {the}"
        r"(?:\[?\d+\]? )?(?:memorandum )?(?:(?:opinion|decision) and )?(?:court|order|judgment|injunction)|release)"
        r"|(?:declaration|affidavit) (?:of|re|regarding) (?:\w+'?s? )?compliance\b"
        r"|notices? (?:of|regarding) (?:\w+ )?(?:circulation|dissemination) of (?:(?:the|this|its|court's|\[?\d+\]?) )*"
        r"(?:(?:temporary|restraining|preliminary|minute|text) )*(?:order|injunction|tro)\b",
        "The court is told how things stand",
        "STATUS REPORT by Respondents. The immigration judge set bond.",
        ["NOTICE of Non-Compliance re 10 Order by Petitioner.", "NOTICE of Change of Address by counsel."],
        unless=(
            r"^notices? [^.]*(?:non-?compliance|failure|status (?:hearing|conference)|release of (?:lien|claim))"
            r"|^notices? (?:of|re:?) bond hearing\b[^;]*? (?:before|in) (?:judge|magistrate)\b"
            r"|^notices? [^.]*compliance (?:with|of) [^.]*\brules?\b"
            r"|\b(?:circulation|dissemination)\b[^;]*?(?: v\. |\bin another (?:case|matter)\b"
            r"|\bby (?:the )?(?:plaintiff|petitioner))"
        ),
    ),
    _paper(
        EventType.STATUS_REPORT,
        r"certificat(?:e|ion) of compliance (?:filed )?by (?:the )?(?:federal )?(?:respondents?|defendants?|government"
        r"|united states)\b ?(?:[.,;(]|$)",
        "The other side certifies that it obeyed",
        "CERTIFICATE OF COMPLIANCE by Respondents. (Attachments: # 1 Declaration)",
        ["CERTIFICATE OF COMPLIANCE by Petitioner.", "CERTIFICATE OF COMPLIANCE by Respondents with Rule 7.1."],
        form="certificate",
        courts="trial",
    ),
    _paper(
        EventType.STATUS_REPORT,
        r"(?:letter|declaration|affidavit|notice)\b[^;]*\b(?:petitioner|plaintiff|applicant|he|she|who) (?:(?:was"
        r"|has been|is|had been) (?:released|removed|transferred|moved|returned|deported|brought back|flown back"
        r"|flown to"
        r"|(?:placed|put) (?:aboard|on) [^;.]{1,60}? and (?:removed|deported))|(?:has )?(?:left"
        r"|departed) the)\b|(?:letter|declaration|notice|certification)\b[^;]*(?:certifying|confirming|advising"
        r"|reporting|stating"
        r"|advises that) [^;]*\b(?:release[d]?|bond hearing|complied)"
        r"|letter\b[^;]*? (?:re:?|regarding|concerning) (?:the )?(?:(?:outcome|result)s? of (?:the "
        r"|petitioner's )?)?(?:bond|custody) hearing\b"
        r"|(?:letter|declaration) [^;]*?\b(?:re:?|regarding|concerning) (?:petitioner|plaintiff)'s (?:release|transfer"
        r"|removal|whereabouts|custody)\b|letter\b[^;]*?\b(?:respondents|ice|government) (?:have |has )?released\b"
        r"|letter\b[^;]*? re:? (?:(?:joint|case|current|the) )*status(?: (?:report|update|letter))?(?:[.,]| re\b"
        r"| and\b|$)",
        "A letter, notice or declaration that tells where the person is",
        "LETTER addressed to Judge from counsel re: Petitioner was released on parole on March 3, 2026.",
        [
            "LETTER addressed to Judge from counsel re: request for a conference.",
            "DECLARATION of counsel in Support of 3 Motion.",
        ],
        form="letter",
        unless=r"violation|voluntary dismissal|\b(?:has|have|had|was|were) (?:still |yet )?not\b|\bnever\b"
        r"|\bno (?:bond |custody )?hearing\b|\bstill (?:detained|held|in (?:custody|detention))\b"
        r"|\b(?:adjourn|postpone)|\bsupplemental authorit",
    ),
    _paper(
        EventType.STATUS_REPORT,
        r"certifications? re:? (?:\[?\d+\]?|(?:(?:order|injunction|judgment|tro) \[?\d+\]?"
        r"|\[?\d+\]? (?:[a-z'-]+ ){0,3}?"
        r"(?:order|injunction|judgment|tro))[^;:.]{0,40}?) ?,? (?:filed )?by (?:the )?(?:federal )?(?:respondents?"
        r"|defendants?|government|united states)\b"
        r"|certifications? (?:by|of) [^;:]{1,60}? re:? \[?\d+\]? (?:[a-z'-]+ ){0,5}?(?:order|judgment|injunction)\b"
        r"|(?:declaration|affidavit) (?:by|of) (?:the )?(?:[a-z]+ ){0,3}(?:respondent|defendant|warden|director|sheriff"
        r"|officer|government|united states)\b[^;.:]{0,80}? re:? \[?\d+\]? (?:[a-z'-]+ ){0,5}?(?:order|judgment"
        r"|injunction)\b|(?:declaration|affidavit) of [^;.:]{1,80}?,? re:? \[?\d+\]? (?:[a-z'-]+ ){0,5}?(?:order"
        r"|judgment|injunction)\b[^;.]* by (?:federal )?(?:respondents?|defendants?)\b"
        r"|certificate (?:by|of) (?:the )?(?:federal )?(?:respondents?|defendants?|government|united states) that"
        r" [^;]*? re:? \[?\d+\]? (?:[a-z'-]+ ){0,5}?(?:order|judgment|injunction)\b"
        r"|letter (?:to [^;.:]{1,40}? )?re:? \[?\d+\]? (?:[a-z'-]+ ){0,5}?(?:order|judgment|injunction) (?:from|by)"
        r" (?:the )?(?:ausa|assistant (?:u\.s\.|united states) attorney|respondents?|defendants?|government"
        r"|united states)\b",
        "Somebody swears or writes to the court about its order",
        "CERTIFICATION by Bram Toll re 27 Order. All deputies signed for a copy.",
        [
            "CERTIFICATION of counsel Bram Toll re 27 Order on Motion to Appear Pro Hac Vice.",
            "CERTIFICATION by Petitioner re 27 Order.",
            "DECLARATION of Warden Toll re 3 Order to Show Cause.",
        ],
        form="about_order",
        unless=r"\b(?:counsel|attorneys?|pro hac vice|service|served|interested|fees?|conferral|petitioner"
        r"|plaintiff|applicant)\b[^;]{0,80}\border\b|\bshow cause\b|\border on motion (?:to\b|for [a-oq-su-z])"
        r"|\b(?:request|extension|adjourn|conferral|conference)|\bunable to\b"
        r"|\bcertificate\b[^;]*?\badministrative record\b",
    ),
    _paper(
        EventType.RESPONSE_OR_ANSWER_FILED,
        r"(?:sur-?)?repl(?:y|ies)\b|sur-?reply|traverse\b|letter reply|(?:brief|memorandum)[^;.]*? in reply",
        "A reply",
        "REPLY to Response to 4 Motion filed by Petitioner.",
        ["RESPONSE to 4 Motion filed by Respondents.", "MOTION for Leave to File Reply by Petitioner."],
        outcome="reply",
    ),
    _paper(
        EventType.RESPONSE_OR_ANSWER_FILED,
        r"objections?\b|appeal (?:of|from) (?:the )?(?:\d+ )?report",
        "An objection",
        "OBJECTION to 11 Report and Recommendation by Petitioner.",
        ["RESPONSE to 12 Objection by Respondents.", "MOTION to Overrule Objection by Respondents."],
        outcome="objection",
    ),
    _paper(
        EventType.RESPONSE_OR_ANSWER_FILED,
        r"(?:re(?:sp|ps|p)onse|answer|opposition|suggestions in (?:opposition|response)|return memorandum"
        r"|return (?:to|on|and|re|of (?:the )?writ)|return/answer"
        r"|(?:supplemental|amended) return (?:filed|by|to|re)"
        r"|letter response"
        r"|response/answer)\b"
        r"|(?:brief|memorandum|memo|letter|affidavit|declaration)(?: [a-z]+){0,4} (?:in )?(?:opposition"
        r"|re(?:sp|ps|p)onse)\b|memorandum by [^;.]*? (?:in )?opposition to"
        r"|letter(?: brief)?(?: (?:from|by|of|on behalf of) [^;.]{1,60}?)?,? (?:(?:submitted|filed) )?in lieu of"
        r" (?:an? |the |its |their |any )*(?:formal |written |full |separate )*(?:answer|response|return|opposition"
        r"|memorandum|brief)|(?:answering|(?:appellee|respondent)'?s?'?) brief"
        r"|notices? of (?:the )?[a-z]+'?s'? response to"
        r"|(?:statement|notice) of non-?opposition",
        "A response, answer or opposition",
        "RESPONSE in Opposition re 3 MOTION for Temporary Restraining Order by Respondents.",
        ["RESPONSE to Notice of Supplemental Authority by Plaintiff.", "BRIEF in Support re 3 Motion by Petitioner."],
        unless=r"^response to (?:[a-z]+'?s? )*notice of supplemental"
        r"|^response (?:to application\b[^;.]{0,60}? )?(?:requested|due)\b"
        r"|^return of (?:the )?writ[^.;]*\b(?:un)?executed\b",
    ),
    _paper(
        EventType.SETTLEMENT,
        (
            r"(?:joint )?(?:notices?|stipulations?) (?:of|and notice of) (?:class )?settlement"
            r"|.*\band notice of settlement|(?:joint )?notices? (?:by [^;.]*? )?that (?:the )?(?:parties|case|matter"
            r"|action) ha(?:ve|s) (?:been )?settled\b|settlement agreement (?:by|filed)\b"
        ),
        "The parties have settled",
        "NOTICE of Settlement by Plaintiffs.",
        ["NOTICE of Settlement Conference before Magistrate Judge.", "MOTION for Settlement Approval by Plaintiffs."],
        unless=r"settlement conference",
    ),
    rule(
        EventType.SEALED_OR_RESTRICTED,
        scope="paper",
        pattern=r"[(\[](?:document |provisionally |filed |lodged )*(?:restricted|under seal|sealed)"
        r"|document restricted",
        says="The paper cannot be seen by the public",
        reads="NOTICE of Change of Address by Respondents. (Document restricted)",
        leaves=["MOTION to Seal by Petitioner.", "EXHIBIT A by Petitioner. (Document filed)"],
    ),
    rule(
        EventType.SEALED_OR_RESTRICTED,
        scope="entry",
        pattern=(
            r"^\W*sealed (?:complaint|indictment|exhibit|attachment)"
            r"|^\W*(?:[a-z]+ ){0,3}order\b[^;:()]*\((?:filed )?(?:under )?seal(?:ed)?\)"
            r"|\baccess to the (?:pdf )?document is restricted\b"
        ),
        says="The entry is filed under seal, or its document is kept from the public",
        reads="SEALED EXHIBIT by Petitioner.",
        leaves=["EXHIBIT 3 (List of Sealed Complaints) by Petitioner.", "SEALED INDICTMENT UNSEALED as to Defendant."],
        unless=r"\bunseal",
        form="kept_back",
    ),
)
