"""The column of text: scrolls a page, and tells what was clicked in it."""

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from reader.ui.reading.look import BLEED, Look
from reader.ui.reading.ornaments import paint_ornaments
from reader.ui.reading.page import Page
from reader.ui.reading.picture_link import picture_address
from reader.ui.reading.steady_text import SteadyText
from reader.ui.reading.story import OBJECT

_SIDE = 0.095  # of the width, left white on either side
_LEAST_SIDE = 24
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
# How Qt's signs for the end of a paragraph, a line and for a picture are written elsewhere.
_WRITTEN = {"\u2029": "\n\n", "\u2028": "\n", OBJECT: ""}
_BY_KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard
_RING_CORNER = 6
_SPACE_ABOVE = 8
_SPACE_BELOW = 96


class Column(SteadyText):
    """Shows one page at a time; loads nothing and goes nowhere by itself."""

    place_clicked = Signal(int)
    picture_menu_asked = Signal(str, QPoint)
    place_hovered = Signal(int)  # -1 where there is no letter
    paged = Signal(bool)  # Space was pressed; True where it is to go back
    size_turned = Signal(int)  # the wheel was turned with Ctrl held

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingColumn")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self._look: Look | None = None
        self._taken: QTextDocument | None = None
        self._space_above = _SPACE_ABOVE
        self._pressed_at = QPoint()
        self._shows_focus = False
        self.is_alone = False  # nothing else could have the keys, so no ring need tell it
        self.viewport().setMouseTracking(True)

    @property
    def column_width(self) -> int:
        return self.viewport().width()

    def set_page(self, page: Page, look: Look) -> None:
        self.setExtraSelections([])
        self._page, self._look = page, look
        self._kept_place = None
        self._set_margins()
        self._set_space(page)
        page.balance(self.column_width)
        self._take(page.document)
        page.lay_out()
        self.verticalScrollBar().setValue(0)

    def clear_page(self) -> None:
        self._page = self._look = None
        self._take(QTextDocument())

    def set_space_above(self, pixels: int | None) -> None:
        """How much white the page has above its first line; None stands for the usual."""
        self._space_above = _SPACE_ABOVE if pixels is None else pixels
        if self._page is not None:
            self._page.lay_out()
            self._set_space(self._page)

    @property
    def has_caret(self) -> bool:
        return bool(self.textInteractionFlags() & _BY_KEYS)

    def show_caret(self, is_on: bool) -> None:
        """Let the arrow keys walk through the text, and select with Shift, until Escape."""
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | _BY_KEYS if is_on else flags & ~_BY_KEYS)
        if is_on:
            cursor = self.textCursor()
            # Above the story stands nothing that could be marked.
            start = self._page.story_start if self._page else 0
            cursor.setPosition(max(self.place_at_top(), start))
            self.setTextCursor(cursor)

    def make_room(self) -> None:
        self._set_margins()
        if self._page is not None:
            self._page.balance(self.column_width)

    def place_at(self, point: QPoint) -> int:
        """The place of the letter under a point of the viewport, -1 where there is none."""
        seen = self._seen(self.viewport().rect().toRectF())
        layout = self.document().documentLayout()
        return layout.hitTest(point.toPointF() + seen.topLeft(), Qt.HitTestAccuracy.ExactHit)

    def is_focused(self, place: int) -> bool:
        """Whether the keys have led to the sign at a place, and to it alone."""
        cursor = self.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) == (place, place + 1)

    def point_of_focus(self) -> QPoint:
        """Where on the screen the reader is: under the mouse, or at what the keys are on."""
        if self.underMouse() and not self.textCursor().hasSelection():
            return QCursor.pos()
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with words: the actions given to the column, then Qt's own."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        link = (
            self.textCursor().charFormat().anchorHref() if by_keys else self.anchorAt(event.pos())
        )
        picture = picture_address(QUrl(link))
        if picture:
            self.picture_menu_asked.emit(picture, event.globalPos())
            return
        at = self._seen(QRectF(event.pos().toPointF(), QSizeF()))
        menu = self.createStandardContextMenu(at.topLeft().toPoint())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        menu.insertActions(first, self.actions())
        menu.insertSeparator(first)
        menu.popup(event.globalPos())

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing: pictures are painted from what was saved, never fetched by name."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone: the page's own colours would be lost on another ground."""
        words = self.textCursor().selectedText()
        for sign, written in _WRITTEN.items():
            words = words.replace(sign, written)
        copied = QMimeData()
        copied.setText(words)
        return copied

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is not None and self._look is not None:
            painter = QPainter(self.viewport())
            seen = self._seen(event.rect().toRectF())
            painter.translate(-self._seen(QRectF()).topLeft())
            paint_ornaments(painter, self._page, self._look, seen)
            painter.end()
        super().paintEvent(event)
        if self._look is not None and self._shows_focus and not self.is_alone:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._look.theme.colour("accent"))
            ring = self.viewport().rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, _RING_CORNER, _RING_CORNER)
            painter.end()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tell of what the keys lead to, as Qt does of what the mouse is over."""
        is_within = super().focusNextPrevChild(next)
        if is_within:
            self.highlighted.emit(QUrl(self.textCursor().charFormat().anchorHref()))
        return is_within

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = event.reason() in _BY_TAB
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton and not self.anchorAt(at):
            self.place_hovered.emit(self.place_at(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.paged.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.has_caret)
            self.show_caret(False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        moved = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if event.button() != Qt.MouseButton.LeftButton or moved or self.anchorAt(at):
            return
        place = self.place_at(at)
        if place >= 0 and not self.textCursor().hasSelection():
            self.place_clicked.emit(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_turned.emit(event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def turn(self, event: QWheelEvent) -> None:
        """Scroll by a wheel that was turned over the white beside the column."""
        bar = self.verticalScrollBar()
        notches = event.angleDelta().y() / 120
        step = notches * QApplication.wheelScrollLines() * bar.singleStep()
        bar.setValue(bar.value() - (event.pixelDelta().y() or round(step)))
        event.accept()

    def _take(self, document: QTextDocument) -> None:
        """Show a document and free the one before: PySide would keep it as long as the column."""
        before, self._taken = self._taken, document
        self.setDocument(document)
        if before is not None:
            shiboken6.delete(before)

    def _seen(self, rect: QRectF) -> QRectF:
        """A part of the viewport in the document's own coordinates."""
        return rect.translated(0, self.verticalScrollBar().value())

    def _set_space(self, page: Page) -> None:
        frame = page.document.rootFrame()
        space = frame.frameFormat()
        space.setTopMargin(self._space_above)
        space.setLeftMargin(BLEED)
        space.setRightMargin(BLEED)
        space.setBottomMargin(_SPACE_BELOW)
        frame.setFrameFormat(space)

    def _set_margins(self) -> None:
        if self._look is None:
            return
        bar = self.verticalScrollBar().sizeHint().width()
        least = max(_LEAST_SIDE + bar, round(_SIDE * self.width()))
        side = max(least, (self.width() - self._look.style.column_width) // 2) - BLEED
        self.setViewportMargins(side, 0, side - bar, 0)
