"""Bring a page's pictures in, off the GUI thread, and keep the last ones shown."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from reader.ui.reading.pictures import MOST_MEGABYTES, PictureSource, decode, size_of

MOST_KEPT = 64_000_000  # bytes of decoded pictures that are kept at hand


class PictureLoader(QObject):
    """Decodes pictures in a thread of its own.

    `measured` tells a picture's size in pixels, `decoded` that it can be drawn, `refused`
    that it never will; each with the address.
    """

    measured = Signal(str, QSize)
    decoded = Signal(str)
    refused = Signal(str)
    _sized = Signal(int, str, QSize)
    _read = Signal(int, str, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(MOST_MEGABYTES)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # A drawing may take its time, for which no photo has to wait.
        self._drawers = QThreadPool(self)
        self._drawers.setMaxThreadCount(1)
        self._sources: Mapping[str, PictureSource] = {}
        self._page = 0
        self._asked: dict[str, tuple[int, float]] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._sized.connect(self._on_sized, Qt.ConnectionType.QueuedConnection)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)

    def open(self, sources: Mapping[str, PictureSource]) -> None:
        """Forget the last page's pictures and take this page's."""
        for pool in (self._pool, self._drawers):
            pool.clear()
        self._page += 1
        self._sources = sources
        self._asked.clear()
        self._images.clear()

    def measure(self, addresses: Iterable[str]) -> None:
        page, sources = self._page, [self._sources[address] for address in addresses]
        for source in sources:
            self._pool.start(partial(self._measure_one, page, source))

    def image(self, address: str, width: int, ratio: float) -> QImage | None:
        """The picture for a width in logical pixels; asked for where it is not at hand."""
        source = self._sources.get(address)
        if source is not None and self._asked.get(address) != (width, ratio):
            self._asked[address] = (width, ratio)
            pool = self._drawers if source.is_drawing else self._pool
            pool.start(partial(self._decode_one, self._page, source, width, ratio))
        if address in self._images:
            self._images.move_to_end(address)
        return self._images.get(address)

    def wait(self) -> None:
        """Let the picture that is being decoded come to its end, and drop those that wait."""
        for pool in (self._pool, self._drawers):
            pool.clear()
            pool.waitForDone()

    def _measure_one(self, page: int, source: PictureSource) -> None:
        self._sized.emit(page, source.address, size_of(source))

    def _decode_one(self, page: int, source: PictureSource, width: int, ratio: float) -> None:
        self._read.emit(page, source.address, decode(source, width, ratio))

    def _on_sized(self, page: int, address: str, size: QSize) -> None:
        if page != self._page:
            return
        if size.isValid():
            self.measured.emit(address, size)
        else:
            self.refused.emit(address)

    def _on_read(self, page: int, address: str, image: QImage) -> None:
        if page != self._page:
            return
        if image.isNull():
            self.refused.emit(address)
            return
        self._images[address] = image
        self._images.move_to_end(address)
        self._make_room()
        self.decoded.emit(address)

    def _make_room(self) -> None:
        while len(self._images) > 1 and self._bytes_kept() > MOST_KEPT:
            address, _ = self._images.popitem(last=False)
            self._asked.pop(address, None)

    def _bytes_kept(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())
