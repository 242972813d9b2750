"""Read Instapaper's CSV, old and new."""

import json
from collections.abc import Iterator
from pathlib import Path

from reader.foreign.addresses import web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, kept_note, passed_over
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import folder_tag, line, listed, tags_of
from reader.pages.record import Brought, Record, Stated

NAME = "Instapaper"
PROGRAM = Program(
    NAME,
    ("texts", "highlights"),
    ("It names one folder a page: what is starred or archived has no other.",),
)
_STATES = ("unread", "archive", "starred")


def is_csv(head: str) -> bool:
    header = read_header(head)
    return header.has("URL", "Title", "Selection", "Folder")


def read_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _item(row)


def _item(row: Row) -> Given:
    folder = line(row.get("Folder"))
    state = folder.casefold()
    title, selection = line(row.get("Title")), row.get("Selection", "").strip()
    record = Record(
        program=NAME,
        address=web_address(row.get("URL")),
        saved_at=moment(row.get("Timestamp")),
        stated=Stated(title="" if web_address(title) else title),
        brought=Brought(
            tags=tags_of([*_tags(row), "" if state in _STATES else folder_tag(folder)]),
            note=selection,
            is_read=state == "archive",
            is_starred=state == "starred",
            is_archived=state == "archive",
        ),
        raw=without_secrets(dict(row)),
    )
    if record.address:
        return kept(record)
    # What was sent there by mail has an address of Instapaper's own, and sometimes its words.
    return kept_note(record) if selection else _passed(record, row)


def _passed(record: Record, row: Row) -> Given:
    return passed_over(record, row.get("URL"))


def _tags(row: Row) -> list[object]:
    said = row.get("Tags", "").strip()
    try:
        return listed(json.loads(said)) if said else []
    except (ValueError, RecursionError):
        return list(said.strip("[]").split(","))
