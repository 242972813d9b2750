"""Answer a search from a view: which slots answer it, and how well."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reader.search.asked import AllOf, AnyOf, Asked, Fact, NoneOf, Words
from reader.search.entries import ZONES
from reader.search.segments.arrays_file import Array
from reader.search.spellings import Range, Reading, Slot, Spellings, read
from reader.search.view import Open, View

# Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
_SATURATION = 1.2
_LENGTHS = 0.75
# What a word counts for, beside its being in the text, where a reader expects it most.
_IN_TITLE = 4.0
_IN_HEAD = 1.5
_WHOLE = 2.0  # what a phrase counts for beside its words
_WIDEST = 10  # postings a clipping; nearly every one has some of so many
_FREQUENT = 64  # terms that are looked at one by one
_WIDE = 2  # postings a clipping; of more that begin alike it is not asked where they stand
_FEW = 10_000  # postings that are looked at in any case

Facts = Callable[[Fact], Array]  # True for each slot of which it holds


@dataclass(frozen=True)
class Answered:
    """For each slot whether it answers, and how well; 0 says nothing of how well."""

    mask: Array
    score: Array


class Answering:
    """One search over one view. `go_on` is asked now and then, and may raise Overtaken."""

    def __init__(
        self,
        view: View,
        spellings: Spellings,
        facts: Facts,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        self._view = view
        self._spellings = spellings
        self._facts = facts
        self._go_on = go_on

    def answer(self, asked: Asked) -> Answered:
        answered = self._any(asked)
        return Answered(answered.mask & self._view.is_alive, answered.score)

    def _any(self, asked: Asked) -> Answered:
        self._go_on()
        match asked:
            case Words():
                return self._kept_words(asked)
            case Fact():
                return Answered(self._facts(asked), self._no_score())
            case NoneOf(part):
                return Answered(~self._any(part).mask, self._no_score())
            case AllOf(parts):
                return self._all(parts)
            case AnyOf(parts):
                return self._one_of(parts)

    def _all(self, parts: tuple[Asked, ...]) -> Answered:
        mask, score = np.ones(self._view.slots, bool), self._no_score()
        for part in parts:
            answered = self._any(part)
            mask &= answered.mask
            score += answered.score
        return Answered(mask, score)

    def _one_of(self, parts: tuple[Asked, ...]) -> Answered:
        mask, score = np.zeros(self._view.slots, bool), self._no_score()
        for part in parts:
            answered = self._any(part)
            mask |= answered.mask
            score += answered.score
        return Answered(mask, score)

    def _kept_words(self, words: Words) -> Answered:
        kept = self._view.kept.get(words)
        if kept is None:
            answered = self._words(words)
            self._view.kept.put(words, answered.mask, answered.score)
            return answered
        return Answered(*kept)

    def _words(self, words: Words) -> Answered:
        reading = read(words.text, words.is_open)
        if not reading.slots:
            return Answered(np.ones(self._view.slots, bool), self._no_score())
        if len(reading.slots) == 1:
            weights = self._weights(reading.slots[0], words)
            return self._scored(weights)
        weights = self._phrase(reading, words)
        for term in reading.joined:
            other = self._weights(Slot((term,), is_open=words.is_open), words)
            weights = np.maximum(weights, other)
        return self._scored(weights)

    def _scored(self, weights: Array) -> Answered:
        mask = weights > 0
        many, total = int(mask.sum()), self._view.slots
        rarity = math.log(1 + (total - many + 0.5) / (many + 0.5))
        hits = np.flatnonzero(mask)
        found = weights[hits]
        norms = 1 - _LENGTHS + _LENGTHS * self._view.length_norms[hits]
        score = self._no_score()
        score[hits] = rarity * found * (_SATURATION + 1) / (found + _SATURATION * norms)
        return Answered(mask, score)

    def _weights(self, slot: Slot, words: Words) -> Array:
        """How much a word weighs in each slot."""
        weights = self._no_score()
        for segment in self._view.segments:
            self._go_on()
            inside = weights[segment.base : segment.base + len(segment.data)]
            for terms in self._spellings.ranges(segment, slot, words.is_exact, words.slips):
                _weigh(inside, segment, terms, words.zones)
        return weights

    def _phrase(self, reading: Reading, words: Words) -> Array:
        weights = self._no_score()
        is_exact = words.is_exact and not words.within
        for segment in self._view.segments:
            self._go_on()
            found = [
                self._spellings.ranges(segment, slot, is_exact, words.slips)
                for slot in reading.slots
            ]
            if not all(found):
                continue
            near = _near if words.within else _next_to_each_other
            spots = near(segment, found, words.within)
            spots = _in_zones(spots, segment, words.zones)
            documents, counts = np.unique(spots >> _PLACE, return_counts=True)
            weights[segment.base + documents] = _WHOLE * counts
        return weights

    def _no_score(self) -> Array:
        return np.zeros(self._view.slots, np.float32)


_PLACE = 20  # bits of a spot that say where in its document it is


def _weigh(weights: Array, segment: Open, terms: Range, zones: tuple[str, ...]) -> None:
    """Add what these terms weigh in each document of a segment."""
    postings = segment.data.facts.postings
    many = int(postings[terms.last]) - int(postings[terms.first])
    if zones:
        spots = _in_zones(_spots(segment, terms), segment, zones)
        documents = spots >> _PLACE
        weights += np.bincount(documents, minlength=len(weights)).astype(np.float32)
    elif many > max(_WIDEST * len(weights), _FEW) and terms.last - terms.first > 1:
        _cover(weights, segment, terms)
    elif many > max(_WIDE * len(weights), _FEW) and terms.last - terms.first > 1:
        documents = segment.data.documents(terms.first, terms.last)
        weights += np.bincount(documents, minlength=len(weights)).astype(np.float32)
    elif many:
        documents, found = _found(segment, terms)
        if terms.last - terms.first == 1:
            weights[documents] += found
        else:
            weights += np.bincount(documents, found, len(weights)).astype(np.float32)


def _cover(weights: Array, segment: Open, terms: Range) -> None:
    """Note who has one of so many terms that nearly all have: the most frequent first."""
    sizes = np.diff(segment.data.facts.postings[terms.first : terms.last + 1].astype(np.int64))
    for at in (np.argsort(-sizes)[:_FREQUENT] + terms.first).tolist():
        weights[segment.data.documents(at, at + 1)] += 1
        if weights.all():
            return
    weights[segment.data.documents(terms.first, terms.last)] += 1


def _found(segment: Open, terms: Range) -> tuple[Array, Array]:
    """The documents of terms, and how much they weigh in each: more where they stand on top."""
    data = segment.data
    documents = data.documents(terms.first, terms.last)
    counts = data.counts(terms.first, terms.last)
    firsts = data.places(terms.first, terms.last)[np.cumsum(counts) - counts]
    zones = data.facts.zones
    weights = counts.astype(np.float32)
    weights[firsts < zones[documents, _BODY]] += _IN_HEAD
    weights[firsts < zones[documents, _AFTER_TITLE]] += _IN_TITLE - _IN_HEAD
    return documents, weights


_BODY, _AFTER_TITLE = ZONES.index("body"), ZONES.index("title") + 1


def _spots(segment: Open, terms: Range) -> Array:
    """Where terms stand, each as its document and its place in it, sorted for one term."""
    data = segment.data
    documents = data.documents(terms.first, terms.last).astype(np.int64)
    counts = data.counts(terms.first, terms.last)
    return (np.repeat(documents, counts) << _PLACE) | data.places(terms.first, terms.last)


def _all_spots(segment: Open, ranges: list[Range], among: Array | None) -> Array:
    """The same for several terms, sorted; in those documents alone that `among` has True for."""
    found = []
    for terms in ranges:
        if among is None:
            found.append(_spots(segment, terms))
            continue
        data = segment.data
        documents = data.documents(terms.first, terms.last)
        counts = data.counts(terms.first, terms.last)
        wanted = np.repeat(among[documents], counts)
        each = np.repeat(documents, counts)[wanted].astype(np.int64)
        found.append((each << _PLACE) | data.places(terms.first, terms.last)[wanted])
    if len(found) == 1 and ranges[0].last - ranges[0].first == 1:
        return found[0]
    joined = np.concatenate(found)
    joined.sort()
    return joined


def _next_to_each_other(segment: Open, found: list[list[Range]], _: int) -> Array:
    """Where the first of the words stands when the others follow it one by one."""
    among = _with_all(segment, found)
    if not among.any():
        return np.empty(0, np.int64)
    # From the rarest word on, since no more can be left than it has.
    order = sorted(range(len(found)), key=lambda at: _many(segment, found[at]))
    spots = _all_spots(segment, found[order[0]], among) - order[0]
    for at in order[1:]:
        others = _all_spots(segment, found[at], among) - at
        spots = spots[_holds(others, spots)]
    return spots


def _near(segment: Open, found: list[list[Range]], within: int) -> Array:
    """Where the first of the words stands when each other stands so near to it."""
    among = _with_all(segment, found)
    if not among.any():
        return np.empty(0, np.int64)
    spots = _all_spots(segment, found[0], among)
    for ranges in found[1:]:
        others = _all_spots(segment, ranges, among)
        low = np.searchsorted(others, spots - within - 1)
        high = np.searchsorted(others, spots + within + 1, side="right")
        # A word is not near to itself.
        itself = _holds(others, spots)
        spots = spots[(high - low) > itself]
    return spots


def _with_all(segment: Open, found: list[list[Range]]) -> Array:
    among = np.ones(len(segment.data), bool)
    for ranges in found:
        here = np.zeros(len(segment.data), bool)
        for terms in ranges:
            here[segment.data.documents(terms.first, terms.last)] = True
        among &= here
    return among


def _many(segment: Open, ranges: list[Range]) -> int:
    postings = segment.data.facts.postings
    return sum(int(postings[one.last]) - int(postings[one.first]) for one in ranges)


def _holds(among: Array, wanted: Array) -> Array:
    """Whether each of `wanted` is one of the sorted `among`."""
    if not len(among):
        return np.zeros(len(wanted), bool)
    places = np.searchsorted(among, wanted)
    places[places == len(among)] = 0
    is_there: Array = among[places] == wanted
    return is_there


def _in_zones(spots: Array, segment: Open, zones: tuple[str, ...]) -> Array:
    """Those spots that lie in one of some zones; all of them where none is named."""
    if not zones:
        return spots
    starts = segment.data.facts.zones[spots >> _PLACE]
    places = spots & ((1 << _PLACE) - 1)
    inside = np.zeros(len(spots), bool)
    for zone in zones:
        at = ZONES.index(zone)
        inside |= (starts[:, at] <= places) & (places < starts[:, at + 1])
    return spots[inside]
