"""Read the lists of Readwise: the documents of Reader, and the highlights of all it gathers."""

import ast
from collections.abc import Iterator
from pathlib import Path

from reader.foreign.addresses import first_web_address, web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, passed_over, quotes_as_page
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import line, listed, share, tags_of
from reader.pages.record import Brought, BroughtMark, Record, Stated

READER = Program("Readwise Reader", ("texts", "highlights", "notes"))
HIGHLIGHTS = Program(
    "Readwise",
    ("texts",),
    ("It gives no addresses: the highlights of an article come in as a page of their own.",),
)
_PLACES = ("new", "later", "shortlist", "archive", "feed")
_FAVOURITE = "favorite"  # a tag there, shown as a star


def is_reader_csv(head: str) -> bool:
    header = read_header(head)
    return header.has("URL", "Document tags", "Saved date", "Location")


def is_highlights_csv(head: str) -> bool:
    return read_header(head).has("Highlight", "Book Title", "Book Author", "Highlighted at")


def read_reader_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _document(row)


def read_highlights_csv(path: Path) -> Iterator[Given]:
    works: dict[tuple[str, str, str], list[Row]] = {}
    for row in read_rows(read_text(path)):
        if not row.get("Highlight", "").strip():
            name = line(row.get("Book Title")) or "Untitled"
            yield Unreadable(name, f"A row of “{name}” holds no highlight.", False)
            continue
        work = (row.get("Book Title", ""), row.get("Book Author", ""), _address(row))
        works.setdefault(work, []).append(row)
    for (title, author, address), rows in works.items():
        yield _work(line(title), line(author), address, rows)


def _document(row: Row) -> Given:
    place = row.get("Location", "").strip().casefold()
    tags = tags_of(_python_list(row.get("Document tags", "")))
    position = share(row.get("Reading progress"))
    is_archived = place == "archive"
    own = [place] if place == "shortlist" or (place and place not in _PLACES) else []
    record = Record(
        program=READER.name,
        address=web_address(row.get("URL")),
        saved_at=moment(row.get("Saved date")),
        stated=Stated(title=line(row.get("Title"))),
        brought=Brought(
            tags=tags_of([*tags, *own]),
            is_read=is_archived or position >= 1,
            is_starred=_FAVOURITE in (tag.casefold() for tag in tags),
            is_archived=is_archived,
            position=position,
        ),
        raw=without_secrets(dict(row)),
    )
    if place == "feed" and not tags and not position:
        name = record.stated.title or record.address
        return Unreadable(name, f"“{name}” stood in the feed and was never kept.", False)
    return (
        kept(record, row.get("ID", "")) if record.address else passed_over(record, row.get("URL"))
    )


def _work(title: str, author: str, address: str, rows: list[Row]) -> Given:
    """The highlights of one text, as a page of their own where no address joins them to it."""
    marks = tuple(map(_mark, rows))
    record = Record(
        program=HIGHLIGHTS.name,
        address=address,
        saved_at=min((mark.marked_at for mark in marks if mark.marked_at), default=""),
        stated=Stated(title=title, byline=author, people=(author,) if author else ()),
        brought=Brought(
            tags=tags_of(tag for row in rows for tag in _tags(row.get("Document tags", ""))),
            marks=marks,
        ),
        raw={"rows": [without_secrets(dict(row)) for row in rows]},
    )
    key = address or f"{title} / {author}"
    return kept(record, key, "" if address else quotes_as_page(marks))


def _mark(row: Row) -> BroughtMark:
    return BroughtMark(
        row["Highlight"].strip(),
        note=row.get("Note", "").strip(),
        colour=row.get("Color", "").strip().casefold(),
        marked_at=moment(row.get("Highlighted at")),
        tags=tags_of(_tags(row.get("Tags", ""))),
    )


def _address(row: Row) -> str:
    return first_web_address(*(row.get(name) for name in ("URL", "Source URL", "Book URL")))


def _tags(said: str) -> list[object]:
    return _python_list(said) if said.strip().startswith("[") else list(said.split(","))


def _python_list(said: str) -> list[object]:
    """A list as Python writes one, commas and apostrophes in its words and all."""
    said = said.strip()
    try:
        return listed(ast.literal_eval(said)) if said else []
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return [tag.strip(" \"'") for tag in said.strip("[]").split(",")]
