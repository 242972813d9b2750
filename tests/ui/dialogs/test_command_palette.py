"""The palette that finds any command."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.choices import LOOKED_AT, MOST, Choice, ChoiceRole, ChoicesModel
from reader.ui.dialogs.command_palette import CommandPalette
from reader.ui.theme import Themes

RAN: list[str] = []


def choice(title: str, hint: str = "") -> Choice:
    return Choice(title, hint, lambda: RAN.append(title))


CHOICES = [choice("Add files…", "Ctrl+O"), choice("Archive", "E"), choice("Focus mode", "F11")]


def behind(window: QMainWindow) -> QWidget:
    found = window.centralWidget()
    assert found
    return found


@pytest.fixture
def window(themes: Themes, qtbot: QtBot) -> Iterator[QMainWindow]:
    RAN.clear()
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit())
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    behind(made).setFocus()
    yield made
    made.close()


@pytest.fixture
def palette(window: QMainWindow, themes: Themes) -> CommandPalette:
    made = CommandPalette(themes, window)
    made.open_with(CHOICES)
    return made


def field(palette: CommandPalette) -> QLineEdit:
    return palette.findChildren(QLineEdit)[0]


def shown(palette: CommandPalette) -> list[str]:
    model = listed(palette).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def listed(palette: CommandPalette) -> QListView:
    return palette.findChildren(QListView)[0]


def current(palette: CommandPalette) -> str:
    return str(listed(palette).currentIndex().data())


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = ChoicesModel()
    model.show_choices(CHOICES)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations


def test_a_choice_is_said_with_its_shortcut() -> None:
    model = ChoicesModel()
    model.show_choices([*CHOICES, choice("Plain")])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Add files…, Ctrl+O"
    assert model.index(3).data(role) == "Plain"
    assert model.data(QModelIndex(), ChoiceRole) is None


def test_of_very_many_only_the_best_are_listed() -> None:
    model = ChoicesModel()
    model.show_choices([choice(f"tag {number}") for number in range(5000)])
    model.narrow("4999")
    assert model.index(0).data() == "tag 4999"
    model.narrow("tag")
    assert model.rowCount() == MOST


def test_it_opens_over_the_top_with_the_first_choice_ready(palette: CommandPalette) -> None:
    assert palette.isVisible()
    assert field(palette).hasFocus()
    assert current(palette) == "Add files…"
    assert abs(palette.geometry().center().x() - 450) <= 1
    assert palette.y() < 100


def test_letters_narrow_it_and_enter_runs(palette: CommandPalette, window: QMainWindow) -> None:
    QTest.keyClicks(field(palette), "fo")
    assert shown(palette) == ["Focus mode"]
    QTest.keyClick(field(palette), Qt.Key.Key_Return)
    assert RAN == ["Focus mode"]
    assert not palette.isVisible()
    assert behind(window).hasFocus()


def test_the_arrows_walk_round(palette: CommandPalette) -> None:
    QTest.keyClick(field(palette), Qt.Key.Key_Down)
    assert current(palette) == "Archive"
    QTest.keyClick(field(palette), Qt.Key.Key_Up)
    QTest.keyClick(field(palette), Qt.Key.Key_Up)
    assert current(palette) == "Focus mode"
    QTest.keyClick(field(palette), Qt.Key.Key_PageUp)
    assert current(palette) == "Add files…"
    QTest.keyClick(field(palette), Qt.Key.Key_PageDown)
    assert current(palette) == "Focus mode"


def test_escape_closes_and_runs_nothing(palette: CommandPalette, window: QMainWindow) -> None:
    QTest.keyClick(field(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert RAN == []
    assert behind(window).hasFocus()


def test_tab_does_not_lead_out(palette: CommandPalette) -> None:
    QTest.keyClick(field(palette), Qt.Key.Key_Tab)
    QTest.keyClick(field(palette), Qt.Key.Key_Backtab)
    assert field(palette).hasFocus()


def test_nothing_found_is_said_and_runs_nothing(palette: CommandPalette) -> None:
    QTest.keyClicks(field(palette), "zzz")
    said = [label.text() for label in palette.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing is called that."]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(field(palette), key)
    assert RAN == []
    assert palette.isVisible()


def test_a_click_runs_a_choice(palette: CommandPalette) -> None:
    rows = listed(palette)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert RAN == ["Archive"]


def test_a_click_elsewhere_closes_it(palette: CommandPalette, window: QMainWindow) -> None:
    QTest.mouseClick(field(palette), Qt.MouseButton.LeftButton)
    assert palette.isVisible()
    QTest.mouseClick(behind(window), Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert not palette.isVisible()


def test_it_stays_in_the_middle_of_a_window_that_changes(
    palette: CommandPalette, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(500, 300)
    qtbot.waitUntil(lambda: abs(palette.geometry().center().x() - 250) <= 1)
    assert palette.geometry().right() < 500


def test_opening_again_begins_anew(palette: CommandPalette) -> None:
    QTest.keyClicks(field(palette), "fo")
    palette.open_with([choice("Other")])
    assert field(palette).text() == ""
    assert shown(palette) == ["Other"]


def test_a_row_marks_the_typed_letters(palette: CommandPalette, themes: Themes) -> None:
    palette.open_with([choice("𝄞 harbour\nmaster " + "x" * 200, "a hint " * 40), CHOICES[1]])
    QTest.keyClicks(field(palette), "har")
    image = palette.grab().toImage()
    tones = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert themes.current.colour("accent").name() in tones
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 0)
    index = listed(palette).model().index(0, 0)
    assert listed(palette).itemDelegate().sizeHint(option, index).width() == 300


def test_a_command_is_found_by_what_others_call_it(palette: CommandPalette) -> None:
    ran = lambda: None  # noqa: E731
    trash = Choice("Move to Trash", "", ran, ("Delete", "Throw Away"))
    left = Choice("Do leave the letters here", "", ran)
    palette.open_with([left, Choice("Delete nothing", "", ran), trash])
    QTest.keyClicks(field(palette), "delete")
    assert shown(palette)[1:] == ["Move to Trash", "Do leave the letters here"]
    field(palette).setText("throw aw")
    assert shown(palette) == ["Move to Trash"]
    field(palette).setText("thaw")
    assert shown(palette) == []


def test_another_name_is_found_among_very_many_choices() -> None:
    model = ChoicesModel()
    ran = lambda: None  # noqa: E731
    many = [Choice(f"#delicate things, {n}", "Tag", ran) for n in range(2 * LOOKED_AT)]
    model.show_choices([*many, Choice("Move to Trash", "", ran, ("Delete",))])
    model.narrow("delete")
    assert model.index(0).data() == "Move to Trash"
