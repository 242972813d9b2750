from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.clipping import Card
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.view import ClippingView
from reader.ui.theme import Themes

NO_KEY = Qt.KeyboardModifier.NoModifier
IDS = [f"id{number}" for number in range(60)]


class Heard:
    """What a view told, in its order."""

    def __init__(self, view: ClippingView) -> None:
        self.shown: list[str] = []
        self.opened: list[str] = []
        self.selected: list[tuple[str, ...]] = []
        view.clipping_shown.connect(self.shown.append)
        view.clipping_opened.connect(self.opened.append)
        view.selection_changed.connect(self.selected.append)


@pytest.fixture
def view(qtbot: QtBot, themes: Themes) -> ClippingView:
    model = ClippingModel()
    model.cards_wanted.connect(
        lambda ids: model.put_cards([Card(one, f"Title of {one}", is_read=True) for one in ids])
    )
    made = ClippingView(model, themes)
    qtbot.addWidget(made)
    made.resize(352, 600)
    made.show_result(IDS)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(view: ClippingView) -> Heard:
    return Heard(view)


def press(view: ClippingView, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(view, key)
        else:
            QTest.keyClick(view, key)


def test_cards_are_fetched_for_what_is_in_view_and_near_it(
    view: ClippingView, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: view.clippings.card_of("id0") is not None)
    here = view.clippings.with_cards(IDS)
    assert here[0] == "id0"
    assert 20 < len(here) < 30
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: view.clippings.card_of("id59") is not None)


def test_arrows_and_letters_walk_the_list(view: ClippingView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Down, "j", "j", "k", Qt.Key.Key_Up)
    assert heard.shown == ["id0", "id1", "id2", "id1", "id0"]
    assert heard.selected[-1] == ("id0",)


def test_home_and_end_go_to_the_ends_of_the_list(view: ClippingView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown)
    assert heard.shown[:3] == ["id0", "id59", "id0"]
    assert heard.shown[3] in IDS[3:7]


def test_enter_opens_what_the_reader_stands_on(view: ClippingView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Return)
    view.select("id3")
    press(view, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert heard.opened == ["id3", "id3"]


def test_a_double_click_opens(view: ClippingView, heard: Heard) -> None:
    place = view.visualRect(view.clippings.index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    assert heard.shown == ["id1"]
    assert heard.opened == ["id1"]


def test_shift_selects_a_run_from_top_to_bottom(view: ClippingView, heard: Heard) -> None:
    view.select("id4")
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert heard.selected[-1] == ("id2", "id3", "id4")
    assert view.selected_ids == ("id2", "id3", "id4")
    assert view.current_id == "id2"


def test_letters_are_commands_and_no_beginnings_of_titles(view: ClippingView, heard: Heard) -> None:
    press(view, "T", "i")
    view.keyboardSearch("Title of id9")
    assert heard.shown == []


def test_a_letter_with_control_is_no_walk(view: ClippingView, heard: Heard) -> None:
    QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert heard.shown == []


def test_next_and_previous_stop_at_the_ends(view: ClippingView, heard: Heard) -> None:
    view.select_previous()
    view.select_next()
    view.select_previous()
    view.select("id59")
    view.select_next()
    assert heard.shown == ["id0", "id1", "id0", "id59"]


def test_selecting_what_is_not_there_changes_nothing(view: ClippingView, heard: Heard) -> None:
    view.select("stranger")
    assert heard.shown == []
    view.clippings.set_result([])
    view.select_next()
    assert heard.shown == []


def test_the_next_unread_is_below_the_one_the_reader_stands_on(view: ClippingView) -> None:
    unread = [Card(one, one, is_read=False) for one in ("id2", "id7")]
    view.clippings.put_cards([*unread, *(Card(one, one, is_read=True) for one in IDS[3:7])])
    assert view.next_unread() == "id2"
    view.select("id2")
    assert view.next_unread() == "id7"
    view.select("id7")
    assert view.next_unread() is None
    assert view.ids_below() == IDS[8:]


def test_new_clippings_above_leave_the_reader_where_they_stand(
    view: ClippingView, heard: Heard
) -> None:
    view.select("id5")
    view.clippings.insert(["new1", "new2"])
    assert view.current_id == "id5"
    assert view.selected_ids == ("id5",)
    assert heard.shown == ["id5"]
    assert heard.selected == [("id5",)]


def test_removing_what_the_reader_stands_on_shows_the_next(
    view: ClippingView, heard: Heard
) -> None:
    view.select("id5")
    view.clippings.remove(["id5"])
    assert view.current_id == "id6"
    assert heard.shown == ["id5", "id6"]
    assert heard.selected[-1] == ("id6",)


def test_removing_a_selected_run_shows_what_followed_it(view: ClippingView, heard: Heard) -> None:
    view.select("id57")
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    view.clippings.remove(view.selected_ids)
    assert view.current_id == "id56"
    assert view.selected_ids == ("id56",)
    assert heard.selected[-1] == ("id56",)


def test_emptying_the_list_leaves_nothing_selected(view: ClippingView, heard: Heard) -> None:
    view.select("id5")
    view.clippings.remove(IDS)
    assert view.current_id is None
    assert view.selected_ids == ()
    assert heard.selected[-1] == ()


def test_a_new_search_keeps_the_clipping_it_finds_again(view: ClippingView, heard: Heard) -> None:
    view.select("id50")
    view.show_result([*IDS[40:], *IDS[:40]])
    assert view.current_id == "id50"
    assert view.selected_ids == ("id50",)
    assert heard.shown == ["id50"]
    assert heard.selected == [("id50",)]
    assert view.verticalScrollBar().value() == 0


def test_a_new_search_without_it_leaves_nothing_selected(view: ClippingView, heard: Heard) -> None:
    view.select("id5")
    view.show_result(["id7", "id8"])
    assert view.current_id is None
    assert heard.selected == [("id5",), ()]
    view.select("id7")
    view.show_result(IDS)
    view.show_result(IDS[8:])
    view.show_result(IDS)
    view.select("id7")
    assert heard.shown == ["id5", "id7", "id7"]


def test_a_search_that_finds_it_again_stands_on_it_again(view: ClippingView, heard: Heard) -> None:
    view.select("id5")
    view.show_result([])
    view.show_result(["id7", "id5"])
    assert view.selected_ids == ("id5",)
    assert heard.shown == ["id5", "id5"]


def test_rows_that_move_elsewhere_leave_in_view_what_was_in_view(
    view: ClippingView,
) -> None:
    view.select("id9")
    view.verticalScrollBar().setValue(700)
    before = view.visualRect(view.currentIndex())
    view.clippings.insert(["new"])
    assert view.visualRect(view.currentIndex()) == before
    view.clippings.update_result(["id58", *IDS[2:58], "id59", "new"])
    assert view.visualRect(view.currentIndex()) == before
    assert view.current_id == "id9"
    assert view.selected_ids == ("id9",)


def test_at_the_end_new_clippings_above_leave_the_end_in_view(view: ClippingView) -> None:
    view.scrollToBottom()
    last = view.visualRect(view.clippings.index(59, 0))
    view.clippings.insert(["new1", "new2", "new3"])
    assert view.visualRect(view.clippings.index(62, 0)) == last


def test_at_the_top_new_clippings_come_into_view(view: ClippingView) -> None:
    view.clippings.insert(["new"])
    assert view.verticalScrollBar().value() == 0
    assert view.rowAt(0) == 0


def test_the_menu_is_asked_for_at_the_mouse_or_at_the_row(view: ClippingView, qtbot: QtBot) -> None:
    view.select("id1")
    corner = QPoint(40, 50)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, corner, view.viewport().mapToGlobal(corner))
        with qtbot.waitSignal(view.menu_asked) as told:
            QApplication.sendEvent(view.viewport(), event)
        assert told.args is not None
        place = view.viewport().mapFromGlobal(told.args[0])
        keyboard = reason is QContextMenuEvent.Reason.Keyboard
        rect = view.visualRect(view.currentIndex())
        assert place == (rect.center() if keyboard else corner)


def test_all_of_many_can_be_selected(view: ClippingView, heard: Heard) -> None:
    view.selectAll()
    assert heard.selected[-1] == tuple(IDS)
    flag = QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(view.clippings.index(30, 0), flag)
    assert heard.selected[-1] == (*IDS[:30], *IDS[31:])


def test_a_narrow_list_has_higher_rows(view: ClippingView) -> None:
    wide = view.rowHeight(0)
    view.resize(280, 600)
    assert view.rowHeight(0) > wide
    view.resize(352, 600)
    assert view.rowHeight(0) == wide


def test_a_list_that_becomes_narrow_shows_what_it_showed(view: ClippingView) -> None:
    view.select("id3")
    view.verticalScrollBar().setValue(30 * view.rowHeight(0) + 5)
    view.resize(280, 600)
    assert view.rowAt(0) == 30
    assert view.current_id == "id3"


def test_an_empty_list_says_so(view: ClippingView, themes: Themes) -> None:
    view.show_result([])
    before = view.grab().toImage()
    assert len(colours(before)) == 1
    view.set_empty_text("The inbox is empty")
    assert view.accessibleDescription() == "The inbox is empty"
    assert len(colours(view.grab().toImage())) > 1
    with_words = view.grab().toImage()
    view.show_result(IDS[:1])
    view.show_result([])
    assert view.grab().toImage() == with_words


def test_a_picture_that_comes_late_is_shown(
    view: ClippingView, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "quay.png"))
    qtbot.waitUntil(lambda: view.clippings.card_of("id1") is not None)
    view.clippings.put_cards([Card("id1", "Quay", picture=tmp_path / "quay.png", is_read=True)])
    qtbot.waitUntil(lambda: QColor("teal").name() in colours(view.grab().toImage()))


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
