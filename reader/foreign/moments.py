"""Read the dates of other programs, in all their notations."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_EARLIEST = 1990  # before the web, nothing can have been saved from it
_LATEST = 2200
_OLDEST_STORY = 1600
# Beyond what seconds can mean until 2200: thousandths, or the millionths of browsers.
_IN_SECONDS = 7.3e9
_IN_MILLISECONDS = 7.3e12
# Chromium counts the millionths from 1601 on.
_FROM_1601 = 1.2e16
_UNTIL_1970 = 11_644_473_600
_NUMBER = re.compile(r"\d{1,17}(?:\.\d{1,9})?")
_TWELVE_HOURS = re.compile(r"(\d{8})T(\d{1,2})(\d\d)(\d\d)\s*([AP])M?Z?", re.IGNORECASE)
_SPACED_ZONE = re.compile(r"\s+(?=(?:[+-]\d\d:?\d\d|Z|UTC)$)", re.IGNORECASE)
# A script's own way: Tue Mar 05 2024 10:00:00 GMT+0100 (CET)
_SCRIPT = re.compile(r"\w{3} (\w{3}) (\d\d) (\d{4}) ([\d:]{8}) (?:GMT|UTC)?([+-]\d{4})?")
_OTHERS = (
    "%B %d, %Y %I:%M:%S %p", "%B %d, %Y %I:%M %p", "%B %d, %Y", "%b %d, %Y", "%d %B %Y",
    "%d %b %Y", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d", "%Y/%m/%d %H:%M",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y",
)  # fmt: skip


def moment(value: object) -> str:
    """When something was saved, as ISO 8601 in UTC; "" where it is not told, or nonsense."""
    found = _from_number(value)
    if found is None and isinstance(value, str):
        found = _from_text(" ".join(value.split())[:80])
    if found is None:
        return ""
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        found = found.astimezone(UTC)
    except OverflowError:
        return ""
    if not _EARLIEST <= found.year < _LATEST:
        return ""
    return found.isoformat(timespec="seconds")


def published(value: object) -> str:
    """A story's date as ISO 8601 with the zone it names; a day alone stays a day."""
    said = " ".join(value.split())[:80] if isinstance(value, str) else ""
    day = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00:00(?:\.0+)?(?:Z|\+00:?00)?)?$", said)
    found = _from_text(said) if said else _from_number(value)
    if found is None or not _OLDEST_STORY <= found.year < _LATEST:
        return ""
    if (found.year, found.month, found.day) == (1970, 1, 1):  # a zero, taken for a date
        return ""
    return day[1] if day else found.isoformat(timespec="seconds")


def day_first(value: str) -> str:
    """A moment told as `d/m/Y h:i:s` without saying which half of the day: the day alone."""
    found = re.match(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b", value)
    return moment(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}") if found else ""


def _from_number(value: object) -> datetime | None:
    if isinstance(value, str):
        said = value.strip()
        if not _NUMBER.fullmatch(said) or re.fullmatch(r"(?:19|20)\d{6}|\d{1,8}", said):
            return None  # 20240105 is a day
        value = float(said)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e18:
        return None
    seconds = float(value)
    if seconds > _FROM_1601:
        seconds = seconds / 1e6 - _UNTIL_1970
    elif seconds > _IN_MILLISECONDS:
        seconds /= 1e6
    elif seconds > _IN_SECONDS:
        seconds /= 1e3
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))
    except OverflowError:
        return None


def _from_text(said: str) -> datetime | None:
    for read in (_from_iso, _from_twelve_hours, _from_script, _from_others, _from_mail):
        found = read(said)
        if found is not None:
            return found
    return None


def _from_iso(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_SPACED_ZONE.sub("", said).replace("UTC", "Z"))
    except ValueError:
        return None


def _from_twelve_hours(said: str) -> datetime | None:
    """20180306T91108 AMZ, which some versions of Evernote wrote."""
    found = _TWELVE_HOURS.fullmatch(said)
    if not found:
        return None
    hour = int(found[2]) % 12 + (12 if found[5] in "pP" else 0)
    return _from_iso(f"{found[1]}T{hour:02}{found[3]}{found[4]}Z")


def _from_script(said: str) -> datetime | None:
    found = _SCRIPT.match(said)
    if not found:
        return None
    return _parsed(" ".join(one or "+0000" for one in found.groups()), "%b %d %Y %H:%M:%S %z")


def _from_others(said: str) -> datetime | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", said).replace(" at ", " ")
    return next((found for one in _OTHERS if (found := _parsed(plain, one))), None)


def _parsed(said: str, notation: str) -> datetime | None:
    try:
        return datetime.strptime(said, notation)
    except ValueError:
        return None


def _from_mail(said: str) -> datetime | None:
    try:
        return parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
