"""Quote: a stretch of an article's text that can be found again when the text has changed."""

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from itertools import islice

CONTEXT = 32  # code points kept on either side, as Hypothesis does
NEAR = 0.8  # how alike a changed stretch must be to count as the same
LETTER_BY_LETTER = 2000  # longer texts are compared word by word, or it would take seconds
FEWEST_JOINED = 10  # letters of a quote that may be found with its words run together
LETTERS_COMPARED = 50_000  # in all, when a quote's words have changed
LETTERS_OF_PLACES = 10_000_000  # in all, where a quote stands at many
MOST_COMPARED = 50  # places of the same words, the likeliest by what stands closest


@dataclass(frozen=True)
class Quote:
    """W3C Web Annotation selectors on `Article.text`.

    `start` and `end` count code points (TextPositionSelector); `exact`, `prefix` and
    `suffix` are the words themselves and what stands around them (TextQuoteSelector).
    https://www.w3.org/TR/annotation-model/#selectors
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1


def quote_at(text: str, start: int, end: int) -> Quote:
    """The quote of text[start:end], without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Quote(text[start:end], before, after, start, end)


def quote_of(text: str, words: str) -> Quote | None:
    """The quote of the first place where the words stand, white space counting alike."""
    spans = _places(text, words)
    return quote_at(text, *spans[0]) if spans else None


def find_quote(text: str, quote: Quote) -> tuple[int, int] | None:
    """Where the quote stands now, or None where it is lost.

    It is sought at its position, else by its words and what surrounds them, else by a near
    match between its surroundings.
    """
    if quote.exact and quote.start >= 0 and text.startswith(quote.exact, quote.start):
        return quote.start, quote.start + len(quote.exact)
    places = _places(text, quote.exact) or _joined_places(text, quote.exact)
    if places:
        if len(places) > MOST_COMPARED:
            places = nlargest(MOST_COMPARED, places, key=lambda place: _close(text, place, quote))
        return max(places, key=lambda place: _context_score(text, place, quote))
    return _near_place(text, quote)


def _joined_places(text: str, words: str) -> list[tuple[int, int]]:
    """The same for a quote of several blocks, between which programs tell no space."""
    return _places(text, words, "") if len("".join(words.split())) >= FEWEST_JOINED else []


def _places(text: str, words: str, space: str = r"\s+") -> list[tuple[int, int]]:
    """Every (start, end) where the words stand, any run of white space equal to any other."""
    joined = "".join(words.split())
    # Patterns come to it late that a text has no such words, and the later the longer those are.
    if not joined or joined not in "".join(text.split()):
        return []
    found = re.compile((space or r"\s*").join(map(re.escape, words.split() if space else joined)))
    places: list[tuple[int, int]] = []
    at = found.search(text)
    # One may begin within another, so that all may be as long as the square of the text.
    while at is not None and len(places) * len(joined) < LETTERS_OF_PLACES:
        places.append(at.span())
        at = found.search(text, at.start() + 1)
    return places


def _context_score(text: str, place: tuple[int, int], quote: Quote) -> float:
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    alike = _alike(before, quote.prefix) + _alike(after, quote.suffix)
    return alike + _close(text, place, quote)


def _close(text: str, place: tuple[int, int], quote: Quote) -> float:
    """What stands closest tells most: at the end of a text, little stands around a quote."""
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    close = _shared(before[::-1], quote.prefix[::-1]) + _shared(after, quote.suffix)
    distance = abs(start - quote.start) / (len(text) + 1) if quote.start >= 0 else 0.0
    return 2 * close / CONTEXT - distance / 10


def _shared(one: str, other: str) -> int:
    """With how many of the same letters both begin."""
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _alike(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    if max(len(one), len(other)) > LETTER_BY_LETTER:
        return difflib.SequenceMatcher(None, one.split(), other.split()).ratio()
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _near_place(text: str, quote: Quote) -> tuple[int, int] | None:
    """The stretch that begins and ends as the quote or its surroundings do, if much like it.

    A short quote matches too much too easily, so it must be found by its words or not at all.
    """
    if len(quote.exact) < CONTEXT:
        return None
    half = CONTEXT // 2
    starts = {_skip_space(text, end) for _, end in _places(text, quote.prefix)}
    starts |= {start for start, _ in _places(text, quote.exact[:half])}
    ends = {len(text[:start].rstrip()) for start, _ in _places(text, quote.suffix)}
    ends |= {end for _, end in _places(text, quote.exact[-half:])}
    most = max(4, LETTERS_COMPARED // len(quote.exact))
    best, place = NEAR, None
    for start, end in islice(_spans(starts, ends, len(quote.exact)), most):
        score = _alike(text[start:end], quote.exact)
        if score >= best:
            best, place = score, (start, min(end, len(text)))
    return place


def _spans(starts: set[int], ends: set[int], length: int) -> Iterator[tuple[int, int]]:
    """Each beginning with the end that gives it most nearly the length, else with the length."""
    sorted_ends = sorted(ends)
    for start in sorted(starts):
        at = bisect_left(sorted_ends, start + length)
        near = sorted_ends[max(0, at - 1) : at + 1]
        fitting = [end for end in near if 0 < end - start <= 2 * length]
        yield start, min(fitting or [start + length], key=partial(_misfit, start + length))
    for end in sorted_ends:
        yield max(0, end - length), end


def _misfit(wanted: int, end: int) -> int:
    return abs(end - wanted)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
