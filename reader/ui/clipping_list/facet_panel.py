"""All facets of a result with their values: folds open above the list, and narrows it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from reader.clipping import Facet
from reader.results import FacetCounts
from reader.ui.clipping_list.facet_model import FacetModel
from reader.ui.clipping_list.facet_painter import HEADING, ROW, FacetPainter
from reader.ui.clipping_list.facet_rows import FacetRow, Kind, facet_rows
from reader.ui.kept_keys import KeptKeys
from reader.ui.theme import Themes

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FacetPanel(QListView):
    """Space and Enter choose a value, and take the choice back; Escape folds it away."""

    toggled = Signal(Facet, str)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName(self.tr("Narrow the result"))
        self._facets: tuple[FacetCounts, ...] = ()
        self._opened: set[Facet] = set()
        self._rows = FacetModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(FacetPainter(themes, self))
        KeptKeys(self, (*_PRESSING, Qt.Key.Key_Escape))
        self._lay_bare()
        self.clicked.connect(self._on_clicked)
        themes.changed.connect(self.viewport().update)
        self.hide()

    def show_facets(self, facets: Sequence[FacetCounts]) -> None:
        """Take other counts; the reader stands where the reader stood."""
        self._facets = tuple(facets)
        self._show_rows()

    def open(self) -> None:
        """Fold open, and stand on the first value."""
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        heights = (HEADING if row.kind is Kind.HEADING else ROW for row in self._rows.rows)
        return QSize(200, max(sum(heights) + 10, HEADING))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, min(self.sizeHint().height(), 3 * ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _PRESSING:
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window, not the beginnings of names."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD and not self.currentIndex().isValid():
            self._stand_on_first()

    def _lay_bare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _show_rows(self) -> None:
        standing, scrolled = self._standing(), self.verticalScrollBar().value()
        self._rows.set_rows(facet_rows(self._facets, self._opened))
        self.updateGeometry()
        index = self._rows.row_of(standing) if standing is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        elif self.hasFocus():
            self._stand_on_first()
        self.verticalScrollBar().setValue(scrolled)

    def _standing(self) -> FacetRow | None:
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def _stand_on_first(self) -> None:
        first = next((n for n, row in enumerate(self._rows.rows) if row.kind is Kind.VALUE), -1)
        self.setCurrentIndex(self._rows.index(first))

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self._rows.rows[index.row()]
        if row.kind is Kind.VALUE:
            self.toggled.emit(row.facet, row.value)
        elif row.kind is Kind.MORE:
            self._opened.add(row.facet)
            number = index.row()
            self._show_rows()
            self.setCurrentIndex(self._rows.index(number))
