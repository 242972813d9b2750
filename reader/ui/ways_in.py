"""Join every way by which pages come into the window: dropped, pasted, fetched."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.ui.commands import Commands
from reader.ui.drop_frame import DropFrame
from reader.ui.dropping import Dropping
from reader.ui.fetching import Fetching
from reader.ui.handing_over import HandingOver
from reader.ui.parts import Panels, Parts


class WaysIn(QObject):
    """Made once the window is furnished; `stop` ends what is under way."""

    def __init__(self, parts: Parts, panels: Panels, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._fetching = Fetching(parts.tasks, panels.messages, parts.adding, window)
        self._handing_over = HandingOver(parts.adding, self._fetching, panels.messages)
        self._dropping = Dropping(DropFrame(parts.themes, window), window)
        self._dropping.dropped.connect(self._handing_over.take)
        commands.paste_asked.connect(self._handing_over.paste)
        commands.address_asked.connect(self._fetching.ask_for_address)

    def stop(self) -> None:
        self._fetching.stop()
