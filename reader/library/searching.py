"""The part of the one door by which clippings are found and shown, and searches kept."""

from collections.abc import Sequence
from dataclasses import replace

from reader.clipping import Card, Change, Clipping, Counts, Found, SavedSearch, Search
from reader.library import finding, marking
from reader.library.finding import Finding, GoOn
from reader.library.searches import Saving
from reader.results import Completion, FacetCounts, Related
from reader.store.clippings import Clippings
from reader.store.database import Database


class Searching:
    """What a library answers of its clippings. Any thread may ask."""

    _database: Database
    _clippings: Clippings
    _finding: Finding
    _saving: Saving

    def find(self, search: Search, go_on: GoOn = finding.go_on) -> Found:
        """What answers a search. `go_on` is called now and then, and may raise Overtaken."""
        return self._finding.find(self._spelled(search), go_on)

    def warm_up(self) -> None:
        """Make the first search as quick as the next; worth it once the window is seen."""
        self._finding.warm_up()

    def facets(self, search: Search, go_on: GoOn = finding.go_on) -> tuple[FacetCounts, ...]:
        """What the clippings that answer a search have in common, to narrow it by."""
        return self._finding.facets(self._spelled(search), go_on)

    def cards(self, ids: Sequence[str], words: str = "") -> list[Card]:
        return finding.cards(ids, words, self._clippings, self._finding.index)

    def words_of(self, typed: str) -> tuple[str, ...]:
        """What a search looks for, in all forms that are known; what may go on ends in `*`."""
        return finding.words_of(typed, self._finding.index)

    def complete(self, typed: str, caret: int) -> tuple[Completion, ...]:
        """How a search that is being typed may go on."""
        return self._finding.complete(typed, caret)

    def related(self, id_: str, most: int = 6) -> tuple[Related, ...]:
        """The clippings that tell of the same; those that tell it in the same words are not."""
        return self._finding.related(id_, most)

    def counts(self) -> Counts:
        return self._finding.counts()

    def first_unread(self, ids: Sequence[str]) -> str:
        """The first of these that is unread, or ""."""
        return self._clippings.first_unread(ids)

    def resolve(self, id_: str) -> str:
        """The full id of the one clipping whose id starts so, else UnknownClipping."""
        return self._clippings.resolve(id_)

    def clipping(self, id_: str) -> Clipping:
        return self._clippings.load(id_)

    # Searches that are kept

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """In the reader's order."""
        return self._saving.saved()

    def save_search(self, name: str, search: Search) -> Change:
        """Keep a search under a name; without one, under its words."""
        return self._saving.save(name, search)

    def edit_search(
        self, id_: str, name: str | None = None, search: Search | None = None
    ) -> Change:
        return self._saving.edit(id_, name, search)

    def order_searches(self, ids: Sequence[str]) -> Change:
        """Put these first, in this order."""
        return self._saving.order(ids)

    def remove_search(self, id_: str) -> Change:
        return self._saving.remove(id_)

    def search_counts(self, go_on: GoOn = finding.go_on) -> dict[str, int]:
        """How many clippings each saved search finds."""
        saved = self._saving.saved()
        return {one.id: self._finding.count(self._spelled(one.search), go_on) for one in saved}

    def recent_searches(self) -> tuple[str, ...]:
        """The words of searches that proved of use, the latest first."""
        return self._saving.recent()

    def remember_search(self, words: str) -> None:
        self._saving.remember(words)

    def forget_searches(self) -> None:
        self._saving.forget()

    def _spelled(self, search: Search) -> Search:
        """With its tag in the letters' case in which it is known."""
        if not search.tag or self._finding.knows_tag(search.tag):
            return search
        spelling = marking.Spelling(marking.known_tags(self._database))
        return replace(search, tag=spelling.spell(search.tag) or search.tag)
