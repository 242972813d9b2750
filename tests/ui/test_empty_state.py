"""The empty library."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.empty_state import EmptyState
from reader.ui.theme import Themes


def shown(themes: Themes, qtbot: QtBot) -> EmptyState:
    made = EmptyState(themes)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def button(state: EmptyState, words: str) -> QPushButton:
    (found,) = [one for one in state.findChildren(QPushButton) if words in one.text()]
    return found


def test_each_button_asks_for_what_it_says(themes: Themes, qtbot: QtBot) -> None:
    state = shown(themes, qtbot)
    with qtbot.waitSignal(state.add_asked):
        button(state, "Add files").click()
    with qtbot.waitSignal(state.watch_asked):
        button(state, "Watch a folder").click()
    with qtbot.waitSignal(state.samples_asked):
        button(state, "samples").click()


def test_it_teaches_how_to_save_a_page_in_each_browser(themes: Themes, qtbot: QtBot) -> None:
    state = shown(themes, qtbot)
    words = " ".join(label.text() for label in state.findChildren(QLabel))
    for browser in ("Chrome", "Edge", "Firefox", "Safari"):
        assert browser in words


def test_it_is_drawn_in_the_colours_of_the_theme(themes: Themes, qtbot: QtBot) -> None:
    state = shown(themes, qtbot)
    paper = state.grab().toImage()
    themes.choose("dark")
    assert state.grab().toImage().pixelColor(2, 2) == themes.current.colour("page")
    assert state.grab().toImage() != paper
