import json
from pathlib import Path

import pytest
from foreign_made import library, write, zipped

from reader.errors import Cancelled
from reader.foreign.foreign_library import Tallies

ENTRY = {"is_archived": 0, "is_starred": 1, "title": "A", "url": "https://a.example/1"}


def entries(*more: dict[str, object]) -> str:
    return json.dumps([ENTRY | one for one in more])


def test_tallies_tell_how_much_there_is(tmp_path: Path) -> None:
    told = entries(
        {"tags": ["sea", "old"], "content": "<p>w</p>", "annotations": [{"quote": "w"}]},
        {"tags": ["Sea"], "url": "https://a.example/2", "is_archived": 1},
        {"url": "javascript:x"},
    )
    path = write(tmp_path / "a.json", told[:-1] + ', {"broken": ')
    assert library(path, "wallabag").tallies() == Tallies(
        items=2, with_text=1, links=1, tags=2, tagged=2, marks=1, read=1, starred=2, archived=1,
        passed_over=1, unreadable=1,
    )  # fmt: skip


def test_losses_are_sentences_with_their_numbers(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", entries({}, {"url": "https://a.example/2"}))
    found = library(path, "wallabag")
    assert found.losses(found.tallies()) == (
        "2 items have no text in the file, and will be a link without one.",
        "wallabag's file holds no pictures.",
    )
    assert found.losses(Tallies(unreadable=1234))[-1] == "1,234 entries could not be read."


def test_counting_can_be_cancelled(tmp_path: Path) -> None:
    links: list[dict[str, object]] = [{"url": f"https://a.example/{n}"} for n in "abcd"]
    path = write(tmp_path / "a.json", entries(*links))
    heard: list[int] = []

    def heed(count: int) -> None:
        heard.append(count)
        if count == 2:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        library(path, "wallabag").tallies(heed)
    assert heard == [1, 2]


def test_keys_are_told_apart_and_always_the_same(tmp_path: Path) -> None:
    told = entries({"id": 5}, {"id": 5, "title": "B"}, {"id": 5, "title": "B"})
    path = write(tmp_path / "a.json", told)
    keys = [[one.key for one in library(path, "wallabag").items()] for _ in range(2)]  # type: ignore[union-attr]  # no faults
    assert keys == [["5", "5 (2)"], ["5", "5 (2)"]]


def test_a_damaged_text_is_told_and_its_link_comes_in(tmp_path: Path) -> None:
    item = {
        "slug": "a", "title": "A", "url": "https://a.example/1", "savedAt": "2020-01-02T00:00:00Z",
        "readingProgress": 0,
    }  # fmt: skip
    files = {"metadata_0_to_1.json": json.dumps([item]), "content/a.html": "<p>Words</p>" * 99}
    path = zipped(tmp_path / "a.zip", files)
    content = bytearray(path.read_bytes())
    at = content.find(b"content/a.html") + len(b"content/a.html") + 4
    content[at : at + 9] = b"\xff" * 9
    path.write_bytes(bytes(content))
    tallies = library(path, "Omnivore").tallies()
    assert (tallies.links, tallies.with_text, tallies.unreadable) == (1, 0, 1)


def test_links_to_a_page_that_came_before_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", entries({}, {"tags": ["sea"]}, {"tags": ["old"]}))
    found = library(path, "wallabag")
    tallies = found.tallies()
    assert (tallies.links, tallies.repeated) == (3, 2)
    assert found.losses(tallies)[-1].startswith("2 links lead to a page that came before")
    assert library(write(tmp_path / "b.json", entries({})), "wallabag").tallies().repeated == 0
