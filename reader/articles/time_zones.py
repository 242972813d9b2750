"""Tell how far a named time zone stands from UTC."""

import re
from datetime import date, timedelta, timezone

# In minutes. Where a short name has several owners, the one that news pages mean most often.
_FIXED = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60,
    "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "cat": 120, "wat": 60, "sast": 120,
    "eat": 180, "msk": 180, "мск": 180, "trt": 180, "ast": 180, "gst": 240, "irst": 210,
    "pkt": 300, "ist": 330, "npt": 345, "bdst": 360, "bdt": 360, "ict": 420, "wib": 420,
    "wita": 480, "sgt": 480, "hkt": 480, "myt": 480, "pht": 480, "awst": 480, "wit": 540,
    "jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "nst": -210,
    "ndt": -150, "adt": -180, "brt": -180, "art": -180, "uyt": -180, "cot": -300, "pet": -300,
}  # fmt: skip

# Zones that are named without saying whether summer time is meant.
_NORTH_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480, "est/edt": -300}
_CHINESE = ("zh", "yue")

_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+\-−–])\s?(\d{1,2})(?::?([0-5]\d))?$", re.IGNORECASE)


def find_zone(name: str, day: date, language: str = "") -> timezone | None:
    """The zone that a name or an offset means on that day, or None if it means none."""
    word = name.strip(" .()").replace(".", "").lower()
    if offset := _OFFSET.match(word):
        sign = 1 if offset[1] == "+" else -1
        return _zone(sign * (int(offset[2]) * 60 + int(offset[3] or 0)))
    if word == "cst" and language.lower().startswith(_CHINESE):
        return _zone(8 * 60)
    if word in _NORTH_AMERICAN:
        return _zone(_NORTH_AMERICAN[word] + (60 if _is_american_summer(day) else 0))
    return _zone(_FIXED[word]) if word in _FIXED else None


def _zone(minutes: int) -> timezone | None:
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None


def _is_american_summer(day: date) -> bool:
    if day.year >= 2007:
        return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)
    return _nth_sunday(day.year, 4, 1) <= day < _nth_sunday(day.year, 11, 1) - timedelta(days=7)


def _nth_sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
