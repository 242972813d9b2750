"""Part a byline into its names, agencies and trades."""

from collections.abc import Iterator
from functools import cache

from reader.articles.agencies import AGENCIES
from reader.articles.byline_patterns import EDGE, SHORT_JOIN, parts_sign
from reader.articles.byline_words import NO_NAMES, PAPERS, TRADES


def parts_of(line: str) -> Iterator[str]:
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
        is_trade = is_trade or bool(no_names().intersection(bare_words(part)))
        if not is_trade or find_agency(part):
            yield part
        if sign["also"] or sign["and"]:
            is_trade = False
        start = sign.end()
    part = _without_trade(line[start:])
    if not is_trade or find_agency(part):
        yield part


def _without_trade(part: str) -> str:
    """A whole name without the trade before it or behind it."""
    words, bare = part.split(), bare_words(part)
    trades = [at for at, word in enumerate(bare[:-2]) if is_trade(word)]
    if trades:
        return " ".join(words[trades[-1] + 1 :])
    end = len(words)
    if (
        bare
        and bare[-1] in TRADES
        and PAPERS.isdisjoint(bare)
        and not find_agency(words[0].upper())
    ):
        while end > 2 and bare[end - 1] in no_names():
            end -= 1
    return " ".join(words[:end]) if end < len(words) else part


def is_trade(word: str) -> bool:
    """Whether the word is a trade, be it one with its paper or field ("Harbour-Reporter")."""
    return word.rpartition("-")[2] in TRADES


def _without_agency(part: str) -> Iterator[str]:
    """A name with its agency right behind it is two parts."""
    words = part.split()
    for count in range(1, min(4, len(words) - 1)):
        if find_agency(" ".join(words[-count:])):
            yield " ".join(words[:-count])
            yield " ".join(words[-count:])
            return
    yield part


def find_agency(text: str) -> str:
    """The usual name of the news agency that a part of a byline means, or ""."""
    bare = text.strip(EDGE).replace(".", "")
    name = _agencies().get(bare.casefold(), "")
    # A short name in small letters is an ordinary word, unless the agency writes itself so.
    if name and len(bare) <= 4 and bare.isascii() and not bare.isupper() and bare != name:
        return ""
    return name


@cache
def _agencies() -> dict[str, str]:
    return {
        spelling.casefold().replace(".", ""): name
        for name, spellings in AGENCIES.items()
        for spelling in spellings
    }


def bare_words(name: str) -> list[str]:
    return [word.strip(EDGE + "'’") for word in name.casefold().split()]


@cache
def no_names() -> frozenset[str]:
    return frozenset(NO_NAMES.split())
