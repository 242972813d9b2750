"""Keys that belong to the focused widget and not to its window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from reader.articles.article import Article
from reader.articles.quote import Quote
from reader.clipping import Additions, Clipping, Highlight
from reader.ui.kept_keys import KeptKeys
from reader.ui.panels.marks_list import MarksList
from reader.ui.panels.note_field import NoteField
from reader.ui.panels.side import SidePanel
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import Themes

SHORTCUTS = ("Del", "Backspace", "Esc", "Return", "Space", "1", "F2", "Ctrl+C", "J")


class Window(QMainWindow):
    """A window with shortcuts of its own; `heard` are those that were triggered."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        for keys in SHORTCUTS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda keys=keys: self.heard.append(keys))


@pytest.fixture
def window(themes: Themes, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    panel = SidePanel(themes)
    made.setCentralWidget(panel)
    marks = (Highlight("m", Quote("Nothing moved", start=5)),)
    panel.show_clipping(Clipping("one", Article(), Additions(tags=("harbour",), highlights=marks)))
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def press(widget: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stub forgets it
    widget.activateWindow()
    widget.setFocus()
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (TagChip, "Backspace"),
        (TagChip, "Esc"),
        (TagChip, "Del"),
        (MarksList, "Del"),
        (MarksList, "Return"),
        (MarksList, "Space"),
        (MarksList, "1"),
        (MarksList, "Ctrl+C"),
        (MarksList, "Esc"),
        (NoteField, "Del"),
        (NoteField, "Esc"),
        (NoteField, "J"),
    ],
)
def test_a_key_the_panel_acts_on_does_not_reach_the_window(
    window: Window, kind: type[QWidget], keys: str
) -> None:
    widget = window.findChildren(kind)[0]
    assert isinstance(widget, QWidget)
    press(widget, keys)
    assert window.heard == []


def test_other_keys_reach_the_window(window: Window) -> None:
    press(window.findChildren(MarksList)[0], "J")
    press(window.findChildren(TagChip)[0], "F2")
    assert window.heard == ["J", "F2"]


def test_a_kept_key_with_ctrl_is_another_key(themes: Themes, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    widget = QWidget()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setCentralWidget(widget)
    KeptKeys(widget, [Qt.Key.Key_J])
    shortcut = QShortcut(QKeySequence("Ctrl+J"), window)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(shortcut.activated):
        press(widget, "Ctrl+J")
