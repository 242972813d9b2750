"""Cut an ENEX file into its notes without ever holding more than one."""

import codecs
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.foreign.foreign_library import Unreadable
from reader.foreign.reading import cannot_read
from reader.pages.file_names import said
from reader.pages.original import LARGEST_FILE

_BLOCK = 1 << 20
_START = re.compile(rb"<note[\s>]")
_END = b"</note>"
# XML knows no such signs, but notes taken from elsewhere hold them.
_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\r")


def cut_notes(path: Path) -> Iterator[bytes | Unreadable]:
    """Each note's own XML in UTF-8. What is wrong with one note does not reach the next."""
    buffer = bytearray()
    searched = 0
    for block in _blocks(path):
        buffer += block
        end = buffer.find(_END, max(0, searched - len(_END)))
        while end >= 0:
            start = _START.search(buffer, 0, end)
            note = bytes(buffer[start.start() : end + len(_END)]) if start else b""
            del buffer[: end + len(_END)]
            if note:
                yield note
            end = buffer.find(_END)
        searched = len(buffer)
        if len(buffer) > LARGEST_FILE:
            yield _fault(path, "a note of it is too large to be read")
            buffer.clear()
            searched = 0
    if _START.search(buffer):
        yield _fault(path, "it ends within a note, and was not saved whole")


def _fault(path: Path, reason: str) -> Unreadable:
    return Unreadable(path.name, f"“{said(path.name)}”: {reason}.")


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            decoder = _decoder(start)
            for block in iter(partial(file.read, _BLOCK), b""):
                plain = decoder.decode(block).encode() if decoder else block
                yield plain.translate(None, _CONTROLS)
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def _decoder(start: bytes) -> codecs.IncrementalDecoder | None:
    """For UTF-16; what all others are written in can be cut as it is."""
    name = ""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    elif start[1::2] == b"\0\0":
        name = "utf-16-le"
    elif start[::2] == b"\0\0":
        name = "utf-16-be"
    return codecs.getincrementaldecoder(name)("replace") if name else None
