"""Every command of the window: its menu, its title, its keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

SEPARATOR = "-"


@dataclass(frozen=True)
class Command:
    """A line of a menu; a toggle shows whether it is on.

    The keys of a local one work only in the widgets it is added to: elsewhere Space presses
    a button.
    """

    name: str
    title: str
    keys: tuple[str, ...] = ()
    is_toggle: bool = False
    is_local: bool = False


class Actions(QObject):
    """The commands as QActions by name, in their menus."""

    def __init__(self, window: QWidget, menu_bar: QMenuBar) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._own: set[QAction] = set()
        for name, title, commands in self._table():
            menu = self._menus[name] = menu_bar.addMenu(title)
            for command in commands:
                self._add(menu, command, window)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[str, QAction]]:
        """Each command with the title of its menu."""
        for menu in self._menus.values():
            title = menu.title().replace("&", "")
            yield from ((title, one) for one in menu.actions() if one in self._own)

    def menu(self, name: str) -> QMenu:
        return self._menus[name]

    def _add(self, menu: QMenu, command: Command, window: QWidget) -> None:
        if command.name == SEPARATOR:
            menu.addSeparator()
            return
        action = QAction(command.title, window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.is_toggle)
        if command.is_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            # The window's own too: focus mode hides the menu bar, and its keys with it.
            window.addAction(action)
        menu.addAction(action)
        self._actions[command.name] = action
        self._own.add(action)

    def _table(self) -> list[tuple[str, str, list[Command]]]:
        return [
            ("file", self.tr("&File"), self._file()),
            ("edit", self.tr("&Edit"), self._edit()),
            ("view", self.tr("&View"), self._view()),
            ("clipping", self.tr("&Clipping"), self._clipping()),
            ("go", self.tr("&Go"), self._go()),
            ("help", self.tr("&Help"), self._help()),
        ]

    def _file(self) -> list[Command]:
        return [
            Command("add_files", self.tr("&Add Files…"), ("Ctrl+O",)),
            Command("add_folder", self.tr("Add &Folder…"), ("Ctrl+Shift+O",)),
            Command("add_address", self.tr("Add from the &Web…"), ("Ctrl+Shift+A",)),
            Command("watched", self.tr("Wa&tched Folders…")),
            Command("add_samples", self.tr("Add Two &Samples")),
            Command("report", self.tr("What Came &In…")),
            Command(SEPARATOR, ""),
            Command("rebuild_index", self.tr("&Make the Search Index Anew")),
            Command("clean_outdated", self.tr("&Clean Older Clippings Again")),
            Command(SEPARATOR, ""),
            Command("quit", self.tr("&Quit"), ("Ctrl+Q",)),
        ]

    def _edit(self) -> list[Command]:
        return [
            Command("undo", self.tr("&Undo"), ("Ctrl+Z",)),
            Command("redo", self.tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            Command(SEPARATOR, ""),
            Command("paste", self.tr("Paste as &Clipping"), ("Ctrl+V",)),
            Command(SEPARATOR, ""),
            Command("search", self.tr("&Search the Library"), ("/", "Ctrl+Shift+F")),
            Command("narrow", self.tr("Narro&w the Result…"), ("Ctrl+Shift+N",)),
            Command("save_search", self.tr("Sa&ve the Search"), ("Ctrl+Shift+S",)),
            Command(SEPARATOR, ""),
            Command("find", self.tr("&Find in the Article…"), ("Ctrl+F",)),
            Command("find_next", self.tr("Find &Next"), ("F3", "Ctrl+G")),
            Command("find_previous", self.tr("Find &Previous"), ("Shift+F3", "Ctrl+Shift+G")),
        ]

    def _view(self) -> list[Command]:
        return [
            Command("shelf", self.tr("&Shelf"), ("Ctrl+1",), is_toggle=True),
            Command("list", self.tr("&List"), ("Ctrl+2",), is_toggle=True),
            Command(
                "side", self.tr("&Tags, Note, Marks and Versions"), ("Ctrl+3", "M"), is_toggle=True
            ),
            Command("focus", self.tr("&Focus Mode"), ("F11",), is_toggle=True),
            Command(SEPARATOR, ""),
            Command("larger", self.tr("Lar&ger Letters"), ("Ctrl++", "Ctrl+=")),
            Command("smaller", self.tr("S&maller Letters"), ("Ctrl+-",)),
            Command("usual_size", self.tr("&Usual Size"), ("Ctrl+0",)),
            Command(SEPARATOR, ""),
            Command("palette", self.tr("&Command Palette…"), ("Ctrl+K",)),
        ]

    def _clipping(self) -> list[Command]:
        return [
            Command("star", self.tr("&Star"), ("S",), is_toggle=True),
            Command("archive", self.tr("&Archive"), ("E",), is_toggle=True),
            Command("unread", self.tr("&Unread"), ("U",), is_toggle=True),
            Command(SEPARATOR, ""),
            Command("mark", self.tr("Mark the Selected &Words"), ("H",)),
            Command("caret", self.tr("Select &by Keys"), ("F7",)),
            Command("tag", self.tr("&Tag…"), ("T",)),
            Command("note", self.tr("&Note…"), ("N",)),
            Command(SEPARATOR, ""),
            Command("left_out", self.tr("What Was Le&ft Out…")),
            Command("leave_out", self.tr("&Leave Out This Passage")),
            Command("compare", self.tr("Co&mpare Its Versions")),
            Command("clean_again", self.tr("Clean A&gain")),
            Command(SEPARATOR, ""),
            Command("open_page", self.tr("&Open Its Page on the Web"), ("O",)),
            Command("fetch_pictures", self.tr("Fetch the &Pictures of This Clipping")),
            Command("copy_address", self.tr("&Copy Its Address"), ("Ctrl+Shift+C",)),
            Command(SEPARATOR, ""),
            Command("trash", self.tr("Move to Tras&h"), ("#", "Del")),
            Command("restore", self.tr("&Restore from Trash")),
        ]

    def _go(self) -> list[Command]:
        return [
            Command("back", self.tr("Back &Where You Came From"), ("Alt+Left",)),
            Command("forward", self.tr("&Forward Again"), ("Alt+Right",)),
            Command(SEPARATOR, ""),
            Command("next", self.tr("&Next Clipping"), ("J",)),
            Command("previous", self.tr("&Previous Clipping"), ("K",)),
            Command("scroll", self.tr("Scroll, Then the Next &Unread"), ("Space",), is_local=True),
            Command("scroll_back", self.tr("Scroll &Back"), ("Shift+Space",), is_local=True),
            Command(SEPARATOR, ""),
            Command("go_inbox", self.tr("&Inbox"), ("Alt+1",)),
            Command("go_all", self.tr("&All Clippings"), ("Alt+2",)),
            Command("go_starred", self.tr("&Starred"), ("Alt+3",)),
            Command("go_archive", self.tr("Ar&chive"), ("Alt+4",)),
            Command("go_marks", self.tr("&Marks"), ("Alt+5",)),
            Command("go_trash", self.tr("&Trash"), ("Alt+6",)),
        ]

    def _help(self) -> list[Command]:
        return [
            Command("keys", self.tr("&Keys"), ("?", "F1")),
            Command("search_help", self.tr("What a &Search May Say")),
            Command("about", self.tr("&About Clippings")),
        ]
