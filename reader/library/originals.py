"""Open a clipping's original again, as the page it was."""

import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CannotOpenPage
from reader.pages.file_names import said
from reader.store.blobs import Blobs
from reader.store.page_key import digest_of, entry_of, page_key

if TYPE_CHECKING:
    from reader.pages.saved_page import SavedPage

# What zipfile raises at one flipped bit or another.
UNREADABLE = (
    OSError, zipfile.BadZipFile, ValueError, zlib.error, NotImplementedError, RuntimeError,
    EOFError, KeyError, struct.error,
)  # fmt: skip


def original_fault(blobs: Blobs, digest: str) -> str:
    """What is wrong with an original; empty where it is byte for byte what came in."""
    try:
        same = blobs.open_original(digest).digest == digest
    except UNREADABLE as error:
        return f"cannot be read: {error}"
    return "" if same else "is not what it was"


def keeps(blobs: Blobs, file: Path) -> bool:
    """Whether a saved file, with all that belongs to it, is kept byte for byte as it is now."""
    from reader.pages.original import read_original

    try:
        digest = read_original(file).digest
    except (CannotOpenPage, *UNREADABLE):
        return False
    return blobs.has_original(digest) and not original_fault(blobs, digest)


def page_of(blobs: Blobs, key: str) -> "SavedPage":
    """The page of this key; CannotOpenPage where its original is damaged or gone."""
    from reader.pages.open_page import open_page

    digest = digest_of(key)
    fault = original_fault(blobs, digest)
    if fault:
        raise CannotOpenPage(f"its original {fault}")
    return open_page(blobs.open_original(digest), entry_of(key))


def pages_of(blobs: Blobs, digest: str, keys: Collection[str]) -> Iterator[tuple[str, "SavedPage"]]:
    """Those pages of an original that these keys name; CannotOpenPage where one is not there."""
    from reader.pages.open_page import open_pages

    fault = original_fault(blobs, digest)
    if fault:
        raise CannotOpenPage(f"its original {fault}")
    left = set(keys)
    for page in open_pages(blobs.open_original(digest)):
        key = page_key(digest, page.entry)
        if key in left:
            left.remove(key)
            yield key, page
        if not left:
            return
    raise CannotOpenPage(f"its original holds no page “{said(entry_of(min(left)))}”")
