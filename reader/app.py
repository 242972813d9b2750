"""Put the parts together and open the window."""

import argparse
import logging
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import paths
from reader.errors import ReaderError
from reader.settings import load_settings, save_settings
from reader.ui.garbage import Sweeper
from reader.ui.main_window import MainWindow
from reader.ui.one_window import OneWindow, hand_over
from reader.ui.tasks import Tasks
from reader.ui.theme import Themes, load_fonts

if TYPE_CHECKING:
    from reader.library.library import Library

MOST_WORKERS = 4
LARGEST_LOG = 1024 * 1024

_log = logging.getLogger(__name__)


def run_window(arguments: list[str]) -> int:
    """Open the window on a library, with files to add; returns the exit code."""
    asked = _parse(arguments)
    folder = paths.library_folder(asked.library)
    if not _has_display():
        print(
            "Clippings needs a screen to open its window, and none is set in DISPLAY or "
            "WAYLAND_DISPLAY; “clippings --help” tells what works without one.",
            file=sys.stderr,
        )
        return 1
    app = _make_app()
    if hand_over(folder, asked.files):
        return 0
    load_fonts(paths.resources_folder())
    themes = Themes(paths.resources_folder())
    settings = load_settings(paths.settings_folder())
    themes.choose(settings.theme)
    window = MainWindow(themes, settings)
    window.fit(app.primaryScreen().availableSize())
    sitting = Sitting(window, folder, settings.search_memory_mb)
    # What is seen comes first; the library is opened when the window stands.
    window.seen.connect(lambda: sitting.begin(asked.files))
    window.show()
    code = app.exec()
    sitting.end()
    return code


class Sitting:
    """From the opening of the library to the closing of the window."""

    def __init__(self, window: MainWindow, folder: Path, search_memory: int) -> None:
        self._window = window
        self._folder = folder
        self._search_memory = search_memory
        self._library: Library | None = None
        self._tasks = Tasks()
        self._sweeper = Sweeper()

    def begin(self, files: list[Path]) -> None:
        """Open the library and add the files; where it cannot be opened, say so and leave."""
        from reader.library.library import Library

        _keep_log()
        _catch_faults()
        self._tasks.broke.connect(
            lambda error: sys.excepthook(type(error), error, error.__traceback__)
        )
        try:
            # One core is the window's.
            workers = max(1, min(MOST_WORKERS, (os.cpu_count() or 2) - 1))
            own = paths.state_folder()
            self._library = Library(self._folder, workers, own, self._search_memory)
        except ReaderError as error:
            QMessageBox.critical(self._window, paths.NAME, str(error))
            QApplication.exit(1)
            return
        for told in (self._window.closed, self._window.settings_changed):
            told.connect(lambda now: save_settings(paths.settings_folder(), now))
        self._window.begin(self._library, self._tasks)
        self._door = OneWindow(self._folder)
        self._door.called.connect(self._window.come_forward)
        self._window.add_files([file.absolute() for file in files])

    def end(self) -> None:
        """Wait for what is being written."""
        self._tasks.finish()
        if self._library is not None:
            self._library.close()
        self._sweeper.stop()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="clippings", description="Open the window.")
    parser.add_argument("files", nargs="*", type=Path, help="saved pages to add")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
    return parser.parse_args(arguments)


def _has_display() -> bool:
    """Qt ends the whole process where it finds no screen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _make_app() -> QApplication:
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # It says so of each script that the bundled faces leave to the system's.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = QApplication(sys.argv[:1])
    app.setApplicationName(paths.NAME)
    app.setApplicationDisplayName(paths.NAME)
    app.setDesktopFileName("org.clippings.Reader")
    app.setStyle("Fusion")
    app.setWindowIcon(_icon())
    return app


def _icon() -> QIcon:
    icon = QIcon()
    for size in (16, 32, 48, 128):
        icon.addFile(str(paths.resources_folder() / "desktop" / "icons" / f"{size}.png"))
    return icon


def _keep_log() -> None:
    from logging.handlers import RotatingFileHandler  # loads a network's worth of modules

    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "clippings.log", maxBytes=LARGEST_LOG, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def _catch_faults() -> None:
    """The one place where bugs end up: written to the log and shown, with a way to copy them."""

    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from reader.ui.dialogs.fault import FaultDialog

        _log.critical("A fault", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        # What fails while it is painted fails again and again.
        windows = QApplication.topLevelWidgets()
        if any(isinstance(one, FaultDialog) and one.isVisible() for one in windows):
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        FaultDialog(details, QApplication.activeWindow()).show()

    sys.excepthook = on_fault
