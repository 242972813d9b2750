"""What helps while a search is typed: offers, hints, help, ways out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.clipping_list.offer import Offer
from reader.ui.clipping_list.offer_list import OfferModel
from reader.ui.clipping_list.search_field import SearchField
from reader.ui.clipping_list.ways_out import WayOut
from reader.ui.theme import Themes

LEFT = Qt.MouseButton.LeftButton
STORM = Offer("storm ", 6, "storm", "", 300)
TAG = Offer("tag:", 4, "tag:", "", 0)
FORGET = Offer("", 0, "Forget these searches", forgets=True)


@pytest.fixture
def panel(qtbot: QtBot, themes: Themes) -> ListPanel:
    made = ListPanel(themes)
    qtbot.addWidget(made)
    made.resize(352, 600)
    made.show_result(["a", "b", "c"])
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.focus_search()
    qtbot.waitUntil(made._search.hasFocus)
    return made


@pytest.fixture
def field(panel: ListPanel) -> SearchField:
    return panel._search


def offer(panel: ListPanel, *offers: Offer, typed: str = "sto") -> None:
    QTest.keyClicks(panel._search, typed)
    panel.show_offers(offers, typed, len(typed))


def test_each_letter_asks_how_it_may_go_on(
    panel: ListPanel, field: SearchField, qtbot: QtBot
) -> None:
    told: list[tuple[str, int]] = []
    panel.offers_wanted.connect(lambda *asked: told.append(asked))
    QTest.keyClicks(field, "st")
    field.setText("set by another")
    assert told == [("s", 1), ("st", 2)]


def test_enter_alone_is_a_plain_search(panel: ListPanel, field: SearchField, qtbot: QtBot) -> None:
    offer(panel, STORM)
    assert field._offers.isVisible()
    with qtbot.waitSignal(panel.words_entered) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["sto"]
    assert not field._offers.isVisible()


def test_arrows_and_enter_take_an_offer(panel: ListPanel, field: SearchField) -> None:
    offer(panel, STORM, TAG)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.accessibleDescription() == "storm"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.cursorPosition()) == ("storm ", 6)
    assert field.hasFocus()


def test_arrows_go_round_by_way_of_none(panel: ListPanel, field: SearchField) -> None:
    offer(panel, STORM, TAG)
    shown = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
        shown.append(field._offers.current)
    assert shown == [TAG, None, STORM, TAG]


def test_tab_takes_the_first_offer(panel: ListPanel, field: SearchField, qtbot: QtBot) -> None:
    offer(panel, TAG, STORM, typed="ta")
    with qtbot.waitSignal(panel.offers_wanted) as told:  # there is more to choose
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told.args == ["tag:", 4]
    assert field.text() == "tag:"
    assert field.hasFocus()


def test_a_click_takes_an_offer(panel: ListPanel, field: SearchField) -> None:
    offer(panel, STORM, TAG)
    shown = field._offers
    place = shown.visualRect(shown.model().index(0, 0)).center()
    QTest.mouseClick(shown.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert field.text() == "storm "


def test_escape_puts_the_offers_away_first(panel: ListPanel, field: SearchField) -> None:
    offer(panel, STORM)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field._offers.isVisible()
    assert field.text() == "sto"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_offers_that_come_too_late_are_not_shown(panel: ListPanel, field: SearchField) -> None:
    QTest.keyClicks(field, "stor")
    panel.show_offers([STORM], "sto", 3)
    assert not field._offers.isVisible()
    panel.focus_list()
    panel.show_offers([STORM], "stor", 4)
    assert not field._offers.isVisible()


def test_leaving_the_box_puts_the_offers_away(panel: ListPanel, field: SearchField) -> None:
    offer(panel, STORM)
    panel.focus_list()
    assert not field._offers.isVisible()


def test_down_in_the_empty_box_asks_for_recent_searches_which_can_be_forgotten(
    panel: ListPanel, field: SearchField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.recent_wanted):
        QTest.keyClick(field, Qt.Key.Key_Down)
    panel.show_offers([STORM, FORGET], "", 0)
    QTest.keyClick(field, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.recent_forgotten):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""


def test_an_offer_is_spoken_with_what_it_is_and_how_many_have_it(
    qtmodeltester: ModelTester,
) -> None:
    model = OfferModel()
    model.set_offers([Offer("tag:asia ", 9, "asia", "Tag", 1140)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "asia, Tag, 1,140"


def test_offers_with_long_and_arabic_names_are_painted_within_the_list(
    panel: ListPanel, field: SearchField
) -> None:
    long = Offer("x", 1, "A name that never ends " * 6, "Section and more of it " * 4, 9)
    offer(panel, long, Offer("ع", 1, "عاصفة", "Tag", 3), FORGET)
    assert not field._offers.grab().isNull()
    assert field._offers.geometry().right() <= panel.width()


def test_what_was_not_understood_and_what_may_have_been_meant_stands_above_the_list(
    panel: ListPanel, field: SearchField, qtbot: QtBot
) -> None:
    hint = panel._hint
    assert not hint.isVisible()
    panel.show_hint(("published:someday",), "harbour & sea", 1292)
    assert hint._unread.text() == "Searched as plain words: “published:someday”"
    assert hint._button.accessibleName() == "Did you mean “harbour & sea”? (1,292)"
    with qtbot.waitSignal(panel.words_changed) as told:
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["harbour & sea"]
    panel.show_hint((), "", 0)
    assert not hint.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "harbour & sea"


def test_a_click_takes_what_was_meant(panel: ListPanel, field: SearchField) -> None:
    panel.show_hint((), "harbour", 3)
    QTest.mouseClick(panel._hint._button, LEFT)
    assert field.text() == "harbour"


def test_the_help_shows_examples_which_can_be_tried(
    panel: ListPanel, field: SearchField, qtbot: QtBot
) -> None:
    QTest.keyClick(field, Qt.Key.Key_F1)
    sheet = panel._sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    examples = sheet.findChildren(QPushButton)
    assert {"tag:asia", "is:unread", '"storm gate"~5'} <= {one.text() for one in examples}
    assert all(one.accessibleName() for one in examples)
    qtbot.waitUntil(examples[0].hasFocus)
    QTest.keyClick(examples[0], Qt.Key.Key_Down)
    assert examples[1].hasFocus()
    QTest.keyClick(examples[1], Qt.Key.Key_Up)
    QTest.keyClick(examples[0], Qt.Key.Key_Up)
    assert examples[-1].hasFocus()
    examples[0].click()
    assert not sheet.isVisible()
    assert field.text() == "storm harbour"
    panel.open_help()
    QTest.keyClick(sheet, Qt.Key.Key_F1)
    assert not sheet.isVisible()


def test_every_example_of_the_help_is_understood(panel: ListPanel) -> None:
    from reader.search.query import read_query

    panel.open_help()
    assert panel._sheet is not None
    for one in panel._sheet.findChildren(QPushButton):
        query = read_query(one.text())
        assert query.asked is not None, one.text()
        assert query.unread == (), one.text()
    panel._sheet.close()


def test_ways_out_of_an_empty_result_are_taken(panel: ListPanel, qtbot: QtBot) -> None:
    taken: list[str] = []
    ways = [WayOut(name, lambda name=name: taken.append(name)) for name in ("One & all", "Two")]  # type: ignore[misc]
    panel.show_result([])
    panel.set_empty_text("Nothing found", ways)
    buttons = [one for one in panel._ways.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons] == ["One && all", "Two"]
    assert buttons[0].mapTo(panel, buttons[0].pos()).y() > 0
    buttons[1].click()
    assert taken == ["Two"]
    panel.set_empty_text("Nothing found")
    assert not panel._ways.isVisible()


def test_saving_is_offered_by_its_name(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_save("Save")
    assert panel._save.isVisible()
    with qtbot.waitSignal(panel.save_asked):
        QTest.mouseClick(panel._save, LEFT)
    assert panel.save_place().y() > 0
    panel.show_save("")
    assert not panel._save.isVisible()


def test_ten_thousand_letters_break_nothing(panel: ListPanel, field: SearchField) -> None:
    panel.show_hint(("x" * 10_000,), "y" * 10_000, 1)
    field.setText("z" * 10_000)
    panel.set_empty_text("z" * 10_000)
    assert panel.minimumSizeHint().width() <= 260
