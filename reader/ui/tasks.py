"""Run library calls off the GUI thread, and bring their answers back to it."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.errors import Cancelled, Overtaken, ReaderError

T = TypeVar("T")
Done = Callable[[Any], None]
GoOn = Callable[[], None]


class Lane(StrEnum):
    """Work on one lane runs one after the other; lanes do not wait for each other."""

    READ = "read"
    LIST = "list"
    WRITE = "write"
    LOOK = "look"
    TYPING = "typing"  # what may follow the letters that were typed
    ASIDE = "aside"  # what stands beside a result or an article
    FETCH = "fetch"
    WATCH = "watch"
    ADD = "add"
    INDEX = "index"


@dataclass(frozen=True)
class _Ended:
    """How a work ended, on its way back to the GUI thread."""

    turn: int
    only_latest: str
    done: Done | None
    ended: Callable[[bool], object] | None
    answer: Any = None
    error: BaseException | None = None
    was_dropped: bool = False


class Tasks(QObject):
    """The lanes; `failed` tells a ReaderError, `broke` a bug, neither of them silently lost."""

    failed = Signal(object)
    broke = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(1, f"clippings-{lane}") for lane in Lane}
        self._latest: Counter[str] = Counter()
        self._running = 0
        self._is_finished = False
        # A plain callable would be called on the thread that emits; a slot of an object of
        # the GUI thread is called there.
        self._ended.connect(self._on_ended)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        only_latest: str = "",
        ended: Callable[[bool], object] | None = None,
    ) -> None:
        """Do the work on its lane, then call `done` with its answer on the GUI thread.

        Of works with the same `only_latest` only the last one asked for is answered, and
        those that have not begun are dropped. `ended` is called however the work ends, and
        told whether it was done.
        """
        if self._is_finished:  # a widget of a closed window may still wish for something
            return
        self._latest[only_latest] += 1
        turn = _Ended(self._latest[only_latest], only_latest, done, ended)
        self._running += 1

        def attempt() -> None:
            if self._is_overtaken(turn):
                self._ended.emit(replace(turn, was_dropped=True))
                return
            try:
                answer = work()
            except BaseException as error:  # noqa: BLE001  told on the GUI thread
                self._ended.emit(replace(turn, error=error))
                return
            self._ended.emit(replace(turn, answer=answer))

        self._lanes[lane].submit(attempt)

    def run_latest(
        self, lane: Lane, work: Callable[[GoOn], T], done: Callable[[T], None], name: str
    ) -> None:
        """Answer only the last work of this name; one that is overtaken may stop half way.

        The work is handed what it calls now and then, and what raises Overtaken.
        """
        turn = self._latest[name] + 1

        def go_on() -> None:
            if self._is_finished or self._latest[name] != turn:
                raise Overtaken

        self.run(lane, lambda: work(go_on), done, name)

    @property
    def is_idle(self) -> bool:
        return self._running == 0

    def finish(self) -> None:
        """Wait for what runs and for the writes that were asked for; drop all else."""
        self._is_finished = True
        for lane, executor in self._lanes.items():
            # All at once, for what waits on one lane must not begin while another ends.
            executor.shutdown(wait=False, cancel_futures=lane is not Lane.WRITE)
        for executor in self._lanes.values():
            executor.shutdown()

    def _is_overtaken(self, ended: _Ended) -> bool:
        return bool(ended.only_latest) and ended.turn != self._latest[ended.only_latest]

    def _on_ended(self, ended: _Ended) -> None:
        self._running -= 1
        if ended.ended is not None:
            ended.ended(ended.error is None and not ended.was_dropped)
        if isinstance(ended.error, (Cancelled, Overtaken)):
            return
        if isinstance(ended.error, ReaderError):
            self.failed.emit(ended.error)
        elif ended.error is not None:
            self.broke.emit(ended.error)
        elif ended.done is not None and not ended.was_dropped and not self._is_overtaken(ended):
            ended.done(ended.answer)
