"""Read who wrote a story out of its byline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.articles.agencies import AGENCIES
from reader.articles.byline_words import (
    COLON_OPENERS,
    JOINERS,
    NO_NAMES,
    OPENERS,
    SHORT_JOINERS,
    SOURCE_OPENERS,
)
from reader.articles.dates import find_dates

_LONGEST_LINE = 300
_LONGEST_NAME = 48
_MOST_WORDS = 6


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_OPENER = re.compile(
    rf"[\s|•·–—/-]*(?:(?P<source>{_either(tuple(SOURCE_OPENERS))})\s?[:：/]"
    rf"|(?:{_either(COLON_OPENERS)})\s?[:：/]"
    rf"|(?:{_either(OPENERS)})(?:\s?[:：/]|(?=\s)|(?<=[\u3040-\u9fff])\s?(?=[^\s的])))\s{{0,3}}",
    re.IGNORECASE,
)
# Where the names end: a handle or an address, what stands in brackets, "for The Paper", a label.
_NAMES_END = re.compile(
    r"\s[|•·–—]\s|\s-\s|\S*@\S*|https?://|www\.|[(\[（【<]|\t|\s{3,}"
    r"|(?<!^)\b(?:published|updated|posted|last updated|follow|veröffentlicht|aktualisiert|publié"
    r"|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|e-?mail)\b"
    r"|\s(?:photos?|fotos?|bild(?:er)?|video|фото|illustrations?|graphics?)\s?[:：/]"
    r"|\s(?:in|from|at|for|of|aus|special to|based in)\s",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"\s*[;,|/、，；،•·\n]\s*|\s+(?:{_either(JOINERS)})\s+", re.IGNORECASE)
_SHORT_JOIN = re.compile(rf"\s+(?:{_either(SHORT_JOINERS)})\s+", re.IGNORECASE)
_EDGE = ' \t\n.,;:|/\\•·–—-_*~"“”„«»()[]'
_KOREAN_TITLE = re.compile(r"\s?(?:기자|특파원|선임기자|논설위원)$|^(?:本报|本報)?(?:记者|記者)\s?")
_AGENCY_AND_PLACE = re.compile(
    r"(?P<agency>[A-Z]{2,5}|Reuters|Bloomberg)\s?[,|–-]?\s(?P<place>[A-Z][^\d,|@]{1,40})$"
)


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
    squeezed = text[:_LONGEST_LINE].strip(_EDGE + "\r\u200b\ufeff")
    opener = _OPENER.match(squeezed)
    may_be_people = not (opener and opener["source"])
    line = _names_of(squeezed[opener.end() :] if opener else squeezed)
    if not line:
        return Byline()
    if report := _read_agency_and_place(line):
        return report
    parts = list(_parts_of(line))
    agency = min(filter(None, map(find_agency, parts)), key=tuple(AGENCIES).index, default="")
    people = tuple(dict.fromkeys(filter(None, map(_person, parts)))) if may_be_people else ()
    return Byline(line, people, agency) if people or agency else Byline()


def is_byline(text: str) -> bool:
    """Whether a line of its own can only be a byline: it opens like one or is all agencies."""
    if len(text) > _LONGEST_LINE // 2:
        return False
    found = read_byline(text)
    if _OPENER.match(text):
        return bool(found.people or found.agency)
    return bool(found.agency) and (bool(found.place) or not found.people)


def find_agency(text: str) -> str:
    """The usual name of the news agency that a part of a byline means, or ""."""
    bare = text.strip(_EDGE).replace(".", "")
    name = _agencies().get(bare.casefold(), "")
    # A short name in small letters is an ordinary word, unless the agency writes itself so.
    if name and len(bare) <= 4 and bare.isascii() and not bare.isupper() and bare != name:
        return ""
    return name


def _names_of(line: str) -> str:
    """The line up to where something else than names begins."""
    if dates := find_dates(line):
        line = line[: dates[0].start]
    if end := _NAMES_END.search(line, 1):
        line = line[: end.start()]
    return " ".join(line.split()).strip(_EDGE)


def _read_agency_and_place(line: str) -> Byline | None:
    match = _AGENCY_AND_PLACE.match(line)
    agency = find_agency(match["agency"]) if match else ""
    if not match or not agency or _PARTS.search(line) or not _person(match["place"]):
        return None
    return Byline(match["agency"], (), agency, match["place"].strip())


def _parts_of(line: str) -> Iterator[str]:
    for part in _PARTS.split(line):
        pieces = _SHORT_JOIN.split(part)
        if len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces):
            yield from pieces
        else:
            yield from _without_agency(part)


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
    name = _KOREAN_TITLE.sub("", part.strip(_EDGE))
    if not name or len(name) > _LONGEST_NAME or find_agency(name):
        return ""
    if any(sign.isdigit() or sign in "@#<>{}=$€?!%" for sign in name):
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
    capitals = sum(not word[0].islower() for word in words)
    return len(name) > 1 and capitals * 2 >= len(words)


def _bare_words(name: str) -> list[str]:
    return [word.strip(_EDGE + "'’") for word in name.casefold().split()]


@cache
def _no_names() -> frozenset[str]:
    return frozenset(NO_NAMES.split())


@cache
def _agencies() -> dict[str, str]:
    return {
        spelling.casefold().replace(".", ""): name
        for name, spellings in AGENCIES.items()
        for spelling in spellings
    }
