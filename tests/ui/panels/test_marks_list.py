"""The list of marks: go to them, note, colour and remove them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.articles.quote import Quote
from reader.clipping import Colour, Highlight
from reader.ui.panels.mark_card import INDENT
from reader.ui.panels.mark_menu import MarkMenu
from reader.ui.panels.marks_list import MarksList
from reader.ui.panels.marks_model import HighlightRole, MarksModel
from reader.ui.panels.plain_edit import PlainEdit
from reader.ui.panels.text_block import TextBlock, TextStyle
from reader.ui.theme import SANS, Themes, font

FIRST = Highlight("a", Quote("Nothing moved in the basin", start=5), Colour.YELLOW, "See the log")
SECOND = Highlight("b", Quote("There were four hundred", start=90), Colour.GREEN)
LOST = Highlight("c", Quote("Gone words"), Colour.ROSE)


@pytest.fixture
def marks(themes: Themes, qtbot: QtBot) -> MarksList:
    made = MarksList(themes)
    qtbot.addWidget(made)
    made.resize(244, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_highlights([SECOND, FIRST])
    return made


def at(marks: MarksList, row: int) -> QRect:
    return marks.visualRect(marks.model().index(row, 0))


def quotes(model: MarksModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def editor(marks: MarksList) -> PlainEdit:
    found = marks.findChild(PlainEdit)
    assert isinstance(found, PlainEdit)
    return found


def menu_of(marks: MarksList) -> MarkMenu:
    return marks.findChildren(MarkMenu)[-1]


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = MarksModel()
    model.show_highlights([FIRST, SECOND, LOST])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations


def test_marks_stand_in_the_order_of_the_text_and_lost_ones_last() -> None:
    model = MarksModel()
    model.show_highlights([LOST, SECOND, FIRST])
    assert quotes(model) == [one.quote.exact for one in (FIRST, SECOND, LOST)]


def test_only_the_rows_that_changed_are_told(qtbot: QtBot) -> None:
    model = MarksModel()
    model.show_highlights([FIRST, LOST])
    inserted: list[int] = []
    removed: list[int] = []
    changed: list[int] = []
    resets: list[int] = []
    model.rowsInserted.connect(lambda _p, row, _l: inserted.append(row))
    model.rowsRemoved.connect(lambda _p, row, _l: removed.append(row))
    model.dataChanged.connect(lambda index, _o: changed.append(index.row()))
    model.modelReset.connect(lambda: resets.append(1))
    model.show_highlights([replace(FIRST, note="other"), SECOND])
    assert (removed, inserted, changed, resets) == ([1], [1], [0], [])
    assert model.row_of("b") == 1
    assert model.row_of("c") == -1


def test_marks_that_change_places_are_shown_in_their_new_order() -> None:
    model = MarksModel()
    model.show_highlights([FIRST, SECOND])
    model.show_highlights([replace(FIRST, quote=Quote("Nothing", start=500)), SECOND])
    assert quotes(model) == ["There were four hundred", "Nothing"]


def test_what_is_lost_is_said() -> None:
    model = MarksModel()
    model.show_highlights([FIRST, LOST])
    changed: list[int] = []
    model.dataChanged.connect(lambda index, _o: changed.append(index.row()))
    model.show_unplaced(["c"])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert changed == [1]
    assert model.index(1).data(role) == "Gone words. not found in the text"
    assert model.index(0).data(role) == "Nothing moved in the basin. See the log"
    assert model.data(model.index(7)) is None


def test_a_lost_mark_is_drawn_with_a_sign(marks: MarksList) -> None:
    before = at(marks, 1).height()
    marks.show_unplaced(["b"])
    assert at(marks, 1).height() > before


def test_a_click_goes_to_the_mark(marks: MarksList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(marks.mark_opened) as told:
        place = at(marks, 1).topLeft() + QPoint(40, 10)
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["b"]


def test_a_click_beside_the_marks_does_nothing(marks: MarksList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(marks.mark_opened):
        place = QPoint(40, at(marks, 1).bottom() + 40)
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=place)
        gap = QPoint(40, at(marks, 0).bottom() - 3)
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=gap)


def test_a_click_on_the_note_writes_in_it(marks: MarksList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(marks.mark_opened):
        place = at(marks, 0).bottomLeft() + QPoint(40, -24)
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor(marks).text == "See the log"


def test_the_three_dots_open_the_menu(marks: MarksList, qtbot: QtBot) -> None:
    place = at(marks, 1).topRight() + QPoint(-8, 8)
    QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = menu_of(marks)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:3] == ["Go to the text", "Add a note", "Copy the words"]
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["Green"]
    menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_go_to_the_mark(marks: MarksList, qtbot: QtBot, key: Qt.Key) -> None:
    marks.setFocus()
    QTest.keyClick(marks, Qt.Key.Key_Down)
    with qtbot.waitSignal(marks.mark_opened) as told:
        QTest.keyClick(marks, key)
    assert told.args == ["b"]


def test_the_focus_comes_to_the_first_mark(marks: MarksList) -> None:
    marks.setFocus()
    assert marks.currentIndex().row() == 0


def test_delete_removes_and_digits_colour(marks: MarksList, qtbot: QtBot) -> None:
    marks.setFocus()
    with qtbot.waitSignal(marks.mark_removed) as removed:
        QTest.keyClick(marks, Qt.Key.Key_Delete)
    with qtbot.waitSignal(marks.mark_coloured) as coloured:
        QTest.keyClick(marks, Qt.Key.Key_5)
    assert removed.args == ["a"]
    assert coloured.args == ["a", Colour.VIOLET]


def test_the_words_can_be_copied(marks: MarksList, qtbot: QtBot) -> None:
    marks.setFocus()
    QTest.keyClick(marks, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Nothing moved in the basin"


def test_escape_leaves(marks: MarksList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(marks.left):
        QTest.keyClick(marks, Qt.Key.Key_Escape)


def test_a_note_is_written_in_its_place(marks: MarksList, qtbot: QtBot) -> None:
    marks.setFocus()
    QTest.keyClick(marks, Qt.Key.Key_F2)
    QTest.keyClicks(editor(marks), " and")
    QTest.keyClick(editor(marks), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor(marks), "again")
    with qtbot.waitSignal(marks.mark_note_changed) as told:
        QTest.keyClick(editor(marks), Qt.Key.Key_Return)
    assert told.args == ["a", "See the log and\nagain"]
    qtbot.waitUntil(lambda: marks.findChild(PlainEdit) is None)


def test_escape_keeps_what_was_written_on_a_mark(marks: MarksList, qtbot: QtBot) -> None:
    marks.edit_note("b")
    QTest.keyClicks(editor(marks), "New")
    with qtbot.waitSignal(marks.mark_note_changed) as told:
        QTest.keyClick(editor(marks), Qt.Key.Key_Escape)
    assert told.args == ["b", "New"]


def test_flushing_tells_a_note_once(marks: MarksList, qtbot: QtBot) -> None:
    marks.edit_note("b")
    QTest.keyClicks(editor(marks), "New")
    told: list[tuple[str, str]] = []
    marks.mark_note_changed.connect(lambda id_, text: told.append((id_, text)))
    marks.flush()
    marks.show_highlights([FIRST, replace(SECOND, note="New")])
    assert editor(marks).text == "New"
    QTest.keyClick(editor(marks), Qt.Key.Key_Return)
    assert told == [("b", "New")]


def test_an_unchanged_note_is_not_told(marks: MarksList, qtbot: QtBot) -> None:
    marks.edit_note("a")
    with qtbot.assertNotEmitted(marks.mark_note_changed):
        QTest.keyClick(editor(marks), Qt.Key.Key_Return)


def test_the_note_of_a_mark_that_went_meanwhile_goes_nowhere(
    marks: MarksList, qtbot: QtBot
) -> None:
    marks.edit_note("b")
    QTest.keyClicks(editor(marks), "New")
    marks.show_highlights([FIRST])
    with qtbot.assertNotEmitted(marks.mark_note_changed):
        marks.flush()
        marks.edit_note("b")
    assert marks.model().rowCount() == 1


def test_the_row_grows_while_its_note_is_written(marks: MarksList, qtbot: QtBot) -> None:
    marks.edit_note("b")
    qtbot.waitUntil(lambda: at(marks, 1).height() > at(marks, 0).height())
    before = at(marks, 1).height()
    editor(marks).insertPlainText("line\nline\nline\nline\nline")
    qtbot.waitUntil(lambda: at(marks, 1).height() > before)
    assert marks.heightForWidth(244) > before


def test_the_menu_does_what_it_says(marks: MarksList, qtbot: QtBot) -> None:
    marks.setCurrentIndex(marks.model().index(0, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(marks.viewport(), event)
    acts = {action.text(): action for action in menu_of(marks).actions()}
    for name, signal in (
        ("Go to the text", marks.mark_opened),
        ("Blue", marks.mark_coloured),
        ("Remove the mark", marks.mark_removed),
    ):
        with qtbot.waitSignal(signal) as told:
            acts[name].trigger()
        assert told.args[0] == "a"
    acts["Copy the words"].trigger()
    assert QApplication.clipboard().text() == FIRST.quote.exact
    acts["Edit the note"].trigger()
    assert editor(marks).text == FIRST.note
    menu_of(marks).close()


def test_the_menu_of_the_empty_space_does_not_open(marks: MarksList) -> None:
    beside = QPoint(10, 399)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, beside, QPoint())
    QApplication.sendEvent(marks.viewport(), event)
    assert marks.findChild(QMenu) is None


def test_the_wheel_is_left_to_the_panel(marks: MarksList) -> None:
    event = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    marks.wheelEvent(event)
    assert not event.isAccepted()


def test_a_card_wears_the_colours_of_the_theme(marks: MarksList, themes: Themes) -> None:
    def bar() -> str:
        return marks.grab().toImage().pixelColor(1, at(marks, 0).top() + 20).name()

    assert bar() == themes.current.mark(Colour.YELLOW).name()
    themes.choose("dark")
    assert bar() == themes.current.mark(Colour.YELLOW).name()


def test_a_right_to_left_window_has_the_bar_at_the_right(marks: MarksList, themes: Themes) -> None:
    marks.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = marks.grab().toImage()
    tone = themes.current.mark(Colour.YELLOW).name()
    ratio = image.devicePixelRatio()
    right = round((marks.viewport().width() - 2) * ratio)
    assert image.pixelColor(right, round((at(marks, 0).top() + 20) * ratio)).name() == tone


def test_the_dots_stand_where_the_lines_end(marks: MarksList, qtbot: QtBot) -> None:
    marks.show_highlights([Highlight("r", Quote("قال رئيس الميناء", start=1)), SECOND])
    left = at(marks, 0).topLeft() + QPoint(INDENT + 8, 8)
    QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert menu_of(marks).isVisible()
    menu_of(marks).close()
    with qtbot.waitSignal(marks.mark_opened) as told:
        left = at(marks, 1).topLeft() + QPoint(INDENT + 8, 8)
        QTest.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert told.args == ["b"]


def test_a_text_stands_on_the_side_it_is_read_from() -> None:
    style = TextStyle(font(SANS, 13), 20)
    assert TextBlock("(قال) words", style, 200).is_right_to_left
    assert not TextBlock("12 words قال", style, 200).is_right_to_left
    assert not TextBlock("", style, 200).is_right_to_left


def test_a_long_text_is_cut_at_its_last_line() -> None:
    style = TextStyle(font(SANS, 13), 20, lines=3)
    assert TextBlock("word " * 200, style, 200).height == 60
    assert TextBlock("one\ntwo", style, 200).height == 40
    assert TextBlock("", style, 200).height == 20
    assert TextBlock("𝄞 music\n" * 50, style, 200).height == 60


def test_a_block_paints_its_text(themes: Themes) -> None:
    image = QImage(100, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    before = image.copy()
    painter = QPainter(image)
    style = TextStyle(font(SANS, 13, QFont.Weight.DemiBold), 20)
    TextBlock("words", style, 100).paint(painter, QPointF(0, 0))
    painter.end()
    assert image != before


def test_a_row_is_as_wide_as_the_list(marks: MarksList) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 244, 0)
    index = marks.model().index(0, 0)
    assert marks.itemDelegate().sizeHint(option, index).width() == 244
    assert index.data(HighlightRole) == FIRST
