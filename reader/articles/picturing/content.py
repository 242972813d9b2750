"""Read the bytes of a picture that the page carries, and judge them by themselves."""

import base64
import binascii
import hashlib
import io
import struct
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

import imagesize

from reader.pages.part import Part

MOST_BYTES = 20 * 1024 * 1024
# More would take a quarter of a gigabyte once decoded.
MOST_PIXELS = 50_000_000
_SIGNS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic"}


@dataclass(frozen=True)
class Content:
    """The bytes of a picture, what they are by their own account, and its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int

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
    media_type = _media_type(content)
    if not media_type or len(content) > MOST_BYTES:
        return None
    try:
        width, height = imagesize.get(io.BytesIO(content))
    except (ValueError, OSError, struct.error, IndexError, KeyError, TypeError, OverflowError):
        return None
    if width <= 0 or height <= 0 or width * height > MOST_PIXELS:
        return None
    return Content(content, media_type, width, height)


def _media_type(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "")
    return next((kind for sign, kind in _SIGNS if content.startswith(sign)), "")
