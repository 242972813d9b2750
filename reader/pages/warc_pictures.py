"""Find the pictures that were recorded with the pages of a WARC file."""

import posixpath
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from urllib.parse import urlsplit

from reader.pages.part import LoadedPart, Part
from reader.pages.warc_records import WarcRecord, WarcRecords

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)$", re.IGNORECASE)


def recorded_pictures(files: Sequence[WarcRecords]) -> dict[str, Part]:
    """The pictures by their addresses, whole and without what stands before the host."""
    parts: dict[str, Part] = {}
    for file in files:
        for record in file.records:
            if _is_picture(record):
                part = LoadedPart(partial(file.body, record))
                parts.setdefault(record.address, part)
                parts.setdefault(place_of(record.address), part)
    for file in files:
        for record in file.records:
            first = parts.get(record.headers.get("warc-refers-to-target-uri", "").strip("<>"))
            if record.kind == "revisit" and first is not None:
                parts.setdefault(record.address, first)
                parts.setdefault(place_of(record.address), first)
    return parts


def _is_picture(record: WarcRecord) -> bool:
    if record.kind == "response" and record.status != 200:
        return False
    is_one = record.media_type.startswith("image/") or (
        record.media_type in ("", "application/octet-stream", "binary/octet-stream")
        and _PICTURE.search(_path_of(record.address))
    )
    return record.kind in ("response", "resource") and bool(is_one)


def _path_of(address: str) -> str:
    with suppress(ValueError):
        return urlsplit(address).path
    return ""


def place_of(address: str) -> str:
    scheme, parted, place = address.partition("://")
    if not parted:
        return scheme
    return posixpath.normpath(place) + ("/" if place.endswith("/") else "")
