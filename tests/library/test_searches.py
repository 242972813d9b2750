"""Searches are kept under names, changed and brought back; recent ones are remembered."""

from collections.abc import Callable

import pytest
from kept_made import keep_all

from reader.clipping import Change, Facet, Order, Search, Shelf
from reader.errors import ReaderError
from reader.library.library import Library

LAMPS = Search("lamp -brass", Shelf.STARRED, "sea", "Tide", Order.LONGEST).toggled(
    Facet.YEAR, "2024"
)


def names(library: Library) -> list[str]:
    return [one.name for one in library.saved_searches()]


def saved(library: Library, *words: str) -> list[str]:
    for one in words:
        assert library.save_search("", Search(one))
    return [one.id for one in library.saved_searches()]


def test_a_saved_search_comes_back_as_it_was(library: Library) -> None:
    library.save_search(" All  lamps ", LAMPS)
    library.save_search("", Search("rope"))
    again = Library(library.folder)
    [first, second] = again.saved_searches()
    assert (first.name, first.search) == ("All lamps", LAMPS)
    assert second.name == "rope"
    again.close()


def test_saved_searches_are_renamed_edited_reordered_and_removed(library: Library) -> None:
    one, two, three = saved(library, "one", "two", "three")
    library.edit_search(one, name="First")
    library.edit_search(two, search=Search("zwei"))
    library.order_searches([three, "unknown", one])
    assert names(library) == ["three", "First", "two"]
    library.remove_search(three)
    assert [(it.name, it.search.words) for it in library.saved_searches()] == [
        ("First", "one"),
        ("two", "zwei"),
    ]


def test_every_change_of_a_saved_search_is_taken_back_and_made_again(library: Library) -> None:
    one, two, three = saved(library, "one", "two", "three")
    changes: tuple[Callable[[], Change], ...] = (
        lambda: library.save_search("four", Search("four")),
        lambda: library.edit_search(two, "Second", Search("zwei")),
        lambda: library.order_searches([three, two, one]),
        lambda: library.remove_search(two),
    )
    for change in changes:
        before = library.saved_searches()
        done = change()
        after = library.saved_searches()
        assert after != before
        undone = library.undo(done)
        assert library.saved_searches() == before
        library.undo(undone)
        assert library.saved_searches() == after
        library.undo(library.undo(undone))
        library.undo(done)
        assert library.saved_searches() == before


def test_taking_back_leaves_alone_what_came_after(library: Library) -> None:
    one, two = saved(library, "one", "two")
    renamed = library.edit_search(one, "First")
    library.edit_search(two, "Second")
    library.save_search("three", Search("three"))
    library.undo(renamed)
    assert names(library) == ["one", "Second", "three"]


def test_a_change_that_changes_nothing_says_so(library: Library) -> None:
    [one] = saved(library, "one")
    assert not library.order_searches([one])
    assert not library.edit_search(one, "one")
    with pytest.raises(ReaderError):
        library.remove_search("gone")


def test_each_saved_search_counts_what_it_finds(library: Library) -> None:
    ids = keep_all(
        library, {"A lamp": "Brass.", "Two lamps": "Rope.", "A third lamp": "Tin."}, language="en"
    )
    library.trash([ids["A third lamp"]])
    lamps, brass, nothing = saved(library, "lamp ", "lamp -brass", "zebra")
    assert library.search_counts() == {lamps: 2, brass: 1, nothing: 0}


def test_recent_searches_are_told_once_the_latest_first_and_forgotten(library: Library) -> None:
    for words in ("lamp", " rope\n tin", "", "lamp", "x" * 5_000):
        library.remember_search(words)
    assert library.recent_searches() == ("lamp", "rope tin")
    for number in range(50):
        library.remember_search(f"lamp {number}")
    assert len(library.recent_searches()) == 30
    assert library.recent_searches()[0] == "lamp 49"
    library.forget_searches()
    assert library.recent_searches() == ()


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "'; DROP TABLE clippings", "x" * 10_000])
def test_any_text_can_be_saved(library: Library, text: str) -> None:
    library.save_search(text, Search(text, tag=text, source=text).toggled(Facet.TAG, text))
    library.remember_search(text)
    [one] = library.saved_searches()
    assert one.name
    library.find(one.search)
