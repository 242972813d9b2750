"""Changes, and taking them back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import write_story
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.clipping import Change
from reader.errors import LibraryBusy
from reader.library.library import Library
from reader.ui.changing import Changing
from reader.ui.messages import Messages
from reader.ui.tasks import Tasks


class Desk:
    """What a Changing needs, around a library with one clipping."""

    def __init__(self, library: Library, page: Path, qtbot: QtBot) -> None:
        self.library = library
        (outcome,) = library.add([page])
        self.id = outcome.id
        self.messages = Messages()
        self.tasks = Tasks()
        self.changing = Changing(library, self.tasks, self.messages)
        self.told: list[Change] = []
        self.changing.changed.connect(self.told.append)
        self._qtbot = qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.tasks.is_idle)

    def star(self, said: str = "Starred") -> None:
        self.changing.run(lambda: self.library.star([self.id]), said)
        self.settle()

    @property
    def is_starred(self) -> bool:
        return self.library.clipping(self.id).additions.is_starred


@pytest.fixture
def desk(qapp: QApplication, library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(library, write_story(tmp_path / "one.html"), qtbot)
    qtbot.addWidget(made.messages)
    yield made
    made.tasks.finish()


def test_a_change_is_told_and_said_with_undo(desk: Desk) -> None:
    desk.star()
    assert [change.fields for change in desk.told] == [{"is_starred"}]
    assert desk.messages.message == "Starred"
    desk.messages._undo_button.click()
    desk.settle()
    assert not desk.is_starred
    assert desk.messages.message == "Undone: Starred"


def test_undo_and_redo_go_to_and_fro(desk: Desk, qtbot: QtBot) -> None:
    can: list[tuple[str, bool]] = []
    desk.changing.can_undo.connect(lambda yes: can.append(("undo", yes)))
    desk.changing.can_redo.connect(lambda yes: can.append(("redo", yes)))
    desk.star()
    for _ in range(2):
        desk.changing.undo()
        desk.settle()
        assert not desk.is_starred
        assert can[-2:] == [("undo", False), ("redo", True)]
        desk.changing.redo()
        desk.settle()
        assert desk.is_starred
        assert can[-2:] == [("undo", True), ("redo", False)]
    assert desk.messages.message == "Done again: Starred"


def test_where_nothing_was_done_nothing_is_undone(desk: Desk) -> None:
    desk.changing.undo()
    desk.changing.redo()
    desk.settle()
    assert desk.told == []


def test_what_changes_nothing_is_neither_told_nor_undone(desk: Desk) -> None:
    desk.star()
    desk.star("Starred twice")
    assert len(desk.told) == 1
    assert desk.messages.message == "Starred"
    desk.changing.undo()
    desk.settle()
    assert not desk.is_starred


def test_a_new_change_ends_what_could_be_done_again(desk: Desk) -> None:
    desk.star()
    desk.changing.undo()
    desk.settle()
    desk.changing.run(lambda: desk.library.archive([desk.id]))
    desk.settle()
    desk.changing.redo()
    desk.settle()
    assert not desk.is_starred


def test_what_is_done_quietly_is_not_undone(desk: Desk) -> None:
    desk.changing.run_quietly(lambda: desk.library.read([desk.id]))
    desk.settle()
    assert [change.fields for change in desk.told] == [{"is_read"}]
    desk.changing.undo()
    desk.settle()
    assert desk.library.clipping(desk.id).additions.is_read


def test_who_asked_is_told_that_it_could_not_be_done(desk: Desk, qtbot: QtBot) -> None:
    ended: list[bool] = []

    def act() -> Change:
        raise LibraryBusy("Another program is writing.")

    with qtbot.waitSignal(desk.tasks.failed):
        desk.changing.run(act, "Done", ended.append)
    desk.changing.run(lambda: desk.library.star([desk.id]), ended=ended.append)
    desk.settle()
    assert ended == [False, True]
    assert desk.messages.message == ""


def test_an_undo_that_failed_can_be_tried_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.star()
    with monkeypatch.context() as patched, qtbot.waitSignal(desk.tasks.failed):
        patched.setattr(desk.library, "undo", _busy)
        desk.changing.undo()
    assert desk.is_starred
    desk.changing.undo()
    desk.settle()
    assert not desk.is_starred


def _busy(_: Change) -> Change:
    raise LibraryBusy("Another program is writing.")
