"""Draw a picture where its sign stands in the text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from reader.ui.reading.look import BLEED
from reader.ui.reading.picture_loader import PictureLoader
from reader.ui.reading.pictures import CORNER

PICTURE = QTextFormat.ObjectTypes.UserObject.value + 1
_ADDRESS = QTextFormat.Property.UserProperty.value + 1
_COLUMNS = _ADDRESS + 1
_SAID = _ADDRESS + 2
_RING = 2.0
_PAD = 12
_UNKNOWN = QSize(16, 9)
_LEAST = 12.0
_TALLEST = 640  # a picture that is no long strip should fit on a screen
_STRIP = 2.2


def picture_format(address: str, letters: QTextCharFormat, columns: int = 1) -> QTextCharFormat:
    """The format of a picture's sign; `columns` are those of the table it stands in."""
    made = QTextCharFormat(letters)
    made.setObjectType(PICTURE)
    made.setProperty(_ADDRESS, address)
    made.setProperty(_COLUMNS, columns)
    return made


def address_of(format_: QTextFormat) -> str:
    return str(format_.property(_ADDRESS) or "")


def say_missing(format_: QTextCharFormat, said: str) -> None:
    """Have a sign say that its picture was not saved."""
    format_.setProperty(_SAID, said)


@dataclass(frozen=True)
class GapLook:
    """How the room of a picture looks that is not here."""

    ground: QColor
    line: QColor
    words: QColor
    accent: QColor
    face: QFont


class PictureObject(QPyTextObject):
    """Tells Qt how large a picture stands and paints it, or a quiet ground until it is here."""

    def __init__(
        self,
        loader: PictureLoader,
        look: Callable[[], GapLook],
        is_focused: Callable[[int], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._look = look
        self._is_focused = is_focused
        self._sizes: dict[str, QSize] = {}

    def take_sizes(self, sizes: Mapping[str, QSize]) -> None:
        self._sizes = dict(sizes)

    def set_size(self, address: str, size: QSize) -> bool:
        """Whether that changes anything."""
        changes = self._sizes.get(address) != size
        self._sizes[address] = size
        return changes

    def intrinsicSize(self, doc: QTextDocument, place: int, format: QTextFormat) -> QSizeF:
        room = _room(doc, place, format)
        return QSizeF(_fitted(self._sizes.get(address_of(format), QSize()), room))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        place: int,
        format: QTextFormat,
    ) -> None:
        size = QSizeF(rect.size()).toSize()
        if size.isEmpty():
            return
        frame = QRectF(round(rect.x()), round(rect.y()), size.width(), size.height())
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        image = self._loader.image(address_of(format), size.width(), ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        said = str(format.property(_SAID) or "")
        if image is None:
            self._paint_gap(painter, frame, said)
        else:
            painter.drawImage(frame, image)
        if self._is_focused(place):
            painter.setPen(QPen(self._look().accent, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = _RING / 2
            painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), CORNER, CORNER)
        painter.restore()

    def _paint_gap(self, painter: QPainter, frame: QRectF, said: str) -> None:
        """A quiet ground until the picture is here; words, and a frame, where none will come."""
        look = self._look()
        painter.setPen(look.line if said else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.ground)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.setPen(look.words)
        painter.setFont(look.face)
        room = frame.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, said)


def _room(document: QTextDocument, position: int, format_: QTextFormat) -> float:
    """How wide the picture may be: the column, or its part of a table.

    No cursor is asked here: it would lay the page out, in the middle of its being laid out.
    """
    width = document.textWidth() - 2 * BLEED
    columns = int(format_.property(_COLUMNS) or 1)
    if columns > 1:
        return max(_LEAST, width / columns - 2 * _LEAST)
    block: QTextBlockFormat = document.findBlock(position).blockFormat()
    return max(_LEAST, width - block.leftMargin() - block.rightMargin())


def _fitted(size: QSize, room: float) -> QSize:
    """The size to show, never above the picture's own."""
    if size.isEmpty():
        return QSize(int(room), round(room * _UNKNOWN.height() / _UNKNOWN.width()))
    width = min(room, size.width())
    if size.height() < _STRIP * size.width():
        width = min(width, _TALLEST * size.width() / size.height())
    return QSize(max(1, int(width)), max(1, round(int(width) * size.height() / size.width())))
