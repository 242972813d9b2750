"""Open the pages of a WACZ, a ZIP archive of WARC files with a list of their pages."""

import json
from collections.abc import Iterator

from reader.errors import CannotOpenPage
from reader.pages.file_names import said
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened
from reader.pages.warc_file import open_records, read_warc
from reader.pages.warc_records import WarcRecords
from reader.pages.zipped import Zipped

_LARGEST_IN_ALL = 512 << 20  # of what its files hold before they are unpacked themselves
_LARGEST_LIST = 32 << 20
_MOST_LISTED = 100_000


def open_wacz(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    """Each page that its list names, or each that was recorded where it names none."""
    shown = said(original.name.rsplit("/", 1)[-1])
    archive = Zipped(shown, original.content)
    yield from open_records(shown, _recordings(archive, shown), set(_listed(archive)), wanted)


def _recordings(archive: Zipped, shown: str) -> list[WarcRecords]:
    found: list[WarcRecords] = []
    left = _LARGEST_IN_ALL
    for name in sorted(archive):
        if not name.startswith("archive/") or not name.endswith((".warc", ".warc.gz")):
            continue
        try:
            content = archive.read(name, left)
        except OSError as error:
            raise CannotOpenPage(
                f"“{shown}” is damaged or too large: {said(name)} cannot be unpacked. "
                "Save or download it again."
            ) from error
        left -= len(content)
        found.append(read_warc(shown, content))
    return found


def _listed(archive: Zipped) -> Iterator[str]:
    """The addresses in its lists of pages; the first line of each tells what list it is."""
    for name in sorted(archive):
        if name.startswith("pages/") and name.endswith(".jsonl"):
            try:
                lines = archive.read(name, _LARGEST_LIST).splitlines()
            except OSError:
                continue
            for line in lines[:_MOST_LISTED]:
                yield from _address(line)


def _address(line: bytes) -> Iterator[str]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return
    address = told.get("url") if isinstance(told, dict) else None
    if isinstance(address, str) and address:
        yield address
