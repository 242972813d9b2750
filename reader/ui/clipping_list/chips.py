"""Chips that say what the list is narrowed to, and take it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.ui.theme import SANS, font

_WIDEST_NAME = 116


class NarrowingChips(QWidget):
    """One chip for the source and one for the tag the list is narrowed to, if it is."""

    tag_removed = Signal()
    source_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = Chip(self)
        self._tag = Chip(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        row.addWidget(self._source)
        row.addWidget(self._tag)
        row.addStretch(1)
        self._source.clicked.connect(self.source_removed)
        self._tag.clicked.connect(self.tag_removed)
        self.show_narrowing("", "")

    def show_narrowing(self, tag: str, source: str) -> None:
        self._source.show_name(source)
        self._tag.show_name(f"#{tag}" if tag else "")
        self.setVisible(bool(tag or source))


class Chip(QPushButton):
    """A name with a sign that it can be taken away; gone where the name is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFont(font(SANS, 12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_name(self, name: str) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        short = QFontMetrics(self.font()).elidedText(name, middle, _WIDEST_NAME)
        # One ampersand would be taken for the sign of a shortcut.
        self.setText(f"{short} ×".replace("&", "&&"))
        self.setAccessibleName(self.tr("No longer only %1").replace("%1", name))
        self.setToolTip(name if short != name else "")
        self.setVisible(bool(name))
