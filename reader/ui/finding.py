"""Ask the library what the list shows: a shelf, a tag, a source, words."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.clipping import Change, Counts, Found, Order, Search, Shelf
from reader.library.library import Library
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.numbers import grouped
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.tasks import Lane, Tasks

# Changes of these move clippings from one shelf to another.
_MOVING = frozenset({"is_archived", "is_trashed", "is_starred", "tags", "highlights"})


class Finding(QObject):
    """Keeps the list, the shelf and the search box in step with one Search."""

    counted = Signal(object)
    index_missed = Signal()
    listed = Signal()

    def __init__(self, library: Library, tasks: Tasks, panel: ListPanel, shelf: ShelfPanel) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._panel = panel
        self._shelf = shelf
        self._unread = 0
        self.search = Search(shelf=Shelf.INBOX, order=Order.ADDED)
        self.order_without_words = Order.ADDED
        self._join()

    def begin(self, search: Search) -> None:
        """Show what an earlier session showed."""
        self.order_without_words = search.order
        self._ask(search)

    def choose_shelf(self, shelf: Shelf) -> None:
        self._ask(replace(self.search, shelf=shelf, tag="", source=""))

    def choose_tag(self, tag: str) -> None:
        self._ask(replace(self.search, shelf=Shelf.ALL, tag=tag))

    def choose_source(self, source: str) -> None:
        self._ask(replace(self.search, shelf=Shelf.ALL, source=source))

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
        self._panel.words_changed.connect(self._on_words_changed)
        self._panel.order_chosen.connect(self._on_order_chosen)
        self._panel.tag_removed.connect(lambda: self._ask(replace(self.search, tag="")))
        self._panel.source_removed.connect(lambda: self._ask(replace(self.search, source="")))
        self._panel.model.cards_wanted.connect(self._on_cards_wanted)
        self._shelf.shelf_chosen.connect(self.choose_shelf)
        self._shelf.tag_chosen.connect(self.choose_tag)
        self._shelf.source_chosen.connect(self.choose_source)

    def _ask(self, search: Search) -> None:
        self.search = search
        self._show_on_shelf(search)
        self._panel.show_narrowing(search.tag, search.source)
        self._panel.show_order(search.order)
        self._find(search, is_new=True)
        self._tasks.run(Lane.LIST, self._library.counts, self._on_counted, "counts")

    def _show_on_shelf(self, search: Search) -> None:
        if search.tag:
            self._shelf.choose_tag(search.tag)
        elif search.source:
            self._shelf.choose_source(search.source)
        else:
            self._shelf.choose(search.shelf)

    def _find(self, search: Search, is_new: bool) -> None:
        def on_found(found: Found) -> None:
            show = self._panel.show_result if is_new else self._panel.model.update_result
            show(found.ids)
            self._say(found)
            self.listed.emit()
            if search.words and self._library.index_has_failed:
                self.index_missed.emit()

        self._tasks.run_latest(
            Lane.LIST, lambda go_on: self._library.find(search, go_on), on_found, "find"
        )

    def _say(self, found: Found) -> None:
        many = grouped(len(found.ids))
        if self.search.words.strip():
            took = grouped(round(found.milliseconds))
            self._panel.show_summary(
                self.tr("%1 found · %2 ms").replace("%1", many).replace("%2", took)
            )
        elif self.search.shelf is Shelf.INBOX:
            self._panel.show_summary(self.tr("%1 unread").replace("%1", grouped(self._unread)))
        else:
            one, several = self.tr("1 clipping"), self.tr("%1 clippings")
            self._panel.show_summary(one if len(found.ids) == 1 else several.replace("%1", many))
        self._panel.set_empty_text(self._empty_text())

    def _empty_text(self) -> str:
        words = self.search.words.strip()
        if words:
            return self._nothing_found().replace("%1", words)
        return {
            Shelf.INBOX: self.tr("The inbox is empty."),
            Shelf.STARRED: self.tr("Nothing is starred yet. Press S on a clipping to star it."),
            Shelf.ARCHIVE: self.tr("The archive is empty. Press E on a clipping to put it here."),
            Shelf.MARKS: self.tr("Nothing is marked yet. Select words in a text and press H."),
            Shelf.TRASH: self.tr("The trash is empty."),
        }.get(self.search.shelf, self.tr("There is nothing here."))

    def _nothing_found(self) -> str:
        search = self.search
        if search.shelf is Shelf.ALL and not search.tag and not search.source:
            return self.tr("Nothing found for “%1”.")
        return self.tr("Nothing found for “%1” here. Press Alt+2 to search all clippings.")

    def _on_words_changed(self, words: str) -> None:
        had = bool(self.search.words.strip())
        has = bool(words.strip())
        order = self.search.order
        if has and not had:
            self.order_without_words, order = order, Order.RELEVANCE
        elif had and not has:
            order = self.order_without_words
        self._ask(replace(self.search, words=words, order=order))

    def _on_order_chosen(self, order: Order) -> None:
        self._ask(replace(self.search, order=order))

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
            self._panel.show_summary(self.tr("%1 unread").replace("%1", grouped(self._unread)))
        self.counted.emit(counts)
