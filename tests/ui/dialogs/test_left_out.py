"""The sheet of what was left out of a clipping."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.articles.blocks import Block
from reader.articles.removed_block import Reason, RemovedBlock
from reader.ui.dialogs.left_out import LeftOutSheet
from reader.ui.dialogs.left_out_model import WHY, WORDS, LeftOutModel
from reader.ui.theme import Themes


def removed(id_: str, text: str, reason: Reason, many: int = 0) -> RemovedBlock:
    return RemovedBlock(Block(id_, f"<p>{text}</p>", text), reason, many=many)


OFFER = removed("offer", "Sign up\nfor more.", Reason.SUBSCRIPTION)
BIO = removed("bio", "Ada writes about boats.", Reason.RECURRING, 4)
PICTURE = removed("picture", "", Reason.BESIDE)
ALL = (OFFER, BIO, PICTURE)


@pytest.fixture
def sheet(themes: Themes, qtbot: QtBot) -> LeftOutSheet:
    made = LeftOutSheet("The lamp is lit again")
    qtbot.addWidget(made)
    made.show_blocks(ALL)
    with qtbot.waitExposed(made):
        made.show()
    return made


def table(sheet: LeftOutSheet) -> QTableView:
    return sheet.findChildren(QTableView)[0]


def button(sheet: LeftOutSheet, text: str) -> QPushButton:
    return next(one for one in sheet.findChildren(QPushButton) if one.text() == text)


def cells(sheet: LeftOutSheet, column: int) -> list[str]:
    model = table(sheet).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def labels(sheet: LeftOutSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel)]


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = LeftOutModel()
    model.show_blocks(ALL)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations


def test_each_row_says_why_and_what(sheet: LeftOutSheet) -> None:
    assert cells(sheet, WHY) == ["Subscription", "Recurs in 4 clippings", "Beside the story"]
    assert cells(sheet, WORDS) == ["Sign up for more.", "Ada writes about boats.", "(a picture)"]
    assert "3 passages were left out" in labels(sheet)


def test_each_reason_has_a_name() -> None:
    model = LeftOutModel()
    unnamed = model.reason_of(removed("x", "x", Reason.OTHER))
    for reason in Reason:
        said = model.reason_of(removed("x", "x", reason, 3))
        assert said
        assert (said == unnamed) == (reason is Reason.OTHER)


def test_the_words_of_the_chosen_row_stand_below_whole(sheet: LeftOutSheet) -> None:
    table(sheet).selectRow(1)
    words = sheet.findChild(QPlainTextEdit, "leftOutWords")
    assert isinstance(words, QPlainTextEdit)
    assert words.toPlainText() == BIO.block.text


def test_put_back_asks_for_the_chosen_blocks(sheet: LeftOutSheet, qtbot: QtBot) -> None:
    table(sheet).selectAll()
    with qtbot.waitSignal(sheet.put_back_asked) as asked:
        QTest.mouseClick(button(sheet, "Put Back"), Qt.MouseButton.LeftButton)
    assert asked.args == [("offer", "bio", "picture")]


def test_what_was_put_back_leaves_the_table_and_the_next_stands_chosen(
    sheet: LeftOutSheet,
) -> None:
    table(sheet).selectRow(1)
    sheet.show_blocks((OFFER, PICTURE))
    assert [one.block.id for one in sheet.chosen()] == ["picture"]
    sheet.show_blocks((OFFER,))
    assert [one.block.id for one in sheet.chosen()] == ["offer"]
    assert "1 passage was left out" in labels(sheet)


def test_with_nothing_left_out_there_is_nothing_to_put_back(sheet: LeftOutSheet) -> None:
    sheet.show_blocks(())
    assert "Nothing was left out" in labels(sheet)
    assert not button(sheet, "Put Back").isEnabled()
