"""The list itself: keys, selection, and what it says when it is empty."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from reader.ui.clipping_list.bare_table import lay_bare
from reader.ui.clipping_list.card import CardDelegate
from reader.ui.clipping_list.card_layout import card_height
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.standing import Standing, stand_again, stand_on, standing_of
from reader.ui.clipping_list.thumbnails import Thumbnails
from reader.ui.theme import SANS, Themes, font

NEAR = 20  # rows above and below the view whose cards are fetched ahead

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_EMPTY = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LETTERS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class ClippingView(QTableView):
    """One column of rows of one height; a QListView takes 50 times as long at 100,000 rows.

    `clipping_shown` follows the row the reader stands on, `clipping_opened` is Enter or a
    double click, and `selection_changed` brings all that is selected, from top to bottom.
    """

    selection_changed = Signal(tuple)
    clipping_shown = Signal(str)
    clipping_opened = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, model: ClippingModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clippings = model
        self._themes = themes
        self._thumbnails = Thumbnails(self)
        self._empty_text = ""
        self._told_selection: tuple[str, ...] = ()
        self._told_shown = ""
        self._last_stood_on = ""
        self._standing = Standing()
        self._is_changing = False
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self.setModel(model)
        self._cards = CardDelegate(themes, self._thumbnails, self)
        self.setItemDelegate(self._cards)
        self.setObjectName("clippings")
        self.setAccessibleName(self.tr("Clippings"))
        lay_bare(self)
        self._fit_rows()
        self._join()

    @property
    def current_id(self) -> str | None:
        """The clipping the reader stands on."""
        return self.clippings.id_at(self.currentIndex().row())

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """All selected clippings, from top to bottom."""
        # Ranges, for a list of 100,000 selected indexes would stop the window.
        ranges = sorted((one.top(), one.bottom()) for one in self._selected_ranges())
        ids = self.clippings.ids
        return tuple(id_ for top, bottom in ranges for id_ in ids[top : bottom + 1])

    def show_result(self, ids: Sequence[str]) -> None:
        """Show what a new search found, from its top; who stood on one of them still does.

        So does who stood on one before a search that did not find it.
        """
        standing_on = self._last_stood_on
        self._is_changing = True
        self.clippings.set_result(ids)
        self.scrollToTop()
        self._is_changing = False
        row = self.clippings.row_of(standing_on) if standing_on else None
        if row is not None:
            stand_on(self, row)
            self.scrollToTop()
        self._tell()

    def select(self, id_: str) -> None:
        """Stand on this clipping, alone selected, if it is in the list."""
        row = self.clippings.row_of(id_)
        if row is not None:
            stand_on(self, row)

    def select_next(self) -> None:
        stand_on(self, min(self.currentIndex().row() + 1, len(self.clippings.ids) - 1))

    def select_previous(self) -> None:
        stand_on(self, max(self.currentIndex().row() - 1, 0))

    def next_unread(self) -> str | None:
        """The nearest unread clipping below, of those whose card is here."""
        for id_ in self.ids_below():
            card = self.clippings.card_of(id_)
            if card is not None and not card.is_read:
                return id_
        return None

    def ids_below(self) -> Sequence[str]:
        """What stands below the clipping the reader stands on."""
        return self.clippings.ids[self.currentIndex().row() + 1 :]

    def set_empty_text(self, text: str) -> None:
        """What to say where nothing is in the list."""
        self._empty_text = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def empty_text_bottom(self) -> int:
        """Where there is room below the words of an empty list."""
        return self._empty_place().bottom() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._cards.has_ring = True
        id_ = self.current_id
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and id_ is not None:
            self.clipping_opened.emit(id_)
            return
        super().keyPressEvent(_as_arrow(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._cards.has_ring = False
        super().mousePressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not the beginnings of titles."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A table would stand on its first row now, and so show a clipping nobody chose.
        QWidget.focusInEvent(self, event)
        self._cards.has_ring = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803  Qt's own name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Home and End go to the ends of the list; a table would stay in the row."""
        if cursorAction is QAbstractItemView.CursorAction.MoveHome:
            return self.clippings.index(0, 0)
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            return self.clippings.index(len(self.clippings.ids) - 1, 0)
        return super().moveCursor(cursorAction, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        self.menu_asked.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_rows()
        super().resizeEvent(event)
        self._fetch.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.clippings.ids or not self._empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(SANS, 13))
        painter.setPen(self._themes.current.colour("soft"))
        painter.drawText(self._empty_place(), _EMPTY, self._empty_text)
        painter.end()

    def _empty_place(self) -> QRect:
        room = self.viewport().rect().adjusted(24, 48, -24, -24)
        return QFontMetrics(font(SANS, 13)).boundingRect(room, _EMPTY, self._empty_text)

    def _join(self) -> None:
        model = self.clippings
        model.change_begins.connect(self._on_change_begins)
        model.change_done.connect(self._on_change_done)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._on_rows_moved)
        self.verticalScrollBar().valueChanged.connect(self._on_rows_moved)
        self._fetch.timeout.connect(self._on_fetch)
        self._thumbnails.ready.connect(self._on_thumbnail)
        self._themes.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda _: self.clipping_opened.emit(self.current_id or ""))
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._tell)
        selection.currentChanged.connect(self._tell)

    def _selected_ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _fit_rows(self) -> None:
        height = card_height(self.width())
        if self.verticalHeader().defaultSectionSize() != height:
            standing = standing_of(self, self.clippings)
            self.verticalHeader().setDefaultSectionSize(height)
            stand_again(self, self.clippings, standing)

    def _rows_in_view(self) -> range:
        """The rows in view, if there are any."""
        count = len(self.clippings.ids)
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (count - 1 if last < 0 else last) + 1)

    def _on_rows_moved(self) -> None:
        # Not connected to the timer itself: it would take what the signals bring for its time.
        self._fetch.start()

    def _on_fetch(self) -> None:
        rows = self._rows_in_view()
        last = min(rows.stop + NEAR, len(self.clippings.ids))
        ahead = range(rows.start, last)
        behind = range(max(rows.start - NEAR, 0), rows.start)
        self.clippings.want([*ahead, *behind])

    def _on_thumbnail(self, file: Path) -> None:
        for row in self._rows_in_view():
            index = self.clippings.index(row, 0)
            card = index.data(ClippingModel.ClippingRole)
            if card is not None and card.picture == file:
                self.update(index)

    def _on_change_begins(self) -> None:
        self._is_changing = True
        self._standing = standing_of(self, self.clippings)

    def _on_change_done(self) -> None:
        stand_again(self, self.clippings, self._standing)
        self._standing = Standing()
        self._is_changing = False
        self._tell()

    def _tell(self) -> None:
        """Tell what is selected and what is stood on, if it is not what was told before."""
        if self._is_changing:
            return
        selected, id_ = self.selected_ids, self.current_id or ""
        if selected != self._told_selection:
            self._told_selection = selected
            self.selection_changed.emit(selected)
        if id_ != self._told_shown:
            self._told_shown = id_
            if id_:
                self._last_stood_on = id_
                self.clipping_shown.emit(id_)


def _as_arrow(event: QKeyEvent) -> QKeyEvent:
    """Let j and k go down and up, as the arrows do."""
    key = _LETTERS.get(Qt.Key(event.key()))
    if key is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return event
    return QKeyEvent(event.type(), key, event.modifiers())
