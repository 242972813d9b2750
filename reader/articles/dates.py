"""Find the dates that a text names, in the notations and languages of newspapers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from reader.articles.calendars import (
    fold_digits,
    from_solar_hijri,
    full_year,
    month_number,
    solar_month_number,
)
from reader.articles.clock_times import find_time_after, find_time_before

_LONGEST_TEXT = 20_000
_DIGIT = re.compile(r"\d")
# Each notation has a year of four signs, one cut short behind a sign, or one of an era.
_MAY_BE_YEAR = re.compile(r"\d{4}|[’'/.\-]\s?\d\d|年")
_WORD = r"(?P<word>[^\W\d_][^\s\d,،;:|/()<>\-]{1,22}(?:\s(?:الأول|الثاني|الاول))?)"
_DAY = r"(?<![\d.:/])(?P<day>[0-3]?\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|[ºªη]|-?(?:а|е|го|ші|ші))(?![^\W\d_]))?"
# The space after it is what tells "3 de diciembre" from "3 December".
_OF = r"(?:(?:de|di|of|del|năm)\s{1,2}|(?:d[’']|ב)\s{0,2})?"
_SHORT_YEAR = r"[’'](?P<short>\d\d)(?!\d)|(?<=[\-/.])(?P<cut>\d\d)(?![\d:.%h])"

_DAY_MONTH_YEAR = re.compile(
    rf"{_DAY}{_ORDINAL}\.?[\s\-/.,_]{{0,3}}{_OF}{_WORD}[\s\-/.,،]{{0,4}}{_OF}"
    rf"(?:(?P<year>\d{{4}})(?!\d)|{_SHORT_YEAR})",
    re.IGNORECASE,
)
_MONTH_DAY_YEAR = re.compile(
    rf"(?<![^\W\d_]){_WORD}[\s.\-/]{{1,3}}(?P<day>[0-3]?\d){_ORDINAL}"
    rf"(?:[,،.\s\-/]{{1,3}}){_OF}(?:(?P<year>\d{{4}})(?!\d)|{_SHORT_YEAR})",
    re.IGNORECASE,
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:ko|(?:\s|-)?(?:m|оны|yil|йил|жылы|ж)\b)?[\s.,\-/]{{0,3}}{_WORD}"
    r"[\s.\-/]{1,3}(?P<day>[0-3]?\d)(?![\d:])",
    re.IGNORECASE,
)
_YEAR_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\.?\s?gada|\.?\s?(?:il|йил|yil)"
    rf"|,)?\s(?P<day>[0-3]?\d)[.\s\-]{{1,3}}{_WORD}",
    re.IGNORECASE,
)
_CTIME = re.compile(
    r"(?<![^\W\d_])(?P<word>[A-Za-z]{3,9})\s{1,2}(?P<day>[0-3]?\d)\s(?P<clock>\d\d:\d\d(?::\d\d)?"
    r"(?:\s(?:[A-Z]{1,5}|[+\-]\d{4}))?)\s(?P<year>\d{4})(?!\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./\-])(?P<year>\d{4})(?:(?P<sign>[-./])\s?(?P<month>[01]?\d)(?P=sign)\s?"
    r"|\s?(?:[年년]|оны)\s?(?P<month_named>[01]?\d)(?:\s?[月월]|-?р\s?сарын)\s?)"
    r"(?P<day>[0-3]?\d)(?![\d/])(?:\s?[日일號号])?"
)
_ERA = re.compile(
    r"(?P<era>令和|平成|昭和|民國|民国)\s?(?P<year>\d{1,3}|元)年\s?(?P<month>[01]?\d)月\s?(?P<day>[0-3]?\d)日?"
)
_YEAR_LAST = re.compile(
    rf"{_DAY}\s?(?P<sign>[-./])\s?(?P<month>[0-3]?\d)\s?(?P=sign)\s?(?:(?P<year>\d{{4}})"
    rf"|(?P<cut>\d\d))"
    r"(?![\d])(?!\.\d)"
)
_VIETNAMESE = re.compile(
    rf"{_DAY}\s+tháng\s+(?P<month>[01]?\d)(?:\s+năm|,|/)?\s*(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)
_STAMP = re.compile(
    r"\s*(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[T ]?(?P<clock>\d{4}(?:\d\d)?)"
    r"\s?(?P<zone>Z|[+\-]\d\d:?\d\d)?)?\s*$"
)
_EPOCH = re.compile(r"\s*(?P<seconds>[12]?\d{9})(?:\d{3})?\s*$")

# The year before the first of each era, so that adding gives ours.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

# Where the month stands first in a date of three numbers; "en" alone is most often American.
_MONTH_FIRST = ("en-us", "en-ph", "en-pr", "fil")


@dataclass(frozen=True)
class FoundDate:
    """A date of a text, as ISO 8601, and where it stands there."""

    iso: str
    start: int
    end: int


def find_date(text: str, language: str = "") -> str:
    """The first date that the text names, as ISO 8601, or "" if it names none."""
    return next((found.iso for found in find_dates(text, language)), "")


def find_dates(text: str, language: str = "") -> tuple[FoundDate, ...]:
    """All dates of the text, in its order, each with the time that stands beside it."""
    if not _DIGIT.search(text, 0, _LONGEST_TEXT):
        return ()
    return _find_dates(text[:_LONGEST_TEXT], language)


# Several steps ask for the dates of the same lines.
@lru_cache(maxsize=256)
def _find_dates(text: str, language: str) -> tuple[FoundDate, ...]:
    plain = fold_digits(text)
    if not _MAY_BE_YEAR.search(plain):
        return ()
    language = language.lower().replace("_", "-")
    days = sorted(_find_days(plain, language), key=lambda day: (day[1], -day[2]))
    found: list[FoundDate] = []
    for day, start, end in days:
        if not found or start >= found[-1].end:
            found.append(_with_time(plain, (day, start, end), language))
    return tuple(found)


def read_stamp(text: str, language: str = "") -> str:
    """The date of a value that is written for machines: ISO 8601, digits alone, or seconds."""
    if stamp := _STAMP.match(text):
        zone = stamp["zone"] or ""
        clock = stamp["clock"] or ""
        parts = ":".join(clock[at : at + 2] for at in range(0, len(clock), 2))
        readable = f"{stamp['year']}-{stamp['month']}-{stamp['day']} {parts}{zone}"
        if iso := find_date(readable, language):
            return iso
    if epoch := _EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch["seconds"]), UTC).isoformat()
    return find_date(text, language)


_Day = tuple[date, int, int]


def _find_days(text: str, language: str) -> Iterator[_Day]:
    small = text.lower()
    for sign, pattern, read in _READERS:
        for match in pattern.finditer(text) if sign in small else ():
            day = _valid(read, match, language)
            if day:
                yield day, match.start(), match.end()


def _valid(read: Callable[..., date | None], match: re.Match[str], language: str) -> date | None:
    try:
        return read(match, language)
    except (ValueError, OverflowError):
        return None


def _read_named(match: re.Match[str], language: str) -> date | None:
    word = match["word"]
    if solar := solar_month_number(word):
        return from_solar_hijri(int(match["year"] or 0), solar, int(match["day"]))
    month = month_number(word, language)
    return date(_year(match, language), month, int(match["day"])) if month else None


def _read_year_first(match: re.Match[str], language: str) -> date | None:
    year, day = int(match["year"]), int(match["day"])
    month = int(match["month"] or match["month_named"])
    if language.startswith(("fa", "ps")) and 1300 <= year < 1500:
        return from_solar_hijri(year, month, day)
    return date(full_year(match["year"], language), month, day)


def _read_era(match: re.Match[str], _language: str) -> date | None:
    count = 1 if match["year"] == "元" else int(match["year"])
    return date(_ERAS[match["era"]] + count, int(match["month"]), int(match["day"]))


def _read_vietnamese(match: re.Match[str], language: str) -> date | None:
    return date(_year(match, language), int(match["month"]), int(match["day"]))


def _read_year_last(match: re.Match[str], language: str) -> date | None:
    first, second = match["day"], match["month"]
    if match["cut"] and (len(first) < 2 or len(second) < 2) and match["sign"] != "/":
        return None  # 1.2.10 is a version or a paragraph more often than a day
    day, month = int(first), int(second)
    if month > 12 or (day <= 12 and match["sign"] != "." and _is_month_first(match, language)):
        day, month = month, day
    return date(_year(match, language), month, day)


def _is_month_first(match: re.Match[str], language: str) -> bool:
    if language == "en":
        return match["sign"] == "/"
    return language.startswith(_MONTH_FIRST)


def _year(match: re.Match[str], language: str) -> int:
    groups = match.groupdict()
    return full_year(groups.get("year") or groups.get("short") or groups["cut"], language)


# Each notation with a sign that every date in it has, and no other text need be searched for it.
_READERS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], str], date | None]], ...] = (
    (":", _CTIME, _read_named),
    ("", _DAY_MONTH_YEAR, _read_named),
    ("", _MONTH_DAY_YEAR, _read_named),
    ("", _YEAR_MONTH_DAY, _read_named),
    ("", _YEAR_DAY_MONTH, _read_named),
    ("", _YEAR_FIRST, _read_year_first),
    ("年", _ERA, _read_era),
    ("", _YEAR_LAST, _read_year_last),
    ("tháng", _VIETNAMESE, _read_vietnamese),
)


def _with_time(text: str, found: _Day, language: str) -> FoundDate:
    day, start, end = found
    if inner := find_time_after(text[:end], _ctime_clock(text, start, end), day, language):
        return FoundDate(_iso(day, inner.time), start, end)
    if after := find_time_after(text, end, day, language):
        return FoundDate(_iso(day, after.time), start, after.end)
    if before := find_time_before(text, start, day, language):
        return FoundDate(_iso(day, before.time), before.start, end)
    return FoundDate(day.isoformat(), start, end)


def _ctime_clock(text: str, start: int, end: int) -> int:
    match = _CTIME.fullmatch(text, start, end)
    return match.start("clock") if match else end


def _iso(day: date, at: time) -> str:
    # Midnight to the second is what a machine writes that knows the day alone.
    is_bare = at.replace(tzinfo=None) == time.min and not (at.utcoffset() or timedelta())
    return day.isoformat() if is_bare else datetime.combine(day, at).isoformat()
