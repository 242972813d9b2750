"""Read who wrote a story out of its byline."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.articles.agencies import AGENCIES
from reader.articles.byline_parts import (
    bare_words,
    find_agency,
    is_trade,
    no_names,
    parts_of,
)
from reader.articles.byline_patterns import (
    AGENCY_AND_PLACE,
    BEFORE_NUMBER,
    BRACKETS,
    CALLED,
    EDGE,
    HANDLE,
    IN_BRACKETS,
    KOREAN_TITLE,
    LABEL,
    NAMES_END,
    OF_BODY,
    OPENED_AGAIN,
    OPENING_BRACKETS,
    PLACE_BETWEEN,
    SIGNS,
    SPOKEN_WITH,
    STRANGE,
    TRAILING,
    TWICE,
    find_opener,
    parts_sign,
)
from reader.articles.byline_words import NAME_PARTICLES
from reader.articles.calendars import month_number
from reader.articles.dates import find_dates

_LONGEST_LINE = 300
_LONGEST_NAME = 48
_MOST_WORDS = 6
# "98 Harbours" is what somebody calls his paper.
_NUMBER = re.compile(r"^\d{1,4}\s(?=[^\W\d])|(?<=[^\W\d])\s\d{1,2}$")


@dataclass(frozen=True)
class Byline:
    """A byline without its "By", and who it names.

    `place` is where an agency sent its report from, when the byline says it.
    """

    line: str = ""
    people: tuple[str, ...] = ()
    agency: str = ""
    place: str = ""


# Several steps read the same lines.
@lru_cache(maxsize=256)
def read_byline(text: str) -> Byline:
    """Who a byline names; an empty Byline when it names nobody."""
    squeezed = IN_BRACKETS.sub(r" \1", OPENING_BRACKETS.sub("", text[:_LONGEST_LINE]))
    squeezed = squeezed.strip(EDGE + "\r\u200b\ufeff")
    opener = find_opener(squeezed)
    may_be_people = not (opener and opener["source"])
    line = _names_of(_behind(opener, squeezed) if opener else CALLED.sub(r"\1 ", squeezed))
    if not line:
        return Byline()
    if report := _read_agency_and_place(line):
        return report
    parts = list(parts_of(line))
    if opener and _is_prose(parts):
        return Byline()
    told = [*parts, *BRACKETS.findall(text[:_LONGEST_LINE])]
    agency = min(filter(None, map(find_agency, told)), key=tuple(AGENCIES).index, default="")
    people = _without_places(map(_person, parts)) if may_be_people else ()
    if people or agency:
        line = _from_first_to_last(line, parts, [*people, *filter(find_agency, parts)])
        return Byline(_with_brackets(line, text), people, agency)
    is_named = line[0].isupper() or HANDLE.fullmatch(line)
    is_desk = opener and may_be_people and is_named and _names_a_desk(line)
    return Byline(line) if is_desk else Byline()


def read_author(text: str) -> Byline:
    """Whom a value that is surely an author names; a desk or a site is a line of nobody."""
    found = read_byline(text)
    whole = " ".join(text[:_LONGEST_LINE].split())
    if OF_BODY.match(whole) and " " not in found.line and len(bare_words(whole)) <= _MOST_WORDS:
        return Byline(whole)
    line = _names_of(text[:_LONGEST_LINE])
    return found if found.line or not _names_a_desk(line, may_count=True) else Byline(line)


def is_byline(text: str) -> bool:
    """Whether a line of its own can only be a byline: it opens like one or is all agencies."""
    if len(text) > _LONGEST_LINE // 2:
        return False
    if opens_a_byline(text):
        found = read_byline(text)
        return bool(found.people or found.agency)
    if any(title in text for title in ("기자", "특파원", "논설위원", "칼럼니스트")):
        return bool(read_byline(text).people)
    # Most lines are neither; they are let go before they are read.
    if not any(map(find_agency, _words_between_signs(text))):
        return False
    found = read_byline(text)
    return bool(found.agency) and (bool(found.place) or not found.people)


def _words_between_signs(text: str) -> list[str]:
    return [text, text.split(maxsplit=1)[0] if text.strip() else "", *SIGNS.split(text)]


@lru_cache(maxsize=256)
def opens_a_byline(text: str) -> bool:
    """Whether the text begins as bylines do ("By …"), whoever it goes on to name."""
    return bool(find_opener(text))


def _names_of(line: str) -> str:
    """The line up to where something else than names begins."""
    if LABEL.match(line):
        return ""
    if dates := find_dates(line):
        line = line[: dates[0].start]
    if end := NAMES_END.search(line, 1):
        line = line[: end.start()]
    if number := BEFORE_NUMBER.search(line):
        # A day without its year is no date, and no name either.
        line = line[: number.start() if month_number(number["word"]) else number.start("number")]
    line = TRAILING.sub("", " ".join(line.split()).strip(EDGE)).strip(EDGE)
    return TWICE.sub(r"\1", line)


def _behind(opener: re.Match[str], text: str) -> str:
    """What a byline opens, without the one whom an interview was held with."""
    line = _joined(text[opener.end() :])
    return SPOKEN_WITH.sub("", line) if "interview" in opener[0].casefold() else line


def _joined(line: str) -> str:
    """The line with all names beside one another, without where each of them writes from."""
    return OPENED_AGAIN.sub(", ", PLACE_BETWEEN.sub("", line))


def _without_places(names: Iterable[str]) -> tuple[str, ...]:
    """The names, without the single words behind a whole one: those are places and degrees."""
    people = tuple(dict.fromkeys(filter(None, names)))
    if not people or " " not in people[0]:
        return people
    return tuple(name for name in people if " " in name)


def _is_prose(parts: list[str]) -> bool:
    """Whether what follows a "by" goes on as a sentence does ("By refusing to …")."""
    first = parts[0] if parts else ""
    is_name = bool(_person(first) or find_agency(first) or HANDLE.fullmatch(first))
    return first[:1].islower() and not is_name


def _names_a_desk(line: str, *, may_count: bool = False) -> bool:
    """Whether a line says a desk by name ("Harbour Times Staff"), not just that there is one."""
    words = bare_words(line)
    if HANDLE.fullmatch(line):
        return not no_names().intersection(words)
    is_short = 0 < len(words) <= _MOST_WORDS and len(line) <= _LONGEST_NAME
    plain = _NUMBER.sub("", line) if may_count else line
    return (
        is_short and not no_names().issuperset(words) and not STRANGE.search(plain.replace("&", ""))
    )


def _from_first_to_last(line: str, parts: list[str], named: list[str]) -> str:
    """The line without the trades before its first name and behind its last."""
    starts = [line.find(name) for name in named if name in line]
    ends = [line.rfind(name) + len(name) for name in named if name in line]
    return line[min(starts) : max(ends)] if starts and parts != [line] else line


def _with_brackets(line: str, text: str) -> str:
    """The line as it stands on the page, where brackets hold those who helped."""
    found = IN_BRACKETS.search(text[:_LONGEST_LINE])
    helpers = " ".join(found[1].split()) if found else ""
    return line.replace(f" {helpers}", f" ({helpers})", 1) if helpers else line


def _read_agency_and_place(line: str) -> Byline | None:
    match = AGENCY_AND_PLACE.match(line)
    agency = find_agency(match["agency"]) if match else ""
    if not match or not agency or find_agency(line) or not _is_place(match["place"], match["sign"]):
        return None
    return Byline(match["agency"], (), agency, match["place"].strip())


def _is_place(name: str, sign: str) -> bool:
    """Whether what follows an agency is where it sent from; behind a comma more may follow."""
    return bool(_person(name)) and not parts_sign().search(name) and not (sign and " " in name)


def _person(part: str) -> str:
    """The name of the person that a part of a byline means, or ""."""
    name = KOREAN_TITLE.sub("", part.strip(EDGE))
    if not name or len(name) > _LONGEST_NAME or find_agency(name):
        return ""
    words = name.split()
    if STRANGE.search(name) or (len(words) == 1 and is_trade(name.casefold())):
        return ""
    if len(words) > _MOST_WORDS or no_names().intersection(bare_words(name)):
        return ""
    return name if _looks_like_a_name(name, words) else ""


def _looks_like_a_name(name: str, words: list[str]) -> bool:
    if name[0].islower() or not name[0].isalpha():
        return False
    if name == name.upper() and name != name.lower():
        return len(words) > 1 or len(name) > 4
    return len(name) > 1 and all(not word[0].islower() or word in _particles() for word in words)


@cache
def _particles() -> frozenset[str]:
    return frozenset(NAME_PARTICLES.split())
