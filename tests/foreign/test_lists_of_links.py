"""Karakeep, Linkwarden, GoodLinks and Pinboard: lists of links as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from foreign_made import by_title, faults, items, library, write

from reader.errors import CannotOpenPage

KARAKEEP: dict[str, Any] = {
    "bookmarks": [
        {
            "createdAt": 1700000000, "title": "The pier", "tags": ["sea"], "lists": ["l2", "l4"],
            "content": {"type": "link", "url": "https://a.example/pier"}, "note": "mine",
            "archived": True,
        },
        {
            "createdAt": 1700000001, "title": None, "tags": [], "lists": [],
            "content": {"type": "text", "text": "A thought.\n\nAnd <another>."}, "note": None,
            "archived": False,
        },
        {"createdAt": 1700000002, "title": "A picture", "tags": [], "content": None, "note": None},
        "damaged",
    ],
    "lists": [
        {"id": "l1", "name": "Harbour", "parentId": "l3"},
        {"id": "l2", "name": "Ropes/old", "parentId": "l1"},
        {"id": "l3", "name": "Round", "parentId": "l2"},
        {"id": "l4", "name": "A search", "type": "smart", "query": "is:fav", "parentId": None},
    ],
}  # fmt: skip
LINKWARDEN = {
    "name": "Ada", "username": "ada", "email": "ada@mail.example", "password": "$2b$10$hash",
    "collections": [
        {
            "id": 1, "name": "Sea", "parentId": None, "isPublic": False, "rssSubscriptions": [],
            "links": [],
        },
        {
            "id": 2, "name": "Ropes", "parentId": 1, "links": [
                {
                    "id": 7, "name": "You&#39;re here", "type": "url",
                    "description": "about &amp;\non it",
                    "url": "https://a.example/here", "createdAt": "2024-02-03T04:05:06.000Z",
                    "tags": [{"id": 1, "name": "old", "ownerEmail": "ada@mail.example"}],
                },
                {
                    "id": 8, "name": "With text", "url": "https://a.example/text",
                    "textContent": "The ropes.\nAll of them.", "tags": [],
                },
            ],
        },
    ],
    "pinnedLinks": [{"id": 7}],
}  # fmt: skip
GOODLINKS = [
    {
        "title": "The pier", "url": "https://a.example/pier", "originalURL": "https://s.example/1",
        "summary": "In short.", "tags": ["sea"], "starred": True, "addedAt": 1700000000.5,
        "readAt": 1700000500, "note": "mine",
        "highlights": [{"content": "rope by rope", "note": "why?", "color": "blue"}],
    }
]  # fmt: skip
PINBOARD = [
    {
        "href": "https://a.example/pier", "description": "The pier", "extended": "a <b>note</b>",
        "meta": "x", "hash": "y", "time": "2019-01-02T03:04:05Z", "shared": "no", "toread": "yes",
        "tags": "sea old_ropes",
    },
    {
        "href": "place:sort=8", "description": "Places", "extended": "", "time": "", "shared": "no",
        "toread": "no", "tags": "",
    },
]  # fmt: skip


def test_lists_within_lists_are_nested_tags_even_where_they_go_round(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(KARAKEEP))
    assert library(path, "Karakeep")
    pier = by_title(path)["The pier"].record
    assert pier.brought.tags == ("sea", "Round/Harbour/Ropes old")
    assert (pier.brought.note, pier.brought.is_archived) == ("mine", True)
    assert pier.saved_at == "2023-11-14T22:13:20+00:00"


def test_a_text_that_was_kept_is_a_page(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(KARAKEEP))
    thought = items(path)[1]
    assert b"<p>A thought.<br><br>And &lt;another&gt;.</p>" in thought.original.content
    assert [(fault.name, fault.is_broken) for fault in faults(path)] == [
        ("A picture", False),
        ("bookmark 4", True),
    ]


def test_collections_are_nested_tags_and_pins_are_stars(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(LINKWARDEN))
    assert library(path, "Linkwarden")
    here = by_title(path)["You're here"].record
    assert (here.brought.tags, here.brought.is_starred) == (("old", "Sea/Ropes"), True)
    assert here.brought.note == "about &\non it"
    assert b"mail.example" not in here.as_json()


def test_a_text_that_linkwarden_kept_comes_along(tmp_path: Path) -> None:
    found = by_title(write(tmp_path / "a.json", json.dumps(LINKWARDEN)))
    assert b"The ropes.<br>All of them." in found["With text"].original.content


def test_goodlinks_brings_stars_summaries_and_what_was_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(GOODLINKS))
    assert library(path, "GoodLinks")
    record = items(path)[0].record
    assert (record.brought.is_starred, record.brought.is_read) == (True, True)
    assert (record.stated.standfirst, record.brought.tags) == ("In short.", ("sea",))
    mark = record.brought.marks[0]
    assert (record.brought.note, mark.note, mark.colour) == ("mine", "why?", "blue")


def test_pinboard_s_tags_stand_between_spaces(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(PINBOARD))
    assert library(path, "Pinboard")
    record = items(path)[0].record
    assert record.brought.tags == ("sea", "old_ropes")
    assert (record.brought.is_read, record.brought.note) == (False, "a **note**")
    assert faults(path)[0].name == "Places"


def test_an_object_cut_short_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(KARAKEEP)[:-40])
    with pytest.raises(CannotOpenPage, match="damaged or was not saved whole"):
        items(path)
