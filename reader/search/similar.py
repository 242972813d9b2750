"""Find what tells of the same as a text: by the words of it that few others have."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reader.search.analysis import words
from reader.search.function_words import small_words, telling_share
from reader.search.segments.arrays_file import Array
from reader.search.view import Open, View

MOST_WORDS = 24  # that tell what a text is about
_LONGEST = 40_000  # letters of a text that are looked at
_SHORTEST = 3  # letters of a word, in scripts that have short ones
_TOO_COMMON = 0.08  # of all clippings; words that more of them have tell nothing
_ENOUGH = 5  # clippings that may have a word in a library however small,
_MOST_OF_FEW = 3  # but no more than one in so many
_SATURATION = 1.2
_FEWEST_SHARED = 2
_MOST_KEPT = 50_000  # words of which it is known how many have them


@dataclass(frozen=True)
class Telling:
    """A word that tells what a text is about, as it is written there."""

    term: str
    written: str
    weight: float


@dataclass(frozen=True)
class Similar:
    """A clipping, and the telling words it shares, most telling first."""

    number: int
    shared: tuple[Telling, ...]


def telling_words(
    view: View, texts: Iterable[tuple[str, int]], silent: Iterable[str] = (), language: str = ""
) -> list[Telling]:
    """The most telling words of texts that count so often; none of `silent`."""
    many: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for text, times in texts:
        text = text[:_LONGEST]
        for word in words(text):
            many[word.text] += times
            written.setdefault(word.text, Counter())[text[word.start : word.end]] += 1
    for text in silent:
        for word in words(text):
            many.pop(word.text, None)
    for term in small_words(language):
        many.pop(term, None)
    total = max(view.many, 1)
    most = max(2.0, min(_ENOUGH, total / _MOST_OF_FEW), _TOO_COMMON * total)
    found = []
    for term, count in many.items():
        having = _having(view, term, most) if _may_tell(term) else 0
        if 1 < having <= most:
            as_written = written[term].most_common(1)[0][0]
            weight = (1 + math.log(count)) * math.log(1 + total / having)
            found.append(Telling(term, as_written, weight * telling_share(term, as_written)))
    found = [one for one in found if one.weight > 0]
    found.sort(key=lambda one: (-one.weight, one.term))
    return found[:MOST_WORDS]


def similar(view: View, telling: Sequence[Telling], allowed: Array, most: int) -> list[Similar]:
    """The clippings that share most of what tells; `allowed` has True for each slot that may."""
    scores = np.zeros(view.slots, np.float32)
    shared = np.zeros(view.slots, np.int16)
    where = []
    for one in telling:
        slots, weights = _weighed(view, one)
        scores[slots] += weights
        shared[slots] += 1
        where.append(slots)
    fewest = min(_FEWEST_SHARED, len(telling))
    scores[~(allowed & view.is_alive) | (shared < max(fewest, 1))] = 0
    likely = np.argpartition(-scores, most)[:most] if len(scores) > most else np.arange(len(scores))
    best = sorted(likely.tolist(), key=lambda slot: -scores[slot])
    return [
        Similar(int(view.numbers[slot]), _shared(slot, telling, where))
        for slot in best
        if scores[slot] > 0
    ]


def _may_tell(term: str) -> bool:
    return not term.isdecimal() and (len(term) >= _SHORTEST or not term.isascii())


def _having(view: View, term: str, most: float) -> int:
    """In about how many clippings a word stands; where in more than `most`, any such number."""
    known = view.having.get(term)
    if known is None:
        if len(view.having) > _MOST_KEPT:
            view.having.clear()
        known = view.having[term] = _counted(view, term.encode("utf-8", "replace"), most)
    return known


def _counted(view: View, term: bytes, most: float) -> int:
    many = 0
    for segment in view.largest:
        at = segment.terms.find(term)
        if at >= 0:
            postings = segment.data.facts.postings
            many += int(postings[at + 1]) - int(postings[at])
            if many > most:
                break
    return many


def _weighed(view: View, telling: Telling) -> tuple[Array, Array]:
    """The slots that have a word, in order, and how much it weighs in each."""
    encoded = telling.term.encode("utf-8", "replace")
    slots, weights = [np.empty(0, np.int64)], [np.empty(0, np.float64)]
    for segment in view.segments:
        at = segment.terms.find(encoded)
        if at >= 0:
            here = _slots(segment, at)
            counts = segment.data.counts(at, at + 1)
            norms = 0.25 + 0.75 * view.length_norms[here]
            slots.append(here)
            weights.append(telling.weight * counts / (counts + _SATURATION * norms))
    return np.concatenate(slots), np.concatenate(weights)


def _slots(segment: Open, at: int) -> Array:
    slots: Array = segment.data.documents(at, at + 1).astype(np.int64) + segment.base
    return slots


def _shared(slot: int, telling: Sequence[Telling], where: Sequence[Array]) -> tuple[Telling, ...]:
    found = []
    for one, slots in zip(telling, where, strict=True):
        at = int(np.searchsorted(slots, slot))
        if at < len(slots) and slots[at] == slot:
            found.append(one)
    return tuple(found)
