"""Say a date in the reader's language, as the story's own clock has it."""

import re
from datetime import date, datetime
from functools import cache

from PySide6.QtCore import QDate, QLocale, QTime

_WEEKDAY = re.compile(r"[\s,،]*d{3,4}(?:\s*'[^']*'|[^\s,،'dMy])*[\s,،]*")
# The day and the month with what clings to them, in the order the locale has: "d. MMMM", "M月d日".
_DAY_AND_MONTH = re.compile(
    r"(?:d{1,2}(?:'[^']*'|[^'dyM])*M+|M+(?:'[^']*'|[^'dyM])*d{1,2})"
    r"(?:[^\s,،yd'(]|\('[^']*'\))*"
)


def short_date(iso: str, today: date | None = None) -> str:
    """Such as "10 Nov", with the year where it is not this one; empty where there is no date."""
    when = _read(iso)
    if when is None:
        return ""
    with_year = _without_weekday(QLocale().dateFormat(QLocale.FormatType.LongFormat))
    this_year = (today or date.today()).year == when.year
    pattern = _without_year(with_year) if this_year else with_year
    return QLocale().toString(_day(when), pattern.replace("MMMM", "MMM"))


def long_date(iso: str) -> str:
    """Such as "10 November 2026, 06:30", without the time where only the day is known."""
    when = _read(iso)
    if when is None:
        return ""
    pattern = _without_weekday(QLocale().dateFormat(QLocale.FormatType.LongFormat))
    day = QLocale().toString(_day(when), pattern)
    if not _names_a_time(iso, when):
        return day
    clock = QTime(when.hour, when.minute)
    return f"{day}, {QLocale().toString(clock, QLocale.FormatType.ShortFormat)}"


def short_moment(iso: str) -> str:
    """Such as "10 Nov, 06:30"."""
    when, day = _read(iso), short_date(iso)
    if when is None or not _names_a_time(iso, when):
        return day
    clock = QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {clock}"


def _read(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso.strip())
    except ValueError:
        return None


def _names_a_time(iso: str, when: datetime) -> bool:
    """A site that knows the day alone writes midnight behind it."""
    return (":" in iso or "T" in iso) and (when.hour, when.minute) != (0, 0)


def _day(when: datetime) -> QDate:
    return QDate(when.year, when.month, when.day)


@cache
def _without_weekday(pattern: str) -> str:
    return _WEEKDAY.sub(" ", pattern).strip()


@cache
def _without_year(pattern: str) -> str:
    found = _DAY_AND_MONTH.search(pattern)
    return found[0] if found else pattern
