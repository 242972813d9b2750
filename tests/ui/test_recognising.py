"""Other programs' libraries are told from pages before anything comes in."""

import threading
from pathlib import Path

import pytest
from pages_made import write, write_story
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_made import Sitting

from reader.library.looking import Recognised
from reader.ui import recognising as recognising_module
from reader.ui.tasks import Lane

LINKS = "title,url,time_added,tags,status\nLamp,https://marrow.example/lamp,1600000000,,unread\n"


def test_what_needs_no_question_is_not_asked_about(sitting: Sitting, tmp_path: Path) -> None:
    recognising = sitting.parts.adding._recognising
    page, folder = write_story(tmp_path / "a.html", "A"), tmp_path / "folder"
    write_story(folder / "b.html", "B")
    with (
        sitting._qtbot.waitSignal(recognising.plain_found) as told,
        sitting._qtbot.assertNotEmitted(recognising.libraries_found),
    ):
        recognising.look([page, folder])
    assert told.args == [[page, folder]]


def test_a_library_is_told_with_all_it_holds(sitting: Sitting, tmp_path: Path) -> None:
    recognising = sitting.parts.adding._recognising
    table = write(tmp_path / "part.csv", LINKS)
    with sitting._qtbot.waitSignal(recognising.libraries_found) as told:
        recognising.look([table])
    ((found,),) = told.args
    assert (found.path, found.program, found.tallies.links) == (table, "Pocket", 1)


def test_who_cancels_the_looking_brings_nothing_in(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognising_module, "SHOWN_AFTER", 0)
    recognising = sitting.parts.adding._recognising
    table = write(tmp_path / "part.csv", LINKS)
    gate = threading.Event()  # something else is looked at before
    sitting.tasks.run(Lane.LOOK, lambda: gate.wait(20))
    with qtbot.assertNotEmitted(recognising.plain_found):
        recognising.look([write_story(tmp_path / "a.html", "A"), table])
        (work,) = recognising._works
        sitting.wait(lambda: work in sitting.panels.messages._work._works)
        cancel = sitting.window.findChild(QPushButton, "cancelWork")
        assert cancel is not None
        cancel.click()
        gate.set()
        sitting.settle()
    assert not sitting.titles
    assert not recognising._works
    assert not sitting.panels.messages._work._works


def test_libraries_in_a_folder_are_asked_about_and_its_pages_come_in(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "folder"
    write_story(folder / "b.html", "The lamp")
    table = write(folder / "part.csv", LINKS)
    found: list[tuple[Recognised, ...]] = []
    sitting.parts.adding.libraries_found.disconnect()
    sitting.parts.adding.libraries_found.connect(found.append)
    with qtbot.waitSignal(sitting.parts.adding.ended) as told:
        sitting.parts.adding.add([folder])
    assert [outcome.title for outcome in told.args[0]] == ["The lamp"]
    assert [one.path for one in found[0]] == [table]
