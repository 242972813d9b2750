"""Furnish the main window with its panels, and with what works behind them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from reader.library.library import Library
from reader.settings import Settings
from reader.ui.actions import Actions
from reader.ui.adding import Adding
from reader.ui.arrivals import Arrivals
from reader.ui.changing import Changing
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.commands import Commands
from reader.ui.completing import Completing
from reader.ui.dropping import TextAlone
from reader.ui.empty_state import EmptyState
from reader.ui.finding import Finding
from reader.ui.indexing import Indexing
from reader.ui.messages import Messages
from reader.ui.origins import Origins
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.panels.side import SidePanel
from reader.ui.parts import Panels, Parts
from reader.ui.picture_fetching import PictureFetching
from reader.ui.reading.pane import ReadingPane
from reader.ui.recleaning import Recleaning
from reader.ui.relating import Relating
from reader.ui.remembered import remembered_page_style
from reader.ui.saving import Saving
from reader.ui.sheets import Sheets
from reader.ui.showing import Showing
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes
from reader.ui.ways_in import WaysIn


@dataclass(frozen=True)
class Furniture:
    """All that stands in a window."""

    panels: Panels
    parts: Parts
    empty: EmptyState
    indexing: Indexing
    commands: Commands
    sheets: Sheets
    arrivals: Arrivals
    origins: Origins
    pictures: PictureFetching
    ways_in: WaysIn


def furnish(
    window: QMainWindow, library: Library, tasks: Tasks, themes: Themes, settings: Settings
) -> Furniture:
    """Make the panels and the parts; the window lays them out and joins them."""
    panels = _panels(window, themes, settings)
    changing = Changing(library, tasks, panels.messages)
    finding = Finding(library, tasks, panels.list, panels.shelf)
    showing = Showing(library, tasks, changing, panels.pane, panels.side)
    parts = Parts(
        library,
        tasks,
        themes,
        Actions(window, window.menuBar()),
        changing,
        finding,
        showing,
        Adding(library, tasks, panels.messages),
        Recleaning(library, tasks, panels.messages),
        Saving(library, tasks, changing, finding),
        Completing(library, tasks, panels.list),
        Relating(library, tasks, showing, panels.side),
    )
    parts.saving.join(panels.list, panels.shelf)
    commands = Commands(parts, panels, window)
    furniture = Furniture(
        panels,
        parts,
        EmptyState(themes),
        Indexing(library, tasks, panels.messages),
        commands,
        Sheets(parts, panels, window),
        Arrivals(parts.adding, window),
        Origins(parts, panels, window),
        PictureFetching(parts, panels, window),
        WaysIn(parts, panels, commands, window),
    )
    for panel in (panels.list, panels.side, panels.pane):
        _take_no_files(panel)
    return furniture


def _panels(window: QMainWindow, themes: Themes, settings: Settings) -> Panels:
    messages = Messages(window)
    window.statusBar().addWidget(messages, 1)
    return Panels(
        ShelfPanel(themes, window),
        ListPanel(themes, window),
        ReadingPane(themes, remembered_page_style(settings)),
        SidePanel(themes, window),
        messages,
    )


def _take_no_files(panel: QWidget) -> None:
    """A field would take the name of a dropped file as text; the window takes the file."""
    for line in panel.findChildren(QLineEdit):
        TextAlone(line)
    for kind in (QTextEdit, QPlainTextEdit):
        for field in panel.findChildren(kind):
            TextAlone(field.viewport())
