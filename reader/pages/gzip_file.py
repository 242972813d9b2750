"""Open what was compressed with gzip or zlib, by what it holds."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from reader.errors import CannotOpenPage
from reader.pages.file_names import said
from reader.pages.open_page import open_entries
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened

_BLOCK = 1 << 20
_TAKEN = 16 << 10
_NO_NUL = re.compile(rb"[^\0]")
_EITHER_HEADER = 32 + zlib.MAX_WBITS


def open_gzip(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    shown = said(original.name.rsplit("/", 1)[-1])
    content = _unpack(shown, original.content)
    inner = replace(original, content=content, depth=original.depth + 1)
    yield from open_entries(inner, wanted)


def _unpack(shown: str, packed: bytes) -> bytes:
    """All that can be unpacked: a file that was cut short is read as far as it goes."""
    size = 0
    for block in _blocks(packed):  # nothing is kept until it is known to be no more than a page
        size += len(block)
        if size > LARGEST_PAGE:
            raise CannotOpenPage(
                f"“{shown}” unpacks to more than {LARGEST_PAGE >> 20} MB, "
                "which is more than a page may have."
            )
    if not size:
        raise CannotOpenPage(f"“{shown}” holds nothing that could be unpacked. Save it again.")
    return b"".join(_blocks(packed))


def _blocks(packed: bytes) -> Iterator[bytes]:
    """The bytes of each stream; more than one may stand behind the other."""
    at = 0
    while at < len(packed):
        stream = zlib.decompressobj(_EITHER_HEADER)
        while not stream.eof:
            given = stream.unconsumed_tail
            if not given:
                # A little at a time, for what it leaves over it copies at the end of each stream.
                given = packed[at : at + _TAKEN]
                at += len(given)
            try:
                block = stream.decompress(given, _BLOCK)
            except zlib.error:
                return
            if block:
                yield block
            elif not given:  # it was cut short
                return
        next_stream = _NO_NUL.search(packed, at - len(stream.unused_data))
        at = next_stream.start() if next_stream else len(packed)
