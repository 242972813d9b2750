"""Put a real window together for the tests, as the program does."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.clipping import Additions, Search, Shelf
from reader.library.library import Library
from reader.paths import resources_folder
from reader.settings import load_settings, save_settings
from reader.ui.garbage import Sweeper
from reader.ui.main_window import MainWindow
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes, load_fonts

PATIENCE = 20_000  # milliseconds: how long a slow machine may take for anything


class Sitting:
    """From one start of the program to its end; a folder holds library and settings."""

    def __init__(self, folder: Path, themes: Themes, qtbot: QtBot) -> None:
        self.themes = themes
        self._qtbot = qtbot
        self._settings_folder = folder / "settings"
        self.library = Library(folder / "library")
        self.tasks = Tasks()
        self._sweeper = Sweeper()
        self.tasks.broke.connect(_raise)
        settings = load_settings(self._settings_folder)
        self.window = MainWindow(themes, settings)
        for told in (self.window.closed, self.window.settings_changed):
            told.connect(lambda now: save_settings(self._settings_folder, now))
        self._is_open = True
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        # Focus is where keys go.
        self.wait(self.window.isActiveWindow)
        self.window.begin(self.library, self.tasks)
        self.parts = self.window._parts
        self.panels = self.window._panels
        self.view = self.panels.list.view
        self.settle()

    def wait(self, claim: Callable[[], object]) -> None:
        """Until the claim holds; a claim that never does fails the test."""
        self._qtbot.waitUntil(lambda: bool(claim()), timeout=PATIENCE)

    def pause(self, seconds: float) -> None:
        """Let the window go on for a while in which nothing is to happen."""
        until = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > until)

    def settle(self) -> None:
        """Until nothing that was begun is under way."""
        fetch = self.view._fetch
        self.wait(lambda: self.tasks.is_idle and not fetch.isActive())

    def end(self) -> None:
        """Close the window and the library, as leaving the program does."""
        if self._is_open:
            self._is_open = False
            self.window.close()
            self.tasks.finish()
            self.library.close()
            self.window.deleteLater()
            self._sweeper.stop()

    def drop(self, *files: Path) -> None:
        """Let go of files over the window."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        self.let_go(carried)

    def let_go(self, carried: QMimeData) -> None:
        """Let go of anything over the window."""
        button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy, place = Qt.DropAction.CopyAction, QPointF(600, 300)
        enters = QDragEnterEvent(place.toPoint(), copy, carried, button, no_key)
        QApplication.sendEvent(self.window, enters)
        assert enters.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(place, copy, carried, button, no_key))

    def add(self, *files: Path) -> None:
        """Add files, and wait until they are rows."""
        with self._qtbot.waitSignal(self.parts.adding.ended, timeout=PATIENCE):
            self.window.add_files(files)
        self.settle()

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifier)

    def type(self, text: str) -> None:
        """Press the keys of these letters, one after the other."""
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def titles(self) -> list[str]:
        """What the rows of the list say, as far as their cards are here."""
        model = self.panels.list.model
        cards = [model.card_of(id_) for id_ in model.ids]
        return [card.title if card else "" for card in cards]

    @property
    def text(self) -> str:
        """The words in the reading pane."""
        return self.panels.pane._column.toPlainText() if self.shown else ""

    @property
    def shown(self) -> str:
        """The title of the clipping that is open."""
        clipping = self.parts.showing.clipping
        return clipping.article.title if clipping else ""

    @property
    def said(self) -> str:
        return self.panels.messages.message

    def open(self, title: str) -> None:
        """Stand on the clipping of this title, and wait for its words."""
        self.wait(lambda: title in self.titles)
        self.view.select(self.panels.list.model.ids[self.titles.index(title)])
        self.wait_for_page(title)

    def wait_for_page(self, title: str) -> None:
        """Until this story stands whole in the reading pane."""
        self.wait(lambda: self.shown == title and self.panels.pane._sheet.is_whole)

    def go_to(self, shelf: Shelf) -> None:
        self.parts.actions[f"go_{shelf.value}"].trigger()
        self.settle()

    def kept(self, title: str) -> Additions:
        """What the library holds of the reader's, for the clipping of this title."""
        return self.library.clipping(self.id_of(title)).additions

    def id_of(self, title: str) -> str:
        everywhere = (Shelf.ALL, Shelf.TRASH)
        ids = [id_ for shelf in everywhere for id_ in self.library.find(Search("", shelf)).ids]
        return next(card.id for card in self.library.cards(ids) if card.title == title)


SitDown = Callable[[], Sitting]


def sittings(folder: Path, qtbot: QtBot) -> Iterator[SitDown]:
    """Start the program on one and the same folder, as often as is asked; end it after."""
    load_fonts(resources_folder())
    themes = Themes(resources_folder())
    themes.choose("paper")
    begun: list[Sitting] = []

    def sit_down() -> Sitting:
        begun.append(Sitting(folder, themes, qtbot))
        return begun[-1]

    yield sit_down
    for sitting in begun:
        sitting.end()


def _raise(error: BaseException) -> None:
    raise error
