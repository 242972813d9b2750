"""Show how far long work has come, and let the reader pause and cancel it."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import isolated, shown_text
from reader.ui.work import Work
from reader.ui.work_details import WorkDetails
from reader.ui.work_words import say_count, say_left

UPDATE_EVERY = 100  # milliseconds: more often than ten times a second nobody can read
BAR_WIDTH, LEAST_BAR_WIDTH = 120, 48
NAME_WIDTH = 200


class WorkBar(QWidget):
    """The latest work under way: its name, a slim bar, Pause and Cancel; hidden without any.

    A click opens what more there is to tell, of each work.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workBar")
        self._works: list[Work] = []
        self._details: WorkDetails | None = None
        self._title = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._count = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._name = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        # In a narrow window the name goes first: the count tells more.
        self._name.setMinimumWidth(1)
        self._name.setMaximumWidth(NAME_WIDTH)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedHeight(4)
        self._bar.setMinimumWidth(LEAST_BAR_WIDTH)
        self._bar.setMaximumWidth(BAR_WIDTH)
        self._left = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._more = self._button("workMore", self.tr("More"), self._on_more)
        self._pause = self._button("pauseWork", self.tr("Pause"), self._on_pause)
        self._cancel = self._button("cancelWork", self.tr("Cancel"), self._on_cancel)
        self._clock = QTimer(self, interval=UPDATE_EVERY)
        self._clock.timeout.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._title, self._count, self._name, self._bar, self._left):
            row.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self._more, self._pause, self._cancel):
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def start(self, work: Work) -> None:
        self._works.append(work)
        work.finished.connect(self._on_finished)
        self._clock.start()
        self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(at):
            self._on_more()

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        # A click leaves the keys where they are.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _show(self) -> None:
        self.setVisible(bool(self._works))
        if not self._works:
            self._clock.stop()
            return
        for work in self._works:
            work.look()
        work = self._works[-1]
        done, total, name = work.progress
        self._show_buttons(work)
        self._count.setText(isolated(say_count(done, total)))
        self._count.setVisible(bool(done or total))
        self._name.setText(isolated(shown_text(name)) if name else "")
        self._left.setText(say_left(work))
        self._left.setVisible(bool(self._left.text()))
        self._bar.setAccessibleName(work.title)
        # Without a total the bar runs to and fro.
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(min(done, total))
        if self._details is not None:
            self._details.show_works(self._works)

    def _show_buttons(self, work: Work) -> None:
        stops = work.is_cancelled.is_set()
        self._title.setText(self.tr("Stopping…") if stops else work.title)
        self._cancel.setEnabled(not stops)
        self._cancel.setAccessibleName(self.tr("Cancel: %1").replace("%1", work.title))
        self._more.setAccessibleName(self.tr("More on: %1").replace("%1", work.title))
        self._pause.setVisible(work.can_pause)
        self._pause.setEnabled(not stops)
        says = self.tr("Go On") if work.is_paused else self.tr("Pause")
        self._pause.setText(says)
        self._pause.setAccessibleName(f"{says}: {work.title}")

    def _on_more(self) -> None:
        # Not below the status line, whose small type it would take over.
        details = WorkDetails(self.window())
        details.show_works(self._works)
        details.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        details.move(corner - QPoint(details.width(), details.height() + 10))
        details.destroyed.connect(self._on_details_closed)
        self._details = details
        details.show()

    def _on_details_closed(self) -> None:
        self._details = None

    def _on_pause(self) -> None:
        if self._works:
            work = self._works[-1]
            if work.is_paused:
                work.go_on()
            else:
                work.pause()
            self._show()

    def _on_cancel(self) -> None:
        if self._works:
            self._works[-1].cancel()
            self._show()

    def _on_finished(self, work: Work) -> None:
        # Emitted from whichever thread did the work; Qt brings it here.
        self._works = [one for one in self._works if one is not work]
        if self._details is not None:
            self._details.show_works(self._works)
        self._show()
