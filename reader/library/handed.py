"""Make an Original of what is no file: words that were pasted, or an address alone."""

import re
from datetime import UTC, datetime

from reader.pages.original import Original
from reader.pages.part import Part, part_of
from reader.pages.record import RECORD_NAME, Record, Stated

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_LONGEST_NAME = 80


def as_link(address: str, title: str = "") -> Original:
    """An address without its text; the same one is known again."""
    record = Record(address=address, stated=Stated(title=title))
    return Original(_named(title or address), b"", _parts(record), datetime.now(UTC))


def as_pasted(content: bytes, name: str, ending: str, address: str = "") -> Original:
    """Bytes as they came, and the address of the page they were on where that is known."""
    record = Record(address=address)
    parts = _parts(record) if address else {}
    return Original(f"{_named(name)}{ending}", content, parts, datetime.now(UTC))


def _parts(record: Record) -> dict[str, Part]:
    return {RECORD_NAME: part_of(record.as_json())}


def _named(text: str) -> str:
    """A name for a file that would lie on any disk."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
    return name[:_LONGEST_NAME].strip(". ") or "Untitled"
