"""Quote: a stretch of an article's text that can be found again when the text has changed."""

import difflib
from dataclasses import dataclass

CONTEXT = 32  # code points kept on either side, as Hypothesis does
NEAR = 0.8  # how alike a changed stretch must be to count as the same


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
    if quote.exact and text[max(0, quote.start) : max(0, quote.end)] == quote.exact:
        return quote.start, quote.end
    places = _places(text, quote.exact)
    if places:
        return max(places, key=lambda place: _context_score(text, place, quote))
    return _near_place(text, quote)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Every (start, end) where the words stand, any run of white space equal to any other."""
    wanted = " ".join(words.split())
    if not wanted:
        return []
    squeezed, origin = _squeeze(text)
    places, at = [], squeezed.find(wanted)
    while at >= 0:
        places.append((origin[at], origin[at + len(wanted) - 1] + 1))
        at = squeezed.find(wanted, at + 1)
    return places


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space as one space, and where each letter came from."""
    letters: list[str] = []
    origin: list[int] = []
    for index, letter in enumerate(text):
        if not letter.isspace():
            letters.append(letter)
        elif letters and letters[-1] != " ":
            letters.append(" ")
        else:
            continue
        origin.append(index)
    return "".join(letters), origin


def _context_score(text: str, place: tuple[int, int], quote: Quote) -> float:
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    alike = _alike(before, quote.prefix) + _alike(after, quote.suffix)
    distance = abs(start - quote.start) / (len(text) + 1) if quote.start >= 0 else 0.0
    return alike - distance


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _near_place(text: str, quote: Quote) -> tuple[int, int] | None:
    """The stretch between the quote's own surroundings, if it is much like the quote.

    A short quote matches too much too easily, so it must be found by its words or not at all.
    """
    if len(quote.exact) < CONTEXT:
        return None
    length = len(quote.exact)
    starts = {start + len(quote.prefix) for start, _ in _places(text, quote.prefix)}
    ends = {start - length for start, _ in _places(text, quote.suffix)}
    best, place = NEAR, None
    for start in sorted(one for one in starts | ends if one >= 0):
        after = text.find(quote.suffix, start) if quote.suffix else -1
        end = after if 0 <= after - start <= 2 * length else start + length
        score = _alike(text[start:end], quote.exact)
        if score >= best:
            best, place = score, (start, end)
    return place
