"""A handle on long work under way, for whoever does it and whoever watches it."""

import threading
import time

from PySide6.QtCore import QObject, Signal

from reader.errors import Cancelled
from reader.ui.pace import Pace, Speed


class Work(QObject):
    """`set_progress`, `report` and `finish` may be called on any thread, all else by the window.

    Work that calls `report` can be paused: it is held up there until it is to go on.
    """

    cancel_asked = Signal()
    finished = Signal(object)

    def __init__(self, title: str, *, can_pause: bool = False, expected: int = 0) -> None:
        super().__init__()
        self.title = title
        self.can_pause = can_pause
        self.progress = (0, expected, "")
        self.is_cancelled = threading.Event()
        self._expected = expected
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._pace = Pace()

    def set_progress(self, done: int, total: int, name: str = "") -> None:
        """Note how far the work is; the window looks at it when it has time."""
        known = self.progress[2]
        self.progress = (done, total or self._expected, name or known)

    def report(self, done: int, total: int, name: str = "") -> None:
        """Note how far the work is; wait while it is paused, and end it where that was asked."""
        self.set_progress(done, total, name)
        self._may_go_on.wait()
        if self.is_cancelled.is_set():
            raise Cancelled(f"{self.title}: cancelled.")

    @property
    def is_paused(self) -> bool:
        return not self._may_go_on.is_set() and not self.is_cancelled.is_set()

    @property
    def speed(self) -> Speed:
        done, total, _ = self.progress
        return self._pace.speed(done, total, time.monotonic())

    @property
    def seconds(self) -> float:
        """How long it has been at work, without its pauses."""
        return self._pace.worked(time.monotonic())

    def look(self) -> None:
        """Remember how far it is at this moment, which tells how fast it goes."""
        self._pace.note(self.progress[0], time.monotonic())

    def pause(self) -> None:
        if self.can_pause and not self.is_cancelled.is_set():
            self._may_go_on.clear()
            self._pace.rest(time.monotonic())

    def go_on(self) -> None:
        self._may_go_on.set()
        self._pace.go_on(time.monotonic())

    def cancel(self) -> None:
        if not self.is_cancelled.is_set():
            self.is_cancelled.set()
            self._may_go_on.set()
            self.cancel_asked.emit()

    def finish(self) -> None:
        self.finished.emit(self)


class Works(set[Work]):
    """All that one part of the window has under way."""

    def end(self, work: Work) -> None:
        """Say that this is no more under way, however it ended."""
        self.discard(work)
        work.finish()

    def stop(self) -> None:
        """Ask all of it to end."""
        for work in self:
            work.cancel()
