"""Show what a clipping does not show of its page, and put it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.articles.removed_block import RemovedBlock
from reader.ui.dialogs.left_out_model import WHY, WORDS, LeftOutModel, RemovedRole
from reader.ui.elided_label import ElidedLabel
from reader.ui.numbers import grouped
from reader.ui.theme import SERIF, font

ROW = 30
WHY_WIDTH = 200
WORDS_HEIGHT = 110


class LeftOutSheet(QDialog):
    """A table that stays open beside the reading; the chosen row's words stand below, whole."""

    put_back_asked = Signal(object)  # the ids of the blocks

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftOut")
        self.setWindowTitle(self.tr("What was left out"))
        self.setModal(False)
        self.resize(760, 540)
        self._count = QLabel(self)
        self._count.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        self._title = ElidedLabel(self)
        self._title.setProperty("soft", True)
        self._title.setText(title)
        self._model = LeftOutModel(self)
        self._table = self._make_table()
        self._words = self._make_words()
        self._put_back = QPushButton(self.tr("Put Back"), self)
        self._put_back.setProperty("primary", True)
        self._put_back.setAutoDefault(False)
        self._lay_out()
        self._table.selectionModel().selectionChanged.connect(self._on_chosen)
        self._table.activated.connect(self._on_put_back)
        self._put_back.clicked.connect(self._on_put_back)
        self.show_blocks(())

    def show_blocks(self, blocks: Sequence[RemovedBlock]) -> None:
        """Show these, standing where the reader stood."""
        row = max(0, self._table.currentIndex().row())
        self._model.show_blocks(blocks)
        self._count.setText(self._say_count(len(blocks)))
        if blocks:
            self._table.selectRow(min(row, len(blocks) - 1))
        self._on_chosen()

    def chosen(self) -> list[RemovedBlock]:
        """The selected blocks, in the page's order."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._model.index(row, WHY).data(RemovedRole) for row in rows]

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("outcomes")
        table.setAccessibleName(self.tr("What was left out"))
        table.setModel(self._model)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(WHY, WHY_WIDTH)
        return table

    def _make_words(self) -> QPlainTextEdit:
        words = QPlainTextEdit(self)
        words.setObjectName("leftOutWords")
        words.setAccessibleName(self.tr("The words of the chosen row"))
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setFrameShape(QFrame.Shape.NoFrame)
        words.setFixedHeight(WORDS_HEIGHT)
        return words

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._put_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._count)
        head.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def _say_count(self, many: int) -> str:
        if not many:
            return self.tr("Nothing was left out")
        if many == 1:
            return self.tr("1 passage was left out")
        return self.tr("%1 passages were left out").replace("%1", grouped(many))

    def _on_chosen(self) -> None:
        chosen = self.chosen()
        self._words.setPlainText("\n\n".join(one.block.text for one in chosen))
        self._put_back.setEnabled(bool(chosen))

    def _on_put_back(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.put_back_asked.emit(tuple(one.block.id for one in chosen))
