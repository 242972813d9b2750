"""A segment that is to be written: clippings as terms that stand at places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from reader.search.segments.arrays_file import Array
from reader.search.segments.head import Facts
from reader.search.segments.keys import FARTHEST, Postings, grouped, keys_of, sorted_once
from reader.search.segments.segment_data import MANY, SegmentWriter
from reader.search.segments.vocabulary import Vocabulary, bounds_of, vocabulary_of


@dataclass(frozen=True)
class Stands:
    """Which terms stand at which places of a clipping; `zones` is where each zone starts and ends.

    Terms are told by their numbers.
    """

    terms: Array
    places: Array
    zones: Array


@dataclass(frozen=True)
class Kin:
    """Families of words: `keys[families[i]]` is the key of one that `members[i]` belongs to."""

    keys: Sequence[str]
    families: Array
    members: Array


@dataclass(frozen=True)
class NewSegment:
    """Clippings by their numbers, in the order of `stands`; `terms` are in no order."""

    numbers: Sequence[int]
    terms: Sequence[str]
    stands: Sequence[Stands]
    kin: Kin
    languages: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.numbers)

    def write(self, folder: Path, name: str) -> None:
        order, terms = _in_order(self.terms)
        postings = Postings(sorted_once(self._keys(order)))
        zones = np.array([one.zones for one in self.stands])
        farthest = min(int(postings.places.max(initial=0)), FARTHEST)
        writer = SegmentWriter(folder, name, farthest)
        writer.append(postings.documents, postings.counts, postings.places)
        kin, families, members = _families(self.kin, order)
        ends = np.searchsorted(postings.terms, np.arange(len(terms) + 1))
        often = np.flatnonzero(postings.counts >= MANY)
        writer.close(
            Facts(
                numbers=np.array(self.numbers, np.int64),
                lengths=zones[:, -1],
                zones=zones,
                terms=terms,
                postings=ends,
                first_places=bounds_of(postings.counts)[ends],
                frequent=often,
                frequencies=postings.counts[often],
                kin=kin,
                families=families,
                members=members,
                languages=self.languages,
            )
        )

    def _keys(self, order: Array) -> Array:
        found = [
            keys_of(order[one.terms], np.array([document]), one.places)
            for document, one in enumerate(self.stands)
        ]
        return np.concatenate(found)


def _in_order(words: Sequence[str]) -> tuple[Array, Vocabulary]:
    """Where each word stands among all when they are sorted, and all of them."""
    in_order = sorted(words)
    place = dict(zip(in_order, count(), strict=False))
    order = np.fromiter(map(place.__getitem__, words), np.int64, len(words))
    return order, vocabulary_of([word.encode("utf-8", "replace") for word in in_order])


def _families(kin: Kin, order: Array) -> tuple[Vocabulary, Array, Array]:
    """The keys in order, where the members of each family start, and the members in order."""
    ranks, keys = _in_order(kin.keys)
    return keys, *grouped(ranks[kin.families], order[kin.members], len(keys))
