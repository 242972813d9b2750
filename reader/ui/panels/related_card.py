"""One clipping that tells of the same: its title, where and when, and the words both share."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.results import Related
from reader.ui.dates import short_date
from reader.ui.file_names import shown_text
from reader.ui.panels.text_block import TextBlock, TextStyle
from reader.ui.theme import SANS, SERIF, Themes, font

_EDGE = 8
_ABOVE = 6
_CORNER = 6.0
_NARROWEST = 60
_DOT = " · "


class RelatedCard(QAbstractButton):
    """What doesn't fit in its lines is cut; the tool tip has the title whole."""

    def __init__(self, related: Related, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        card = related.card
        self._title = shown_text(card.title) or self.tr("Untitled")
        self._line = _DOT.join(filter(None, (shown_text(card.source), short_date(card.date))))
        self._words = _DOT.join(related.words)
        self._set: tuple[int, tuple[tuple[TextBlock, str], ...]] = (-1, ())
        self.setText(self._title.replace("&", "&&"))
        self.setToolTip(self._title)
        because = self.tr("both tell of %1").replace("%1", ", ".join(related.words))
        parts = (self._title, self._line, because if related.words else "")
        self.setAccessibleName(", ".join(filter(None, parts)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        # A card never gets higher than it hints at, so the hint is for the narrowest.
        return QSize(160, self.heightForWidth(_NARROWEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(sum(block.height for block, _ in self._blocks(width)) + 2 * _ABOVE)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_under = self.underMouse()
        painter.setBrush(theme.colour("selected") if is_under else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        top = float(_ABOVE)
        for block, colour in self._blocks(self.width()):
            painter.setPen(theme.colour(colour))
            block.paint(painter, QPointF(_EDGE, top))
            top += block.height
        painter.end()

    def _blocks(self, width: int) -> tuple[tuple[TextBlock, str], ...]:
        """The texts at a width, each with the name of its colour."""
        if self._set[0] != width:
            room = max(width - 2 * _EDGE, 20)
            title = TextStyle(font(SERIF, 13.5, QFont.Weight.DemiBold), 17.5, 2)
            small = TextStyle(font(SANS, 12), 17.0, 1)
            texts = (
                (self._title, title, "ink"),
                (self._line, small, "soft"),
                (self._words, small, "accent"),
            )
            blocks = tuple((TextBlock(t, s, room), colour) for t, s, colour in texts if t)
            self._set = (width, blocks)
        return self._set[1]
