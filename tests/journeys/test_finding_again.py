"""An evening's search by the keyboard alone: mistyped, narrowed, kept, read, taken back."""

from pathlib import Path

import pytest
from pages_made import story_page, write
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_made import SitDown, Sitting

from reader.clipping import Facet, Narrowing, Order, Search
from reader.ui.panels.related_card import RelatedCard

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier

TOLD = (
    "The dredger lay at the outer basin while the harbour council measured the silt.",
    "Nobody had thought that the dredger would stay for the winter, least of all its crew.",
    "When the tide turned, the dredger swung round and showed its other side to the town.",
)
ELSEWHERE = "A tram stood still in the old town and nobody knew why it did not go on."


def page(title: str, source: str, year: int, words: tuple[str, ...]) -> str:
    head = (
        f'<meta property="og:site_name" content="{source}">'
        f'<meta property="article:published_time" content="{year}-05-04T08:00:00Z">'
    )
    told = [f"{title}: {words[n % len(words)]} It was day {n}." for n in range(9)]
    return story_page(title, *told, head=head)


@pytest.fixture
def filled(sitting: Sitting, tmp_path: Path) -> Sitting:
    """Six stories of a dredger from two papers and two years, and four of a tram."""
    stories = [
        ("Dredger at the basin", "Port News", 2026, TOLD),
        ("Dredger in winter", "Port News", 2026, TOLD[1:]),
        ("Dredger and tide", "Port News", 2024, TOLD[2:]),
        ("Silt of the dredger", "Gazette", 2026, TOLD[:2]),
        ("Dredger sold", "Gazette", 2024, TOLD[:1]),
        *((f"Tram number {n}", "Gazette", 2025, (ELSEWHERE,)) for n in range(4)),
    ]
    files = [write(tmp_path / f"{n}.html", page(*story)) for n, story in enumerate(stories)]
    sitting.add(*files)
    sitting.parts.actions["go_all"].trigger()
    sitting.settle()
    sitting.wait(lambda: not sitting.library.needs_index)
    return sitting


def test_a_search_is_mistyped_put_right_narrowed_kept_read_and_taken_back(
    filled: Sitting,
) -> None:
    saving = filled.parts.saving
    mistype(filled)
    narrow(filled)
    keep(filled)
    read_and_go_on(filled)

    # The name, and then the shelf itself, are taken back.
    filled.press(Qt.Key.Key_Z, CONTROL)
    filled.wait(lambda: [one.name for one in saving.searches] == ["dredger"])
    filled.press(Qt.Key.Key_Z, CONTROL)
    filled.wait(lambda: saving.searches == ())
    filled.settle()
    assert filled.library.saved_searches() == ()


def mistype(filled: Sitting) -> None:
    """The line above the list knows better, and a key takes it."""
    panel = filled.panels.list
    filled.press(Qt.Key.Key_Slash)
    filled.type("dredgre")
    filled.wait(lambda: filled.parts.finding._found.meant == "dredger")
    filled.settle()
    assert filled.titles == []
    filled.press(Qt.Key.Key_Return, CONTROL)
    filled.wait(lambda: len(panel.model.ids) == 5)
    assert panel.words == "dredger"


def narrow(filled: Sitting) -> None:
    """By two facets, in the list of all of them."""
    panel, finding = filled.panels.list, filled.parts.finding
    filled.press(Qt.Key.Key_N, CONTROL | SHIFT)
    filled.wait(lambda: filled.focused.objectName() == "facets")
    filled.settle()
    filled.press(Qt.Key.Key_Space)
    filled.wait(lambda: finding.search.narrowed == (Narrowing(Facet.SOURCE, "Port News"),))
    filled.settle()
    assert len(panel.model.ids) == 3
    while Facet.YEAR not in [one.facet for one in finding.search.narrowed]:
        filled.press(Qt.Key.Key_Down)
        row = panel._facets._standing()
        assert row is not None
        if row.value == "2026":
            filled.press(Qt.Key.Key_Space)
    filled.settle()
    assert sorted(filled.titles) == ["Dredger at the basin", "Dredger in winter"]


def keep(filled: Sitting) -> None:
    """On the shelf, under another name."""
    shelf, saving = filled.panels.shelf, filled.parts.saving
    filled.press(Qt.Key.Key_S, CONTROL | SHIFT)
    filled.wait(lambda: filled.focused.objectName() == "shelfEdit")
    filled.type("Dredger of this year")
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: [one.name for one in saving.searches] == ["Dredger of this year"])
    filled.wait(lambda: shelf._contents.kept.counts == {saving.searches[0].id: 2})


def read_and_go_on(filled: Sitting) -> None:
    """From match to match, then to a related clipping, and back."""
    filled.press(Qt.Key.Key_Slash)
    filled.press(Qt.Key.Key_Return)
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: filled.panels.pane._finding._emphasis.hits > 1)
    opened = filled.shown
    filled.press(Qt.Key.Key_F3)
    filled.wait(lambda: filled.said.startswith("Place 2 of "))

    filled.press(Qt.Key.Key_3, CONTROL)
    filled.wait(lambda: filled.panels.side.findChildren(RelatedCard))
    card = filled.panels.side.findChildren(RelatedCard)[0]
    filled.wait(card.isVisible)
    while filled.focused is not card:
        filled.press(Qt.Key.Key_Tab)
    filled.press(Qt.Key.Key_Space)
    filled.wait(lambda: filled.shown != opened)
    assert "redger" in filled.shown
    filled.press(Qt.Key.Key_Left, ALT)
    filled.wait(lambda: filled.shown == opened)


@pytest.fixture
def kept(filled: Sitting) -> Sitting:
    """With three saved searches; all clippings are shown."""
    saving = filled.parts.saving
    for words in ("dredger", "tram", "tide"):
        filled.library.save_search(words, Search(words, order=Order.RELEVANCE))
    saving.begin()
    filled.wait(lambda: len(saving.searches) == 3)
    filled.settle()
    return filled


def names(sitting: Sitting) -> list[str]:
    return [one.name for one in sitting.parts.saving.searches]


def test_a_saved_search_is_chosen_moved_removed_and_brought_back_by_keys(kept: Sitting) -> None:
    shelf, finding = kept.panels.shelf, kept.parts.finding
    shelf.setFocus()
    shelf.choose_saved(kept.parts.saving.searches[0].id)
    kept.press(Qt.Key.Key_Down)
    kept.wait(lambda: finding.search.words == "tram")
    kept.settle()
    assert kept.panels.list.words == "tram"
    assert len(kept.titles) == 4
    kept.press(Qt.Key.Key_Up, ALT)
    kept.wait(lambda: names(kept) == ["tram", "dredger", "tide"])
    kept.press(Qt.Key.Key_Delete)
    kept.wait(lambda: names(kept) == ["dredger", "tide"])
    assert not kept.kept("Tram number 1").is_trashed
    kept.press(Qt.Key.Key_Z, CONTROL)
    kept.wait(lambda: len(names(kept)) == 3)


def test_a_saved_search_leaves_its_words_behind_when_another_shelf_is_chosen(
    kept: Sitting,
) -> None:
    kept.parts.saving.choose(kept.parts.saving.searches[0].id)
    kept.settle()
    assert kept.panels.list.words == "dredger"
    kept.press(Qt.Key.Key_1, ALT)
    kept.settle()
    assert kept.panels.list.words == ""
    assert len(kept.titles) == 9


def test_the_palette_finds_a_saved_search_which_then_can_be_updated(kept: Sitting) -> None:
    finding, panel, saving = kept.parts.finding, kept.panels.list, kept.parts.saving
    kept.press(Qt.Key.Key_K, CONTROL)
    kept.wait(lambda: kept.focused.objectName() == "paletteField")
    kept.type("tide")
    kept.press(Qt.Key.Key_Return)
    kept.wait(lambda: finding.search.words == "tide")
    assert panel._save.isHidden()

    # Searched for otherwise, it offers to become that.
    panel._search.setText("silt")
    kept.settle()
    assert panel._save.text() == "Update…"
    kept.panels.shelf.search_updated.emit(saving.searches[2].id)
    kept.wait(lambda: saving.searches[2].search.words == "silt")
    kept.wait(panel._save.isHidden)


def test_a_saved_search_is_dragged_to_another_place(kept: Sitting) -> None:
    shelf = kept.panels.shelf
    rows = [n for n, row in enumerate(shelf._rows.rows) if row.label in {"dredger", "tide"}]
    first, last = (shelf.visualRect(shelf._rows.index(n)) for n in rows)
    button, port = Qt.MouseButton.LeftButton, shelf.viewport()
    QTest.mousePress(port, button, NO_KEY, first.center())
    QTest.mouseMove(port, first.center() + QPoint(0, 14))
    QTest.mouseMove(port, last.center() + QPoint(0, 8))
    QTest.mouseRelease(port, button, NO_KEY, last.center() + QPoint(0, 8))
    kept.wait(lambda: names(kept) == ["tram", "tide", "dredger"])


def test_what_is_typed_is_completed_and_what_was_searched_is_remembered(
    filled: Sitting,
) -> None:
    field = filled.panels.list._search
    filled.press(Qt.Key.Key_Slash)
    filled.type("dred")
    filled.wait(lambda: not field._offers.isHidden())
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: field.text().strip() == "dredger")
    assert filled.focused is field
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: filled.focused is filled.view)
    filled.wait(lambda: filled.library.recent_searches() == (field.text().strip(),))

    filled.press(Qt.Key.Key_Slash)
    filled.press(Qt.Key.Key_Delete)
    filled.wait(lambda: field.text() == "")
    filled.press(Qt.Key.Key_Down)
    filled.wait(lambda: not field._offers.isHidden())
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: field.text() == "dredger")


def test_nothing_found_on_a_shelf_offers_to_look_everywhere(filled: Sitting) -> None:
    filled.parts.changing.run(lambda: filled.library.star([filled.id_of("Tram number 1")]))
    filled.press(Qt.Key.Key_3, ALT)
    filled.settle()
    filled.press(Qt.Key.Key_Slash)
    filled.type("dredger")
    filled.settle()
    (way,) = filled.panels.list._ways._buttons
    assert way.isVisible()
    filled.press(Qt.Key.Key_Return)
    while filled.focused is not way:
        filled.press(Qt.Key.Key_Tab)
    filled.press(Qt.Key.Key_Space)
    filled.wait(lambda: len(filled.panels.list.model.ids) == 5)
    filled.settle()
    assert not filled.panels.list._ways.isVisible()


def test_the_next_start_stands_on_the_saved_search(kept: Sitting, sit_down: SitDown) -> None:
    kept.parts.saving.choose(kept.parts.saving.searches[1].id)
    kept.settle()
    kept.end()
    again = sit_down()
    again.wait(lambda: again.panels.list.words == "tram")
    again.settle()
    assert len(again.titles) == 4
    again.press(Qt.Key.Key_1, ALT)
    again.settle()
    assert again.panels.list.words == ""


def test_the_next_start_shows_the_list_as_narrowed(filled: Sitting, sit_down: SitDown) -> None:
    filled.panels.list.facet_toggled.emit(Facet.YEAR, "2024")
    filled.settle()
    filled.end()
    again = sit_down()
    assert again.parts.finding.search.narrowed == (Narrowing(Facet.YEAR, "2024"),)
    assert len(again.titles) == 2
