"""Count what stands on each shelf, under each tag and from each source, from the catalogue."""

import numpy as np

from reader.clipping import Counts, Search, Shelf
from reader.store.columns import READ, Array, Columns, Names
from reader.store.database import Database
from reader.store.facts import on_shelf

_MARKS = "SELECT number, COUNT(*) FROM highlights GROUP BY number"


def count_all(columns: Columns, database: Database) -> Counts:
    shown = on_shelf(columns, Search())
    masks = {shelf: on_shelf(columns, Search(shelf=shelf)) for shelf in Shelf}
    masks[Shelf.INBOX] &= ~columns.has(READ)
    shelves = {shelf: int(mask.sum()) for shelf, mask in masks.items()}
    shelves[Shelf.MARKS] = _marks(columns, shown, database)
    sources = _named(np.bincount(columns.source[shown], minlength=1), columns.names.source)
    tags = _named(columns.nested_tags.counts(shown, 1), columns.names.tag)
    return Counts(
        shelves,
        tuple(sorted(tags, key=lambda one: (one[0].casefold(), one[0]))),
        tuple(sorted(sources, key=lambda one: (-one[1], one[0]))),
    )


def _marks(columns: Columns, shown: Array, database: Database) -> int:
    rows = database.reading().execute(_MARKS).fetchall()
    numbers = np.array([row[0] for row in rows], np.int64)
    counts = np.array([row[1] for row in rows], np.int64)
    return int(counts[np.append(shown, False)[columns.rows_of(numbers)]].sum())


def _named(counts: Array, names: Names) -> list[tuple[str, int]]:
    found = np.flatnonzero(counts).tolist()
    return [(names.all[code], int(counts[code])) for code in found if names.all[code]]
