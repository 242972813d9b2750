"""Know a page's saved pictures and decode one of them safely."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from reader.articles.article import Article, Picture
from reader.articles.picturing.drawing_record import DRAWING, is_drawing
from reader.ui.reading.drawings import drawing_of, rasterise

MOST_PIXELS = 60_000_000  # a picture beyond this is refused: it would fill 240 MB
MOST_MEGABYTES = 256
CORNER = 4
_LEAST_GAP = 60  # pixels: in less there is no room for words
_LARGEST_FILE = 64_000_000


@dataclass(frozen=True)
class PictureSource:
    """Where a picture's bytes are, and its size in pixels where that is known."""

    address: str
    file: Path | None = None
    content: bytes | None = None
    width: int = 0
    height: int = 0
    is_drawing: bool = False

    @property
    def size(self) -> QSize:
        return QSize(self.width, self.height) if self.width and self.height else QSize()


def sources_of(article: Article, files: Mapping[str, Path]) -> dict[str, PictureSource]:
    """The pictures that were saved, by their address."""
    sources = {address: PictureSource(address, file) for address, file in files.items()}
    for picture in article.pictures:
        if picture.address in files or picture.content:
            sources[picture.address] = _source_of(picture, files.get(picture.address))
    return sources


def gaps_of(article: Article, sources: Mapping[str, PictureSource]) -> dict[str, QSize]:
    """The pictures that were not saved but of which the page told the size."""
    return {
        one.address: QSize(one.width, one.height)
        for one in article.pictures
        if one.address not in sources and min(one.width, one.height) >= _LEAST_GAP
    }


def size_of(source: PictureSource) -> QSize:
    """The size in pixels as the picture is shown; an invalid one where it must not be shown."""
    content = bytes_of(source)
    if is_drawing(content):
        drawing = drawing_of(content)
        return QSize(drawing.width, drawing.height) if drawing else QSize()
    opened = _OpenPicture(content)
    return opened.size if opened.is_fit else QSize()


def decode(source: PictureSource, width: int, ratio: float) -> QImage:
    """The picture at most `width` logical pixels wide, with round corners.

    It is null where the bytes are no picture, or one that must not be shown.
    """
    image = read_image(source, round(width * ratio))
    return image if image.isNull() else _with_round_corners(image, CORNER * ratio)


def read_image(source: PictureSource, width: int) -> QImage:
    """The picture at most so many pixels wide, but a drawing as wide as that."""
    content = bytes_of(source)
    if is_drawing(content):
        drawing = drawing_of(content)
        return _on_white(rasterise(drawing, width)) if drawing else QImage()
    opened = _OpenPicture(content)
    return _on_white(opened.read(width)) if opened.is_fit else QImage()


class _OpenPicture:
    def __init__(self, content: bytes) -> None:
        self._content = QByteArray(content)
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer)
        self._reader.setAutoTransform(True)
        self._is_turned = bool(
            self._reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        )
        size = self._reader.size()
        self.size = size.transposed() if self._is_turned else size

    @property
    def is_fit(self) -> bool:
        size = self.size
        return not size.isEmpty() and size.width() * size.height() <= MOST_PIXELS

    def read(self, width: int) -> QImage:
        if width < self.size.width():
            height = max(1, round(self.size.height() * width / self.size.width()))
            wanted = QSize(width, height)
            self._reader.setScaledSize(wanted.transposed() if self._is_turned else wanted)
        return self._reader.read()


def _source_of(picture: Picture, file: Path | None) -> PictureSource:
    content = picture.content if file is None else None
    is_drawing = picture.media_type == DRAWING
    sides = picture.width, picture.height
    return PictureSource(picture.address, file, content, *sides, is_drawing)


def bytes_of(source: PictureSource) -> bytes:
    content = source.content or b""
    if source.file is not None:
        try:
            too_large = source.file.stat().st_size > _LARGEST_FILE
            content = b"" if too_large else source.file.read_bytes()
        except OSError:  # lost since: shown as missing
            return b""
    return content


def _on_white(image: QImage) -> QImage:
    """On the ground that pages have: black lines would be lost on a dark one."""
    if image.isNull() or not image.hasAlphaChannel():
        return image
    grounded = QImage(image.size(), QImage.Format.Format_RGB32)
    grounded.fill(Qt.GlobalColor.white)
    painter = QPainter(grounded)
    painter.drawImage(0, 0, image)
    painter.end()
    return grounded


def _with_round_corners(image: QImage, radius: float) -> QImage:
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    rounded = QImage(image.size(), image.format())
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(QRectF(rounded.rect()), radius, radius)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawImage(0, 0, image)
    painter.end()
    return rounded
