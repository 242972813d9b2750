"""Paint one highlight: its colour, its words, the reader's note on it."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.clipping import Highlight
from reader.ui.panels.marks_model import HighlightRole, UnplacedRole
from reader.ui.panels.plain_edit import PlainEdit
from reader.ui.panels.text_block import TextBlock, TextStyle
from reader.ui.theme import SANS, SERIF, Themes, font

BAR = 3
INDENT = 14
GAP = 14  # between two marks
NOTE_GAP = 3
MOST_LINES = 8
LEAST_ROOM = 40
MOST_KEPT = 600  # laid-out cards
EDITOR_LINES = 2  # at least
EDITOR_EDGES = 10
MORE = QSize(22, 18)

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class _Parts:
    """The laid-out pieces of a card, from top to bottom, with the top of each."""

    quote: TextBlock
    note: TextBlock | None
    sign: TextBlock | None
    note_top: float
    sign_top: float
    height: float


class MarkCard(QStyledItemDelegate):
    """The colour bar, the quote, the note below it; edits the note in its place."""

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._quote = TextStyle(font(SERIF, 14), 21, MOST_LINES)
        self._note = TextStyle(font(SANS, 13), 20)
        self._sign = TextStyle(font(SANS, 12), 20)
        self._edited = QPersistentModelIndex()
        self._editor_height = 0
        self._laid_out: dict[tuple[Highlight, bool, int, int], _Parts] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        highlight: Highlight = index.data(HighlightRole)
        card = self.card_rect(option.rect)
        parts = self._lay_out(index, card.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, card)
        self._paint_bar(painter, option, highlight, bool(parts.sign))
        at = QPointF(self._text_left(card, option), card.top())
        painter.setPen(self._themes.current.colour("ink"))
        parts.quote.paint(painter, at)
        painter.setPen(self._themes.current.colour("soft"))
        if parts.note and self._edited != index:
            parts.note.paint(painter, at + QPointF(0, parts.note_top))
        if parts.sign:
            parts.sign.paint(painter, at + QPointF(0, parts.sign_top))
        self._paint_more(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), self.height(index, option.rect.width()))

    def height(self, index: _Index, width: int) -> int:
        return round(self._lay_out(index, width).height) + GAP

    def card_rect(self, row: QRect) -> QRect:
        return row.adjusted(0, 0, 0, -GAP)

    def more_rect(self, option: QStyleOptionViewItem, index: _Index) -> QRect:
        """Where the three dots stand that open the menu of a card: where its lines end."""
        card = self.card_rect(option.rect)
        text = QStyle.visualRect(option.direction, card, card.adjusted(INDENT, 0, 0, 0))
        corner = QRect(text.topLeft() + QPoint(0, 1), MORE)
        if not self._lay_out(index, card.width()).quote.is_right_to_left:
            corner.moveRight(text.right())
        return corner

    def note_rect(self, option: QStyleOptionViewItem, index: _Index) -> QRect:
        """Where the note of a card stands, or would be written."""
        card = self.card_rect(option.rect)
        parts = self._lay_out(index, card.width())
        top = card.top() + round(parts.note_top)
        bottom = card.top() + round(parts.sign_top)
        place = QRect(card.left() + INDENT - 8, top, card.width() - INDENT + 8, bottom - top)
        return QStyle.visualRect(option.direction, card, place)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        editor = PlainEdit(EDITOR_LINES, EDITOR_EDGES, parent)
        editor.setObjectName("markNote")
        editor.setPlaceholderText(self.tr("Write a note…"))
        editor.setAccessibleName(self.tr("Note on this mark"))
        editor.grown.connect(self._grow)
        self._edited = QPersistentModelIndex(index)
        self._editor_height = editor.wanted_height
        self.sizeHintChanged.emit(index)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Only once: the answer to a save must not overwrite what is being written.
        if isinstance(editor, PlainEdit) and not editor.property("filled"):
            editor.put(index.data(HighlightRole).note)
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            editor.setProperty("filled", True)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Left to the view, which tells what was written; the model holds what is kept."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        editor.setGeometry(self.note_rect(option, index))

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        self._edited = QPersistentModelIndex()
        super().destroyEditor(editor, index)
        self.sizeHintChanged.emit(index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            breaks_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if ends and not breaks_line and isinstance(editor, QWidget):
                # Escape keeps the words too: nothing that was written is thrown away.
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
        return super().eventFilter(editor, event)

    def _grow(self, height: int) -> None:
        if height != self._editor_height:
            self._editor_height = height
            self.sizeHintChanged.emit(self._edited)

    def _lay_out(self, index: _Index, width: int) -> _Parts:
        """The pieces of a card; kept, since a list asks for them many times over."""
        is_edited = self._edited == index
        card = (
            index.data(HighlightRole),
            bool(index.data(UnplacedRole)),
            max(LEAST_ROOM, width - INDENT),
            self._editor_height if is_edited else 0,
        )
        if card not in self._laid_out:
            if len(self._laid_out) >= MOST_KEPT:
                self._laid_out.clear()
            self._laid_out[card] = self._set(*card)
        return self._laid_out[card]

    def _set(self, highlight: Highlight, is_unplaced: bool, room: int, editor: int) -> _Parts:
        quote = TextBlock(" ".join(highlight.quote.exact.split()), self._quote, room)
        note = TextBlock(highlight.note, self._note, room) if highlight.note else None
        lost = self.tr("Not found in the text")
        sign = TextBlock(lost, self._sign, room) if is_unplaced else None
        note_top = quote.height + NOTE_GAP
        note_height = editor or (note.height if note else 0.0)
        sign_top = note_top + note_height if note_height else quote.height
        height = sign_top + (sign.height if sign else 0.0)
        return _Parts(quote, note, sign, note_top, sign_top, height)

    def _text_left(self, card: QRect, option: QStyleOptionViewItem) -> int:
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        return card.left() if is_mirrored else card.left() + INDENT

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not is_current:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._themes.current.colour("selected"))
        ground = card.adjusted(INDENT - 7, -3, 0, 3)
        painter.drawRoundedRect(QStyle.visualRect(option.direction, card, ground), 6, 6)

    def _paint_bar(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        highlight: Highlight,
        is_unplaced: bool,
    ) -> None:
        card = self.card_rect(option.rect)
        bar = QStyle.visualRect(
            option.direction, card, QRect(card.topLeft(), QSize(BAR, card.height()))
        )
        colour = self._themes.current.mark(highlight.colour)
        if is_unplaced:
            painter.setPen(QPen(colour, BAR, Qt.PenStyle.DotLine))
            x = bar.left() + BAR / 2
            painter.drawLine(QPointF(x, bar.top() + 2), QPointF(x, bar.bottom()))
        else:
            painter.fillRect(bar, colour)

    def _paint_more(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shows = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if not option.state & shows:
            return
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        place = QRectF(self.more_rect(option, index))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._themes.current.colour("selected" if is_current else "list"))
        painter.drawRoundedRect(place, 6, 6)
        painter.setBrush(self._themes.current.colour("soft"))
        for step in (-5, 0, 5):
            painter.drawEllipse(place.center() + QPointF(step, 0), 1.4, 1.4)
