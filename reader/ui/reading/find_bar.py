"""The bar that finds words in the open article."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.theme import Themes


class FindBar(QWidget):
    """Asks for words and says which of how many places is shown."""

    text_changed = Signal(str)
    next_asked = Signal()
    previous_asked = Signal()
    closed = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._themes = themes
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        self._field.setClearButtonEnabled(False)
        self._field.textChanged.connect(self.text_changed)
        self._count = QLabel()
        self._previous = self._button(self.tr("Previous (Shift+F3)"), self.previous_asked)
        self._next = self._button(self.tr("Next (F3)"), self.next_asked)
        self._close = self._button(self.tr("Close (Esc)"), self.closed)
        self._lay_out()
        self.take_icons()

    @property
    def text(self) -> str:
        return self._field.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self._field, self._previous, self._next, self._close)

    def open(self, text: str = "") -> None:
        self.show()
        if text:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_place(self, index: int, count: int) -> None:
        """Say which place is shown, counting from 0; a count of 0 says that there is none."""
        nothing = self.tr("Not found") if self._field.text().strip() else ""
        place = self.tr("{index} of {count}").format(index=index + 1, count=count)
        self._count.setText(place if count else nothing)
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    def take_icons(self) -> None:
        """Take the icons of the theme that holds now."""
        self._previous.setIcon(self._themes.icon("up"))
        self._next.setIcon(self._themes.icon("chevron"))
        self._close.setIcon(self._themes.icon("close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.previous_asked if backwards else self.next_asked).emit()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, asked: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: asked.emit())
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        row.addSpacing(8)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
