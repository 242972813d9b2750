"""Write several segments as one, without the documents that are no more."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, count
from pathlib import Path

import numpy as np

from reader.search.segments.arrays_file import Array
from reader.search.segments.head import Facts
from reader.search.segments.keys import Postings, grouped, keys_of, sorted_once
from reader.search.segments.segment_data import MANY, SegmentData, SegmentWriter
from reader.search.segments.vocabulary import Vocabulary, bounds_of, strung, vocabulary_of

Part = tuple[SegmentData, Array]  # with True for each document that goes on

Span = tuple[int, int]  # of terms, from the first up to the last

_AT_ONCE = 100_000  # places; what is held in memory
_TERMS_AT_ONCE = 10_000


def merge_segments(
    parts: Sequence[Part], folder: Path, name: str, rest: Callable[[], None] = lambda: None
) -> None:
    """Write what goes on of these segments; `rest` is called between two pieces of the work."""
    _Merging(parts, folder, name, rest).run()


class _Merging:
    def __init__(
        self, parts: Sequence[Part], folder: Path, name: str, rest: Callable[[], None]
    ) -> None:
        self._segments = [segment for segment, _ in parts]
        self._going_on = [going_on for _, going_on in parts]
        self._rest = rest
        self._maps = _new_documents(self._going_on)
        farthest = max((int(one.facts.zones.max(initial=0)) for one in self._segments), default=0)
        self._writer = SegmentWriter(folder, name, farthest)
        self._many = 0  # terms so far
        self._terms: list[Vocabulary] = []
        self._sizes: list[Array] = []  # postings of each term
        self._totals: list[Array] = []  # places of each term
        self._frequent: list[tuple[Array, Array]] = []
        self._written = 0
        # Where each term of each segment went; -1 for those of which nothing goes on.
        self._went = [np.full(len(one.facts.terms), -1, np.int32) for one in self._segments]

    def run(self) -> None:
        try:
            for bounds in self._pieces():
                self._merge(bounds)
                self._rest()
            self._writer.close(self._facts())
        except BaseException:
            self._writer.give_up()
            raise

    def _facts(self) -> Facts:
        kin, families, members = self._families()
        facts = [one.facts for one in self._segments]
        frequent, frequencies = map(np.concatenate, zip(*self._frequent, strict=True))
        languages: dict[str, int] = {}
        for one in facts:
            for language, many in one.languages.items():
                languages[language] = languages.get(language, 0) + many
        return Facts(
            numbers=self._kept([one.numbers for one in facts]),
            lengths=self._kept([one.lengths for one in facts]),
            zones=self._kept([one.zones for one in facts]),
            terms=strung(self._terms),
            postings=bounds_of(np.concatenate(self._sizes)),
            first_places=bounds_of(np.concatenate(self._totals)),
            frequent=frequent,
            frequencies=frequencies,
            kin=kin,
            families=families,
            members=members,
            languages=languages,
        )

    def _kept(self, arrays: Sequence[Array]) -> Array:
        return np.concatenate(
            [one[going_on] for one, going_on in zip(arrays, self._going_on, strict=True)]
        )

    def _pieces(self) -> Iterator[Sequence[Span]]:
        """All terms in their order, some at a time, as where they stand in each segment."""
        apart = max(1, _TERMS_AT_ONCE // len(self._segments))
        all_terms = [one.facts.terms for one in self._segments]
        marks = sorted(terms[at] for terms in all_terms for at in range(apart, len(terms), apart))
        before = [0] * len(all_terms)
        for mark in marks[:: len(all_terms)]:
            after = [terms.place_of(mark) for terms in all_terms]
            yield from self._bounded(list(zip(before, after, strict=True)))
            before = after
        yield from self._bounded(list(zip(before, map(len, all_terms), strict=True)))

    def _bounded(self, bounds: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """The same in parts, where they have too many places to hold them at once."""
        all_facts = [one.facts for one in self._segments]
        places = sum(
            int(facts.first_places[last]) - int(facts.first_places[first])
            for facts, (first, last) in zip(all_facts, bounds, strict=True)
        )
        sizes = [last - first for first, last in bounds]
        widest = sizes.index(max(sizes))
        if places <= _AT_ONCE or sizes[widest] < 2:
            yield bounds
            return
        mark = all_facts[widest].terms[sum(bounds[widest]) // 2]
        middles = [
            min(max(facts.terms.place_of(mark), first), last)
            for facts, (first, last) in zip(all_facts, bounds, strict=True)
        ]
        yield from self._bounded([(a, b) for (a, _), b in zip(bounds, middles, strict=True)])
        yield from self._bounded([(a, b) for a, (_, b) in zip(middles, bounds, strict=True)])

    def _merge(self, bounds: Sequence[Span]) -> None:
        segments = list(zip(self._segments, self._maps, bounds, strict=True))
        found = [segment.facts.terms.between(*within) for segment, _, within in segments]
        terms = sorted(set(chain.from_iterable(found)))
        place = dict(zip(terms, count(), strict=False))
        ranks = [np.fromiter(map(place.__getitem__, one), np.int64, len(one)) for one in found]
        keys = [
            _keys(segment, documents, rank, within)
            for (segment, documents, within), rank in zip(segments, ranks, strict=True)
        ]
        postings = Postings(sorted_once(np.concatenate(keys)))
        ends = np.searchsorted(postings.terms, np.arange(len(terms) + 1))
        sizes = np.diff(ends)
        totals = np.diff(bounds_of(postings.counts)[ends])
        is_left = sizes > 0
        new_at = np.where(is_left, self._many + np.cumsum(is_left) - 1, -1)
        for went, rank, (first, last) in zip(self._went, ranks, bounds, strict=True):
            went[first:last] = new_at[rank]
        often = np.flatnonzero(postings.counts >= MANY)
        self._frequent.append((often + self._written, postings.counts[often]))
        self._terms.append(vocabulary_of(list(compress(terms, is_left.tolist()))))
        self._many += int(is_left.sum())
        self._sizes.append(sizes[is_left])
        self._totals.append(totals[is_left])
        self._writer.append(postings.documents, postings.counts, postings.places)
        self._written += len(postings.documents)

    def _families(self) -> tuple[Vocabulary, Array, Array]:
        keys = sorted(set(chain.from_iterable(one.facts.kin for one in self._segments)))
        place = dict(zip(keys, count(), strict=False))
        families, members = [], []
        for one, went in zip(self._segments, self._went, strict=True):
            many = len(one.facts.kin)
            rank = np.fromiter(map(place.__getitem__, one.facts.kin), np.int64, many)
            families.append(np.repeat(rank, np.diff(one.facts.families)))
            members.append(went[one.facts.members])
        family, member = np.concatenate(families), np.concatenate(members)
        is_left = member >= 0
        starts, in_turn = grouped(family[is_left], member[is_left], len(keys))
        sizes = np.diff(starts)
        left = vocabulary_of(list(compress(keys, (sizes > 0).tolist())))
        return left, bounds_of(sizes[sizes > 0]), in_turn


def _keys(segment: SegmentData, documents: Array, rank: Array, bounds: Span) -> Array:
    """The keys of a segment's terms between two bounds, in the new segment's documents."""
    first, last = bounds
    counts = segment.counts(first, last)
    sizes: Array = np.diff(segment.facts.postings[first : last + 1].astype(np.int64))
    old = documents[segment.documents(first, last)]
    terms = np.repeat(rank, sizes)
    each_old, each_term = np.repeat(old, counts), np.repeat(terms, counts)
    is_left = each_old >= 0
    places = segment.places(first, last)
    return keys_of(each_term[is_left], each_old[is_left], places[is_left])


def _new_documents(going_on: Sequence[Array]) -> list[Array]:
    """For each old document what it is in the new segment; -1 where it is left out."""
    maps, base = [], 0
    for one in going_on:
        maps.append(np.where(one, base + np.cumsum(one) - 1, -1))
        base += int(one.sum())
    return maps
