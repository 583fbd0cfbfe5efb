"""The words of an order to show cause in; whom it is addressed to and what it holds out to them, out. Pure.

Whoever alone has to answer is named, by the role that the words give; where they name nobody, or two, nobody is.
"Respondents" may be a company that runs a jail, a county or a state: they are the government where that is said.
"""
import re
from typing import Final, NamedTuple


class ShowCause(NamedTuple):
    """`who` has to answer, a key of `wording.ASKED`, or ""; `threat`: "sanction", "dismissal", "both" or ""."""

    who: str = ""
    threat: str = ""


NOTHING: Final = ShowCause()
"""Of any other event."""


def _addressed(side: str) -> re.Pattern[str]:
    """The words by which an order speaks to a side: it shall show cause, or say why it should not be punished."""
    return re.compile(
        rf"(?<!and )(?<!or )(?<!and the )(?<!or the )\b{side},? (?:is|are|shall|must|to|will|has|have)\b[^;]*?"
        r"(?:show|explain)"
        rf"|\bwhy (?:the )?{side} should\b|\bshow cause to (?:the )?{side}\b", re.IGNORECASE)


_NAMED: Final = r"(?: (?!and\b|or\b)[\w.'’-]+){0,4}?"
_SIDES: Final = {
    "government": _addressed(r"(?:(?:federal|government) (?:respondent|defendant)s?|government|united states)"),
    "respondents": _addressed(r"(?<!federal )(?<!government )respondents?"),
    "sheriff": _addressed(rf"(?:respondent )?sheriff{_NAMED}"),
    "warden": _addressed(rf"(?:respondent )?warden{_NAMED}"),
    "sued": _addressed(r"(?<!federal )(?<!government )defendants?"),
    "brought": _addressed(r"(?:petitioners?|plaintiffs?)"),
}
_THREATS: Final = {
    "sanction": re.compile(r"(?<!motion for )\b(?:contempt|sanction)", re.IGNORECASE),
    "dismissal": re.compile(
        r"\b(?:case|action|petition|complaint|matter|suit|appeal)s? (?:[^;]{0,60} )?(?:not|be) (?:\w+ )?dismiss"
        r"|\bdismiss (?:this|the|its|his|her|their) (?:case|action|petition|complaint|matter|suit|appeal)"
        r"|\b(?:failure to|want of) prosecut", re.IGNORECASE),
}


def show_cause(quote: str) -> ShowCause:
    """What the words of an order to show cause say of it."""
    who = [side for side, pattern in _SIDES.items() if pattern.search(quote)]
    threats = [threat for threat, pattern in _THREATS.items() if pattern.search(quote)]
    return ShowCause("".join(who) if len(who) == 1 else "", "both" if len(threats) > 1 else "".join(threats))
