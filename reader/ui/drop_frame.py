"""Show what will become of what is held over the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.theme import SERIF, Themes, font

EDGE = 12
RADIUS = 16
MARGIN = 48
VEIL = 0.92  # how much of the window it hides


class DropFrame(QWidget):
    """Lies over its whole parent, and lets every event through."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font(SERIF, 22))
        self._themes = themes
        self._window = parent
        self._promise = ""
        self.hide()

    def show_over(self, promise: str) -> None:
        self._promise = promise
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.colour("page")
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), RADIUS, RADIUS)
        painter.setPen(theme.colour("ink"))
        inside = self.rect().adjusted(*(MARGIN, 0, -MARGIN, 0))
        aligned = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, aligned, self._promise)
