"""A morning with the keyboard alone: star, archive, trash, go on, read undisturbed."""

from pathlib import Path

import pytest
from pages_made import write_story
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from window_made import SitDown, Sitting

from reader.clipping import Shelf

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(sitting: Sitting, tmp_path: Path) -> Sitting:
    """One, Two and Three are in the inbox, Three on top; the reader stands on it."""
    for title in ("One", "Two", "Three"):
        write_story(tmp_path / f"{title}.html", title)
    for title in ("One", "Two", "Three"):
        sitting.add(tmp_path / f"{title}.html")
    sitting.open("Three")
    sitting.view.setFocus()
    return sitting


def test_keys_star_and_archive_a_clipping_and_move_it_to_its_shelf(three: Sitting) -> None:
    three.type("s")
    three.wait(lambda: three.kept("Three").is_starred)
    three.wait(lambda: three.said == "Starred “Three”")
    three.type("e")
    three.wait(lambda: three.kept("Three").is_archived)
    three.wait(lambda: "Three" not in three.titles)

    three.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    three.wait(lambda: three.titles == ["Three"])
    three.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    three.wait(lambda: three.titles == ["Three"])


def test_what_was_trashed_comes_back_by_undo_and_by_restore(three: Sitting) -> None:
    three.press(Qt.Key.Key_Delete)
    three.wait(lambda: three.kept("Three").is_trashed)
    three.wait(lambda: "Three" not in three.titles)
    three.press(Qt.Key.Key_Z, CONTROL)
    three.wait(lambda: "Three" in three.titles)
    assert not three.kept("Three").is_trashed
    three.wait(lambda: three.said == "Undone: Moved “Three” to the trash")

    three.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    three.wait(lambda: three.kept("Three").is_trashed)
    three.go_to(Shelf.TRASH)
    three.open("Three")
    three.parts.actions["restore"].trigger()
    three.wait(lambda: not three.kept("Three").is_trashed)
    three.wait(lambda: three.titles == [])


def test_space_at_the_end_goes_on_to_the_next_unread(three: Sitting) -> None:
    three.parts.changing.run(lambda: three.library.read([three.id_of("Two")]))
    three.settle()
    three.go_to(Shelf.ALL)
    three.open("Three")
    bar = three.panels.pane._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    three.press(Qt.Key.Key_Space)
    three.wait_for_page("One")


def test_the_last_unread_clipping_says_so_at_its_end(three: Sitting) -> None:
    three.open("One")
    bar = three.panels.pane._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    three.press(Qt.Key.Key_Space)
    three.wait(lambda: three.said == "That was the last unread clipping here")
    assert three.shown == "One"


def test_focus_mode_leaves_the_text_alone_until_escape(three: Sitting) -> None:
    frame = (three.panels.shelf, three.panels.list, three.window.menuBar())
    three.press(Qt.Key.Key_F11)
    three.wait(three.window.isFullScreen)
    assert not any(part.isVisible() for part in frame)
    assert three.panels.pane.isVisible()
    three.type("s")
    three.wait(lambda: three.kept("Three").is_starred)

    three.press(Qt.Key.Key_Escape)
    three.wait(lambda: not three.window.isFullScreen())
    assert all(part.isVisible() for part in frame)
    assert not three.panels.side.isVisible()
    assert three.focused is three.panels.pane._column
    assert not three.panels.pane._column._shows_focus  # nobody came here by Tab


def test_a_tag_is_given_to_all_that_are_selected_and_taken_back_by_one_undo(
    three: Sitting,
) -> None:
    three.press(Qt.Key.Key_A, CONTROL)
    three.wait(lambda: len(three.panels.side._shown) == 3)
    three.type("t")
    three.wait(lambda: three.focused.objectName() == "tagEdit")
    three.type("coast")
    three.press(Qt.Key.Key_Return)
    titles = ("One", "Two", "Three")
    three.wait(lambda: all(three.kept(title).tags == ("coast",) for title in titles))
    three.wait(lambda: three.said == "Tagged #coast")
    three.parts.actions["undo"].trigger()
    three.wait(lambda: not any(three.kept(title).tags for title in titles))


def test_j_and_k_walk_and_the_palette_finds_a_command(three: Sitting) -> None:
    three.type("j")
    three.wait_for_page("Two")
    three.type("k")
    three.wait_for_page("Three")
    three.press(Qt.Key.Key_K, CONTROL)
    three.wait(lambda: three.focused.objectName() == "paletteField")
    three.type("archive")
    three.press(Qt.Key.Key_Return)
    three.wait(lambda: three.kept("Three").is_archived)


def test_tab_goes_through_every_panel_and_comes_round(three: Sitting) -> None:
    three.parts.actions["side"].trigger()
    start = three.focused
    stops: list[str] = []
    while len(stops) < 40 and (three.focused is not start or not stops):
        stops.append(three.focused.accessibleName())
        three.press(Qt.Key.Key_Tab)
    assert three.focused is start
    assert stops[:3] == ["Clippings", "Star", "Archive"]
    assert {"Article", "Note", "Shelf", "Search"} <= set(stops)
    assert len(stops) == len(set(stops))


def test_keys_reach_the_list_from_the_first_moment(sit_down: SitDown, tmp_path: Path) -> None:
    first = sit_down()
    assert first.focused.isVisible()
    assert isinstance(first.focused, QPushButton)  # the empty library asks for files
    first.add(write_story(tmp_path / "One.html", "One"))
    first.end()
    again = sit_down()
    again.wait_for_page("One")
    assert again.focused is again.view
