import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.clipping import Order
from reader.ui.clipping_list.chip import Chip
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.clipping_list.order_button import OrderButton
from reader.ui.clipping_list.search_field import SearchField
from reader.ui.theme import Themes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, themes: Themes) -> ListPanel:
    made = ListPanel(themes)
    qtbot.addWidget(made)
    made.resize(352, 600)
    made.show_result(["a", "b", "c"])
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def field(panel: ListPanel) -> SearchField:
    panel.focus_search()
    found = panel.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def orders(panel: ListPanel) -> dict[str, QAction]:
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    menu = button.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.isVisible()}


def chips(panel: ListPanel) -> dict[str, QPushButton]:
    return {one.text(): one for one in panel.findChildren(Chip) if one.isVisible()}


def test_each_letter_is_told_as_it_is_typed(panel: ListPanel, field: SearchField) -> None:
    told: list[str] = []
    panel.words_changed.connect(told.append)
    QTest.keyClicks(field, "sea")
    assert told == ["s", "se", "sea"]
    assert panel.words == "sea"


def test_words_that_are_set_are_not_told(panel: ListPanel, field: SearchField) -> None:
    told: list[str] = []
    panel.words_changed.connect(told.append)
    panel.set_words("storm")
    assert panel.words == field.text() == "storm"
    assert told == []


def test_escape_clears_and_then_leaves(panel: ListPanel, field: SearchField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "sea")
    told: list[str] = []
    panel.words_changed.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == [""]
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.view.hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_and_enter_go_into_the_list(
    panel: ListPanel, field: SearchField, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "sea")
    QTest.keyClick(field, key)
    qtbot.waitUntil(panel.view.hasFocus)
    assert panel.view.current_id == "a"


def test_who_stands_in_the_list_comes_back_there(panel: ListPanel) -> None:
    panel.view.select("b")
    panel.focus_list()
    assert panel.view.current_id == "b"


def test_tabbing_into_the_list_chooses_nothing(panel: ListPanel, qtbot: QtBot) -> None:
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(panel.view.hasFocus)
    assert panel.view.current_id is None


def test_the_cross_clears_the_search(panel: ListPanel, field: SearchField) -> None:
    clear = next(one for one in field.actions() if one.text() == "Clear the search")
    assert not clear.isVisible()
    QTest.keyClicks(field, "sea")
    assert clear.isVisible()
    clear.trigger()
    assert panel.words == ""
    assert not clear.isVisible()
    panel.set_words("storm")
    assert clear.isVisible()


@pytest.mark.parametrize(
    ("count", "said"),
    [(4310, "Search 4,310 clippings"), (1, "Search 1 clipping"), (0, "Search")],
)
def test_the_box_says_how_much_can_be_searched(
    panel: ListPanel, field: SearchField, count: int, said: str
) -> None:
    panel.set_total(count)
    assert field.placeholderText() == said


def test_coming_by_a_shortcut_all_words_are_ready_to_be_replaced(
    panel: ListPanel, field: SearchField
) -> None:
    panel.set_words("storm")
    for reason, selected in (
        (Qt.FocusReason.MouseFocusReason, ""),
        (Qt.FocusReason.ShortcutFocusReason, "storm"),
    ):
        field.deselect()
        event = QFocusEvent(QFocusEvent.Type.FocusIn, reason)
        QApplication.sendEvent(field, event)
        assert field.selectedText() == selected


def test_the_words_stand_near_the_glass_whichever_way_they_run(field: SearchField) -> None:
    plain = field.textMargins()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = field.textMargins()
    assert (turned.right(), turned.left()) == (plain.left(), plain.right())
    assert plain.left() < 0


def test_the_halo_shows_where_the_words_go(
    panel: ListPanel, field: SearchField, themes: Themes, qtbot: QtBot
) -> None:
    qtbot.waitUntil(field.hasFocus)
    with_focus = field.grab().toImage().pixelColor(field.width() // 2, 1)
    panel.focus_list()
    qtbot.waitUntil(panel.view.hasFocus)
    assert field.grab().toImage().pixelColor(field.width() // 2, 1) != with_focus


def test_the_best_match_is_offered_only_for_words(panel: ListPanel, field: SearchField) -> None:
    usual = ["Recently added", "Newest", "Oldest", "Longest", "Source"]
    assert list(orders(panel)) == usual
    QTest.keyClicks(field, "sea")
    assert list(orders(panel)) == ["Best match", *usual]
    panel.set_words("  ")
    assert "Best match" not in orders(panel)


def test_an_order_is_chosen_in_the_menu(panel: ListPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.order_chosen) as told:
        orders(panel)["Oldest"].trigger()
    assert told.args == [Order.OLDEST]
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    assert button.text() == "Oldest"
    assert button.accessibleName() == "Sorted by: Oldest"


def test_an_order_that_is_shown_is_not_told(panel: ListPanel) -> None:
    told: list[Order] = []
    panel.order_chosen.connect(told.append)
    panel.show_order(Order.ADDED)
    assert orders(panel)["Recently added"].isChecked()
    assert told == []


def test_the_order_button_opens_its_menu(panel: ListPanel, qtbot: QtBot) -> None:
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    menu = button.findChild(QMenu)
    assert isinstance(menu, QMenu)
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_the_order_is_painted_in_the_soft_colour(panel: ListPanel, themes: Themes) -> None:
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    image = button.grab().toImage()
    soft = themes.current.colour("soft").rgb()
    assert any(
        image.pixel(x, y) == soft for x in range(image.width()) for y in range(image.height())
    )


def test_nothing_narrowed_shows_no_chips(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("harbour", "Port News")
    qtbot.waitUntil(lambda: list(chips(panel)) == ["Port News ×", "#harbour ×"])
    panel.show_narrowing("", "")
    assert chips(panel) == {}


def test_a_chip_takes_its_narrowing_away(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("harbour", "Port News")
    qtbot.waitUntil(lambda: list(chips(panel)) == ["Port News ×", "#harbour ×"])
    with qtbot.waitSignal(panel.tag_removed):
        QTest.mouseClick(chips(panel)["#harbour ×"], LEFT)
    with qtbot.waitSignal(panel.source_removed):
        QTest.keyClick(chips(panel)["Port News ×"], Qt.Key.Key_Space)


def test_a_long_name_is_cut_in_its_chip_and_whole_in_its_hint(
    panel: ListPanel, qtbot: QtBot
) -> None:
    name = "Gazette & Advertiser of the Outer Harbour and all of its Islands"
    panel.show_narrowing("harbour", name)
    qtbot.waitUntil(lambda: any("…" in text for text in chips(panel)))
    long, short = chips(panel).values()
    assert long.toolTip() == name
    assert long.accessibleName() == f"No longer only {name}"
    assert short.geometry().right() < panel.width()


def test_a_chip_shows_all_of_its_name_where_there_is_room(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("", "Gazette of the Outer Harbour")
    (chip,) = chips(panel).values()
    qtbot.waitUntil(lambda: chip.text() == "Gazette of the Outer Harbour ×")
    assert chip.toolTip() == ""


def test_the_panel_can_be_made_narrow_whatever_it_shows(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("asia/korea/north", "Gazette of the Outer Harbour")
    panel.show_summary("1,234 found · 8 ms")
    panel.show_order(Order.ADDED)
    panel.resize(240, 600)
    assert panel.minimumSizeHint().width() <= 240


def test_an_ampersand_in_a_name_is_shown(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("a&b", "")
    qtbot.waitUntil(lambda: list(chips(panel)) == ["#a&&b ×"])


def test_the_summary_says_what_was_found(panel: ListPanel) -> None:
    panel.show_summary("23 found · 8 ms")
    assert "23 found · 8 ms" in [label.text() for label in panel.findChildren(QLabel)]


def test_the_keyboard_reaches_everything_in_its_order(
    panel: ListPanel, field: SearchField, qtbot: QtBot
) -> None:
    panel.show_narrowing("harbour", "Port News")
    qtbot.waitUntil(field.hasFocus)
    reached = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        reached.append(now.accessibleName())
    assert reached == [
        "What a search may say",
        "No longer only Port News",
        "Sorted by: Newest",
        "Clippings",
        "Search",
    ]


def test_an_empty_list_says_why(panel: ListPanel) -> None:
    panel.show_result([])
    panel.set_empty_text("Nothing found for “sea”")
    assert panel.view.accessibleDescription() == "Nothing found for “sea”"


def test_another_theme_changes_the_icons_of_the_box(
    panel: ListPanel, field: SearchField, themes: Themes
) -> None:
    assert isinstance(field, QLineEdit)
    before = field.actions()[0].icon().cacheKey()
    themes.choose("dark")
    assert field.actions()[0].icon().cacheKey() != before
