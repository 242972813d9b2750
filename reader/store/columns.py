"""What the catalogue tells of all clippings, as arrays: one place a clipping in each."""

import json
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.clipping import Order

Array = NDArray[Any]

# The bits of `states`.
READ, STARRED, ARCHIVED, TRASHED, NOTED, MARKED = (1 << bit for bit in range(6))


class Names:
    """Words by their codes. It only ever grows, so that older columns stay readable."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._codes: dict[str, int] = {}
        self._growing = threading.Lock()

    def code(self, name: str) -> int:
        code = self._codes.get(name)
        return self._added(name) if code is None else code

    def known(self, name: str) -> int:
        """The code of a name; -1 where it was never met."""
        return self._codes.get(name, -1)

    def codes(self, names: Iterable[str]) -> Array:
        names = list(names)
        known: list[int | None] = list(map(self._codes.get, names))
        if None in known:
            known = [self.code(one) for one in names]
        return np.array(known, np.int32)

    def _added(self, name: str) -> int:
        with self._growing:
            if name not in self._codes:
                self.all.append(name)
                self._codes[name] = len(self.all) - 1
            return self._codes[name]


@dataclass(frozen=True)
class Pairs:
    """Which clippings have which of several values: `rows[i]` has `codes[i]`."""

    rows: Array
    codes: Array

    def with_any(self, codes: Sequence[int], many: int) -> Array:
        """True for each of `many` rows that has one of these."""
        mask = np.zeros(many, bool)
        mask[self.rows[np.isin(self.codes, codes)]] = True
        return mask

    def counts(self, mask: Array, many: int) -> Array:
        """How many of the rows in a mask have each of `many` codes."""
        counts: Array = np.bincount(self.codes[mask[self.rows]], minlength=many)
        return counts

    def replaced(self, rows: Array, new: "Pairs") -> "Pairs":
        """Those of other rows, and the new ones."""
        kept = ~np.isin(self.rows, rows)
        return Pairs(
            np.concatenate([self.rows[kept], new.rows]),
            np.concatenate([self.codes[kept], new.codes]),
        )


@dataclass(frozen=True)
class Orders:
    """All rows in each order, made when it is first asked for."""

    numbers: Array
    sort_dates: Array
    words: Array
    sources: Array
    names: Names

    def rows(self, order: Order) -> Array:
        match order:
            case Order.NEWEST:
                return self._oldest[::-1]
            case Order.OLDEST:
                return self._oldest
            case Order.LONGEST:
                return self._shortest[::-1]
            case Order.SOURCE:
                return self._by_source
            case _:
                return np.arange(len(self.numbers))[::-1]

    @cached_property
    def _oldest(self) -> Array:
        return np.argsort(self.sort_dates, kind="stable")

    @cached_property
    def _shortest(self) -> Array:
        return np.argsort(self.words, kind="stable")

    @cached_property
    def _by_source(self) -> Array:
        names = [(not one, one.casefold()) for one in self.names.all]
        ranks = np.empty(len(names), np.int64)
        ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        newest = self._oldest[::-1]
        by_source: Array = newest[np.argsort(ranks[self.sources[newest]], kind="stable")]
        return by_source


@dataclass(frozen=True)
class NameBooks:
    """The names behind the codes of columns."""

    completeness: Names = field(default_factory=Names)
    source: Names = field(default_factory=Names)
    section: Names = field(default_factory=Names)
    agency: Names = field(default_factory=Names)
    language: Names = field(default_factory=Names)
    people: Names = field(default_factory=Names)  # lists of them, as JSON
    tag: Names = field(default_factory=Names)
    person: Names = field(default_factory=Names)


# The arrays of columns that have one place a clipping.
KINDS = {
    "numbers": np.int64, "ids": object, "is_there": bool, "states": np.uint8,
    "words": np.int64, "sort_dates": np.int64, "published": np.int32, "saved": np.int32,
    "added": np.int32, "completeness": np.int32, "source": np.int32, "section": np.int32,
    "agency": np.int32, "language": np.int32, "people": np.int32,
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """The catalogue at one moment. Days are numbers such as 20240131, with 0 for what is not said.

    `numbers` rise; what is no more has its place, but `is_there` is False for it.
    """

    stamp: int
    names: NameBooks
    numbers: Array
    ids: Array
    is_there: Array
    states: Array
    words: Array
    sort_dates: Array
    published: Array
    saved: Array
    added: Array
    completeness: Array
    source: Array
    section: Array
    agency: Array
    language: Array
    people: Array
    tags: Pairs
    orders: Orders

    def __len__(self) -> int:
        return len(self.numbers)

    def rows_of(self, numbers: Array) -> Array:
        """The row of each number; the length, which is behind the last row, for one unknown."""
        rows: Array = np.searchsorted(self.numbers, numbers)
        rows[rows == len(self)] = 0
        is_known = self.numbers[rows] == numbers if len(self) else np.zeros(len(numbers), bool)
        return np.where(is_known, rows, len(self))

    def mask_of(self, numbers: Sequence[int]) -> Array:
        """True for the row of each of these numbers."""
        mask = np.zeros(len(self) + 1, bool)
        mask[self.rows_of(np.fromiter(numbers, np.int64, len(numbers)))] = True
        return mask[:-1]

    def has(self, state: int) -> Array:
        has: Array = (self.states & state) != 0
        return has

    @cached_property
    def nested_tags(self) -> Pairs:
        """Tags with the tags they are nested under, each once a clipping."""
        book = self.names.tag
        above = [tags_above(one) for one in list(book.all)]
        if not any(above):
            return self.tags
        rows, codes = _spread(
            self.tags.rows, self.tags.codes, [[book.code(one) for one in tags] for tags in above]
        )
        own = (self.tags.rows.astype(np.int64) << 32) | self.tags.codes
        nested = np.setdiff1d((rows.astype(np.int64) << 32) | codes, own)
        return Pairs(
            np.concatenate([self.tags.rows, (nested >> 32).astype(np.int32)]),
            np.concatenate([self.tags.codes, (nested & 0xFFFFFFFF).astype(np.int32)]),
        )

    @cached_property
    def bylines(self) -> Pairs:
        """The people that each clipping is by."""
        book = self.names.person
        codes = [
            [book.code(one) for one in people_in(told)] for told in list(self.names.people.all)
        ]
        return Pairs(*_spread(np.arange(len(self), dtype=np.int32), self.people, codes))

    @cached_property
    def years(self) -> Array:
        years: Array = self.sort_dates // 10**10
        return years


def people_in(told: str) -> tuple[str, ...]:
    """The names in a JSON list, each once."""
    try:
        names = json.loads(told)
    except ValueError:
        return ()
    if not isinstance(names, list):
        return ()
    return tuple(dict.fromkeys(one for one in names if isinstance(one, str) and one))


def digits(texts: Sequence[str], width: int) -> Array:
    """The digits of texts such as 2024-01-31T12:30:59, as one number; 0 for each that misses."""
    if not texts:
        return np.empty(0, np.int64)
    letters = np.array(texts, f"U{width}").view(np.uint32).reshape(len(texts), width)
    number = np.zeros(len(texts), np.int64)
    for place in (at for at in range(width) if at not in _SIGNS):
        digit = letters[:, place].astype(np.int64) - ord("0")
        number = number * 10 + np.where((digit >= 0) & (digit <= 9), digit, 0)
    return number


_SIGNS = (4, 7, 10, 13, 16)


def tags_above(tag: str) -> tuple[str, ...]:
    """The tags that a tag is nested under."""
    return tuple(tag[:at] for at, letter in enumerate(tag) if letter == "/" and at)


def _spread(rows: Array, codes: Array, stands_for: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    """Each row with all codes that its own code stands for."""
    sizes = np.array([len(one) for one in stands_for] or [0], np.int64)
    flat = np.array([code for one in stands_for for code in one], np.int32)
    starts = np.cumsum(sizes) - sizes
    own = codes.astype(np.int64) if len(codes) else np.empty(0, np.int64)
    many = sizes[own]
    each = np.repeat(rows, many)
    within = np.arange(len(each)) - np.repeat(np.cumsum(many) - many, many)
    return each, flat[np.repeat(starts[own], many) + within]
