"""See to it that a library has one window: a second start hands its files to the first."""

import getpass
import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWERS_WITHIN = 2000  # milliseconds
LONGEST_MESSAGE = 4 * 1024 * 1024


def hand_over(library: Path, files: list[Path]) -> bool:
    """Give the files to the window that has this library open; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(ANSWERS_WITHIN):
        return False
    socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
    while socket.bytesToWrite() and socket.waitForBytesWritten(ANSWERS_WITHIN):
        pass
    # The answer may have come while the last bytes went; then no further one will.
    was_heard = bool(socket.bytesAvailable()) or socket.waitForReadyRead(ANSWERS_WITHIN)
    socket.disconnectFromServer()
    return was_heard


class OneWindow(QObject):
    """Listens for later starts; `called` brings the files they were given, maybe none."""

    called = Signal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        # Only the same user may hand files over.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(_name(library)):
            # What is left of a window that was killed; one that lives would have answered.
            QLocalServer.removeServer(_name(library))
            self._server.listen(_name(library))

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._on_message(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_message(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST_MESSAGE:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(b"heard\n")
        socket.flush()
        if isinstance(files, list):
            self.called.emit([Path(file) for file in files if isinstance(file, str)])


def _name(library: Path) -> str:
    """A socket's path may not be long, and a library is one user's."""
    about = f"{getpass.getuser()}:{library.resolve()}"
    return "clippings-" + hashlib.sha256(about.encode("utf-8", "surrogateescape")).hexdigest()[:24]
