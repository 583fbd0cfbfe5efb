"""A date as a docket gives it in, with or without an hour; its day out."""
import datetime as dt


def day_in(text: str) -> dt.date | None:
    """The day of "2026-01-15" or "2026-01-15T09:30"; None where none is given, or none that the calendar has."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
