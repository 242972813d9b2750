"""Have the library change clippings; tell of it, and take it back when asked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.clipping import Change
from reader.library.library import Library
from reader.ui.messages import Messages
from reader.ui.tasks import Lane, Tasks

MOST_UNDONE = 200


class Changing(QObject):
    """The one way by which the window writes; each change is told in one signal."""

    changed = Signal(object)
    can_undo = Signal(bool)
    can_redo = Signal(bool)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._done: list[tuple[Change, str]] = []
        self._undone: list[tuple[Change, str]] = []

    def run(
        self,
        act: Callable[[], Change],
        said: str = "",
        ended: Callable[[bool], object] | None = None,
    ) -> None:
        """Do it, and offer to undo it; `said` is what the reader is told.

        `ended` is told whether it could be done.
        """

        def on_done(change: Change) -> None:
            if not change:
                return
            self._done.append((change, said))
            del self._done[:-MOST_UNDONE]
            self._undone.clear()
            self._tell(change)
            if said:
                self._messages.say(said, self.undo)

        self._tasks.run(Lane.WRITE, act, on_done, ended=ended)

    def run_quietly(self, act: Callable[[], Change]) -> None:
        """Do what nobody would think of undoing: a clipping that was opened is read."""
        self._tasks.run(Lane.WRITE, act, self._tell)

    def undo(self) -> None:
        self._take_back(self._done, self._undone, self.tr("Undone: %1"))

    def redo(self) -> None:
        self._take_back(self._undone, self._done, self.tr("Done again: %1"))

    def _take_back(
        self, those: list[tuple[Change, str]], onto: list[tuple[Change, str]], telling: str
    ) -> None:
        if not those:
            return
        change, said = those.pop()

        def on_done(back: Change) -> None:
            onto.append((back, said))
            self._tell(back)
            if said:
                self._messages.say(telling.replace("%1", said))

        def on_end(is_done: bool) -> None:
            if not is_done:
                those.append((change, said))

        self._tasks.run(Lane.WRITE, lambda: self._library.undo(change), on_done, ended=on_end)

    def _tell(self, change: Change) -> None:
        self.can_undo.emit(bool(self._done))
        self.can_redo.emit(bool(self._undone))
        if change:
            self.changed.emit(change)
