"""Where the parts of a card stand, and its texts broken into lines."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from reader.clipping import Card, Part
from reader.ui.addresses import host_of
from reader.ui.clipping_list.lines import LONGEST, Emphasis, Lines, Setting, direction_of, lay_out
from reader.ui.clipping_list.thumbnails import SIDE
from reader.ui.dates import short_date
from reader.ui.theme import SANS, SERIF, Theme, font

NARROW = 300  # below this a title may have three lines
WITHOUT_PICTURE = 220  # below this a picture would leave no room for words
MARGIN = 8
TITLE_LEADING = 18.85
LINE_LEADING = 17.0
EXCERPT_LEADING = 17.75
BETWEEN_ROWS = 1
SIGN_WIDTH = 19  # of the sign of a link, with the white beside it

_PADDING = 10
_INDENT = 12  # room for the unread dot
_ABOVE, _BELOW = 11, 12
_ABOVE_PICTURE = 13
_BESIDE_PICTURE = 10
_ABOVE_LINE, _ABOVE_EXCERPT = 3.0, 4.0
_DOT_MIDDLE = 13
# A source may take this much of its line; the date and the minutes stay readable.
_SOURCE_SHARE = 0.55
_DOT = " · "


@dataclass(frozen=True)
class CardShape:
    """Where the ground, the words, the picture and the signs of a card stand."""

    ground: QRectF
    words: QRectF
    picture: QRectF
    signs_x: float


@dataclass(frozen=True)
class CardTexts:
    """The texts of a card, and how far below its words' top each one begins."""

    title: Lines
    line: Lines
    excerpt: Lines
    line_top: float
    excerpt_top: float
    has_sign: bool = False  # before the excerpt, of a link


def card_height(width: int) -> int:
    """The height of every row of a list that is so wide."""
    title = TITLE_LEADING * _title_lines(width)
    rest = _ABOVE_LINE + LINE_LEADING + _ABOVE_EXCERPT + 2 * EXCERPT_LEADING
    return math.ceil(_ABOVE + title + rest + _BELOW) + BETWEEN_ROWS


def has_room_for_picture(width: int) -> bool:
    return width >= WITHOUT_PICTURE


def card_shape(
    row: QRect, list_width: int, has_picture: bool, direction: Qt.LayoutDirection
) -> CardShape:
    """The shape of the card in a row; a scroll bar takes from the margin, not from the card."""
    right = min(row.left() + row.width(), list_width - MARGIN)
    left = row.left() + MARGIN
    ground = QRectF(left, row.top(), right - left, row.height() - BETWEEN_ROWS)
    inner = ground.adjusted(_PADDING + _INDENT, _ABOVE, -_PADDING, -_BELOW)
    picture = QRectF(inner.right() - SIDE, ground.top() + _ABOVE_PICTURE, SIDE, SIDE)
    words = inner.adjusted(0, 0, -(SIDE + _BESIDE_PICTURE) if has_picture else 0, 0)
    signs_x = left + _DOT_MIDDLE
    if direction == Qt.LayoutDirection.RightToLeft:
        turn = 2 * row.left() + row.width()
        ground = _turned(ground, turn)
        return CardShape(ground, _turned(words, turn), _turned(picture, turn), turn - signs_x)
    return CardShape(ground, words, picture, signs_x)


class CardSetter(QObject):
    """Sets the texts of cards in the faces and colours of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = font(SERIF, 14.5, QFont.Weight.DemiBold)
        self._line = Setting(font(SANS, 12), LINE_LEADING, 1)
        self._excerpt = Setting(font(SANS, 12.5), EXCERPT_LEADING, 2)

    def set_card(self, card: Card, width: float, list_width: int) -> CardTexts:
        setting = Setting(self._title, TITLE_LEADING, _title_lines(list_width))
        title = lay_out(card.title or self.tr("Untitled"), setting, width)
        line_top = title.height + _ABOVE_LINE
        is_bare = bool(card.link) and not card.excerpt.matches
        below = self._set_address(card, width) if is_bare else self._set_excerpt(card, width)
        return CardTexts(
            title,
            self._set_line(card, width),
            below,
            line_top,
            line_top + LINE_LEADING + _ABOVE_EXCERPT,
            has_sign=is_bare,
        )

    def _set_line(self, card: Card, width: float) -> Lines:
        """Source, date, minutes and tags, the tags in the accent; it runs as the title does."""
        room = width * _SOURCE_SHARE
        metrics = QFontMetricsF(self._line.font)
        source = metrics.elidedText(card.source[:LONGEST], Qt.TextElideMode.ElideRight, room)
        minutes = "" if card.link else self.tr("%1 min").replace("%1", str(card.minutes))
        parts = [source, self._say_date(card), minutes]
        before = _DOT.join(_apart(part) for part in parts if part)
        tags = " ".join(_apart(f"#{tag}") for tag in card.tags)
        text = f"{before}{_DOT}{tags}" if tags else before
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("accent"))
        setting = replace(self._line, direction=direction_of(card.title))
        return lay_out(text, setting, width, [Emphasis(len(text) - len(tags), len(text), look)])

    def _say_date(self, card: Card) -> str:
        """When it was published; where nobody knows, when it was saved, and that it is that."""
        day = short_date(card.date)
        return day if card.published or not day else self.tr("saved %1").replace("%1", day)

    def _set_address(self, card: Card, width: float) -> Lines:
        """Where a link without text leads, which stands in the place of an excerpt."""
        setting = replace(self._excerpt, lines=1)
        return lay_out(host_of(card.link) or card.link, setting, width - SIGN_WIDTH)

    def _set_excerpt(self, card: Card, width: float) -> Lines:
        """The excerpt, the words found in it bold, after the part it is from if not the story."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(self._theme.colour("ink"))
        text, label = card.excerpt.text, self._part_label(card.excerpt.part)
        at = len(label)
        matches = [Emphasis(at + start, at + end, look) for start, end in card.excerpt.matches]
        if not label:
            return lay_out(text, self._excerpt, width, matches)
        tint = QTextCharFormat()
        tint.setForeground(self._theme.colour("accent"))
        setting = replace(self._excerpt, direction=direction_of(text))
        lines = lay_out(label + text, setting, width, [Emphasis(0, at, tint), *matches])
        # The label is none of the words that were found.
        return replace(lines, pieces=lines.pieces[1:])

    def _part_label(self, part: Part) -> str:
        names = {Part.NOTE: self.tr("Note"), Part.MARK: self.tr("Highlight")}
        return f"{_apart(names[part])}{_DOT}" if part in names else ""


def _apart(part: str) -> str:
    """The part isolated, so that an Arabic source does not turn the date after it around."""
    return f"\u2068{part}\u2069"


def _title_lines(list_width: int) -> int:
    return 3 if list_width < NARROW else 2


def _turned(rect: QRectF, turn: float) -> QRectF:
    return QRectF(turn - rect.right(), rect.top(), rect.width(), rect.height())
