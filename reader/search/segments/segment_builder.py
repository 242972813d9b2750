"""Gather the terms of clippings, and write them as a segment."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from reader.search.segments.arrays_file import Array
from reader.search.segments.keys import FARTHEST, Postings, keys_of, sorted_once
from reader.search.segments.segment_data import MANY, MOST_DOCUMENTS, Facts, SegmentWriter
from reader.search.segments.vocabulary import Vocabulary, starts_of, vocabulary_of


class SegmentBuilder:
    """A segment in memory, to which documents are added one by one."""

    def __init__(self) -> None:
        self._terms: defaultdict[str, int] = defaultdict()
        self._terms.default_factory = self._terms.__len__
        self._kin: defaultdict[str, set[int]] = defaultdict(set)
        self._languages: defaultdict[str, int] = defaultdict(int)
        self._which = array("I")
        self._places = array("I")
        self._sizes = array("I")
        self.numbers: list[int] = []
        self._lengths: list[int] = []
        self._zones: list[Sequence[int]] = []

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def is_full(self) -> bool:
        return len(self) >= MOST_DOCUMENTS

    @property
    def size(self) -> int:
        """How many terms it holds in all."""
        return len(self._which)

    def add(
        self, number: int, terms: Sequence[str], places: Sequence[int], zones: Sequence[int]
    ) -> None:
        """A document's terms with their places, and where each of its zones starts and ends."""
        self._which.extend(map(self._terms.__getitem__, terms))
        self._places.extend(places)
        self._sizes.append(len(terms))
        self.numbers.append(number)
        self._lengths.append(zones[-1])
        self._zones.append(zones)

    def relate(self, language: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Terms that were added, each with the key of its family, in a document's language."""
        self._languages[language] += 1
        kin, terms = self._kin, self._terms
        for term, key in pairs:
            kin[key].add(terms[term])

    def write(self, folder: Path, name: str) -> None:
        terms = sorted(self._terms)
        order = np.empty(len(terms), np.int64)
        order[np.fromiter((self._terms[one] for one in terms), np.int64, len(terms))] = np.arange(
            len(terms)
        )
        documents = np.repeat(np.arange(len(self)), np.frombuffer(self._sizes, np.uint32))
        which = order[np.frombuffer(self._which, np.uint32)] if self._which else order[:0]
        places = np.frombuffer(self._places, np.uint32)
        postings = Postings(sorted_once(keys_of(which, documents, places)))
        farthest = min(int(places.max(initial=0)), FARTHEST)
        writer = SegmentWriter(folder, name, farthest)
        writer.append(postings.documents, postings.counts, postings.places)
        kin, families, members = self._families(order)
        encoded = [one.encode("utf-8", "replace") for one in terms]
        ends = np.searchsorted(postings.terms, np.arange(len(terms) + 1))
        totals = starts_of(postings.counts, len(postings.counts))
        often = np.flatnonzero(postings.counts >= MANY)
        writer.close(
            Facts(
                numbers=np.array(self.numbers, np.int64),
                lengths=np.array(self._lengths, np.int64),
                zones=np.array(self._zones, np.int64).reshape(len(self), -1),
                terms=vocabulary_of(encoded),
                postings=ends,
                first_places=totals[ends],
                frequent=often,
                frequencies=postings.counts[often],
                kin=kin,
                families=families,
                members=members,
                languages=dict(self._languages),
            )
        )

    def _families(self, order: Array) -> tuple[Vocabulary, Array, Array]:
        keys = sorted(self._kin)
        members = [np.sort(order[list(self._kin[key])]) for key in keys]
        joined = np.concatenate(members) if members else np.empty(0, np.int64)
        return (
            vocabulary_of([key.encode() for key in keys]),
            starts_of(map(len, members), len(members)),
            joined,
        )
