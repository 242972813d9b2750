"""Bring files into the library while the window works on."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.clipping import Outcome, Status
from reader.errors import Cancelled
from reader.library.keeping_up import KeepingUp
from reader.library.library import Library
from reader.library.progress import Progress
from reader.ui.file_names import isolated
from reader.ui.messages import Messages
from reader.ui.numbers import grouped
from reader.ui.recognising import Recognising
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work, Works

if TYPE_CHECKING:
    from reader.pages.original import Original

TELL_EVERY = 1.0  # seconds between two looks of the list at what came in
INDEX_EVERY = 20  # clippings: what came in is soon found, while the others still come

_Bring = Callable[[Progress], Iterator[Outcome]]


class Adding(QObject):
    """`came_in` tells that there is something new; `ended` brings what became of each file.

    `libraries_found` brings what of other programs comes in only if the reader wants it to.
    """

    came_in = Signal()
    ended = Signal(object)
    libraries_found = Signal(object)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._works = Works()
        self._recognising = Recognising(library, tasks, messages)
        self._recognising.plain_found.connect(self.bring_in)
        self._recognising.libraries_found.connect(self.libraries_found)

    def stop(self) -> None:
        """End what is under way; what came in stays."""
        self._recognising.stop()
        self._works.stop()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders; another program's library among them is asked about first."""
        if paths:
            self._recognising.look(paths)

    def bring_in(self, paths: Sequence[Path], expected: int = 0) -> None:
        """Add these as they are; progress, Pause and Cancel stand in the status line.

        `expected` is how many things they hold, where that is known.
        """
        if paths:
            self._start(partial(self._library.add, tuple(paths)), expected)

    def take(self, originals: "Sequence[Original]") -> None:
        """Add what is no file: pasted words, a fetched page, a link."""
        self._start(partial(self._library.take, tuple(originals)), len(originals))

    def _start(self, bring: _Bring, expected: int) -> None:
        work = self._messages.start_work(self.tr("Adding"), can_pause=True, expected=expected)

        def on_end(_: bool) -> None:
            self._works.end(work)

        def on_done(outcomes: list[Outcome]) -> None:
            self._say(outcomes, work)
            self.came_in.emit()
            self.ended.emit(tuple(outcomes))

        self._works.add(work)
        self._tasks.run(Lane.ADD, lambda: self._add(bring, work), on_done, ended=on_end)

    def _add(self, bring: _Bring, work: Work) -> list[Outcome]:
        """Runs on its lane; what was done when the reader cancels is done."""
        outcomes: list[Outcome] = []
        told = time.monotonic()
        try:
            with KeepingUp(self._library, INDEX_EVERY) as index:
                for outcome in bring(work.report):
                    outcomes.append(outcome)
                    index.came()
                    if time.monotonic() - told > TELL_EVERY:
                        self.came_in.emit()
                        told = time.monotonic()
        except Cancelled:
            pass
        finally:
            self._library.update_index()
        return outcomes

    def _say(self, outcomes: Sequence[Outcome], work: Work) -> None:
        added = [one for one in outcomes if one.status is Status.ADDED]
        known = [one for one in outcomes if one.status is Status.DUPLICATE]
        others = [one for one in outcomes if one.status is Status.VERSION]
        filled = [one for one in outcomes if one.status is Status.FILLED]
        failed = [one for one in outcomes if one.status is Status.FAILED]
        parts = [
            _counted(added, self.tr("Added “%1”"), self.tr("Added %1 clippings")),
            _counted(known, self.tr("“%1” was there already"), self.tr("%1 were there already")),
            _counted(others, self.tr("Kept a version of “%1”"), self.tr("%1 other versions")),
            _counted(filled, self.tr("Filled in “%1”"), self.tr("%1 links filled in")),
        ]
        if len(failed) == 1:
            parts.append(failed[0].reason.rstrip("."))
        elif failed:
            parts.append(self.tr("%1 could not be added").replace("%1", grouped(len(failed))))
        passed_over = sum(one.status is Status.PASSED_OVER for one in outcomes)
        if passed_over:
            parts.append(self.tr("%1 passed over").replace("%1", grouped(passed_over)))
        if work.is_cancelled.is_set():
            parts.append(self.tr("the rest was cancelled"))
        said = " · ".join(filter(None, parts))
        if said:  # nothing is where a folder holds but libraries, which are asked about
            self._messages.keep(said)


def _counted(outcomes: Sequence[Outcome], one: str, several: str) -> str:
    if not outcomes:
        return ""
    if len(outcomes) == 1:
        return one.replace("%1", isolated(outcomes[0].title))
    return several.replace("%1", grouped(len(outcomes)))
