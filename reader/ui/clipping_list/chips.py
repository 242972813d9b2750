"""Chips that say what the list is narrowed to, and take it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reader.ui.theme import SANS, font

_AROUND = 22  # border and padding on both sides
_NARROWEST = 96


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
        self._name = ""
        self.setObjectName("chip")
        self.setFont(font(SANS, 12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(self.tr("No longer only %1").replace("%1", name))
        self.updateGeometry()
        self._fit()
        self.setVisible(bool(name))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(_with_cross(self._name))
        return QSize(words + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cut the name to the room there is; the hint has it whole."""
        cross = self.fontMetrics().horizontalAdvance(_with_cross(""))
        room = max(self.width() - _AROUND - cross, 0) + 1
        end = Qt.TextElideMode.ElideRight
        short = self.fontMetrics().elidedText(self._name, end, room)
        # One ampersand would be taken for the sign of a shortcut.
        self.setText(_with_cross(short).replace("&", "&&"))
        self.setToolTip(self._name if short != self._name else "")


def _with_cross(name: str) -> str:
    return f"{name} ×"
