"""What the list shows, and how it keeps in step."""

from pathlib import Path

import pytest
from pages_made import story_page, write
from window_made import Sitting

from reader.clipping import Order, Search, Shelf

SITE = '<meta property="og:site_name" content="{}">'


@pytest.fixture
def filled(sitting: Sitting, tmp_path: Path) -> Sitting:
    """Alpha and Beta come from the Gazette, Gamma from the Post."""
    for title, site in (("Alpha", "Gazette"), ("Beta", "Gazette"), ("Gamma", "Post")):
        page = story_page(title, head=SITE.format(site))
        sitting.add(write(tmp_path / f"{title}.html", page))
    return sitting


def summary(sitting: Sitting) -> str:
    sitting.settle()
    return sitting.panels.list._summary.text()


def test_the_line_above_the_list_says_what_it_holds(filled: Sitting) -> None:
    assert summary(filled) == "3 unread"
    filled.go_to(Shelf.ALL)
    assert summary(filled) == "3 clippings"
    filled.parts.finding.choose_source("Post")
    assert summary(filled) == "1 clipping"
    assert filled.titles == ["Gamma"]


def test_searching_sorts_by_match_and_goes_back_to_the_order_before(filled: Sitting) -> None:
    filled.go_to(Shelf.ALL)
    filled.parts.finding._on_order_chosen(Order.OLDEST)
    filled.panels.list._search.setText("lighthouse")
    filled.settle()
    assert filled.parts.finding.search.order is Order.RELEVANCE
    assert summary(filled).startswith("3 found · ")
    filled.panels.list._search.clear()
    filled.settle()
    assert filled.parts.finding.search == Search("", Shelf.ALL, order=Order.OLDEST)


def test_an_empty_list_says_why(filled: Sitting) -> None:
    filled.panels.list._search.setText("nowhere")
    filled.settle()
    said = "Nothing found for “nowhere” here. Press Alt+2 to search all clippings."
    assert filled.view._empty_text == said
    filled.go_to(Shelf.ALL)
    assert filled.view._empty_text == "Nothing found for “nowhere”."
    filled.panels.list._search.clear()
    for shelf, words in (
        (Shelf.STARRED, "starred"),
        (Shelf.MARKS, "marked"),
        (Shelf.TRASH, "trash"),
    ):
        filled.go_to(shelf)
        assert filled.titles == []
        assert words in filled.view._empty_text


def test_the_shelf_tag_and_source_narrow_and_their_chips_widen_again(filled: Sitting) -> None:
    filled.parts.changing.run(lambda: filled.library.tag([filled.id_of("Beta")], ["coast"]))
    filled.settle()
    filled.panels.shelf.tag_chosen.emit("coast")
    filled.settle()
    assert filled.titles == ["Beta"]
    filled.panels.list.tag_removed.emit()
    filled.settle()
    assert len(filled.titles) == 3
    filled.panels.shelf.source_chosen.emit("Gazette")
    filled.settle()
    assert sorted(filled.titles) == ["Alpha", "Beta"]
    filled.panels.list.source_removed.emit()
    filled.settle()
    assert len(filled.titles) == 3


def test_what_was_changed_shows_in_its_row_and_leaves_a_shelf_it_no_longer_stands_in(
    filled: Sitting,
) -> None:
    filled.parts.changing.run(lambda: filled.library.star([filled.id_of("Beta")]))
    filled.settle()
    starred = filled.panels.list.model.card_of(filled.id_of("Beta"))
    assert starred is not None
    assert starred.is_starred
    filled.parts.changing.run(lambda: filled.library.archive([filled.id_of("Beta")]))
    filled.settle()
    assert filled.titles == ["Gamma", "Alpha"]


def test_what_the_command_line_adds_meanwhile_shows_when_the_window_is_looked_at(
    filled: Sitting, tmp_path: Path
) -> None:
    list(filled.library.add([write(tmp_path / "late.html", story_page("Late"))]))
    filled.parts.finding.refresh()
    filled.settle()
    assert "Late" in filled.titles
    assert summary(filled) == "4 unread"


def test_an_earlier_sessions_search_is_asked_again(filled: Sitting) -> None:
    filled.parts.finding.begin(Search("", Shelf.ALL, "", "Gazette", Order.OLDEST))
    filled.settle()
    assert sorted(filled.titles) == ["Alpha", "Beta"]
    assert filled.parts.finding.order_without_words is Order.OLDEST
