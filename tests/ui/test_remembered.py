"""What an earlier session left, as the window shows it."""

from dataclasses import asdict

import pytest

from reader.clipping import Facet, Narrowing, Order, Search, Shelf
from reader.settings import Settings
from reader.ui.reading.page_style import PageStyle
from reader.ui.remembered import remembered_page_style, remembered_search


def test_shelf_tag_source_and_order_are_remembered() -> None:
    kept = Settings(shelf="archive", tag="coast", source="Gazette", order="oldest")
    assert remembered_search(kept) == Search("", Shelf.ARCHIVE, "coast", "Gazette", Order.OLDEST)


@pytest.mark.parametrize("strange", [{"shelf": "attic"}, {"order": "by colour"}])
def test_a_place_that_this_version_does_not_know_is_the_inbox(strange: dict[str, str]) -> None:
    search = remembered_search(Settings(**({"shelf": "all"} | strange)))  # type: ignore[arg-type]
    assert (search.shelf, search.order) == (Shelf.INBOX, Order.ADDED)


def test_without_words_nothing_is_sorted_by_how_well_it_matches() -> None:
    assert remembered_search(Settings(order="relevance")).order is Order.ADDED


def test_a_page_style_comes_back_as_it_was() -> None:
    style = PageStyle().larger()
    assert remembered_page_style(Settings(page=asdict(style))) == style


@pytest.mark.parametrize("damage", [{}, {"size": "huge"}, {"size": None}])
def test_a_damaged_page_style_is_the_usual_one(damage: dict[str, object]) -> None:
    kept = {**asdict(PageStyle().larger()), **damage} if damage else {}
    assert remembered_page_style(Settings(page=kept)) == PageStyle()


def test_what_a_list_was_narrowed_to_comes_back() -> None:
    kept = Settings(narrowed={"tag": ["coast", "coast/ferries"], "year": ["2024"]})
    assert set(remembered_search(kept).narrowed) == {
        Narrowing(Facet.TAG, "coast"),
        Narrowing(Facet.TAG, "coast/ferries"),
        Narrowing(Facet.YEAR, "2024"),
    }


@pytest.mark.parametrize("damage", [{"tag": "coast"}, {"tag": [3]}, {"colour": ["red"]}])
def test_damaged_narrowing_is_none(damage: dict[str, object]) -> None:
    assert remembered_search(Settings(narrowed=damage)).narrowed == ()
