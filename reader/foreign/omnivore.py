"""Read Omnivore's archive, with its texts, labels and highlights, and lists of its kind."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from reader.errors import CannotOpenPage
from reader.foreign.addresses import web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import file_name, kept, kept_file, passed_over, shown_title, without_text
from reader.foreign.json_file import Shape, elements, shape_of
from reader.foreign.members import Members, base_name, members_of, read_member
from reader.foreign.moments import moment, published
from reader.foreign.omnivore_marks import read_marks
from reader.foreign.reading import HEAD, read_text, text_of
from reader.foreign.secrets import without_secrets
from reader.foreign.values import line, listed, share, tags_of, text
from reader.pages.original import Original
from reader.pages.record import Brought, Record, Stated

NAME = "Omnivore"
PROGRAM = Program(NAME, ("pictures", "places of highlights"))
LIST = Program(NAME, ("texts", "highlights"))
CSV = Program(NAME, ("texts", "titles", "highlights"))
_MOST_LISTS = 20


class _Archive:
    """Where the texts and highlights lie, by the name that an item's slug gives them."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self._places: dict[str, str] = {}
        for name in members.names:
            folder = name.replace("\\", "/").rpartition("/")[0].rpartition("/")[2]
            self._places.setdefault(f"{_FOLDERS.get(folder, folder)}/{base_name(name)}", name)

    def read(self, folder: str, name: str) -> bytes:
        """The file's bytes; none where it is not there."""
        place = "" if name.startswith(".") else self._places.get(f"{folder}/{name}")
        return read_member(self.members, place) if place else b""


_FOLDERS = {"contents": "content"}  # the documentation calls it so


def is_json(shape: Shape) -> bool:
    return shape.has("[].slug", "[].url", "[].savedAt") and (
        shape.has("[].readingProgress") or shape.has("[].labels", "[].state")
    )


def is_csv(head: str) -> bool:
    return read_header(head).has("url", "state", "labels", "saved_at")


def is_archive(members: Members) -> bool:
    return any(
        is_json(shape_of(text_of(members.read_head(name, HEAD))))
        for name in islice(_lists(members), _MOST_LISTS)
    )


def read_archive(path: Path) -> Iterator[Given]:
    with members_of(path) as members:
        archive = _Archive(members)
        for name in sorted(_lists(members), key=_first_number):
            try:
                told = text_of(read_member(members, name))
            except CannotOpenPage as error:
                yield Unreadable(base_name(name), str(error))
                continue
            for item in elements(told, base_name(name)):
                if isinstance(item, Unreadable):
                    yield item
                else:
                    yield from _with_text(item, archive)


def read_json(path: Path) -> Iterator[Given]:
    for item in elements(read_text(path), path.name):
        yield item if isinstance(item, Unreadable) else _link(_record(item, ""), item)


def read_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _from_row(row)


def _lists(members: Members) -> Iterator[str]:
    for name in members.names:
        own = base_name(name)
        if own.endswith(".json") and own.startswith(("metadata", "omnivore")):
            yield name


def _first_number(name: str) -> tuple[int, str]:
    digits = "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in base_name(name))
    numbers = digits.split()
    return int(numbers[0][:9]) if numbers else 0, name


def _with_text(item: dict[str, Any], archive: _Archive) -> Iterator[Given]:
    slug = text(item.get("slug"))
    key = text(item.get("id")) or slug
    try:
        record = _record(item, text_of(archive.read("highlights", f"{slug}.md")))
        page = text_of(archive.read("content", f"{slug}.html"))
        document = b"" if page else archive.read("content", f"{slug}.pdf")
    except CannotOpenPage as error:
        yield from without_text(_record(item, ""), key, error)
        return
    if document.startswith(b"%PDF"):
        yield kept_file(record, key, Original(f"{file_name(shown_title(record))}.pdf", document))
    else:
        yield kept(record, key, page) if page else _link(record, item)


def _link(record: Record, item: dict[str, Any]) -> Given:
    if record.address:
        return kept(record, text(item.get("id")))
    return passed_over(record, item.get("url"))


def _record(item: dict[str, Any], highlights: str) -> Record:
    is_archived = text(item.get("state")).casefold() == "archived"
    position = share(item.get("readingProgress"), 100)
    note, marks = read_marks(highlights)
    author = line(item.get("author"))
    return Record(
        program=NAME,
        address=web_address(item.get("url")),
        saved_at=moment(item.get("savedAt")),
        stated=Stated(
            title=line(item.get("title")),
            standfirst=line(item.get("description")),
            byline=author,
            people=(author,) if author else (),
            published=published(item.get("publishedAt")),
        ),
        brought=Brought(
            tags=tags_of(listed(item.get("labels"))),
            note=note,
            marks=marks,
            is_read=is_archived or position >= 1,
            is_archived=is_archived,
            position=position,
        ),
        raw=without_secrets(item),
    )


def _from_row(row: Row) -> Given:
    is_archived = row.get("state", "").strip().casefold() == "archived"
    record = Record(
        program=NAME,
        address=web_address(row.get("url")),
        saved_at=moment(row.get("saved_at")),
        stated=Stated(published=published_day(row.get("published_at", ""))),
        brought=Brought(
            tags=tags_of(tag.strip("\"' ") for tag in _between(row.get("labels", "")).split(",")),
            is_read=is_archived,
            is_archived=is_archived,
        ),
        raw=without_secrets(dict(row)),
    )
    return kept(record) if record.address else passed_over(record, row.get("url"))


def published_day(said: str) -> str:
    """Thousandths of seconds, as this list writes both of its dates, or a date."""
    return moment(said) or published(said)


def _between(said: str) -> str:
    return said.strip().removeprefix("[").removesuffix("]")
