"""Look for other programs' libraries in what is to come in, before anything does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library.library import Library
from reader.library.looking import Recognised
from reader.ui.messages import Messages
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work, Works

SHOWN_AFTER = 300  # milliseconds; most files are told at once

_Found = tuple[list[Path], list[Recognised]]


class Recognising(QObject):
    """`plain_found` brings the paths that need no question, `libraries_found` the others."""

    plain_found = Signal(object)
    libraries_found = Signal(object)

    def __init__(self, library: Library, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._works = Works()

    def stop(self) -> None:
        self._works.stop()

    def look(self, paths: Sequence[Path]) -> None:
        """Tell these apart; when the reader cancels, nothing of them comes in."""
        work = Work(self.tr("Looking at what is there"), can_pause=True)
        clock = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        clock.timeout.connect(lambda: self._messages.show_work(work))

        def on_end(_: bool) -> None:
            clock.stop()
            clock.deleteLater()
            self._works.end(work)

        def on_done(found: _Found) -> None:
            plain, libraries = found
            if plain:
                self.plain_found.emit(plain)
            if libraries:
                self.libraries_found.emit(tuple(libraries))

        self._works.add(work)
        clock.start()
        self._tasks.run(Lane.LOOK, lambda: self._look(paths, work), on_done, ended=on_end)

    def _look(self, paths: Sequence[Path], work: Work) -> _Found:
        """Runs on its lane."""
        plain: list[Path] = []
        libraries: list[Recognised] = []
        for path in paths:
            found = self._library.look([path], work.report)
            libraries += found
            # Those that lie in a folder stand beside its pages.
            if all(one.path != path for one in found):
                plain.append(path)
            work.report(*work.progress)
        return plain, libraries
