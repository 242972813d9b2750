"""Keep in memory what is asked of clippings beside their words, in step with the library."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from reader.store.columns import (
    ARCHIVED,
    KINDS,
    MARKED,
    NOTED,
    READ,
    STARRED,
    TRASHED,
    Array,
    Columns,
    NameBooks,
    Orders,
    Pairs,
    digits,
)
from reader.store.database import Database
from reader.store.kept_columns import read_columns, write_columns

_CHUNK = 5_000  # rows that are read before they are packed
_MANY = 5_000  # changes; where there are more, all is read anew
_WORTH_KEEPING = 2_000  # clippings that are read anew, or changes since they were kept
_NEVER = -_WORTH_KEEPING
_STATES = (
    f"is_read * {READ} + is_starred * {STARRED} + is_archived * {ARCHIVED}"
    f" + is_trashed * {TRASHED} + (note != '') * {NOTED}"
)
_ROWS = f"""
    SELECT number, id, {_STATES}, words, sort_date, published, saved_at, added_at,
        completeness, source, section, agency, language, people
    FROM clippings
"""
_AMONG = "number IN (SELECT value FROM json_each(?))"
# What an order goes by.
_ORDERING = ("sort_dates", "words", "source")


class Catalogue:
    """Hands out columns. Any thread may ask; those handed out stay as they are.

    `place` tells the file where they are kept between two sessions, and the mark they bear there.
    """

    def __init__(
        self, database: Database, place: Callable[[], tuple[Path, str]] | None = None
    ) -> None:
        self._database = database
        self._place = place
        self._lock = threading.Lock()
        self._columns: Columns | None = None
        self._kept_stamp = _NEVER

    @property
    def is_loaded(self) -> bool:
        return self._columns is not None

    def now(self) -> Columns:
        """The columns as the library stands; of what changed alone is read again."""
        with self._lock:
            if self._columns is None:
                self._columns = self._kept()
            with _snapshot(self._database) as db:
                self._columns = self._newest(db, self._columns)
            self._keep(self._columns)
            return self._columns

    def read_anew(self) -> None:
        """Read all from the library again, whatever was kept."""
        with _snapshot(self._database) as db:
            columns = self._newest(db, None)  # meanwhile others may ask
        with self._lock:
            self._columns, self._kept_stamp = columns, _NEVER
            self._keep(columns)

    def _kept(self) -> Columns | None:
        if self._place is None:
            return None
        path, mark = self._place()
        columns = read_columns(path, mark)
        self._kept_stamp = columns.stamp if columns else _NEVER
        return columns

    def _keep(self, columns: Columns) -> None:
        changes = abs(columns.stamp - self._kept_stamp)
        if self._place and min(changes, len(columns)) >= _WORTH_KEEPING:
            if self._database.reading().in_transaction:
                return  # it may be rolled back
            path, mark = self._place()
            self._kept_stamp = columns.stamp
            with suppress(OSError, ValueError):
                write_columns(path, columns, mark)

    def _newest(self, db: sqlite3.Connection, old: Columns | None) -> Columns:
        stamp = int(db.execute("SELECT coalesce(max(stamp), 0) FROM touched").fetchone()[0])
        # A smaller stamp is that of an older copy which somebody put in the library's place.
        if old is None or stamp < old.stamp:
            return _loaded(db, stamp)
        if stamp == old.stamp:
            return old
        rows = db.execute("SELECT number FROM touched WHERE stamp > ?", (old.stamp,)).fetchall()
        touched = np.unique(np.array([row[0] for row in rows], np.int64))
        rows_of_old = old.rows_of(touched)
        is_new = rows_of_old == len(old)
        last = old.numbers[-1] if len(old) else -1
        if len(touched) > _MANY or bool((touched[is_new] < last).any()):
            return _loaded(db, stamp)
        return _renewed(db, stamp, old, touched)


@contextmanager
def _snapshot(database: Database) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of the library, whoever writes meanwhile."""
    db = database.reading()
    if db.in_transaction:
        yield db
        return
    db.execute("BEGIN")
    try:
        yield db
    finally:
        db.execute("ROLLBACK")


def _loaded(db: sqlite3.Connection, stamp: int) -> Columns:
    names = NameBooks()
    arrays = _read(db, names, f"{_ROWS} ORDER BY number", ())
    numbers = arrays["numbers"]
    marked = db.execute("SELECT DISTINCT number FROM highlights").fetchall()
    _mark(arrays, [row[0] for row in marked])
    rows, codes = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for tag, told in db.execute("SELECT tag, group_concat(number) FROM tags GROUP BY tag"):
        tagged = np.fromstring(told, np.int64, sep=",")
        rows.append(np.searchsorted(numbers, tagged).astype(np.int32))
        codes.append(np.full(len(tagged), names.tag.code(tag), np.int32))
    tags = Pairs(np.concatenate(rows), np.concatenate(codes))
    return Columns(stamp=stamp, names=names, tags=tags, orders=_orders(arrays, names), **arrays)


def _renewed(db: sqlite3.Connection, stamp: int, old: Columns, touched: Array) -> Columns:
    """The columns with the rows of these numbers read again."""
    asked = json.dumps(touched.tolist())
    fresh = _read(db, old.names, f"{_ROWS} WHERE {_AMONG} ORDER BY number", (asked,))
    marks = db.execute(f"SELECT DISTINCT number FROM highlights WHERE {_AMONG}", (asked,))
    _mark(fresh, [row[0] for row in marks.fetchall()])
    rows = old.rows_of(fresh["numbers"])
    is_new = rows == len(old)
    many = int(is_new.sum())
    rows[is_new] = len(old) + np.arange(many)
    arrays = {}
    for name, kind in KINDS.items():
        column = np.empty(len(old) + many, kind)
        column[: len(old)] = getattr(old, name)
        column[rows] = fresh[name]
        arrays[name] = column
    known = old.rows_of(touched)
    gone = np.setdiff1d(known[known < len(old)], rows)
    arrays["is_there"][gone] = False
    tags = old.tags.replaced(np.union1d(rows, gone), _tags(db, old.names, arrays, asked))
    is_same = not many and all(
        np.array_equal(getattr(old, name)[rows], arrays[name][rows]) for name in _ORDERING
    )
    orders = old.orders if is_same else _orders(arrays, old.names)
    return Columns(stamp=stamp, names=old.names, tags=tags, orders=orders, **arrays)


def _read(
    db: sqlite3.Connection, names: NameBooks, query: str, values: Sequence[object]
) -> dict[str, Array]:
    cursor = db.cursor()
    cursor.row_factory = None
    cursor.execute(query, tuple(values))
    packed: dict[str, list[Array]] = {name: [np.empty(0, kind)] for name, kind in KINDS.items()}
    while rows := cursor.fetchmany(_CHUNK):
        for name, column in _packed(rows, names).items():
            packed[name].append(column)
    return {name: np.concatenate(pieces) for name, pieces in packed.items()}


def _packed(rows: Sequence[tuple[Any, ...]], names: NameBooks) -> dict[str, Array]:
    (
        numbers, ids, states, words, sort_dates, published, saved, added,
        completeness, source, section, agency, language, people,
    ) = zip(*rows, strict=True)  # fmt: skip
    texts = {
        "completeness": completeness, "source": source, "section": section,
        "agency": agency, "language": language, "people": people,
    }  # fmt: skip
    return {
        "numbers": np.array(numbers, np.int64),
        "ids": np.array(ids, object),
        "is_there": np.ones(len(rows), bool),
        "states": np.array(states, np.uint8),
        "words": np.array(words, np.int64),
        "sort_dates": digits(sort_dates, 19),
        "published": digits(published, 10).astype(np.int32),
        "saved": digits(saved, 10).astype(np.int32),
        "added": digits(added, 10).astype(np.int32),
    } | {name: getattr(names, name).codes(column) for name, column in texts.items()}


def _mark(arrays: Mapping[str, Array], numbers: Sequence[int]) -> None:
    arrays["states"][np.isin(arrays["numbers"], np.array(numbers, np.int64))] |= MARKED


def _tags(
    db: sqlite3.Connection, names: NameBooks, arrays: Mapping[str, Array], asked: str
) -> Pairs:
    found: Iterable[tuple[int, str]] = db.execute(
        f"SELECT number, tag FROM tags WHERE {_AMONG}", (asked,)
    ).fetchall()
    numbers = np.array([number for number, _ in found], np.int64)
    rows = np.searchsorted(arrays["numbers"], numbers).astype(np.int32)
    return Pairs(rows, names.tag.codes(tag for _, tag in found))


def _orders(arrays: Mapping[str, Array], names: NameBooks) -> Orders:
    return Orders(
        arrays["numbers"], arrays["sort_dates"], arrays["words"], arrays["source"], names.source
    )
