"""Tell of the open clipping which pages were kept of it, and where else its text is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.clipping import Card, Change, Clipping, Difference, Version
from reader.library.library import Library
from reader.ui.dates import long_date
from reader.ui.parts import Panels, Parts
from reader.ui.tasks import Lane

_Origins = tuple[tuple[Version, ...], tuple[Card, ...]]


class Origins(QObject):
    """Fills two parts of the side panel, and does what is asked there."""

    clipping_opened = Signal(str)

    def __init__(self, parts: Parts, panels: Panels, window: QWidget) -> None:
        super().__init__(window)
        self._library: Library = parts.library
        self._parts = parts
        self._side = panels.side
        self._window = window
        self._clipping: Clipping | None = None
        self._versions: tuple[Version, ...] = ()
        self._action = parts.actions["compare"]
        self._action.setEnabled(False)
        self._action.triggered.connect(lambda: self._compare_latest())
        parts.showing.shown.connect(self._on_shown)
        parts.adding.came_in.connect(self._load)
        panels.side.version_chosen.connect(self._show_version)
        panels.side.comparison_asked.connect(self._compare)
        panels.side.clipping_opened.connect(self.clipping_opened)

    def on_changed(self, change: Change) -> None:
        clipping = self._clipping
        trashed = "is_trashed" in change.fields  # what lies in the trash is nowhere else
        if clipping and (trashed or change.added or clipping.id in change.clippings):
            self._load()

    def _on_shown(self, clipping: Clipping) -> None:
        known, self._clipping = self._clipping, clipping
        if known is None or (known.id, known.original) != (clipping.id, clipping.original):
            self._versions = ()
            self._action.setEnabled(False)
            self._load()

    def _load(self) -> None:
        if self._clipping is None:
            return
        id_ = self._clipping.id

        def work() -> _Origins:
            return self._library.versions(id_), self._library.alike(id_)

        def on_loaded(origins: _Origins) -> None:
            self._versions = origins[0]
            self._action.setEnabled(len(self._versions) > 1)
            self._side.show_origins(id_, *origins)

        self._parts.tasks.run(Lane.READ, work, on_loaded, "origins")

    def _show_version(self, key: str) -> None:
        clipping = self._clipping
        if clipping is not None:
            id_ = clipping.id
            said = self.tr("Shows the version of %1").replace("%1", self._named(key))
            self._parts.changing.run(lambda: self._library.show_version(id_, key), said)

    def _compare_latest(self) -> None:
        """Compare what shows with the latest of the others."""
        others = [one.key for one in self._versions if not one.is_shown]
        if others:
            self._compare(others[-1])

    def _compare(self, key: str) -> None:
        """Open the sheet at once; what it shows takes a while."""
        from reader.ui.dialogs.compare_sheet import CompareSheet

        clipping = self._clipping
        if clipping is None:
            return
        id_ = clipping.id
        names = (self._named(key), self._named(clipping.original))
        sheet = CompareSheet(clipping.article.title, names, self._parts.themes, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.version_chosen.connect(lambda: self._on_version_chosen(sheet, key))
        closed: list[bool] = []
        sheet.finished.connect(lambda _: closed.append(True))

        def on_compared(told: Sequence[Difference]) -> None:
            if not closed:
                sheet.show_differences(told)

        def on_end(is_done: bool) -> None:
            if not is_done and not closed:
                sheet.close()

        sheet.show()
        work = lambda: self._library.compare(id_, key)  # noqa: E731
        self._parts.tasks.run(Lane.LOOK, work, on_compared, ended=on_end)

    def _on_version_chosen(self, sheet: QWidget, key: str) -> None:
        sheet.close()
        self._show_version(key)

    def _named(self, key: str) -> str:
        """A version by its date, and by its place where that does not tell it from another."""
        dates = [long_date(one.saved_at or one.added_at) for one in self._versions]
        for place, (one, date) in enumerate(zip(self._versions, dates, strict=True), 1):
            if one.key == key:
                version = self.tr("Version %1").replace("%1", str(place))
                return date if date and dates.count(date) == 1 else _joined(date, version)
        return self.tr("Another version")


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))
