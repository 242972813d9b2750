"""Draw one drawing in a process of its own, which may hang or fall without the window."""

import sys
from contextlib import suppress

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_SECONDS = 8
_MEMORY = 2 << 30


def main() -> None:
    """Read the drawing and write a PNG of the width and height that are asked for."""
    _bound()
    width, height = int(sys.argv[1]), int(sys.argv[2])
    app = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(QByteArray(sys.stdin.buffer.read()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    if renderer.isValid():
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG", 90)  # type: ignore[call-overload]  # quickly packed
        sys.stdout.buffer.write(bytes(buffer.data().data()))
    del app


def _bound() -> None:
    """Have the system end what takes too much; elsewhere only the window's patience does."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
