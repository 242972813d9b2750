"""Answer what a query asks: which rows of the catalogue, and how well each does."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.search.asked import AllOf, AnyOf, Asked, Fact, NoneOf, Words, wanted
from reader.search.damage import IndexDamaged
from reader.search.index import Hits, SearchIndex
from reader.search.view import View
from reader.store.catalogue import Catalogue
from reader.store.clippings import Clippings
from reader.store.columns import Array, Columns
from reader.store.database import Database
from reader.store.facts import rows_with
from reader.store.scan import numbers_with_words, openings

_log = logging.getLogger(__name__)
_CATALOGUE = "catalogue"
_KEPT = 4  # answers: a search is asked for its hits, its facets and its cards one after the other

GoOn = Callable[[], None]


@dataclass(frozen=True)
class Answer:
    """For each row of the columns whether it answers, and how well.

    `asked` is what it answers. `is_indexed`: the index could be asked, or did not need to be.
    """

    asked: Asked
    columns: Columns
    mask: Array
    scores: Array | None = None
    is_indexed: bool = True


class Answers:
    """Answers to queries; the last ones are remembered. Any thread may ask."""

    def __init__(
        self, database: Database, clippings: Clippings, index: Callable[[], SearchIndex]
    ) -> None:
        self._database = database
        self._clippings = clippings
        self._index = index
        self._catalogue = Catalogue(database, self._place)
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._places: tuple[View, Array, Array] | None = None

    @property
    def are_ready(self) -> bool:
        """Whether the catalogue is loaded."""
        return self._catalogue.is_loaded

    def columns(self) -> Columns:
        return self._catalogue.now()

    def read_anew(self) -> None:
        """Forget what was kept of the catalogue."""
        self._catalogue.read_anew()

    def openings(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Title and first words of some clippings."""
        return openings(self._database, numbers)

    def _place(self) -> tuple[Path, str]:
        """Where the catalogue is kept: with the index, since it may be deleted as that may."""
        index = self._index()
        return index.folder / _CATALOGUE, f"{index.mark} {self._database.file_mark()}"

    def answer(self, asked: Asked, go_on: GoOn) -> Answer:
        columns = self.columns()
        if not wanted_anywhere(asked):
            return Answer(asked, columns, _holds(asked, columns, {}, self._database))
        try:
            return self._by_index(asked, columns, go_on)
        except IndexDamaged as error:
            _log.warning("The index cannot be asked: %s", error)
            return self._by_scan(asked, columns)

    def _by_index(self, asked: Asked, columns: Columns, go_on: GoOn) -> Answer:
        index = self._index()
        key = (index.view().generation, columns.stamp, asked)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]

        def holds(view: View, fact: Fact) -> Array:
            rows = rows_with(columns, fact.name, fact.low, fact.high, self._database)
            return np.append(rows, False)[self._rows_of(view, columns)]

        hits = index.ask(asked, holds, go_on)
        answer = self._in_rows(asked, hits, columns)
        with self._lock:
            self._kept[hits.view.generation, columns.stamp, asked] = answer
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return answer

    def _in_rows(self, asked: Asked, hits: Hits, columns: Columns) -> Answer:
        rows = self._rows_of(hits.view, columns)[hits.slots]
        mask = np.zeros(len(columns) + 1, bool)
        mask[rows] = True
        scores = np.zeros(len(columns) + 1, np.float32)
        scores[rows] = hits.scores
        return Answer(asked, columns, mask[:-1], scores[:-1])

    def _rows_of(self, view: View, columns: Columns) -> Array:
        """The row of the clipping in each slot."""
        with self._lock:
            known = self._places
        if known and known[0] is view and np.array_equal(known[1], columns.numbers):
            return known[2]
        rows = columns.rows_of(view.numbers)
        with self._lock:
            self._places = (view, columns.numbers, rows)
        return rows

    def _by_scan(self, asked: Asked, columns: Columns) -> Answer:
        """The library itself is looked through: slow, but it needs no index."""
        words = tuple(dict.fromkeys(wanted_anywhere(asked)))
        found = numbers_with_words(self._database, [(one.text, one.zones) for one in words])
        masks = {one: columns.mask_of(numbers) for one, numbers in zip(words, found, strict=True)}
        mask = _holds(asked, columns, masks, self._database)
        return Answer(asked, columns, mask, is_indexed=False)


def wanted_anywhere(asked: Asked) -> tuple[Words, ...]:
    """The words in a search, those that must not be there among them."""
    match asked:
        case NoneOf(part):
            return wanted_anywhere(part)
        case AllOf(parts) | AnyOf(parts):
            return tuple(one for part in parts for one in wanted_anywhere(part))
        case _:
            return wanted(asked)


def _holds(asked: Asked, columns: Columns, words: dict[Words, Array], database: Database) -> Array:
    """True for each row that answers, where `words` tells of each of the words."""
    match asked:
        case Words():
            return words[asked]
        case Fact(name, low, high):
            return rows_with(columns, name, low, high, database)
        case NoneOf(part):
            return ~_holds(part, columns, words, database)
        case AllOf(parts):
            mask = np.ones(len(columns), bool)
            for part in parts:
                mask = mask & _holds(part, columns, words, database)
            return mask
        case AnyOf(parts):
            mask = np.zeros(len(columns), bool)
            for part in parts:
                mask = mask | _holds(part, columns, words, database)
            return mask
