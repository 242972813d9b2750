"""Tell over the status line all that is known of the work under way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import shown_text
from reader.ui.theme import SERIF, font
from reader.ui.work import Work
from reader.ui.work_words import say_count, say_rate, say_time, say_time_left

WIDTH = 360


class WorkDetails(QFrame):
    """A pop-up with one block for each work; it goes by Escape, or with the last work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("workDetails")
        self.setAccessibleName(self.tr("Work under way"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._blocks: dict[Work, _Block] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(18)

    def show_works(self, works: Sequence[Work]) -> None:
        """Show these, the latest on top."""
        if not works:
            self.close()
            return
        for work in [one for one in self._blocks if one not in works]:
            block = self._blocks.pop(work)
            self._column.removeWidget(block)
            block.deleteLater()
        for work in works:
            if work not in self._blocks:
                self._blocks[work] = _Block(work, self)
                self._column.insertWidget(0, self._blocks[work])
            self._blocks[work].refresh()


class _Block(QWidget):
    """One work: where it is, how fast it goes, and what can be done about it."""

    def __init__(self, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._title = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._title.setFont(font(SERIF, 16, QFont.Weight.DemiBold))
        self._name = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(work.title)
        self._values = {name: QLabel(self) for name in ("done", "rate", "left", "time")}
        self._pause = QPushButton(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._pause.setVisible(work.can_pause)
        self._pause.clicked.connect(self._on_pause)
        self._cancel.clicked.connect(self._on_cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self._name, self._bar):
            column.addWidget(widget)
        column.addLayout(self._lines())
        column.addLayout(self._buttons())

    def refresh(self) -> None:
        work = self._work
        done, total, name = work.progress
        stops = work.is_cancelled.is_set()
        stands = self.tr("%1 (paused)").replace("%1", work.title)
        does = stands if work.is_paused else work.title
        self._title.setText(self.tr("Stopping…") if stops else does)
        self._name.setText(shown_text(name))
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(min(done, total))
        unknown = "–"
        says = {
            "done": say_count(done, total),
            "rate": say_rate(work.speed),
            "left": say_time_left(work),
            "time": say_time(work.seconds),
        }
        for one, label in self._values.items():
            label.setText(says[one] or unknown)
        self._pause.setText(self.tr("Go On") if work.is_paused else self.tr("Pause"))
        self._pause.setEnabled(not stops)
        self._cancel.setEnabled(not stops)

    def _lines(self) -> QGridLayout:
        names = {
            "done": self.tr("Done"),
            "rate": self.tr("Speed"),
            "left": self.tr("Time left"),
            "time": self.tr("Time so far"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for row, (name, said) in enumerate(names.items()):
            label = QLabel(said, self)
            label.setProperty("soft", True)
            grid.addWidget(label, row, 0)
            grid.addWidget(self._values[name], row, 1)
            label.setBuddy(self._values[name])
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        return row

    def _on_pause(self) -> None:
        if self._work.is_paused:
            self._work.go_on()
        else:
            self._work.pause()
        self.refresh()

    def _on_cancel(self) -> None:
        self._work.cancel()
        self.refresh()
