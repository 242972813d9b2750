"""Read the highlights of books that calibre wrote as JSON."""

from collections.abc import Iterator
from pathlib import Path

from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, quotes_as_page
from reader.foreign.json_file import Shape, parse_json
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import Told, listed, mapped, text
from reader.pages.file_names import said
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "calibre"
PROGRAM = Program(
    NAME,
    ("texts", "titles"),
    ("The highlights of a book come in as a page of their own.",),
)


def is_json(shape: Shape) -> bool:
    is_book = shape.has("highlights[].highlighted_text", "highlights[].start_cfi")
    are_books = shape.has("annotations[].highlighted_text", "annotations[].book_id")
    return shape.has("version", "type") and (is_book or are_books)


def read_json(path: Path) -> Iterator[Given]:
    """The highlights of a book; or those of several, of which only numbers are told."""
    told = mapped(parse_json(read_text(path), path.name))
    books: dict[str, list[Told]] = {}
    for one in map(mapped, listed(told.get("highlights") or told.get("annotations"))):
        number = text(one.get("book_id"))
        books.setdefault(f"{path.stem}, book {number}" if number else path.stem, []).append(one)
    for name, annotations in books.items():
        yield from _book(name, annotations)


def _book(name: str, annotations: list[Told]) -> Iterator[Given]:
    marks = tuple(_mark(one) for one in annotations if _is_highlight(one))
    for one in annotations:
        if not _is_highlight(one) and not one.get("removed"):
            place = text(one.get("title")) or name
            yield Unreadable(
                place, f"“{said(place)}” marks a place in a book, and no words.", False
            )
    record = Record(
        program=NAME,
        saved_at=max((mark.marked_at for mark in marks), default=""),
        stated=Stated(title=name),
        brought=Brought(marks=marks),
        raw={"highlights": [without_secrets(dict(one)) for one in annotations]},
    )
    if marks:
        yield kept(record, name, quotes_as_page(marks))


def _is_highlight(one: Told) -> bool:
    return bool(text(one.get("highlighted_text"))) and not one.get("removed")


def _mark(one: Told) -> BroughtMark:
    return BroughtMark(
        text(one.get("highlighted_text")),
        note=text(one.get("notes")),
        colour=text(mapped(one.get("style")).get("which")),
        marked_at=moment(one.get("timestamp")),
    )
