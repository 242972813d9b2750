"""Whatever is in a file, it is read, told as unreadable, or refused with a sentence."""

import json
import random
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from foreign_made import write, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.foreign.foreign_library import ForeignItem
from reader.foreign.recognise import recognise
from reader.pages.open_page import open_pages

URL = "https://a.example/1"
OBJECTS: dict[str, Any] = {
    "wallabag": [
        {
            "is_archived": 1, "is_starred": 0, "title": "A", "url": URL, "content": "<p>Words</p>",
            "tags": ["x", {"label": "y"}], "published_by": ["Ada"], "created_at": "2020-01-02",
            "annotations": [{"quote": "Words", "text": "n"}],
        }
    ],
    "omnivore": [
        {"slug": "a", "url": URL, "savedAt": "2020-01-02", "readingProgress": 3, "labels": ["x"]}
    ],
    "karakeep": {
        "bookmarks": [
            {
                "createdAt": 1, "title": "A", "tags": ["x"], "lists": ["l"], "note": "n",
                "content": {"type": "link", "url": URL},
            }
        ],
        "lists": [{"id": "l", "name": "L", "parentId": None}],
    },
    "linkwarden": {
        "collections": [
            {"id": 1, "name": "A", "links": [{"id": 1, "name": "L", "url": URL, "tags": [{}]}]}
        ],
        "pinnedLinks": [{"id": 1}],
    },
    "goodlinks": [{"url": URL, "addedAt": 1.5, "starred": True, "highlights": [{"content": "w"}]}],
    "pinboard": [{"href": URL, "description": "A", "tags": "x y", "toread": "no", "time": ""}],
    "hypothesis": {
        "annotations": [
            {
                "uri": URL, "text": "n", "tags": ["x"], "document": {"title": ["A"]},
                "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "w"}]}],
            }
        ]
    },
    "pocket": {
        "list": {
            "1": {
                "given_url": URL, "resolved_url": URL, "time_added": "1", "tags": {"x": {}},
                "annotations": [{"quote": "w"}], "authors": {"1": {"name": "Ada"}},
            }
        }
    },
    "calibre": {
        "version": 1, "type": "calibre_highlights",
        "highlights": [{"highlighted_text": "w", "start_cfi": "/2", "style": {"which": "green"}}],
    },
    "firefox": {
        "dateAdded": 1, "type": "text/x-moz-place-container", "root": "placesRoot",
        "children": [
            {
                "root": "toolbarFolder",
                "children": [
                    {"title": "F", "children": [{"uri": URL, "title": "A", "tags": "x,y"}]},
                ],
            }
        ],
    },
    "chromium": {
        "checksum": "0a",
        "roots": {
            "bookmark_bar": {
                "children": [{"url": URL, "name": "A", "date_added": "13244473600000000"}],
            },
            "other": {},
        },
    },
    "csl": [
        {
            "id": 1, "type": "webpage", "title": "A", "URL": URL, "container-title": "C",
            "author": [{"family": "B", "given": "A"}], "issued": {"date-parts": [[2020, 1, 2]]},
        }
    ],
}  # fmt: skip
TEXTS = {
    "pocket": f'title,url,time_added,tags,status\n"A, b",{URL},1600000000,x|y,unread\n',
    "instapaper": f'URL,Title,Selection,Folder,Timestamp,Tags\n{URL},A,s,F,1,"[""x""]"\n',
    "wallabag": f"Title;URL;Content;Tags;MIME Type;Language;Creation date\nA;{URL};<p>w</p>;x;;;\n",
    "reader": f"Title,URL,Document tags,Saved date,Location\nA,{URL},['x'],2020-01-02,later\n",
    "readwise": "Highlight,Book Title,Book Author,Highlighted at\nw,A,B,2020-01-02\n",
    "raindrop": f"title,excerpt,url,folder,tags,created,highlights\nA,e,{URL},F/G,x,2020,[{{}}]\n",
    "matter": f"Title,Publisher,URL,Word Count,Last Interaction Date\nA,P,{URL},1,2020-01-02\n",
    "omnivore": f"url,state,labels,saved_at\n{URL},ARCHIVED,[x],1683356889123\n",
    "bookmarks": "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>F</H3><DL><p>"
    f'<DT><A HREF="{URL}" ADD_DATE="1" TAGS="x">A</A><DD>n</DL></DL>',
    "ril": f'<h1>Unread</h1><ul><li><a href="{URL}" time_added="1" tags="x">A</a></li></ul>',
    "enex": "<en-export><note><title>A</title><tag>x</tag><content><![CDATA[<en-note>w "
    '<en-media hash="d41d8cd98f00b204e9800998ecf8427e" type="image/png"/><a name="x"/><en-todo/>'
    "<en-crypt>z</en-crypt></en-note>]]></content><resource><data>AAAA</data><mime>image/png"
    "</mime></resource><task><title>t</title></task></note></en-export>",
    "ris": f"TY  - NEWS\nTI  - A\nAU  - B, C\nDA  - 2020/01/02\nUR  - {URL}\nKW  - x\nER  - \n",
    "bibtex": f"@misc{{a, title = {{A \\'e}}, url = {{{URL}}}, author = {{B, C}},"
    " file = {a:b:c}}",
}
SAMPLES = {
    **{f"{name}.json": json.dumps(told) for name, told in OBJECTS.items()},
    **{f"{name}.txt": told for name, told in TEXTS.items()},
}
JUNK: list[Any] = [
    None, True, 0, -1, 1e308, 10**20, "", "x", "\0", "\ud800", "javascript:x", URL, [], [None],
    [[]], {}, {"": None}, {"name": {"name": []}}, [1, "x", {}], "<h1>", "<en-note", "1" * 50,
]  # fmt: skip


def read_all(path: Path) -> int:
    """How many items there are; each of them opens as pages, or says why it does not."""
    found = recognise(path)
    if found is None:
        return 0
    count = 0
    try:
        for one in found.items():
            if isinstance(one, ForeignItem):
                count += 1
                open_all(one)
            else:
                assert one.reason
    except ReaderError as refused:
        said = str(refused)
        if not said.endswith("."):
            raise
    return count


def open_all(item: ForeignItem) -> None:
    try:
        for page in open_pages(item.original):
            assert page.record.program == item.record.program
    except ReaderError as refused:
        said = str(refused)
        if not said.endswith("."):
            raise


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_is_a_library(tmp_path: Path, name: str) -> None:
    assert read_all(write(tmp_path / name, SAMPLES[name])) == 1


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=6)),
        min_size=1,
        max_size=5,
    ),
)
def test_damage_anywhere_is_no_bug(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    content = bytearray(SAMPLES[name].encode())
    for place, length, bytes_ in edits:
        at = int(place * len(content))
        content[at : at + length] = bytes_
    with TemporaryDirectory() as folder:
        read_all(write(Path(folder) / "file", bytes(content)))


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(OBJECTS)), st.integers(0, 1 << 32), st.floats(0.05, 0.6))
def test_values_of_any_type_are_no_bug(name: str, seed: int, share: float) -> None:
    chance = random.Random(seed)
    told = [spoiled(OBJECTS[name], chance, share)]
    told = [OBJECTS[name], *told] if isinstance(OBJECTS[name], dict) else [*OBJECTS[name], *told]
    whole = json.dumps(told[1] if isinstance(OBJECTS[name], dict) else told)
    with TemporaryDirectory() as folder:
        read_all(write(Path(folder) / "file", whole))


def spoiled(told: Any, chance: random.Random, share: float, depth: int = 0) -> Any:
    if depth > 1 and chance.random() < share:
        return chance.choice(JUNK)
    if isinstance(told, dict):
        return {key: spoiled(one, chance, share, depth + 1) for key, one in told.items()}
    if isinstance(told, list):
        return [spoiled(one, chance, share, depth + 1) for one in told]
    return told


@pytest.mark.parametrize("depth", [50, 900, 100_000])
def test_depth_without_end_is_no_bug(tmp_path: Path, depth: int) -> None:
    for name, told in OBJECTS.items():
        whole = json.dumps(told)
        deep = "[" * depth + "]" * depth
        nested = whole.replace('"x"', deep).replace('"w"', deep).replace('"A"', deep)
        read_all(write(tmp_path / f"{name}.json", nested))
        read_all(write(tmp_path / f"{name}2.json", whole[:-1] + "," + deep))
    markup = TEXTS["enex"].replace("w ", "<div>" * depth)
    read_all(write(tmp_path / "a.enex", markup))


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=20))
def test_a_damaged_archive_is_no_bug(place: float, bytes_: bytes) -> None:
    with TemporaryDirectory() as folder:
        files = {
            "metadata_0_to_19.json": json.dumps(OBJECTS["omnivore"]),
            "content/a.html": "<p>Words</p>",
            "highlights/a.md": "> w",
        }
        path = zipped(Path(folder) / "a.zip", files)
        assert read_all(path) == 1
        content = bytearray(path.read_bytes())
        at = int(place * len(content))
        content[at : at + len(bytes_)] = bytes_
        read_all(write(path, bytes(content)))


def test_a_file_in_an_archive_may_have_lost_its_name(tmp_path: Path) -> None:
    files = {"metadata_0_to_19.json": json.dumps(OBJECTS["omnivore"]), "x.txt": "w"}
    path = zipped(tmp_path / "a.zip", files)
    assert read_all(write(path, path.read_bytes().replace(b"x.txt", b"\0.txt"))) == 1


def test_a_damaged_or_hostile_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "storage").mkdir()
    database = tmp_path / "zotero.sqlite"
    write(database, b"SQLite format 3\0" + b"\xff" * 5000)
    assert read_all(tmp_path) == 0
    database.unlink()
    connection = sqlite3.connect(database)
    connection.executescript(
        "CREATE TABLE itemTypes (itemTypeID, typeName); CREATE TABLE fields (fieldID, fieldName);"
        "CREATE TABLE itemData (itemID, fieldID, valueID); CREATE TABLE itemDataValues (valueID,"
        " value); CREATE VIEW items AS WITH RECURSIVE n(itemID) AS (SELECT 1 UNION ALL SELECT"
        " itemID + 1 FROM n) SELECT itemID, 1 AS itemTypeID, '' AS dateAdded, 'k' AS key FROM n;"
    )
    connection.close()
    assert read_all(tmp_path) == 0
