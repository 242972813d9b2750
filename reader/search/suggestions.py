"""Suggest words of the library: those that begin so, and those that are spelt nearly so."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from reader.search.analysis import fold
from reader.search.segments.arrays_file import Array
from reader.search.spellings import near_terms
from reader.search.terms import CAPITALS, LONGEST_TERM
from reader.search.view import Open, View

_SHORTEST = 4  # letters of a word that may be mistyped
_LONG = 8  # letters of a word in which two slips are likely
_MOST_KEPT = 1_000
_TRIED = 40  # of the words in one segment


def beginning_with(view: View, start: str, most: int) -> list[tuple[str, int]]:
    """The most frequent words that begin so, with the number of clippings that have them."""
    plain = fold(start)[:LONGEST_TERM].encode("utf-8", "replace")
    many: Counter[str] = Counter()
    if not plain or plain.startswith(CAPITALS.encode()):
        return []
    for segment in view.segments:
        first, last = segment.terms.starting_with(plain)
        counts = _counts(segment, np.arange(first, last))
        best = np.argpartition(-counts, _TRIED)[:_TRIED] if len(counts) > _TRIED else None
        chosen = np.arange(len(counts)) if best is None else best
        _add(many, segment, chosen + first, counts[chosen])
    return sorted(many.items(), key=lambda item: (-item[1], item[0]))[:most]


def how_many(view: View, term: str) -> int:
    """In about how many clippings a word stands, as it is written."""
    plain = fold(term)[:LONGEST_TERM].encode("utf-8", "replace")
    places = ((segment, segment.terms.find(plain)) for segment in view.segments)
    return sum(int(_counts(one, np.array([at]))[0]) for one, at in places if at >= 0)


def is_begun(view: View, start: str) -> bool:
    """Whether any word begins so."""
    plain = fold(start)[:LONGEST_TERM].encode("utf-8", "replace")
    spans = (segment.terms.starting_with(plain) for segment in view.segments)
    return any(last > first for first, last in spans)


def closest(view: View, word: str) -> tuple[str, int]:
    """The most frequent of the words that are spelt most nearly so; "" where there is none."""
    plain = fold(word)[:LONGEST_TERM]
    if len(plain) < _SHORTEST or plain.isdecimal():
        return "", 0
    # Each letter that is typed asks again for the words before it.
    known = view.closest.get(plain)
    if known is None:
        if len(view.closest) > _MOST_KEPT:
            view.closest.clear()
        known = view.closest[plain] = _closest(view, plain)
    return known


def _closest(view: View, plain: str) -> tuple[str, int]:
    for slips in (1, 2) if len(plain) >= _LONG else (1,):
        many: Counter[str] = Counter()
        for segment in view.segments:
            near = near_terms(segment.terms, plain, slips)
            _add(many, segment, near, _counts(segment, near))
        del many[plain]
        if many:
            return many.most_common(1)[0]
    return "", 0


def _counts(segment: Open, terms: Array) -> Array:
    postings = segment.data.facts.postings
    counts: Array = postings[terms + 1].astype(np.int64) - postings[terms]
    return counts


def _add(many: Counter[str], segment: Open, terms: Array, counts: Iterable[int]) -> None:
    for at, count in zip(terms.tolist(), counts, strict=True):
        term = segment.terms[at].decode("utf-8", "replace")
        if not term.startswith(CAPITALS):
            many[term] += int(count)
