"""The report on an import."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.clipping import Outcome, Status
from reader.ui.dialogs.import_report import ImportReport
from reader.ui.dialogs.outcomes_model import OutcomeRole, OutcomesModel
from reader.ui.dialogs.report_acts import AGAIN, FOLDER, OPEN
from reader.ui.dialogs.segments import Segments
from reader.ui.theme import Themes

HARBOUR = Outcome(Path("/in/harbour.html"), Status.ADDED, "1", "Harbour reopens")
COUNCIL = Outcome(Path("/in/council.html"), Status.DUPLICATE, "2", "=Council votes")
BROKEN = Outcome(
    Path("/in/bad\nname\u202e.html"), Status.FAILED, reason="bad name.html holds\nno text."
)
ALL = [HARBOUR, COUNCIL, BROKEN]


@pytest.fixture
def report(themes: Themes, qtbot: QtBot) -> ImportReport:
    made = ImportReport(ALL)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def table(report: ImportReport) -> QTableView:
    return report.findChildren(QTableView)[0]


def names(report: ImportReport) -> list[str]:
    model = table(report).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(report: ImportReport, text: str) -> None:
    button = next(one for one in report.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def detail(report: ImportReport) -> str:
    found = report.findChild(QLabel, "detail")
    assert isinstance(found, QLabel)
    return found.text()


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = OutcomesModel()
    model.show_outcomes(ALL)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations


def test_a_row_says_file_fate_and_title_or_reason() -> None:
    model = OutcomesModel()
    model.show_outcomes(ALL)
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(3)]
    assert rows == [
        ["harbour.html", "Added", "Harbour reopens"],
        ["council.html", "Already there", "=Council votes"],
        ["bad↵name�.html", "Failed", "bad name.html holds no text."],
    ]
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "/in/bad↵name�.html"
    assert model.index(0, 0).data(OutcomeRole) == HARBOUR
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "File"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_counts_stand_on_top(report: ImportReport) -> None:
    said = [label.text() for label in report.findChildren(QLabel)]
    assert "1 added · 1 already there · 1 failed" in said
    report.show_outcomes([HARBOUR])
    said = [label.text() for label in report.findChildren(QLabel)]
    assert "1 added" in said
    report.show_outcomes([HARBOUR, replace(HARBOUR, id="", status=Status.PASSED_OVER)])
    said = [label.text() for label in report.findChildren(QLabel)]
    assert "1 added · 1 passed over" in said
    report.show_outcomes([])
    assert "Nothing came in" in [label.text() for label in report.findChildren(QLabel)]


def test_it_does_not_stop_the_hand(report: ImportReport) -> None:
    assert not report.isModal()


def test_a_segment_shows_one_fate_alone(report: ImportReport) -> None:
    press(report, "Failed")
    assert names(report) == ["bad↵name�.html"]
    press(report, "All")
    assert len(names(report)) == 3


def test_the_failures_show_alone_with_the_first_reason_below(report: ImportReport) -> None:
    report.show_failures()
    assert names(report) == ["bad↵name�.html"]
    assert detail(report) == "/in/bad↵name�.html\nbad name.html holds\nno text."


def test_a_fate_that_nobody_met_cannot_be_chosen(report: ImportReport) -> None:
    report.show_outcomes([HARBOUR])
    off = [
        one.text()
        for one in report.findChildren(Segments)[0].findChildren(QPushButton)
        if not one.isEnabled()
    ]
    assert off == ["Already there", "Other version", "Filled in", "Passed over", "Failed"]


def test_the_round_ends_are_on_the_outside_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    for direction, ends in (("LeftToRight", "first last"), ("RightToLeft", "last first")):
        around.setLayoutDirection(Qt.LayoutDirection[direction])
        first, last = Segments(("One", "Two"), around).findChildren(QPushButton)
        assert f"{first.property('segment')} {last.property('segment')}" == ends


def test_words_narrow_the_table(report: ImportReport) -> None:
    QTest.keyClicks(report.findChildren(QLineEdit)[0], "NO TEXT")
    assert names(report) == ["bad↵name�.html"]


def test_a_click_on_a_head_sorts_and_the_third_restores(report: ImportReport) -> None:
    heads = table(report).horizontalHeader()
    came = names(report)
    heads.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert names(report) == sorted(came)
    heads.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert names(report) == sorted(came, reverse=True)
    heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert names(report) == came


def test_the_whole_reason_of_the_chosen_row_stands_below(report: ImportReport) -> None:
    table(report).selectRow(2)
    assert detail(report) == "/in/bad↵name�.html\nbad name.html holds\nno text."
    press(report, "Added")
    assert detail(report) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_clipping_of_a_row(report: ImportReport, qtbot: QtBot, key: Qt.Key) -> None:
    table(report).selectRow(1)
    with qtbot.waitSignal(report.clipping_opened) as told:
        QTest.keyClick(table(report), key)
    assert told.args == ["2"]


def test_a_failed_row_opens_nothing(report: ImportReport, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(report.clipping_opened):
        table(report).selectRow(2)
        QTest.keyClick(table(report), Qt.Key.Key_Return)
    QTest.keyClick(table(report), Qt.Key.Key_Up)
    assert table(report).currentIndex().row() == 1


def test_the_chosen_rows_are_copied_or_else_all(report: ImportReport) -> None:
    press(report, "Copy")
    assert len(QApplication.clipboard().text().splitlines()) == 4
    table(report).selectRow(0)
    press(report, "Copy")
    assert QApplication.clipboard().text().splitlines()[1:] == [
        "/in/harbour.html\t\tAdded\tHarbour reopens\t"
    ]


def test_the_table_is_saved_harmless_and_whole(
    report: ImportReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "import.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    press(report, "Save as CSV…")
    with file.open(encoding="utf-8-sig", newline="") as saved:
        rows = list(csv.reader(saved))
    assert rows[0] == ["File", "Page in it", "What became of it", "Title", "Reason"]
    assert rows[2] == ["/in/council.html", "", "Already there", "'=Council votes", ""]
    assert rows[3][4] == "bad name.html holds no text."
    assert len(rows) == 4
    assert str(file) in detail(report)


def test_nothing_is_saved_without_a_name(
    report: ImportReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    press(report, "Save as CSV…")
    assert "Saved" not in detail(report)


def test_a_table_that_cannot_be_saved_is_said(report: ImportReport, tmp_path: Path) -> None:
    report.save_table(tmp_path / "nowhere" / "import.csv")
    assert "could not be saved: No such file or directory." in detail(report)


def test_close_closes(report: ImportReport) -> None:
    press(report, "Close")
    assert not report.isVisible()


def button(report: ImportReport, text: str) -> QPushButton:
    return next(one for one in report.findChildren(QPushButton) if one.text() == text)


def test_a_page_among_several_is_told_by_its_name(report: ImportReport) -> None:
    report.show_outcomes([replace(HARBOUR, entry="https://harbour.example/a")])
    model = table(report).model()
    plain = model.index(0, 0).data().replace("\u2068", "").replace("\u2069", "")
    assert plain == "harbour.html › https://harbour.example/a"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).splitlines() == [
        "/in/harbour.html",
        "https://harbour.example/a",
    ]
    table(report).selectRow(0)
    assert detail(report).splitlines()[0] == "/in/harbour.html › https://harbour.example/a"


def test_more_that_is_to_be_told_stands_below(report: ImportReport) -> None:
    report.show_outcomes([replace(HARBOUR, reason="Its text is that of another page.")])
    table(report).selectRow(0)
    assert detail(report) == "/in/harbour.html\nIts text is that of another page."


def test_the_chosen_failures_are_tried_again_or_else_all(
    report: ImportReport, qtbot: QtBot
) -> None:
    other = replace(BROKEN, path=Path("/in/other.html"))
    report.show_outcomes([*ALL, other, replace(other, entry="2")])
    with qtbot.waitSignal(report.try_again_asked) as told:
        press(report, "Try Failed Again")
    assert told.args == [(BROKEN.path, other.path)]
    table(report).selectRow(2)
    with qtbot.waitSignal(report.try_again_asked) as told:
        press(report, "Try Again")
    assert told.args == [(BROKEN.path,)]


def test_without_a_failure_nothing_can_be_tried_again(report: ImportReport) -> None:
    report.show_outcomes([HARBOUR])
    assert not button(report, "Try Failed Again").isEnabled()
    report._acts.asked.emit(AGAIN)


def test_what_was_no_file_can_not_be_tried_again(report: ImportReport) -> None:
    pasted = Outcome(Path("Untitled.txt"), Status.FAILED, reason="There is nothing in it.")
    report.show_outcomes([pasted])
    assert not button(report, "Try Failed Again").isEnabled()
    table(report).selectRow(0)
    assert not button(report, "Try Failed Again").isEnabled()
    assert not button(report, "Show in Folder").isEnabled()


def test_what_is_chosen_can_be_opened_and_looked_for(report: ImportReport, qtbot: QtBot) -> None:
    table(report).selectRow(0)
    with qtbot.waitSignal(report.clipping_opened) as opened:
        press(report, "Open")
    assert opened.args == ["1"]
    with qtbot.waitSignal(report.folder_asked) as asked:
        press(report, "Show in Folder")
    assert asked.args == [HARBOUR.path]
    table(report).selectRow(2)
    assert not button(report, "Open").isEnabled()


def test_the_row_whose_reason_shows_is_meant(report: ImportReport, qtbot: QtBot) -> None:
    table(report).clearSelection()
    table(report).selectionModel().setCurrentIndex(
        table(report).model().index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    with qtbot.waitSignal(report.clipping_opened) as opened:
        press(report, "Open")
    assert opened.args == ["2"]


def test_without_a_row_nothing_is_meant(report: ImportReport) -> None:
    report.show_outcomes([])
    assert not button(report, "Open").isEnabled()
    assert not button(report, "Show in Folder").isEnabled()
    for act in (OPEN, FOLDER):
        report._acts.asked.emit(act)


def test_the_menu_of_a_row_offers_what_the_buttons_do(report: ImportReport, qtbot: QtBot) -> None:
    table(report).selectRow(2)
    middle = table(report).visualRect(table(report).currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, QPoint())
    QApplication.sendEvent(table(report), event)
    (menu,) = report.findChildren(QMenu)
    offered = {one.text(): one for one in menu.actions()}
    assert [name for name, one in offered.items() if one.isEnabled()] == [
        "Show in Folder",
        "Try Again",
        "Copy",
    ]
    with qtbot.waitSignal(report.try_again_asked):
        offered["Try Again"].trigger()


def test_what_shows_alone_gives_way_when_there_is_none_of_it_any_more(
    report: ImportReport,
) -> None:
    report.show_failures()
    report.show_outcomes([HARBOUR])
    assert names(report) == ["harbour.html"]
