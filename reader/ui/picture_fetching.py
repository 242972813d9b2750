"""Fetch the missing pictures of the open clipping, when the reader wishes for them."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.clipping import Change, Clipping
from reader.errors import Cancelled
from reader.library.picture_fetching import PictureOutcome, missing_pictures
from reader.ui.numbers import grouped
from reader.ui.parts import Panels, Parts
from reader.ui.tasks import Lane
from reader.ui.work import Work


class PictureFetching(QObject):
    """`changed` tells which clipping shows more pictures now."""

    changed = Signal(object)

    def __init__(self, parts: Parts, panels: Panels, window: QWidget) -> None:
        super().__init__(window)
        self._library = parts.library
        self._tasks = parts.tasks
        self._showing = parts.showing
        self._messages = panels.messages
        self._action = parts.actions["fetch_pictures"]
        self._works: dict[str, Work] = {}
        self._action.triggered.connect(lambda: self.fetch())
        panels.pane.offer_for_pictures(self._action)
        parts.showing.shown.connect(self._show_state)
        self._show_state(None)

    def stop(self) -> None:
        """End what is under way; what was fetched stays."""
        for work in self._works.values():
            work.cancel()

    def fetch(self) -> None:
        """Fetch them; progress and Cancel stand in the status line."""
        clipping = self._showing.clipping
        wanted = len(missing_pictures(clipping)) if clipping else 0
        if clipping is None or not wanted or clipping.id in self._works:
            return
        id_ = clipping.id
        work = self._messages.start_work(self.tr("Fetching pictures"), expected=wanted)
        self._works[id_] = work
        self._show_state(clipping)

        def on_end(_: bool) -> None:
            del self._works[id_]
            work.finish()
            self._show_state(self._showing.clipping)

        def on_done(done: Sequence[PictureOutcome]) -> None:
            self._messages.keep(self._say(done, work))
            if any(not one.reason for one in done):
                self.changed.emit(Change(remade=frozenset((id_,))))

        self._tasks.run(Lane.FETCH, lambda: self._fetch(id_, work), on_done, ended=on_end)

    def _fetch(self, id_: str, work: Work) -> list[PictureOutcome]:
        """Runs on its lane; what was fetched when the reader cancels is kept."""
        done: list[PictureOutcome] = []
        with suppress(Cancelled):
            for one in self._library.fetch_pictures(id_, work.report):
                done.append(one)
        return done

    def _show_state(self, clipping: Clipping | None) -> None:
        is_wanted = clipping is not None and bool(missing_pictures(clipping))
        is_under_way = clipping is not None and clipping.id in self._works
        self._action.setEnabled(is_wanted and not is_under_way)

    def _say(self, done: Sequence[PictureOutcome], work: Work) -> str:
        failed = [one for one in done if one.reason]
        fetched = len(done) - len(failed)
        said = []
        if fetched:
            many = self.tr("Fetched %1 pictures").replace("%1", grouped(fetched))
            said.append(self.tr("Fetched 1 picture") if fetched == 1 else many)
        if len(failed) == 1:
            said.append(self.tr("1 could not be had: %1").replace("%1", failed[0].reason))
        elif failed:
            several = self.tr("%1 could not be had, the first: %2")
            several = several.replace("%1", grouped(len(failed)))
            said.append(several.replace("%2", failed[0].reason))
        if work.is_cancelled.is_set():
            said.append(self.tr("the rest was cancelled"))
        return " · ".join(said)
