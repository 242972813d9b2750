"""Drive the real window through its main states, and save a PNG of each."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader import paths
from reader.articles.quote import quote_of
from reader.clipping import Colour, Found, Outcome, Search
from reader.library.finding import GoOn, go_on
from reader.library.library import Library
from reader.library.versioning import differences
from reader.settings import Settings
from reader.ui.dialogs.compare_sheet import CompareSheet
from reader.ui.dialogs.import_report import ImportReport
from reader.ui.dialogs.recognised_sheet import RecognisedSheet
from reader.ui.main_window import MainWindow
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes, load_fonts

from .comings import BELL, FOUND, LINK, bell, save_bell, save_links
from .pages import save_pages

PATIENCE = 60  # seconds
SEARCHES_TAKE = 3.0  # milliseconds, whatever the machine
TIDE = "The library that goes out with the tide"
TRAIN = "The night train learns to wait"
LAMP = "Маяк, который светит внутрь"
OASIS = "مكتبة على ظهر جمل تعود إلى الواحة"
SMALL = (1280, 800)
LARGE = (3840, 2160)


class Studio:
    """A window over a library of its own, and what is needed to take its picture."""

    def __init__(self, home: Path, out: Path, size: tuple[int, int], ending: str = "") -> None:
        self._home, self._out, self._ending = home, out, ending
        self.themes = Themes(paths.resources_folder())
        self.themes.choose("paper")
        self.library = SteadyLibrary(home / "library")
        self.tasks = Tasks()
        self.tasks.broke.connect(_raise)
        settings = Settings(order="newest", shelf="all")
        self.window = MainWindow(self.themes, settings)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.begin(self.library, self.tasks)
        self.panels = self.window._panels
        self.actions = self.window._parts.actions
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way any more, in the window and behind it."""
        pane, view = self.panels.pane, self.panels.list.view
        sheet, reading = pane._sheet, self.window._parts.showing._read_timer

        def is_still() -> bool:
            is_read = sheet.page is None or sheet.is_whole
            # What has been open for a while becomes read, and the rows say so.
            is_told = not reading.isActive() and not view._fetch.isActive()
            return self.tasks.is_idle and is_read and is_told

        self.wait(is_still)
        # Pictures are decoded in a pool that tells nobody when it has no more to do.
        still_until = time.monotonic() + 0.6
        self.wait(lambda: time.monotonic() > still_until)
        self.wait(is_still)

    def wait(self, claim: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not claim():
            if time.monotonic() > end:
                raise TimeoutError("The window did not come to rest.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def fill(self) -> None:
        """Bring in the pages, and let the reader have been at work on them."""
        samples = sorted((paths.resources_folder() / "samples").glob("*.html"))
        pages = save_pages(self._home / "pages")
        outcomes = [one for page in (*pages, *samples) for one in self.library.add([page])]
        self._work_on({one.title: one.id for one in outcomes})
        self.library.update_index()
        self.window._parts.finding.refresh()
        self.window._parts.showing.show_known_tags()
        self.settle()

    def open(self, title: str) -> None:
        model, view = self.panels.list.model, self.panels.list.view
        ids = {card.title: id_ for id_ in model.ids if (card := model.card_of(id_))}
        view.select(ids[title])
        self.settle()

    def search(self, words: str) -> None:
        self.panels.list._search.setText(words)
        self.settle()

    def take(self, name: str, *over: QWidget) -> None:
        """Save the window, with what lies over it in its middle."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for sheet in over:
            painter.fillRect(self.window.rect(), QColor(0, 0, 0, 70))
            room, size = self.window.size(), sheet.size()
            left, top = room.width() - size.width(), room.height() - size.height()
            painter.drawPixmap(QPoint(left // 2, top // 2), sheet.grab())
        painter.end()
        self._save(picture, name)

    def close(self) -> None:
        self.window.close()
        self.tasks.finish()
        self.library.close()

    def _save(self, picture: QPixmap, name: str) -> None:
        file = self._out / f"{name}{self._ending}.png"
        picture.save(str(file), "PNG", 0)
        sys.stdout.write(f"{file}\n")

    def _work_on(self, ids: dict[str, str]) -> None:
        library = self.library
        library.tag([ids[TIDE]], ["coast/libraries", "to quote"])
        library.tag([ids[TRAIN], ids["Au marché de nuit, on paie en histoires"]], ["slow"])
        library.tag([ids[OASIS]], ["coast"])
        library.note(
            ids[TIDE],
            "For the piece on *slow places*.\n\n- ask Ms Marsh how many slips there are\n"
            "- who copies them out?",
        )
        library.star([ids[TIDE], ids[LAMP]])
        library.read([ids[TIDE], ids[LAMP], ids[OASIS]])
        marks = (
            ("the driver rings her bell twice", Colour.YELLOW, ""),
            ("There is no signal, the kettle is always warm", Colour.GREEN, "The best sentence."),
            ("the long novels are read in fog", Colour.BLUE, ""),
        )
        text = library.clipping(ids[TIDE]).article.text
        for words, colour, note in marks:
            quote = quote_of(text, words)
            assert quote is not None, words
            library.mark(ids[TIDE], quote, note, colour)


class SteadyLibrary(Library):
    """A library whose searches take the same time on every machine."""

    def find(self, search: Search, go_on: GoOn = go_on) -> Found:
        return replace(super().find(search, go_on), milliseconds=SEARCHES_TAKE)


def take_small(studio: Studio) -> None:
    """All the states."""
    studio.panels.messages.show_total("Library: /home/reader/.local/share/Clippings")
    studio.take("empty")
    studio.fill()
    studio.open(TIDE)
    studio.take("library")
    studio.open(OASIS)
    studio.take("right-to-left")
    _take_reading(studio)
    studio.actions["search"].trigger()
    studio.search("bridge")
    studio.panels.list.view.select_next()
    studio.take("search")
    _take_finding(studio)
    studio.search("")
    _take_marks(studio)
    _take_dark(studio)
    _take_over(studio)


def take_large(studio: Studio) -> None:
    """What a reader sees most, on a screen with many points."""
    studio.fill()
    studio.open(TIDE)
    studio.take("library")
    _take_reading(studio)


def _take_reading(studio: Studio) -> None:
    studio.open(TRAIN)
    studio.panels.pane.scroll_on()
    studio.take("reading")


def _take_finding(studio: Studio) -> None:
    """What helps to find: facets, a saved search, offers, hints, help, what is related."""
    panels, parts = studio.panels, studio.window._parts
    studio.actions["narrow"].trigger()
    studio.take("facets")
    panels.list.close_facets()
    parts.saving.save()
    studio.settle()
    QTest.keyClick(QApplication.focusWidget() or studio.window, Qt.Key.Key_Escape)
    studio.actions["side"].setChecked(True)
    studio.take("related")
    studio.actions["side"].setChecked(False)
    studio.actions["go_all"].trigger()
    for name, typed in (("offers", "li"), ("meant", "libary"), ("unread", "bus published:someday")):
        studio.actions["search"].trigger()
        panels.list._search.clear()
        QTest.keyClicks(panels.list._search, typed)
        studio.take(name)
    panels.list.open_help()
    sheet = panels.list._sheet
    assert sheet is not None
    studio.take("search-help", sheet)
    sheet.close()


def _take_marks(studio: Studio) -> None:
    studio.open(TIDE)
    studio.actions["shelf"].setChecked(False)
    studio.actions["side"].setChecked(True)
    studio.panels.list.focus_list()
    studio.panels.pane._column.verticalScrollBar().setValue(700)
    studio.take("marks")
    studio.themes.choose("dark")
    studio.take("marks-dark")
    studio.themes.choose("paper")
    studio.actions["side"].setChecked(False)
    studio.actions["shelf"].setChecked(True)
    studio.settle()


def _take_dark(studio: Studio) -> None:
    studio.open(LAMP)
    for theme in ("dark", "sepia", "black"):
        studio.themes.choose(theme)
        studio.take(theme)
    studio.themes.choose("paper")
    studio.open(TRAIN)
    studio.panels.pane._column.verticalScrollBar().setValue(0)
    studio.actions["focus"].trigger()
    studio.take("focus")
    studio.actions["focus"].trigger()
    studio.settle()


def _take_over(studio: Studio) -> None:
    """What lies over the window."""
    studio.actions["palette"].trigger()
    studio.window._sheets._palette._field.setText("st")  # type: ignore[attr-defined]
    studio.take("palette")
    studio.window._sheets._palette.close_again()  # type: ignore[attr-defined]
    report = ImportReport(_outcomes(studio), studio.window)
    report.show()
    studio.take("report", report)
    report.close()
    _take_coming_in(studio)
    for name in ("keys", "about"):
        studio.actions[name].trigger()
        (sheet,) = (one for one in studio.window.findChildren(QDialog) if one.isVisible())
        studio.take(name, sheet)
        sheet.close()


def _take_coming_in(studio: Studio) -> None:
    """The question before a library comes in, what comes of it, and a page that came twice."""
    question = RecognisedSheet(FOUND, studio.window)
    question.show()
    studio.take("recognised", question)
    question.close()
    comings = [save_links(studio._home / "links.csv"), *save_bell(studio._home / "bell")]
    for one in comings:
        list(studio.library.add([one]))
    studio.library.update_index()
    studio.window._parts.finding.refresh()
    studio.settle()
    studio.actions["side"].setChecked(True)
    work = studio.panels.messages.start_work("Adding", can_pause=True)
    work.set_progress(1204, 3000, "part_000000.csv")
    work.pause()
    studio.open(LINK)
    studio.take("link")
    work.finish()
    studio.open(BELL)
    studio.take("versions")
    for theme in ("paper", "dark"):
        studio.themes.choose(theme)
        sheet = CompareSheet(BELL, ("14 October 2026", "17 October 2026"), studio.themes)
        sheet.show_differences(tuple(differences(bell(), bell(is_later=True))))
        sheet.show()
        studio.take("compare" if theme == "paper" else "compare-dark", sheet)
        sheet.close()
    studio.themes.choose("paper")
    studio.actions["side"].setChecked(False)
    studio.settle()


def _outcomes(studio: Studio) -> list[Outcome]:
    """What an import of a mixed folder tells, without the folder that this run has."""
    folder = studio._home / "mixed"
    folder.mkdir()
    (folder / "empty.html").write_text("")
    (folder / "holiday.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "only a menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav>")
    pages = [folder, *sorted((studio._home / "pages").glob("*.html"))[:5]]
    told = studio.library.add(pages)
    return [replace(one, path=Path("/home/reader/Downloads") / one.path.name) for one in told]


def _raise(error: BaseException) -> None:
    raise error


def _run(out: Path, pixels: tuple[int, int], scale: int) -> None:
    """In a process of its own: Qt learns but once how large a point is."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        width, height = pixels
        screens = [{"name": "one", "x": 0, "y": 0, "width": width, "height": height}]
        screen.write_text(json.dumps({"screens": screens}))
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(scale),
            "QT_QPA_UPDATE_IDLE_TIME": "0",
        }
        order = [sys.executable, "-m", "tests.pictures.take", str(out), "--scale", str(scale)]
        subprocess.run(order, env=environment, check=True)


def _take(out: Path, scale: int) -> None:
    app = QApplication([])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)  # a caret that comes and goes would make each picture another
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    load_fonts(paths.resources_folder())
    with tempfile.TemporaryDirectory() as folder:
        if scale == 1:
            studio = Studio(Path(folder), out, SMALL)
            take_small(studio)
        else:
            size = (LARGE[0] // scale, LARGE[1] // scale)
            studio = Studio(Path(folder), out, size, "-4k")
            take_large(studio)
        studio.close()


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures.take")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", type=int)
    asked = parser.parse_args(arguments)
    out = asked.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    if asked.scale:
        _take(out, asked.scale)
        return
    _run(out, SMALL, 1)
    _run(out, LARGE, 2)


if __name__ == "__main__":
    main(sys.argv[1:])
