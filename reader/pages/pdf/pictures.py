"""Take the pictures out of a PDF's page, within bounds."""

import ctypes
import hashlib
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.pages.pdf.line import Box, PdfPage

_MOST = 200
_MOST_ON_A_PAGE = 40
_SMALLEST = 100  # pixels to a side
_LARGEST_DRAWN = 0.02  # of the page, at least, for what is more than an icon
_MOST_PIXELS = 8_000_000
_MOST_BYTES = 20 << 20
_DEEPEST = 3  # forms within forms
_PICTURE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|avif)$")
_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True)
class DrawnPicture:
    """A picture's bytes, as JPEG or PNG, and where it stands."""

    content: bytes
    page: int
    box: Box

    def name(self, number: int) -> str:
        return f"picture-{number}.{'jpg' if self.content.startswith(_JPEG) else 'png'}"

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_pictures(page: Any, number: int, room: int) -> Iterator[DrawnPicture]:
    """The pictures of a page, as far as they fit into some bytes."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    found = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST)
    for count, image in enumerate(found):
        if count >= _MOST_ON_A_PAGE or room <= 0:
            return
        left, bottom, right, top = image.get_bounds()
        box = Box(left, height - top, right, height - bottom)
        if box.width * box.height < _LARGEST_DRAWN * width * height:
            continue
        content = _content(pdfium, image)
        if content:
            room -= len(content)
            yield DrawnPicture(content, number, box)


def once(pictures: Sequence[DrawnPicture]) -> list[DrawnPicture]:
    """Without the marks that stand on page after page."""
    pages = Counter(digest for digest, _page in {(one.digest, one.page) for one in pictures})
    kept = {one.digest: one for one in reversed(pictures) if pages[one.digest] == 1}
    return list(kept.values())[::-1][:_MOST]


def of_story(pictures: Sequence[DrawnPicture], pages: Sequence[PdfPage]) -> list[DrawnPicture]:
    """Without those that lead to another page, as pictures of other stories do."""
    return [one for one in pictures if not _leads_away(one, pages[one.page])]


def _leads_away(picture: DrawnPicture, page: PdfPage) -> bool:
    return any(
        box.covers(picture.box) and not _PICTURE.search(address.partition("?")[0])
        for box, address in page.links
    )


def _content(pdfium: Any, image: Any) -> bytes:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(image.raw, width, height):
        return b""
    pixels = width.value * height.value
    if min(width.value, height.value) < _SMALLEST or pixels > _MOST_PIXELS:
        return b""
    raw = _raw(pdfium, image)
    return raw if raw.startswith(_JPEG) else _as_png(pdfium, image)


def _raw(pdfium: Any, image: Any) -> bytes:
    """The bytes as they lie in the file, which are those of a JPEG where it is one alone."""
    if pdfium.FPDFImageObj_GetImageFilterCount(image.raw) != 1:
        return b""
    size = pdfium.FPDFImageObj_GetImageDataRaw(image.raw, None, 0)
    if not 0 < size <= _MOST_BYTES:
        return b""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(image.raw, buffer, size)
    return buffer.raw


def _as_png(pdfium: Any, image: Any) -> bytes:
    bitmap = pdfium.FPDFImageObj_GetBitmap(image.raw)
    if not bitmap:
        return b""
    try:
        return _png(pdfium, bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _png(pdfium: Any, bitmap: Any) -> bytes:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride, channels = pdfium.FPDFBitmap_GetStride(bitmap), _channels(pdfium, bitmap)
    if not channels or width * height > _MOST_PIXELS:
        return b""
    start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    pixels = ctypes.string_at(start, stride * height)
    rows = b"".join(
        b"\0" + _in_rgb(pixels[at * stride : at * stride + width * channels], channels)
        for at in range(height)
    )
    colour = 0 if channels == 1 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def _channels(pdfium: Any, bitmap: Any) -> int:
    kinds = {
        pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3,
        pdfium.FPDFBitmap_BGRx: 4, pdfium.FPDFBitmap_BGRA: 4,
    }  # fmt: skip
    return kinds.get(pdfium.FPDFBitmap_GetFormat(bitmap), 0)


def _in_rgb(row: bytes, channels: int) -> bytes:
    if channels == 1:
        return row
    turned = bytearray(len(row) // channels * 3)
    turned[0::3], turned[1::3], turned[2::3] = row[2::channels], row[1::channels], row[0::channels]
    return bytes(turned)
