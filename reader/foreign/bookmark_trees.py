"""Read the bookmarks that browsers keep for themselves: Firefox's copies, Chromium's own file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.bookmarks import MOST_LEVELS, item
from reader.foreign.foreign_library import Given
from reader.foreign.json_file import Shape, read_json
from reader.foreign.values import Told, folder_tag, listed, mapped, text

_TAGS = "tagsFolder"  # older copies list there once more what has tags
_DESCRIPTION = "bookmarkProperties/description"

_Node = dict[str, Any]


def is_firefox(shape: Shape) -> bool:
    return shape.has("dateAdded", "type", "root", "children[].root")


def is_chromium(shape: Shape) -> bool:
    return shape.has("checksum", "roots.bookmark_bar.children")


def read_firefox(path: Path) -> Iterator[Given]:
    for node, folder in _links([read_json(path)]):
        row = {
            "href": text(node.get("uri")),
            "title": text(node.get("title")),
            "add_date": text(node.get("dateAdded")),
            "tags": text(node.get("tags")),
            "description": _description(node),
        }
        yield item(row, folder)


def read_chromium(path: Path) -> Iterator[Given]:
    places = map(mapped, mapped(mapped(read_json(path)).get("roots")).values())
    trees = [tree for place in places for tree in listed(place.get("children"))]
    for node, folder in _links(trees):
        row = {
            "href": text(node.get("url")),
            "title": text(node.get("name")),
            "add_date": text(node.get("date_added")),
        }
        yield item(row, folder)


def _links(trees: list[Any]) -> Iterator[tuple[_Node, str]]:
    """Each link with the folder it lies in; the places of the browser itself are none."""
    ahead = [(mapped(tree), tuple[str, ...]()) for tree in reversed(trees)]
    while ahead:
        node, folders = ahead.pop()
        if node.get("root") == _TAGS:
            continue
        if "uri" in node or "url" in node:
            yield node, folder_tag(*folders)
        elif not node.get("root") and len(folders) < MOST_LEVELS:
            folders = (*folders, text(node.get("title")) or text(node.get("name")))
        ahead += [(mapped(child), folders) for child in reversed(listed(node.get("children")))]


def _description(node: Told) -> str:
    told = map(mapped, listed(node.get("annos")))
    return next((text(one.get("value")) for one in told if one.get("name") == _DESCRIPTION), "")
