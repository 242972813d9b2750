"""Read the highlights of a book that calibre's viewer wrote as JSON."""

from collections.abc import Iterator
from pathlib import Path

from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, quotes_as_page
from reader.foreign.json_file import Shape, parse_json
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import listed, mapped, text
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "calibre"
PROGRAM = Program(
    NAME,
    ("texts", "titles"),
    ("The highlights of the book come in as a page of their own.",),
)


def is_json(shape: Shape) -> bool:
    return shape.has("version", "type", "highlights[].highlighted_text", "highlights[].start_cfi")


def read_json(path: Path) -> Iterator[Given]:
    told = mapped(parse_json(read_text(path), path.name))
    highlights = [mapped(one) for one in listed(told.get("highlights"))]
    marks = tuple(
        BroughtMark(
            text(one.get("highlighted_text")),
            note=text(one.get("notes")),
            colour=text(mapped(one.get("style")).get("which")),
            marked_at=moment(one.get("timestamp")),
        )
        for one in highlights
        if text(one.get("highlighted_text")) and not one.get("removed")
    )
    record = Record(
        program=NAME,
        saved_at=max((mark.marked_at for mark in marks), default=""),
        stated=Stated(title=path.stem),
        brought=Brought(marks=marks),
        raw={"highlights": [without_secrets(one) for one in highlights]},
    )
    yield kept(record, path.stem, quotes_as_page(marks))
