"""The program as a whole: it starts, it tells what is wrong, it ends."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pages_made import write_story
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader import app, paths
from reader.errors import LibraryUnreadable
from reader.library.library import Library
from reader.settings import load_settings
from reader.ui.dialogs.fault import FaultDialog
from reader.ui.main_window import MainWindow


@pytest.fixture
def one_app(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """The one QApplication that a process can have, and what the program changes of the process."""
    monkeypatch.setattr(app, "_make_app", lambda: qapp)
    log = logging.getLogger()
    hook, handlers, level = sys.excepthook, set(log.handlers), log.level
    yield qapp
    sys.excepthook = hook
    log.setLevel(level)
    for handler in set(log.handlers) - handlers:
        log.removeHandler(handler)
        handler.close()


def run(arguments: list[str], when: Callable[[MainWindow], bool]) -> int:
    """Run the window, and close it as soon as the claim holds of it."""
    clock = QTimer(interval=10)

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window._has_begun and when(window):
                window.close()

    clock.timeout.connect(look)
    clock.start()
    return app.run_window(arguments)


def test_the_window_opens_adds_the_files_it_was_given_and_remembers_them(
    one_app: QApplication, tmp_path: Path
) -> None:
    page = write_story(tmp_path / "lamp.html", "The lamp")
    folder = tmp_path / "library"

    def is_shown(window: MainWindow) -> bool:
        clipping = window._parts.showing.clipping
        return clipping is not None and clipping.article.title == "The lamp"

    assert run(["--library", str(folder), str(page)], is_shown) == 0
    kept = load_settings(paths.settings_folder())
    library = Library(folder)
    assert library.clipping(kept.clipping).article.title == "The lamp"
    library.close()
    assert (paths.log_folder() / "clippings.log").exists()


def test_a_library_that_cannot_be_opened_is_told_of_in_one_box(
    one_app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.db").write_text("This is no database, but it is long. " * 99)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", staticmethod(lambda *said: told.append(said[2])))
    assert app.run_window(["--library", str(tmp_path / "library")]) == 1
    assert len(told) == 1
    with pytest.raises(LibraryUnreadable) as refused:
        Library(tmp_path / "library")
    assert told == [str(refused.value)]


def test_a_bug_is_logged_and_shown_with_its_trace(
    one_app: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    app._catch_faults()
    error = KeyError("a bug")
    sys.excepthook(KeyError, error, None)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)]
    assert any(one.isVisible() for one in dialogs)
    assert "a bug" in caplog.text
    for dialog in dialogs:
        dialog.close()


def test_a_bug_that_comes_again_and_again_is_shown_once_and_logged_each_time(
    one_app: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    app._catch_faults()
    for number in range(3):
        sys.excepthook(KeyError, KeyError(f"bug {number}"), None)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)]
    assert sum(one.isVisible() for one in dialogs) == 1
    assert all(f"bug {number}" in caplog.text for number in range(3))
    for dialog in dialogs:
        dialog.close()


def test_without_a_screen_the_program_says_what_works_without_one(tmp_path: Path) -> None:
    without = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    order = [sys.executable, "-m", "reader", "--library", str(tmp_path)]
    if not sys.platform.startswith("linux"):
        pytest.skip("Other systems always have a screen.")
    ran = subprocess.run(order, env=without, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 1
    assert "clippings --help" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_window_on_an_empty_library_loads_neither_parser_nor_network(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from reader import app\n"
        "from reader.ui.main_window import MainWindow\n"
        "begin = MainWindow.begin\n"
        "def begun(window, *parts):\n"
        "    begin(window, *parts)\n"
        "    slow = ('bs4', 'lxml', 'http', 'ssl', 'imagesize', 'whoosh', 'warcio')\n"
        "    print([name for name in slow if name in sys.modules])\n"
        "    QTimer.singleShot(0, QApplication.quit)\n"
        "MainWindow.begin = begun\n"
        f"app.run_window(['--library', {str(tmp_path / 'library')!r}])\n"
    )
    homes = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **homes}, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
