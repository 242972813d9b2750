"""Break a text into a few lines, ending in … where there is more."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

ELLIPSIS = "…"
# More than fits on three lines of the widest list; the rest need not be laid out to be cut off.
LONGEST = 600

_SPACES = {ord(one): " " for one in "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"}


@dataclass(frozen=True)
class Setting:
    """How a text is set: its face, the distance of its lines, and how many there may be."""

    font: QFont
    leading: float
    lines: int
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto


@dataclass(frozen=True)
class Emphasis:
    """A look for the code points from `start` to `end`."""

    start: int
    end: int
    look: QTextCharFormat


@dataclass(frozen=True)
class Lines:
    """A text laid out, and where each emphasised piece of it stands."""

    layout: QTextLayout
    height: float
    pieces: tuple[QRectF, ...]


def lay_out(text: str, setting: Setting, width: float, emphases: Sequence[Emphasis] = ()) -> Lines:
    """The text as lines of this width; one that reads from the right stands at the right."""
    shown = text[:LONGEST].translate(_SPACES)
    layout = _broken(shown, setting, width, emphases)
    if layout.lineCount() > setting.lines or len(text) > LONGEST:
        layout = _broken(_cut(layout, setting, width), setting, width, emphases)
    pieces = tuple(
        piece
        for one in emphases
        for piece in _places(layout, setting, units(shown, one.start), units(shown, one.end))
    )
    return Lines(layout, min(layout.lineCount(), setting.lines) * setting.leading, pieces)


def units(text: str, code_points: int) -> int:
    """How many UTF-16 units, which Qt counts, stand before that many code points."""
    return len(text[:code_points].encode("utf-16-le", "surrogatepass")) // 2


def direction_of(text: str) -> Qt.LayoutDirection:
    """Which way the text runs, by its first letter that runs either way."""
    for sign in text[:LONGEST]:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def _broken(text: str, setting: Setting, width: float, emphases: Sequence[Emphasis]) -> QTextLayout:
    """The text broken into lines, one more than may be shown where there is more."""
    layout = QTextLayout(text, setting.font)
    layout.setTextOption(_option(text, setting))
    layout.setFormats(_formats(text, emphases))
    layout.beginLayout()
    metrics = QFontMetricsF(setting.font)
    base = (setting.leading - metrics.height()) / 2 + metrics.ascent()
    for number in range(setting.lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # Faces for other scripts rise higher: the base lines keep their distance all the same.
        line.setPosition(QPointF(0, number * setting.leading + base - line.ascent()))
    layout.endLayout()
    return layout


def _option(text: str, setting: Setting) -> QTextOption:
    direction = setting.direction
    if direction is Qt.LayoutDirection.LayoutDirectionAuto:
        direction = direction_of(text)
    is_rtl = direction is Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if setting.lines == 1:
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option


def _cut(layout: QTextLayout, setting: Setting, width: float) -> str:
    """As much of the text as fits with … at its end."""
    room = width - QFontMetricsF(setting.font).horizontalAdvance(ELLIPSIS)
    last = layout.lineAt(min(setting.lines, layout.lineCount()) - 1)
    text = layout.text()
    units_ = text.encode("utf-16-le", "surrogatepass")
    rest = units_[2 * last.textStart() :].decode("utf-16-le", "surrogatepass")
    fitting = QTextLayout(rest, layout.font())
    fitting.setTextOption(layout.textOption())
    fitting.setFormats(_shifted(layout.formats(), last.textStart()))
    fitting.beginLayout()
    line = fitting.createLine()
    line.setLineWidth(max(room, 1.0))
    fitting.endLayout()
    end = last.textStart() + line.textLength()
    return units_[: 2 * end].decode("utf-16-le", "surrogatepass").rstrip(" ,;:.") + ELLIPSIS


def _formats(text: str, emphases: Sequence[Emphasis]) -> list[QTextLayout.FormatRange]:
    made = []
    for one in emphases:
        start, end = units(text, one.start), units(text, one.end)
        if start < end:
            made.append(_format(start, end - start, one.look))
    return made


def _shifted(formats: Sequence[QTextLayout.FormatRange], by: int) -> list[QTextLayout.FormatRange]:
    made = []
    for one in formats:
        start, end = max(0, one.start - by), one.start + one.length - by
        if start < end:
            made.append(_format(start, end - start, one.format))
    return made


def _format(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _places(layout: QTextLayout, setting: Setting, start: int, end: int) -> list[QRectF]:
    """Where the units from start to end stand, one rectangle a line where the text never turns."""
    places = []
    turns = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in layout.text())
    for number in range(min(layout.lineCount(), setting.lines)):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            top = number * setting.leading
            places += [
                QRectF(left, top, right - left, setting.leading)
                for left, right in _stretches(line, first, last, turns=turns)
            ]
    return places


def _stretches(line: QTextLine, first: int, last: int, *, turns: bool) -> list[tuple[float, float]]:
    """From where to where the units reach, from the left."""
    if not turns:
        return [(_x(line, first), _x(line, last))]
    # Where the text turns around, a place between two letters stands twice: the letters tell.
    found: list[tuple[float, float]] = []
    rects = (run.boundingRect() for run in line.glyphRuns(first, last - first))
    for left, right in sorted((rect.left(), rect.right()) for rect in rects):
        if found and left - found[-1][1] < 1:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _x(line: QTextLine, cursor: int) -> float:
    found: object = line.cursorToX(cursor)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
