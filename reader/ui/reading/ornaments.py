"""Paint what Qt's text has no format for: bars of quotations, markers of lists, hairlines."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFontMetricsF, QPainter, QTextBlock

from reader.ui.reading.look import BLEED, QUOTE_STEP, Look, inset_of
from reader.ui.reading.page import Page
from reader.ui.reading.setter import Placed
from reader.ui.reading.story import Kind

_BAR = 3
_PAD_X, _PAD_Y = 16, 12
_CORNER = 6
_LINE_ABOVE_BYLINE = 14  # pixels between the hairline and the letters under it
_RULE = 96


@dataclass(frozen=True)
class _Brush:
    """What painting one block's ornaments needs."""

    painter: QPainter
    page: Page
    look: Look
    left: float
    width: float

    @property
    def layout(self) -> QAbstractTextDocumentLayout:
        return self.page.document.documentLayout()


def paint_ornaments(painter: QPainter, page: Page, look: Look, seen: QRectF) -> None:
    """Paint what lies within `seen`, in the document's own coordinates."""
    brush = _Brush(painter, page, look, BLEED, page.document.textWidth() - 2 * BLEED)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    position = brush.layout.hitTest(QPointF(1, max(0.0, seen.top())), Qt.HitTestAccuracy.FuzzyHit)
    block = page.document.findBlock(max(0, position))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        rect = brush.layout.blockBoundingRect(block)
        if rect.top() > seen.bottom() + _PAD_Y:
            return
        placed = page.placed.get(block.blockNumber())
        if placed is not None:
            _paint_block(brush, placed, block, rect)
        block = block.next()


def _paint_block(brush: _Brush, placed: Placed, block: QTextBlock, rect: QRectF) -> None:
    kind = placed.block.kind
    if placed.block.quotes:
        _paint_bars(brush, placed, block, rect)
    if placed.block.marker:
        _paint_marker(brush, placed, block, rect)
    if kind is Kind.BYLINE:
        _paint_line(
            brush, brush.left, rect.top() - _LINE_ABOVE_BYLINE * brush.look.style.scale, brush.width
        )
    elif kind is Kind.RULE:
        _paint_line(brush, brush.left + (brush.width - _RULE) / 2, rect.center().y(), _RULE)
    elif kind is Kind.CODE:
        _paint_ground(brush, _padded(brush, placed, rect))
    elif kind is Kind.MISSING_PICTURE:
        _paint_frame(brush, _padded(brush, placed, rect))


def _paint_bars(brush: _Brush, placed: Placed, block: QTextBlock, rect: QRectF) -> None:
    """A bar for each quotation, down to the next block where that stands in it too."""
    below = brush.page.placed.get(block.blockNumber() + 1)
    step = QUOTE_STEP * brush.look.style.scale
    for level, quote in enumerate(placed.block.quotes):
        bottom = rect.bottom()
        if below is not None and quote in below.block.quotes:
            bottom = brush.layout.blockBoundingRect(block.next()).top()
        x = level * step
        if placed.is_right_to_left:
            x = brush.width - x - _BAR
        bar = QRectF(brush.left + x, rect.top(), _BAR, bottom - rect.top())
        brush.painter.fillRect(bar, brush.look.theme.colour("line"))


def _paint_marker(brush: _Brush, placed: Placed, block: QTextBlock, rect: QRectF) -> None:
    scale = brush.look.style.scale
    painter, lines = brush.painter, block.layout()
    if not lines.lineCount():
        return
    face = brush.look.font_of(placed.block.kind, placed.block.level)
    line = lines.lineAt(0)
    baseline = lines.position().y() + line.y() + line.ascent()
    baseline += rect.top() - lines.position().y() - lines.boundingRect().y()
    gap = 9 * scale
    width = QFontMetricsF(face).horizontalAdvance(placed.block.marker)
    inset = inset_of(placed.block) * scale
    x = brush.width - inset + gap if placed.is_right_to_left else inset - gap - width
    painter.setFont(face)
    painter.setPen(brush.look.theme.colour("soft"))
    painter.drawText(QPointF(brush.left + x, baseline), placed.block.marker)


def _paint_line(brush: _Brush, x: float, y: float, width: float) -> None:
    brush.painter.fillRect(QRectF(x, round(y), width, 1), brush.look.theme.colour("line"))


def _paint_ground(brush: _Brush, rect: QRectF) -> None:
    brush.painter.setPen(Qt.PenStyle.NoPen)
    brush.painter.setBrush(brush.look.theme.colour("list"))
    brush.painter.drawRoundedRect(rect, _CORNER, _CORNER)


def _paint_frame(brush: _Brush, rect: QRectF) -> None:
    brush.painter.setPen(brush.look.theme.colour("line"))
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    brush.painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)


def _padded(brush: _Brush, placed: Placed, rect: QRectF) -> QRectF:
    """A block's room with some air; code reaches out into the margin, so that its text lines up."""
    inset = inset_of(placed.block) * brush.look.style.scale
    out = _PAD_X if placed.block.kind is Kind.CODE else 0
    left = brush.left - out + (0 if placed.is_right_to_left else inset)
    width = brush.width + 2 * out - inset
    return QRectF(left, rect.top() - _PAD_Y, width, rect.height() + 2 * _PAD_Y)
