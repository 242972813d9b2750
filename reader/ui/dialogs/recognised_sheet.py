"""Ask before another program's library comes in, and say what of it will."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.looking import Recognised
from reader.ui.dialogs.recognised_file import RecognisedFile
from reader.ui.numbers import grouped
from reader.ui.scrolled import scrolled
from reader.ui.theme import SERIF, font

WIDTH = 600
HIGHEST = 640
EDGE = 24
BESIDE_BAR = 12


class RecognisedSheet(QDialog):
    """One part for each file; `chosen` brings the ones to take, and how many things they hold."""

    chosen = Signal(object, int)

    def __init__(self, found: Sequence[Recognised], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recognised")
        self.setWindowTitle(self.tr("Bring in a library"))
        self._title = QLabel(self)
        self._title.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        self._title.setWordWrap(True)
        self._files = [RecognisedFile(one, self) for one in found]
        self._sum = QLabel(self, wordWrap=True)
        self._sum.setProperty("soft", True)
        self._go = QPushButton(self.tr("Bring In"), self)
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        self._lay_out()
        for file in self._files:
            file.toggled.connect(self._on_toggled)
        self._title.setText(self._say_title(found))
        self._on_toggled()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.reject)
        self._go.setFocus()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that are to come in."""
        return tuple(one.found.path for one in self._files if one.is_chosen)

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setObjectName("recognisedFiles")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, BESIDE_BAR, 0)
        rows.setSpacing(0)
        for file in self._files:
            rows.addWidget(file)
        rows.addStretch(1)
        scroll = scrolled(content, "recognisedScroll", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 20, EDGE, 18)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)
        column.addWidget(self._sum)
        column.addLayout(self._buttons())
        self.setMinimumSize(420, 240)
        below = rows.totalHeightForWidth(WIDTH - 2 * EDGE - BESIDE_BAR)
        others = column.totalSizeHint().height() - scroll.sizeHint().height()
        self.resize(WIDTH, min(below + others, HIGHEST))

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        return row

    def _say_title(self, found: Sequence[Recognised]) -> str:
        programs = list(dict.fromkeys(one.program for one in found))
        if not any(one.tallies.items for one in found):
            return self.tr("There is nothing here to bring in")
        if len(programs) == 1:
            return self.tr("Bring in what was kept in %1?").replace("%1", programs[0])
        several = self.tr("Bring in the libraries of %1 programs?")
        return several.replace("%1", grouped(len(programs)))

    def _on_toggled(self) -> None:
        chosen = [one.found.tallies for one in self._files if one.is_chosen]
        self._go.setEnabled(bool(chosen))
        self._sum.setText(self._say_sum(sum(one.items for one in chosen)) if chosen else "")
        self._sum.setVisible(len(self._files) > 1 and bool(chosen))

    def _say_sum(self, many: int) -> str:
        if many == 1:
            return self.tr("1 clipping will come in. What is here already stays as it is.")
        said = self.tr("%1 clippings will come in. What is here already stays as it is.")
        return said.replace("%1", grouped(many))

    def _on_go(self) -> None:
        taken = [one.found.tallies for one in self._files if one.is_chosen]
        # Each file is told of once more when all of it has come in.
        many = sum(one.items + one.passed_over + one.unreadable for one in taken) + len(taken)
        self.chosen.emit(self.paths, many)
        self.accept()
