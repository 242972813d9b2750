"""Tell of the open clipping which others tell of the same, and lead there and back."""

from PySide6.QtCore import QObject, Signal

from reader.clipping import Change, Clipping
from reader.library.library import Library
from reader.results import Related
from reader.ui.panels.side import SidePanel
from reader.ui.showing import Showing
from reader.ui.tasks import Lane, Tasks

_MOST_STEPS = 100


class Relating(QObject):
    """Fills a part of the side panel while it is seen, and remembers the way of the reader."""

    clipping_opened = Signal(str)
    can_go_back = Signal(bool)
    can_go_forward = Signal(bool)

    def __init__(self, library: Library, tasks: Tasks, showing: Showing, side: SidePanel) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._side = side
        self._shown = ""
        self._told = ""
        self._behind: list[str] = []
        self._ahead: list[str] = []
        showing.shown.connect(self._on_shown)
        side.related_opened.connect(self._on_opened)

    def look(self) -> None:
        """The side panel is seen now."""
        if not self._shown or self._told == self._shown or not self._side.isVisible():
            return
        id_ = self._told = self._shown

        def on_found(related: tuple[Related, ...]) -> None:
            self._side.show_related(id_, related)

        work = lambda _: self._library.related(id_)  # noqa: E731
        self._tasks.run_latest(Lane.ASIDE, work, on_found, "related")

    def on_changed(self, change: Change) -> None:
        if "is_trashed" in change.fields or change.remade or change.added:
            self._told = ""
            self.look()

    def go_back(self) -> None:
        self._go(self._behind, self._ahead)

    def go_forward(self) -> None:
        self._go(self._ahead, self._behind)

    def _go(self, steps: list[str], onto: list[str]) -> None:
        if not steps:
            return
        if self._shown:
            onto.append(self._shown)
        self.clipping_opened.emit(steps.pop())
        self._tell()

    def _on_shown(self, clipping: Clipping) -> None:
        self._shown = clipping.id
        self.look()

    def _on_opened(self, id_: str) -> None:
        self._behind.append(self._shown)
        del self._behind[:-_MOST_STEPS]
        self._ahead.clear()
        self.clipping_opened.emit(id_)
        self._tell()

    def _tell(self) -> None:
        self.can_go_back.emit(bool(self._behind))
        self.can_go_forward.emit(bool(self._ahead))
