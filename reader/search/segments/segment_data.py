"""One segment of the index on disk: which terms stand where in which clippings."""

import json
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from reader.search.damage import IndexDamaged
from reader.search.segments.arrays_file import Array, ArrayFile, ArrayWriter
from reader.search.segments.vocabulary import Vocabulary

MOST_DOCUMENTS = 65_535  # in one segment, so that two bytes name each
MANY = 255  # how often a term stands in a clipping, where one byte does not hold it
_MAGIC = b"CLIPPINGS SEGMENT 3\n"
_LARGE = ("docs", "counts", "places")
_KINDS = {"docs": "u2", "counts": "u1"}
_NEAR, _FAR = "u2", "u4"  # what names a place, by how long the longest text is
FARTHEST_NEAR = 65_535


@dataclass(frozen=True)
class Facts:
    """What a segment says beside its postings.

    For document d of it: `numbers[d]` is its clipping, `lengths[d]` how many words it has and
    `zones[d, z]` where its zone z starts. Term t has the postings `postings[t]` up to
    `postings[t + 1]`, and its places start at `first_places[t]`. Posting `frequent[i]` has
    `frequencies[i]` places, more than a byte can say. `kin` are the keys of word families,
    of which family f has the terms `members[families[f]:families[f + 1]]`.
    """

    numbers: Array
    lengths: Array
    zones: Array
    terms: Vocabulary
    postings: Array
    first_places: Array
    frequent: Array
    frequencies: Array
    kin: Vocabulary
    families: Array
    members: Array
    languages: Mapping[str, int] = field(default_factory=dict)


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
        _write_head(self._head, facts, written)


class SegmentData:
    """A segment that is read. IndexDamaged where its files are not what was written."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.facts, self._written = _read_head(folder / f"{name}.head")
        self._large = {}
        try:
            for part in _LARGE:
                size, _, kind = self._written[part]
                self._large[part] = ArrayFile(folder / f"{name}.{part}", kind, size)
        except BaseException:
            self.close()
            raise

    def __len__(self) -> int:
        return len(self.facts.numbers)

    @property
    def size(self) -> int:
        """Bytes of its postings on disk."""
        return sum(size for size, _, _ in self._written.values())

    def close(self) -> None:
        for one in self._large.values():
            one.close()

    def check(self, rest: Callable[[], None] = lambda: None) -> None:
        """IndexDamaged where a byte is not what was written."""
        for part, file in self._large.items():
            if file.sum(rest) != self._written[part][1]:
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


def _write_head(path: Path, facts: Facts, written: Mapping[str, tuple[int, int, str]]) -> None:
    arrays = {
        "numbers": facts.numbers.astype("<i8"),
        "lengths": facts.lengths.astype("<u4"),
        "zones": facts.zones.astype("<u4"),
        "letters": np.frombuffer(facts.terms.letters, "u1"),
        "starts": facts.terms.starts.astype("<u4"),
        "postings": facts.postings.astype("<u4"),
        "first_places": facts.first_places.astype("<u8"),
        "frequent": facts.frequent.astype("<u4"),
        "frequencies": facts.frequencies.astype("<u4"),
        "kin_letters": np.frombuffer(facts.kin.letters, "u1"),
        "kin_starts": facts.kin.starts.astype("<u4"),
        "families": facts.families.astype("<u4"),
        "members": facts.members.astype("<u4"),
    }
    body = b"".join(one.tobytes() for one in arrays.values())
    about = {
        "arrays": {name: [one.dtype.str, list(one.shape)] for name, one in arrays.items()},
        "large": written,
        "languages": dict(facts.languages),
    }
    told = json.dumps(about).encode()
    content = len(told).to_bytes(8, "little") + told + body
    with path.open("wb") as file:
        file.write(_MAGIC + zlib.crc32(content).to_bytes(4, "little") + content)
        file.flush()
        os.fsync(file.fileno())


def _read_head(path: Path) -> tuple[Facts, dict[str, tuple[int, int, str]]]:
    content = path.read_bytes()
    start = len(_MAGIC) + 4
    if content[: len(_MAGIC)] != _MAGIC or len(content) < start + 8:
        raise IndexDamaged(f"{path.name} is no segment")
    if zlib.crc32(content[start:]) != int.from_bytes(content[len(_MAGIC) : start], "little"):
        raise IndexDamaged(f"{path.name} is not what was written")
    size = int.from_bytes(content[start : start + 8], "little")
    about = json.loads(content[start + 8 : start + 8 + size])
    at = start + 8 + size
    arrays: dict[str, Array] = {}
    for name, (kind, shape) in about["arrays"].items():
        many = int(np.prod(shape))
        arrays[name] = np.frombuffer(content, kind, many, at).reshape(shape)
        at += arrays[name].nbytes
    letters, kin_letters = arrays.pop("letters"), arrays.pop("kin_letters")
    facts = Facts(
        terms=Vocabulary(letters.tobytes(), arrays.pop("starts")),
        kin=Vocabulary(kin_letters.tobytes(), arrays.pop("kin_starts")),
        languages=about["languages"],
        **arrays,
    )
    return facts, {name: tuple(told) for name, told in about["large"].items()}
