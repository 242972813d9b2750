"""Words of the library are suggested; answers to words are kept for a while, but not for ever."""

from pathlib import Path

import numpy as np
import pytest

from reader.clipping import Searchable
from reader.search.asked import Words
from reader.search.index import SearchIndex
from reader.search.kept import Kept
from reader.search.suggestions import beginning_with, closest, how_many, is_begun


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    index = SearchIndex(tmp_path / "index")
    assert index.make_anew()
    for number, text in enumerate(("lighthouse lamp", "lighthouse lamps NATO", "Größe lamp")):
        assert index.put([entry(number + 1, text)])
    return index


def entry(number: int, text: str) -> Searchable:
    return Searchable(number, "", "", "", "", "", "", "", "", text, "", "en")


def test_words_are_counted_over_all_segments(index: SearchIndex) -> None:
    view = index.view()
    assert len(view.segments) == 3
    assert beginning_with(view, "L", 9) == [("lamp", 2), ("lighthouse", 2), ("lamps", 1)]
    assert ("grosse", 1) in beginning_with(view, "grö", 9)
    assert beginning_with(view, "^na", 9) == beginning_with(view, "", 9) == []
    assert how_many(view, "LAMP") == 2
    assert is_begun(view, "lam")
    assert not is_begun(view, "lamx")


def test_the_closest_word_differs_in_few_letters(index: SearchIndex) -> None:
    view = index.view()
    assert closest(view, "lighthuose") == ("lighthouse", 2)
    assert closest(view, "lihgthuose") == ("lighthouse", 2)
    assert closest(view, "lamo") == ("lamp", 2)
    for hopeless in ("zzzzzzzz", "lam", "1234", "", "\ud800abcd"):
        assert closest(view, hopeless) == ("", 0)


def test_an_answer_is_kept_until_the_index_changes(index: SearchIndex) -> None:
    asked = Words("lamp")

    def numbers() -> list[int]:
        return sorted(index.ask(asked, _no_facts).numbers.tolist())

    assert numbers() == numbers() == [1, 2, 3]
    index.put([entry(4, "one lamp more")])
    assert numbers() == [1, 2, 3, 4]


def test_what_is_kept_takes_no_more_room_than_there_is() -> None:
    kept = Kept(100)
    for number in range(5):
        kept.put(number, np.zeros(40, np.uint8))
    assert [number for number in range(5) if kept.get(number) is not None] == [3, 4]
    kept.get(3)
    kept.put(5, np.zeros(40, np.uint8))
    assert kept.get(3) is not None
    assert kept.get(4) is None
    kept.put(6, np.zeros(200, np.uint8))
    assert kept.get(6) is None


def test_letters_that_nearly_all_words_begin_with_find_all_that_have_one(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits = index.ask(Words("l", is_open=True), _no_facts).numbers.tolist()
    monkeypatch.setattr("reader.search.answer._WIDEST", 0)
    monkeypatch.setattr("reader.search.answer._FEW", 0)
    wide = SearchIndex(index.folder)
    assert wide.ask(Words("l", is_open=True), _no_facts).numbers.tolist() == hits == [1, 2, 3]
    assert wide.ask(Words("g", is_open=True), _no_facts).numbers.tolist() == [3]


def _no_facts(*_: object) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    raise AssertionError("nothing but words is asked for")
