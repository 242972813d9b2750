"""Read what a search asks of facts: dates, states, tags, lengths."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from reader.search.asked import Fact
from reader.search.language_names import language_named

STATES = (
    "unread", "read", "starred", "archived", "inbox", "trashed", "partial", "whole", "link",
)  # fmt: skip
POSSESSIONS = ("note", "marks", "tags", "pictures", "versions")
DATES = ("published", "saved", "added")
NUMBERS = ("words", "minutes")
NAMES = ("tag", "lang", "address")
FACTS = ("is", "has", *DATES, *NUMBERS, *NAMES)

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,3}(?:[-_]\w*)*")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_BOUND = re.compile(r"([<>]=?)?(.*)", re.DOTALL)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_MOST = 10**9

Days = tuple[date, date]


def read_fact(name: str, text: str, is_open: bool, today: date) -> Fact | None:
    """The fact that is asked for; None where the text says nothing of the kind."""
    text = text.strip()
    if name in NAMES:
        plain = text.rstrip("*").strip("/") if name == "tag" else text.rstrip("*")
        is_begun = text.endswith("*") or is_open
        if name == "lang":
            plain = language_named(plain, is_begun) or plain
            if not _LANGUAGE.fullmatch(plain):
                return None
        return Fact(name, plain + "*" * is_begun) if plain else None
    if name in DATES:
        return _dates(name, text.lower(), today)
    if name in NUMBERS:
        return _numbers(name, text)
    return _known(name, text.lower(), is_open)


def _known(name: str, text: str, is_open: bool) -> Fact | None:
    words = STATES if name == "is" else POSSESSIONS
    found = [one for one in words if one == text or one.removesuffix("s") == text]
    if not found and is_open and len(text) > 1:
        found = [one for one in words if one.startswith(text)]
    return Fact(name, found[0]) if found else None


def _dates(name: str, text: str, today: date) -> Fact | None:
    sign, rest = _parted(text)
    low, dots, high = rest.partition("..")
    first = _days(low, today)
    if dots:
        last = _days(high, today)
        if (low and first is None) or (high and last is None) or not (low or high):
            return None
        if first and last and last < first:
            first, last = last, first
        return Fact(name, _said(first, 0), _said(last, 1) or "9999-12-31")
    if first is None:
        return None
    if _AGO.fullmatch(rest):
        # "<2w": not so long ago; ">1y": longer ago.
        is_long_ago = sign.startswith(">")
        return _between(name, "", first[0]) if is_long_ago else _between(name, first[0], today)
    if sign.startswith("<"):
        return _between(name, "", first[1] if "=" in sign else first[0] - timedelta(1))
    if sign:
        return _between(name, first[0] if "=" in sign else first[1] + timedelta(1), date.max)
    return _between(name, *first)


def _between(name: str, low: date | str, high: date) -> Fact:
    return Fact(name, str(low), str(high))


def _days(text: str, today: date) -> Days | None:
    """The first and the last day of what is named."""
    if text in _RELATIVE:
        return _RELATIVE[text](today)
    ago = _AGO.fullmatch(text)
    if ago:
        day = today - timedelta(min(int(ago[1]) * _DAYS[ago[2]], today.toordinal() - 1))
        return day, day
    named = _DAY.fullmatch(text)
    if not named:
        return None
    year, month, day_ = (int(one) if one else 0 for one in named.groups())
    try:
        first = date(year, month or 1, day_ or 1)
    except ValueError:
        return None
    return first, first if day_ else _end(year, month)


def _end(year: int, month: int) -> date:
    month = month or 12
    return date(year, month, monthrange(year, month)[1])


def _week(day: date) -> Days:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def _month(day: date) -> Days:
    return day.replace(day=1), _end(day.year, day.month)


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


_RELATIVE: dict[str, Callable[[date], Days]] = {
    "today": lambda day: (day, day),
    "yesterday": lambda day: (day - timedelta(1), day - timedelta(1)),
    "this week": _week,
    "last week": lambda day: _week(day - timedelta(7)),
    "this month": _month,
    "last month": lambda day: _month(day.replace(day=1) - timedelta(1)),
    "this year": lambda day: _year(day.year),
    "last year": lambda day: _year(day.year - 1),
}
_RELATIVE |= {name.replace(" ", sign): days for name, days in _RELATIVE.items() for sign in "-_"}


def _said(days: Days | None, which: int) -> str:
    return str(days[which]) if days else ""


def _numbers(name: str, text: str) -> Fact | None:
    sign, rest = _parted(text.replace(",", ""))
    low, dots, high = rest.partition("..")
    if not all(one.isdecimal() and len(one) < 10 for one in (low, high) if one) or not (
        low or high
    ):
        return None
    if dots:
        least, most = sorted((int(low or 0), int(high or _MOST)))
        return Fact(name, str(least), str(most))
    many = int(low)
    if sign.startswith("<"):
        return Fact(name, "0", str(many if "=" in sign else many - 1))
    if sign:
        return Fact(name, str(many if "=" in sign else many + 1), str(_MOST))
    return Fact(name, str(many), str(many))


def _parted(text: str) -> tuple[str, str]:
    found = _BOUND.match(text)
    return (found[1] or "", found[2].strip()) if found else ("", text)
