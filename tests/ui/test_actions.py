"""The commands and their keys."""

import itertools
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from window_made import Sitting

from reader.clipping import Shelf
from reader.ui.actions import Actions
from reader.ui.other_names import other_names


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[Actions]:
    window = QMainWindow()
    yield Actions(window, window.menuBar())
    window.close()


def test_no_two_commands_share_a_key(actions: Actions) -> None:
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for _, action in actions
        for key in action.shortcuts()
    )
    assert len(keys) > 30
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_every_command_stands_in_a_menu_under_a_title_of_its_own(actions: Actions) -> None:
    shown = list(actions)
    assert {action.objectName() for _, action in shown} == set(actions._actions)
    for _, ours in itertools.groupby(shown, key=lambda one: one[0]):
        titles = [action.text() for _, action in ours]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_no_menu_has_two_lines_with_the_same_underlined_letter(actions: Actions) -> None:
    for _, ours in itertools.groupby(actions, key=lambda one: one[0]):
        letters = [
            action.text().partition("&")[2][:1].lower()
            for _, action in ours
            if "&" in action.text()
        ]
        assert [one for one, count in Counter(letters).items() if count > 1] == []


def test_each_shelf_has_a_key_to_go_to_it(actions: Actions) -> None:
    for shelf in Shelf:
        assert not actions[f"go_{shelf.value}"].shortcut().isEmpty()


def test_every_command_does_something(sitting: Sitting) -> None:
    idle = [
        action.objectName()
        for _, action in sitting.parts.actions
        if not action.isSignalConnected(action.metaObject().method(_triggered(action)))
        and not action.isSignalConnected(action.metaObject().method(_toggled(action)))
    ]
    assert idle == []


def test_other_names_are_those_of_commands_that_there_are(actions: Actions) -> None:
    also = other_names(actions)
    assert set(also) <= {action.objectName() for _, action in actions}
    assert all(all(names) for names in also.values())


def _triggered(action: object) -> int:
    return action.metaObject().indexOfSignal("triggered(bool)")  # type: ignore[attr-defined,no-any-return]


def _toggled(action: object) -> int:
    return action.metaObject().indexOfSignal("toggled(bool)")  # type: ignore[attr-defined,no-any-return]
