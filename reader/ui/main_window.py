"""The main window: lays out the panels and joins their signals."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from reader import paths
from reader.clipping import Change, Counts, Outcome, Shelf, Status
from reader.settings import Settings
from reader.ui.first_sight import paint_first_sight
from reader.ui.focus_mode import FocusMode
from reader.ui.numbers import grouped
from reader.ui.remembered import remembered_search, to_remember
from reader.ui.tasks import Lane, Tasks
from reader.ui.theme import Themes

if TYPE_CHECKING:
    from reader.library.library import Library

SMALLEST = (720, 480)
USUAL = (1280, 800)
FRAME = 40  # pixels, at most, that a desktop adds for title and borders


class MainWindow(QMainWindow):
    """Shelf, list, reading pane and side panel over one library.

    It is seen as an empty page before `begin` furnishes it, which takes longer than a blink.
    """

    seen = Signal()  # for the first time
    library_changed = Signal(object)
    closed = Signal(object)  # the Settings to remember
    settings_changed = Signal(object)  # those to remember at once

    def __init__(self, themes: Themes, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Clippings")
        self.setMinimumSize(*SMALLEST)
        self._themes = themes
        self._settings = settings
        self._wanted = settings.clipping
        self._is_seen = False
        self._has_begun = False
        self.statusBar().setSizeGripEnabled(False)
        if not settings.geometry or not self.restoreGeometry(_bytes(settings.geometry)):
            self.resize(*USUAL)

    def fit(self, room: QSize) -> None:
        """Be no larger than the screen has room for, with the frame that stands around."""
        if not self.isMaximized() and not self.isFullScreen():
            self.resize(self.size().boundedTo(room - QSize(FRAME, FRAME)))

    def begin(self, library: "Library", tasks: Tasks) -> None:
        """Show what the library holds, then look after its index."""
        # The panels take half the time of a start to load, and the window is to be seen first.
        from reader.ui.furniture import furnish

        self._library = library
        furniture = furnish(self, library, tasks, self._themes, self._settings)
        self._panels, self._parts = furniture.panels, furniture.parts
        self._empty, self._ways_in = furniture.empty, furniture.ways_in
        self._indexing = furniture.indexing
        self._commands, self._sheets = furniture.commands, furniture.sheets
        self._arrivals, self._origins = furniture.arrivals, furniture.origins
        self._pictures = furniture.pictures
        self._lay_out()
        self._focus_mode = FocusMode(self, self._panels)
        self._join()
        self._restore(self._settings)
        is_list_shown = self._settings.list_is_shown
        (self._panels.list.view if is_list_shown else self._panels.pane).setFocus()
        self._has_begun = True
        self._parts.finding.begin(remembered_search(self._settings))
        self._parts.showing.show_known_tags()
        self._indexing.begin()
        self._parts.recleaning.begin()
        self._parts.saving.begin(self._settings.saved_search)
        self._ways_in.begin(self._settings.watched)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Bring files and folders into the library."""
        self._parts.adding.add(paths)

    def come_forward(self, files: Sequence[Path]) -> None:
        """A second start asked for this window, maybe with files to add."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.add_files(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() == Qt.Key.Key_Escape
            and self._has_begun
            and self._parts.actions["focus"].isChecked()
        ):
            self._parts.actions["focus"].trigger()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and self._has_begun:
            # The command line may have changed the library meanwhile.
            self._parts.finding.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_begun:
            paint_first_sight(self, self._settings, self._themes.current)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self.seen.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if not self._has_begun:
            return
        if self._parts.actions["focus"].isChecked():
            self._parts.actions["focus"].trigger()
        self._parts.showing.flush()
        self._ways_in.stop()
        self._pictures.stop()
        self._parts.adding.stop()
        self._parts.recleaning.stop()
        self._indexing.stop()
        self.closed.emit(self._to_remember())

    def _to_remember(self) -> Settings:
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        seen = to_remember(self._parts, self._panels, geometry, self._widths())
        memory = self._settings.search_memory_mb
        return replace(seen, watched=self._ways_in.watched, search_memory_mb=memory)

    def _lay_out(self) -> None:
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        for panel in (self._panels.list, self._panels.pane, self._panels.side):
            self._columns.addWidget(panel)
        self._stack.addWidget(self._columns)
        self._stack.addWidget(self._empty)
        self._outer.addWidget(self._panels.shelf)
        self._outer.addWidget(self._stack)
        for splitter, growing in ((self._outer, 1), (self._columns, 1)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(growing, 1)
        self.setCentralWidget(self._outer)
        # Else Tab would go round in the reading pane for ever, which hands its focus on.
        for before, after in pairwise((self._panels.list.view, *self._panels.pane.stops)):
            QWidget.setTabOrder(before, after)

    def _join(self) -> None:
        self._join_list()
        self._join_reading()
        self._join_changes()
        self._join_commands()

    def _join_list(self) -> None:
        view, showing = self._panels.list.view, self._parts.showing
        view.clipping_shown.connect(self._on_clipping_shown)
        view.clipping_opened.connect(self._on_clipping_opened)
        view.selection_changed.connect(showing.select)
        view.menu_asked.connect(lambda place: self._parts.actions.menu("clipping").popup(place))
        self._parts.finding.listed.connect(self._on_listed)
        self._parts.finding.counted.connect(self._on_counted)
        self._parts.finding.index_missed.connect(self._indexing.rebuild)
        self._indexing.rebuilt.connect(self._parts.finding.refresh)

    def _join_reading(self) -> None:
        pane, side, actions = self._panels.pane, self._panels.side, self._parts.actions
        pane.star_asked.connect(actions["star"].trigger)
        pane.archive_asked.connect(actions["archive"].trigger)
        pane.tags_asked.connect(actions["tag"].trigger)
        pane.marks_asked.connect(actions["side"].trigger)
        pane.focus_asked.connect(actions["focus"].trigger)
        pane.link_opened.connect(self._commands.open_link)
        pane.link_hovered.connect(self._panels.messages.say)
        pane.end_passed.connect(self._on_end_passed)
        pane.mark_opened.connect(self._on_mark_opened)
        side.mark_opened.connect(pane.go_to_mark)
        side.left.connect(pane.setFocus)
        self._parts.relating.clipping_opened.connect(self._on_related_opened)

    def _join_changes(self) -> None:
        parts = self._parts
        parts.changing.changed.connect(self.library_changed)
        self.library_changed.connect(parts.finding.on_changed)
        self.library_changed.connect(parts.showing.on_changed)
        self.library_changed.connect(parts.saving.on_changed)
        self.library_changed.connect(parts.relating.on_changed)
        self.library_changed.connect(lambda _: self._indexing.update())
        self.library_changed.connect(self._sheets.on_changed)
        self.library_changed.connect(self._origins.on_changed)
        self._indexing.learned.connect(self.library_changed)
        parts.recleaning.changed.connect(self.library_changed)
        self._pictures.changed.connect(self.library_changed)
        parts.showing.shown.connect(self._commands.show_states)
        parts.adding.came_in.connect(parts.finding.refresh)
        parts.adding.libraries_found.connect(self._arrivals.ask)
        parts.adding.ended.connect(self._on_added)
        parts.adding.ended.connect(lambda _: self._indexing.update())
        self._ways_in.changed.connect(lambda: self.settings_changed.emit(self._to_remember()))
        self._ways_in.watching.came_in.connect(parts.finding.refresh)
        self._ways_in.watching.ended.connect(self._on_watched)
        parts.tasks.failed.connect(self._panels.messages.tell)

    def _join_commands(self) -> None:
        commands, sheets, actions = self._commands, self._sheets, self._parts.actions
        commands.palette_asked.connect(sheets.open_palette)
        commands.keys_asked.connect(sheets.open_keys)
        commands.about_asked.connect(sheets.open_about)
        commands.report_asked.connect(self._arrivals.open_report)
        commands.left_out_asked.connect(sheets.open_left_out)
        commands.samples_asked.connect(self._on_samples_asked)
        commands.focus_asked.connect(self._focus_mode.set_on)
        self._arrivals.clipping_opened.connect(self._open_by_id)
        self._origins.clipping_opened.connect(self._open_by_id)
        self._empty.add_asked.connect(commands.add_files)
        self._empty.watch_asked.connect(self._ways_in.watch_folder)
        self._empty.samples_asked.connect(self._on_samples_asked)
        actions["shelf"].toggled.connect(self._panels.shelf.setVisible)
        actions["list"].toggled.connect(self._panels.list.setVisible)
        actions["side"].toggled.connect(self._panels.side.setVisible)
        actions["side"].toggled.connect(lambda _: self._parts.relating.look())
        actions["side"].toggled.connect(self._panels.pane.show_marks_open)
        actions["tag"].triggered.connect(self._on_tags_asked)
        actions["note"].triggered.connect(self._on_note_asked)
        actions["rebuild_index"].triggered.connect(self._indexing.rebuild)

    def _restore(self, settings: Settings) -> None:
        shelf, *others = settings.widths
        self._outer.setSizes([shelf, sum(others)])
        self._columns.setSizes(others)
        for name in ("shelf", "list", "side"):
            is_shown = getattr(settings, f"{name}_is_shown")
            self._parts.actions[name].setChecked(is_shown)
            getattr(self._panels, name).setVisible(is_shown)

    def _widths(self) -> tuple[int, ...]:
        """A panel that is hidden has no width of its own; it comes back as wide as it was."""
        now = (self._outer.sizes()[0], *self._columns.sizes())
        return tuple(new or old for new, old in zip(now, self._settings.widths, strict=False))

    def _on_clipping_shown(self, id_: str) -> None:
        self._parts.showing.show(id_, self._parts.finding.search.words)

    def _on_clipping_opened(self, id_: str) -> None:
        self._on_clipping_shown(id_)
        self._panels.pane.setFocus()

    def _on_related_opened(self, id_: str) -> None:
        """Show it; the list stays as it is, for the reader comes back there."""
        self._parts.showing.show(id_, self._parts.finding.search.words)
        self._panels.list.view.select(id_)
        self._panels.pane.setFocus()

    def _open_by_id(self, id_: str) -> None:
        """Stand on a clipping as soon as a list holds it; show it at any rate."""
        self._wanted = id_
        self._parts.showing.show(id_)
        self._on_listed()

    def _on_listed(self) -> None:
        if self._wanted and self._panels.list.model.row_of(self._wanted) is not None:
            self._panels.list.view.select(self._wanted)
            self._wanted = ""

    def _on_counted(self, counts: Counts) -> None:
        total = counts.shelves.get(Shelf.ALL, 0)
        is_empty = not total and not counts.shelves.get(Shelf.TRASH, 0)
        self._show_teaching(is_empty)
        several = self.tr("%1 clippings").replace("%1", grouped(total))
        place = self.tr("Library: %1").replace("%1", str(self._library.folder))
        said = self.tr("1 clipping") if total == 1 else several
        self._panels.messages.show_total(place if is_empty else said)
        self._sheets.show_counts(counts)

    def _show_teaching(self, is_empty: bool) -> None:
        """Teach in an empty library; who added the first clippings is in their list at once."""
        had_nothing = self._stack.currentWidget() is self._empty
        self._stack.setCurrentWidget(self._empty if is_empty else self._columns)
        if had_nothing and not is_empty:
            self._panels.list.view.setFocus()

    def _on_end_passed(self) -> None:
        view = self._panels.list.view
        following = view.next_unread()
        if following:
            view.select(following)
            return

        # The list knows only the cards it was near; the library knows them all.
        def on_known(following: str) -> None:
            if following:
                view.select(following)
            else:
                self._panels.messages.say(self.tr("That was the last unread clipping here"))

        below = view.ids_below()
        self._parts.tasks.run(Lane.READ, lambda: self._library.first_unread(below), on_known)

    def _on_mark_opened(self, mark: str) -> None:
        self._parts.actions["side"].setChecked(True)
        self._panels.side.edit_mark(mark)

    def _on_tags_asked(self) -> None:
        self._parts.actions["side"].setChecked(True)
        self._panels.side.focus_tags()

    def _on_note_asked(self) -> None:
        self._parts.actions["side"].setChecked(True)
        self._panels.side.focus_note()

    def _on_samples_asked(self) -> None:
        self.add_files(sorted((paths.resources_folder() / "samples").glob("*.html")))

    def _on_watched(self, outcomes: Sequence[Outcome]) -> None:
        """What came by itself does not take the reader from what he reads."""
        self._arrivals.take_outcomes(outcomes)
        self._parts.actions["report"].setEnabled(True)
        self._indexing.update()

    def _on_added(self, outcomes: Sequence[Outcome]) -> None:
        if outcomes:
            self._arrivals.take_outcomes(outcomes)
            self._parts.actions["report"].setEnabled(True)
        remade = frozenset(one.id for one in outcomes if one.is_remade)
        if remade:
            self.library_changed.emit(Change(remade=remade))
        came = [one for one in outcomes if one.id]
        if len(came) == 1:
            self._open_by_id(came[0].id)
        if sum(one.status is Status.FAILED for one in outcomes) > 1:
            self._arrivals.open_failures()


def _bytes(kept: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(kept, validate=True))
    except ValueError:
        return QByteArray()
