"""A sorted list of terms in two arrays, in which one is found without unpacking the others."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from reader.search.segments.arrays_file import Array

_APART = 32  # terms between two that are unpacked
_AT_ONCE = 1_000  # terms that are unpacked together


@dataclass(frozen=True)
class Vocabulary:
    """Terms as UTF-8 one after the other, in the order of their bytes; `starts` has one more."""

    letters: bytes
    starts: Array

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, at: int) -> bytes:
        return self.letters[self.starts[at] : self.starts[at + 1]]

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self), _AT_ONCE):
            yield from self.between(at, min(at + _AT_ONCE, len(self)))

    def between(self, first: int, last: int) -> list[bytes]:
        """The terms from `first` up to `last`."""
        starts = self.starts[first : last + 1].tolist()
        return [self.letters[start:end] for start, end in pairwise(starts)]

    def find(self, term: bytes) -> int:
        """Where a term stands; -1 where it does not."""
        at = self.place_of(term)
        return at if at < len(self) and self[at] == term else -1

    def place_of(self, term: bytes) -> int:
        """Where a term stands or would stand."""
        # The terms from the last one unpacked before it up to the next one.
        block = bisect_left(self._every_so_many, term)
        low, high = max(block - 1, 0) * _APART, min(block * _APART, len(self))
        while low < high:
            middle = (low + high) // 2
            if self[middle] < term:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def _every_so_many(self) -> list[bytes]:
        return [self[at] for at in range(0, len(self), _APART)]

    def starting_with(self, start: bytes) -> tuple[int, int]:
        """From where to where the terms stand that begin so."""
        return self.place_of(start), self.place_of(start + b"\xff")


def vocabulary_of(terms: Sequence[bytes]) -> Vocabulary:
    """The vocabulary of terms that are sorted already."""
    return Vocabulary(b"".join(terms), bounds_of(list(map(len, terms))))


def strung(parts: Sequence[Vocabulary]) -> Vocabulary:
    """The vocabulary of parts that follow each other."""
    sizes = np.concatenate([np.diff(one.starts) for one in parts])
    return Vocabulary(b"".join(one.letters for one in parts), bounds_of(sizes))


def bounds_of(counts: ArrayLike) -> Array:
    """Where each of some runs of this length starts, and where the last one ends."""
    return np.append(0, np.cumsum(counts, dtype=np.int64))


def spread(starts: Array, sizes: Array) -> Array:
    """All places in runs that start there and are so long, one run after the other."""
    firsts = starts - bounds_of(sizes)[:-1]
    places: Array = np.arange(sizes.sum()) + np.repeat(firsts, sizes)
    return places
