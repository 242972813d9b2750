"""What can be tried where a search found nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import SANS, font


@dataclass(frozen=True)
class WayOut:
    """What it is called, and what it does."""

    name: str
    take: Callable[[], object]


class WaysOut(QWidget):
    """A few buttons below the words that say that there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What you can try"))
        self._buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_ways(self, ways: Sequence[WayOut]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(way) for way in ways]
        self.setVisible(bool(ways))

    def _button(self, way: WayOut) -> QPushButton:
        button = QPushButton(way.name.replace("&", "&&"), self)
        button.setObjectName("wayOut")
        button.setFont(font(SANS, 12.5))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: way.take())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.show()  # the height is asked for at once
        return button
