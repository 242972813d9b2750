"""Measure how long the window stands still while searches are typed letter by letter.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.typing_smoothness ARTICLES N

fills a library with N articles of a corpus and types twenty queries of three words.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.library.library import Library
from reader.paths import resources_folder
from reader.settings import Settings
from reader.ui.garbage import Sweeper
from reader.ui.main_window import MainWindow
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes, load_fonts

from .filled_library import fill, read_articles

QUERIES = 20
BETWEEN_LETTERS = 0.08  # seconds


class Loop:
    """Runs the window's event loop, and notes how long each round took."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.rounds: list[float] = []
        self.own: list[float] = []  # what the window itself worked, of each round

    def run(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (start := time.perf_counter()) < end:
            worked = time.thread_time()
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            self._note(start, worked)
            time.sleep(0.0005)

    def press(self, letter: str) -> None:
        start, worked = time.perf_counter(), time.thread_time()
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)
        self._note(start, worked)

    def _note(self, start: float, worked: float) -> None:
        self.rounds.append((time.perf_counter() - start) * 1000)
        self.own.append((time.thread_time() - worked) * 1000)


def measure(articles: Path, many: int) -> None:
    app = QApplication([])
    app.setStyle("Fusion")
    load_fonts(resources_folder())
    themes = Themes(resources_folder())
    themes.choose("paper")
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library")
        fill(library, articles, many)
        library.update_index()
        tasks, sweeper = Tasks(), Sweeper()
        window = MainWindow(themes, Settings(shelf="all"))
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        loop = Loop(app)
        loop.run(0.3)
        window.begin(library, tasks)
        loop.run(2.0)
        loop.rounds.clear()
        loop.own.clear()
        _type(window, loop, _queries(articles))
        _tell("wall", loop.rounds)
        _tell("CPU of the window's thread", loop.own)
        window.close()
        tasks.finish()
        sweeper.stop()
        library.close()


def _type(window: MainWindow, loop: Loop, queries: Sequence[str]) -> None:
    search = window._parts.actions["search"]
    for query in queries:
        search.trigger()
        window._panels.list._search.clear()
        loop.run(0.2)
        for letter in query:
            loop.press(letter)
            loop.run(BETWEEN_LETTERS)
        loop.run(0.4)


def _queries(articles: Path) -> list[str]:
    """Three words of one article each, so that there is something to find."""
    found = []
    for one in islice(read_articles(articles), QUERIES):
        words = [word.strip(".,“”") for word in one["text"].split() if len(word) > 3]
        found.append(" ".join(words[:30:10]))
    return found


def _tell(name: str, rounds: Sequence[float]) -> None:
    ordered = sorted(rounds)
    over = sum(one > 50 for one in ordered)
    share = ordered[int(len(ordered) * 0.999)]
    sys.stdout.write(
        f"{name}: rounds {len(ordered)}, 99.9th percentile {share:.1f} ms, "
        f"longest {ordered[-1]:.1f} ms, longer than 50 ms: {over}\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.typing_smoothness")
    parser.add_argument("articles", type=Path)
    parser.add_argument("many", type=int)
    asked = parser.parse_args()
    measure(asked.articles, asked.many)
