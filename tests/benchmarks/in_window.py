"""What is measured inside a process of its own; prints one line of JSON."""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.ui.main_window import MainWindow
    from reader.ui.tasks import Tasks

WARM_UP, OPENED = 50, 250
PULSE = 5  # milliseconds


def bare() -> None:
    """The least a PySide6 program can do: an empty window."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            _tell(shown=time.time(), memory=_memory())
            app.quit()

    app = QApplication([])
    window = Window()
    window.show()
    app.exec()


def start(library: Path) -> None:
    """From the start of the process until the window is seen, then until its rows are."""
    told: dict[str, object] = {}

    def on_filled(window: "MainWindow") -> None:
        told.setdefault("filled", time.time())
        told.setdefault("memory", _memory())
        _tell(**told)
        window.close()

    _open(library, lambda _: told.setdefault("shown", time.time()), on_filled)


def memory(library: Path) -> None:
    """How much more is held after many clippings were opened."""
    from PySide6.QtWidgets import QApplication

    def on_filled(window: "MainWindow") -> None:
        ids = window._panels.list.model.ids
        marks = []
        # The second time round: what rows and the database keep of them is there already.
        for turn in (ids[:WARM_UP], ids[WARM_UP:OPENED], ids[WARM_UP:OPENED]):
            for id_ in turn:
                show(window, id_)
            gc.collect()
            marks.append(_memory())
        _tell(memory=marks)
        window.close()

    def show(window: "MainWindow", id_: str) -> None:
        parts, pane = window._parts, window._panels.pane
        window._panels.list.view.select(id_)
        while not (
            parts.showing.clipping is not None
            and parts.showing.clipping.id == id_
            and pane._sheet.is_whole
            and parts.tasks.is_idle
        ):
            QApplication.processEvents()

    _open(library, lambda _: None, on_filled)


def adding(library: Path, pages: Path) -> None:
    """How long the event loop stands still while a folder comes in."""
    from PySide6.QtCore import Qt, QTimer

    gaps: list[float] = []
    pulse = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=PULSE)
    last = time.perf_counter()

    def on_pulse() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000 - PULSE)
        last = now

    def on_painted(window: "MainWindow") -> None:
        nonlocal last
        began = time.perf_counter()
        cpu = time.process_time()

        def on_ended(outcomes: tuple[object, ...]) -> None:
            pulse.stop()
            _tell(
                gaps=sorted(gaps, reverse=True)[:10],
                pages=len(outcomes),
                seconds=time.perf_counter() - began,
                cpu=time.process_time() - cpu,
            )
            QTimer.singleShot(0, window.close)

        pulse.timeout.connect(on_pulse)
        window._parts.adding.ended.connect(on_ended)
        last = time.perf_counter()
        pulse.start()
        window.add_files([pages])

    _open(
        library, lambda window: QTimer.singleShot(500, lambda: on_painted(window)), lambda _: None
    )


def _open(
    library: Path,
    on_painted: "Callable[[MainWindow], object]",
    on_filled: "Callable[[MainWindow], object]",
) -> None:
    """Start the program as its command does, telling when it is seen and when it is filled."""
    from PySide6.QtGui import QPaintEvent

    from reader import app
    from reader.ui.main_window import MainWindow

    class Window(MainWindow):
        is_seen = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            if not self.is_seen:
                self.is_seen = True
                on_painted(self)

        def begin(self, library: "Library", tasks: "Tasks") -> None:
            super().begin(library, tasks)
            model = self._panels.list.model
            filled = model.dataChanged.connect(lambda *_: fill())

            def fill() -> None:
                model.dataChanged.disconnect(filled)
                on_filled(self)

    vars(app)["MainWindow"] = Window  # the one that watches itself
    app.run_window(["--library", str(library)])


def _memory() -> dict[str, float]:
    """Resident and proportional size in MB, where the system tells."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    except OSError:
        return {}
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.endswith("kB")}
    return {name: int(sizes[name]) / 1024 for name in ("Rss", "Pss")}


def _tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    name, *folders = sys.argv[1:]
    measures: dict[str, Callable[..., None]] = {
        "bare": bare,
        "start": start,
        "memory": memory,
        "adding": adding,
    }
    measures[name](*map(Path, folders))
