"""Read wallabag's JSON, with its texts, tags and annotations, and its CSV."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.addresses import first_web_address, web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept
from reader.foreign.json_file import Shape, elements
from reader.foreign.moments import day_first, moment, published
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import (
    Told,
    first,
    is_so,
    language_of,
    line,
    listed,
    mapped,
    tags_of,
    text,
)
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "wallabag"
PROGRAM = Program(NAME, ("pictures",))
CSV = Program(
    NAME,
    ("pictures", "highlights", "states"),
    ("Its CSV tells the time of saving without its half of the day, so the day alone comes in.",),
)
# What stands in place of the text where wallabag could not fetch it.
_FETCH_FAILED = re.compile(
    r"wallabag can.{1,8}t retrieve contents|\[?unable to retrieve (?:full-text|readable) content",
    re.IGNORECASE,
)
_LONGEST_FAILURE = 2000
_BODY = frozenset(("content", "headers", "_links"))


def is_json(shape: Shape) -> bool:
    newer = shape.has("[].is_archived", "[].url", "[].title")
    older = shape.has("[].is_read", "[].is_fav", "[].content", "[].url")
    known = any(shape.has(f"[].{one}") for one in ("is_starred", "content", "domain_name"))
    return older or (newer and known)


def is_csv(head: str) -> bool:
    return read_header(head).has("Title", "URL", "Content", "Tags", "MIME Type", "Creation date")


def read_json(path: Path) -> Iterator[Given]:
    for entry in elements(read_text(path), path.name):
        yield entry if isinstance(entry, Unreadable) else _item(entry)


def read_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _from_row(row)


def _item(entry: dict[str, Any]) -> Given:
    is_archived = is_so(entry.get("is_archived") or entry.get("is_read"))
    record = Record(
        program=NAME,
        address=_address(entry),
        saved_at=moment(entry.get("created_at")),
        stated=Stated(
            title=line(entry.get("title")),
            people=_people(entry),
            published=published(entry.get("published_at")),
            language=language_of(entry.get("language")),
        ),
        brought=Brought(
            tags=tags_of(_tags(entry.get("tags"))),
            note=_note(entry),
            marks=tuple(_marks(entry)),
            is_read=is_archived,
            is_starred=is_so(entry.get("is_starred") or entry.get("is_fav")),
            is_archived=is_archived,
        ),
        raw=without_secrets(entry, _BODY),
    )
    return kept(record, text(entry.get("id")), _content(entry.get("content")))


def _address(entry: Told) -> str:
    return first_web_address(entry.get("url"), entry.get("given_url"), entry.get("origin_url"))


def _content(content: object) -> str:
    said = text(content)
    is_failure = len(said) < _LONGEST_FAILURE and _FETCH_FAILED.search(said)
    return "" if is_failure else said


def _people(entry: Told) -> tuple[str, ...]:
    authors = entry.get("published_by")
    names = listed(authors) if isinstance(authors, list) else [authors]
    return tuple(name for name in map(line, names) if name)


def _tags(tags: object) -> list[object]:
    """Names; older versions write objects with them, the oldest one text with commas."""
    if isinstance(tags, str):
        return list(tags.split(","))
    return [first(tag, "label", "slug") if isinstance(tag, dict) else tag for tag in listed(tags)]


def _marks(entry: Told) -> Iterator[BroughtMark]:
    for mark in map(mapped, listed(entry.get("annotations"))):
        exact = text(mark.get("quote"))
        if exact:
            yield BroughtMark(
                exact, note=text(mark.get("text")), marked_at=moment(mark.get("created_at"))
            )


def _note(entry: Told) -> str:
    """What was written to no words of the text."""
    written = map(mapped, listed(entry.get("annotations")))
    notes = (text(one.get("text")) for one in written if not text(one.get("quote")))
    return "\n\n".join(note for note in notes if note)


def _from_row(row: Row) -> Given:
    record = Record(
        program=NAME,
        address=web_address(row.get("URL")),
        saved_at=day_first(row.get("Creation date", "")),
        stated=Stated(title=line(row.get("Title")), language=language_of(row.get("Language"))),
        brought=Brought(tags=tags_of(row.get("Tags", "").split(","))),
        raw=without_secrets(dict(row), frozenset(("Content",))),
    )
    return kept(record, fragment=_content(row.get("Content")))
