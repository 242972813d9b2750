"""Watch folders: bring in by itself what is saved there."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.library import Library
from reader.ui.messages import Messages
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work
from reader.watching.watched_folder import WatchedFolder

if TYPE_CHECKING:
    from reader.ui.watched_arrivals import Arrivals, BroughtIn
    from reader.watching.watcher import Looked, Watcher

LEDGER = "watched.json"
SOON = 700  # milliseconds after a change, and between looks at what is not whole yet
SELDOM = 20_000  # for disks that tell of no change
MOST_TOLD = 400  # folders; each costs the system something, and the slow look finds the rest


class Watching(QObject):
    """`came_in` tells that there is something new, `ended` what became of each page.

    `changed` brings the folders that are watched from now on, `looked` those that are missing.
    """

    came_in = Signal()
    ended = Signal(object)
    changed = Signal(object)
    looked = Signal(object)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._own_watcher: Watcher | None = None
        self._folders: tuple[WatchedFolder, ...] = ()
        self.missing: frozenset[Path] = frozenset()
        self._is_looking = self._is_stopped = False
        self._work: Work | None = None
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._on_told)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._seldom = QTimer(self, interval=SELDOM)
        for timer in (self._soon, self._seldom):
            timer.timeout.connect(self._look)

    @property
    def folders(self) -> tuple[WatchedFolder, ...]:
        return self._folders

    def watch(self, folders: Sequence[WatchedFolder]) -> None:
        """Watch these from now on, and no others; what lies in them already comes in."""
        self._folders = tuple(folders)
        if folders:
            self._seldom.start()
            self._soon.start(0)
        else:
            self._seldom.stop()
            self._tell_system(())
        self.changed.emit(self._folders)

    def ask_for_folder(self, window: QWidget) -> None:
        """Have the reader choose one folder more."""
        name = QFileDialog.getExistingDirectory(window, self.tr("Watch a Folder"))
        if not name:
            return
        path = Path(name)
        known = [one.path for one in self._folders]
        around = next((one for one in known if path.is_relative_to(one)), None)
        library = self._library.folder.resolve()
        if around is not None:
            said = self.tr("“%1” is watched already").replace("%1", around.name or str(around))
            self._messages.say(said)
        elif library.is_relative_to(path.resolve()) or path.resolve().is_relative_to(library):
            self._messages.say(self.tr("The library itself lies there: choose another folder"))
        else:
            inner = [one for one in self._folders if one.path.is_relative_to(path)]
            self.watch([one for one in self._folders if one not in inner] + [WatchedFolder(path)])

    def stop(self) -> None:
        self._is_stopped = True
        for timer in (self._soon, self._seldom):
            timer.stop()
        if self._work is not None:
            self._work.cancel()

    @property
    def _watcher(self) -> "Watcher":
        # What reads pages takes long to load, and most windows watch no folder.
        from reader.watching.seen import Seen
        from reader.watching.watcher import Watcher

        if self._own_watcher is None:
            self._own_watcher = Watcher(Seen(self._library.folder / LEDGER))
        return self._own_watcher

    def _look(self) -> None:
        if self._is_looking or self._is_stopped or not self._folders:
            return
        self._is_looking = True
        folders = self._folders
        self._tasks.run(
            Lane.WATCH, lambda: self._watcher.look(folders), self._on_looked, ended=self._on_over
        )

    def _on_told(self, _place: str) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_over(self, was_done: bool) -> None:
        self._is_looking = False

    def _on_looked(self, looked: "Looked") -> None:
        if self._is_stopped:
            return
        self._tell_system(looked.places)
        if looked.missing != self.missing:
            self.missing = looked.missing
            self.looked.emit(self.missing)
        if looked.arrived:
            self._bring_in(looked.arrived)
        elif looked.is_waiting:
            self._soon.start()

    def _tell_system(self, places: Sequence[Path]) -> None:
        wanted = {str(place) for place in places[:MOST_TOLD]}
        told = set(self._system.directories())
        if told - wanted:
            self._system.removePaths(sorted(told - wanted))
        if wanted - told:
            self._system.addPaths(sorted(wanted - told))

    def _bring_in(self, arrived: "Arrivals") -> None:
        """No further look begins before these are noted."""
        from reader.ui.watched_arrivals import bring_in

        self._is_looking = True
        work = self._work = self._messages.start_work(
            self.tr("Adding"), can_pause=True, expected=len(arrived)
        )

        def on_end(was_done: bool) -> None:
            self._is_looking, self._work = False, None
            work.finish()
            # A full disk is not tried again and again: the slow look comes soon enough.
            if was_done and not self._is_stopped:
                self._soon.start()

        def note() -> "BroughtIn":
            brought = bring_in(self._library, arrived, work)
            # Who cancels does not want the rest; who only leaves gets it the next time.
            noted = arrived if not self._is_stopped else brought.done
            self._watcher.note(noted)
            return brought

        self._tasks.run(Lane.ADD, note, self._on_brought, ended=on_end)

    def _on_brought(self, brought: "BroughtIn") -> None:
        from reader.ui.watched_arrivals import say

        said = say(brought, self)
        if said:
            self._messages.keep(said)
        if brought.outcomes:
            self.came_in.emit()
            self.ended.emit(brought.outcomes)
