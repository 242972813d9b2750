"""Read the bytes of a picture that the page carries, and judge them by themselves."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from reader.articles.picturing.content_signs import media_type, pixels_of
from reader.articles.picturing.drawing import read_drawing
from reader.articles.picturing.drawing_record import DRAWING, is_drawing
from reader.pages.part import Part

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Content:
    """The bytes of a picture, what they are by their own account, and its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_part(part: Part) -> Content | None:
    """A picture out of a saved file; None for what is none, cannot be read or is too large."""
    try:
        with part.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return None
    return judge(content)


def read_data(address: str) -> Content | None:
    """A picture out of a `data:` address."""
    head, comma, body = address.partition(",")
    if not comma or len(body) > MOST_BYTES * 3 // 2:
        return None
    try:
        raw = unquote_to_bytes(body)
        return judge(base64.b64decode(raw) if ";base64" in head.lower() else raw)
    except (binascii.Error, ValueError):
        return None


def judge(content: bytes) -> Content | None:
    """What the bytes are; a drawing is written anew from what may be kept of it."""
    if len(content) > MOST_BYTES:
        return None
    kind = media_type(content)
    if not kind:
        return _drawing(content) if is_drawing(content) else None
    size = pixels_of(content)
    return Content(content, kind, *size) if size else None


def _drawing(content: bytes) -> Content | None:
    drawing = read_drawing(content)
    if drawing is None:
        return None
    return Content(drawing.content, DRAWING, drawing.width, drawing.height)
