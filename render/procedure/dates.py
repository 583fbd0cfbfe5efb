"""Hearings and deadlines. An outlined entry in; found dates, and the events they are, out.

A date means something only through the words beside it. What stands before it since the last date ("due by", "hearing
set for", "held on") and after it ("is VACATED and RESET to") decides; dates of signature, entry, filing, birth, arrest
and history mean nothing here. A date travels with the words it was read from.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from .date_rules import (
    DEADLINE,
    DEADLINE_BRACKETS,
    DEADLINE_STANDS,
    DEADLINE_TODAY,
    HELD,
    HELD_TRANSCRIPT,
    HELD_UNDATED,
    NEW_HOUR,
    NOT_HELD,
    RESET,
    SET,
    STANDS,
    VACATED,
    VACATED_UNDATED,
    WITHIN,
)
from .findings import Event, FoundDate
from .matching import Found as Match
from .moments import HOUR, TIME, Dated, Moment, Own, a_date, a_time, longer, moments, terms, terms_before
from .outline import Outline, sentence_starts
from .rule import compiled
from .vocabulary import EventType

_DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
_MOVED_BY: Final = (
    r"(?:re-?set|rescheduled|continued|moved(?: up| back| forward)?|adjourned|advanced|postponed|deferred|accelerated"
    r"|expedited|carried(?: over)?|(?:put|pushed|held|set) (?:over|off|back)|brought forward)"
    r"(?: (?:by )?(?:an?|one|two|three|\d{1,2}) (?:days?|weeks?|months?))?"
)
_COMING: Final = (
    r"(?:hearings?|hrg|(?:(?:tele|video)-?)?conferences?|conf|js/jt|jt|fptc?|ptc|trial|arguments?|sentencing"
    r"|sentence with(?:out)? psr"
    r"|arraignment|appearances?|examination|mediation|matter|colloquy|calendar(?: call)?|pretrial (?:re-?)?set"
    r"|(?:motion|trial) setting|return date|report date (?:is )?(?:re-?)?set|notice of motion date|next court date"
    r"|motions? (?:(?:is|are|was|were) )?(?:set for hearing|noticed)|motion (?:re-?)?set"
    r"|presentment|show cause date|selection|change of plea|plea (?:hearing|and sentenc\w+|(?:re-?)?set)"
    r"|(?:(?:shall|must|(?:are|is) to|(?:are|is) (?:hereby )?(?:ordered|directed|required) to)"
    r" (?:(?:personally|each|all|both|also) ){0,2}(?:appear|convene)|will (?:appear (?:by|via|in|before|for|remotely)"
    r"|convene))|(?:docket|status|conference) call"
    r"|calendared|status (?:is )?(?:hereby )?(?:re-?set|set|continued|adjourned))"
)
_HEARING: Final = rf"(?:{_COMING}|proceedings?|plea)"
_DUE: Final = compiled(
    r"(?:\bdue(?: date)?(?: is| are| now| as)?(?:,? but not filed,?)?(?: by| on| before| no later than| on or before"
    r"|:)?|\bdue date of [^;.]*?:|\bon or before|\bby\b[^.;]{0,90}, (?:that is|i\.e\.|namely|to wit|being),?"
    r"|\b(?:no|not) later than|\bby(?: or before| no later than)?|\bbefore"
    r"|\b(?:deadlines?|ddls?|cut-?offs?)(?: dates?)?(?: is| are)?(?: hereby)?(?: set for| extended to| reset to"
    r"| for [^;.]*? is| for| of|:)?|\blast day (?:to|for|of) [^;.]*?|"
    r"\b(?:have|has|had|given) until(?: and including)?|\buntil(?: and including)?"
    r"|\b(?:up )?to (?:and|&) inc(?:luding|l?\b\.?)|\bthrough and including|\bthrough"
    r"|\bextended (?:to|until|through)|\bgranted\b[^;.]*? to|\bto"
    r"|\b(?:re-?)?set for|\b(?:beginning|commencing|starting)|\bthe first(?: one| report)?|\b(?:is|are) (?:hereby )?now"
    r"|\bdue\b[^.;]{0,40}? (?:on|at)"
    r"|\bdue every \w+ at|\b(?:daily|(?:each|every) \w+) (?:at|by)|\b(?:shall|must|to) be (?:re-?)?(?:filed|served"
    r"|submitted|lodged|produced|completed) on"
    r"|\b(?:answer|response|reply|opposition|objections?|report|return|brief)(?: papers| briefs?)?)"
    r"[ :,]*(?:(?:the )?(?:close|end) of (?:the )?business(?: day)?|the end of (?:the )?day|midnight|c\.?o\.?b\b\.?"
    r"|(?P<mail>e-?mail))?[ ,]*(?:(?:on|of|at|is)\b ?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?[ ,]*$"
)
_STRICT_DUE: Final = compiled(
    r"\bdue(?: date)?(?: is| are| now| as)?(?:,? but not filed,?)?(?: to (?:the )?court reporter(?:/transcriber)?"
    r"| for (?:[\w.'-]+ ){0,5}?[\w.'-]+)?"
    r"(?: by| on| before| no later than| on or before|:)? ?(?:(?:mon|tues|wednes|thurs|fri)day,?)?$"
    r"|\b(?:deadline|restriction) set for ?$"
    r"|by (?:the court )?on or before $"
)
_FEEBLE: Final = compiled(
    r"\b(?:to|until|through|beginning|commencing|starting|(?:daily|(?:each|every) \w+) (?:at|by)|the first(?: one"
    r"| report)?|(?:is|are) (?:hereby )?now|(?:re-?)?set for"
    r"|(?:until|through|to) (?:and|&) inc(?:luding|l?\b\.?)"
    r"|extended (?:to|until|through))[ ,:]*(?:on )?(?:(?:mon|tues|wednes|thurs|fri)day,?)? ?$"
)
_GIVEN_UNTIL: Final = compiled(
    r"\b(?:respondents?|petitioners?|plaintiffs?|defendants?|parties|government|counsel) (?:(?:shall|will) have|has"
    r"|have|(?:is|are) given) until\b[^;.]{0,30}$"
)
_STRONG_FOR_FEEBLE: Final = compiled(
    r"\b(?:deadlines?|time|due|given|extension|extended|respond|response|reply|answer|brief|file|has|have|restriction"
    r"|monthly|weekly|daily|produc(?:e|ed|tion)|reports?|filed|discovery|disclosures?|census|exhibits|designation"
    r"|cut-?off|ddl)\b"
)
_HISTORY: Final = compiled(
    r"\b(?:was|were|had been|having been) (?:due|to|ordered|required|directed|supposed)\b"
    r"|\b(?:which|order[^;]{0,60}|was|were|had) required\b"
    r"|\bdid not\b|\bfailed to\b|\bordered on\b|\bhad until\b|\b(?:was|were) not (?:filed|made|completed)\b"
    r"|\bhas lapsed\b|\bhaving lapsed\b"
    r"|\bwas (?:held|set) [^.;]* but\b|\byesterday\b|\b(?:if|were|was|had) [^,;.]*\bbefore $"
    r"|\blast day[^;.]* was $|\bon [a-z]+ \d{1,2}(?:, \d{4})?,? (?:the|this) (?:court|undersigned"
    r"|judge) (?:had )?(?:ordered"
    r"|directed|required|granted|set|gave)\b"
    r"|\b(?:formerly|originally|previously|initially|currently|presently) due(?: on| by)? ?$"
    r"|\b(?:was|were|been|previously) (?:warned|advised|cautioned|notified|informed)\b[^.;]* (?:was|were|had)\b[^.;]*$"
)
_PARTY_TO: Final = r"(?:parties|petitioners?|respondents?|plaintiffs?|defendants?|government|counsel) to"
_OWED: Final = compiled(rf"\b(?:shall|must|be|will|ordered|directed|due|(?:is|are) (?:asked )?to|{_PARTY_TO})\b")
_MUST: Final = compiled(rf"\b(?:shall|must|ordered|directed|due|(?:is|are) (?:asked )?to|{_PARTY_TO})\b")
_NOW: Final = compiled(
    r"\b(?:shall|must|is|are|be|will|ordered (?:to|that)|due|unless|direct(?:ing|s)|requir(?:ing|es))\b"
)
_LIFE: Final = compiled(
    r"\b(?:restraining order|restraints|tro|injunction|stay|stayed|expires?|expiration|remains? in (?:effect"
    r"|force)|excluded|abeyance|enjoined|restrained|not (?:be )?remove)\b"
)
_OF_ITS_OWN: Final = (
    r"(?: (?:on|its|an?|the|this|these|his|her|their|written|final|short|separate|full|rulings?|decisions?|opinion"
    r"|orders?|memorandum|judgment|petition|motions?|matter|issues?|request|application|in|and|for|to|case|dispute))*"
)
_AT_LATEST: Final = rf" (?:on or before|by|before|no later than|not later than|within)[ ,]*(?:the )?(?:end of )?{_DAY}"
_EXPIRY: Final = compiled(
    r"\b(?:elapsed?|ripen?) (?:until|before|on) $|"
    r"\bnot (?:be )?(?:remove|transfer|deport|move|relocate)[^.;]*\b(?:before|until|prior to) (?:on )?$|\bexpires?\b"
    r"|\bexpiration\b|remains? in (?:effect|force)|\bstayed until"
    r"|\b(?:court|undersigned|judge|panel)\b(?: (?:will|shall|intends|expects|anticipates|hopes|plans|endeavors?|aims"
    r"|to|hereby)){1,3} (?:rul(?:e|ing)|issu(?:e|ing)|decid(?:e|ing)|enter(?:ing)?|announce|render(?:ing)?"
    rf"|resolv(?:e|ing)){_OF_ITS_OWN}{_AT_LATEST}$"
    rf"|\b(?:decision|ruling|opinion|order)s?(?: on [^,;.]{{0,40}})? (?:will|shall|to) (?:be )?(?:issued?|follow"
    rf"|entered|rendered|filed by the court){_OF_ITS_OWN}{_AT_LATEST}$"
    r"|\b(?:appeal|case|cause|matter|petition)s? (?:will|shall|is to) be submitted on [^;.]{0,20}$"
    r"|\breport (?:in person )?(?:to|at) (?:the |an |his |her )?(?:[a-z]+ )?(?:ice|ero|isap|uscis)\b[^;.]*$"
    r"|\bappeals? (?:to|with) the (?:bia|board of immigration appeals)\b[^.;,]*$"
    r"|\bcheck-?in(?: appointment)?(?: (?:at|with|in) [^;.]{0,60}?)?(?: is| set| on| by| at| for)* ?$"
)
"""The end of an order, the court's promise to rule, a case taken on the papers; where a person must present himself
is nobody's business."""
_RECOMMENDS: Final = compiled(r"\brecommend(?:s|ed|ing)?\b")
_OTHER_HEARING: Final = compiled(r"\bbond (?:re-?determination )?hearing|\bcustody (?:redetermination )?hearing")
_NOW_HELD_ON: Final = (
    r"^(?:[ ,)]|\b(?:in|before) [^;.]{0,60}?,? |at [^;.]{0,20}?,? )*(?:[\w'/-]+ ){0,4}?"
    r"(?:(?:will|shall) (?:now |instead |hereby )*(?:be )?(?:now |instead )?(?:held|conducted|heard|argued|take place"
    r"|occur|proceed|go forward|commence|begin|convene)\b(?:[^;.]{0,40}? (?:on|for))?|(?:is|are) (?:hereby )?now (?:set"
    rf"|scheduled|noticed|calendared)? ?(?:on|for|to)?|(?:is|are|has been) (?:hereby |now )?changed to)[ ,]*{_DAY}$"
)
_MOVES_ON: Final = compiled(
    rf"^[ ,)]*(?:and )?(?:(?:be and (?:is|are)|is|are|be|(?:has|have) been) )?(?:hereby |now )?(?:(?:vacated|stricken"
    rf"|cancell?ed) and )?(?:(?:{_MOVED_BY}|set)(?:, [^,;.]{{0,40}},)? )?(?:to|for|until)"
    rf"[ ,]*{_DAY}$"
    rf"|^ (?:[\w/'-]+ ){{0,4}}?{_HEARING} (?:(?:is|are) )?(?:(?:vacated|stricken|cancell?ed) and )?"
    rf"(?:{_MOVED_BY} )?(?:to|until)[ ,]*{_DAY}$"
    rf"|{_NOW_HELD_ON}"
)
_TO_ANOTHER_DAY: Final = compiled(_NOW_HELD_ON)
""" "… will now be conducted on": the day that stood before is given up."""
_REFUSED: Final = compiled(r"\b(?:denied|refused)\b|[:;] no\b")
_GRANTED_AND_MOVED: Final = compiled(
    r"\bgrant(?:ed|ing) in part\b.*\b(?:rescheduled|re-?set|adjourned|continued|moved|advanced) (?:to|for|until)\b"
)
_DENIED: Final = compiled(r"^,? (?:is|are) (?:hereby )?(?:denied|refused)\b(?:[.;,]|$)")
""" "The request to adjourn the conference set for May 12 is denied": it stands."""
_VACATED_MINUTES: Final = compiled(r"\bproceedings: (?:vacated|continued|not held|cancell?ed)\b")
_DATELIKE: Final = compiled(
    r"\d[/-]\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|\b(?:within|w/in?) |\b(?:today|tonight|tomorrow)\b|\blater than\b|\d day of\b"
    r"|\bof (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:by|on|for|until) (?:mon|tues|wednes|thurs"
    r"|fri)day\b|\b(?:have|given|granted|allowed) [^.;]{0,30}\b(?:day|week)"
)
"""Is there anything to read at all? Most entries hold no date but that of their entry."""
_ASKED_FOR: Final = compiled(r"\b(?:letter|re:)[^;]*\brequest")
_SIGNED_BEFORE: Final = compiled(
    r"\b(?:signed|filed|entered|dated|ordered by|issued)\b[^;.]{0,60}?(?: on|:) ?$"
    r"|\bordered by\b[^;]{0,80} on ?$|\bsigned\b[^;]{0,90} on ?$"
)
_WISH: Final = compiled(
    r"\b(?:request(?:s|ed|ing)?|asks?|asking|proposes?|proposing|proposed|seeks?|seeking) (?:that|to|for|an?"
    r"|the)\b|\b(?:government|counsel|plaintiffs?|defendants?|respondents?|parties) (?:has |have )?(?:stated?|represent"
    r"|indicate|advise|expect|anticipate)(?:s|d|ed)? (?:that )?(?:it|they|he|she)\b"
    r"|\bfor extension of time to\b"
)
_WANTS: Final = compiled(
    r"\b(?:asks?|wants?|wish(?:es)?)(?: [\[(]?\d+[\])]?)? (?:that|to|for|the)\b|\bdiscuss [^;.]*\bdates?\b"
    r"|\bmove[sd]?(?: [\[(]?\d+[\])]?)? (?:to (?:adjourn|continue|postpone|re-?set|reschedule|vacate|extend|advance)"
    r"|for (?:an? |the )?(?:[\w-]+ )?(?:adjournment|continuance|postponement|extension))\b"
)
_COURT_WANTS: Final = compiled(r"\b(?:court|undersigned) (?:(?:also|further|now|therefore) )?(?:asks|wants|wishes)\b")
""" "Respondents move to continue the hearing to May 9", and nothing in the entry grants it."""
_COURT_ASKS: Final = compiled(
    r"\b(?:the|this) court\b(?: (?:also|further|now))? (?:(?:directs|orders|sets)\b[^.;]*? and )?(?:asks"
    r"|requests) (?:that|the)\b"
)
_PROPOSED_DAY: Final = compiled(r"\bproposed (?:[a-z]+ ){0,2}dates?(?: of)?:? $")
_PROPOSES: Final = compiled(
    r"\b(?:suggest|propos|recommend|request|ask)(?:s|ed"
    r"|ing)? that\b[^.;]*\bbe (?:due|filed|served)\b"
)
""" "Luis Ardo suggests that the response be due May 18": the day is no court's."""
_ASKS: Final = compiled(r"\b(?:request|ask|propos|seek|extension of|state|represent|indicat|advis|expect|anticipat)")
"""What every wish has a word of."""
_GRANT: Final = compiled(
    r"\b(?:granted|grants|granting|so ordered|approved|(?:is|are) (?:hereby )?allowed|allows|allowing)\b"
)
_GIVEN: Final = compiled(r"\b(?:grant(?:ed|s|ing)|approved|allow(?:ed|s|ing))\b")
_RESETTING: Final = compiled(r"\border[^.:;]{0,20} (?:(?:re-?)?setting|continuing|rescheduling|adjourning)\b")
_FOREIGN: Final = compiled(
    r"\bimmigration (?:judge|court)(?:[^']|$|'s (?:[a-z]+ )?hearing)|master calendar|\bin that court\b|\bappeals? (?:to"
    r"|with) the board of immigration appeals\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh) circuit (?:heard|will hear"
    r"|has (?:set|scheduled))\b"
)
_IS_HEARING: Final = compiled(rf"\b{_HEARING}\b")
_SET: Final = compiled(
    rf"\b{_COMING}\b(?:[^;]*?\b(?:set|scheduled|reset|re-set|rescheduled|continued|adjourned|calendared|noticed"
    rf"|moved|held|shall|will|convened|before|for|to|on|at|is|date:?|remains?|by (?:zoom|video|telephone|phone)"
    rf"|needed,?|further|\(?in person\)?|resume|take place|proceed|conference|hearing|argument)"
    rf"|(?: date)? of)?[ :,-]*{_DAY}(?:today )?$"
    rf"|\b(?:{_MOVED_BY}|adj\.) (?:to|for|until)[ :,]*{_DAY}$"
    r"|\bthat (?:the )?(?:parties|counsel|petitioners?|respondents?)(?: and (?:their )?[a-z]+)? appear(?:,| (?:in"
    r"|by|via|before|at|on)\b)[^;]*$"
    rf"|\b(?:shall|must|to) (?:(?:personally|each|all|both|also) ){{0,2}}(?:appear|convene)\b[^;]*$"
    rf"|\b{_COMING}\b(?: (?:on|re:?|via|by) [^;.:]{{0,60}}: ?| (?:via|by) [\w ]{{2,20}}, ?){_DAY}$"
    rf"|\bpresentment\b[^;]*$"
    rf"|\b{_COMING}\b(?:,? [a-z]+){{0,3}},? (?:commenc(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?)(?: on)?"
    rf"[ ,]*{_DAY}$|\b(?:will|shall|is to|are to) (?:now |hereby )?be (?:orally )?(?:argued|heard)\b[^;.]{{0,60}}?"
    rf"(?: on| at| for| the week of)?[ ,]*{_DAY}$"
    rf"|\bcourt (?:will|shall) (?:hear|take up|rule (?:orally|from the bench))\b[^;.]{{0,90}}? (?:on|at"
    rf"|for)[ ,]*{_DAY}$|\b(?:(?:will|shall|to) reconvene|(?:court|{_HEARING})\b[^;.]{{0,60}}? (?:will|shall|to) resume"
    rf"|day (?:\d|two|three) (?:(?:will|shall|is) )?(?:to )?(?:begin|commence|start|continue))s?(?: on"
    rf"| at)?[ ,]*{_DAY}$|\b(?:js/jt"
    rf"|jt|fptc?|ptc)[ :-]*$"
    r"|\bshow cause\b[^;.]{0,40}? (?:in|at|before) [^;.]{0,60}?\b(?:court\w*|judge|chambers|hon\w*|room)\b[^;]{0,160}?"
    rf"(?: on(?: the)?| at|,)[ ,]*{_DAY}$"
    r"|\b(?:setting|notice of) (?:an? )?(?:[\w-]+ ){0,2}(?:hearing|conference|argument)s?\b[^;.]{0,80}?: ?$"
    rf"|\bhearing (?:is )?(?:scheduled|set)\b[^;]*$|\bruling (?:is )?(?:re-?set|scheduled|set) (?:for|on|to) {_DAY}$"
    rf"|\bmotions?\b[^;.]*\b(?:currently|previously|presently) (?:set|scheduled|noticed) (?:for|on)"
    rf"(?: hearing on)? {_DAY}$"
    rf"|\bcalendar(?:ed)? for (?:oral )?argument (?:before|by|to) [^;.:]{{0,60}}?(?: on| for|,| -){{0,2}} {_DAY}$"
    rf"|\b(?:case|cause|appeal|matter)\b[^;.]{{0,60}}? (?:listed|slated) for (?:(?:oral )?argument )?(?:on )?{_DAY}$"
)
_NO_SETTING: Final = compiled(
    r"\bcalendar (?:check|note)s?\b[^;.]*$|\backnowledg\w*, for (?:oral )?argument\b[^;.]*$|"
    r"\bexclud(?:ed|able)\b[^;.]*$|\bspeedy trial act\b[^;.]*$|\bwithout oral argument\b[^;.]*$|\bon trial\b[^;.]*$"
    r"|\bcut-?off\b[^;.]*$|\bunless\b[^;.,]*$|\bno (?:(?:further|oral|in-person) )*(?:arguments?|hearings?"
    r"|appearances?)\b[^;.]*$"
    r"|\b(?:stated|given|set forth|discussed|announced|articulated|placed|offered|presented|made)"
    r" (?:[\w ]{0,30} )?(?:at|during) (?:[\w'-]+ ){0,5}on $"
    r"|\b(?:transcript|recording) of (?:[\w'-]+ ){0,6}(?:on|of) $"
    r"|\bheard (?:oral )?arguments?\b[^;.]*$"
    r"|\bappear (?:at|before|with|for|to) (?:the |an? |his |her )?(?:[a-z]+ )?(?:ice|ero|isap|uscis|check-?in)\b[^;.]*$"
)
"""Times not counted, arguments not heard, trials of others: no hearing, though a hearing's word stands there."""
_RESET: Final = compiled(
    r"(?:^|[^/\w])(?:reset|re-set|resets|resetting|reschedul(?:ed|ing|es)|continu(?:ed|ing|es)|adjourn(?:ed|ing|s)"
    r"|adj\.|mov(?:ed|ing|es)|advanc(?:ed|ing|es)|postpon(?:ed|ing|es)|accelerated|brought forward"
    r"|(?:put|pushed|carried) (?:over|off|back))\b"
)
_MOVED: Final = compiled(
    r"(?:^|[^/\w])(?:reset|re-set|resets|resetting|reschedul(?:ed|ing|es)|mov(?:ed|ing|es)|advanc(?:ed|ing|es))\b"
)
_WAS_HELD: Final = compiled(rf"\b(?:{_HEARING})\b(?: as to [^;:.]*?| (?:was|by telephone))? held\b")
"""What is continued after it was held is not moved: the next one is set."""
_HELD: Final = compiled(
    rf"\bheld\b(?: (?:by|via|in|before|telephonically|with)\b[^;]*?)?(?: on| as of)?[ :,]*{_DAY}$"
    rf"|\bheld (?:on|[a-z]+ [^;.]*? on)[ :]*{_DAY}$"
    rf"|(?:in reference to )?hearing on: ?$|\bminutes of: ?$"
    rf"|\bminutes? (?:entry )?(?:of|for)\b[^;.]*\bon ?$"
)
_CAME_ON: Final = compiled(
    rf"^\W*(?:(?:case|cause|appeal) )?(?:orally )?(?:argued|heard)\b[^;]{{0,200}}? on[ ,]*{_DAY}$"
    rf"|\b(?:oral )?arguments? (?:(?:was|were|has been|having been) )?heard\b[^;.]{{0,60}}? on[ ,]*{_DAY}$"
    rf"|\b(?:court|undersigned|panel) (?:has )?heard (?:oral )?arguments?\b[^;.]{{0,60}}? on[ ,]*{_DAY}$|"
    rf"\b(?:came|coming) (?:on|up|before (?:the|this) court|on regularly)\b[^.;]{{0,40}}? (?:for"
    rf"|to be heard)\b[^.;]{{0,60}}? on"
    rf"[ ,]*{_DAY}$"
)
_SETTING: Final = compiled(rf"\b(?:(?:re-?)?set|scheduled|continued|adjourned) (?:for|to|on|until) {_DAY}$")
_TO_BE: Final = compiled(r"\b(?:to be|will be|shall be|be|is)\b(?: a)? held\b|\bto be held\b")
_NOT_HELD: Final = compiled(r"\bnot held\b")
_UNHELD: Final = compiled(r"^:[^.;:]{0,80} (?:not held|did not (?:go forward|proceed|take place|occur))\b")
""" "Proceedings held before Judge Marlow on 5/4/2026: Detention Hearing not held"."""
_IS_OFF: Final = (
    r"(?:(?:be and (?:is|are)|is|are|be|was|were|(?:has|have|will"
    r"|shall) (?:now )?be(?:en)?)(?:, [^,;.]{1,40},)? )?(?:hereby )?"
    rf"(?:moot and (?:is )?)?(?:therefore )?(?:taken )?(?:vacated|stricken|cancell?ed|{_MOVED_BY}|off calendar"
    rf"|on the briefs|terminated|withdrawn|and reset|converted"
    r"|struck|called off|dispensed with|dropped from|(?:deemed )?unnecessary"
    r"|remanded|removed from|no longer (?:needed|necessary|required)|moot|(?:set|scheduled|noticed) in error|(?:will"
    r"|shall) not (?:go forward|proceed"
    r"|occur|take place|be (?:held|needed|conducted|necessary))|(?:was |were )?(?P<unheld>not held"
    r"|did not (?:go forward|proceed|take place|occur)))\b"
)
_STAYS_ON: Final = (
    r"(?:stands|remains|(?:shall|will) (?:remain|stand|go forward|proceed|take place)|as scheduled"
    r"|will be (?:for|conducted|held (?:at|by|via|remotely|virtually))"
    r"|will (?:now |instead )be (?:conducted|held) (?:at|by|via|over|remotely|virtually|telephonically|in person)"
    r"|converted (?:from (?:an? )?[\w-]+ )?(?:in)?to (?:an? )?(?:in[- ]person|video\w*|zoom|tele\w*|remote|virtual))\b"
)
_OFF: Final = compiled(
    rf"^[ ,)]*(?:which )?(?:at [^;.]*? )?(?:(?:in|before) [^;]*? )?(?:(?:on|re|regarding"
    rf"|as to) [^;:.,]*? )?(?:{_HEARING} )?(?:{_HEARING} )?(?:date )?{_IS_OFF}"
)
_CONDITION: Final = compiled(r"\b(?:if|unless|should|may|whether|why|how|and (?:the|all|any)|deadlines?)\b")
_STANDS: Final = compiled(
    rf"^[^;.]*?\b{_STAYS_ON}(?: as scheduled)?(?:,?(?: but| and)?(?: on calendar)?(?: (?:by "
    rf"|via )?[\w-]+)?(?: and)? (?:at )?"
    r"(?P<hour>\d{1,2}(?::\d\d)? ?[ap]\.?m))?"
)
_NEW_HOUR: Final = compiled(
    rf"^[^;]*?\b(?:re-?set|rescheduled|continued|adjourned|moved|advanced|changed)(?: up"
    rf"| back)? (?:from (?P<old>{TIME}),? )?"
    rf"(?:to|until|for) {HOUR}"
    rf"|^[^;]*?\b(?:will|shall|is to) (?:now |instead |hereby )*(?:begin|start|commence|proceed|convene|take place"
    rf"|occur|be (?:held|heard|conducted|called))(?: now| instead)? at (?P<hour2>{TIME})(?:,? \(?(?:instead of"
    rf"|rather than|not|and not)"
    rf" (?:at )?(?P<was>{TIME}))?"
)
"""The hour alone changes; the old one may be named."""
_PREVIOUSLY: Final = compiled(
    r"\b(?:previously|currently|presently|originally|formerly|heretofore) (?:set|scheduled|noticed)\b[^;]*$"
    r"|\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)|dispens(?:ing|es) with|tak(?:ing"
    r"|es) off (?:the )?calendar"
    r"|call(?:ing|s) off|no need for|continuing)\b[^;]*\b(?:set|scheduled|noticed)\b[^;]*$"
    r"|\b(?:continues|mov(?:es|ing)|reschedul(?:es|ing)|reset(?:s|ting)|adjourn(?:s|ing)|postpon(?:es|ing)|advanc(?:es"
    r"|ing)) the [^;:]*\b(?:set|scheduled|noticed) (?:for|on)[^;:]*$"
    rf"|\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)) (?:the |an? )?(?:[\w'-]+ ){{0,5}}?{_HEARING} (?:of|on"
    rf"|for) {_DAY}$|\b(?:removed|stricken|struck|taken|dropped|withdrawn) (?:from"
    rf"|off)(?: of)? (?:the )?(?:[\w'-]+ ){{0,3}}?"
    rf"calendar (?:for|of|on) (?:(?:oral )?argument (?:on |of )?)?{_DAY}$"
)
_PAPERS_DAY: Final = compiled(
    r"\b(?:deadlines?|due dates?|(?:reply|answer|response|traverse|brief(?:ing)?|opposition|objections?|report"
    r"|disclosures?|discovery|filing) (?:due )?dates?)\b[^;.]{0,60}$"
)
""" "The reply date is moved from May 4 to May 8": no hearing moves."""
_FROM: Final = compiled(
    rf"(?P<moved>\bfrom {_DAY}$)|\bnot (?:be )?(?:hear(?:d|ing)|(?:hold|conduct|conven)(?:e|ing)? (?:the|an?|any|this)"
    rf" (?:[\w'-]+ ){{0,3}}?{_HEARING})\b[^;.]*\(?$"
)
_NOUN_AFTER: Final = compiled(
    rf"^(?:'s)?,? (?:[\w/'-]+ ){{0,4}}?(?:{_HEARING}|date given in (?:open )?court)\b(?:(?: hearing| conference"
    rf"| setting)?(?: date)?(?: (?:on|re:?|before) [^;.]{{0,120}}?)?,? "
    rf"(?:(?P<stands>(?:(?:is|are|has been) (?:hereby )?)?{_STAYS_ON})|(?P<off>{_IS_OFF})))?"
)
_DATE_OFF: Final = compiled(rf"^ date {_IS_OFF}")
""" "Hearing reset for May 19; the May 12 date is vacated"."""
_TO_MOVE: Final = compiled(
    rf"\b(?:(?:to|for) (?:adjourn|continue|postpone|re-?set|reschedule|vacate|cancel|move|advance|convert|strike)"
    rf"|(?:for|an?|the) (?:(?:adjourn|postpone)ment|continuance) of)"
    rf" (?:[\w'-]+ ){{0,5}}?(?:{_HEARING}\b(?: date)?,? ?(?:which is |that is )?"
    rf"(?:currently |presently |previously |now )?(?:(?:set|scheduled|noticed|calendared)(?: to begin)?(?: for| on)?"
    rf"|of|on)[ ,]*{_DAY}|the )?$"
)
"""Asking that a hearing be moved: what stands after it is the old day."""
_MOVE_TO: Final = compiled(
    r"\b(?:to|for leave to) (?:adjourn|continue|postpone|re-?set|set|schedule|reschedule|move|advance|extend)\b[^;.]*$"
)
_AFTERWARDS: Final = compiled(
    rf"^,? (?:at the request of [^;,]{{0,60}}, |in [^;,]{{0,60}}, )?"
    rf"(?:(?P<held>the (?:court|undersigned) (?:held|conducted|convened))|there (?:shall|will) be|the (?:court"
    rf"|undersigned) (?:shall|will) "
    rf"(?:hold|conduct|convene|hear)) (?:an? |the )?(?:[\w'-]+ ){{0,6}}?{_HEARING}\b"
)
""" "On May 4, the Court held a hearing"; "On May 12 at 10:00 a.m. there shall be a conference"."""
_UNDOING: Final = compiled(
    r"\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)|adjourn(?:ing|s)|continu(?:ing|es)|reschedul(?:ing|es)"
    r"|reset(?:ting|s)|postpon(?:ing|es)|mov(?:ing|es)|advanc(?:ing|es)) (?:the )?$"
    r"|\b(?:removed|stricken|struck|taken|dropped|withdrawn) (?:from|off)(?: of)? (?:the |this court's )?$"
)
_KEPT_DUE: Final = compiled(
    r"^ (?:[\w'-]+ ){0,4}deadlines?\b[^;.]*? (?:stands|remains|does not change|(?:is|remains) (?:unchanged"
    r"|unaffected))\b"
)
_STRUCK: Final = compiled(
    r"^[^;.]*? (?:is|are) (?:hereby )?(?:vacated|stricken|terminated|suspended|stayed|cancell?ed|held in abeyance)\b"
    rf"|^,? (?:is|are|be|has been|have been) (?:hereby |now )?(?:extended|enlarged|changed|{_MOVED_BY}) (?:to|until"
    rf"|through)\b"
)
_RECITED: Final = compiled(
    r"\border (?:of|dated|entered|issued) [^;.]*?\b(?:directing|requiring|ordering|setting)\b[^;.]*$"
    r"|\border,? (?:which|that) (?:had )?(?:directed|required|ordered|set)\b[^;.]*$"
)
_UNDONE: Final = compiled(
    r"^[^;.]*? (?:is|are) (?:(?:[a-z]+ly|hereby) )?(?:stayed|vacated|reversed|set aside|extended|enlarged|modified)\b"
)
""" "The order of May 4 directing release by May 8 is stayed": the day falls with the order that is told of."""
_AT_THE_HOUR: Final = compiled(rf"^,? (?:[\w/'-]+ ){{0,4}}?{_HEARING}(?: date)?,? (?:at )?{HOUR}")
""" "… at the January 16 appearance, 2:00 p.m."."""
_SIGNED: Final = compiled(
    r"(?:\b(?:signed|ordered|entered|filed|issued|dated|so ordered|decided|docketed|approved|rendered"
    r"|done)\b(?: (?:by|in|at|and|this|on|the)\b)?[^;.]{0,80}?|\bjudge [^;]{0,80}?|\bentered by [^;]{0,60}?"
    r"|\bletter\b[^;]*|\bdated\b[^;]*?)(?: on|:|dated)? ?\*?$"
)
_GOES_ON: Final = frozenset((b" ", b",", b"'"))
_ENDS: Final = frozenset((b"", b".", b";"))
_NAMED_DUE: Final = compiled(r"\b(?:deadlines?|due)\b")
_SIGNED_ON: Final = compiled(
    r"\b(?:signed|ordered) by [^;]{0,100}?\bon (?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})\b"
    rf"(?:,? at (?P<time>{TIME}))?"
)
_WRITTEN: Final = r"(?:[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
_OWN: Final = (
    compiled(
        rf"\b(?:entered|issued|signed|dated|made|done) at (?P<time>{TIME}),? (?:on "
        rf"|this )?(?P<date>[a-z]+ \d{{1,2}}, \d{{4}}"
        r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}(?:st|nd|rd|th)? day of [a-z]+,? \d{4})"
    ),
    compiled(
        r"^(?:[^.;]|\b[a-z]\.){0,80}\b(?:issued|entered|signed|dated|made)(?: on| this)? (?P<date>[a-z]+ \d{1,2}, \d{4}"
        rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}),?(?: at)? (?P<time>{TIME})"
    ),
    _SIGNED_ON,
    compiled(rf"\bdate of (?:this|the) (?:order|notice|entry|letter|opinion|decision), (?P<date>{_WRITTEN})"),
    compiled(
        r"\b(?:signed|ordered|entered|so ordered|order dated|dated:?|issued|approved|done)(?:[^;]{0,120}?\bon"
        r"|[^;]{0,50}? this| dated)? (?:the )?\*?(?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
        r"|\d{1,2}(?:st|nd|rd|th)? day of [a-z]+,? \d{4})"
    ),
    compiled(r"\bjudge [a-z.,' -]+? on (?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"),
    compiled(
        r"\b(?:held|minutes of|minute entry)\b[^;]{0,90}? on (?P<date>[a-z]+ \d{1,2}, \d{4}"
        r"|\d{1,2}/\d{1,2}/\d{2,4})"
    ),
    compiled(r"[(\[](?:filed on|entered:) (?P<date>\d{1,2}/\d{1,2}/\d{4})"),
)
_OFF_AT_ALL: Final = (
    r"(?:hearings?|conferences?|teleconference|sentencing|arraignment|oral argument|trial(?: dates?| set\w*|[.,;)]|$)"
    r"|plea and sentenc\w+|(?:docket|calendar) call)"
)
_BARE_OFF: Final = compiled(
    rf"\b(?:vacat(?:ing|es)|cancel(?:l?ing|s|l?ed)|str(?:iking|ikes)) (?:the |all )?(?:[\w'-]+ ){{0,3}}?{_OFF_AT_ALL}\b"
    rf"|\b(?:trial|hearings?|conferences?|settings?)\b(?: and (?:deadlines?|hearings?))?(?: of this (?:case|matter)"
    rf"| date)?[^.;]{{0,60}}? (?:is|are) (?:hereby )?(?:vacated|stricken|cancell?ed"
    rf"|continued (?:pending|until further|generally)|adjourned (?:sine|without date))"
    r"|\ball (?:(?:pending|set|remaining|future|other|court|scheduled) )*dates(?: and deadlines)? are"
    r" (?:hereby )?(?:stricken|vacated)\b"
    rf"|\b{_OFF_AT_ALL} (?:vacated|cancell?ed)\b|\bnot hearing motions\b|\bcase not called\b"
)
_HELD_BARE: Final = compiled(
    r"\bthe court (?:has )?held an?\b[^;.]*?\b(?:hearing|conference)"
    r"|\b(?:hearing|conference|argument|trial|(?:telephone|telephonic|video|zoom|in-person) status) (?:was )?held\b"
    r"|^\W*(?:(?:case|cause|appeal) )?(?:orally )?argued\b(?: (?:and|&) submitted|[^;.]*\b(?:before|to|by)\b)"
    r"|^\W*(?:case|cause|appeal) heard\b|^\W*(?:oral )?arguments? heard\b"
    r"|\bminutes of (?:the )?[a-z ]*hearing\b|^\W*ep: minutes\b|^case argued\b"
    rf"|^\W*(?:text |ep: )?(?:minute entry[^.;]{{0,200}}?: )?(?:[\w/&',-]+ ){{0,6}}?{_HEARING} "
    r"(?:[\w ]{0,30} )?(?:as to|re:?|on|regarding) [^;:]{0,200}? (?:held|heard|argued)\b"
    r"|^\W*(?:text )?minute entry[^.:;]{0,60} proceedings? held before\b"
    r"|^\W*minute entry[^.;]{0,200}? held before\b"
    r"|^\W*minutes before [^;:]{0,300}?\b(?:plea entered|arraigned|sentencing)\b"
)
"""Held, though no day is given: the last ones stand at the head of minutes."""
_OPENS_HELD: Final = compiled(
    rf"^\W*(?:ep: )?(?:[\w/&'-]+ ){{0,4}}?(?P<noun>{_HEARING}) (?:as to|re:?|on|regarding) [^;:]{{0,200}}? held\b"
)
_IF: Final = compiled(r"(?:^|[.;:] )(?:if|should|unless|in the event)\b[^.;]*$")
_UNDATED: Final = compiled(
    r"held|minutes|argued|heard|vacat|cancel|stri[ck]|continued (?:pending|until|gen)|adjourned (?:sine|w)"
    r"|not hearing|not called"
)
"""Is there anything to look for?"""
_BY_OFFICE: Final = compiled(r"\b(?:court|clerk|clerk's office|panel) will (?:contact|notify|inform|advise|post)\b")
_ANSWERING: Final = compiled(
    r"\b(?:answer|respon|repl|object|brief|file|serve|provide|release|hold|show cause|submit|advis|inform"
    r"|notif|explain|report|return|pay"
    r"|may|shall|must|due|hearing|notice|comply|produce|deliver|lodge|exchange|disclos|confer)"
)


class Found(NamedTuple):
    """One dated thing before it is given its shape. `kind` is a DateKind, `status` set, reset or vacated."""

    kind: str
    moment: Moment
    status: str
    what: str
    rule: str
    start: int
    end: int


def read_dates(plan: Outline) -> tuple[list[FoundDate], list[Event]]:
    """Hearings and deadlines of an outlined entry: as dates, and as the events hearing_*, deadline_set."""
    text, data = plan.text[: plan.end], plan.data[: plan.end]
    found = _unique(_classified(plan, text, data, _OwnDate(plan.text))) if _DATELIKE.has(data) else []
    undated = [] if _recites(plan) or not _UNDATED.has(data) else _undated(plan, data, found)
    if not found:
        return [], undated
    dates = [_as_date(plan, one) for one in found if one.moment.at]
    recited = _recites(plan)
    return dates, [_as_event(plan, one) for one in found if not (recited and one.kind == "hearing_held")] + undated


class _OwnDate:
    """The order's own date, looked for once, and only if somebody asks."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: list[Own | None] = []

    def __call__(self) -> Own | None:
        if not self._known:
            self._known.append(own_date(self._text))
        return self._known[0]


def own_date(text: str) -> Own | None:
    """The order's own date: of signature, or of the hearing in minutes, or (a clerk's or appellate order) of entry."""
    data = text.encode("ascii")
    for pattern in _OWN:
        if match := next((one for one in pattern.finditer(data) if not _is_of_life(data, one)), None):
            day = a_date((match["date"] or b"").decode())
            if day:
                hour = match["time"] if "time" in pattern.names else None
                return Own(day, a_time(hour.decode()) if hour else "", entered=pattern is _OWN[-1])
    return None


_OF_LIFE: Final = compiled(
    r"(?:\b(?:who|he|she|they|removal order|final order of removal|warrant|notice to appear|nta)(?: was| were"
    r"| had(?: been)?)? |\b(?:petitioner|plaintiff|applicant|respondent) )(?:entered|issued|dated)\b|\b(?:was|were"
    r"|been) (?:entered|issued|signed|dated)\b"
    r"|\bentered (?:into )?(?:the united states|the u\.s|the country|this country|without|ice|detention|custody)"
)


def _is_of_life(data: bytes, match: Match) -> bool:
    """ "Luis Ardo, who entered on May 9, 2021": not the day of an order."""
    return _OF_LIFE.has(data[max(0, match.start() - 40) : match.start("date")])


def _classified(plan: Outline, text: str, data: bytes, own: Dated) -> list[Found]:
    found: list[Found] = []
    all_moments = moments(data, own)
    by_court = plan.speaker == "court" or _is_clerks(plan)
    sets_hearing = _SETS_HEARING.has(data[plan.title : plan.title + 80])
    paper = plan.speaker == "paper" and not by_court and not sets_hearing
    if not all_moments and not by_court:
        return found
    starts = sentence_starts(text)
    words = _words(data)
    place, previous_end = 0, 0
    for index, moment in enumerate(all_moments):
        while place + 1 < len(starts) and starts[place + 1] <= moment.start:
            place += 1
        sentence = starts[place]
        stop = starts[place + 1] if place + 1 < len(starts) else len(text)
        following = all_moments[index + 1].start if index + 1 < len(all_moments) else len(text)
        context = _Context(
            plan,
            data[max(sentence, previous_end) : moment.start][-300:],
            data[sentence : moment.start][-400:],
            data[moment.end : min(stop, following)][:300],
            data[moment.end : stop][:200],
            paper,
            words,
            sentence < previous_end,
            found[-1] if found else None,
            all_moments[index + 1].at[:10] if following < stop else "",
        )
        one = _classify(context, moment)
        previous_end = moment.end
        if one:
            start = _quote_start(text, sentence, moment.start, found[-1].end if found else 0)
            found.append(one._replace(start=start, end=max(one.end, moment.end)))
            old = _old_hour(context.trail, moment) if one.rule == NEW_HOUR else _hour_given_up(context.trail, one)
            if old:
                found.append(found[-1]._replace(kind="hearing_vacated", moment=old, status="vacated"))
    found = _replaced(_taken_off(found, data), data)
    if by_court or sets_hearing:
        hearings = [one.moment for one in found if one.kind == "hearing_scheduled"]
        due = [one.moment for one in found if one.kind == "deadline"]
        before = [term for term in terms_before(data, hearings) if _is_owed_before(data, term, starts)]
        found += _terms(text, data, [*(terms(data, own, due) if by_court else ()), *before], starts)
    return sorted(found, key=lambda one: one.moment.start)


def _taken_off(found: list[Found], data: bytes) -> list[Found]:
    """ "… scheduled for hearing on June 12 … Accordingly, the hearing date is vacated": taken off later on."""
    planned = [one for one in found if one.kind == "hearing_scheduled"]
    if (
        len(planned) != 1
        or planned[0].rule == STANDS
        or not (off := _BARE_OFF.search(data))
        or planned[0].end > off.start()
        or _is_condition(data, off.start())
    ):
        return found
    gone = [one for one in found if one.status == "vacated"]
    if any(one.moment.at[:10] != planned[0].moment.at[:10] for one in gone):
        return found
    return [
        one._replace(kind="hearing_vacated", status="vacated", rule=VACATED) if one is planned[0] else one
        for one in found
        if one not in gone
    ]


_WAS_SET: Final = compiled(rf"\b(?:was|were|had been) (?:set|scheduled|noticed) (?:for|on)[ ,]*{_DAY}$")


def _replaced(found: list[Found], data: bytes) -> list[Found]:
    """ "A hearing was set for May 12 … The hearing is continued to May 19": the first is given up."""
    return [
        one._replace(kind="hearing_vacated", status="vacated", rule=VACATED)
        if one.status == "set"
        and one.kind == "hearing_scheduled"
        and after.status == "reset"
        and one.moment.at[:10] != after.moment.at[:10]
        and _same(one) == _same(after)
        and _WAS_SET.has(data[one.start : one.moment.start])
        else one
        for one, after in zip(found, [*found[1:], *found[-1:]], strict=True)
    ]


def _is_condition(data: bytes, start: int) -> bool:
    """ "If the case settles, the hearing is vacated"."""
    return _IF.has(data[max(0, start - 160) : start])


class _Words(NamedTuple):
    """Which of the words are in the entry at all, without which a pattern need not be tried."""

    recommends: bool
    foreign: bool
    bond: bool
    held: bool


def _words(data: bytes) -> _Words:
    low = data.lower()
    return _Words(
        b"recommend" in low,
        b"immigration" in low or b"master" in low or b"circuit" in low,
        b"bond" in low or b"custody" in low,
        b"held" in low or b"minute" in low or b"hearing on" in low,
    )


class _Context(NamedTuple):
    """Words around a moment: since the last one (`lead`), since the sentence began (`whole`), after it up to the next
    (`trail`) and to the end of the sentence (`rest`). `paper`: somebody filed it, and the court says nothing."""

    plan: Outline
    lead: bytes
    whole: bytes
    trail: bytes
    rest: bytes
    paper: bool
    words: _Words
    second: bool
    before: Found | None
    next_day: str


def _classify(context: _Context, moment: Moment) -> Found | None:
    lead, whole, paper = context.lead, context.whole, context.paper
    due = (_STRICT_DUE if paper else _DUE).search(lead)
    signed = lead.rstrip(b" ")[-3:].lower().endswith((b" on", b":")) and (
        _SIGNED_BEFORE.has(lead) and not _ITS_HEARING_ON.has(lead)
    )
    if not moment.relative and signed and not (due or (paper and _DUE.has(lead))):
        return None
    words = context.words
    if (words.recommends and _RECOMMENDS.has(whole)) or (paper and words.foreign and _FOREIGN.has(context.plan.data)):
        return None
    if _wished(context):
        return None
    hearing = None if signed else _hearing(context, moment)
    if hearing and hearing.kind == "hearing_held" and _OF_THE_WEEK.has(context.plan.data[moment.start : moment.end]):
        return hearing._replace(moment=moment._replace(at=""))
    if hearing and not (due and hearing.kind != "hearing_held" and not _FEEBLE.has(lead)):
        return hearing
    if not paper and b"which" in context.trail[:30] and _BY_THEN.has(context.trail):
        return Found("deadline", moment, "set", _what(context.trail.decode()), DEADLINE, 0, 0)
    if moment.relative and _OF_THE_WEEK.has(context.plan.data[moment.start : moment.end]) and not _lies_ahead(context):
        return None
    if due and moment.relative and not _hangs_well(context, moment):
        return None
    if not due or (not paper and not _is_due(context, due.start(), moment.at)):
        return _due_today(context, moment) if not paper else None
    if (_BACKWARDS.has(lead) and not _after_own(context.plan, moment)) or (
        moment.relative and due["mail"] and not _lies_ahead(context)
    ):
        return None
    act = _act_after(lead[: due.start()], lead[due.start() :], context.trail)
    if (act and _is_nobodys(act)) or _ONLY_IF.has(lead[: due.start()]):
        return None
    brief = _in_brief(act.decode())
    what = brief or _what(lead.decode()) or _before_and_after(context)
    if b"e" in context.trail[:12] and (later := longer(moment.at, context.trail)):
        moment = moment._replace(at=later, relative=True)
    rule = DEADLINE_BRACKETS if b"(" in whole and _BRACKETED.has(whole) else DEADLINE
    return Found("deadline", moment, "set", what, rule, 0, _act_ends(brief, context.trail, moment.end))


_ORDERS: Final = r"(?:shall|must|will|(?:is|are) (?:hereby )?(?:to|(?:ordered|directed|required|instructed) to))"
_DOES: Final = (
    r"(?:file|submit|serve|provide|report|release|hold|conduct|return|certify|notify|show cause|respond|answer|produce"
    r"|give|inform|advise|confirm|bring|afford|schedule|issue|pay|state|explain|convene|transfer|arrange|make|complete)"
)
_ACT_OF: Final = compiled(rf"^,? ?(?P<act>(?:[\w.'/-]+ ){{0,8}}?(?:{_ORDERS}|may) [^;,]*)")
_ACT: Final = compiled(rf"^,? ?(?P<act>(?:to )?{_DOES}\b[^;,]*)")
_OPENS_ACT: Final = compiled(
    r"(?:^|[.;:]|\b(?:that|further|ordered|directed|decreed|adjudged|and|then|moreover|also|in addition))[ ,]*$"
)
_MUST_THEN: Final = compiled(
    r"(?:\b(?:shall|must|will|ordered|directed|required|instructed|commanded|(?:is|are) to)(?: (?:also|further|each))?"
    r"|(?P<and>\b(?:and|to)))[ ,]*$"
)
_NO_SUBJECT: Final = frozenset(
    {"and", "or", "but", "which", "who", "as", "unless", "if", "at", "in", "on", "by", "before", "after", "when", "for"}
)
_FIRST_WORDS: Final = (b"on or before", b"no later than", b"not later than", b"by", b"before")
_APPOINTED: Final = compiled(
    r"\b(?:report|appear|present (?:him|her|them)sel(?:f|ves)|check[ -]?in)\b[^;]*?\b(?:ice|ero|isap|dhs|uscis|officer"
    r"|field office|immigration and customs)\b|\bcheck[ -]?in\b"
)
""" "By May 8 Luis Ardo shall report to the field office": nobody's business but his."""


def _act_after(before: bytes, said: bytes, trail: bytes) -> bytes:
    """ "That on or before May 8 the Sheriff shall file a certification": what is due stands behind its day."""
    if not said.lower().startswith(_FIRST_WORDS):
        return b""
    if _OPENS_ACT.has(before):
        found = _ACT_OF.search(trail)
        act = (found["act"] or b"") if found else b""
        if act and act.split()[0].strip(b",").decode().lower() not in _NO_SUBJECT:
            return act
    must = _MUST_THEN.search(before)
    found = _ACT.search(trail) if must else None
    if not must or not found:
        return b""
    act = found["act"] or b""
    if must["and"]:
        return act.removeprefix(b"to ")
    subject = before[: must.end()].rsplit(b": ", 1)[-1].rstrip(b" ,")
    return b" ".join([*subject.split()[-4:], act])


def _act_ends(brief: str, trail: bytes, start: int) -> int:
    """Where the words end that say what is due, if they stand behind the day: the quote goes as far."""
    last = " ".join(brief.split()[-2:]).encode()
    place = trail.find(last) if last else -1
    return start + place + len(last) if place >= 0 else start


_ONLY_IF: Final = compiled(r"\b(?:if|unless|whether|when|where),? $")
_COURTS_ACT: Final = compiled(
    r"^(?:then )?(?:the |this )?(?:court|undersigned|panel|judge [\w.'-]+) (?:(?:hereby|also|then) )?(?:will|shall"
    r"|is to|intends to|expects to) (?:then |also )?(?:rule|issue|enter|decide|announce|render|resolve|file|hold"
    r"|conduct|hear|convene|set|schedule)\b|^(?:then )?it (?:will|shall) (?:rule|issue|enter|decide|announce|render"
    r"|resolve)\b"
)


def _is_nobodys(act: bytes) -> bool:
    """An appointment with an agency, or what the court itself means to do: no deadline of the case."""
    return _APPOINTED.has(act) or _COURTS_ACT.has(act)


def _before_and_after(context: "_Context") -> str:
    """ "The report is due May 8, and by May 15": of a day that has no words of its own, those of the day before it."""
    if context.second and context.before:
        return context.before.what
    return _what(context.whole.decode())


_ITS_HEARING_ON: Final = compiled(rf", (?:the|this court's) (?:[\w'-]+ ){{0,4}}?{_HEARING} on ?$")
""" "Respondents having filed a notice, the conference on May 6 is vacated": the conference's day, not the filing's."""
_BACKWARDS: Final = compiled(r"\bnunc pro tunc,? (?:to|as of|until|effective)(?: as of)? $")


def _after_own(plan: Outline, moment: Moment) -> bool:
    """Is the day after that of the order, which is known?"""
    own = own_date(plan.text)
    return bool(own and moment.at[:10] > own.date.isoformat())


_BY_THEN: Final = compiled(
    r"^,? (?:by|on or before|no later than) which (?:time|date|day),? [^.;]*?\b(?:shall|must|will|(?:is|are) to)\b"
)
""" "Stayed until May 26, by which time the parties shall submit the agreement"."""
_HANGING: Final = compiled(r"\bthat day\b|\bday before\b|\bend of the day\b")


def _hangs_well(context: _Context, moment: Moment) -> bool:
    """ "By noon that day", "due the day before", "by the end of the day": said of what is due."""
    words = context.plan.data[moment.start : moment.end]
    if not _HANGING.has(words):
        return True
    if not _MUST.has(context.whole):
        return False
    if b"end" in words.lower():
        return not (context.paper or context.second)
    return bool(context.before and context.before.kind in {"deadline", "hearing_scheduled"})


def _due_today(context: _Context, moment: Moment) -> Found | None:
    """ "… shall be released today"; "and, that same day, shall file …"; "The May 4 deadline stands"."""
    whole = context.whole
    if moment.relative and _is_owed_then(context, moment):
        return Found("deadline", moment, "set", _what(whole.decode()), DEADLINE_TODAY, 0, 0)
    if b"deadline" in context.trail and _KEPT_DUE.has(context.trail):
        return Found("deadline", moment, "set", "deadline stands", DEADLINE_STANDS, 0, 0)
    return None


def _is_owed_then(context: _Context, moment: Moment) -> bool:
    """Must something be done today or tomorrow, or on the day of what is due in the same sentence?"""
    whole, before = context.whole, context.before
    if context.trail[:2] == b"'s" or context.lead[-5:].lower() in {b"from ", b"s of "}:
        return False
    words = context.plan.data[moment.start : moment.end].lower()
    if _OF_THE_WEEK.has(words):
        return False
    promise = _PROMISED.search(whole)
    if (promise and not _MUST.has(whole[promise.end("verb") :])) or (b"that " in words and _IF_NOT.has(whole)):
        return False
    today = words[:5] == b"today"
    if (b"the " in words or b"that " in words) and not (
        context.second and before and before.kind in {"deadline", "hearing_scheduled"}
    ):
        return False
    return not (_LIFE.has(whole) or _HISTORY.has(whole) or _EXPIRY.has(context.lead)) and (
        _OWED if today else _MUST
    ).has(whole)


_PROMISED: Final = compiled(
    r"\b(?:court|undersigned|chambers|clerk|judge [\w.'-]+) (?:will|shall|intends to|expects to|is to|is directed to)"
    r" (?:(?:[a-z]+ly|be) )?(?P<verb>enter|issu|rul|decid|mail|send|announce|docket|file|follow|sign|transmit)[^;.]*$"
    r"|\b(?:orders?|opinion|ruling|decision|memorandum) (?:will|shall) (?:be )?(?:follow|issue|enter|file"
    r"|docket)[^;.]*$"
)
""" "The Court will enter an order later today": the court owes it to nobody."""
_IF_NOT: Final = compiled(r"(?:^|[:;.] ?)(?:unless|if|should)\b[^;.]*$")
_OF_THE_WEEK: Final = compiled(r"\b(?:mon|tues|wednes|thurs|fri)day\b|\bthis (?:[a-z]+ )?(?:date|day)\b")
_WAS: Final = compiled(r"\b(?:was|were|had|has been|have been)\b[^,;]*$")


def _lies_ahead(context: _Context) -> bool:
    """Is "by Friday" the Friday to come, for somebody who owes something?"""
    whole = context.whole
    return (_OWED.has(whole) or _NOW.has(whole)) and not _WAS.has(whole)


def _wished(context: _Context) -> bool:
    """A date somebody asks for is no date, unless the same entry grants it."""
    whole = context.whole
    if b"roposed" in whole and _PROPOSED_DAY.has(whole) and not _GRANT.has(context.plan.data):
        return True
    if context.plan.speaker != "court":
        return b" be " in context.lead and _PROPOSES.has(whole)
    wants = _WANTS.search(whole)
    if wants and not (_GIVEN.has(context.plan.data) or _MUST.has(whole[wants.end() :]) or _COURT_WANTS.has(whole)):
        return True
    if not _ASKS.has(whole) or (_DENIED.has(context.trail) and _TO_MOVE.has(whole)):
        return False
    if _ASKED_FOR.has(whole):
        entry = context.plan.data
        return _REFUSED.has(entry) or not _GRANT.has(entry)
    wish = _WISH.search(whole)
    settled = wish and (
        _COURT_ASKS.has(whole) or _GRANT.has(whole) or b"shall" in whole or _RESETTING.has(context.plan.data[:120])
    )
    return bool(wish and not settled)


_A_CANCELLING: Final = rf"^notice of (?:cancell?ation|vacatur|vacation) of (?:[\w'-]+ ){{0,3}}{_HEARING}\b"
_CANCELS: Final = compiled(_A_CANCELLING)
_SETS_HEARING: Final = compiled(
    rf"{_A_CANCELLING}|^notification: |^notice: |^notice of (?:time change|change (?:of|in) (?:hearing )?(?:time|date"
    rf"|location))\b|^notification of (?:oral )?argument\b|^notice to appear(?: by [\w -]{{1,30}})?: "
    rf"|^notice (?:vacating|cancell?ing|re-?setting|continuing|rescheduling|adjourning|advancing|setting)"
    rf" (?:[\w'-]+ ){{0,4}}?{_HEARING}\b"
    r"|^notice (?:of|re:?) (?:[\w()'-]+ ){0,3}?(?:(?:motion |status |show cause )*hearings?"
    r"|oral argument|(?:\w+ )*conference|trial|re-?setting|rescheduling|bond hearing as to)\b"
)
"""Such a notice sets a hearing, and what must be filed before it."""


def _is_clerks(plan: Outline) -> bool:
    """A notice by the clerk sets dates as an order does."""
    return plan.text[: plan.title].lower().rstrip().endswith(("clerk's", "clerks")) or plan.text[
        plan.title :
    ].lower().startswith(("notice to counsel", "notification of"))


def _recites(plan: Outline) -> bool:
    """A paper tells of a hearing and holds none, but for "Initial Appearance as to … held", "Hearing re … held"."""
    if plan.speaker != "paper" or plan.data[plan.title : plan.title + 10].lower() == b"appearance":
        return False
    opens = _OPENS_HELD.search(plan.data[:400])
    return not (opens and opens.end("noun") < plan.title)


_DUE_ANEW: Final = compiled(
    r"^,? (?:is|are|will|shall|must|may|to) (?:(?:now|instead|hereby) )*(?:be )?(?:(?:now|instead) )?"
    rf"(?:due|filed|served|submitted|lodged)(?: instead)?(?: on or before| no later than| by| on)?[ ,]*{_DAY}$"
)
""" "The return, due May 8, shall be filed by May 15": the first day is given up."""


def _is_due(context: _Context, start: int, at: str) -> bool:
    lead, whole = context.lead, context.whole
    said = lead[start:].lower()
    if (
        not (b"later than" in said or b"or before" in said)
        and not (_NOW.has(whole) or _MUST.has(whole))
        and _SIGNED.has(lead)
    ):
        return False
    living = _LIFE.has(whole) and not _GIVEN_UNTIL.has(lead)
    if _FEEBLE.has(lead) and (b" excluded" in context.rest or living or not _STRONG_FOR_FEEBLE.has(whole)):
        return False
    if _EXPIRY.has(lead) or ((b"deadline" in said or b"due" in said) and _STRUCK.has(context.rest)):
        return False
    if said[:6] == b"before" and not _NOW.has(whole):
        return False
    if context.next_day not in {"", at[:10]} and _DUE_ANEW.has(context.trail):
        return False
    if _UNDONE.has(context.rest) and _RECITED.has(whole):
        return False
    history = _HISTORY.search(whole)
    return not (history and not _NOW.has(whole[history.end() :]))


def _hearing(context: _Context, moment: Moment) -> Found | None:
    lead, whole, trail = context.lead, context.whole, context.trail
    words = context.words
    ours = _UNDOING.has(lead) or _OUR_HEARING.has(lead)
    if (
        words.bond
        and not ours
        and _OTHER_HEARING.has(lead[-60:])
        and (context.paper or not _OURS.has(whole + b" | " + trail))
    ):
        return None
    if words.foreign and _FOREIGN.has(_of_this_court(whole) + b" | " + _of_this_hearing(trail)):
        return None
    before = context.plan.data[: moment.start][-90:]
    calendared = lead[-2:] == b": " and not context.paper and _CALENDARED.has(before)
    moment = _with_hour(moment, lead, context.plan.data[moment.end :][:60] if calendared else trail)
    if calendared:
        return Found("hearing_scheduled", moment, "set", "oral argument", SET, 0, 0)
    what = _hearing_name(lead)
    if _transcribed(context):
        return Found("hearing_held", _day_only(moment), "held", what, HELD_TRANSCRIPT, 0, 0)
    if _CAME_ON.has(lead) and not context.paper:
        return None if _ELSEWHERE.has(lead) else Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
    if _FOLLOWED.has(lead) and not context.paper:
        advised = not _TO_BE_TAKEN.has(whole) and (_ADVISEMENT.has(whole) or _ADVISEMENT.has(context.rest))
        past = not _after_own(context.plan, moment)
        if past and advised and not _ELSEWHERE.has(lead):
            return Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
        if past and own_date(context.plan.text):
            return None
    if words.held and _IN_VAIN.has(b"held" + trail) and _HELD.has(lead):
        return None
    if words.held and _HELD.has(lead) and not (_TO_BE.has(lead) or lead[-11:] == b"proceedings" or _SETTING.has(lead)):
        if _VACATED_MINUTES.has(trail):
            return Found("hearing_vacated", _day_only(moment), "vacated", what, VACATED, 0, 0)
        if _NOT_HELD.has(lead) or _UNHELD.has(trail):
            return Found("hearing_not_held", _day_only(moment), "vacated", what, NOT_HELD, 0, 0)
        return Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
    if context.second and context.before and context.before.kind == "hearing_vacated" and _MOVES_ON.has(lead):
        moment = _in_its_year(context.plan, moment)
        return Found("hearing_scheduled", moment, "reset", context.before.what, RESET, 0, 0)
    if context.second and context.before and context.before.kind == "hearing_held" and _RESUMES.has(lead):
        return Found("hearing_scheduled", moment, "set", context.before.what, SET, 0, 0)
    return _moved(context, moment, what) or _set(context, moment, what)


_HOUR_FIRST: Final = compiled(
    rf"(?:\b(?:the|this|that|an?|its)"
    rf"|'s) (?P<hour>{TIME})(?: [a-z]{{2,4}})?,? (?:[\w'-]+ ){{0,4}}?{_HEARING},? (?:(?:is |now |currently "
    rf"|previously )*(?:re)?(?:set|scheduled|noticed) )?(?:for|on|of) {_DAY}$"
)
_HOUR_LATER: Final = compiled(
    rf"^[.,;]? (?:start |argument |hearing )?time:? (?P<hour2>{TIME})|"
    r"^,?(?: (?:(?:in|before|by|via) )?(?:the )?(?:[a-z] panel|panel [a-z]|(?:courtroom|ctrm\.?|room) [\w-]+"
    r"|(?:chief |senior |magistrate |district |u\.?s\.? )*judge (?:[\w.'-]+ ){0,2}[\w.'-]+|zoom|video ?conference"
    rf"|telephone),?){{1,3}} (?:at )?(?P<hour>{TIME})"
)


def _with_hour(moment: Moment, lead: bytes, trail: bytes) -> Moment:
    """ "The 9:30 a.m. hearing on May 12"; "set for May 12, Courtroom 3, 9:30 a.m."."""
    if "T" in moment.at or not moment.at:
        return moment
    first = _HOUR_FIRST.search(lead) if b"m" in lead else None
    later = None if first else _HOUR_LATER.search(trail)
    hour = first["hour"] if first else (later["hour"] or later["hour2"] if later else None)
    clock = a_time((hour or b"").decode())
    return moment._replace(at=f"{moment.at}T{clock}") if clock else moment


_CALENDARED: Final = compiled(
    r"\b(?:(?:calendared|scheduled|set) for (?:oral )?argument|argument (?:is )?(?:calendared|scheduled|set))[.:;]"
    rf" (?:(?:oral )?argument )?date: {_DAY}$"
)
""" "Case calendared for oral argument. Date: 3/18/2026"."""


_FOLLOWED: Final = compiled(
    rf"\b(?:following|after|upon|since)(?: (?:the|an?|oral|its|full|further|telephonic|evidentiary|motion))* (?:hearing"
    rf"|arguments?|conference)(?: (?:was )?(?:heard|had))? (?:on|of) {_DAY}$"
)
_ADVISEMENT: Final = compiled(
    r"\bunder (?:advisement|submission)\b|\b(?:decision|ruling) (?:is |was )?reserved\b|\breserve[sd]? (?:decision"
    r"|ruling)\b"
)
""" "Taken under advisement following argument on May 1": it was held."""
_TO_BE_TAKEN: Final = compiled(r"\b(?:will|shall|to) be (?:taken|under)\b")
_IN_VAIN: Final = compiled(
    r"\bheld\b[^;.]{0,40}? (?:was (?:not|inadequate|deficient|defective)|did not|does not|failed|fell short)\b"
)
""" "The hearing held on May 1 was not the one that was ordered": another's."""
_ELSEWHERE: Final = compiled(r"\b(?:state|county|superior|circuit|supreme) court\b")
_RESUMES: Final = compiled(rf"^,? (?:and )?(?:will|shall|is to) (?:resume|continue)(?: on| at)?[ ,]*{_DAY}$")
_ITS_OWN: Final = compiled(
    r"\b(?:the|this) court\b(?:[^;.]*,)? (?:hereby )?(?:vacates|cancels|sets|re-?sets|continues|schedules|adjourns"
    r"|strikes)\b"
)


_OUR_HEARING: Final = compiled(
    r", (?:this court's (?:[\w'-]+ ){0,4}?(?:hearing|conference|argument)|the (?:[\w'-]+ ){0,3}?(?:conference|argument)"
    r"|the (?:[\w'-]+ ){0,2}?hearing (?:in|before) (?:this court|the undersigned))\b"
)


def _of_this_court(whole: bytes) -> bytes:
    """Of a sentence that begins in another court, what this court then does."""
    own = _ITS_OWN.search(whole) or _OUR_HEARING.search(whole)
    return whole[own.end() :] if own else whole


_OFF_BECAUSE: Final = compiled(
    rf"^,? {_IS_OFF}[^;.]*?,? (?:as|because|since|given|in view|in light|the parties|an immigration)\b"
)


def _of_this_hearing(trail: bytes) -> bytes:
    """ "… is cancelled, the parties having advised that …": what stands before the reason."""
    off = _OFF_BECAUSE.search(trail)
    return trail[: off.end()] if off else trail


def _moved(context: _Context, moment: Moment, what: str) -> Found | None:
    """What is said of a hearing whose day stands before its name, or that somebody wants moved, or is moved from."""
    lead, whole, trail = context.lead, context.whole, context.trail
    vacated = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    noun_after = _NOUN_AFTER.search(trail) if trail[:1] in _GOES_ON else None
    if noun_after:
        what = _hearing_name(trail)
        vacated = vacated._replace(what=what)
        if _goes_elsewhere(context, moment):
            return vacated
        if noun_after["off"] and not _CONDITION.has(trail[: noun_after.end()]):
            return _at_new_hour(moment, what, trail) or vacated
        if not context.paper and (new := _at_new_hour(moment, what, trail)) and new.moment.at != moment.at:
            return new
        if noun_after["stands"] and not context.paper:
            return _standing(moment, what, _STANDS.search(trail))
        if _UNDOING.has(lead) and not context.paper:
            return vacated
        if _TO_MOVE.has(whole):
            return vacated if _grants(context) else None
        if lead[-7:].lower() == b"at the " and not context.paper and "T" not in moment.at:
            at_hour = _AT_THE_HOUR.search(trail)
            return _standing(moment, what, at_hour) if at_hour else None
    if context.trail[:6].lower() == b" date " and _DATE_OFF.has(trail) and _IS_HEARING.has(whole) and not context.paper:
        return vacated
    away = _FROM.search(lead) if b"from " in lead[-16:].lower() or b"not " in lead.lower() else None
    if (
        away
        and not _PAPERS_DAY.has(lead)
        and (away["moved"] is None or ((_RESET.has(whole) or _RESET.has(trail)) and not _NO_SETTING.has(lead)))
    ):
        return vacated
    after = _AFTERWARDS.search(trail) if lead[-3:].lower() == b"on " and not context.paper else None
    if after and after["held"]:
        return Found("hearing_held", _day_only(moment), "held", _hearing_name(trail), HELD, 0, 0)
    if after:
        return Found("hearing_scheduled", moment, "set", _hearing_name(trail), SET, 0, 0)
    return None


def _goes_elsewhere(context: _Context, moment: Moment) -> bool:
    """ "… set for May 6 will now be held on May 13"."""
    return context.next_day not in {"", moment.at[:10]} and not context.paper and _TO_ANOTHER_DAY.has(context.trail)


def _grants(context: _Context) -> bool:
    """Does the court give what is asked?"""
    entry = context.plan.data
    return not context.paper and _GRANT.has(entry) and (not _REFUSED.has(entry) or _GRANTED_AND_MOVED.has(entry))


def _at_new_hour(moment: Moment, what: str, trail: bytes) -> Found | None:
    """ "… is advanced to 9:30 a.m.", the day staying as it is."""
    new = _NEW_HOUR.search(trail)
    hour = a_time((new["hour"] or new["hour2"] or b"").decode()) if new else ""
    at = moment._replace(at=f"{moment.at[:10]}T{hour}") if moment.at else moment
    if new and new["hour2"] and not new["was"] and "T" not in moment.at:
        return _standing(at, what, None)
    return Found("hearing_scheduled", at, "reset", what, NEW_HOUR, 0, 0) if hour else None


def _old_hour(trail: bytes, moment: Moment) -> Moment | None:
    """The hour that is given up: beside the day, or named with the new one."""
    if not moment.at:
        return None
    if "T" in moment.at:
        return moment
    new = _NEW_HOUR.search(trail)
    hour = a_time((new["old"] or new["was"] or b"").decode()) if new and (new["old"] or new["was"]) else ""
    return moment._replace(at=f"{moment.at}T{hour}") if hour else None


_INSTEAD: Final = compiled(rf"^,? \(?(?:instead of|rather than|(?:and )?not) (?:at )?(?P<was>{TIME})")


def _hour_given_up(trail: bytes, one: Found) -> Moment | None:
    """ "Will begin at 1:30 p.m. on May 13, and not at 10:00 a.m."."""
    was = _INSTEAD.search(trail) if one.kind == "hearing_scheduled" and "T" in one.moment.at else None
    hour = a_time((was["was"] or b"").decode()) if was else ""
    return one.moment._replace(at=f"{one.moment.at[:10]}T{hour}") if hour else None


def _standing(moment: Moment, what: str, stands: Match | None) -> Found:
    """ "… shall go forward at 10:30 a.m.": confirmed, with its hour if that is said only now."""
    hour = a_time((stands["hour"] or b"").decode()) if stands and stands["hour"] and "T" not in moment.at else ""
    at = moment._replace(at=f"{moment.at}T{hour}") if hour and moment.at else moment
    return Found("hearing_scheduled", at, "set", what, STANDS, 0, 0)


def _set(context: _Context, moment: Moment, what: str) -> Found | None:
    """Set, reset, standing, or taken off after it was set."""
    lead, whole, trail = context.lead, context.whole, context.trail
    if _CANCELS.has(context.plan.data[context.plan.title :][:80]) and _IS_HEARING.has(lead) and not _RESET.has(lead):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    if b"xpire" in whole and not _IS_HEARING.has(whole):
        return None
    in_person = _SHOWS_CAUSE_ON.has(lead) and ("T" in moment.at or _AT_COURT.has(trail))
    if (
        not (in_person or _SET.has(lead))
        or _NO_SETTING.has(lead)
        or (_NAMED_DUE.has(whole) and not _IS_HEARING.has(whole))
    ):
        return None
    if context.paper and (not _PAPER_SETS.has(lead) or _MOVE_TO.has(whole) or _CONDITION.has(trail[:20])):
        return None
    if _TO_MOVE.has(whole):
        if not context.paper and _DENIED.has(trail):
            return _standing(moment, what, None)
        gone = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
        return gone if _grants(context) else None
    if _goes_elsewhere(context, moment):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    off = None
    if trail[:1] not in _ENDS:
        if (new := _at_new_hour(moment, what, trail)) and new.moment.at != moment.at:
            return new
        if stands := _STANDS.search(trail):
            return _standing(moment, what, stands)
        off = _OFF.search(trail)
    if off and not _CONDITION.has(trail[: off.end()]):
        if off["unheld"]:
            return Found("hearing_not_held", moment, "vacated", what, NOT_HELD, 0, 0)
        gone = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
        return _at_new_hour(moment, what, trail) or gone
    if _PREVIOUSLY.has(lead):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    moment = _in_its_year(context.plan, moment)
    if not _SETTING.has(lead) and _is_past(context.plan, moment):
        return None
    status = "reset" if _RESET.has(lead) and (_MOVED.has(lead) or not _WAS_HELD.has(context.plan.data)) else "set"
    return Found("hearing_scheduled", moment, status, what, RESET if status == "reset" else SET, 0, 0)


_SHOWS_CAUSE_ON: Final = compiled(
    rf"\b(?:shall|must|(?:ordered|directed|are|is) to|(?:respondents?|defendants?"
    rf"|government)(?: to)?) show cause(?: orally| in person)?,?(?: on| at){{1,2}}[ ,]*{_DAY}$"
)
_AT_COURT: Final = compiled(r"^,? (?:before|in courtroom|in person)\b")
""" "Show cause on May 15 at 11:00 a.m. before Judge Marlow why …": people must come."""


def _in_its_year(plan: Outline, moment: Moment) -> Moment:
    """In January clerks type last year's number: a hearing is set for a day to come."""
    own = own_date(plan.text) if moment.at[5:7] in {"01", "02"} else None
    if own and own.date.month == 12 and moment.at[:4] == str(own.date.year):
        return _by_its_weekday(plan, moment)
    if not own or own.date.month != 1 or moment.at[:4] != str(own.date.year - 1):
        return moment
    day = f"{own.date.year}{moment.at[4:10]}"
    return moment._replace(at=day + moment.at[10:]) if day >= own.date.isoformat() else moment


def _by_its_weekday(plan: Outline, moment: Moment) -> Moment:
    """In December they do so, too: believed where the weekday beside it is that of the coming year."""
    said = _WEEKDAY_BEFORE.search(plan.data[max(0, moment.start - 12) : moment.start])
    day = a_date(f"{moment.at[5:7]}/{moment.at[8:10]}/{int(moment.at[:4]) + 1}")
    if not said or not day or day.strftime("%a").lower() != (said["day"] or b"").decode().lower():
        return moment
    return moment._replace(at=day.isoformat() + moment.at[10:])


_WEEKDAY_BEFORE: Final = compiled(r"\b(?P<day>mon|tue|wed|thu|fri)[a-z]*,? $")


def _is_past(plan: Outline, moment: Moment) -> bool:
    """Is the day before that of the signature? No hearing is set for it."""
    signed = _SIGNED_ON.search(plan.data)
    day = a_date((signed["date"] or b"").decode()) if signed else None
    return bool(day and moment.at and moment.at[:10] < day.isoformat())


_OURS: Final = compiled(
    r"\| [^;]{0,90}?\b(?:before (?:the )?(?:hon|chief|senior|u\.?s|united|district|magistrate|judge)"
    r"|in (?:\w+ )?courtroom)|proceedings held before"
)
"""A bond hearing before a judge of this court, not before one of the immigration court."""
_PAPER_SETS: Final = compiled(
    r"\b(?:set|next court date|scheduled|reset|noticed|presentment|hearing (?:date|on|to be held|for)|calendared"
    r"|date set)\b"
)


def _transcribed(context: _Context) -> bool:
    """ "Transcript of the March 4, 2026 hearing": it was held."""
    plan = context.plan
    return plan.data[plan.title : plan.title + 10].lower() == b"transcript" and _NOUN_AFTER.has(context.trail)


_JUDGE: Final = compiled(r"\b(?:judges?|justices?|hon(?:orable|\.)?|magistrate|as to|[a-z]\. [\w'-]+)$")
_HEADED: Final = compiled(r"^.*:(?: |\b)|^.*\bcalendar(?:ed|ing)?,? for (?:an? |the )?")
_KIND_OF_HEARING: Final = compiled(
    r"^(?:(?:show|cause|status|motions?|evidentiary|preliminary|injunction|temporary|restraining|order|tro|pi|osc|bond"
    r"|detention|initial|final|pre-?trial|scheduling|case|management|settlement|telephonic|telephone|video|zoom"
    r"|in-person|oral|bench|jury|change|plea|sentencing|discovery|approval|class|certification|contempt|summary"
    r"|judgment|compliance|fairness|merits|remote|continued|further|habeas|petition|emergency|virtual|hybrid|rule"
    r"|review|first|second|third|hearing|conference|argument|trial|call|limine|setting|of|and|an?|the|for|on|to|in)"
    r"(?:/|$))+$"
)
_ARGUED: Final = compiled(r"\bargu(?:ed|ment)")
_HEARD: Final = compiled(r"\bheard\b")
_ONLY_MOVED: Final = frozenset({"", "continued", "adjourned", "rescheduled", "moved", "reset"})


def _hearing_name(words: bytes) -> str:
    """The hearing the words name, with what stands before the noun: "Preliminary Injunction Hearing"."""
    nouns = [noun.end() for noun in _IS_HEARING.finditer(words)]
    if not nouns:
        said = _what(words.decode())
        heard = _HEARD.has(words) or said.lower() in _ONLY_MOVED
        return "argument" if _ARGUED.has(words) else ("hearing" if heard else said)
    heading = _HEADED.search(words[: nouns[-1]])
    named = words[heading.end() if heading else 0 : nouns[-1]].decode().split()
    last = named[-4:]
    if any(_JUDGE.has(" ".join(named[:end]).encode()) for end in range(max(1, len(named) - 8), len(named))):
        last = named[-1:]
        for word in reversed(named[-5:-1]):
            if not _KIND_OF_HEARING.has(word.strip(",").encode()):
                break
            last = [word, *last]
    while len(last) > 1 and _NAMES_NONE.has(last[0].encode()):
        last = last[1:]
    return " ".join(last).strip(" ,.;:()")


_NAMES_NONE: Final = compiled(r"^(?:an?|the|and|for|on|to|in|of|at|by|before|is|this|that|its|be|placed|filed|from)$")


def _day_only(moment: Moment) -> Moment:
    return moment._replace(at=moment.at[:10])


_AT_LEAST: Final = compiled(r"\b(?:at least|not? later than|not less than|no less than) $")


def _is_owed_before(data: bytes, term: Moment, starts: list[int]) -> bool:
    """ "Exhibits shall be filed two days before the hearing", not "the return was filed two days before it"."""
    said = data[starts[bisect_right(starts, term.start) - 1] : term.start][-300:]
    return _AT_LEAST.has(said) or (_OWED.has(said) and not _FILED.has(said))


_FILED: Final = compiled(r"\b(?:(?:was|were|had|has|have been) [a-z]+ed|filed [^.;]*) $")


_TOLD: Final = compiled(
    r"\bhaving (?:been )?[a-z]+[^;.,]* $"
    r"|\b(?:was|were|had been) (?:released|returned|brought|transferred|removed|moved|flown|deported)\b[^;.,]* $"
)
""" "Luis Ardo was returned within two days": done, not owed."""


def _terms(text: str, data: bytes, said: list[Moment], starts: list[int]) -> list[Found]:
    found: list[Found] = []
    for term in said:
        sentence = starts[bisect_right(starts, term.start) - 1]
        whole = data[sentence : term.start][-300:]
        if (_LIFE.search(whole) and not _NOW.search(whole)) or _RECOMMENDS.search(whole):
            continue
        around = data[sentence : term.end + 120]
        told = _TOLD.search(whole)
        if (
            (told and not _MUST.has(whole[told.start() :]))
            or _HISTORY.search(whole)
            or _BY_OFFICE.search(whole)
            or not _ANSWERING.search(around)
            or _DENIED.has(data[term.end :][:60])
        ):
            continue
        act = _term_of_act(data, term, sentence, starts)
        if act and _is_nobodys(act):
            continue
        found.append(
            Found(
                "deadline",
                term,
                "set",
                (brief := _in_brief(act.decode())) or text[term.start : term.end],
                WITHIN,
                sentence if term.start - sentence < 160 else term.start,
                _act_ends(brief, data[term.end :], term.end),
            )
        )
    return found


def _term_of_act(data: bytes, term: Moment, sentence: int, starts: list[int]) -> bytes:
    """ "Within 14 days, Respondents shall file a report": what is due stands behind its term."""
    place = bisect_right(starts, term.start)
    stop = starts[place] if place < len(starts) else len(data)
    return _act_after(data[sentence : term.start], b"by", data[term.end : stop][:300])


def _quote_start(text: str, sentence: int, at: int, last: int) -> int:
    start = max(sentence, last if last < at else sentence, at - 120)
    while start < at and text[start] in " ,;.)(":
        start += 1
    return start


_POPPED: Final = compiled(
    r"^(?:on|for|by|at|to|is|set|due|held|before|no|later|than|or|and|scheduled|reset|will|be|are|again|then|noon|also"
    r"|instead|further|that)$"
)
_PUSHED: Final = compiled(r"^(?:and|or|but|further|that|then|also|be|hereby|ordered|so|it|is)$")
_HEADING: Final = compiled(
    r"^.*: |^(?:(?:[\[(][^\])]*[\])]|\d+[.)]|[-*]+),? )+|^(?:[\w/]+ ){1,4}(?:issued|entered|established)[.,]? "
)
"""A heading, numbers in brackets, "BRIEFING NOTICE ISSUED": what stands before what is due."""
_NEW_ACT: Final = compiled(rf"^.*(?:, (?:and|but|then)|;(?: and)?) (?P<act>.*\b{_ORDERS} .*)$")
_ACT_BEGUN: Final = compiled(rf"^.*\b(?:{_ORDERS}|{_PARTY_TO})(?: (?:now|hereby|also|further|be))? (?P<act>.*)$")
_RELATIVE: Final = compiled(
    r" (?:at|in|by|for|during|under) which\b| (?:whether|explaining|stating) |\. "
    r"|(?:\breleas\w+|\bset free|\blet go)(?P<person>(?: [\w.'-]+){0,3}?) (?:at|to|in|into|from|with|outside|near)\b"
)
"""Where what is due has been said; of a release, no place and no hour."""


def _what(lead: str) -> str:
    """The last words before the date, without its prepositions: what is due, or which hearing."""
    said = lead.strip(" ,.;:()")
    while (heading := _HEADING.search(said.encode())) and heading.end() < len(said):
        said = said[heading.end() :]
    if new := _NEW_ACT.search(said.encode()):
        said = said[new.start("act") :]
    words = said.split()
    while words and _POPPED.has(words[-1].strip(",:").encode()):
        words.pop()
    last = words[-7:]
    begun = _ACT_BEGUN.search(" ".join(words).encode())
    if begun and len(last) < (length := len((begun["act"] or b"").split())) <= 12:
        last = words[-length:]
    while last and _PUSHED.has(last[0].strip(",").encode()):
        last = last[1:]
    return " ".join(last).rstrip(",")


def _in_brief(act: str) -> str:
    """The first words of what must be done: no more than say what."""
    end = _RELATIVE.search(act.encode())
    words = (act[: max(end.start(), end.end("person"))] if end else act).split()
    return " ".join(words[:14]).strip(" ,.;:()")


def _unique(found: list[Found]) -> list[Found]:
    """One finding for what is said twice (in a sentence, and again in the clerk's parenthesis)."""
    found = [one for one in found if not (one.rule == DEADLINE_BRACKETS and _said_too(one, found))]
    kept: dict[tuple[str, str, str], Found] = {}
    for one in found:
        key = (one.kind, one.moment.at, _same(one))
        kept.setdefault(key, one)
    return [one for one in kept.values() if not _restated(one, kept.values())]


_BRACKETED: Final = compiled(r"\([^()]* due by $")


def _said_too(one: Found, others: Iterable[Found]) -> bool:
    """ "(Motions due by 5/8/2026.)": the clerk says again what the order says."""
    return any(
        other.kind == one.kind and other.rule != one.rule and other.moment.at[:10] == one.moment.at[:10]
        for other in others
    )


def _restated(one: Found, others: Iterable[Found]) -> bool:
    """A hearing's day alone, where the same entry has the day with its hour."""
    return (
        one.kind == "hearing_scheduled"
        and len(one.moment.at) == 10
        and any(other.kind == one.kind and other.moment.at.startswith(one.moment.at + "T") for other in others)
    )


def _same(one: Found) -> str:
    if one.kind == "deadline":
        return one.what.lower()
    if one.kind == "hearing_scheduled":
        return next(
            (
                noun
                for noun in ("arraignment", "sentenc", "plea", "trial", "conference", "hearing")
                if noun in one.what.lower()
            ),
            "hearing",
        )
    return ""


def _as_date(plan: Outline, one: Found) -> FoundDate:
    start, end = plan.clean.span(one.start, one.end)
    return FoundDate(
        one.kind,
        one.moment.at,
        (start, end),
        plan.clean.raw[start:end],
        one.rule,
        one.moment.tz,
        one.what or None,
        one.moment.relative,
    )


def _as_event(plan: Outline, one: Found) -> Event:
    start, end = plan.clean.span(one.start, one.end)
    type_ = {"deadline": EventType.DEADLINE_SET, "hearing_held": EventType.HEARING_HELD}.get(
        one.kind, EventType.HEARING_SCHEDULED
    )
    outcome = one.status if type_ == EventType.HEARING_SCHEDULED else None
    return Event(
        type_.value, (start, end), plan.clean.raw[start:end], one.rule, outcome=outcome, detail=one.what or None
    )


def _undated(plan: Outline, data: bytes, found: list[Found]) -> list[Event]:
    """Hearings vacated or held without a date in the text: events, but no dates."""
    events: list[Event] = []
    off = _BARE_OFF.search(data)
    if off and not any(one.status == "vacated" for one in found) and not _is_condition(data, off.start()):
        events.append(_bare(plan, off.span(), EventType.HEARING_SCHEDULED, "vacated", VACATED_UNDATED))
    held = _HELD_BARE.search(data)
    if (
        held
        and not any(one.kind in {"hearing_held", "hearing_not_held"} for one in found)
        and not _TO_BE.has(data)
        and not _NOT_HELD.has(data)
        and not _IN_VAIN.has(data)
    ):
        events.append(_bare(plan, held.span(), EventType.HEARING_HELD, None, HELD_UNDATED))
    return events


def _bare(plan: Outline, where: tuple[int, int], type_: EventType, outcome: str | None, rule: str) -> Event:
    start, end = plan.clean.span(*where)
    return Event(type_.value, (start, end), plan.clean.raw[start:end], rule, outcome=outcome)
