"""One window a library: a later start hands over its files."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.one_window import LONGEST_MESSAGE, OneWindow, _name, hand_over

LATER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.ui.one_window import hand_over
app = QCoreApplication([])
print("heard:", hand_over(Path(sys.argv[1]), [Path(sys.argv[2])]))
"""


def test_where_no_window_is_open_nothing_is_handed_over(qapp: QApplication, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [])


def test_a_window_hears_which_files_it_is_handed(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path)
    files = [tmp_path / "a b.html", tmp_path / "ü.html"]
    with qtbot.waitSignal(first.called) as told:
        _say(tmp_path, json.dumps([str(file) for file in files]).encode() + b"\n")
    assert told.args == [files]


def test_a_later_start_knows_that_it_was_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path)
    later = QProcess()
    with qtbot.waitSignal(first.called) as told:
        later.start(sys.executable, ["-c", LATER, str(tmp_path), str(tmp_path / "page.html")])
    qtbot.waitUntil(lambda: later.state() is QProcess.ProcessState.NotRunning, timeout=20_000)
    assert told.args == [[tmp_path / "page.html"]]
    assert bytes(later.readAllStandardOutput().data()).decode().strip() == "heard: True"


def test_another_library_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = OneWindow(tmp_path / "one")
    assert not hand_over(tmp_path / "two", [])
    assert first._server.isListening()


def test_what_is_no_list_of_files_is_not_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path)
    called: list[list[Path]] = []
    first.called.connect(called.append)
    for message in (b"not json\n", b'{"a": 1}\n', b"x" * (LONGEST_MESSAGE + 8), b"[1, null"):
        socket = _say(tmp_path, message)
        socket.disconnectFromServer()
    with qtbot.waitSignal(first.called):
        _say(tmp_path, b'["/a", 7]\n')
    assert called == [[Path("/a")]]


def test_what_a_killed_window_left_behind_is_no_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path)
    second = OneWindow(tmp_path)
    assert second._server.isListening()
    with qtbot.waitSignal(second.called):
        _say(tmp_path, b"[]\n")
    assert first is not second


def _say(library: Path, message: bytes) -> QLocalSocket:
    """Say something to the window without waiting for its answer, which stands in this thread."""
    socket = QLocalSocket(QApplication.instance())
    socket.connectToServer(_name(library))
    assert socket.waitForConnected(5000)
    socket.write(message)
    socket.flush()
    return socket
