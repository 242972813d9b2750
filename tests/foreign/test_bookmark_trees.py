"""Bookmarks come in as browsers keep them for themselves, too."""

import json
from pathlib import Path
from typing import Any

from foreign_made import by_title, faults, library, write

from reader.foreign.recognise import recognise

PIER = {
    "guid": "a1", "title": "The pier", "index": 0, "dateAdded": 1600000000000000,
    "lastModified": 1600000000000000, "id": 7, "typeCode": 1, "tags": "sea,old ropes",
    "type": "text/x-moz-place", "uri": "https://a.example/pier",
    "annos": [{"name": "bookmarkProperties/description", "value": "What I thought"}],
}  # fmt: skip
LINE = {"guid": "a2", "type": "text/x-moz-place-separator", "typeCode": 3}
RECENT = {"guid": "a3", "title": "Recent", "type": "text/x-moz-place", "uri": "place:sort=8"}


def folder(title: str, *children: dict[str, Any], root: str = "") -> dict[str, Any]:
    about = {"guid": title, "title": title, "dateAdded": 1, "typeCode": 2}
    named = {"root": root} if root else {}
    kind = "text/x-moz-place-container"
    return {**about, "type": kind, **named, "children": list(children)}


def firefox(*children: dict[str, Any]) -> str:
    menu = folder("menu", *children, root="bookmarksMenuFolder")
    tags = folder("tags", folder("sea", {**PIER, "title": "Again"}), root="tagsFolder")
    return json.dumps(folder("", menu, tags, root="placesRoot"))


def chromium(*children: dict[str, Any]) -> str:
    place = {"children": list(children), "date_added": "1", "name": "Bar", "type": "folder"}
    empty = {"children": [], "name": "Other", "type": "folder"}
    roots = {"bookmark_bar": place, "other": empty, "synced": empty}
    return json.dumps({"checksum": "0a", "roots": roots, "version": 1})


def test_firefox_s_copy_brings_folders_tags_and_dates(tmp_path: Path) -> None:
    ships = folder("Ships", LINE, PIER, folder("Deeper/down", {**PIER, "title": "Deep"}))
    path = write(tmp_path / "bookmarks.json", firefox(ships, RECENT))
    assert library(path, "Bookmarks").tallies().links == 2
    pier = by_title(path)["The pier"].record
    assert (pier.address, pier.saved_at) == ("https://a.example/pier", "2020-09-13T12:26:40+00:00")
    assert pier.brought.tags == ("sea", "old ropes", "Ships")
    assert (pier.brought.note, pier.brought.is_read) == ("What I thought", True)
    assert by_title(path)["Deep"].record.brought.tags[-1] == "Ships/Deeper down"
    assert [one.name for one in faults(path)] == ["Recent"]


def test_chromium_s_own_file_is_read_though_its_name_ends_in_nothing(tmp_path: Path) -> None:
    lamp = {
        "date_added": "13244473600000000", "guid": "b1", "id": "5", "name": "The lamp",
        "type": "url", "url": "https://a.example/lamp",
    }  # fmt: skip
    ships = {"children": [lamp], "name": "Ships", "type": "folder"}
    path = write(tmp_path / "Bookmarks", chromium(ships, {**lamp, "name": "Loose"}))
    assert library(path, "Bookmarks")
    found = by_title(path)
    assert found["The lamp"].record.saved_at == "2020-09-13T12:26:40+00:00"
    assert found["The lamp"].record.brought.tags == ("Ships",)
    assert found["Loose"].record.brought.tags == ()


def test_folders_in_folders_without_end_are_walked(tmp_path: Path) -> None:
    tree = {**PIER}
    for _ in range(200):
        tree = folder("In", tree)
    path = write(tmp_path / "bookmarks.json", firefox(tree))
    [only] = by_title(path).values()
    assert only.record.brought.tags[-1].count("In") > 10


def test_another_tree_of_children_is_no_list_of_bookmarks(tmp_path: Path) -> None:
    tree = {"type": "root", "children": [{"type": "element", "children": []}], "dateAdded": 1}
    other = {"checksum": "0a", "roots": {"a": {"children": []}}}
    for at, told in enumerate((tree, other)):
        assert recognise(write(tmp_path / f"{at}.json", json.dumps(told))) is None
