"""Tell the reader in the status line what happened, and how far long work has come."""

from collections.abc import Callable

from PySide6.QtCore import QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

from reader.errors import ReaderError
from reader.ui.elided_label import ElidedLabel
from reader.ui.work import Work
from reader.ui.work_bar import WorkBar

FADES_AFTER = 8000  # milliseconds
FADING = 120
HEIGHT = 22


class Messages(QWidget):
    """The status line: a total at its start, the last message, the work under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._undo: Callable[[], object] | None = None
        self._total = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._total.setObjectName("total")
        self._message = ElidedLabel(self)
        self._undo_button = QPushButton(self.tr("Undo"), self)
        self._undo_button.setObjectName("undo")
        # A click must not take the keys from the list: the button is gone a moment later.
        self._undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._undo_button.clicked.connect(self._on_undo)
        self._work = WorkBar(self)
        self._clock = QTimer(self, singleShot=True, interval=FADES_AFTER)
        self._clock.timeout.connect(self._on_time_over)
        self._lay_out()
        self.clear()

    def show_total(self, text: str) -> None:
        self._total.setText(text)
        self._total.setVisible(bool(text))

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what happened; it fades after a while."""
        self.keep(text, undo)
        self._clock.start()

    def keep(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what stays true until something else is said."""
        self._clock.stop()
        self._fade.stop()
        self._effect.setOpacity(1.0)
        self._effect.setEnabled(False)
        self._undo = undo
        self._undo_button.setText(self.tr("Undo"))
        self._message.setText(text)
        self._undo_button.setVisible(undo is not None)
        self._undo_button.setAccessibleName(self.tr("Undo: %1").replace("%1", text))
        self._announce(text)

    def offer(self, text: str, name: str, act: Callable[[], object]) -> None:
        """Say what stays true, with a button of this name that does something about it."""
        self.keep(text, act)
        self._undo_button.setText(name)
        self._undo_button.setAccessibleName(f"{name}: {text}")

    def tell(self, error: ReaderError) -> None:
        """Say what went wrong; it stays, so that it isn't missed."""
        self.keep(str(error))

    def clear(self) -> None:
        self._clock.stop()
        self._undo = None
        self._message.setText("")
        self._undo_button.hide()

    def start_work(self, title: str, *, can_pause: bool = False, expected: int = 0) -> Work:
        """Show that long work is under way, until its `finish` is called.

        `expected` is how many things there are, where the work itself cannot tell.
        """
        work = Work(title, can_pause=can_pause, expected=expected)
        self.show_work(work)
        return work

    def show_work(self, work: Work) -> None:
        """Show work that is under way already."""
        self._work.start(work)

    @property
    def message(self) -> str:
        return self._message.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self._clock.isActive():
            self._clock.start()

    def _lay_out(self) -> None:
        self._saying = QWidget(self)
        self._effect = QGraphicsOpacityEffect(self._saying)
        self._effect.setEnabled(False)
        self._saying.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self.clear)
        row = QHBoxLayout(self._saying)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._message)
        row.addWidget(self._undo_button)
        row.addStretch(1)
        line = QHBoxLayout(self)
        # The status bar itself adds the last two pixels of the design's 14.
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(18)
        line.addWidget(self._total)
        line.addWidget(self._saying, 1)
        line.addWidget(self._work)
        # As high with its buttons as without them: the window above must not jump.
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _announce(self, text: str) -> None:
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_undo(self) -> None:
        undo = self._undo
        self.clear()
        if undo:
            undo()

    def _on_time_over(self) -> None:
        if self._undo_button.hasFocus() or self.underMouse():
            self._clock.start()
            return
        # A style without animations is how Qt learns that the system wants less motion.
        takes = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if not takes:
            self.clear()
            return
        self._effect.setEnabled(True)
        self._fade.setDuration(FADING)
        self._fade.setStartValue(1.0)
        self._fade.start()
