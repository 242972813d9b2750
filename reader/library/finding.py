"""Find clippings by their words, shelf, tag and source."""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.clipping import Card, Found, Order, Search
from reader.search.damage import IndexDamaged
from reader.search.excerpts import excerpt
from reader.search.query import Query, read_query
from reader.store.clippings import Clippings

if TYPE_CHECKING:
    from reader.search.index import SearchIndex

_log = logging.getLogger(__name__)


def find(search: Search, clippings: Clippings, index: "SearchIndex") -> tuple[Found, bool]:
    """What answers a search, and whether the index could be asked for it.

    While the index cannot, the store is searched itself: slower, and whole words count
    for no more than parts of words.
    """
    started = time.perf_counter()
    if _is_unwritable(search.tag + search.source):
        return Found(), True
    query = read_query(search.words)
    if not query:
        order = Order.ADDED if search.order is Order.RELEVANCE else search.order
        ids, index_answers = clippings.find_ids(replace(search, order=order)), True
    else:
        numbers, index_answers = _numbers(query, clippings, index)
        ids = clippings.find_ids(search, numbers)
    return Found(ids, (time.perf_counter() - started) * 1000), index_answers


def cards(ids: Sequence[str], words: str, clippings: Clippings) -> list[Card]:
    """What a list shows of these clippings, with excerpts that show the words."""
    shown = clippings.cards(ids)
    query = read_query(words)
    if not query:
        return shown
    texts = clippings.texts(ids)
    return [replace(card, excerpt=excerpt(texts[card.id], query)) for card in shown]


def _numbers(query: Query, clippings: Clippings, index: "SearchIndex") -> tuple[list[int], bool]:
    try:
        return index.ask(query), True
    except IndexDamaged as error:
        _log.warning("The index cannot be asked: %s", error)
        all_of = [[one.words for one in group] for group in query.all_of]
        return clippings.scan(all_of, [one.words for one in query.none_of]), False


def _is_unwritable(text: str) -> bool:
    """True of half letters, as a terminal makes them of bytes; no clipping can hold them."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)
