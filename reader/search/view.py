"""The segments of an index at one moment, seen as one: a search keeps its view to the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reader.search.kept import Kept
from reader.search.segments.arrays_file import Array
from reader.search.segments.segment_data import SegmentData
from reader.search.segments.vocabulary import Vocabulary

_SMALL = 50  # times as large as a small segment is what it is part of


@dataclass(frozen=True)
class Open:
    """A segment, with the slot in which its first document stands."""

    data: SegmentData
    base: int

    @property
    def terms(self) -> Vocabulary:
        return self.data.facts.terms


class View:
    """Each document stands in a slot; slots of those that are no more stay empty.

    `kept` are answers to words, for as long as there is room for them in so many bytes. `taken`
    and `is_part` are those of the table of contents.
    """

    def __init__(
        self,
        generation: int,
        parts: Sequence[tuple[SegmentData, set[int]]],
        kept_bytes: int = 0,
        taken: int = 0,
        is_part: bool = False,
    ) -> None:
        self.generation = generation
        self.taken = taken
        self.is_part = is_part
        self.kept = Kept(kept_bytes)
        self.closest: dict[str, tuple[str, int]] = {}  # to words that may be mistyped
        self.written: dict[str, str] = {}  # how articles write words
        self.having: dict[str, int] = {}  # in how many clippings words stand
        segments, base = [], 0
        for data, _ in parts:
            segments.append(Open(data, base))
            base += len(data)
        self.segments = tuple(segments)
        self.slots = base
        self.is_alive = np.ones(base, bool)
        for one, (_, deleted) in zip(segments, parts, strict=True):
            gone = np.fromiter(deleted, np.int64, len(deleted))
            self.is_alive[one.base + gone] = False

    @property
    def many(self) -> int:
        return int(self.is_alive.sum())

    @cached_property
    def largest(self) -> Sequence[Open]:
        """The segments but for the smallest, which take as long to ask and change no rate."""
        large = (one for one in self.segments if len(one.data) * _SMALL >= self.slots)
        return sorted(large, key=lambda one: -len(one.data))

    @cached_property
    def numbers(self) -> Array:
        """The clipping in each slot."""
        return self._joined([one.data.numbers for one in self.segments])

    @cached_property
    def length_norms(self) -> Array:
        """How long each text is, where 1 is as long as most."""
        lengths = self._joined([one.data.facts.lengths for one in self.segments])
        usual = float(lengths[self.is_alive].mean()) if self.is_alive.any() else 1.0
        return (lengths / max(usual, 1.0)).astype(np.float32)

    @cached_property
    def languages(self) -> Mapping[str, int]:
        """In how many clippings each language was met."""
        many: dict[str, int] = {}
        for one in self.segments:
            for language, count in one.data.facts.languages.items():
                many[language] = many.get(language, 0) + count
        return many

    def _joined(self, arrays: Sequence[Array]) -> Array:
        return np.concatenate(arrays) if arrays else np.empty(0, np.int64)
