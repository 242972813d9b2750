"""Have each command of the menus do what it says."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.clipping import Change, Clipping, Shelf
from reader.ui.numbers import grouped
from reader.ui.parts import Panels, Parts

_OF_A_CLIPPING = (
    "star", "archive", "unread", "mark", "caret", "tag", "note", "trash", "left_out", "leave_out",
    "clean_again",
)  # fmt: skip
_PAGE_NAMES = (
    "*.html", "*.htm", "*.xhtml", "*.mhtml", "*.mht", "*.webarchive", "*.maff", "*.htz", "*.epub",
    "*.pdf", "*.warc", "*.wacz", "*.eml", "*.emlx", "*.mbox", "*.md", "*.txt", "*.zip", "*.gz",
)  # fmt: skip
_LIST_NAMES = ("*.csv", "*.json", "*.enex", "*.ris", "*.bib", "*.sqlite", "*.html", "*.zip", "*.gz")


class Commands(QObject):
    """Joins the actions to the parts; what only the window can do it tells in signals."""

    report_asked = Signal()
    samples_asked = Signal()
    palette_asked = Signal()
    keys_asked = Signal()
    about_asked = Signal()
    left_out_asked = Signal(object)  # the open Clipping
    focus_asked = Signal(bool)
    address_asked = Signal()
    paste_asked = Signal()
    watched_asked = Signal()

    def __init__(self, parts: Parts, panels: Panels, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._library = parts.library
        self._parts = parts
        self._panels = panels
        self._actions = parts.actions
        self._join_clipping()
        self._join_reading()
        self._join_going()
        self._join_rest()
        self._add_theme_menu()
        self.show_states(None)

    def show_states(self, clipping: Clipping | None) -> None:
        """Say in the menus what the open clipping is."""
        there = clipping is not None
        additions = clipping.additions if clipping else None
        for name in _OF_A_CLIPPING:
            self._actions[name].setEnabled(there)
        has_address = clipping is not None and bool(clipping.article.address)
        for name in ("open_page", "copy_address"):
            self._actions[name].setEnabled(has_address)
        self._actions["restore"].setEnabled(bool(additions and additions.is_trashed))
        self._actions["star"].setChecked(bool(additions and additions.is_starred))
        self._actions["archive"].setChecked(bool(additions and additions.is_archived))
        self._actions["unread"].setChecked(bool(additions and not additions.is_read))

    def add_files(self) -> None:
        """Ask for files, and add them."""
        kinds = {
            self.tr("Pages and lists"): dict.fromkeys(_PAGE_NAMES + _LIST_NAMES),
            self.tr("Saved pages"): _PAGE_NAMES,
            self.tr("Lists of other programs"): _LIST_NAMES,
            self.tr("All files"): ("*",),
        }
        offered = ";;".join(f"{kind} ({' '.join(names)})" for kind, names in kinds.items())
        title = self.tr("Add Saved Pages")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", offered)
        self._parts.adding.add([Path(name) for name in chosen])

    def open_link(self, link: str) -> None:
        """Open an address in the reader's browser."""
        if not QDesktopServices.openUrl(QUrl(link)):
            self._panels.messages.say(self.tr("No browser could open %1").replace("%1", link))

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add a Folder"))
        if name:
            self._parts.adding.add([Path(name)])

    def _join_clipping(self) -> None:
        on = self._on
        on("star", self._toggle_star)
        on("archive", self._toggle_archive)
        on("unread", self._toggle_unread)
        on("trash", self._trash)
        on("restore", self._restore)
        on("mark", self._mark)
        on("left_out", lambda: self.left_out_asked.emit(self._parts.showing.clipping))
        on("leave_out", self._leave_out)
        on("clean_again", lambda: self._parts.recleaning.clean(self._parts.showing.ids))
        on("open_page", self._open_page)
        on("copy_address", self._copy_address)

    def _join_reading(self) -> None:
        pane, on = self._panels.pane, self._on
        on("find", pane.find)
        on("find_next", pane.find_next)
        on("find_previous", pane.find_previous)
        pane.place_found.connect(self._say_place)
        on("caret", pane.toggle_caret)
        on("larger", pane.enlarge)
        on("smaller", pane.reduce)
        on("usual_size", pane.usual_size)
        on("scroll", pane.scroll_on)
        on("scroll_back", pane.scroll_back)
        pane.offer([self._actions["mark"], self._actions["leave_out"]])
        # The column of text knows these keys itself.
        self._panels.list.view.addActions([self._actions["scroll"], self._actions["scroll_back"]])

    def _join_going(self) -> None:
        view, on = self._panels.list.view, self._on
        on("next", view.select_next)
        on("previous", view.select_previous)
        on("search", self._panels.list.focus_search)
        on("narrow", self._panels.list.open_facets)
        on("save_search", self._parts.saving.save)
        on("search_help", self._panels.list.open_help)
        relating = self._parts.relating
        on("back", relating.go_back)
        on("forward", relating.go_forward)
        for name, signal in (("back", relating.can_go_back), ("forward", relating.can_go_forward)):
            self._actions[name].setEnabled(False)
            signal.connect(self._actions[name].setEnabled)
        for shelf in Shelf:
            on(f"go_{shelf.value}", partial(self._go_to, shelf))

    def _join_rest(self) -> None:
        on, changing = self._on, self._parts.changing
        on("add_files", self.add_files)
        on("add_folder", self._add_folder)
        on("add_samples", self.samples_asked.emit)
        on("add_address", self.address_asked.emit)
        on("paste", self.paste_asked.emit)
        on("watched", self.watched_asked.emit)
        on("report", self.report_asked.emit)
        on("quit", self._window.close)
        on("clean_outdated", self._parts.recleaning.clean_outdated)
        on("undo", changing.undo)
        on("redo", changing.redo)
        on("palette", self.palette_asked.emit)
        on("keys", self.keys_asked.emit)
        on("about", self.about_asked.emit)
        self._actions["focus"].triggered.connect(self.focus_asked)
        for name, signal in (("undo", changing.can_undo), ("redo", changing.can_redo)):
            self._actions[name].setEnabled(False)
            signal.connect(self._actions[name].setEnabled)
        for name in ("report", "clean_outdated"):
            self._actions[name].setEnabled(False)
        self._parts.recleaning.outdated_found.connect(self._actions["clean_outdated"].setEnabled)

    def _on(self, name: str, act: Callable[[], object]) -> None:
        # Qt hands over whether the action is checked, which none of these wants to know.
        self._actions[name].triggered.connect(lambda _checked=False: act())

    def _add_theme_menu(self) -> None:
        themes = self._parts.themes
        menu = self._actions.menu("view").addMenu(self.tr("T&heme"))
        group = QActionGroup(menu)
        for choice in themes.choices:
            action = QAction(themes.name_of(choice), menu, checkable=True)
            action.setChecked(choice == themes.choice)
            action.triggered.connect(lambda _=False, choice=choice: themes.choose(choice))
            themes.changed.connect(
                lambda _, action=action, choice=choice: action.setChecked(choice == themes.choice)
            )
            group.addAction(action)
            menu.addAction(action)

    def _go_to(self, shelf: Shelf) -> None:
        self._parts.finding.choose_shelf(shelf)
        self._panels.list.focus_list()

    def _toggle_star(self) -> None:
        is_on = self._actions["star"].isChecked()
        said = self.tr("Starred %1") if is_on else self.tr("Took the star from %1")
        self._change(lambda ids: self._library.star(ids, is_on), said)

    def _toggle_archive(self) -> None:
        is_on = self._actions["archive"].isChecked()
        said = self.tr("Archived %1") if is_on else self.tr("Moved %1 back to the inbox")
        self._change(lambda ids: self._library.archive(ids, is_on), said)

    def _toggle_unread(self) -> None:
        is_unread = self._actions["unread"].isChecked()
        said = self.tr("%1 is unread again") if is_unread else self.tr("%1 is read")
        self._change(lambda ids: self._library.read(ids, not is_unread), said)

    def _trash(self) -> None:
        self._change(self._library.trash, self.tr("Moved %1 to the trash"))

    def _restore(self) -> None:
        self._change(self._library.restore, self.tr("Restored %1"))

    def _mark(self) -> None:
        if not self._panels.pane.mark_selection():
            self._panels.messages.say(self.tr("Select words of the story first, then press H"))

    def _leave_out(self) -> None:
        if not self._parts.showing.leave_out_selection():
            self._panels.messages.say(self.tr("Select the words to leave out first"))

    def _change(self, act: Callable[[tuple[str, ...]], Change], said: str) -> None:
        ids = self._parts.showing.ids
        if ids:
            self._parts.changing.run(lambda: act(ids), said.replace("%1", self._named(ids)))

    def _named(self, ids: tuple[str, ...]) -> str:
        if len(ids) > 1:
            return self.tr("%1 clippings").replace("%1", str(len(ids)))
        card = self._panels.list.model.card_of(ids[0])
        clipping = self._parts.showing.clipping
        title = card.title if card else clipping.article.title if clipping else ""
        return f"“{title if len(title) < 60 else title[:59] + '…'}”"

    def _say_place(self, index: int, count: int, is_round: bool) -> None:
        """Which place of the words sought is shown, and where the way led round an end."""
        if not count:
            self._panels.messages.say(self.tr("Nothing is sought in this article"))
            return
        said = self.tr("Place %1 of %2")
        if is_round:
            is_first = index == 0
            said = self.tr("That was the last place; this is the first of %2")
            said = said if is_first else self.tr("That was the first place; this is the last of %2")
        said = said.replace("%1", grouped(index + 1)).replace("%2", grouped(count))
        self._panels.messages.say(said)

    def _open_page(self) -> None:
        clipping = self._parts.showing.clipping
        if clipping:
            self.open_link(clipping.article.address)

    def _copy_address(self) -> None:
        clipping = self._parts.showing.clipping
        if clipping:
            QGuiApplication.clipboard().setText(clipping.article.address)
            self._panels.messages.say(self.tr("The address was copied"))
