"""Read GoodLinks' JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.addresses import first_web_address
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, passed_over
from reader.foreign.json_file import Shape, elements
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import is_so, line, listed, mapped, tags_of, text
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "GoodLinks"
PROGRAM = Program(NAME, ("texts",))


def is_json(shape: Shape) -> bool:
    return shape.has("[].url", "[].addedAt") and (
        shape.has("[].starred") or shape.has("[].originalURL")
    )


def read_json(path: Path) -> Iterator[Given]:
    for link in elements(read_text(path), path.name):
        yield link if isinstance(link, Unreadable) else _item(link)


def _item(link: dict[str, Any]) -> Given:
    read_at = moment(link.get("readAt"))
    author = line(link.get("author"))
    record = Record(
        program=NAME,
        address=first_web_address(link.get("url"), link.get("originalURL")),
        saved_at=moment(link.get("addedAt")),
        stated=Stated(
            title=line(link.get("title")),
            standfirst=line(link.get("summary")),
            byline=author,
            people=(author,) if author else (),
        ),
        brought=Brought(
            tags=tags_of(listed(link.get("tags"))),
            note=note_of(text(link.get("note"))),
            marks=tuple(_marks(link)),
            is_read=bool(read_at),
            is_starred=is_so(link.get("starred")),
        ),
        raw=without_secrets(link),
    )
    return kept(record) if record.address else passed_over(record, link.get("url"))


def _marks(link: dict[str, Any]) -> Iterator[BroughtMark]:
    for mark in map(mapped, listed(link.get("highlights"))):
        exact = text(mark.get("content"))
        if exact:
            note, colour = text(mark.get("note")), text(mark.get("color"))
            made = moment(mark.get("addedAt"))
            yield BroughtMark(exact, note=note, colour=colour, marked_at=made)
