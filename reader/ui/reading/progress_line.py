"""The thin line at the top of the page that tells how far one has read."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Themes

_HEIGHT = 2


class ProgressLine(QWidget):
    """A line in the accent over a share of the width."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._themes = themes
        self.share = 0.0

    def show_share(self, share: float) -> None:
        self.share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width() * self.share
        left = self.width() - width if self.isRightToLeft() else 0.0
        painter = QPainter(self)
        line = QRectF(left, 0, width, self.height())
        painter.fillRect(line, self._themes.current.colour("accent"))
        painter.end()
