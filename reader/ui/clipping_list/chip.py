"""One chip: a name that narrows the list, or that takes away what narrows it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reader.ui.theme import SANS, font

_AROUND = 22  # border and padding on both sides
_NARROWEST = 96
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QPushButton):
    """A name, cut to the room there is; what is chosen has a sign that it can be taken away."""

    stepped = Signal(int)  # the arrow keys lead to the chip before or after

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self._ending = ""
        self.setObjectName("chip")
        self.setFont(font(SANS, 12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_chosen(self, name: str, count: str = "") -> None:
        """A name that narrows the list; pressing takes it away."""
        self.setAccessibleName(self.tr("No longer only %1").replace("%1", name))
        self._show(name, f" {count} ×" if count else " ×", is_chosen=True)

    def show_offered(self, name: str, count: str = "") -> None:
        """A name that the list can be narrowed to."""
        said = self.tr("Only %1, %2").replace("%2", count) if count else "%1"
        self.setAccessibleName(said.replace("%1", name))
        self._show(name, f" {count}" if count else "", is_chosen=False)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._name + self._ending)
        return QSize(words + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            step = _STEPS[Qt.Key(event.key())]
            self.stepped.emit(-step if self.isRightToLeft() else step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _show(self, name: str, ending: str, *, is_chosen: bool) -> None:
        self._name, self._ending = " ".join(name.split()), ending
        if self.property("chosen") != is_chosen:
            self.setProperty("chosen", is_chosen)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()
        self._fit()
        self.show()

    def _fit(self) -> None:
        """Cut the name to the room there is; the hint has it whole."""
        ending = self.fontMetrics().horizontalAdvance(self._ending)
        room = max(self.width() - _AROUND - ending, 0) + 1
        end = Qt.TextElideMode.ElideRight
        short = self.fontMetrics().elidedText(self._name, end, room)
        # Isolated, so that an Arabic name does not turn the count after it around; and one
        # ampersand would be taken for the sign of a shortcut.
        is_plain = short.isascii()
        shown = short if is_plain else f"\u2068{short}\u2069"
        self.setText((shown + self._ending).replace("&", "&&"))
        self.setToolTip(self._name if short != self._name else "")
