"""The shelf at the left: choose a fixed place, a saved search, a tag or a source."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.clipping import Counts, SavedSearch, Shelf
from reader.ui.panels.shelf_model import ShelfModel
from reader.ui.panels.shelf_row_painter import ShelfRowPainter, label_start
from reader.ui.panels.shelf_rows import (
    SOURCES_SHOWN,
    KeptSearches,
    Kind,
    ShelfRow,
    shelf_rows,
)
from reader.ui.panels.shelf_searches import SearchDrag, SearchMenu, moved
from reader.ui.theme import Themes

_ABOVE = 12
_STEP = 29
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NOWHERE = (Kind.HEADING, "")


class ShelfPanel(QListView):
    """Tells what the reader chose; what is chosen stays so while counts come and go."""

    shelf_chosen = Signal(Shelf)
    tag_chosen = Signal(str)
    source_chosen = Signal(str)
    search_chosen = Signal(str)  # a saved one, by its id
    search_renamed = Signal(str, str)
    search_updated = Signal(str)
    search_removed = Signal(str)
    searches_ordered = Signal(tuple)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._themes = themes
        self._counts = Counts()
        self._kept = KeptSearches()
        self._drag = SearchDrag()
        self._menu = SearchMenu(self)
        self._closed: set[str] = set()
        self._sources_shown = SOURCES_SHOWN
        self._chosen = _NOWHERE
        self._is_quiet = False
        self._rows = ShelfModel(self)
        self.setModel(self._rows)
        self._painter = ShelfRowPainter(themes, self)
        self.setItemDelegate(self._painter)
        self._lay_bare()
        self._show_rows()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._join_searches()
        themes.changed.connect(self.viewport().update)

    @property
    def closed_tags(self) -> frozenset[str]:
        """The tags whose nested tags are folded away."""
        return frozenset(self._closed)

    def set_closed_tags(self, tags: Collection[str]) -> None:
        self._closed = set(tags)
        self._show_rows()

    def show_counts(self, counts: Counts) -> None:
        self._counts = counts
        self._show_rows()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """The saved searches, in the reader's order."""
        self._kept = replace(self._kept, searches=tuple(searches))
        self._show_rows()

    def show_search_counts(self, counts: Mapping[str, int]) -> None:
        """How many clippings each saved search finds, by its id."""
        self._kept = replace(self._kept, counts=dict(counts))
        self._show_rows()

    def rename_search(self, id_: str) -> None:
        """Let the reader write another name over that of a saved search."""
        index = self._rows.find(Kind.SEARCH, id_)
        if index.isValid() and self.isVisible():
            self.scrollTo(index)
            self.edit(index)

    def choose_saved(self, id_: str) -> None:
        """Stand on a saved search, without telling of it."""
        self._choose(Kind.SEARCH, id_)

    def choose(self, shelf: Shelf) -> None:
        """Stand on a fixed place, without telling of it."""
        self._choose(Kind.SHELF, shelf.value)

    def choose_tag(self, tag: str) -> None:
        """Stand on a tag, unfolding those it is nested in, without telling of it."""
        steps = tag.split("/")
        self._closed -= {"/".join(steps[:length]) for length in range(1, len(steps))}
        self._choose(Kind.TAG, tag)

    def choose_source(self, source: str) -> None:
        """Stand on a source, without telling of it."""
        if source in [name for name, _ in self._counts.sources[self._sources_shown :]]:
            self._sources_shown = len(self._counts.sources)
        self._choose(Kind.SOURCE, source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._painter.has_ring = True
        row = self._row_at(self.currentIndex())
        inwards, outwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inwards, outwards = outwards, inwards
        if row is not None and row.kind is Kind.SEARCH and self._is_for_search(event, row):
            return
        if row is None or event.key() not in (
            inwards,
            outwards,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            super().keyPressEvent(event)
        elif event.key() == inwards:
            self._go_in(row)
        elif event.key() == outwards:
            self._go_out(row)
        else:
            self._activate(row)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window, not the beginnings of names."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A list would stand on its first row now, and so choose what nobody chose.
        QWidget.focusInEvent(self, event)
        self._painter.has_ring = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.has_ring = False
        place = event.position().toPoint()
        row = self._row_at(self.indexAt(place))
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag.press(row, place)
        if row.kind is Kind.MORE:
            self._show_all_sources()
        elif row.has_children and self._is_before_label(place.x(), row):
            self._fold(row.key, is_open=row.is_open)
        else:
            # Choosing again what is chosen brings it back, say after a search.
            was_chosen = row.place == self._chosen
            super().mousePressEvent(event)
            if was_chosen:
                self._tell(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_below = place.y() > self.visualRect(index).center().y()
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if is_held and self._drag.move(place, self._rows.rows, index.row(), is_below):
            self.viewport().update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._tell_order(self._drag.release(self._rows.rows))
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        row = self._row_at(index)
        if row is not None and row.kind is Kind.SEARCH:
            place = self.visualRect(index).center() if by_keys else event.pos()
            self._menu.open(row.key, self.viewport().mapToGlobal(place), self)

    def event(self, event: QEvent) -> bool:
        # Elsewhere Delete moves a clipping to the trash.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            row = self._row_at(self.currentIndex())
            if event.key() == Qt.Key.Key_Delete and row and row.kind is Kind.SEARCH:
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag.before >= 0:
            self._paint_drop_line()

    def _join_searches(self) -> None:
        self._rows.renamed.connect(self.search_renamed)
        self._menu.renaming_asked.connect(self.rename_search)
        self._menu.update_asked.connect(self.search_updated)
        self._menu.removed.connect(self.search_removed)
        self._menu.moved.connect(lambda id_, by: self._tell_order(moved(self._rows.rows, id_, by)))

    def _is_for_search(self, event: QKeyEvent, row: ShelfRow) -> bool:
        """Rename, remove or move the saved search that the reader stands on."""
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F2:
            self.rename_search(row.key)
        elif event.key() == Qt.Key.Key_Delete:
            self.search_removed.emit(row.key)
        elif with_alt and event.key() in _MOVES:
            self._tell_order(moved(self._rows.rows, row.key, _MOVES[Qt.Key(event.key())]))
        else:
            return False
        return True

    def _tell_order(self, order: tuple[str, ...]) -> None:
        if order:
            self.searches_ordered.emit(order)

    def _paint_drop_line(self) -> None:
        above = self.visualRect(self._rows.index(self._drag.before - 1))
        line = QRect(above.left() + 12, above.bottom(), above.width() - 24, 2)
        painter = QPainter(self.viewport())
        painter.fillRect(line, self._themes.current.colour("accent"))
        painter.end()

    def _lay_bare(self) -> None:
        self.setAccessibleName(self.tr("Shelf"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(0, _ABOVE, 0, 0)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)

    def _row_at(self, index: QModelIndex) -> ShelfRow | None:
        return self._rows.rows[index.row()] if index.isValid() else None

    def _is_before_label(self, x: int, row: ShelfRow) -> bool:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = self.viewport().width() - x
        return x < label_start(row)

    def _show_rows(self) -> None:
        """Show what is to be shown, and stand where the reader stood."""
        self._is_quiet = True
        rows = shelf_rows(self._counts, self._closed, self._kept, sources_shown=self._sources_shown)
        self._rows.set_rows(rows)
        index = self._rows.find(*self._chosen)
        if not index.isValid():
            self.selectionModel().clear()
        elif index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self._is_quiet = False

    def _choose(self, kind: Kind, key: str) -> None:
        self._chosen = (kind, key)
        self._show_rows()

    def _go_in(self, row: ShelfRow) -> None:
        if row.has_children and not row.is_open:
            self._fold(row.key, is_open=False)
        elif row.is_open:
            self.setCurrentIndex(self._rows.index(self.currentIndex().row() + 1))

    def _go_out(self, row: ShelfRow) -> None:
        if row.is_open:
            self._fold(row.key, is_open=True)
        elif row.kind is Kind.TAG and row.depth:
            self.setCurrentIndex(self._rows.find(Kind.TAG, row.key.rpartition("/")[0]))

    def _fold(self, tag: str, *, is_open: bool) -> None:
        """Close an open tag, open a closed one."""
        if is_open:
            self._closed.add(tag)
            kind, key = self._chosen
            if kind is Kind.TAG and key.startswith(f"{tag}/"):
                self.setCurrentIndex(self._rows.find(Kind.TAG, tag))
        else:
            self._closed.discard(tag)
        self._show_rows()

    def _show_all_sources(self) -> None:
        self._sources_shown = len(self._counts.sources)
        self._show_rows()

    def _activate(self, row: ShelfRow) -> None:
        if row.kind is not Kind.MORE:
            self._tell(row)
            return
        first = self._counts.sources[self._sources_shown][0]
        self._show_all_sources()
        self.setCurrentIndex(self._rows.find(Kind.SOURCE, first))

    def _tell(self, row: ShelfRow) -> None:
        if row.kind is Kind.SHELF:
            self.shelf_chosen.emit(Shelf(row.key))
        elif row.kind is Kind.TAG:
            self.tag_chosen.emit(row.key)
        elif row.kind is Kind.SOURCE:
            self.source_chosen.emit(row.key)
        elif row.kind is Kind.SEARCH:
            self.search_chosen.emit(row.key)

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._row_at(current)
        if self._is_quiet or row is None or row.kind is Kind.MORE:
            return
        self._chosen = row.place
        self._tell(row)
