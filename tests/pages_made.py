"""Make small saved pages for the tests, and the folders browsers lay beside them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

STORY = (
    "The lighthouse at Marrow Point was lit again on Tuesday evening, eleven winters after "
    "its lamp had been carried away by the sea, and half the village walked out to watch.",
    "Its keeper, Ada Brandt, had kept the brass polished all the while, because, as she said, "
    "a lamp that is not ready is only a piece of furniture with a view of the water.",
    "The harbour board paid for the new lens, the fishermen carried it up the stairs, and the "
    "school painted the door, which is now blue, as it was in the oldest photograph.",
)


def story_page(
    title: str = "The lamp is lit again", *paragraphs: str, head: str = "", body: str = ""
) -> str:
    """A page with a story long enough to be one; `body` stands before its last paragraph."""
    *first, last = (f"<p>{text}</p>" for text in paragraphs or STORY)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{''.join(first)}{body}{last}</article></body></html>"
    )


def packed(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def write_story(path: Path, title: str = "The lamp is lit again", *paragraphs: str) -> Path:
    return write(path, story_page(title, *paragraphs))


def png(width: int = 120, height: int = 90, shade: int = 128) -> bytes:
    """A real picture of one grey."""
    rows = (b"\0" + bytes([shade]) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
