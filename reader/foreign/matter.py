"""Read Matter's archive: its history, the texts in it, and its highlights."""

from collections.abc import Iterator
from pathlib import Path

from reader.errors import CannotOpenPage
from reader.foreign.addresses import web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, passed_over, quotes_as_page, without_text
from reader.foreign.members import Members, base_name, members_of, read_member
from reader.foreign.moments import moment
from reader.foreign.reading import read_text, text_of
from reader.foreign.secrets import without_secrets
from reader.foreign.values import first, is_so, line, tags_of
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Matter"
PROGRAM = Program(NAME, ("pictures", "dates of saving"))
CSV = Program(NAME, ("texts", "highlights", "dates of saving"))
_HISTORY = "_matter_history.csv"
_HIGHLIGHTS = "_matter_highlights.csv"

Marks = dict[tuple[str, str], list[BroughtMark]]


def is_csv(head: str) -> bool:
    return read_header(head).has("Title", "Publisher", "URL", "Word Count", "Last Interaction Date")


def is_archive(members: Members) -> bool:
    history = _named(members, _HISTORY)
    return bool(history) and is_csv(text_of(members.read_head(history, 4096)))


def read_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _item(row, "", ())


def read_archive(path: Path) -> Iterator[Given]:
    with members_of(path) as members:
        history = _named(members, _HISTORY)
        folder = history.removesuffix(_HISTORY)
        marks = _marks(members)
        loose = dict(marks)
        known = frozenset(members.names)
        for row in read_rows(text_of(read_member(members, history))):
            work = (row.get("Title", ""), row.get("Author", ""))
            own = marks.get(work, [])
            loose.pop(work, None)
            try:
                page = _text(members, known, folder, row)
            except CannotOpenPage as error:
                yield from without_text(_record(row, tuple(own)), _key(row), error)
                continue
            yield _item(row, page, tuple(own))
        for (title, author), own in loose.items():
            row = Row({"Title": title, "Author": author})
            yield _item(row, quotes_as_page(own), tuple(own))


def _named(members: Members, wanted: str) -> str:
    return next((name for name in members.names if base_name(name) == wanted), "")


def _text(members: Members, known: frozenset[str], folder: str, row: Row) -> str:
    """The text, whose file the row names, with or without an ending."""
    named = row.get("File Id", "").strip()
    for name in (f"{folder}{named}", f"{folder}{named}.html") if named else ():
        if name in known:
            return text_of(read_member(members, name))
    return ""


def _item(row: Row, page: str, marks: tuple[BroughtMark, ...]) -> Given:
    record = _record(row, marks)
    if record.address or page:
        return kept(record, _key(row), page)
    return passed_over(record, row.get("URL"))


def _key(row: Row) -> str:
    return row.get("File Id", "").strip()


def _record(row: Row, marks: tuple[BroughtMark, ...]) -> Record:
    author = line(row.get("Author"))
    return Record(
        program=NAME,
        address=web_address(row.get("URL")),
        # The day it was last touched; when it was saved is not told.
        saved_at=moment(row.get("Last Interaction Date")),
        stated=Stated(
            title=line(row.get("Title")),
            byline=author,
            people=(author,) if author else (),
            source=line(row.get("Publisher")),
        ),
        brought=Brought(
            tags=tags_of(row.get("Tags", "").split(";")),
            marks=marks,
            is_read=is_so(row.get("Read")),
            is_starred=is_so(row.get("Favorited")),
            # Once the queue was called what is saved.
            is_archived=is_so(row.get("Read")) and not is_so(first(row, "In Queue", "Saved")),
        ),
        raw=without_secrets(dict(row)),
    )


def _marks(members: Members) -> Marks:
    """The highlights by title and author, which is all that their list names a text by."""
    found: Marks = {}
    name = _named(members, _HIGHLIGHTS)
    try:
        table = text_of(read_member(members, name)) if name else ""
    except CannotOpenPage:
        return found
    for row in read_rows(table):
        exact = row.get("Text", "").strip()
        if exact:
            made = moment(row.get("Highlighted Date"))
            mark = BroughtMark(exact, note=first(row, "Note", "Notes"), marked_at=made)
            found.setdefault((row.get("Title", ""), row.get("Author", "")), []).append(mark)
    return found
