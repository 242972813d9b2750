"""Find clippings by their words, shelf, tag and source."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.clipping import Card, Found, Order, Search
from reader.search.analysis import words
from reader.search.asked import AllOf, AnyOf, Asked, Fact, NoneOf, Words
from reader.search.damage import IndexDamaged
from reader.search.query import Query, read_query
from reader.store.clippings import Clippings

if TYPE_CHECKING:
    from reader.search.index import SearchIndex
    from reader.search.segments.arrays_file import Array
    from reader.search.sought import Sought
    from reader.search.view import View

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


def cards(
    ids: Sequence[str], words: str, clippings: Clippings, index: "Callable[[], SearchIndex]"
) -> list[Card]:
    """What a list shows of these clippings, with excerpts that show the words."""
    shown = clippings.cards(ids)
    query = read_query(words)
    if not query.wanted:
        return shown
    from reader.search.excerpts import excerpt

    sought, texts = sought_in(query, index()), clippings.texts(ids)
    return [replace(card, excerpt=excerpt(texts[card.id], sought)) for card in shown]


def sought_in(query: Query, index: "SearchIndex") -> "list[Sought]":
    """What the words of a search look like in a text; as they were typed where the index fails."""
    from reader.search.sought import sought

    try:
        return index.sought(query.wanted)
    except IndexDamaged:
        return sought(query.wanted, None, None)


def _numbers(query: Query, clippings: Clippings, index: "SearchIndex") -> tuple[list[int], bool]:
    def holds(view: "View", fact: Fact) -> "Array":
        return view.slots_of(clippings.numbers_with(fact.name, fact.low, fact.high))

    try:
        return index.ask(query.asked, holds).best_first(), True
    except IndexDamaged as error:
        _log.warning("The index cannot be asked: %s", error)
        return clippings.scan(*_scanned(query.asked)), False


def _scanned(asked: Asked) -> tuple[list[list[tuple[str, ...]]], list[tuple[str, ...]]]:
    """What can be told of a search by looking for parts of words: all of these, none of those."""
    all_of: list[list[tuple[str, ...]]] = []
    none_of: list[tuple[str, ...]] = []
    for part in asked.parts if isinstance(asked, AllOf) else (asked,):
        match part:
            case Words():
                all_of.append([plain_words(part)])
            case AnyOf(parts):
                all_of.append([plain_words(one) for one in parts if isinstance(one, Words)])
            case NoneOf(Words() as words):
                none_of.append(plain_words(words))
            case _:
                pass
    return [group for group in all_of if group], none_of


def plain_words(asked: Words) -> tuple[str, ...]:
    return tuple(word.text for word in words(asked.text))


def _is_unwritable(text: str) -> bool:
    """True of half letters, as a terminal makes them of bytes; no clipping can hold them."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)
