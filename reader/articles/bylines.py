"""Read who wrote a story out of its byline."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.articles.agencies import AGENCIES
from reader.articles.byline_patterns import (
    AGENCY_AND_PLACE,
    BEFORE_NUMBER,
    BRACKETS,
    EDGE,
    HANDLE,
    IN_BRACKETS,
    KOREAN_TITLE,
    NAMES_END,
    SHORT_JOIN,
    SIGNS,
    STRANGE,
    TRAILING,
    TWICE,
    opener_sign,
    parts_sign,
)
from reader.articles.byline_words import NAME_PARTICLES, NO_NAMES, TRADES
from reader.articles.calendars import month_number
from reader.articles.dates import find_dates

_LONGEST_LINE = 300
_LONGEST_NAME = 48
_MOST_WORDS = 6


@dataclass(frozen=True)
class Byline:
    """A byline without its "By", and who it names.

    `place` is where an agency sent its report from, when the byline says it.
    """

    line: str = ""
    people: tuple[str, ...] = ()
    agency: str = ""
    place: str = ""


def read_byline(text: str) -> Byline:
    """Who a byline names; an empty Byline when it names nobody."""
    squeezed = IN_BRACKETS.sub(r" \1", text[:_LONGEST_LINE]).strip(EDGE + "\r\u200b\ufeff")
    opener = opener_sign().match(squeezed)
    may_be_people = not (opener and opener["source"])
    line = _names_of(squeezed[opener.end() :] if opener else squeezed)
    if not line:
        return Byline()
    if report := _read_agency_and_place(line):
        return report
    parts = list(_parts_of(line))
    if opener and _is_prose(parts):
        return Byline()
    told = [*parts, *BRACKETS.findall(text[:_LONGEST_LINE])]
    agency = min(filter(None, map(find_agency, told)), key=tuple(AGENCIES).index, default="")
    people = tuple(dict.fromkeys(filter(None, map(_person, parts)))) if may_be_people else ()
    if people or agency:
        return Byline(
            _from_first_to_last(line, parts, [*people, *filter(find_agency, parts)]), people, agency
        )
    is_named = line[0].isupper() or HANDLE.fullmatch(line)
    is_desk = opener and may_be_people and is_named and _names_a_desk(line)
    return Byline(line) if is_desk else Byline()


def read_author(text: str) -> Byline:
    """Whom a value that is surely an author names; a desk or a site is a line of nobody."""
    found = read_byline(text)
    line = _names_of(text[:_LONGEST_LINE])
    return found if found.line or not _names_a_desk(line) else Byline(line)


def is_byline(text: str) -> bool:
    """Whether a line of its own can only be a byline: it opens like one or is all agencies."""
    if len(text) > _LONGEST_LINE // 2:
        return False
    if opener_sign().match(text):
        found = read_byline(text)
        return bool(found.people or found.agency)
    if "기자" in text or "특파원" in text:
        return bool(read_byline(text).people)
    # Most lines are neither; they are let go before they are read.
    if not any(map(find_agency, _words_between_signs(text))):
        return False
    found = read_byline(text)
    return bool(found.agency) and (bool(found.place) or not found.people)


def _words_between_signs(text: str) -> list[str]:
    return [text, text.split(maxsplit=1)[0] if text.strip() else "", *SIGNS.split(text)]


def opens_a_byline(text: str) -> bool:
    """Whether the text begins as bylines do ("By …"), whoever it goes on to name."""
    return bool(opener_sign().match(text))


def find_agency(text: str) -> str:
    """The usual name of the news agency that a part of a byline means, or ""."""
    bare = text.strip(EDGE).replace(".", "")
    name = _agencies().get(bare.casefold(), "")
    # A short name in small letters is an ordinary word, unless the agency writes itself so.
    if name and len(bare) <= 4 and bare.isascii() and not bare.isupper() and bare != name:
        return ""
    return name


def _names_of(line: str) -> str:
    """The line up to where something else than names begins."""
    if dates := find_dates(line):
        line = line[: dates[0].start]
    if end := NAMES_END.search(line, 1):
        line = line[: end.start()]
    if number := BEFORE_NUMBER.search(line):
        # A day without its year is no date, and no name either.
        line = line[: number.start() if month_number(number["word"]) else number.start("number")]
    line = TRAILING.sub("", " ".join(line.split()).strip(EDGE)).strip(EDGE)
    return TWICE.sub(r"\1", line)


def _is_prose(parts: list[str]) -> bool:
    """Whether what follows a "by" goes on as a sentence does ("By refusing to …")."""
    first = parts[0] if parts else ""
    is_name = bool(_person(first) or find_agency(first) or HANDLE.fullmatch(first))
    return first[:1].islower() and not is_name


def _names_a_desk(line: str) -> bool:
    """Whether a line says a desk by name ("Harbour Times Staff"), not just that there is one."""
    words = _bare_words(line)
    if HANDLE.fullmatch(line):
        return not _no_names().intersection(words)
    is_short = 0 < len(words) <= _MOST_WORDS and len(line) <= _LONGEST_NAME
    return (
        is_short and not _no_names().issuperset(words) and not STRANGE.search(line.replace("&", ""))
    )


def _from_first_to_last(line: str, parts: list[str], named: list[str]) -> str:
    """The line without the trades before its first name and behind its last."""
    starts = [line.find(name) for name in named if name in line]
    ends = [line.rfind(name) + len(name) for name in named if name in line]
    return line[min(starts) : max(ends)] if starts and parts != [line] else line


def _read_agency_and_place(line: str) -> Byline | None:
    match = AGENCY_AND_PLACE.match(line)
    agency = find_agency(match["agency"]) if match else ""
    if not match or not agency or find_agency(line) or not _is_place(match["place"], match["sign"]):
        return None
    return Byline(match["agency"], (), agency, match["place"].strip())


def _is_place(name: str, sign: str) -> bool:
    """Whether what follows an agency is where it sent from; behind a comma more may follow."""
    return bool(_person(name)) and not parts_sign().search(name) and not (sign and " " in name)


def _parts_of(line: str) -> Iterator[str]:
    for part in _plain_parts(line):
        pieces = SHORT_JOIN.split(part)
        if len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces):
            yield from pieces
        else:
            yield from _without_agency(part)


def _plain_parts(line: str) -> Iterator[str]:
    """The parts between signs and joiners, without what follows a trade up to the next joiner."""
    start, is_trade = 0, False
    for sign in parts_sign().finditer(line):
        part = _without_trade(line[start : sign.start()])
        is_trade = is_trade or bool(_no_names().intersection(_bare_words(part)))
        if not is_trade or find_agency(part):
            yield part
        if sign["also"] or sign["and"]:
            is_trade = False
        start = sign.end()
    part = _without_trade(line[start:])
    if not is_trade or find_agency(part):
        yield part


def _without_trade(part: str) -> str:
    """A whole name without the trade before it."""
    words = part.split()
    trades = [at for at, word in enumerate(words[:-2]) if word.casefold().strip(EDGE) in TRADES]
    return " ".join(words[trades[-1] + 1 :]) if trades else part


def _without_agency(part: str) -> Iterator[str]:
    """A name with its agency right behind it is two parts."""
    words = part.split()
    for count in range(1, min(4, len(words) - 1)):
        if find_agency(" ".join(words[-count:])):
            yield " ".join(words[:-count])
            yield " ".join(words[-count:])
            return
    yield part


def _person(part: str) -> str:
    """The name of the person that a part of a byline means, or ""."""
    name = KOREAN_TITLE.sub("", part.strip(EDGE))
    if not name or len(name) > _LONGEST_NAME or find_agency(name):
        return ""
    if STRANGE.search(name):
        return ""
    words = name.split()
    if len(words) > _MOST_WORDS or _no_names().intersection(_bare_words(name)):
        return ""
    return name if _looks_like_a_name(name, words) else ""


def _looks_like_a_name(name: str, words: list[str]) -> bool:
    if name[0].islower() or not name[0].isalpha():
        return False
    if name == name.upper() and name != name.lower():
        return len(words) > 1 or len(name) > 4
    return len(name) > 1 and all(not word[0].islower() or word in _particles() for word in words)


def _bare_words(name: str) -> list[str]:
    return [word.strip(EDGE + "'’") for word in name.casefold().split()]


@cache
def _no_names() -> frozenset[str]:
    return frozenset(NO_NAMES.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(NAME_PARTICLES.split())


@cache
def _agencies() -> dict[str, str]:
    return {
        spelling.casefold().replace(".", ""): name
        for name, spellings in AGENCIES.items()
        for spelling in spellings
    }
