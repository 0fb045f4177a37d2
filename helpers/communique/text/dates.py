"""Days of the calendar, and the days of the week."""

import datetime as dt
import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def iso_date(text: str) -> dt.date | None:
    """The date of an ISO 8601 string (2024-06-19), or None where it is none or cannot be.

    Example:
        >>> iso_date("2024-02-30") is None
        True
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
