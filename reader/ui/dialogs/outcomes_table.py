"""Show what became of the files as a table that can be sorted and walked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.clipping import Outcome
from reader.ui.dialogs.outcomes_model import BECAME, FILE, OutcomeRole, OutcomesModel

ROW = 30
FILE_WIDTH = 270
BECAME_WIDTH = 130


class OutcomesTable(QTableView):
    """Whole rows; Enter or a double click opens the clipping of a row."""

    opened = Signal(Outcome)
    reached = Signal(object)
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, outcomes: OutcomesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self.setAccessibleName(self.tr("Files"))
        self.setModel(outcomes)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegateForColumn(FILE, _FileCell(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        self._lay_out_heads()
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().currentRowChanged.connect(self._on_reached)
        outcomes.modelReset.connect(self._on_reached)

    def chosen(self) -> list[Outcome]:
        """The selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, FILE).data(OutcomeRole) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(event.globalPos() if by_mouse else place)

    def _lay_out_heads(self) -> None:
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setStretchLastSection(True)
        self.setSortingEnabled(True)
        self.setColumnWidth(FILE, FILE_WIDTH)
        self.setColumnWidth(BECAME, BECAME_WIDTH)

    def _on_opened(self) -> None:
        outcome = self.currentIndex().data(OutcomeRole)
        if outcome:
            self.opened.emit(outcome)

    def _on_reached(self) -> None:
        self.reached.emit(self.currentIndex().data(OutcomeRole))


class _FileCell(QStyledItemDelegate):
    """A name too long is cut in its middle: its end tells what kind of file it is."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
