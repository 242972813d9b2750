"""One segment of the index on disk: which terms stand where in which clippings."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import numpy as np

from reader.search.damage import IndexDamaged
from reader.search.segments.arrays_file import Array, ArrayFile, ArrayWriter
from reader.search.segments.head import Facts, HeadFile, write_head

MOST_DOCUMENTS = 65_535  # in one segment, so that two bytes name each
MANY = 255  # how often a term stands in a clipping, where one byte does not hold it
_LARGE = ("docs", "counts", "places")
_KINDS = {"docs": "u2", "counts": "u1"}
_NEAR, _FAR = "u2", "u4"  # what names a place, by how long the longest text is
FARTHEST_NEAR = 65_535


class SegmentWriter:
    """Writes a segment: postings in the order of the terms, then its facts."""

    def __init__(self, folder: Path, name: str, farthest: int) -> None:
        self._head = folder / f"{name}.head"
        far = _NEAR if farthest <= FARTHEST_NEAR else _FAR
        self._kinds = _KINDS | {"places": far}
        self._large = {
            part: ArrayWriter(folder / f"{name}.{part}", self._kinds[part]) for part in _LARGE
        }

    def append(self, docs: Array, counts: Array, places: Array) -> None:
        self._large["docs"].append(docs)
        self._large["counts"].append(np.minimum(counts, MANY))
        self._large["places"].append(places)

    def give_up(self) -> None:
        """Leave what was written as it is: no table of contents will name it."""
        for one in self._large.values():
            one.give_up()

    def close(self, facts: Facts) -> None:
        for one in self._large.values():
            one.close()
        written = {
            part: (one.size, one.sum, self._kinds[part]) for part, one in self._large.items()
        }
        write_head(self._head, facts, written)


class SegmentData:
    """A segment that is read. IndexDamaged where its files are not what was written."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self._head = HeadFile(folder / f"{name}.head")
        self._large: dict[str, ArrayFile] = {}
        try:
            self.numbers = self._head.array("numbers")
            for part in _LARGE:
                size, _, kind = self._head.written[part]
                self._large[part] = ArrayFile(folder / f"{name}.{part}", kind, size)
        except BaseException:
            self.close()
            raise

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def facts(self) -> Facts:
        """Held from when they are first asked for: whoever only adds to an index never does."""
        return self._head.facts()

    @property
    def size(self) -> int:
        """Bytes of its postings on disk."""
        return sum(size for size, _, _ in self._head.written.values())

    def close(self) -> None:
        self._head.close()
        for one in self._large.values():
            one.close()

    def check(self, rest: Callable[[], None] = lambda: None) -> None:
        """IndexDamaged where a byte is not what was written."""
        self._head.check(rest)
        for part, file in self._large.items():
            if file.sum(rest) != self._head.written[part][1]:
                raise IndexDamaged(f"{self.name}.{part} is not what was written")

    def documents(self, first: int, last: int) -> Array:
        """The documents of the terms from `first` up to `last`, one term's after another's."""
        at = self.facts.postings
        return self._large["docs"].slice(int(at[first]), int(at[last]))

    def counts(self, first: int, last: int) -> Array:
        """How often each of those terms stands in each of those documents."""
        facts = self.facts
        start, stop = int(facts.postings[first]), int(facts.postings[last])
        counts = self._large["counts"].slice(start, stop).astype(np.int32)
        low, high = np.searchsorted(facts.frequent, (start, stop))
        counts[facts.frequent[low:high] - start] = facts.frequencies[low:high]
        return counts

    def places(self, first: int, last: int) -> Array:
        """Where they stand: for each of those postings in turn as many places as it counts."""
        at = self.facts.first_places
        return self._large["places"].slice(int(at[first]), int(at[last]))

    def family(self, key: bytes) -> Array:
        """The terms that share a stem."""
        at = self.facts.kin.find(key)
        if at < 0:
            return np.empty(0, np.int64)
        facts = self.facts
        return facts.members[int(facts.families[at]) : int(facts.families[at + 1])]

    def keys_of(self, term: int) -> list[bytes]:
        """The keys of the families that a term belongs to."""
        order, members, families = self._by_member
        low, high = np.searchsorted(members, (term, term + 1))
        return [self.facts.kin[int(families[at])] for at in order[low:high]]

    @cached_property
    def _by_member(self) -> tuple[Array, Array, Array]:
        facts = self.facts
        order = np.argsort(facts.members, kind="stable")
        sizes = np.diff(facts.families)
        return order, facts.members[order], np.repeat(np.arange(len(sizes)), sizes)
