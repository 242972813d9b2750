"""The sheets that only say something: keys, a fault, about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.paths import resources_folder
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.fault import FaultDialog
from reader.ui.dialogs.keys import KeysSheet, native
from reader.ui.theme import Themes

SHORTCUTS = [
    ("Walk", "Next clipping", "J"),
    ("Walk", "Next clipping", "Down"),
    ("Walk", "Previous clipping", "K"),
    ("Read", "Find in the article", "Ctrl+F"),
    ("Window", "Focus mode", "F11"),
    ("Window", "Keys", "?"),
    ("Find", "Search", "/"),
]


@pytest.fixture
def sheet(themes: Themes, qtbot: QtBot) -> KeysSheet:
    made = KeysSheet(SHORTCUTS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def press(dialog: QDialog, text: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_sheet_names_every_command_once_with_all_its_keys(sheet: KeysSheet) -> None:
    texts = said(sheet)
    assert texts.count("Next clipping") == 1
    assert {"J", "Down", "K", "Ctrl+F", "F11", "?", "/"} <= set(texts)
    assert [text for text in texts if text.isupper() and len(text) > 3] == [
        "WALK",
        "READ",
        "WINDOW",
        "FIND",
    ]


def test_the_groups_stand_side_by_side(sheet: KeysSheet) -> None:
    heads = [label for label in sheet.findChildren(QLabel) if label.text() in ("WALK", "READ")]
    assert heads[0].mapTo(sheet, heads[0].pos()).x() < heads[1].mapTo(sheet, heads[1].pos()).x()


def test_a_key_that_qt_does_not_know_is_shown_as_it_is() -> None:
    assert native("Ctrl+K") == "Ctrl+K"
    assert native("Drag a file") == "Drag a file"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Question])
def test_the_sheet_goes_by_escape_or_its_own_key(sheet: KeysSheet, key: Qt.Key) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_A)
    assert sheet.isVisible()
    if key == Qt.Key.Key_Question:
        QTest.keyClicks(sheet, "?")
    else:
        QTest.keyClick(sheet, key)
    assert not sheet.isVisible()


def test_a_sheet_of_nothing_is_empty(themes: Themes, qtbot: QtBot) -> None:
    empty = KeysSheet([])
    qtbot.addWidget(empty)
    assert said(empty) == ["Keys"]


def test_a_fault_is_said_in_a_sentence_and_folded_away(themes: Themes, qtbot: QtBot) -> None:
    dialog = FaultDialog("Traceback: it broke")
    qtbot.addWidget(dialog)
    dialog.show()
    details = dialog.findChildren(QPlainTextEdit)[0]
    assert not details.isVisible()
    press(dialog, "Show details")
    assert details.isVisible()
    assert details.toPlainText() == "Traceback: it broke"
    press(dialog, "Hide details")
    assert not details.isVisible()
    press(dialog, "Copy details")
    assert QApplication.clipboard().text() == "Traceback: it broke"
    press(dialog, "Go on")
    assert not dialog.isVisible()


def test_about_names_the_version_and_whose_faces_it_uses(themes: Themes, qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3", resources_folder())
    qtbot.addWidget(dialog)
    dialog.show()
    texts = " ".join(said(dialog))
    assert "Version 1.2.3" in texts
    assert "Literata and Inter" in texts
    licences = dialog.findChildren(QPlainTextEdit)[0]
    press(dialog, "Licences")
    assert licences.isVisible()
    assert licences.toPlainText().count("SIL OPEN FONT LICENSE") >= 2
    press(dialog, "Licences")
    assert not licences.isVisible()
    press(dialog, "Close")
    assert not dialog.isVisible()
