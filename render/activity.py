"""A published case in; when its dockets were last active, and when they were last looked at, out. Pure."""
import datetime as dt

from .published import PublishedCase


def last_active(case: PublishedCase) -> dt.date | None:
    """The newest date on any docket of the case."""
    days = [docket.date_last_filing or docket.date_filed for docket in case.dockets]
    days += [entry.date_filed for docket in case.dockets for entry in docket.entries]
    return max((day for day in days if day), default=None)


def last_checked(case: PublishedCase) -> dt.datetime | None:
    """When the docket that was checked longest ago was checked; None as soon as one never was."""
    moments = [docket.last_checked for docket in case.dockets]
    return min((each for each in moments if each), default=None) if all(moments) else None
