"""Small pictures for the cards, decoded off the GUI thread."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap

from reader.ui.clipping_list.last_used import LastUsed

SIDE = 56
RADIUS = 5.0
KEPT = 300
WAITING = 60  # more than stand in view: what was scrolled past longest ago is let go
AT_ONCE = 2
LARGEST_FILE = 40 * 1024 * 1024
MOST_PIXELS = 24_000_000
SMALLEST_SIDE = 16  # below this it is a counting pixel or a bullet, no picture
# Drawings stay out: a saved SVG may name other files.
FORMATS = frozenset({"png", "jpeg", "gif", "webp", "bmp"})

Wanted = tuple[Path, float]


class Thumbnails(QObject):
    """Pictures by their file; `ready` tells when one has come, or turned out to be none."""

    ready = Signal(Path)

    _decoded = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: LastUsed[Wanted, QPixmap | None] = LastUsed(KEPT)
        self._waiting: LastUsed[Wanted, None] = LastUsed(WAITING)
        self._running: set[Wanted] = set()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(AT_ONCE)
        self._decoded.connect(self._on_decoded, Qt.ConnectionType.QueuedConnection)

    def picture(self, file: Path, ratio: float) -> QPixmap | None:
        """The picture for a screen of this pixel ratio; None, and asked for, where not here."""
        wanted = (file, ratio)
        if wanted in self._pictures:
            return self._pictures.get(wanted)
        if wanted not in self._running:
            self._waiting.put(wanted, None)
            self._start()
        return None

    def is_none(self, file: Path, ratio: float) -> bool:
        """Whether the file was looked at and holds no picture that can be shown."""
        return (file, ratio) in self._pictures and self._pictures.get((file, ratio)) is None

    def _start(self) -> None:
        """Decode what was asked for last: that is what the reader looks at."""
        while len(self._running) < AT_ONCE and (wanted := self._waiting.pop()) is not None:
            self._running.add(wanted)
            self._pool.start(_Decoding(self, wanted))

    def tell(self, wanted: Wanted, image: QImage | None) -> None:
        """Bring a decoded picture over from its thread."""
        # The window may be gone by the time a picture is done.
        with suppress(RuntimeError):
            self._decoded.emit(wanted, image)

    def _on_decoded(self, wanted: Wanted, image: QImage | None) -> None:
        self._running.discard(wanted)
        self._pictures.put(wanted, QPixmap.fromImage(image) if image else None)
        self._start()
        self.ready.emit(wanted[0])


class _Decoding(QRunnable):
    """Decode one picture on a thread of the pool."""

    def __init__(self, thumbnails: Thumbnails, wanted: Wanted) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._wanted = wanted

    def run(self) -> None:
        file, ratio = self._wanted
        self._thumbnails.tell(self._wanted, decode(file, ratio))


def decode(file: Path, ratio: float) -> QImage | None:
    """The middle of the picture as a square with round corners, or None where there is none."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            return None
    except OSError:
        return None
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()).decode("ascii", "replace") not in FORMATS:
        return None
    side = round(SIDE * ratio)
    if not _shrink(reader, side):
        return None
    image = reader.read()
    if image.isNull():
        return None
    return _rounded(image, side, ratio)


def _shrink(reader: QImageReader, side: int) -> bool:
    """Have the reader give the middle square of this side, if the picture is of a fit size."""
    size = reader.size()
    if min(size.width(), size.height()) < SMALLEST_SIDE:
        return False
    if size.width() * size.height() > MOST_PIXELS:
        return False
    scaled = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (scaled.width() - side) // 2, (scaled.height() - side) // 2
    reader.setAutoTransform(True)
    reader.setScaledSize(scaled)
    reader.setScaledClipRect(QRect(left, top, side, side))
    return True


def _rounded(image: QImage, side: int, ratio: float) -> QImage:
    made = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, side, side), RADIUS * ratio, RADIUS * ratio)
    painter.setClipPath(path)
    painter.drawImage(QRect(0, 0, side, side), image)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
