"""Ask the library what the list shows: a shelf, a tag, a source, words, facets."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.clipping import Change, Counts, Facet, Found, Order, SavedSearch, Search, Shelf
from reader.library.library import Library
from reader.results import FacetCounts
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.clipping_list.ways_out import WayOut
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.result_words import ResultWords, is_narrow
from reader.ui.tasks import Lane, Tasks

# Changes of these move clippings from one shelf to another.
_MOVING = frozenset({"is_archived", "is_trashed", "is_starred", "tags", "highlights"})


class Finding(QObject):
    """Keeps the list, the shelf and the search box in step with one Search."""

    counted = Signal(object)
    index_missed = Signal()
    listed = Signal()
    asked = Signal(object)  # another Search

    def __init__(self, library: Library, tasks: Tasks, panel: ListPanel, shelf: ShelfPanel) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._panel = panel
        self._shelf = shelf
        self._says = ResultWords(self)
        self._found = Found()
        self._unread = 0
        self.search = Search(shelf=Shelf.INBOX, order=Order.ADDED)
        self.saved: SavedSearch | None = None  # what the search came from
        self.order_without_words = Order.ADDED
        self._join()

    def begin(self, search: Search) -> None:
        """Show what an earlier session showed."""
        self.order_without_words = search.order
        self._ask(search)

    def choose_shelf(self, shelf: Shelf) -> None:
        self._ask(replace(self._leave_saved(), shelf=shelf, tag="", source=""))

    def choose_tag(self, tag: str) -> None:
        self._ask(replace(self._leave_saved(), shelf=Shelf.ALL, tag=tag))

    def choose_source(self, source: str) -> None:
        self._ask(replace(self._leave_saved(), shelf=Shelf.ALL, source=source))

    def choose_saved(self, saved: SavedSearch) -> None:
        """Ask what was saved, with its words in the box."""
        if self.saved is None and not self.search.words.strip():
            self.order_without_words = self.search.order
        self.saved = saved
        self._panel.set_words(saved.search.words)
        self._ask(saved.search)

    def keep_as(self, saved: SavedSearch | None) -> None:
        """What is asked now is kept under this name, or under none any more."""
        self.saved = saved
        self._show_on_shelf(self.search)
        self.asked.emit(self.search)

    def refresh(self) -> None:
        """Ask the same again; rows move no more than they must."""
        self._find(self.search, is_new=False)
        self._tasks.run(Lane.LIST, self._library.counts, self._on_counted, "counts")

    def on_changed(self, change: Change) -> None:
        """Show a change in the rows it concerns, and move those that no longer belong."""
        if change.added or change.remade or change.fields & _MOVING:
            self.refresh()
        elif change.fields & {"is_read"}:
            self._tasks.run(Lane.LIST, self._library.counts, self._on_counted, "counts")
        shown = self._panel.model.with_cards(change.clippings)
        if shown:
            words = self.search.words
            work = lambda: self._library.cards(shown, words)  # noqa: E731
            self._tasks.run(Lane.LIST, work, self._panel.model.update_cards)

    def _join(self) -> None:
        panel, shelf = self._panel, self._shelf
        panel.words_changed.connect(self._on_words_changed)
        panel.order_chosen.connect(self._on_order_chosen)
        panel.tag_removed.connect(lambda: self._ask(replace(self.search, tag="")))
        panel.source_removed.connect(lambda: self._ask(replace(self.search, source="")))
        panel.facet_toggled.connect(self._on_facet_toggled)
        panel.facets_cleared.connect(self._on_facets_cleared)
        panel.facets_opened.connect(self._count_facets)
        panel.model.cards_wanted.connect(self._on_cards_wanted)
        shelf.shelf_chosen.connect(self.choose_shelf)
        shelf.tag_chosen.connect(self.choose_tag)
        shelf.source_chosen.connect(self.choose_source)

    def _leave_saved(self) -> Search:
        """The search as it goes on elsewhere: what came with a saved one stays behind."""
        if self.saved is not None:
            self.saved = None
            self._panel.set_words("")
            return Search(order=self.order_without_words)
        return self.search if self.search.words.strip() else replace(self.search, narrowed=())

    def _ask(self, search: Search) -> None:
        self.search = search
        self._show_on_shelf(search)
        self._panel.show_narrowing(search.tag, search.source, search.narrowed)
        self._panel.show_order(search.order)
        self.asked.emit(search)
        self._find(search, is_new=True)
        self._tasks.run(Lane.LIST, self._library.counts, self._on_counted, "counts")

    def _show_on_shelf(self, search: Search) -> None:
        if self.saved is not None:
            self._shelf.choose_saved(self.saved.id)
        elif search.tag:
            self._shelf.choose_tag(search.tag)
        elif search.source:
            self._shelf.choose_source(search.source)
        else:
            self._shelf.choose(search.shelf)

    def _find(self, search: Search, is_new: bool) -> None:
        def on_found(found: Found) -> None:
            show = self._panel.show_result if is_new else self._panel.model.update_result
            show(found.ids)
            self._found = found
            self._say()
            self._count_facets()
            self.listed.emit()
            if search.words and self._library.index_has_failed:
                self.index_missed.emit()

        self._tasks.run_latest(
            Lane.LIST, lambda go_on: self._library.find(search, go_on), on_found, "find"
        )

    def _count_facets(self) -> None:
        """Count what the result can be narrowed to, once it is seen."""
        search = self.search
        are_offered = bool(search.words.strip() or search.narrowed)
        if not are_offered and not self._panel.has_open_facets:
            self._panel.show_facets((), are_offered=False)
            return

        def on_counted(facets: tuple[FacetCounts, ...]) -> None:
            if search == self.search:
                self._panel.show_facets(facets, are_offered=are_offered)

        self._tasks.run_latest(
            Lane.ASIDE, lambda go_on: self._library.facets(search, go_on), on_counted, "facets"
        )

    def _say(self) -> None:
        search, found = self.search, self._found
        self._panel.show_summary(self._says.summary(search, found, self._unread))
        self._panel.show_hint(found.unread, found.meant, found.meant_count)
        ways = self._ways_out(search) if not found.ids else []
        self._panel.set_empty_text(self._says.nothing(search), ways)

    def _ways_out(self, search: Search) -> list[WayOut]:
        """What may find something where this search found nothing."""
        if not search.words.strip() and not search.narrowed:
            return []

        def way(name: str, other: Search) -> WayOut:
            def take() -> None:
                self._ask(other)

            return WayOut(name, take)

        ways = []
        everywhere = replace(search, shelf=Shelf.ALL, tag="", source="")
        if is_narrow(search):
            ways.append(way(self.tr("Search all clippings"), everywhere))
        if search.narrowed:
            ways.append(way(self.tr("Take the narrowing away"), replace(search, narrowed=())))
        return ways

    def _on_words_changed(self, words: str) -> None:
        had = bool(self.search.words.strip())
        has = bool(words.strip())
        order, narrowed = self.search.order, self.search.narrowed
        if has and not had:
            self.order_without_words, order = order, Order.RELEVANCE
        elif had and not has:
            order, narrowed = self.order_without_words, ()
        self._ask(replace(self.search, words=words, order=order, narrowed=narrowed))

    def _on_order_chosen(self, order: Order) -> None:
        self._ask(replace(self.search, order=order))

    def _on_facet_toggled(self, facet: Facet, value: str) -> None:
        self._ask(self.search.toggled(facet, value))

    def _on_facets_cleared(self) -> None:
        self._ask(replace(self.search, narrowed=()))

    def _on_cards_wanted(self, ids: list[str]) -> None:
        words = self.search.words
        self._tasks.run(
            Lane.LIST, lambda: self._library.cards(ids, words), self._panel.model.put_cards
        )

    def _on_counted(self, counts: Counts) -> None:
        self._unread = counts.shelves.get(Shelf.INBOX, 0)
        self._shelf.show_counts(counts)
        self._panel.set_total(counts.shelves.get(Shelf.ALL, 0))
        if self.search.shelf is Shelf.INBOX and not self.search.words.strip():
            self._panel.show_summary(self._says.summary(self.search, self._found, self._unread))
        self.counted.emit(counts)
