"""Read the time of day that stands beside a date."""

import re
from dataclasses import dataclass
from datetime import date, time, timezone

from reader.articles.time_zones import find_zone

_MORNING = r"a\.?m\b\.?|上午|午前|오전|ص\b|صباحا|πμ|π\.μ\.|SA\b|এএম|পূর্বাহ্ণ|एएम|पूर्वाह्न|ق\.?ظ"
_AFTERNOON = r"p\.?m\b\.?|下午|午後|오후|م\b|مساء|μμ|μ\.μ\.|CH\b|পিএম|অপরাহ্ণ|पीएम|अपराह्न|ب\.?ظ"
_IS_AFTERNOON = re.compile(_AFTERNOON, re.IGNORECASE)
_HALF = rf"(?:{_MORNING}|{_AFTERNOON})"

_CLOCK = (
    rf"(?P<half>(?:上午|下午|午前|午後|오전|오후)\s?)?(?<![\d.:])(?P<hour>[012]?\d)"
    rf"(?:(?:[:.：]|\s?[hH]\s?|\s?[時时點点시]\s?)(?P<minute>[0-5]\d)(?![\d])"
    rf"(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{{1,9}})?)?|(?=\s?[apAP]\.?[mM]\b)|\s?[hH]\b|\s?Uhr\b"
    rf"|[時时點点시])"
    rf"(?:\s?(?:分|분|Uhr\b|hrs?\b|h\b|uur\b))?"
    rf"(?:\s{{0,2}}(?P<half_after>{_HALF}))?"
)
_ZONE = (
    r"(?:[\s,]{0,2}\(?(?P<zone>(?:GMT|UTC)?\s?[+\-−]\d{1,2}(?::?[0-5]\d)?(?![\d.])"
    r"|Z\b|[A-Za-z]{2,5}\b|МСК|мск)\)?)?"
)
# What may stand between a day and its time: signs, "at" in many languages, a weekday in brackets.
_AT = (
    r"(?:(?:at|um|à|a las|a la|às|as|om|kl|klo|kello|alle ore|alle|ore|ora|o|u|la|om|ob|в|о|у|saat"
    r"|saati|godz|เวลา|ώρα|στις|pukul|jam|lúc|vào lúc|الساعة|ساعت|klockan|г|года|р|р|d|kl|T)"
    r"\.?\s{0,2}:?\s{0,2}){0,2}"
)
_WEEKDAY = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato"
    r"|domenica"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|pazartesi|salı|çarşamba|perşembe|cuma"
    r"|cumartesi|pazar"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]?[\s,|]{1,3})?"
)
_AFTER_DAY = re.compile(
    rf"[\s.,،|·•–—\-@/\\;]{{0,5}}(?:[(（][^\W\d_]{{1,9}}[)）]\s?)?{_WEEKDAY}{_AT}[\s.,|(–-]{{0,3}}{_CLOCK}{_ZONE}",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    rf"{_CLOCK}{_ZONE}[\s,،|·•–—\-)/]{{1,4}}(?:(?:on|am|le|el|il|den|op)\s)?"
    r"(?:[^\W\d_]{2,12}[.,]{0,2}\s{1,2})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ClockTime:
    """A time of day and the part of the text that names it."""

    time: time
    start: int
    end: int


# "8:00 a.m." ends a line without ending a sentence.
ENDS_WITH_CLOCK = re.compile(r"\d\s?[ap]\.\s?m\.(?:\s[A-Z]{2,4}\.?)?$", re.IGNORECASE)


def find_time_after(text: str, position: int, day: date, language: str) -> ClockTime | None:
    match = _AFTER_DAY.match(text, position)
    return _read(match, day, language) if match else None


def find_time_before(text: str, position: int, day: date, language: str) -> ClockTime | None:
    # A time before its day is only looked for close by, which also keeps the search short.
    start = max(0, position - 40)
    match = _BEFORE_DAY.search(text[start:position])
    found = _read(match, day, language) if match else None
    return ClockTime(found.time, start + found.start, position) if found else None


def _read(match: re.Match[str], day: date, language: str) -> ClockTime | None:
    hour = int(match["hour"])
    half = match["half"] or match["half_after"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if _IS_AFTERNOON.search(half) else 0)
    if hour > 23:
        return None
    zone = _read_zone(match, day, language)
    end = match.end() if zone or not match["zone"] else match.start("zone")
    at = time(hour, int(match["minute"] or 0), int(match["second"] or 0), tzinfo=zone)
    return ClockTime(at, match.start(), end)


def _read_zone(match: re.Match[str], day: date, language: str) -> timezone | None:
    name = match["zone"] or ""
    # "ist", "art" and "pet" are words; only behind "am" or "pm" zones are written small.
    is_written_as_zone = name.upper() == name or bool(match["half_after"])
    return find_zone(name, day, language) if name and is_written_as_zone else None
