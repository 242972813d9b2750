"""Drag a page, a selection and a link from another process's window onto the program's.

Needs a display of its own, xdotool, and nothing else on that display:

    xvfb-run -a -s "-screen 0 1500x900x24" python -m tests.benchmarks.real_drag
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

WITHIN = 60  # seconds for anything
SOURCE = (10, 10, 180, 120)  # where the other window stands
TARGET = (220, 10)
OVER = (780, 430)  # over the reading pane
ADDRESS = "https://news.example/2026/lamp"


def carry(kind: str, file: str) -> None:
    """Be the other process: a window that what is asked for can be dragged out of."""
    from pages_made import story_page
    from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
    from PySide6.QtGui import QDrag, QMouseEvent
    from PySide6.QtWidgets import QApplication, QLabel

    class Source(QLabel):
        def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
            if not event.buttons() & Qt.MouseButton.LeftButton:
                return
            drag, carried = QDrag(self), QMimeData()
            if kind == "file":
                carried.setUrls([QUrl.fromLocalFile(file)])
            elif kind == "selection":
                carried.setData("text/html", QByteArray(story_page("Out of a selection").encode()))
                carried.setText("Out of a selection")
            else:
                carried.setUrls([QUrl(ADDRESS)])
            drag.setMimeData(carried)
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)

    app = QApplication([])
    source = Source(f"drag the {kind}")
    source.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint)
    source.setGeometry(*SOURCE)
    source.show()
    print("ready", flush=True)
    app.exec()


def drag() -> None:
    """Pick it up, go over in steps as a hand does, rest, let go."""
    (x, y), (to_x, to_y) = (SOURCE[0] + 60, SOURCE[1] + 50), OVER
    _xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 11):
        _xdotool("mousemove", x + (to_x - x) * step // 10, y + (to_y - y) * step // 10)
        time.sleep(0.06)
    time.sleep(0.3)
    _xdotool("mouseup", 1)


def run(folder: Path) -> int:
    from pages_made import write_story

    page = write_story(folder / "pages" / "lamp.html", "Out of a file")
    homes = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    own = {**os.environ, **homes, "QT_QPA_PLATFORM": "xcb"}
    library = ["--library", str(folder / "library")]
    program = subprocess.Popen([sys.executable, "-m", "reader", *library], env=own)
    failed = 0
    try:
        window = _until(lambda: _windows(program.pid))[-1]
        _xdotool("windowmove", window, *TARGET)
        time.sleep(2)
        for kind, title in (("file", "Out of a file"), ("selection", "Out of a selection")):
            began = time.monotonic()
            _with_source(kind, page, own, drag)
            came = _until(partial(_came_in, title, library, own))
            print(f"{kind}: {'came in' if came else 'LOST'} after {time.monotonic() - began:.1f} s")
            failed += not came
        _with_source("link", page, own, drag)
        time.sleep(1)
        _xdotool("key", "Tab")  # from Fetch on to Cancel, then to what keeps the link
        _picture(folder / "question.png")
        asked = len(_windows(program.pid)) > 1
        print(f"link: {'asked before anything is fetched' if asked else 'NOT ASKED'}")
        failed += not asked
    finally:
        program.terminate()
        program.wait(WITHIN)
    return failed


def _with_source(kind: str, page: Path, own: dict[str, str], act: Callable[[], None]) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.real_drag",
        "--carry",
        kind,
        "--file",
        str(page),
    ]
    with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as source:
        assert source.stdout is not None
        source.stdout.readline()
        time.sleep(0.5)
        act()
        time.sleep(0.5)
        source.terminate()


def _windows(pid: int) -> list[str]:
    """The windows of a process that can be seen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True, text=True
    )
    return found.stdout.split()


def _came_in(title: str, library: list[str], own: dict[str, str]) -> bool:
    return title in _titles(library, own)


def _titles(library: list[str], own: dict[str, str]) -> list[str]:
    found = subprocess.run(
        [sys.executable, "-m", "reader", "find", *library, "--json"],
        env=own,
        capture_output=True,
        text=True,
    )
    return [json.loads(line)["title"] for line in found.stdout.splitlines()]


def _until(claim: Callable[[], T]) -> T:
    """What it tells as soon as that is something, or at last."""
    end = time.monotonic() + WITHIN
    while not (told := claim()) and time.monotonic() < end:
        time.sleep(0.3)
    return told


def _picture(file: Path) -> None:
    subprocess.run(["import", "-window", "root", str(file)], check=False)


def _xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # where pages are made
    parser = argparse.ArgumentParser()
    parser.add_argument("--carry", choices=["file", "selection", "link"])
    parser.add_argument("--file", default="")
    parser.add_argument("--keep", type=Path, help="where to leave the library and the pictures")
    asked = parser.parse_args()
    if asked.carry:
        carry(asked.carry, asked.file)
    elif asked.keep:
        sys.exit(run(asked.keep))
    else:
        with tempfile.TemporaryDirectory() as made:
            sys.exit(run(Path(made)))
