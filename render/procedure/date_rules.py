"""The rules that read dates, by name: what each takes for a hearing or a deadline, and near misses that it leaves.

Their patterns are in `dates`, which takes the names from here. A pattern alone does not make a date: the words before
and after it do, so a row tells in words what it stands for, and the tests read its lines.
"""

from typing import Final, NamedTuple

from .vocabulary import EventType

SET: Final = "dates.set"
RESET: Final = "dates.reset"
STANDS: Final = "dates.stands"
NEW_HOUR: Final = "dates.new_hour"
VACATED: Final = "dates.vacated"
VACATED_UNDATED: Final = "dates.vacated.undated"
HELD: Final = "dates.held"
HELD_UNDATED: Final = "dates.held.undated"
HELD_TRANSCRIPT: Final = "dates.held.transcript"
NOT_HELD: Final = "dates.not_held"
DEADLINE: Final = "dates.deadline"
DEADLINE_TODAY: Final = "dates.deadline.today"
DEADLINE_STANDS: Final = "dates.deadline.stands"
DEADLINE_BRACKETS: Final = "dates.deadline.brackets"
WITHIN: Final = "dates.within"


class DateRule(NamedTuple):
    """`reads` gives a date, or where none is said an event, with this rule; `leaves` give none with it.

    It is told beside the rules of the table (`rule.Rule`), and has their last three fields empty.
    """

    name: str
    type: EventType
    says: str
    reads: str
    leaves: tuple[str, ...]
    kind: str | None = None
    outcome: str | None = None
    pattern: str = ""


DATE_RULES: Final[tuple[DateRule, ...]] = (
    DateRule(
        SET,
        EventType.HEARING_SCHEDULED,
        "A hearing, conference, argument or trial of this court is set for a day, or people must appear on it",
        "ORDER: The parties shall appear by video before Judge Marlow on May 12, 2026 at 10:00 a.m.",
        (
            "MOTION to Set Hearing for May 12, 2026 by Luis Ardo.",
            "ORDER: the bond hearing before the immigration judge is set for May 12, 2026.",
            "ORDER: Luis Ardo must appear for his ICE check-in on May 12, 2026.",
            "ORDER: the motion will be heard no later than the deadline of May 12, 2026.",
            "ORDER: No hearing will be held on May 12, 2026.",
            "ORDER: Discovery will resume on May 12, 2026.",
            "ORDER: The Court cancels the conference on May 12, 2026.",
            "ORDER: For the reasons stated at argument on May 12, 2026, the petition is GRANTED.",
            "ORDER: Respondents failed to show cause on May 12, 2026 before Judge Marlow.",
        ),
    ),
    DateRule(
        RESET,
        EventType.HEARING_SCHEDULED,
        "A hearing is moved to another day; the day it had, if it is printed, is read as vacated",
        "NOTICE: the conference set for 5/12/2026 will now be conducted on 5/19/2026 at 2:00 PM before Judge Marlow.",
        (
            "NOTICE OF HEARING: Status Conference set for 5/19/2026 at 2:00 PM.",
            "ORDER: The deadline to answer is continued to May 19, 2026.",
            "ORDER denying 9 Motion to Continue Hearing to May 19, 2026.",
            "ORDER: Respondents ask that the conference be put over to May 19, 2026. It is denied.",
            "ORDER: The deadline of May 12, 2026 is put over to May 19, 2026.",
        ),
    ),
    DateRule(
        STANDS,
        EventType.HEARING_SCHEDULED,
        "A hearing that was set is confirmed, or only its place or manner changes",
        "ORDER: The May 12, 2026 hearing will proceed as scheduled.",
        (
            "ORDER: The May 12, 2026 hearing will not go forward.",
            "ORDER: The May 12, 2026 hearing will now be held on May 19, 2026.",
            "ORDER: The motion to adjourn the conference set for May 12, 2026 is denied as moot.",
        ),
    ),
    DateRule(
        NEW_HOUR,
        EventType.HEARING_SCHEDULED,
        "A hearing keeps its day and gets another hour; the old hour, if it is printed, is read as vacated",
        "ORDER: The May 12, 2026 hearing is advanced to 9:30 a.m.",
        (
            "ORDER: The May 12, 2026 hearing is advanced to May 11, 2026 at 9:30 a.m.",
            "ORDER: The May 12, 2026 hearing is vacated.",
        ),
    ),
    DateRule(
        VACATED,
        EventType.HEARING_SCHEDULED,
        "A hearing is taken off the calendar, with the day it had",
        "ORDER: The hearing set for May 12, 2026 is removed from the calendar.",
        (
            "LETTER from counsel. The hearing on May 12, 2026 should be cancelled.",
            "ORDER: the May 12, 2026 deadline for the answer is vacated.",
            "ORDER: Hearing set for May 12, 2026. If the case settles, the hearing is vacated.",
            "ORDER: The reply date is moved from May 12, 2026 to May 15, 2026.",
            "ORDER: Luis Ardo is removed from the May 12, 2026 flight manifest.",
            "ORDER: A hearing was set for May 12, 2026. The conference is continued to May 14, 2026.",
        ),
    ),
    DateRule(
        VACATED_UNDATED,
        EventType.HEARING_SCHEDULED,
        "A hearing is taken off the calendar, and no day is said",
        "ORDER: The evidentiary hearing is cancelled.",
        ("ORDER vacating stay of proceedings.", "ORDER: the Court vacates the trial court's ruling."),
    ),
    DateRule(
        HELD,
        EventType.HEARING_HELD,
        "A hearing took place on a day",
        "Minute Entry: Status Conference held on 5/4/2026 before Judge Marlow.",
        (
            "ORDER: A conference will be held on May 12, 2026.",
            "Minute Entry: Detention Hearing not held on 5/4/2026.",
            "ORDER: For the reasons stated at the hearing on May 1, 2026, the petition is GRANTED.",
            "ORDER: His case came on for hearing before the immigration judge on May 1, 2026.",
            "ORDER: The bond hearing held on May 1, 2026 was not the one that this Court ordered.",
            "ORDER: The matter will be taken under advisement following argument on May 12, 2026.",
        ),
    ),
    DateRule(
        HELD_UNDATED,
        EventType.HEARING_HELD,
        "A hearing took place, and no day is said but that of the entry",
        "Minute Entry: Pretrial Conference held before Judge Marlow.",
        ("ORDER: the hearing is to be held later.", "WITNESS LIST from Bench Trial held before Judge Marlow."),
    ),
    DateRule(
        HELD_TRANSCRIPT,
        EventType.HEARING_HELD,
        "The transcript of a hearing names its day: it took place; this gives a date and no event",
        "TRANSCRIPT of the May 4, 2026 hearing.",
        (
            "TRANSCRIPT filed. Redaction Request due by 5/18/2026.",
            "ORDER: Counsel shall order a transcript of the May 4, 2026 hearing.",
        ),
    ),
    DateRule(
        NOT_HELD,
        EventType.HEARING_SCHEDULED,
        "A hearing that was set did not take place",
        "Minute Entry: Detention Hearing not held on 5/4/2026.",
        ("Minute Entry: Detention Hearing held on 5/4/2026.", "ORDER: The hearing set for 5/4/2026 is vacated."),
    ),
    DateRule(
        DEADLINE,
        EventType.DEADLINE_SET,
        "Something is due by a day: the words before it say so (by, due, no later than, until, extended to, …)",
        "ORDER: Respondents' deadline, formerly May 8, 2026, is now May 15, 2026.",
        (
            "ORDER: The Court will rule on the petition by May 11, 2026.",
            "MOTION for Extension of Time to May 20, 2026 to File Response by Respondents.",
            "ORDER: Respondents' report was due April 12, 2026 and has not been filed.",
            "ORDER: The Temporary Restraining Order is EXTENDED through May 7, 2026.",
            "ORDER: Luis Ardo was released by Friday. Signed by Judge Marlow on 5/4/2026.",
            "NOTICE of scheduling: the appellant's proposed due date 5/8/2026.",
            "ORDER: The deadlines of May 8, 2026 and May 12, 2026 are STAYED.",
            "ORDER GRANTING the extension nunc pro tunc to May 1, 2026. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: Counsel said by e-mail this morning that Luis Ardo is free. Signed by Judge Marlow on 5/4/2026.",
        ),
    ),
    DateRule(
        DEADLINE_TODAY,
        EventType.DEADLINE_SET,
        "Something must be done on the day of the order or the next, or on the same day as what was named before",
        "ORDER: The Warden shall release Luis Ardo tonight. Signed by Judge Marlow on 5/4/2026.",
        (
            "ORDER: For the reasons stated on the record today, it is denied. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: The TRO expires tonight. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: Luis Ardo shall report to ICE tomorrow. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: The Court will enter a written order later today. Signed by Judge Marlow on 5/4/2026.",
        ),
    ),
    DateRule(
        DEADLINE_STANDS,
        EventType.DEADLINE_SET,
        "A day on which something is due is confirmed",
        "ORDER: The 5/18/2026 deadline for the answer stands.",
        ("ORDER: The 5/18/2026 deadline for the answer is vacated.", "ORDER: The 5/18/2026 hearing stands."),
    ),
    DateRule(
        DEADLINE_BRACKETS,
        EventType.DEADLINE_SET,
        "The clerk repeats in brackets what is due; it counts where the entry does not say it outside them",
        "ORDER on briefing. (Motions due by 5/18/2026.)",
        (
            "ORDER: Motions are due by May 18, 2026. (Motions due by 5/18/2026.)",
            "ORDER (filed by counsel on 5/18/2026).",
        ),
    ),
    DateRule(
        WITHIN,
        EventType.DEADLINE_SET,
        "Something is due within so many days; it gets a date only where the order's own day stands in the text",
        "ORDER: Respondents shall answer within three business days. Signed by Judge Marlow on 5/4/2026.",
        (
            "ORDER: Luis Ardo had been detained for 14 days before the petition. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: The stay was lifted within three days. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: Luis Ardo was brought back within two days. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: Respondents have 14 days remaining on their contract. Signed by Judge Marlow on 5/4/2026.",
            "ORDER: Hearing set for 5/12/2026. The Court will notify counsel 48 hours before the hearing.",
        ),
    ),
)
