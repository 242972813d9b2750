"""The shelf at the left: choose a fixed place, a tag or a source."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.clipping import Counts, Shelf
from reader.ui.panels.shelf_model import ShelfModel
from reader.ui.panels.shelf_row_painter import ShelfRowPainter, label_start
from reader.ui.panels.shelf_rows import SOURCES_SHOWN, Kind, ShelfRow, shelf_rows
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

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._counts = Counts()
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
        rows = shelf_rows(self._counts, self._closed, sources_shown=self._sources_shown)
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

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._row_at(current)
        if self._is_quiet or row is None or row.kind is Kind.MORE:
            return
        self._chosen = row.place
        self._tell(row)
