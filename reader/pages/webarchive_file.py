"""Open a Safari web archive, a property list of a page and its files."""

import binascii
import plistlib
import struct
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from reader.errors import CannotOpenPage
from reader.pages.archived import Document, page_of
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.original import MOST_PARTS, Original
from reader.pages.part import Part, part_of
from reader.pages.saved_page import Kind, SavedPage

# What plistlib raises at one damaged byte or another; entities it refuses by itself.
_DAMAGED = (
    ValueError, ExpatError, struct.error, LookupError, TypeError, AttributeError, OverflowError,
    EOFError, MemoryError, RecursionError, binascii.Error,
)  # fmt: skip
_MARKUP = frozenset(("", "text/html", "application/xhtml+xml"))


def open_webarchive(original: Original) -> Iterator[SavedPage]:
    shown = said(original.name.rsplit("/", 1)[-1])
    archive = _read(original.content, shown)
    main, *frames = _pages(archive)
    media_type = _text(main, "WebResourceMIMEType").partition(";")[0].strip().lower()
    if media_type == "text/plain":
        told = _text(main, "WebResourceTextEncodingName")
        text = decode(_bytes(main), told).replace("\r\n", "\n").replace("\r", "\n")
        address = _text(main, "WebResourceURL")
        yield SavedPage(original.name, Kind.TEXT, text, address, original.changed_at)
        return
    if media_type not in _MARKUP or not _bytes(main).strip():
        raise CannotOpenPage(
            f"“{shown}” is a Safari web archive without a page in it. Save the page again."
        )
    documents = [_document(one) for one in (main, *frames)]
    yield page_of(original, documents, _parts(archive), original.changed_at)


def _read(content: bytes, shown: str) -> dict[str, Any]:
    is_binary = content.startswith(b"bplist00")
    kind = plistlib.FMT_BINARY if is_binary else plistlib.FMT_XML
    try:
        archive = plistlib.loads(content, fmt=kind)
    except _DAMAGED as error:
        raise CannotOpenPage(
            f"“{shown}” is a Safari web archive that is damaged or was cut short. "
            "Save the page again."
        ) from error
    if not isinstance(archive, dict) or not isinstance(archive.get("WebMainResource"), dict):
        raise CannotOpenPage(
            f"“{shown}” is a property list, but no web archive. "
            "In Safari, save the page as “Web Archive” and add that."
        )
    return archive


def _pages(archive: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in _archives(archive):
        main = one.get("WebMainResource")
        if isinstance(main, dict) and (main is archive["WebMainResource"] or _is_markup(main)):
            yield main


def _is_markup(resource: dict[str, Any]) -> bool:
    return _text(resource, "WebResourceMIMEType").lower() in _MARKUP


def _archives(archive: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The archive and those of its frames; each once, for one may be said to hold itself."""
    waiting = [archive]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_PARTS:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [frame for frame in _list(one, "WebSubframeArchives") if isinstance(frame, dict)]


def _parts(archive: dict[str, Any]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for one in _archives(archive):
        frames = [one.get("WebMainResource")] if one is not archive else []
        for resource in (*frames, *_list(one, "WebSubresources")):
            if isinstance(resource, dict) and len(parts) < MOST_PARTS:
                parts.setdefault(_text(resource, "WebResourceURL"), part_of(_bytes(resource)))
    return parts


def _document(resource: dict[str, Any]) -> Document:
    charset = _text(resource, "WebResourceTextEncodingName")
    return Document(_text(resource, "WebResourceURL"), charset, lambda: _bytes(resource))


def _text(resource: dict[str, Any], name: str) -> str:
    value = resource.get(name)
    return value if isinstance(value, str) else ""


def _bytes(resource: dict[str, Any]) -> bytes:
    value = resource.get("WebResourceData")
    return value if isinstance(value, bytes) else b""


def _list(archive: dict[str, Any], name: str) -> list[Any]:
    value = archive.get(name)
    return value if isinstance(value, list) else []
