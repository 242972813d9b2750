"""Write several segments as one, without the documents that are no more."""

from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import groupby, islice
from pathlib import Path

import numpy as np

from reader.search.segments.arrays_file import Array
from reader.search.segments.keys import Postings, keys_of, sorted_once
from reader.search.segments.segment_data import MANY, Facts, SegmentData, SegmentWriter
from reader.search.segments.vocabulary import Vocabulary, starts_of, vocabulary_of

Part = tuple[SegmentData, Array]  # with True for each document that goes on

_AT_ONCE = 1_000_000  # places; what is held in memory
_TERMS_AT_ONCE = 20_000


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
        self._terms: list[bytes] = []
        self._sizes: list[Array] = []  # postings of each term
        self._totals: list[Array] = []  # places of each term
        self._frequent: list[tuple[Array, Array]] = []
        self._written = 0
        # Where each term of each segment went; -1 for those of which nothing goes on.
        self._went = [np.full(len(one.facts.terms), -1, np.int64) for one in self._segments]

    def run(self) -> None:
        try:
            for terms, bounds in self._pieces():
                self._merge(terms, bounds)
                self._rest()
            self._writer.close(self._facts())
        except BaseException:
            self._writer.give_up()
            raise

    def _facts(self) -> Facts:
        kin, families, members = self._families()
        facts = [one.facts for one in self._segments]
        sizes = np.concatenate([*self._sizes, np.empty(0, np.int64)])
        totals = np.concatenate([*self._totals, np.empty(0, np.int64)])
        postings = starts_of(sizes, len(sizes))
        places = starts_of(totals, len(totals))
        empty = (np.empty(0, np.int64), np.empty(0, np.int64))
        frequent, frequencies = map(np.concatenate, zip(empty, *self._frequent, strict=False))
        languages: dict[str, int] = {}
        for one in facts:
            for language, many in one.languages.items():
                languages[language] = languages.get(language, 0) + many
        return Facts(
            numbers=self._kept([one.numbers for one in facts]),
            lengths=self._kept([one.lengths for one in facts]),
            zones=self._kept([one.zones for one in facts]),
            terms=vocabulary_of(self._terms),
            postings=postings,
            first_places=places,
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

    def _pieces(self) -> Iterator[tuple[list[bytes], list[tuple[int, int]]]]:
        """Some terms at a time, and where they stand in each segment."""
        all_terms = (term for term, _ in groupby(merge(*(s.facts.terms for s in self._segments))))
        before = [0] * len(self._segments)
        while terms := list(islice(all_terms, _TERMS_AT_ONCE)):
            after = [one.facts.terms.place_of(terms[-1] + b"\0") for one in self._segments]
            yield from self._bounded(terms, list(zip(before, after, strict=True)))
            before = after

    def _bounded(
        self, terms: list[bytes], bounds: list[tuple[int, int]]
    ) -> Iterator[tuple[list[bytes], list[tuple[int, int]]]]:
        places = sum(
            int(one.facts.first_places[b]) - int(one.facts.first_places[a])
            for one, (a, b) in zip(self._segments, bounds, strict=True)
        )
        if places <= _AT_ONCE or len(terms) == 1:
            yield terms, bounds
            return
        half = len(terms) // 2
        middles = [
            min(max(one.facts.terms.place_of(terms[half]), a), b)
            for one, (a, b) in zip(self._segments, bounds, strict=True)
        ]
        lower = [(a, middle) for (a, _), middle in zip(bounds, middles, strict=True)]
        upper = [(middle, b) for (_, b), middle in zip(bounds, middles, strict=True)]
        yield from self._bounded(terms[:half], lower)
        yield from self._bounded(terms[half:], upper)

    def _merge(self, terms: list[bytes], bounds: list[tuple[int, int]]) -> None:
        place = {term: at for at, term in enumerate(terms)}
        ranks, keys = [], []
        for segment, documents, (first, last) in zip(
            self._segments, self._maps, bounds, strict=True
        ):
            vocabulary = segment.facts.terms
            rank = np.fromiter(
                (place[vocabulary[at]] for at in range(first, last)), np.int64, last - first
            )
            ranks.append(rank)
            keys.append(_keys(segment, documents, rank, (first, last)))
        postings = Postings(sorted_once(np.concatenate(keys)))
        ends = np.searchsorted(postings.terms, np.arange(len(terms) + 1))
        sizes = np.diff(ends)
        totals = np.diff(starts_of(postings.counts, len(postings.counts))[ends])
        is_left = sizes > 0
        new_at = np.where(is_left, len(self._terms) + np.cumsum(is_left) - 1, -1)
        for went, rank, (first, last) in zip(self._went, ranks, bounds, strict=True):
            went[first:last] = new_at[rank]
        often = np.flatnonzero(postings.counts >= MANY)
        self._frequent.append((often + self._written, postings.counts[often]))
        self._terms += [term for term, left in zip(terms, is_left.tolist(), strict=True) if left]
        self._sizes.append(sizes[is_left])
        self._totals.append(totals[is_left])
        self._writer.append(postings.documents, postings.counts, postings.places)
        self._written += len(postings.documents)

    def _families(self) -> tuple[Vocabulary, Array, Array]:
        keys, families = [], []
        lists = [_named(one.facts.kin, which) for which, one in enumerate(self._segments)]
        for key, found in groupby(merge(*lists), key=lambda one: one[0]):
            members: set[int] = set()
            for _, at, which in found:
                facts = self._segments[which].facts
                old = facts.members[int(facts.families[at]) : int(facts.families[at + 1])]
                members.update(self._went[which][old].tolist())
            members.discard(-1)
            if members:
                keys.append(key)
                families.append(np.array(sorted(members), np.int64))
        joined = np.concatenate(families) if families else np.empty(0, np.int64)
        return vocabulary_of(keys), starts_of(map(len, families), len(families)), joined


def _keys(segment: SegmentData, documents: Array, rank: Array, bounds: tuple[int, int]) -> Array:
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


def _named(keys: Vocabulary, which: int) -> Iterator[tuple[bytes, int, int]]:
    """The keys of a segment's families, with where they stand and in which segment."""
    return ((key, at, which) for at, key in enumerate(keys))


def _new_documents(going_on: Sequence[Array]) -> list[Array]:
    """For each old document what it is in the new segment; -1 where it is left out."""
    maps, base = [], 0
    for one in going_on:
        maps.append(np.where(one, base + np.cumsum(one) - 1, -1))
        base += int(one.sum())
    return maps
