"""The shelf at the left: choose a fixed place, a saved search, a tag or a source."""

from collections.abc import Collection, Mapping, Sequence

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
from reader.ui.panels.shelf_contents import ShelfContents
from reader.ui.panels.shelf_model import ShelfModel
from reader.ui.panels.shelf_row_painter import ShelfRowPainter, label_start
from reader.ui.panels.shelf_rows import Kind, ShelfRow
from reader.ui.panels.shelf_searches import SearchActs
from reader.ui.theme import Themes

_ABOVE = 12
_STEP = 29
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
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
        self._contents = ShelfContents()
        self._chosen = _NOWHERE
        self._is_quiet = False
        self._rows = ShelfModel(self)
        self._acts = SearchActs(lambda: self._rows.rows, self)
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
        return self._contents.closed_tags

    def set_closed_tags(self, tags: Collection[str]) -> None:
        self._contents.close_tags(tags)
        self._show_rows()

    def show_counts(self, counts: Counts) -> None:
        self._contents.counts = counts
        self._show_rows()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """The saved searches, in the reader's order."""
        self._contents.take_searches(searches)
        self._show_rows()

    def show_search_counts(self, counts: Mapping[str, int]) -> None:
        """How many clippings each saved search finds, by its id."""
        self._contents.take_search_counts(counts)
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
        self._contents.unfold_to(tag)
        self._choose(Kind.TAG, tag)

    def choose_source(self, source: str) -> None:
        """Stand on a source, without telling of it."""
        self._contents.show_source(source)
        self._choose(Kind.SOURCE, source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._painter.has_ring = True
        row = self._row_at(self.currentIndex())
        inwards, outwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inwards, outwards = outwards, inwards
        if self._acts.take_key(event, row):
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
        self._acts.drag.press(row, place)
        if row.kind is Kind.MORE:
            self._contents.show_all_sources()
            self._show_rows()
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
        if is_held and self._acts.drag.move(place, self._rows.rows, index.row(), is_below):
            self.viewport().update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._acts.let_go()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        place = self.visualRect(index).center() if by_keys else event.pos()
        self._acts.open_menu(self._row_at(index), self.viewport().mapToGlobal(place), self)

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
        if self._acts.drag.before >= 0:
            self._paint_drop_line()

    def _join_searches(self) -> None:
        self._rows.renamed.connect(self.search_renamed)
        self._acts.renaming_asked.connect(self.rename_search)
        self._acts.updated.connect(self.search_updated)
        self._acts.removed.connect(self.search_removed)
        self._acts.ordered.connect(self.searches_ordered)

    def _paint_drop_line(self) -> None:
        above = self.visualRect(self._rows.index(self._acts.drag.before - 1))
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
        self._rows.set_rows(self._contents.rows)
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
        self._contents.fold(tag, is_open=is_open)
        kind, key = self._chosen
        if is_open and kind is Kind.TAG and key.startswith(f"{tag}/"):
            self.setCurrentIndex(self._rows.find(Kind.TAG, tag))
        self._show_rows()

    def _activate(self, row: ShelfRow) -> None:
        if row.kind is not Kind.MORE:
            self._tell(row)
            return
        first = self._contents.show_all_sources()
        self._show_rows()
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
