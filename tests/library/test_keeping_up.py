"""What comes in is findable while more comes in, and the index never ends that work."""

import threading
from concurrent.futures import wait
from pathlib import Path

import pytest
from clippings_made import add_story, titles

from reader.clipping import Search
from reader.errors import ReaderError
from reader.library.keeping_up import KeepingUp
from reader.library.library import Library


def test_what_came_in_is_found_by_its_words(library: Library, tmp_path: Path) -> None:
    with KeepingUp(library, 2) as index:
        index._last.result()
        for number in range(2):
            add_story(library, tmp_path / "pages", f"Lamp {number}")
            index.came()
    assert titles(library, Search("lamp")) == ["Lamp 1", "Lamp 0"]


def test_nobody_waits_for_the_index(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    has_all_come = threading.Event()
    was_waited: list[bool] = []
    monkeypatch.setattr(library, "update_index", lambda: was_waited.append(has_all_come.wait(10)))
    with KeepingUp(library, 1) as index:
        index._last.result()
        for _ in range(5):
            index.came()
        has_all_come.set()
    assert was_waited == [True]


@pytest.mark.parametrize("name", ["load_index", "update_index"])
def test_an_index_that_cannot_be_written_is_told_of_later(
    library: Library, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail() -> None:
        raise ReaderError("The disk is full.")

    monkeypatch.setattr(library, name, fail)
    with KeepingUp(library, 1) as index:
        wait([index._last])
        index.came()
        wait([index._last])
        index.came()
