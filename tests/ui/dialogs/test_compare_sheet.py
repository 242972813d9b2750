"""The sheet on what differs between two versions."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from reader.clipping import Colour, Difference, Side
from reader.paths import resources_folder
from reader.ui.dialogs.compare_sheet import CompareSheet
from reader.ui.theme import Themes, load_themes

BOTH, BEFORE, AFTER = Side.BOTH, Side.BEFORE, Side.AFTER


def same(text: str) -> Difference:
    return Difference(BOTH, ((BOTH, text),))


CHANGED = Difference(
    BOTH, ((BOTH, "The ferry left at "), (BEFORE, "five"), (AFTER, "six"), (BOTH, "."))
)
GONE = Difference(BEFORE, ((BEFORE, "The council votes on Tuesday."),))
NEW = Difference(AFTER, ((AFTER, "عادت المكتبة إلى الواحة"),))
TOLD = (CHANGED, *(same(f"Paragraph {at}") for at in range(9)), GONE, NEW)


@pytest.fixture
def sheet(themes: Themes, qtbot: QtBot) -> CompareSheet:
    made = CompareSheet("Harbour <reopens>", ("10 Nov <b>", "12 Nov"), themes)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tell(sheet: CompareSheet, qtbot: QtBot, told: tuple[Difference, ...] = TOLD) -> None:
    with qtbot.waitSignal(sheet._differences.finished):
        sheet.show_differences(told)


def text(sheet: CompareSheet) -> QTextEdit:
    found = sheet.findChild(QTextEdit)
    assert isinstance(found, QTextEdit)
    return found


def lines(sheet: CompareSheet) -> list[str]:
    return text(sheet).toPlainText().splitlines()


def pieces(sheet: CompareSheet) -> Iterator[tuple[str, QTextCharFormat]]:
    block = text(sheet).document().firstBlock()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            yield piece.fragment().text(), piece.fragment().charFormat()
            piece += 1
        block = block.next()


def look_of(sheet: CompareSheet, words: str) -> QTextCharFormat:
    return next(look for said, look in pieces(sheet) if said == words)


def button(sheet: CompareSheet, name: str) -> QPushButton:
    return next(one for one in sheet.findChildren(QPushButton) if one.text() == name)


def press(sheet: CompareSheet, name: str) -> None:
    QTest.mouseClick(button(sheet, name), Qt.MouseButton.LeftButton)


def said(sheet: CompareSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel)]


def test_it_says_that_it_compares_until_it_has(sheet: CompareSheet, qtbot: QtBot) -> None:
    assert "Comparing…" in said(sheet)
    assert not button(sheet, "Next").isEnabled()
    tell(sheet, qtbot)
    assert "3 paragraphs differ" in said(sheet)
    assert "Harbour <reopens>" in said(sheet)


def test_what_is_the_same_is_folded_away(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot)
    assert lines(sheet) == [
        "The ferry left at fivesix.",
        "Paragraph 0",
        "7 paragraphs are the same",
        "Paragraph 8",
        "The council votes on Tuesday.",
        "عادت المكتبة إلى الواحة",
    ]
    with qtbot.waitSignal(sheet._differences.finished):
        sheet.findChildren(QCheckBox)[0].click()
    assert len(lines(sheet)) == len(TOLD)


def test_no_colour_need_be_seen(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot)
    gone, new = look_of(sheet, "five"), look_of(sheet, "six")
    assert gone.fontStrikeOut()
    assert not gone.fontUnderline()
    assert new.fontUnderline()
    assert not new.fontStrikeOut()
    plain = look_of(sheet, "Paragraph 0")
    assert not plain.fontUnderline()
    assert not plain.fontStrikeOut()


@pytest.mark.parametrize("key", ["paper", "sepia", "dark", "black"])
@pytest.mark.parametrize("ground", [Colour.ROSE, Colour.GREEN])
def test_the_words_stand_out_from_their_ground(key: str, ground: Colour) -> None:
    theme = load_themes(resources_folder())[key]
    lights = sorted((_light(theme.mark(ground)), _light(theme.colour("ink"))))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def test_a_live_change_of_theme_is_followed(
    sheet: CompareSheet, themes: Themes, qtbot: QtBot
) -> None:
    tell(sheet, qtbot)
    with qtbot.waitSignal(sheet._differences.finished):
        themes.choose("dark")
    assert look_of(sheet, "five").background().color() == themes.current.mark(Colour.ROSE)
    assert len(lines(sheet)) == 6


def test_a_paragraph_runs_as_its_letters_do(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot)
    document = text(sheet).document()
    directions = [document.findBlockByNumber(at).textDirection() for at in (0, 5)]
    assert directions == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


def test_the_keys_go_round_the_changes(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot)
    stood = []
    for modifier in (*[Qt.KeyboardModifier.NoModifier] * 4, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(text(sheet), Qt.Key.Key_F3, modifier)
        stood.append(text(sheet).textCursor().blockNumber())
    assert stood == [0, 4, 5, 0, 5]
    press(sheet, "Next")
    assert text(sheet).textCursor().blockNumber() == 0
    press(sheet, "Previous")
    assert text(sheet).textCursor().blockNumber() == 5


def test_two_that_tell_the_same_say_so_and_show_it(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot, (same("One"), same("Two")))
    assert "Both tell the same" in said(sheet)
    assert lines(sheet) == ["One", "Two"]
    assert not button(sheet, "Next").isEnabled()
    QTest.keyClick(text(sheet), Qt.Key.Key_F3)


def test_a_single_difference_is_one(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot, (same("One"), same("Two"), same("Three"), GONE))
    assert "1 paragraph differs" in said(sheet)
    tell(sheet, qtbot, (*map(same, "abc"), GONE))
    assert "2 paragraphs are the same" in lines(sheet)
    tell(sheet, qtbot, (*map(same, "ab"), GONE))
    assert "One paragraph is the same" in lines(sheet)


def test_a_long_text_comes_bit_by_bit(sheet: CompareSheet, qtbot: QtBot) -> None:
    told = (CHANGED,) * 600
    with qtbot.waitSignal(sheet._differences.finished):
        sheet.show_differences(told)
        assert len(lines(sheet)) < 600
    assert len(lines(sheet)) == 600
    assert text(sheet).textCursor().position() == 0


def test_the_names_of_the_versions_are_no_markup(sheet: CompareSheet) -> None:
    legend = next(one for one in said(sheet) if "12 Nov" in one)
    assert "10 Nov &lt;b>" in legend


def test_the_other_version_can_be_chosen(sheet: CompareSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.version_chosen):
        press(sheet, "Show the Other Version")
    press(sheet, "Close")
    assert not sheet.isVisible()


def test_what_is_selected_can_be_copied(sheet: CompareSheet, qtbot: QtBot) -> None:
    tell(sheet, qtbot)
    text(sheet).moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert "The council votes" in text(sheet).textCursor().selectedText()


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
