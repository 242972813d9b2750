"""Run library calls off the GUI thread, and bring their answers back to it."""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.errors import Cancelled, ReaderError

T = TypeVar("T")
Done = Callable[[Any], None]


class Lane(StrEnum):
    """Work on one lane runs one after the other; lanes do not wait for each other."""

    READ = "read"
    LIST = "list"
    WRITE = "write"
    ADD = "add"
    INDEX = "index"


class Tasks(QObject):
    """The lanes; `failed` tells a ReaderError, `broke` a bug, neither of them silently lost."""

    failed = Signal(object)
    broke = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(1, f"clippings-{lane}") for lane in Lane}
        self._latest: Counter[str] = Counter()
        self._running = 0
        # A plain callable would be called on the thread that emits; a slot of an object of
        # the GUI thread is called there.
        self._ended.connect(self._on_ended)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        only_latest: str = "",
    ) -> None:
        """Do the work on its lane, then call `done` with its answer on the GUI thread.

        Of works with the same `only_latest` only the last one asked for is answered, and
        those that have not begun are dropped.
        """
        self._latest[only_latest] += 1
        turn = self._latest[only_latest]
        self._running += 1

        def attempt() -> None:
            if only_latest and turn != self._latest[only_latest]:
                self._ended.emit(None, None)
                return
            try:
                answer = work()
            except BaseException as error:  # noqa: BLE001  told on the GUI thread
                self._ended.emit(None, error)
                return
            self._ended.emit((only_latest, turn, done, answer), None)

        self._lanes[lane].submit(attempt)

    @property
    def is_idle(self) -> bool:
        return self._running == 0

    def finish(self) -> None:
        """Wait for the writes that were asked for; drop all else."""
        for lane, executor in self._lanes.items():
            executor.shutdown(wait=True, cancel_futures=lane is not Lane.WRITE)

    def _on_ended(self, answered: Any, error: BaseException | None) -> None:
        self._running -= 1
        if isinstance(error, ReaderError):
            if not isinstance(error, Cancelled):
                self.failed.emit(error)
        elif error is not None:
            self.broke.emit(error)
        elif answered is not None:
            only_latest, turn, done, answer = answered
            if done is not None and (not only_latest or turn == self._latest[only_latest]):
                done(answer)


class Cancel:
    """A wish to stop that another thread can see."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def ask(self) -> None:
        self._asked.set()

    def raise_if_asked(self) -> None:
        if self._asked.is_set():
            raise Cancelled("The work was stopped.")
