"""Clean clippings again while the window works on, and offer it after an update."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from reader.clipping import Change, Recleaned
from reader.errors import Cancelled
from reader.library.library import Library
from reader.ui.messages import Messages
from reader.ui.numbers import grouped
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work, Works


class Recleaning(QObject):
    """`changed` tells which clippings show otherwise now."""

    changed = Signal(object)
    outdated_found = Signal(bool)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._works = Works()

    def begin(self) -> None:
        """See whether an older version of the cleaner made some; if so, offer to clean them."""

        def on_known(outdated: Sequence[str]) -> None:
            self._tell_outdated(outdated)
            if outdated:
                one = self.tr("1 clipping was cleaned by an older version")
                many = self.tr("%1 clippings were cleaned by an older version")
                said = one if len(outdated) == 1 else many.replace("%1", grouped(len(outdated)))
                self._messages.offer(said, self.tr("Clean Again"), self.clean_outdated)

        self._tasks.run(Lane.INDEX, self._library.outdated, on_known)

    def stop(self) -> None:
        """End what is under way; what was cleaned stays so."""
        self._works.stop()

    def clean_outdated(self) -> None:
        """Clean those that an older version made."""
        self._tasks.run(Lane.INDEX, self._library.outdated, self.clean)

    def clean(self, ids: Sequence[str]) -> None:
        """Clean these again; progress and Cancel stand in the status line."""
        if not ids:
            self._messages.say(self.tr("There is nothing to clean again"))
            return
        work = self._messages.start_work(self.tr("Cleaning again"), can_pause=True)

        def on_end(_: bool) -> None:
            self._works.end(work)

        def on_done(done: list[Recleaned]) -> None:
            self._messages.keep(self._say(done, work))
            self.changed.emit(Change(remade=frozenset(one.id for one in done if one.changed)))
            self._tasks.run(Lane.INDEX, self._library.outdated, self._tell_outdated)

        self._works.add(work)
        self._tasks.run(Lane.ADD, lambda: self._clean(ids, work), on_done, ended=on_end)

    def _clean(self, ids: Sequence[str], work: Work) -> list[Recleaned]:
        """Runs on its lane; what was done when the reader cancels is done."""
        done: list[Recleaned] = []
        with suppress(Cancelled):
            for one in self._library.clean_again(ids, work.report):
                done.append(one)
        return done

    def _tell_outdated(self, outdated: Sequence[str]) -> None:
        self.outdated_found.emit(bool(outdated))

    def _say(self, done: Sequence[Recleaned], work: Work) -> str:
        failed = [one for one in done if one.reason]
        if len(done) == 1 == len(failed):
            return failed[0].reason.rstrip(".")
        counts = (
            (len(done) - len(failed), self.tr("Cleaned 1 clipping again"),
             self.tr("Cleaned %1 clippings again")),
            (sum(bool(one.changed) for one in done), self.tr("1 is another now"),
             self.tr("%1 are others now")),
            (sum(len(one.unplaced) for one in done), self.tr("1 mark lost its place"),
             self.tr("%1 marks lost their places")),
            (len(failed), self.tr("1 stays as it was: its page could not be cleaned"),
             self.tr("%1 stay as they were: their pages could not be cleaned")),
        )  # fmt: skip
        parts = [one if many == 1 else several.replace("%1", grouped(many))
                 for many, one, several in counts if many]  # fmt: skip
        if work.is_cancelled.is_set():
            parts.append(self.tr("the rest was cancelled"))
        return " · ".join(parts)
