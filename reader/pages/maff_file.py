"""Open a Mozilla archive (MAFF), a ZIP archive with a folder for each page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from html import unescape

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened
from reader.pages.within import Within, open_within
from reader.pages.zip_file import Packed
from reader.pages.zipped import Zipped

_ABOUT = "index.rdf"
_MOST_PAGES = 5_000
_LARGEST_ABOUT = 256 * 1024
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)


def open_maff(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    shown = said(original.name.rsplit("/", 1)[-1])
    packed = Packed(Zipped(shown, original.content))
    folders = sorted(name.removesuffix(_ABOUT) for name in packed.names if is_about(name))
    if len(folders) > _MOST_PAGES:
        raise CannotOpenPage(f"“{shown}” holds more than {_MOST_PAGES:,} pages. Split it.")
    told = {_entry(folder, folders): _about(packed, folder) for folder in folders}
    for page in open_within(_files(original, packed, folders, shown), wanted):
        if isinstance(page, Unopened):
            yield page
            continue
        about = told[page.entry.partition("!")[0]]
        yield replace(
            page,
            address=_address(about) or page.address,
            saved_at=_moment(_said_of(about, "archivetime")) or page.saved_at,
        )


def is_about(name: str) -> bool:
    return name.count("/") == 1 and name.endswith(f"/{_ABOUT}")


def _files(original: Original, packed: Packed, folders: list[str], shown: str) -> Iterator[Within]:
    found = False
    for folder in folders:
        index = folder + (_said_of(_about(packed, folder), "indexfilename") or "index.html")
        if index not in packed.names:
            continue
        found = True
        load = partial(packed.within, original, index, folder)
        yield Within(_entry(folder, folders), load)
    if not found:
        raise CannotOpenPage(
            f"“{shown}” is a Mozilla archive (MAFF) without a page in it. Save the page again."
        )


def _entry(folder: str, folders: list[str]) -> str:
    return folder.rstrip("/") if len(folders) > 1 else ""


def _about(packed: Packed, folder: str) -> str:
    try:
        return decode(packed.read(folder + _ABOUT)[:_LARGEST_ABOUT])
    except OSError:
        return ""


def _said_of(about: str, name: str) -> str:
    """<MAF:name RDF:resource="…"/>; no parser of XML, which would read entities."""
    found = re.search(
        rf"""<(?:\w+:)?{name}\b[^<>]{{0,200}}?\bresource\s*=\s*(["'])(.{{0,4096}}?)\1""",
        about,
        re.IGNORECASE | re.DOTALL,
    )
    return unescape(found[2]).strip() if found else ""


def _address(about: str) -> str:
    address = _said_of(about, "originalurl")
    return address if _WEB.match(address) else ""


def _moment(written: str) -> datetime | None:
    try:
        told = parsedate_to_datetime(written[:100])
        return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
