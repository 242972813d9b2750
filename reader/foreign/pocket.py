"""Read Pocket's lists: CSV alone or in parts, the older HTML, and what its interface answered."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.errors import CannotOpenPage
from reader.foreign.addresses import first_web_address, web_address
from reader.foreign.csv_rows import read_header, read_rows
from reader.foreign.foreign_library import ForeignItem, Given, Program, Unreadable
from reader.foreign.items import kept, passed_over
from reader.foreign.json_file import Shape, parse_json, read_json
from reader.foreign.members import Members, base_name, members_of, read_member, seen_names
from reader.foreign.moments import moment
from reader.foreign.reading import read_text, text_of
from reader.foreign.secrets import without_secrets
from reader.foreign.tag_stream import pieces
from reader.foreign.values import (
    Told,
    first,
    is_so,
    language_of,
    line,
    listed,
    mapped,
    number,
    tags_of,
    text,
)
from reader.pages.file_names import said
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Pocket"
PROGRAM = Program(NAME, ("texts", "favourites"))
LISTS = Program(NAME, ("texts", "favourites", "highlights"))
DUMP = Program(NAME, ("texts",))
_LISTED = re.compile(r"<li>\s*<a(?=\s)[^<>]{0,4000}\stime_added=[\"']?\d+")
_ARCHIVED = "1"
_TRASHED = "2"

Marks = dict[str, tuple[BroughtMark, ...]]


def is_csv(head: str) -> bool:
    header = read_header(head)
    return header.has("url", "time_added", "status") and header.has("title")


def is_html(head: str) -> bool:
    """Its lists stand below headlines, and no other page gives its links such an attribute."""
    # Most pages are told by what is sought soonest.
    return "<script" not in head and "<h1>" in head and bool(_LISTED.search(head))


def is_dump(shape: Shape) -> bool:
    ends = {path.rpartition(".")[2] for path in shape.paths}
    return {"given_url", "resolved_url", "time_added"} <= ends


def is_archive(members: Members) -> bool:
    """Nothing but tables of Pocket's, and its highlights."""
    tables = [name for name in seen_names(members) if name.lower().endswith(".csv")]
    others = [name for name in seen_names(members) if name not in tables]
    if not tables or any(not name.lower().endswith(".json") for name in others):
        return False
    return is_csv(text_of(members.read_head(tables[0], 4096)))


def read_csv(path: Path) -> Iterator[Given]:
    yield from _given(read_text(path), {})


def read_archive(path: Path) -> Iterator[Given]:
    with members_of(path) as members:
        marks = _marks(members)
        loose = dict(marks)
        for name in sorted(seen_names(members)):
            if not name.lower().endswith(".csv"):
                continue
            try:
                for given in _given(text_of(read_member(members, name)), marks):
                    if isinstance(given, ForeignItem):
                        loose.pop(given.record.address, None)
                    yield given
            except CannotOpenPage as error:  # one part may be damaged, the others are not
                yield Unreadable(base_name(name), str(error))
        for address, own in loose.items():
            yield _item({"url": address}, (), own)


def read_html(path: Path) -> Iterator[Given]:
    for row in _links(read_text(path)):
        yield _item(row, tags_of(row["tags"].replace("|", ",").split(",")), ())


def read_dump(path: Path) -> Iterator[Given]:
    told = read_json(path)
    told = told.get("list", told) if isinstance(told, dict) else told
    for one in told.values() if isinstance(told, dict) else listed(told):
        if isinstance(one, dict):
            yield _deleted(one) if text(one.get("status")) == _TRASHED else _from_dump(one)


def _given(table: str, marks: Marks) -> Iterator[Given]:
    for row in read_rows(table):
        tags = tags_of(row.get("tags", "").split("|"))
        yield _item(row, tags, marks.get(web_address(row.get("url")), ()))


def _item(row: Mapping[str, str], tags: tuple[str, ...], marks: tuple[BroughtMark, ...]) -> Given:
    address = web_address(row.get("url"))
    is_archived = row.get("status", "").strip().casefold() in ("archive", "archived", "read")
    title = line(row.get("title"))
    record = Record(
        program=NAME,
        address=address,
        saved_at=moment(row.get("time_added")),
        stated=Stated(title="" if web_address(title) else title),
        brought=Brought(tags=tags, marks=marks, is_read=is_archived, is_archived=is_archived),
        raw=without_secrets(dict(row)),
    )
    return kept(record) if address else passed_over(record, row.get("url"))


def _marks(members: Members) -> Marks:
    """The highlights, which newer archives hold beside the tables, by address."""
    found: Marks = {}
    for name in sorted(seen_names(members)):
        if not name.lower().endswith(".json"):
            continue
        try:
            told = parse_json(text_of(read_member(members, name)), base_name(name))
        except CannotOpenPage:
            continue  # the pages themselves stand in the tables
        for page in listed(told):
            address = web_address(mapped(page).get("url"))
            found[address] = found.get(address, ()) + tuple(_marked(mapped(page)))
    return found


def _marked(page: dict[str, Any]) -> Iterator[BroughtMark]:
    for mark in map(mapped, listed(page.get("highlights") or page.get("annotations"))):
        exact = text(mark.get("quote"))
        if exact:
            note = first(mark, "note", "comment")
            yield BroughtMark(exact, note=note, marked_at=moment(mark.get("created_at")))


def _from_dump(one: dict[str, Any]) -> Given:
    address = first_web_address(one.get("resolved_url"), one.get("given_url"))
    is_archived = text(one.get("status")) == _ARCHIVED
    marks = (mapped(mark) for mark in listed(one.get("annotations")))
    record = Record(
        program=NAME,
        address=address,
        saved_at=moment(one.get("time_added")),
        stated=Stated(
            title=line(first(one, "resolved_title", "given_title")),
            standfirst=line(one.get("excerpt")),
            language=language_of(one.get("lang")),
            people=_authors(one),
        ),
        brought=Brought(
            tags=tags_of(mapped(one.get("tags"))),
            marks=tuple(
                BroughtMark(text(mark.get("quote")), marked_at=moment(mark.get("created_at")))
                for mark in marks
                if text(mark.get("quote"))
            ),
            is_read=is_archived or number(one.get("time_read")) > 0,
            is_starred=is_so(one.get("favorite")),
            is_archived=is_archived,
        ),
        raw=without_secrets(one),
    )
    key = text(one.get("item_id"))
    return kept(record, key) if address else passed_over(record, one.get("given_url"))


def _deleted(one: Told) -> Unreadable:
    name = line(first(one, "resolved_title", "given_title", "given_url", "item_id"))
    return Unreadable(name, f"“{said(name)}” was deleted in {NAME}.", False)


def _authors(one: Told) -> tuple[str, ...]:
    authors = (mapped(author).get("name") for author in mapped(one.get("authors")).values())
    return tuple(name for name in map(line, authors) if name)


def _links(markup: str) -> Iterator[dict[str, str]]:
    """The links of `ril_export.html`, each below the headline that names its state."""
    within = heading = ""
    row: dict[str, str] = {}
    words: list[str] = []
    for piece in pieces(markup):
        if piece.name in ("h1", "a"):
            if row:
                yield {**row, "title": "".join(words)}
                row, words = {}, []
            within = "" if piece.is_end else piece.name
            heading = "" if within == "h1" else heading
            if within == "a" and "href" in piece.attributes:
                row = _row(piece.attributes, heading)
        elif not piece.name and within == "h1":
            heading += piece.text
        elif not piece.name and row:
            words.append(piece.text)
    if row:
        yield {**row, "title": "".join(words)}


def _row(told: dict[str, str], heading: str) -> dict[str, str]:
    status = "archive" if "archive" in heading.casefold() else "unread"
    about = {name: told.get(name, "") for name in ("time_added", "tags")}
    return {"title": "", "url": told["href"], "status": status, **about}
