"""Read Karakeep's JSON (once Hoarder): links and texts with tags, lists and notes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, kept_note, paragraphs, passed_over
from reader.foreign.json_file import Shape, parse_json
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import first, folder_tag, is_so, line, listed, mapped, tags_of, text
from reader.pages.record import Brought, Record, Stated

NAME = "Karakeep"
PROGRAM = Program(NAME, ("texts", "highlights", "favourites"))
_MOST_LEVELS = 20


def is_json(shape: Shape) -> bool:
    kept_things = "bookmarks[].createdAt", "bookmarks[].content", "bookmarks[].tags"
    return shape.has(*kept_things)


def read_json(path: Path) -> Iterator[Given]:
    told = mapped(parse_json(read_text(path), path.name))
    # A smart list is a search, and finds what it found there by itself.
    lists = {
        text(one.get("id")): one
        for one in map(mapped, listed(told.get("lists")))
        if one.get("id") and one.get("type") != "smart"
    }
    for at, bookmark in enumerate(listed(told.get("bookmarks")), 1):
        if isinstance(bookmark, dict):
            yield _item(bookmark, lists, str(at))
        else:
            yield Unreadable(f"bookmark {at}", f"Bookmark {at} of “{path.name}” is damaged.")


def _item(bookmark: dict[str, Any], lists: dict[str, Any], at: str) -> Given:
    content = mapped(bookmark.get("content"))
    is_archived = is_so(bookmark.get("archived"))
    folders = (_folder(text(one), lists) for one in listed(bookmark.get("lists")))
    words = text(content.get("text"))
    note = note_of(text(bookmark.get("note")))
    record = Record(
        program=NAME,
        address=web_address(first(content, "url", "sourceUrl")),
        saved_at=moment(bookmark.get("createdAt")),
        stated=Stated(title=line(bookmark.get("title")) or line(words)[:80]),
        brought=Brought(
            tags=tags_of([*listed(bookmark.get("tags")), *folders]),
            note=note,
            is_read=is_archived,
            is_archived=is_archived,
        ),
        raw=without_secrets(bookmark),
    )
    if words or record.address:
        return kept(record, record.address or at, paragraphs(words))
    return kept_note(record, at) if note else passed_over(record, content.get("url"))


def _folder(list_id: str, lists: dict[str, Any]) -> str:
    """A list below those it lies in; the lists of a damaged file may lie in each other."""
    levels: list[str] = []
    seen: set[str] = set()
    while list_id in lists and list_id not in seen and len(seen) < _MOST_LEVELS:
        seen.add(list_id)
        levels.insert(0, line(lists[list_id].get("name")))
        list_id = text(lists[list_id].get("parentId"))
    return folder_tag(*levels)
