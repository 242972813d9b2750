"""Narrow an answer to what a search shows, in its order."""

import numpy as np

from reader.clipping import Facet, Order, Search, Shelf
from reader.library.answers import Answer
from reader.search.asked import AllOf, AnyOf, Asked, Fact
from reader.store.columns import Array
from reader.store.facts import by_facet, on_shelf, with_values


def hits(search: Search, answer: Answer) -> tuple[str, ...]:
    """The ids of what a search finds, in its order."""
    mask = narrowed(search, answer)
    columns = answer.columns
    if search.order is Order.RELEVANCE and answer.scores is not None:
        rows = _best_first(np.flatnonzero(mask), answer.scores)
    else:
        rows = columns.orders.rows(search.order)
        rows = rows[mask[rows]]
    return tuple(columns.ids[rows].tolist())


def count(search: Search, answer: Answer) -> int:
    """How many a search finds."""
    return int(narrowed(search, answer).sum())


def narrowed(search: Search, answer: Answer, without: Facet | None = None) -> Array:
    """True for each row that a search shows; `without` is a facet that shall not narrow it."""
    mask = answer.mask & shelf_of(search, answer)
    for facet, values in by_facet(search.narrowed).items():
        if facet is not without:
            mask &= with_values(answer.columns, facet, values)
    return mask


def shelf_of(search: Search, answer: Answer) -> Array:
    """True for each row where the search looks; in the trash as well, if it asks for it."""
    if search.shelf is Shelf.ALL and _asks_for_trash(answer.asked):
        return on_shelf(answer.columns, search, everywhere=True)
    return on_shelf(answer.columns, search)


def _asks_for_trash(asked: Asked) -> bool:
    match asked:
        case Fact("is", "trashed"):
            return True
        case AllOf(parts) | AnyOf(parts):
            return any(map(_asks_for_trash, parts))
        case _:
            return False


def _best_first(rows: Array, scores: Array) -> Array:
    """The rows by their scores, those that came last first among equals."""
    # No score is negative, and the bits of such numbers rise as they do.
    keys = (scores[rows].view(np.uint32).astype(np.uint64) << np.uint64(32)) | rows.astype(
        np.uint64
    )
    keys.sort()
    best: Array = (keys[::-1] & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return best
