"""Break a headline into lines of about one length."""

from math import ceil

from PySide6.QtGui import QFont, QTextLayout, QTextOption

_MOST_LINES = 4
_NEAR = 4  # pixels


def balanced_margin(text: str, face: QFont, width: int) -> int:
    """How much narrower the headline can be set without taking more lines."""
    layout = QTextLayout(text, face)
    layout.setTextOption(_option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
    lines = _count_lines(layout, width)
    if not 1 < lines <= _MOST_LINES:
        return 0
    # Never so narrow that a long word is torn apart.
    low, high = min(max(width // lines, _widest_word(text, face)), width), width
    while high - low > _NEAR:
        middle = (low + high) // 2
        if _count_lines(layout, middle) > lines:
            low = middle
        else:
            high = middle
    return max(0, width - high - _NEAR)


def _widest_word(text: str, face: QFont) -> int:
    layout = QTextLayout(text, face)
    layout.setTextOption(_option(QTextOption.WrapMode.WordWrap))
    _count_lines(layout, 1)
    return ceil(layout.minimumWidth())


def _option(mode: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(mode)
    return option


def _count_lines(layout: QTextLayout, width: int) -> int:
    count = 0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid() and count <= _MOST_LINES:
        line.setLineWidth(width)
        count += 1
        line = layout.createLine()
    layout.endLayout()
    return count
