"""Keep searches on the shelf: save, rename, order, update and remove them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.clipping import Change, SavedSearch, Search
from reader.library.library import Library
from reader.ui.changing import Changing
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.finding import Finding
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.tasks import Lane, Tasks


class Saving(QObject):
    """The saved searches as the shelf shows them; each change can be undone."""

    def __init__(
        self, library: Library, tasks: Tasks, changing: Changing, finding: Finding
    ) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._changing = changing
        self._finding = finding
        self._renames = False
        self.searches: tuple[SavedSearch, ...] = ()

    def join(self, panel: ListPanel, shelf: ShelfPanel) -> None:
        """Take part in what the list and the shelf show."""
        self._panel, self._shelf = panel, shelf
        panel.save_asked.connect(self.save)
        shelf.search_chosen.connect(self.choose)
        shelf.search_renamed.connect(self._on_renamed)
        shelf.search_updated.connect(self._on_updated)
        shelf.search_removed.connect(self._on_removed)
        shelf.searches_ordered.connect(self._on_ordered)
        self._finding.asked.connect(self._offer_saving)
        self._finding.counted.connect(lambda _: self._count())

    def begin(self, standing: str = "") -> None:
        """Show them, and go to the one that an earlier session stood on."""
        asked = self._finding.search

        def on_loaded(searches: tuple[SavedSearch, ...]) -> None:
            self._show(searches)
            if self._finding.search == asked:  # the reader has gone nowhere else
                self.choose(standing)

        self._tasks.run(Lane.ASIDE, self._library.saved_searches, on_loaded)

    def choose(self, id_: str) -> None:
        saved = self._named(id_)
        if saved is not None:
            self._finding.choose_saved(saved)

    def save(self) -> None:
        """Keep what is searched now; where it came from the shelf, maybe in its place."""
        search, saved = self._finding.search, self._finding.saved
        if not _is_worth(search):
            return
        if saved is None or saved.search == search:
            self._save_new()
            return
        menu = QMenu(self._panel)
        named = saved.name if len(saved.name) < 40 else f"{saved.name[:39]}…"
        update = self.tr("Update “%1”").replace("%1", named).replace("&", "&&")
        menu.addAction(update, lambda: self._on_updated(saved.id))
        menu.addAction(self.tr("Save as Another"), self._save_new)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._panel.save_place())

    def on_changed(self, change: Change) -> None:
        if change.searches is None:
            return
        known = {one.id for one in self.searches}
        self._show(change.searches.after)
        new = [one for one in change.searches.after if one.id not in known]
        standing = self._finding.saved
        if standing is not None:
            self._finding.keep_as(self._named(standing.id))
        if self._renames and len(new) == 1:
            self._renames = False
            self._finding.keep_as(new[0])
            self._shelf.rename_search(new[0].id)

    def _show(self, searches: tuple[SavedSearch, ...]) -> None:
        self.searches = tuple(searches)
        self._shelf.show_searches(self.searches)
        self._offer_saving(self._finding.search)
        self._count()

    def _count(self) -> None:
        if self.searches:
            self._tasks.run_latest(
                Lane.ASIDE,
                self._library.search_counts,
                self._shelf.show_search_counts,
                "search counts",
            )

    def _named(self, id_: str) -> SavedSearch | None:
        return next((one for one in self.searches if one.id == id_), None)

    def _offer_saving(self, search: Search) -> None:
        saved = self._finding.saved
        if not _is_worth(search) or (saved is not None and saved.search == search):
            self._panel.show_save("")
        else:
            self._panel.show_save(self.tr("Save") if saved is None else self.tr("Update…"))

    def _save_new(self) -> None:
        search = self._finding.search
        name = search.words.strip() or ", ".join(one.value for one in search.narrowed)
        self._renames = True
        self._run(
            lambda: self._library.save_search(name, search),
            self.tr("Saved the search “%1”").replace("%1", _short(name)),
        )

    def _on_renamed(self, id_: str, name: str) -> None:
        said = self.tr("The search is called “%1” now").replace("%1", _short(name))
        self._run(lambda: self._library.edit_search(id_, name=name), said)

    def _on_updated(self, id_: str) -> None:
        search, saved = self._finding.search, self._named(id_)
        if saved is not None:
            said = self.tr("Updated the search “%1”").replace("%1", _short(saved.name))
            self._run(lambda: self._library.edit_search(id_, search=search), said)

    def _on_removed(self, id_: str) -> None:
        saved = self._named(id_)
        if saved is not None:
            said = self.tr("Removed the search “%1”").replace("%1", _short(saved.name))
            self._run(lambda: self._library.remove_search(id_), said)

    def _on_ordered(self, ids: tuple[str, ...]) -> None:
        said = self.tr("Moved a saved search")
        self._run(lambda: self._library.order_searches(ids), said)

    def _run(self, act: Callable[[], Change], said: str) -> None:
        self._changing.run(act, said)


def _is_worth(search: Search) -> bool:
    """Whether there is more to it than a place on the shelf."""
    return bool(search.words.strip() or search.narrowed)


def _short(name: str) -> str:
    return name if len(name) < 60 else f"{name[:59]}…"
