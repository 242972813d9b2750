"""The formats of blocks and letters, as the theme and the page style ask for them."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.ui.reading.page_style import Face, PageStyle
from reader.ui.reading.story import Block, Kind, Style, Table
from reader.ui.theme import SANS, SERIF, Theme, font

_PAD = 16
MONO = ""  # the system's own fixed face
QUOTE_STEP = 24
BLEED = 24  # pixels on either side of the text, into which markers and grounds may reach
LIST_STEP = 26
_BOLD = QFont.Weight.DemiBold
_USUAL = QFont.Weight.Normal
# Scripts whose signs reach further up or down than Latin ones: their lines need more room.
_TALL = re.compile(
    "[\u0590-\u1cff\u2d80-\u2ddf\ua840-\uabff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
_TALL_LEADING = 1.25


@dataclass(frozen=True)
class Type:
    """The type of one kind of block, in pixels at the usual size."""

    face: str
    pixels: float
    leading: float
    colour: str = "ink"
    weight: QFont.Weight = _USUAL
    tracking: float = 0.0
    above: float = 0.0
    below: float = 0.0


_STORY = Type(SERIF, 17.5, 0.0, below=15)
_TYPES = {
    Kind.SOURCE: Type(SANS, 11.5, 1.4, "accent", _BOLD, 0.07, below=11),
    Kind.HEADLINE: Type(SERIF, 33, 1.17, weight=_BOLD, tracking=-0.012, below=10),
    Kind.STANDFIRST: Type(SERIF, 18.5, 1.45, "soft", below=16),
    Kind.BYLINE: Type(SANS, 13, 1.45, "soft", above=30, below=18),
    Kind.NOTICE: Type(SANS, 13, 1.45, "soft", above=12, below=22),
    Kind.PARAGRAPH: _STORY,
    Kind.TERM: Type(SERIF, 17.5, 0.0, weight=_BOLD, below=4),
    Kind.CODE: Type(MONO, 14, 1.5, above=24, below=30),
    Kind.CAPTION: Type(SANS, 12.5, 1.45, "soft", above=7, below=22),
    Kind.PICTURE: Type(SANS, 1, 0.0, above=6, below=7),
    Kind.MISSING_PICTURE: Type(SANS, 12.5, 1.45, "soft", above=24, below=26),
    Kind.RULE: Type(SANS, 13, 1.45, "soft", above=8, below=22),
    Kind.CELL: Type(SANS, 14, 1.45),
    Kind.CELL_HEADING: Type(SANS, 13, 1.45, "soft", _BOLD),
}
_HEADINGS = (
    Type(SERIF, 24, 1.27, weight=_BOLD, tracking=-0.006, above=30, below=9),
    Type(SERIF, 20.5, 1.32, weight=_BOLD, above=26, below=8),
    Type(SERIF, 17.5, 1.45, weight=_BOLD, above=22, below=6),
)
_WITHOUT_LEADING = (Kind.PICTURE,)


class Look:
    """How a page looks; made anew whenever theme or page style change."""

    def __init__(self, style: PageStyle, theme: Theme) -> None:
        self.style = style
        self.theme = theme
        self._letters: dict[tuple[Kind, int, Style, bool], QTextCharFormat] = {}

    def type_of(self, kind: Kind, level: int = 0) -> Type:
        if kind is Kind.HEADING:
            return _HEADINGS[min(max(level - 2, 0), len(_HEADINGS) - 1)]
        return _TYPES[kind]

    def block_format(self, block: Block, *, is_right_to_left: bool) -> QTextBlockFormat:
        type_ = self.type_of(block.kind, block.level)
        made = QTextBlockFormat()
        made.setTopMargin(type_.above * self.style.scale)
        made.setBottomMargin(self._below(block, type_))
        inset = inset_of(block) * self.style.scale
        if block.kind is Kind.MISSING_PICTURE:
            made.setRightMargin(_PAD)
            made.setLeftMargin(_PAD)
        if is_right_to_left:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            made.setRightMargin(made.rightMargin() + inset)
        else:
            made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            made.setLeftMargin(made.leftMargin() + inset)
        if block.kind is not Kind.PICTURE:
            height = self._line_height(block, type_)
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if block.kind is Kind.HEADING:
            made.setHeadingLevel(block.level)
        return made

    @property
    def paragraph_gap(self) -> float:
        return _STORY.below * self.style.scale

    def letters(self, block: Block, style: Style, link: str = "") -> QTextCharFormat:
        """The format of a run of letters in a block."""
        key = (block.kind, block.level, style, bool(link))
        if key not in self._letters:
            self._letters[key] = self._make_letters(block, style, is_link=bool(link))
        made = self._letters[key]
        if link:
            made = QTextCharFormat(made)
            made.setAnchor(True)
            made.setAnchorHref(link)
        return made

    def font_of(self, kind: Kind, level: int = 0) -> QFont:
        type_ = self.type_of(kind, level)
        pixels = type_.pixels * self.style.scale
        if type_.face == MONO:
            made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            made.setPointSizeF(font(SANS, pixels).pointSizeF())
            return made
        sans = type_.face == SANS or self.style.face is Face.SANS
        made = font(SANS if sans else SERIF, pixels, type_.weight)
        if type_.tracking:
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, type_.tracking * pixels)
        if kind is Kind.SOURCE:
            made.setCapitalization(QFont.Capitalization.AllUppercase)
        return made

    def table_format(self, table: Table, *, is_right_to_left: bool) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setBorderCollapse(True)
        made.setCellPadding(0)
        made.setCellSpacing(0)
        made.setTopMargin(10 if table.is_first else 0)
        made.setBottomMargin(24 if table.is_last else 0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        if is_right_to_left:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def gap(self) -> QTextBlockFormat:
        """The empty block that Qt wants around a table, as low as can be."""
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def cell_format(self, *, is_first: bool) -> QTextTableCellFormat:
        """A cell with a hairline under it."""
        made = QTextTableCellFormat()
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QBrush(self.theme.colour("line")))
        made.setTopPadding(7)
        made.setBottomPadding(7)
        made.setLeftPadding(0 if is_first else 6)
        made.setRightPadding(6)
        return made

    def _line_height(self, block: Block, type_: Type) -> float:
        leading = type_.leading or self.style.line_height
        if _TALL.search(block.text):
            leading = max(leading * 1.1, min(leading * _TALL_LEADING, 1.6))
        return type_.pixels * self.style.scale * leading

    def _below(self, block: Block, type_: Type) -> float:
        below = type_.below * self.style.scale
        return below * 0.55 if block.depth and block.kind is Kind.PARAGRAPH else below

    def _make_letters(self, block: Block, style: Style, *, is_link: bool) -> QTextCharFormat:
        type_ = self.type_of(block.kind, block.level)
        made = QTextCharFormat()
        made.setFont(self._styled(self.font_of(block.kind, block.level), style))
        made.setForeground(self.theme.colour(type_.colour))
        made.setFontStrikeOut(Style.STRUCK in style)
        if Style.CODE in style:
            made.setBackground(self.theme.colour("shelf"))
        if Style.MARKED in style:
            made.setBackground(self.theme.colour("selected"))
        if Style.SUBSCRIPT in style:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if Style.SUPERSCRIPT in style:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if is_link:
            made.setForeground(self.theme.colour("accent"))
        if is_link or Style.UNDERLINED in style:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(_faint(made.foreground().color()))
        return made

    def _styled(self, base: QFont, style: Style) -> QFont:
        if Style.CODE in style:
            size = base.pointSizeF() * 0.88
            base = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            base.setPointSizeF(size)
        if Style.BOLD in style:
            base.setWeight(_BOLD)
        if Style.ITALIC in style:
            base.setItalic(not base.italic())
        if Style.SMALL in style:
            base.setPointSizeF(base.pointSizeF() * 0.85)
        return base


def inset_of(block: Block) -> int:
    """How far quotations and lists move a block in, at the usual size."""
    return QUOTE_STEP * len(block.quotes) + LIST_STEP * block.depth


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    return faint
