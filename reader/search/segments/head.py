"""The head of a segment: what it says beside its postings, in one file that is checked whole."""

import json
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod
from pathlib import Path

import numpy as np

from reader.search.damage import IndexDamaged
from reader.search.segments.arrays_file import Array, ArrayFile
from reader.search.segments.vocabulary import Vocabulary

_MAGIC = b"CLIPPINGS SEGMENT 3\n"
_SUM = 4  # bytes of the sum of all that follows it
_START = len(_MAGIC) + _SUM
_SIZE = 8  # bytes that say how long the table of the arrays is

Written = Mapping[str, tuple[int, int, str]]  # of each file of postings: bytes, sum, kind


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


class HeadFile:
    """A head that is read. It is checked when it is opened; nothing of it is held but its table."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._file = ArrayFile(path, "u1", path.stat().st_size)
        opening = self._file.content(0, _START + _SIZE)
        if not opening.startswith(_MAGIC):
            raise IndexDamaged(f"{path.name} is no segment")
        self._sum = int.from_bytes(opening[len(_MAGIC) : _START], "little")
        self.check()
        size = int.from_bytes(opening[_START:], "little")
        self._about = json.loads(self._file.content(_START + _SIZE, size))
        self._arrays: dict[str, tuple[int, str, tuple[int, ...]]] = {}  # where, of which kind
        at = _START + _SIZE + size
        for name, (kind, shape) in self._about["arrays"].items():
            self._arrays[name] = at, kind, tuple(shape)
            at += prod(shape) * np.dtype(kind).itemsize

    def check(self, rest: Callable[[], None] = lambda: None) -> None:
        """IndexDamaged where a byte is not what was written."""
        if self._file.sum(rest, _START) != self._sum:
            raise IndexDamaged(f"{self._name} is not what was written")

    @property
    def written(self) -> Written:
        return {name: tuple(told) for name, told in self._about["large"].items()}

    def array(self, name: str) -> Array:
        _, kind, shape = self._arrays[name]
        return np.frombuffer(self._content(name), kind).reshape(shape)

    def facts(self) -> Facts:
        """All of it."""
        odd = ("letters", "starts", "kin_letters", "kin_starts")
        return Facts(
            terms=Vocabulary(self._content("letters"), self.array("starts")),
            kin=Vocabulary(self._content("kin_letters"), self.array("kin_starts")),
            languages=self._about["languages"],
            **{name: self.array(name) for name in self._arrays if name not in odd},
        )

    def close(self) -> None:
        self._file.close()

    def _content(self, name: str) -> bytes:
        at, kind, shape = self._arrays[name]
        return self._file.content(at, prod(shape) * np.dtype(kind).itemsize)


def write_head(path: Path, facts: Facts, written: Written) -> None:
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
    about = {
        "arrays": {name: [one.dtype.str, list(one.shape)] for name, one in arrays.items()},
        "large": written,
        "languages": dict(facts.languages),
    }
    told = json.dumps(about).encode()
    content = len(told).to_bytes(_SIZE, "little") + told
    content += b"".join(one.tobytes() for one in arrays.values())
    with path.open("wb") as file:
        file.write(_MAGIC + zlib.crc32(content).to_bytes(_SUM, "little"))
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
