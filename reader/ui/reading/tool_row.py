"""The row of icon buttons above the page."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.clipping import Additions
from reader.ui.theme import ICON_SIZE, Themes

_SPACE = 2


class ToolRow(QWidget):
    """What can be done with the open clipping; a button shows a state, it doesn't keep it."""

    asked = Signal(str)  # "star", "archive", "tag", "mark", "type" or "focus"

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolRow")
        self._themes = themes
        self._has_edge = False
        self._buttons = {
            "star": self._button("star", self.tr("Star"), self.tr("Star (S)")),
            "archive": self._button("archive", self.tr("Archive"), self.tr("Archive (E)")),
            "tag": self._button("tag", self.tr("Tags"), self.tr("Tags (T)")),
            "mark": self._button("mark", self.tr("Marks and note"), self.tr("Marks and note (M)")),
            "type": self._button("type", self.tr("Type and theme"), self.tr("Type and theme")),
            "focus": self._button("focus", self.tr("Focus"), self.tr("Focus (F11)")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(_SPACE)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        self.take_icons()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return tuple(self._buttons.values())

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def show_additions(self, additions: Additions) -> None:
        self._buttons["star"].setChecked(additions.is_starred)
        self._buttons["archive"].setChecked(additions.is_archived)

    def show_on(self, name: str, is_on: bool) -> None:
        self._buttons[name].setChecked(is_on)

    def show_edge(self, is_on: bool) -> None:
        """Draw a line below, where text goes on underneath."""
        if is_on != self._has_edge:
            self._has_edge = is_on
            self.update()

    def take_icons(self) -> None:
        """Take the icons of the theme that holds now."""
        for name, button in self._buttons.items():
            button.setIcon(self._themes.icon(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_edge:
            painter = QPainter(self)
            edge = QRect(0, self.height() - 1, self.width(), 1)
            painter.fillRect(edge, self._themes.current.colour("line"))
            painter.end()

    def _button(self, name: str, called: str, hint: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(hint)
        button.setAccessibleName(called)
        button.clicked.connect(lambda is_on: self._on_clicked(name, is_on))
        return button

    def _on_clicked(self, name: str, is_on: bool) -> None:
        # The state is the clipping's, and shows once it was kept.
        self._buttons[name].setChecked(not is_on)
        self.asked.emit(name)
