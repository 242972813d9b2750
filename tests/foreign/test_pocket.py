import json
from pathlib import Path

from foreign_made import by_title, faults, items, library, write, zipped

TABLE = (
    "title,url,time_added,tags,status\n"
    '"The pier, mended ""at last""\nand painted",https://a.example/pier,1600000000,'
    "sea|old ropes|Größe,unread\n"
    "https://a.example/bare,https://a.example/bare,1600000001,,archive\n"
    ",https://a.example/untitled,,,unread\n"
    "A script,javascript:alert(1),1600000002,,unread\n"
    "\n"
)
VARIANT = (
    "title,url,time_added,cursor,tags,status\n"
    "Lights,https://a.example/lights,1600000003,99,lamp,archive\n"
)
HIGHLIGHTS = json.dumps(
    [
        {
            "url": "https://a.example/pier",
            "title": "The pier",
            "highlights": [{"quote": "rope by rope", "created_at": 1600000500}, {"quote": ""}],
        }
    ]
)
OLDER = (
    "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
    '<li><a href="https://a.example/one?a=1&amp;b=2" time_added="1400000000" tags="sea,old ropes">'
    "One &amp; all</a></li></ul></ul><h1>Read Archive</h1><ul>"
    '<li><a href="https://a.example/two" time_added="1400000001" tags="">https://a.example/two</a>'
    "</li></ul></body></html>"
)


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    for table in (TABLE, VARIANT):
        assert library(write(tmp_path / "part_000000.csv", table), "Pocket")
    lights = items(tmp_path / "part_000000.csv")[0].record
    assert (lights.stated.title, lights.brought.tags) == ("Lights", ("lamp",))
    assert lights.brought.is_archived
    assert lights.saved_at == "2020-09-13T12:26:43+00:00"


def test_titles_may_hold_lines_commas_and_quotes(tmp_path: Path) -> None:
    found = by_title(write(tmp_path / "a.csv", TABLE))
    pier = found['The pier, mended "at last" and painted'].record
    assert pier.brought.tags == ("sea", "old ropes", "Größe")
    assert not pier.brought.is_read


def test_a_title_that_only_repeats_the_address_is_none(tmp_path: Path) -> None:
    bare, untitled = items(write(tmp_path / "a.csv", TABLE))[1:]
    assert (bare.record.stated.title, bare.record.brought.is_read) == ("", True)
    assert untitled.record.saved_at == ""


def test_what_is_no_page_is_passed_over_and_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", TABLE)
    (script,) = faults(path)
    assert not script.is_broken
    assert "“javascript:” is no address" in script.reason
    tallies = library(path, "Pocket").tallies()
    assert (tallies.items, tallies.links, tallies.passed_over, tallies.tags) == (3, 3, 1, 3)
    assert library(path, "Pocket").losses(tallies) == (
        "Pocket's file holds no texts: 3 links come in without one.",
        "Pocket's file holds no favourites or highlights.",
        "1 entry without a page that could be kept will be passed over.",
    )


def test_an_archive_of_parts_is_one_library(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "part_000000.csv": TABLE,
        "part_000001.csv": VARIANT,
        "annotations/part_000000.json": HIGHLIGHTS,
        "__MACOSX/._part_000000.csv": b"\0\5",
    }
    path = zipped(tmp_path / "pocket.zip", parts)
    found = by_title(path)
    assert len(found) == 3  # two have no title
    marks = found['The pier, mended "at last" and painted'].record.brought.marks
    assert [(mark.exact, mark.marked_at) for mark in marks] == [
        ("rope by rope", "2020-09-13T12:35:00+00:00")
    ]


def test_an_archive_that_was_unpacked_is_the_same_library(tmp_path: Path) -> None:
    write(tmp_path / "out" / "part_000000.csv", TABLE)
    write(tmp_path / "out" / "annotations" / "part_000000.json", HIGHLIGHTS)
    assert library(tmp_path / "out", "Pocket").tallies().marks == 1


def test_one_damaged_part_does_not_end_the_others(tmp_path: Path) -> None:
    second = zipped(tmp_path / "b.zip", {"part_1.csv": VARIANT, "part_2.csv": TABLE})
    content = bytearray(second.read_bytes())
    at = content.find(b"part_2.csv") + len(b"part_2.csv") + 20
    content[at : at + 8] = b"\xff" * 8
    second.write_bytes(bytes(content))
    tallies = library(second, "Pocket").tallies()
    assert (tallies.items, tallies.unreadable) == (1, 1)


def test_the_older_page_has_its_states_in_its_headlines(tmp_path: Path) -> None:
    path = write(tmp_path / "ril_export.html", OLDER)
    assert library(path, "Pocket")
    one, two = (item.record for item in items(path))
    assert (one.stated.title, one.address) == ("One & all", "https://a.example/one?a=1&b=2")
    assert (one.brought.tags, one.brought.is_archived) == (("sea", "old ropes"), False)
    assert (two.brought.is_archived, two.brought.is_read) == (True, True)


def test_what_its_interface_answered_brings_stars_and_tags(tmp_path: Path) -> None:
    told = {
        "1": {
            "item_id": "1", "given_url": "https://a.example/g", "resolved_url": "",
            "given_title": "Given", "resolved_title": "", "favorite": "1", "status": "1",
            "time_added": "1500000000", "time_read": "0", "lang": "en", "excerpt": "In short.",
            "tags": {"sea": {"item_id": "1", "tag": "sea"}},
            "annotations": [{"quote": "old ropes", "created_at": "2020-01-02 03:04:05"}],
        },
        "2": {
            "item_id": "2", "given_url": "https://a.example/x", "resolved_url": "x",
            "time_added": "1", "status": "2",
        },
    }  # fmt: skip
    path = write(tmp_path / "dump.json", json.dumps({"status": 1, "list": told}))
    assert library(path, "Pocket")
    assert [fault.reason for fault in faults(path)] == [
        "“https://a.example/x” was deleted in Pocket."
    ]
    (one,) = (item.record for item in items(path))
    assert (one.stated.title, one.stated.standfirst) == ("Given", "In short.")
    assert (one.brought.is_starred, one.brought.is_archived) == (True, True)
    assert (one.brought.tags, one.brought.marks[0].exact) == (("sea",), "old ropes")


def test_highlights_of_what_no_table_names_bring_their_link(tmp_path: Path) -> None:
    parts = {"part_000000.csv": VARIANT, "annotations/part_000000.json": HIGHLIGHTS}
    _, pier = items(zipped(tmp_path / "pocket.zip", parts))
    assert pier.record.address == "https://a.example/pier"
    assert [mark.exact for mark in pier.record.brought.marks] == ["rope by rope"]
