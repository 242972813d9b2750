"""One quiet line about a search: what was taken for plain words, and what may have been meant."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.elided_label import ElidedLabel
from reader.ui.numbers import grouped
from reader.ui.theme import SANS, font

_LONGEST = 60


class HintLine(QWidget):
    """Stands only where there is something to say; a press takes what was meant."""

    meant_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meant = ""
        self._unread = ElidedLabel(self)
        self._unread.setObjectName("hint")
        self._unread.setFont(font(SANS, 12))
        self._button = QPushButton(self)
        self._button.setObjectName("link")
        self._button.setFont(font(SANS, 12))
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setToolTip(self.tr("Ctrl+Enter in the search box takes it"))
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.take)
        line = QHBoxLayout()
        line.addWidget(self._button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._unread)
        column.addLayout(line)
        self.show_hint((), "", 0)

    def show_hint(self, unread: Sequence[str], meant: str, count: int) -> None:
        """What was not understood, and what may have been meant, where that finds so many."""
        pieces = ", ".join(f"“{_short(piece)}”" for piece in unread)
        self._unread.setText(self.tr("Searched as plain words: %1").replace("%1", pieces))
        self._unread.setVisible(bool(unread))
        self._meant = meant
        said = self.tr("Did you mean “%1”? (%2)")
        said = said.replace("%2", grouped(count)).replace("%1", _short(meant))
        self._button.setText(said.replace("&", "&&"))
        self._button.setAccessibleName(said)
        self._button.setVisible(bool(meant))
        self.setVisible(bool(unread or meant))

    def take(self) -> None:
        """Search for what was meant, if anything may have been."""
        if self._meant:
            self.meant_taken.emit(self._meant)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
