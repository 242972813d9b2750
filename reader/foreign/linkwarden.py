"""Read Linkwarden's JSON: links in collections within collections."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, paragraphs, passed_over
from reader.foreign.json_file import Shape, parse_json
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import folder_tag, line, listed, mapped, tags_of, text
from reader.pages.record import Brought, Record, Stated

NAME = "Linkwarden"
PROGRAM = Program(NAME, ("highlights", "saved pages", "states of reading"))
_NO_FOLDER = "unorganized"
_MOST_LEVELS = 20
_BODY = frozenset(("textContent",))


def is_json(shape: Shape) -> bool:
    return shape.has("collections[].name") and (
        shape.has("collections[].links[].url")
        or shape.has("collections[].rssSubscriptions")
        or shape.has("collections[].parentId", "collections[].isPublic")
    )


def read_json(path: Path) -> Iterator[Given]:
    told = mapped(parse_json(read_text(path), path.name))
    collections = [one for one in listed(told.get("collections")) if isinstance(one, dict)]
    by_id = {text(one.get("id")): one for one in collections}
    pinned = {text(mapped(one).get("id")) for one in listed(told.get("pinnedLinks"))} - {""}
    for collection in collections:
        folder = _folder(collection, by_id)
        for link in listed(collection.get("links")):
            if isinstance(link, dict):
                yield _item(link, folder, text(link.get("id")) in pinned)
            else:
                yield Unreadable(folder or NAME, f"A link in “{folder}” is damaged.")


def _item(link: dict[str, Any], folder: str, is_pinned: bool) -> Given:
    words = text(link.get("textContent"))
    title = line(link.get("name"))
    description = unescape(text(link.get("description")))
    record = Record(
        program=NAME,
        address=web_address(link.get("url")),
        saved_at=moment(link.get("importDate")) or moment(link.get("createdAt")),
        stated=Stated(title=title),
        brought=Brought(
            tags=tags_of([*map(_tag, listed(link.get("tags"))), folder]),
            note="" if line(description) == title else note_of(description),
            is_starred=is_pinned,
        ),
        raw=without_secrets(link, _BODY),
    )
    key = text(link.get("id"))
    if record.address or words:
        return kept(record, key, paragraphs(words))
    return passed_over(record, link.get("url"))


def _tag(tag: object) -> object:
    return tag.get("name") if isinstance(tag, dict) else tag


def _folder(collection: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str:
    levels: list[str] = []
    seen: set[int] = set()
    while collection and id(collection) not in seen and len(seen) < _MOST_LEVELS:
        seen.add(id(collection))
        levels.insert(0, line(collection.get("name")))
        collection = by_id.get(text(collection.get("parentId")), {})
    folder = folder_tag(*levels)
    return "" if folder.casefold() == _NO_FOLDER else folder
