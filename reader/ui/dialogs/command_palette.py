"""Find any command by a few of its letters, and run it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.choice_row import ROW, ChoiceRow
from reader.ui.dialogs.choices import Choice, ChoiceRole, ChoicesModel
from reader.ui.kept_keys import KeptKeys
from reader.ui.theme import SANS, Themes, font

WIDTH = 560
TOP = 72
ROWS = 9
EDGE = 8
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}

_LEAVING = (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn)


class CommandPalette(QFrame):
    """Lies over the top of its window; gives the focus back where it was when it goes."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setAccessibleName(self.tr("Command palette"))
        self._came_from: QWidget | None = None
        self._choices = ChoicesModel(self)
        self._field = self._make_field()
        self._list = self._make_list(themes)
        self._nothing = QLabel(self.tr("Nothing is called that."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(ROW * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        for widget in (self._field, self._list, self._nothing):
            column.addWidget(widget)
        self._field.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._on_chosen)
        self._list.entered.connect(self._list.setCurrentIndex)
        self.hide()

    def open_with(self, choices: Sequence[Choice]) -> None:
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._choices.show_choices(choices)
        self._field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if app := QApplication.instance():
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if app := QApplication.instance():
            app.removeEventFilter(self)

    def close_again(self) -> None:
        """Go, and give the focus back."""
        had_focus = self._field.hasFocus()
        self.hide()
        if had_focus and self._came_from and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._is_taken(event)
        if event.type() in _LEAVING and self._is_left_for(watched):
            self.hide()
        return False

    def _make_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName("paletteField")
        KeptKeys(field, (*STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape))
        field.setFont(font(SANS, 14))
        field.setPlaceholderText(self.tr("Find a command, a tag, a search…"))
        field.setAccessibleName(self.tr("Find a command"))
        return field

    def _make_list(self, themes: Themes) -> QListView:
        found = QListView(self)
        found.setObjectName("paletteList")
        found.setAccessibleName(self.tr("Commands"))
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setMouseTracking(True)
        found.setUniformItemSizes(True)
        found.setModel(self._choices)
        found.setItemDelegate(ChoiceRow(themes, found))
        return found

    def _is_taken(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._walk(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_again()
        else:
            # Tab would lead out of the palette, which lies over everything else.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _walk(self, step: int) -> None:
        count = self._choices.rowCount()
        if not count:
            return
        at = self._list.currentIndex().row() + step
        row = at % count if abs(step) == 1 else max(0, min(at, count - 1))
        self._list.setCurrentIndex(self._choices.index(row))

    def _place(self) -> None:
        window = self.parentWidget()
        room = window.rect() if window else QRect()
        width = min(WIDTH, room.width() - 4 * EDGE)
        rows = min(max(self._choices.rowCount(), 1), ROWS)
        self._list.setFixedHeight(rows * ROW)
        height = self.sizeHint().height()
        top = max(EDGE, min(TOP, room.height() - height - EDGE))
        self.setGeometry((room.width() - width) // 2, top, width, height)

    def _on_typed(self, letters: str) -> None:
        self._choices.narrow(letters)
        has_some = self._choices.rowCount() > 0
        self._list.setVisible(has_some)
        self._nothing.setVisible(not has_some)
        self._list.setCurrentIndex(self._choices.index(0))
        self._list.scrollToTop()
        self._place()

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice: Choice = index.data(ChoiceRole)
        self.close_again()
        choice.run()

    def _is_left_for(self, watched: QObject) -> bool:
        """True where something else in the window is clicked or takes the focus."""
        if not isinstance(watched, QWidget) or not self.window().isAncestorOf(watched):
            return False
        return watched is not self and not self.isAncestorOf(watched)
