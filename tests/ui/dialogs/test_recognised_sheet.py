"""The question before another program's library comes in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.foreign.foreign_library import Tallies
from reader.library.looking import Recognised
from reader.ui.dialogs.recognised_sheet import RecognisedSheet

LISTS = Recognised(
    Path("/in/part_000000.csv"),
    "Pocket",
    Tallies(items=3000, links=3000, tags=41, archived=2100),
    ("Pocket's file holds no texts: 3,000 links come in without one.",),
)
TEXTS = Recognised(
    Path("/in/wallabag.json"),
    "wallabag",
    Tallies(items=2, with_text=1, links=1, notes=1, marks=340, starred=1, unreadable=3),
)
BROKEN = Recognised(
    Path("/in/قديم.enex"), "Evernote", Tallies(), (), "“قديم.enex” ends in the middle."
)


def opened(qtbot: QtBot, *found: Recognised) -> RecognisedSheet:
    sheet = RecognisedSheet(found)
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


def said(sheet: RecognisedSheet) -> list[str]:
    return [one.text().lstrip("\u200e") for one in sheet.findChildren(QLabel)]


def box(sheet: RecognisedSheet, program: str) -> QCheckBox:
    return next(one for one in sheet.findChildren(QCheckBox) if one.text() == program)


def press(sheet: RecognisedSheet, text: str) -> None:
    button = next(one for one in sheet.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


pytestmark = pytest.mark.usefixtures("themes")


def test_it_says_what_is_there_and_what_will_be_missed(qtbot: QtBot) -> None:
    texts = said(opened(qtbot, LISTS))
    assert "Bring in what was kept in Pocket?" in texts
    assert {"3,000 items in all", "3,000 links without text", "41 tags"} <= set(texts)
    assert LISTS.losses[0] in texts
    assert not any("0 " in text[:2] for text in texts)


def test_one_is_said_as_one(qtbot: QtBot) -> None:
    texts = said(opened(qtbot, TEXTS))
    assert {"1 with its text", "1 link without text", "1 note", "3 unreadable"} <= set(texts)


def test_each_file_can_be_taken_or_left(qtbot: QtBot) -> None:
    sheet = opened(qtbot, LISTS, TEXTS)
    assert "Bring in the libraries of 2 programs?" in said(sheet)
    assert "3,002 clippings will come in" in " ".join(said(sheet))
    QTest.keyClick(box(sheet, "Pocket"), Qt.Key.Key_Space)
    assert "2 clippings will come in" in " ".join(said(sheet))
    chosen: list[tuple[object, int]] = []
    sheet.chosen.connect(lambda paths, many: chosen.append((paths, many)))
    press(sheet, "Bring In")
    # Its two things, the three that cannot be read, and the file itself.
    assert chosen == [((TEXTS.path,), 6)]
    assert not sheet.isVisible()


def test_who_takes_nothing_brings_nothing_in(qtbot: QtBot) -> None:
    sheet = opened(qtbot, LISTS)
    box(sheet, "Pocket").click()
    with qtbot.assertNotEmitted(sheet.chosen):
        press(sheet, "Bring In")
    assert sheet.isVisible()


def test_cancel_brings_nothing_in(qtbot: QtBot) -> None:
    sheet = opened(qtbot, LISTS)
    with qtbot.assertNotEmitted(sheet.chosen):
        press(sheet, "Cancel")
    assert not sheet.isVisible()


def test_enter_brings_in(qtbot: QtBot) -> None:
    sheet = opened(qtbot, LISTS)
    with qtbot.waitSignal(sheet.chosen):
        QTest.keyClick(sheet, Qt.Key.Key_Return)


def test_what_cannot_be_read_says_why_and_cannot_be_chosen(qtbot: QtBot) -> None:
    sheet = opened(qtbot, BROKEN)
    assert "There is nothing here to bring in" in said(sheet)
    assert BROKEN.fault in said(sheet)
    assert not box(sheet, "Evernote").isEnabled()
    assert not sheet.paths


def test_an_empty_library_says_that_it_is_empty(qtbot: QtBot) -> None:
    assert "There is nothing in it." in said(
        opened(qtbot, Recognised(Path("/in/a.csv"), "Pocket", Tallies()))
    )


def test_many_files_scroll(qtbot: QtBot) -> None:
    sheet = opened(qtbot, *[LISTS] * 20)
    assert sheet.height() <= 640
    assert sheet.paths == (LISTS.path,) * 20
