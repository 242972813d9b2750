"""Show how far long work has come, and let the reader cancel it."""

import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from reader.errors import Cancelled
from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import isolated, shown_text
from reader.ui.numbers import grouped

UPDATE_EVERY = 100  # milliseconds: more often than ten times a second nobody can read
BAR_WIDTH = 120
NAME_WIDTH = 260


class Work(QObject):
    """A handle on work under way; `set_progress` and `finish` may be called on any thread."""

    cancel_asked = Signal()
    finished = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.progress = (0, 0, "")
        self.is_cancelled = threading.Event()

    def set_progress(self, done: int, total: int, name: str = "") -> None:
        """Note how far the work is; the window looks at it when it has time."""
        self.progress = (done, total, name)

    def report(self, done: int, total: int, name: str = "") -> None:
        """Note how far the work is, and end it with Cancelled if that was asked for."""
        self.set_progress(done, total, name)
        if self.is_cancelled.is_set():
            raise Cancelled(f"{self.title}: cancelled.")

    def cancel(self) -> None:
        if not self.is_cancelled.is_set():
            self.is_cancelled.set()
            self.cancel_asked.emit()

    def finish(self) -> None:
        self.finished.emit(self)


class WorkBar(QWidget):
    """The latest work under way: its name, a slim bar, Cancel; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workBar")
        self._works: list[Work] = []
        self._title = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._where = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._where.setMaximumWidth(NAME_WIDTH)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedSize(BAR_WIDTH, 4)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("cancelWork")
        self._cancel.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a click leaves the keys where they are
        self._cancel.clicked.connect(self._on_cancel)
        self._clock = QTimer(self, interval=UPDATE_EVERY)
        self._clock.timeout.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._title, self._where, self._bar, self._cancel):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def start(self, title: str) -> Work:
        work = Work(title)
        self._works.append(work)
        work.finished.connect(self._on_finished)
        self._clock.start()
        self._show()
        return work

    def _show(self) -> None:
        self.setVisible(bool(self._works))
        if not self._works:
            self._clock.stop()
            return
        work = self._works[-1]
        done, total, name = work.progress
        stops = work.is_cancelled.is_set()
        self._title.setText(self.tr("Stopping…") if stops else work.title)
        self._cancel.setEnabled(not stops)
        self._cancel.setAccessibleName(self.tr("Cancel: %1").replace("%1", work.title))
        self._where.setText(self._say_where(done, total, name))
        self._bar.setAccessibleName(work.title)
        # Without a total the bar runs to and fro.
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(min(done, total))

    def _say_where(self, done: int, total: int, name: str) -> str:
        count = self.tr("%1 of %2").replace("%1", grouped(done)).replace("%2", grouped(total))
        parts = [count if total else "", isolated(shown_text(name)) if name else ""]
        return " · ".join(part for part in parts if part)

    def _on_cancel(self) -> None:
        if self._works:
            self._works[-1].cancel()
            self._show()

    def _on_finished(self, work: Work) -> None:
        # Emitted from whichever thread did the work; Qt brings it here.
        self._works = [one for one in self._works if one is not work]
        self._show()
