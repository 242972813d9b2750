"""The field that shows and changes tags."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.ui.panels.tag_chip import TagChip
from reader.ui.panels.tags_field import TagsField, tag_named
from reader.ui.theme import Themes


@pytest.fixture
def field(themes: Themes, qtbot: QtBot) -> TagsField:
    made = TagsField(themes)
    qtbot.addWidget(made)
    made.resize(244, 120)
    made.show_known(["asia/korea", "harbour", "Housing"])
    with qtbot.waitExposed(made):
        made.show()
    return made


def heard(field: TagsField) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    told: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    field.tags_changed.connect(lambda added, removed: told.append((added, removed)))
    return told


def chips(field: TagsField) -> list[TagChip]:
    layout = field.layout()
    assert layout
    found = [layout.itemAt(at) for at in range(layout.count())]
    widgets = [item.widget() for item in found if item]
    return [one for one in widgets if isinstance(one, TagChip)]


def texts(field: TagsField) -> list[str]:
    return [chip.text() for chip in chips(field)]


def entry(field: TagsField) -> QLineEdit:
    found = field.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("#harbour", "harbour"),
        ("  sea   gate ", "sea gate"),
        ("asia / korea/", "asia/korea"),
        ("#", ""),
        ("//", ""),
    ],
)
def test_a_tag_is_read_as_it_is_meant(typed: str, tag: str) -> None:
    assert tag_named(typed) == tag


def test_each_tag_is_a_chip(field: TagsField) -> None:
    field.show_tags(["asia/korea", "harbour"])
    assert texts(field) == ["#asia/korea", "#harbour"]


def test_enter_adds_what_is_typed(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "#sea gate")
    QTest.keyClick(entry(field), Qt.Key.Key_Return)
    assert told == [(("sea gate",), ())]
    assert texts(field) == ["#sea gate"]
    assert entry(field).text() == ""
    assert entry(field).hasFocus()


def test_a_comma_ends_a_tag(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "storm,ha")
    assert told == [(("storm",), ())]
    assert entry(field).text() == "ha"


def test_several_tags_can_be_pasted(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QApplication.clipboard().setText("storm, sea gate, quay")
    entry(field).paste()
    QTest.keyClick(entry(field), Qt.Key.Key_Return)
    assert told == [(("storm", "sea gate"), ()), (("quay",), ())]


def test_a_known_tag_keeps_its_spelling(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "housing")
    QTest.keyClick(entry(field), Qt.Key.Key_Return)
    assert told == [(("Housing",), ())]


def test_a_tag_that_is_there_is_not_added_again(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour"])
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "HARBOUR")
    QTest.keyClick(entry(field), Qt.Key.Key_Return)
    assert told == []
    assert texts(field) == ["#harbour"]


def test_letters_inside_a_known_tag_offer_it(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "KOR")
    popup = entry(field).completer().popup()
    assert popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry(field).text() == "")
    assert told == [(("asia/korea",), ())]


def test_a_click_on_an_offered_tag_adds_it(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "harb")
    popup = entry(field).completer().popup()
    assert popup
    qtbot.waitUntil(popup.isVisible)
    row = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=row)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(("harbour",), ())]
    qtbot.waitUntil(lambda: entry(field).text() == "")


def test_a_tag_that_is_there_is_not_offered(field: TagsField) -> None:
    field.show_tags(["harbour"])
    model = entry(field).completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == ["asia/korea", "Housing"]


def test_backspace_in_the_empty_field_takes_the_last(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour", "storm"])
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "x")
    QTest.keyClick(entry(field), Qt.Key.Key_Backspace)
    assert told == []
    QTest.keyClick(entry(field), Qt.Key.Key_Backspace)
    assert told == [((), ("storm",))]
    QTest.keyClick(entry(field), Qt.Key.Key_Backspace)
    QTest.keyClick(entry(field), Qt.Key.Key_Backspace)
    assert told == [((), ("storm",)), ((), ("harbour",))]


def test_delete_on_a_chip_removes_its_tag(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour", "storm"])
    told = heard(field)
    chips(field)[0].setFocus()
    QTest.keyClick(chips(field)[0], Qt.Key.Key_Delete)
    assert told == [((), ("harbour",))]
    assert texts(field) == ["#storm"]
    assert chips(field)[0].hasFocus()


def test_a_click_on_the_cross_removes_a_tag(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour"])
    told = heard(field)
    chip = chips(field)[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert told == []
    cross = QPoint(chip.width() - 6, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert told == [((), ("harbour",))]


def test_the_cross_is_seen_only_where_it_is_needed(field: TagsField) -> None:
    field.show_tags(["harbour"])
    chip = chips(field)[0]
    plain = chip.grab().toImage()
    chip.setFocus()
    assert chip.grab().toImage() != plain


def test_the_arrows_walk_over_the_chips(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour", "storm"])
    first, second = chips(field)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()


def test_escape_drops_what_is_typed_and_leaves(field: TagsField, qtbot: QtBot) -> None:
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "zzz")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(entry(field), Qt.Key.Key_Escape)
    assert entry(field).text() == ""
    assert told == []


def test_what_is_typed_is_kept_when_the_focus_goes(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour"])
    told = heard(field)
    field.begin()
    QTest.keyClicks(entry(field), "storm")
    chips(field)[0].setFocus()
    assert told == [(("storm",), ())]
    assert entry(field).isHidden()


def test_a_tag_that_only_some_have_is_dashed(field: TagsField) -> None:
    field.show_tags(["harbour"], ["storm"])
    assert [chip.is_dashed for chip in chips(field)] == [False, True]
    assert "some" in chips(field)[1].accessibleName()


def test_a_click_on_a_dashed_tag_gives_it_to_all(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["harbour"], ["storm"])
    told = heard(field)
    QTest.mouseClick(chips(field)[1], Qt.MouseButton.LeftButton, pos=QPoint(15, 12))
    assert told == [(("storm",), ())]
    assert not chips(field)[1].is_dashed
    QTest.mouseClick(chips(field)[1], Qt.MouseButton.LeftButton, pos=QPoint(15, 12))
    assert len(told) == 1


def test_an_answer_from_outside_keeps_the_chips_and_the_focus(
    field: TagsField, qtbot: QtBot
) -> None:
    field.show_tags(["harbour"])
    field.begin()
    QTest.keyClicks(entry(field), "sto")
    chip = chips(field)[0]
    field.show_tags(["harbour", "quay"])
    assert chips(field)[0] is chip
    assert entry(field).text() == "sto"
    assert entry(field).hasFocus()


def test_many_tags_wrap_and_a_long_one_is_cut(field: TagsField) -> None:
    field.show_tags(["a" * 80, *(f"tag {number}" for number in range(12))])
    layout = field.layout()
    assert layout
    assert layout.heightForWidth(244) > 3 * 26
    layout.setGeometry(field.rect())
    assert all(chip.geometry().right() <= 244 for chip in chips(field))
    assert chips(field)[0].toolTip() == "#" + "a" * 80


def test_a_right_to_left_window_flows_from_the_right(field: TagsField, qtbot: QtBot) -> None:
    field.show_tags(["one", "two"])
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = field.layout()
    assert layout
    layout.setGeometry(field.rect())
    first, second = chips(field)
    assert first.x() > second.x()
    told = heard(field)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(5, 13))
    assert told == [((), ("one",))]
