"""Read Pinboard's JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, passed_over
from reader.foreign.json_file import Shape, elements
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import is_so, line, tags_of, text
from reader.pages.record import Brought, Record, Stated

NAME = "Pinboard"
PROGRAM = Program(NAME, ("texts", "highlights", "favourites"))


def is_json(shape: Shape) -> bool:
    return shape.has("[].href", "[].description", "[].tags") and (
        shape.has("[].toread") or shape.has("[].extended", "[].time")
    )


def read_json(path: Path) -> Iterator[Given]:
    for bookmark in elements(read_text(path), path.name):
        yield bookmark if isinstance(bookmark, Unreadable) else _item(bookmark)


def _item(bookmark: dict[str, Any]) -> Given:
    record = Record(
        program=NAME,
        address=web_address(bookmark.get("href")),
        saved_at=moment(bookmark.get("time")),
        stated=Stated(title=line(bookmark.get("description"))),
        brought=Brought(
            tags=tags_of(text(bookmark.get("tags")).split()),
            note=note_of(text(bookmark.get("extended"))),
            # What is not to be read was kept to be found again.
            is_read=not is_so(bookmark.get("toread")),
        ),
        raw=without_secrets(bookmark),
    )
    return kept(record) if record.address else passed_over(record, bookmark.get("href"))
