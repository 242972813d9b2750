"""Parts: what a window is put together from."""

from dataclasses import dataclass

from reader.library.library import Library
from reader.ui.actions import Actions
from reader.ui.adding import Adding
from reader.ui.changing import Changing
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.completing import Completing
from reader.ui.finding import Finding
from reader.ui.messages import Messages
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.panels.side import SidePanel
from reader.ui.reading.pane import ReadingPane
from reader.ui.recleaning import Recleaning
from reader.ui.relating import Relating
from reader.ui.saving import Saving
from reader.ui.showing import Showing
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes


@dataclass(frozen=True)
class Panels:
    """What the reader sees."""

    shelf: ShelfPanel
    list: ListPanel
    pane: ReadingPane
    side: SidePanel
    messages: Messages


@dataclass(frozen=True)
class Parts:
    """What works behind it."""

    library: Library
    tasks: Tasks
    themes: Themes
    actions: Actions
    changing: Changing
    finding: Finding
    showing: Showing
    adding: Adding
    recleaning: Recleaning
    saving: Saving
    completing: Completing
    relating: Relating
