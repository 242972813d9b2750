"""Pool: worker processes, the units before them and what came of those behind them."""

import logging
import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic

from reader.errors import CannotOpenPage
from reader.library.serving import END, READY, serve, unpacked
from reader.library.work import ENDED, Answered, Batch, T, U, Work
from reader.pages.file_names import said

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

MOST_SECONDS = 60.0  # for one value
AHEAD = 6  # units a worker has, so that it never stands idle
SMALL = 32_000  # bytes; what is larger waits until its worker is idle, or both might wait for ever
MOST_VALUES = 64  # in a batch
BATCH_SECONDS = 0.25
MOST_STARTS = 3  # that may fail before the work is done without workers

_LOADED = [
    "numpy",
    "reader.library.serving",
    "reader.library.preparing",
    "reader.articles.blocks",
    "reader.articles.extract",
    "reader.pages.open_page",
]

_log = logging.getLogger(__name__)


class _Worker(Generic[U]):
    """A process, and the units that were sent to it."""

    def __init__(self, work: Callable[..., Any]) -> None:
        warm_up()
        start = way_to_start()
        self.connection, theirs = start.Pipe()
        self.process = start.Process(target=serve, args=(theirs, work), daemon=True)
        self.units: deque[U] = deque()
        self.since = 0.0
        self.is_ready = False
        try:
            self.process.start()
        finally:
            theirs.close()

    def has_room(self, size: int) -> bool:
        return not self.units or (len(self.units) < AHEAD and size < SMALL)

    def send(self, unit: U, packed: bytes) -> None:
        if not self.units:
            self.since = time.monotonic()
        self.units.append(unit)
        self.connection.send_bytes(packed)

    def end(self) -> None:
        self.process.kill()
        self.connection.close()
        self.process.join()


def way_to_start() -> "ForkServerContext | SpawnContext":
    """Forking a process that has threads, as the window's has, may lock it up for ever.

    What can be forked is one that did nothing yet but load what cleans pages, once for all workers.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context


def warm_up() -> None:
    """Have the process begin that workers are forked from, which takes a while to load."""
    if way_to_start().get_start_method() != "forkserver":
        return
    from multiprocessing import forkserver, resource_tracker

    # Ctrl+C reaches every process of the terminal, and this one passes it over only once it is
    # loaded. The tracker that it needs comes first, since its start lets Ctrl+C in again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool(Generic[U, T]):
    """Workers, the units before them, and what came of those behind them."""

    def __init__(
        self,
        work: Work[U, T],
        units: Iterator[U | Answered[U, T]],
        workers: int,
    ) -> None:
        self._work = work
        self._units = units
        self._again: deque[U] = deque()  # taken from workers that died
        self._waiting: tuple[U, bytes] | None = None  # the next one, for which nobody has room
        self._many = workers
        self._workers: list[_Worker[U]] = []
        self._failed_starts = 0

    def gather(self) -> Batch[U, T] | None:
        """What was done of late, be it nothing; None where all is done, or nothing can be."""
        batch: Batch[U, T] = []
        until = time.monotonic() + BATCH_SECONDS
        while True:
            self._feed(batch)
            if not any(one.units for one in self._workers):
                return batch or None
            self._receive(batch, until - time.monotonic())
            if len(batch) >= MOST_VALUES or time.monotonic() >= until:
                return batch

    def left(self) -> Iterator[U | Answered[U, T]]:
        waiting = [self._waiting[0]] if self._waiting else []
        self._waiting = None
        return chain(self._again, waiting, self._units)

    def close(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _feed(self, batch: Batch[U, T]) -> None:
        """Give each worker what it has room for; start those that are missing."""
        while len(batch) < MOST_VALUES and self._failed_starts < MOST_STARTS:
            if self._waiting is None and not self._take(batch):
                return
            if self._waiting is None:
                continue
            unit, packed = self._waiting
            worker = self._free(len(packed))
            if worker is None:
                return
            try:
                worker.send(unit, packed)
                self._waiting = None
            except OSError:  # it died a moment ago
                worker.units.pop()
                self._bury(worker, batch)

    def _take(self, batch: Batch[U, T]) -> bool:
        """Take the next unit; False where there is none."""
        if self._again:
            unit: U | Answered[U, T] | None = self._again.popleft()
        else:
            unit = next(self._units, None)
        if unit is None:
            return False
        if isinstance(unit, Answered):
            batch += [(unit.unit, value) for value in unit.values]
            batch.append((unit.unit, ENDED))
        else:
            self._waiting = (unit, pickle.dumps(unit))
        return True

    def _free(self, size: int) -> _Worker[U] | None:
        idle = [one for one in self._workers if not one.units]
        if idle:
            return idle[0]
        if len(self._workers) < self._many:
            return self._start()
        return next((one for one in self._workers if one.has_room(size)), None)

    def _start(self) -> _Worker[U] | None:
        try:
            worker = _Worker[U](self._work)
        except OSError as error:
            _log.warning("No worker could be started: %s", error)
            self._failed_starts = MOST_STARTS if not self._workers else self._failed_starts + 1
            return None
        self._workers.append(worker)
        return worker

    def _receive(self, batch: Batch[U, T], seconds: float) -> None:
        by_connection = {one.connection: one for one in self._workers}
        ready = wait(list(by_connection), max(0.0, seconds))
        for connection in ready:
            worker = by_connection[connection]  # type: ignore[index]  # wait() gives what it took
            try:
                self._hear(worker, worker.connection.recv_bytes(), batch)
            except (EOFError, OSError):
                self._bury(worker, batch)
        self._give_up_hung(batch)

    def _hear(self, worker: _Worker[U], told: bytes, batch: Batch[U, T]) -> None:
        worker.since = time.monotonic()
        if told[:1] == READY:
            worker.is_ready = True
            self._failed_starts = 0
        elif told[:1] == END:
            batch.append((worker.units.popleft(), ENDED))
        else:
            batch.append((worker.units[0], unpacked(told[1:])))

    def _bury(self, worker: _Worker[U], batch: Batch[U, T]) -> None:
        """Take leave of a worker that died; the page it was at has done it."""
        self._workers.remove(worker)
        worker.end()
        if not worker.is_ready:
            self._failed_starts += 1
        elif worker.units:
            unit = worker.units.popleft()
            name = said(unit.name)
            why = CannotOpenPage(
                f"“{name}” could not be read: it is damaged, or takes more memory than a page may "
                "take. Save or download it again."
            )
            batch += [(unit, why), (unit, ENDED)]
        self._again.extendleft(reversed(worker.units))

    def _give_up_hung(self, batch: Batch[U, T]) -> None:
        before = time.monotonic() - MOST_SECONDS
        for worker in [one for one in self._workers if one.is_ready and one.units]:
            # What it told while nobody listened, because the work was paused, is still to be heard.
            if worker.since > before or worker.connection.poll():
                continue
            self._workers.remove(worker)
            worker.end()
            unit = worker.units.popleft()
            took = f"“{said(unit.name)}” was given up: cleaning it took more than"
            why = CannotOpenPage(f"{took} {MOST_SECONDS:.0f} seconds.")
            batch += [(unit, why), (unit, ENDED)]
            self._again.extendleft(reversed(worker.units))
