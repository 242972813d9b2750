"""Join every way into the window: dropping, pasting, fetching, watched folders."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.commands import Commands
from reader.ui.drop_frame import DropFrame
from reader.ui.dropping import Dropping
from reader.ui.fetching import Fetching
from reader.ui.handing_over import HandingOver
from reader.ui.parts import Panels, Parts
from reader.ui.watching import Watching
from reader.watching.watched_folder import folders_of, to_keep

if TYPE_CHECKING:
    from reader.ui.dialogs.watched_folders import WatchedFoldersSheet


class WaysIn(QObject):
    """Made once the window is furnished; `stop` ends what is under way."""

    changed = Signal()  # what is to be remembered

    def __init__(self, parts: Parts, panels: Panels, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: WatchedFoldersSheet | None = None
        self._fetching = Fetching(parts.tasks, panels.messages, parts.adding, window)
        self._handing_over = HandingOver(parts.adding, self._fetching, panels.messages)
        self._dropping = Dropping(DropFrame(parts.themes, window), window)
        self._dropping.dropped.connect(self._handing_over.take)
        commands.paste_asked.connect(self._handing_over.paste)
        commands.address_asked.connect(self._fetching.ask_for_address)
        # Who presses that button in the place of the missing text has answered the question.
        panels.pane.fetch_asked.connect(lambda address: self._fetching.fetch([address]))

        self.watching = Watching(parts.library, parts.tasks, panels.messages)
        self.watching.changed.connect(lambda _: self._show_watched())
        self.watching.looked.connect(lambda _: self._show_watched())
        commands.watched_asked.connect(self.open_watched)

    @property
    def watched(self) -> dict[str, object]:
        """The watched folders as they are remembered."""
        return to_keep(self.watching.folders)

    def begin(self, watched: Mapping[str, object]) -> None:
        """Watch the folders that are remembered."""
        self.watching.watch(folders_of(watched))
        self.watching.changed.connect(lambda _: self.changed.emit())

    def watch_folder(self) -> None:
        """Ask for a folder, and show the watched ones with it."""
        known = self.watching.folders
        self.watching.ask_for_folder(self._sheet or self._window)
        if self.watching.folders != known:
            self.open_watched()

    def open_watched(self) -> None:
        from reader.ui.dialogs.watched_folders import WatchedFoldersSheet

        if self._sheet is None:
            self._sheet = WatchedFoldersSheet(self._window)
            self._sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._sheet.folder_asked.connect(self.watch_folder)
            self._sheet.changed.connect(self.watching.watch)
            self._sheet.finished.connect(self._on_sheet_closed)
        self._show_watched()
        self._sheet.show()
        self._sheet.raise_()

    def stop(self) -> None:
        self.watching.stop()
        self._fetching.stop()

    def _show_watched(self) -> None:
        if self._sheet is not None:
            self._sheet.show_folders(self.watching.folders, self.watching.missing)

    def _on_sheet_closed(self) -> None:
        self._sheet = None
