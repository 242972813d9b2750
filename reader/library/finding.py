"""Find clippings by their words, shelf, tag, source and facets."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.clipping import Card, Counts, Found, Order, Search
from reader.results import Completion, FacetCounts, Related
from reader.search.asked import Words
from reader.search.damage import IndexDamaged
from reader.search.query import Query, read_query
from reader.store.additions import has_tag
from reader.store.clippings import Clippings
from reader.store.database import Database

if TYPE_CHECKING:
    from reader.library.answers import Answers
    from reader.search.index import SearchIndex
    from reader.search.sought import Sought

GoOn = Callable[[], None]
# The zones that an article shows.
_SEEN = frozenset(("title", "standfirst", "byline", "source", "section", "body", "marks"))
LITTLE = 5  # hits; where there are fewer, the reader may have mistyped


def go_on() -> None:
    """Somebody waits for the answer."""


class Finding:
    """Finds what a search asks for. Any thread may ask.

    `on_failed` is told whenever the index could not be asked, and the store was.
    """

    def __init__(
        self,
        database: Database,
        clippings: Clippings,
        index: "Callable[[], SearchIndex]",
        on_failed: Callable[[], None],
    ) -> None:
        self._on_failed = on_failed
        self._database = database
        self._clippings = clippings
        self.index = index
        self._opened: Answers | None = None

    @property
    def answers(self) -> "Answers":
        # What searches takes long to load, and a window is to be seen before.
        from reader.library.answers import Answers

        if self._opened is None:
            self._opened = Answers(self._database, self._clippings, self.index)
        return self._opened

    def find(self, search: Search, go_on: GoOn = go_on) -> Found:
        """What answers a search; while the index cannot be asked, the store is: slower."""
        started = time.perf_counter()
        if _is_unwritable(search):
            return Found()
        query = read_query(search.words)
        if not query and not search.narrowed and self._opened is None:
            found = Found(self._clippings.find_ids(_without_words(search)))
        else:
            found = self._found(search, query, go_on)
        return replace(found, milliseconds=(time.perf_counter() - started) * 1000)

    def facets(self, search: Search, go_on: GoOn = go_on) -> tuple[FacetCounts, ...]:
        if _is_unwritable(search):
            return ()
        from reader.library.facets import count_facets

        answer = self.answers.answer(read_query(search.words).asked, go_on)
        return count_facets(search, answer)

    def count(self, search: Search, go_on: GoOn = go_on) -> int:
        if _is_unwritable(search):
            return 0
        from reader.library.hits import count

        return count(search, self.answers.answer(read_query(search.words).asked, go_on))

    def counts(self) -> Counts:
        """How much stands where; at once, when something was sought before."""
        if self._opened is None or not self._opened.are_ready:
            return self._clippings.counts()
        from reader.store.counting import count_all

        return count_all(self._opened.columns(), self._database)

    def read_anew(self) -> None:
        """Make the catalogue of the library anew."""
        self.answers.read_anew()

    def knows_tag(self, tag: str) -> bool:
        """Whether a clipping has this very tag."""
        return not _is_unwritable(Search(tag=tag)) and has_tag(self._database, tag)

    def warm_up(self) -> None:
        """Load what searches take long to load; the first one will find it ready."""
        self.answers.columns()
        with suppress(IndexDamaged):
            self.index().view()

    def complete(self, typed: str, caret: int) -> tuple[Completion, ...]:
        from reader.library.completing import complete

        return complete(typed, caret, self.answers, self.index)

    def related(self, id_: str, most: int) -> tuple[Related, ...]:
        from reader.library.related import related

        return related(id_, most, self._clippings, self.answers, self.index)

    def _found(self, search: Search, query: Query, go_on: GoOn) -> Found:
        from reader.library.hits import hits
        from reader.library.meant import meant

        search = search if query else _without_words(search)
        answer = self.answers.answer(query.asked, go_on)
        if not answer.is_indexed:
            self._on_failed()
        ids = hits(search, answer)
        found = Found(ids, unread=query.unread)
        if query.wanted and len(ids) < LITTLE and answer.is_indexed:
            return meant(search, found, self.answers, self.index(), go_on)
        return found


def cards(
    ids: Sequence[str], words: str, clippings: Clippings, index: "Callable[[], SearchIndex]"
) -> list[Card]:
    """What a list shows of these clippings, with excerpts that show the words."""
    shown = clippings.cards(ids)
    query = read_query(words)
    if not query.wanted:
        return shown
    from reader.search.excerpts import best_excerpt

    sought, parts = _sought(query.wanted, index()), clippings.parts(ids)
    return [replace(card, excerpt=best_excerpt(parts[card.id], sought)) for card in shown]


def words_of(typed: str, index: "Callable[[], SearchIndex]") -> tuple[str, ...]:
    """What a search looks for in an article, in all forms known; what may go on ends in `*`."""
    query = read_query(typed)
    if not query.wanted:
        return ()
    from reader.search.sought import spelt_out

    wanted = [one for one in query.wanted if not one.zones or not _SEEN.isdisjoint(one.zones)]
    return spelt_out(wanted, _sought(wanted, index())) if wanted else ()


def _sought(wanted: Sequence[Words], index: "SearchIndex") -> "list[Sought]":
    """What the words of a search look like in a text; as they were typed where the index fails."""
    from reader.search.sought import sought

    try:
        return index.sought(wanted)
    except IndexDamaged:
        return sought(wanted, None, None)


def _without_words(search: Search) -> Search:
    """The same, where nothing can match better than anything else."""
    return replace(search, order=Order.ADDED) if search.order is Order.RELEVANCE else search


def _is_unwritable(search: Search) -> bool:
    """True of half letters, as a terminal makes them of bytes; no clipping can hold them."""
    text = search.tag + search.source
    return any("\ud800" <= letter <= "\udfff" for letter in text)
