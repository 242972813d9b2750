"""Turn the digits, month names and years of other tongues and calendars into ours."""

import unicodedata
from datetime import date, timedelta
from functools import cache

from reader.articles.month_names import GREGORIAN, SOLAR_HIJRI

# The zero of each script whose digits newspapers use; its other nine follow it.
_ZEROS = "٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐０"
_DIGITS = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}
# One sign for one sign, so that places in the text stay what they were.
_PLAIN = {**_DIGITS, 0xA0: " ", 0x202F: " ", 0x2009: " ", ord("İ"): "I"}

# Accents of Latin, Greek and Cyrillic, and the hamza: often left out in writing.
_ACCENTS = dict.fromkeys((*range(0x300, 0x370), 0x653, 0x654, 0x655, 0x200C, 0x200D))
_SHORTEST_PREFIX = 3


def fold_digits(text: str) -> str:
    return text if text.isascii() else text.translate(_PLAIN)


def month_number(word: str, language: str = "") -> int:
    """Which month a word names, in full or cut short; 0 if none."""
    key = _key(word)
    meanings = _months().get(key) or _months().get(key.removeprefix("ב"), {})
    if not meanings:
        return 0
    return meanings.get(language.partition("-")[0]) or next(iter(meanings.values()))


def solar_month_number(word: str) -> int:
    return _solar_months().get(_key(word), 0)


def full_year(digits: str, language: str = "") -> int:
    """The year of our calendar that two or four digits mean; 0 if they can mean none."""
    year = int(digits)
    if len(digits) == 2:
        return 2000 + year if year < 60 else 1900 + year
    # Thai and Lao papers count from the Buddha's death.
    if 2440 <= year < 2660:
        return year - 543
    return year if 1600 <= year < 2200 else 0


def from_solar_hijri(year: int, month: int, day: int) -> date | None:
    """The day of the Iranian calendar, right for the years 1206 to 1498."""
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    # Eight leap years in each thirty-three, counted from 979, as the usual reckoning has it.
    years = year - 979
    days = years * 365 + years // 33 * 8 + (years % 33 + 3) // 4
    days += (month - 1) * 31 - max(0, month - 7) + day - 1
    return date(1600, 3, 20) + timedelta(days=days)


def _key(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.strip(" .,॰׳'’").lower()).translate(_ACCENTS)
    return "-".join(bare.split())


@cache
def _solar_months() -> dict[str, int]:
    return {
        _key(spelling): number
        for number, spellings in enumerate(SOLAR_HIJRI.split(), 1)
        for spelling in spellings.split("/")
    }


@cache
def _months() -> dict[str, dict[str, int]]:
    """Each way to write a month, with what it means by language."""
    whole: dict[str, dict[str, int]] = {}
    cut: dict[str, dict[str, int]] = {}
    for language, table in GREGORIAN.items():
        for number, spellings in enumerate(table.split(), 1):
            for spelling in spellings.split("/"):
                key = _key(spelling)
                whole.setdefault(key, {}).setdefault(language, number)
                for end in range(_SHORTEST_PREFIX, len(key)):
                    meanings = cut.setdefault(key[:end], {})
                    # A beginning that two months share names neither.
                    meanings[language] = number if meanings.get(language, number) == number else 0
    for key, by_language in cut.items():
        sure = {language: number for language, number in by_language.items() if number}
        whole[key] = {**sure, **whole.get(key, {})}
    return whole
