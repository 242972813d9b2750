"""Set a text in lines of one leading, at most so many of them."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LINE_BREAK = "\u2028"


@dataclass(frozen=True)
class TextStyle:
    """How a text is set: `lines` is how many may show, 0 for all."""

    font: QFont
    leading: float
    lines: int = 0


class TextBlock:
    """A text laid out at a width, ready to be painted."""

    def __init__(self, text: str, style: TextStyle, width: float) -> None:
        self._style = style
        self._width = width
        self.is_right_to_left = _runs_from_the_right(text)
        flat = text.replace("\r\n", "\n").replace("\n", LINE_BREAK)
        self._layout = self._lay_out(flat)
        if style.lines and self._layout.lineCount() > style.lines:
            self._layout = self._lay_out(self._cut(flat))

    @property
    def height(self) -> float:
        return self._layout.lineCount() * self._style.leading

    def paint(self, painter: QPainter, at: QPointF) -> None:
        self._layout.draw(painter, at)

    def _lay_out(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.is_right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        leading, y = self._style.leading, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
            y += leading
        layout.endLayout()
        return layout

    def _cut(self, text: str) -> str:
        """The text up to the last line that may show, with an ellipsis at its end."""
        # Positions count UTF-16 units, Python's letters code points.
        units = text.encode("utf-16-le", "surrogatepass")
        start = self._layout.lineAt(self._style.lines - 1).textStart() * 2
        before = units[:start].decode("utf-16-le", "surrogatepass")
        rest = units[start:].decode("utf-16-le", "surrogatepass").replace(LINE_BREAK, " ")
        metrics = QFontMetricsF(self._style.font)
        return before + metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width)


def _runs_from_the_right(text: str) -> bool:
    """Told by the first letter that has a direction; Qt would keep such lines at the left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"
