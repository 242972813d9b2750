"""Paint one row of the list: a card with title, source, excerpt and picture."""

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.clipping import Card
from reader.ui.clipping_list.card_layout import (
    EXCERPT_LEADING,
    LINE_LEADING,
    SIGN_WIDTH,
    TITLE_LEADING,
    CardSetter,
    CardShape,
    CardTexts,
    card_shape,
    has_room_for_picture,
)
from reader.ui.clipping_list.last_used import LastUsed
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.thumbnails import RADIUS, Thumbnails
from reader.ui.theme import Theme, Themes

TEXTS_KEPT = 400

_CORNER = 8.0
_DOT = 3.0
_STAR = 5.0
_HIT_CORNER = 3.0
_HIT_STRENGTH = 0.75
_RING = 1.5
_SIGN = 13.0

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints cards; texts are laid out once and kept while they are likely to be seen again."""

    def __init__(self, themes: Themes, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        # Who walks by the mouse needs no ring around each row that was clicked.
        self.has_ring = False
        self._themes = themes
        self._theme = themes.current
        self._setter = CardSetter(themes.current)
        self._thumbnails = thumbnails
        self._texts: LastUsed[tuple[Card, float, int], CardTexts] = LastUsed(TEXTS_KEPT)
        themes.changed.connect(self._on_theme_changed)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(ClippingModel.ClippingRole)
        ratio = painter.device().devicePixelRatio()
        has_picture = isinstance(card, Card) and self._has_picture(card, option, ratio)
        width = option.widget.width()
        shape = card_shape(option.rect, width, has_picture, option.direction)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, shape)
        if isinstance(card, Card):
            texts = self._texts_of(card, shape.words.width(), width)
            self._paint_signs(painter, shape, card, texts)
            self._paint_texts(painter, shape, texts)
            if has_picture:
                self._paint_picture(painter, shape, card, ratio)
        else:
            self._paint_missing(painter, shape)
        painter.restore()

    def _has_picture(self, card: Card, option: QStyleOptionViewItem, ratio: float) -> bool:
        """A picture that is on its way counts: its place is kept, so that no word jumps."""
        if card.picture is None or not has_room_for_picture(option.rect.width()):
            return False
        return not self._thumbnails.is_none(card.picture, ratio)

    def _texts_of(self, card: Card, width: float, list_width: int) -> CardTexts:
        key = (card, width, list_width)
        texts = self._texts.get(key)
        if texts is None:
            texts = self._setter.set_card(card, width, list_width)
            self._texts.put(key, texts)
        return texts

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, shape: CardShape
    ) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        has_ring = has_focus and self.has_ring
        painter.setBrush(self._theme.colour("selected") if is_selected else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), _RING) if has_ring else Qt.PenStyle.NoPen)
        inset = _RING / 2 if has_ring else 0.0
        rect = shape.ground.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, _CORNER, _CORNER)

    def _paint_signs(
        self, painter: QPainter, shape: CardShape, card: Card, texts: CardTexts
    ) -> None:
        """The dot of an unread clipping beside its title, the star beside the line below."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        top = shape.words.top()
        if not card.is_read:
            painter.drawEllipse(QPointF(shape.signs_x, top + TITLE_LEADING / 2 + 1), _DOT, _DOT)
        if card.is_starred:
            middle = QPointF(shape.signs_x, top + texts.line_top + LINE_LEADING / 2)
            painter.drawPolygon(_star(middle))

    def _paint_texts(self, painter: QPainter, shape: CardShape, texts: CardTexts) -> None:
        corner = shape.words.topLeft()
        painter.setPen(self._theme.colour("ink"))
        texts.title.layout.draw(painter, corner)
        painter.setPen(self._theme.colour("soft"))
        texts.line.layout.draw(painter, corner + QPointF(0, texts.line_top))
        below = corner + QPointF(0, texts.excerpt_top)
        self._paint_hits(painter, below, texts.excerpt.pieces)
        painter.setPen(self._theme.colour("soft"))
        if texts.has_sign:
            place = QRectF(below, QSizeF(_SIGN, EXCERPT_LEADING)).toRect()
            self._themes.icon("link").paint(painter, place)
            below += QPointF(SIGN_WIDTH, 0)
        texts.excerpt.layout.draw(painter, below)

    def _paint_hits(self, painter: QPainter, corner: QPointF, pieces: tuple[QRectF, ...]) -> None:
        ground = QColor(self._theme.colour("hit"))
        ground.setAlphaF(_HIT_STRENGTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for piece in pieces:
            rect = piece.translated(corner).adjusted(-1.5, 1.0, 1.5, -1.0)
            painter.drawRoundedRect(rect, _HIT_CORNER, _HIT_CORNER)

    def _paint_picture(self, painter: QPainter, shape: CardShape, card: Card, ratio: float) -> None:
        picture = self._thumbnails.picture(card.picture, ratio) if card.picture else None
        if picture is not None:
            painter.drawPixmap(shape.picture.topLeft(), picture)
            return
        self._paint_bar(painter, shape.picture, RADIUS)

    def _paint_missing(self, painter: QPainter, shape: CardShape) -> None:
        """Where the words of a card will stand that is still on its way."""
        words = shape.words
        for share, top, height in ((0.85, 4, 11), (0.5, 24, 8), (1.0, 44, 8), (0.9, 62, 8)):
            bar = QRectF(words.left(), words.top() + top, words.width() * share, height)
            self._paint_bar(painter, bar, 4)

    def _paint_bar(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(rect, radius, radius)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._theme = theme
        self._setter = CardSetter(theme)
        self._texts.clear()


def _star(middle: QPointF) -> QPolygonF:
    """A star of five points."""
    points = []
    for number in range(10):
        reach = _STAR if number % 2 == 0 else _STAR * 0.45
        angle = math.pi * (number / 5 - 0.5)
        points.append(middle + QPointF(math.cos(angle) * reach, math.sin(angle) * reach))
    return QPolygonF(points)
