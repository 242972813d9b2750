"""Keep the search index in step while the window is idle, and make it anew when it must be."""

import threading
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.clipping import Change
from reader.errors import Cancelled
from reader.library.library import Library
from reader.ui.messages import Messages
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work

CHECKED_AFTER = 10 * 60 * 1000  # milliseconds, when nobody waits for the first answers any more


class Indexing(QObject):
    """`rebuilt` tells that searches can be asked again, `learned` what shows otherwise now."""

    rebuilt = Signal()
    learned = Signal(object)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._work: Work | None = None
        self._is_stopped = threading.Event()
        self._until_check = QTimer(self, singleShot=True, interval=CHECKED_AFTER)
        self._until_check.timeout.connect(self.check)

    def stop(self) -> None:
        """End what is under way; it goes on at the next start."""
        self._is_stopped.set()
        self._until_check.stop()
        if self._work:
            self._work.cancel()

    def begin(self) -> None:
        """See whether the index is fit; then make the copy of the day."""

        def on_known(needs_index: bool) -> None:
            if needs_index:
                self.rebuild()
            else:
                self.update()
            self._tasks.run(Lane.ASIDE, self._library.warm_up)
            self._tasks.run(Lane.INDEX, self._library.back_up)
            self._until_check.start()

        self._tasks.run(Lane.INDEX, lambda: self._library.needs_index, on_known)

    def update(self) -> None:
        """Learn from what changed and make it findable; searches go on meanwhile."""

        def work() -> Change:
            # Learning may take its time; what is new shall be found at once.
            self._library.update_index()
            change = self._library.learn(self._go_on)
            if change:
                self._library.update_index()
            return change

        def on_done(change: Change) -> None:
            if change:
                self.learned.emit(change)

        self._tasks.run(Lane.INDEX, work, on_done, only_latest="index")

    def check(self) -> None:
        """Read all of the index; where it is not what was written, make it anew."""

        def on_done(is_whole: bool) -> None:
            if not is_whole:
                self.rebuild()

        self._tasks.run(Lane.INDEX, lambda: self._library.check_index(self._go_on), on_done)

    def rebuild(self) -> None:
        """Make the index anew, and say so; until then the store itself is searched."""
        if self._work:
            return
        self._messages.keep(
            self.tr("The search index is missing or damaged; it is being made anew.")
        )
        work = self._work = self._messages.start_work(self.tr("Making the search index"))

        def on_end(_: bool) -> None:
            work.finish()
            self._work = None

        def on_done(is_done: bool) -> None:
            if is_done:
                self._messages.say(self.tr("The search index is ready."))
            self.rebuilt.emit()

        rebuild = partial(self._library.rebuild_index, work.report)
        self._tasks.run(Lane.INDEX, rebuild, on_done, ended=on_end)

    def _go_on(self, *_: object) -> None:
        """Called while learning or a check goes on, which at a first start may take a minute."""
        if self._is_stopped.is_set():
            raise Cancelled("The window was closed.")
