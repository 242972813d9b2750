"""Show the marks of a clipping, and let the reader go to, note, colour and remove them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from reader.clipping import Colour, Highlight
from reader.ui.kept_keys import KeptKeys
from reader.ui.panels.mark_card import MarkCard
from reader.ui.panels.mark_menu import MarkMenu
from reader.ui.panels.marks_model import HighlightRole, MarksModel
from reader.ui.panels.plain_edit import PlainEdit
from reader.ui.theme import Themes

COLOURS = {Qt.Key(Qt.Key.Key_1 + at): colour for at, colour in enumerate(Colour)}
KEYS = (
    *COLOURS,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class MarksList(QListView):
    """As high as its marks; keys: Enter goes there, F2 notes, 1 to 5 colour, Delete removes."""

    mark_opened = Signal(str)
    mark_note_changed = Signal(str, str)
    mark_coloured = Signal(str, Colour)
    mark_removed = Signal(str)
    row_reached = Signal(QRect)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._marks = MarksModel(self)
        self._card = MarkCard(themes, self)
        self._edited_id = ""
        self._told = ""
        self.setObjectName("marksList")
        self.setAccessibleName(self.tr("Marks"))
        KeptKeys(self, KEYS, [QKeySequence.StandardKey.Copy])
        self.setModel(self._marks)
        self.setItemDelegate(self._card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for changed in (self._marks.rowsInserted, self._marks.rowsRemoved):
            changed.connect(self._on_height_changed)
        for changed in (self._marks.dataChanged, self._marks.modelReset):
            changed.connect(self._on_height_changed)
        self._card.sizeHintChanged.connect(self._on_height_changed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        themes.changed.connect(self.viewport().update)

    def show_highlights(self, highlights: Iterable[Highlight]) -> None:
        self._marks.show_highlights(highlights)
        self._stand_somewhere()

    def show_unplaced(self, ids: Iterable[str]) -> None:
        self._marks.show_unplaced(ids)

    def edit_note(self, highlight_id: str) -> None:
        """Open the note of a mark for writing."""
        index = self._marks.index(self._marks.row_of(highlight_id))
        if index.isValid():
            self.setCurrentIndex(index)
            self._edited_id, self._told = highlight_id, index.data(HighlightRole).note
            self.edit(index)

    def flush(self) -> None:
        """Hand out the note that is being written."""
        editor = self.indexWidget(self._marks.index(self._marks.row_of(self._edited_id)))
        if editor:
            self.commitData(editor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = range(self._marks.rowCount())
        return sum(self._card.height(self._marks.index(row), width) for row in rows) + 4

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def commitData(self, editor: QWidget) -> None:
        """Tell what was written; the model is told what is kept, later and from outside."""
        if not isinstance(editor, PlainEdit) or self._marks.row_of(self._edited_id) < 0:
            return
        text = editor.text
        if text != self._told:
            self._told = text
            self.mark_note_changed.emit(self._edited_id, text)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand_somewhere()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        act = self._act_for(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif act and index.isValid():
            act(index.data(HighlightRole))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        option = self._option_for(index)
        highlight: Highlight = index.data(HighlightRole)
        if self._card.more_rect(option, index).contains(at):
            self._open_menu(highlight, self._card.more_rect(option, index).bottomLeft())
        elif highlight.note and self._card.note_rect(option, index).contains(at):
            self.edit_note(highlight.id)
        elif self._card.card_rect(option.rect).contains(at):
            self.mark_opened.emit(highlight.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.pos() if by_mouse else self.visualRect(index).center()
            self._open_menu(index.data(HighlightRole), at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # All rows show; the panel around them scrolls.
        event.ignore()

    def _act_for(self, event: QKeyEvent) -> Callable[[Highlight], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self._copy
        colour = COLOURS.get(Qt.Key(event.key()))
        if colour:
            return lambda highlight: self.mark_coloured.emit(highlight.id, colour)
        return {
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Space: self._open,
            Qt.Key.Key_F2: lambda highlight: self.edit_note(highlight.id),
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Backspace: self._remove,
        }.get(Qt.Key(event.key()))

    def _open(self, highlight: Highlight) -> None:
        self.mark_opened.emit(highlight.id)

    def _remove(self, highlight: Highlight) -> None:
        self.mark_removed.emit(highlight.id)

    def _copy(self, highlight: Highlight) -> None:
        QGuiApplication.clipboard().setText(highlight.quote.exact)

    def _open_menu(self, highlight: Highlight, at: QPoint) -> None:
        menu = MarkMenu(highlight, self._themes.current, self)
        menu.opened.connect(lambda: self._open(highlight))
        menu.noting.connect(lambda: self.edit_note(highlight.id))
        menu.copying.connect(lambda: self._copy(highlight))
        menu.coloured.connect(lambda colour: self.mark_coloured.emit(highlight.id, colour))
        menu.removing.connect(lambda: self._remove(highlight))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def _option_for(self, index: QModelIndex) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return option

    def _stand_somewhere(self) -> None:
        if self.hasFocus() and not self.currentIndex().isValid() and self._marks.rowCount():
            self.setCurrentIndex(self._marks.index(0))

    def _on_height_changed(self) -> None:
        self.updateGeometry()
        self.viewport().update()

    def _on_current_changed(self) -> None:
        self.row_reached.emit(self.visualRect(self.currentIndex()))
