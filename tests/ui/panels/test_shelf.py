import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from reader.clipping import Counts, SavedSearch, Search, Shelf
from reader.ui.panels.shelf import ShelfPanel
from reader.ui.theme import Themes

TAGS = (("asia", 140), ("asia/korea", 62), ("asia/japan", 38), ("harbour", 27))
SOURCES = (("The Harbour Times", 412), ("Port News", 388))
COUNTS = Counts({Shelf.INBOX: 12, Shelf.ALL: 4310, Shelf.MARKS: 208}, TAGS, SOURCES)
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Heard:
    """What a shelf told, in its order."""

    def __init__(self, shelf: ShelfPanel) -> None:
        self.told: list[object] = []
        shelf.shelf_chosen.connect(self.told.append)
        shelf.tag_chosen.connect(lambda tag: self.told.append(f"#{tag}"))
        shelf.source_chosen.connect(self.told.append)


@pytest.fixture
def shelf(qtbot: QtBot, themes: Themes) -> ShelfPanel:
    made = ShelfPanel(themes)
    qtbot.addWidget(made)
    made.resize(212, 640)
    made.show_counts(COUNTS)
    made.choose(Shelf.INBOX)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(shelf: ShelfPanel) -> Heard:
    return Heard(shelf)


def labels(shelf: ShelfPanel) -> list[str]:
    model = shelf.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def standing_on(shelf: ShelfPanel) -> str | None:
    index = shelf.currentIndex()
    return str(index.data()) if index.isValid() else None


def place_of(shelf: ShelfPanel, label: str) -> QRect:
    return shelf.visualRect(shelf.model().index(labels(shelf).index(label), 0))


def click(shelf: ShelfPanel, label: str) -> None:
    QTest.mouseClick(shelf.viewport(), LEFT, NO_KEY, place_of(shelf, label).center())


def fold(shelf: ShelfPanel, label: str) -> None:
    rect = place_of(shelf, label)
    at = rect.right() - 13 if shelf.isRightToLeft() else rect.left() + 13
    QTest.mouseClick(shelf.viewport(), LEFT, NO_KEY, QPoint(at, rect.center().y()))


def press(shelf: ShelfPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(shelf, key)


def test_the_fixed_places_stand_above_tags_and_sources(shelf: ShelfPanel) -> None:
    fixed = ["Inbox", "All clippings", "Starred", "Archive", "Marks", "Trash"]
    tags = ["Tags", "asia", "korea", "japan", "harbour"]
    assert labels(shelf) == [*fixed, *tags, "Sources", "The Harbour Times", "Port News"]


def test_an_empty_library_has_no_headings(shelf: ShelfPanel) -> None:
    shelf.show_counts(Counts())
    assert len(labels(shelf)) == 6


def test_a_click_chooses(shelf: ShelfPanel, heard: Heard) -> None:
    for label in ("Starred", "korea", "Port News"):
        click(shelf, label)
    assert heard.told == [Shelf.STARRED, "#asia/korea", "Port News"]


def test_choosing_again_what_is_chosen_tells_it_again(shelf: ShelfPanel, heard: Heard) -> None:
    click(shelf, "Inbox")
    click(shelf, "Starred")
    click(shelf, "Starred")
    press(shelf, Qt.Key.Key_Return)
    assert heard.told == [Shelf.INBOX, Shelf.STARRED, Shelf.STARRED, Shelf.STARRED]


def test_headings_cannot_be_chosen(shelf: ShelfPanel, heard: Heard) -> None:
    click(shelf, "Tags")
    assert heard.told == []
    assert standing_on(shelf) == "Inbox"


def test_letters_are_commands_and_no_beginnings_of_names(shelf: ShelfPanel, heard: Heard) -> None:
    QTest.keyClicks(shelf, "har")
    shelf.keyboardSearch("har")
    assert heard.told == []


def test_another_mouse_button_chooses_nothing(shelf: ShelfPanel, heard: Heard) -> None:
    place = place_of(shelf, "Starred").center()
    QTest.mouseClick(shelf.viewport(), Qt.MouseButton.RightButton, NO_KEY, place)
    assert heard.told == []


def test_arrows_walk_past_the_headings(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose(Shelf.TRASH)
    press(shelf, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert heard.told == ["#asia", Shelf.TRASH]


def test_what_is_chosen_from_elsewhere_is_not_told(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose(Shelf.ALL)
    assert standing_on(shelf) == "All clippings"
    shelf.choose_tag("harbour")
    assert standing_on(shelf) == "harbour"
    shelf.choose_source("Port News")
    assert standing_on(shelf) == "Port News"
    assert heard.told == []


def test_what_is_not_on_the_shelf_leaves_nothing_chosen(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose_tag("gone")
    assert standing_on(shelf) is None
    assert shelf.selectedIndexes() == []
    shelf.show_counts(Counts({}, (("gone", 1),)))
    assert standing_on(shelf) == "gone"
    assert heard.told == []


def test_tabbing_into_the_shelf_chooses_nothing(
    shelf: ShelfPanel, heard: Heard, qtbot: QtBot
) -> None:
    shelf.choose_tag("gone")
    shelf.clearFocus()
    shelf.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shelf.hasFocus)
    assert standing_on(shelf) is None
    assert heard.told == []


def test_new_counts_leave_the_reader_where_they_stand(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose_tag("asia/japan")
    tags = (("africa", 1), *TAGS[:1], *TAGS[2:], ("zebra", 3))
    shelf.show_counts(Counts({Shelf.ALL: 4311}, tags, (*SOURCES, ("Le Quai", 3))))
    assert "korea" not in labels(shelf)
    assert standing_on(shelf) == "japan"
    assert heard.told == []


def test_sources_in_another_order_leave_the_reader_where_they_stand(
    shelf: ShelfPanel, heard: Heard
) -> None:
    shelf.choose_source("Port News")
    shelf.show_counts(Counts({}, TAGS, tuple(reversed(SOURCES))))
    assert standing_on(shelf) == "Port News"
    assert heard.told == []


def test_new_counts_do_not_scroll(shelf: ShelfPanel) -> None:
    shelf.resize(212, 200)
    bar = shelf.verticalScrollBar()
    bar.setValue(120)
    shelf.show_counts(Counts({Shelf.ALL: 4400}, TAGS, (*SOURCES, ("Le Quai", 3))))
    assert bar.value() == 120


def test_a_tag_is_folded_and_unfolded_by_its_sign(shelf: ShelfPanel, heard: Heard) -> None:
    fold(shelf, "asia")
    assert "korea" not in labels(shelf)
    assert shelf.closed_tags == {"asia"}
    fold(shelf, "asia")
    assert "korea" in labels(shelf)
    assert heard.told == []
    assert standing_on(shelf) == "Inbox"


def test_a_tag_is_folded_and_unfolded_by_arrows(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose_tag("asia/japan")
    press(shelf, Qt.Key.Key_Left)
    assert standing_on(shelf) == "asia"
    press(shelf, Qt.Key.Key_Left)
    assert "korea" not in labels(shelf)
    press(shelf, Qt.Key.Key_Left)
    assert standing_on(shelf) == "asia"
    press(shelf, Qt.Key.Key_Right)
    assert "korea" in labels(shelf)
    press(shelf, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert standing_on(shelf) == "korea"
    assert heard.told == ["#asia", "#asia/korea"]


def test_from_right_to_left_the_arrows_are_turned_around(shelf: ShelfPanel) -> None:
    shelf.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shelf.choose_tag("asia")
    press(shelf, Qt.Key.Key_Right)
    assert "korea" not in labels(shelf)
    press(shelf, Qt.Key.Key_Left)
    assert "korea" in labels(shelf)
    fold(shelf, "asia")
    assert "korea" not in labels(shelf)


def test_folding_a_tag_stands_on_it_who_stood_within(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.choose_tag("asia/korea")
    fold(shelf, "asia")
    assert standing_on(shelf) == "asia"
    assert heard.told == ["#asia"]


def test_a_folded_tag_stays_folded_with_new_counts(shelf: ShelfPanel) -> None:
    shelf.set_closed_tags({"asia"})
    shelf.show_counts(Counts({}, (*TAGS, ("asia/china", 4)), ()))
    assert "china" not in labels(shelf)


def test_choosing_a_folded_tag_unfolds_what_it_is_in(shelf: ShelfPanel) -> None:
    shelf.set_closed_tags({"asia"})
    shelf.choose_tag("asia/korea")
    assert standing_on(shelf) == "korea"


def many_sources() -> Counts:
    return Counts({}, (), tuple((f"Source {number}", 1) for number in range(1250)))


def test_very_many_sources_are_shown_on_demand(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.show_counts(many_sources())
    assert labels(shelf)[-1] == "1,050 more…"
    shelf.scrollToBottom()
    click(shelf, "1,050 more…")
    assert labels(shelf)[-1] == "Source 1249"
    assert heard.told == []
    assert standing_on(shelf) == "Inbox"


def test_more_sources_are_reached_by_keyboard(shelf: ShelfPanel, heard: Heard) -> None:
    shelf.show_counts(many_sources())
    press(shelf, Qt.Key.Key_End)
    assert heard.told == []
    press(shelf, Qt.Key.Key_Return)
    assert standing_on(shelf) == "Source 200"
    assert heard.told == ["Source 200"]


def test_a_source_beyond_the_shown_ones_can_be_chosen(shelf: ShelfPanel) -> None:
    shelf.show_counts(many_sources())
    shelf.choose_source("Source 900")
    assert standing_on(shelf) == "Source 900"


def colours(shelf: ShelfPanel, place: QRect) -> set[str]:
    image = shelf.viewport().grab(place).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_count_of_nothing_is_not_shown(shelf: ShelfPanel, themes: Themes) -> None:
    soft = themes.current.colour("soft").name()
    assert soft in colours(shelf, place_of(shelf, "All clippings"))
    assert soft not in colours(shelf, place_of(shelf, "Archive"))


def test_the_chosen_row_has_a_ground_of_its_own(shelf: ShelfPanel, themes: Themes) -> None:
    selected = themes.current.colour("selected").name()
    assert selected in colours(shelf, place_of(shelf, "Inbox"))
    assert selected not in colours(shelf, place_of(shelf, "Starred"))


def test_the_ring_shows_for_who_walks_by_keyboard(
    shelf: ShelfPanel, themes: Themes, qtbot: QtBot
) -> None:
    shelf.setFocus()
    qtbot.waitUntil(shelf.hasFocus)
    accent = themes.current.colour("accent").name()
    click(shelf, "Starred")
    assert accent not in colours(shelf, place_of(shelf, "Starred"))
    press(shelf, Qt.Key.Key_Down)
    assert accent in colours(shelf, place_of(shelf, "Archive"))


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_what_is_folded_away_has_a_sign(shelf: ShelfPanel, direction: Qt.LayoutDirection) -> None:
    def before_the_label() -> set[str]:
        rect = place_of(shelf, "asia").adjusted(0, 4, 0, -4)
        if direction is Qt.LayoutDirection.RightToLeft:
            return colours(shelf, rect.adjusted(rect.width() - 18, 0, -9, 0))
        return colours(shelf, rect.adjusted(9, 0, 18 - rect.width(), 0))

    shelf.setLayoutDirection(direction)
    assert len(before_the_label()) == 1
    shelf.set_closed_tags({"asia"})
    assert len(before_the_label()) > 1


def test_another_theme_paints_the_shelf_anew(shelf: ShelfPanel, themes: Themes) -> None:
    ink = QColor(themes.current.colour("ink")).name()
    assert ink in colours(shelf, shelf.viewport().rect())
    themes.choose("dark")
    assert ink not in colours(shelf, shelf.viewport().rect())
    assert themes.current.colour("ink").name() in colours(shelf, shelf.viewport().rect())


SAVED = (
    SavedSearch("a", "Sea gate votes", Search("sea gate")),
    SavedSearch("b", "Long reads, unread", Search("words:>2000 is:unread")),
    SavedSearch("c", "عواصف", Search("عاصفة")),
)


@pytest.fixture
def keeping(shelf: ShelfPanel) -> ShelfPanel:
    """A shelf with three saved searches, of which two are counted."""
    shelf.show_searches(SAVED)
    shelf.show_search_counts({"a": 9, "b": 44})
    return shelf


def test_saved_searches_stand_between_places_and_tags(keeping: ShelfPanel) -> None:
    names = [one.name for one in SAVED]
    assert labels(keeping)[6:12] == ["Saved searches", *names, "Tags", "asia"]
    spoken = keeping.model().index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sea gate votes, 9"


def test_a_saved_search_is_chosen_and_stays_so(keeping: ShelfPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeping.search_chosen) as told:
        click(keeping, "Long reads, unread")
    assert told.args == ["b"]
    keeping.show_counts(COUNTS)
    assert standing_on(keeping) == "Long reads, unread"
    keeping.show_searches(SAVED[::2])
    assert standing_on(keeping) is None
    with qtbot.assertNotEmitted(keeping.search_chosen):
        keeping.choose_saved("c")
    assert standing_on(keeping) == "عواصف"


def test_a_saved_search_is_renamed_where_it_stands(keeping: ShelfPanel, qtbot: QtBot) -> None:
    keeping.choose_saved("a")
    press(keeping, Qt.Key.Key_F2)
    editor = keeping.findChild(QLineEdit, "shelfEdit")
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == "Sea gate votes"
    QTest.keyClicks(editor, "Votes ")
    keeping.show_search_counts({"a": 10, "b": 44})  # what is written stays
    assert editor.text() == "Votes "
    with qtbot.waitSignal(keeping.search_renamed) as told:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == ["a", "Votes"]


def test_an_empty_name_and_the_same_name_are_no_new_name(keeping: ShelfPanel, qtbot: QtBot) -> None:
    index = keeping.model().index(7, 0)
    with qtbot.assertNotEmitted(keeping.search_renamed):
        assert not keeping.model().setData(index, "  ")
        assert not keeping.model().setData(index, "Sea gate votes")


def test_alt_and_arrows_move_a_saved_search(keeping: ShelfPanel, qtbot: QtBot) -> None:
    keeping.choose_saved("b")
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(keeping.searches_ordered) as told:
        QTest.keyClick(keeping, Qt.Key.Key_Up, alt)
    assert told.args == [("b", "a", "c")]
    with qtbot.waitSignal(keeping.searches_ordered) as told:
        QTest.keyClick(keeping, Qt.Key.Key_Down, alt)
    assert told.args == [("a", "c", "b")]
    keeping.choose_saved("a")
    with qtbot.assertNotEmitted(keeping.searches_ordered):
        QTest.keyClick(keeping, Qt.Key.Key_Up, alt)


def test_delete_takes_a_saved_search_away_and_no_clipping(
    keeping: ShelfPanel, qtbot: QtBot
) -> None:
    keeping.choose_saved("b")
    wanted = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, NO_KEY)
    wanted.ignore()
    QApplication.sendEvent(keeping, wanted)
    assert wanted.isAccepted()
    with qtbot.waitSignal(keeping.search_removed) as told:
        press(keeping, Qt.Key.Key_Delete)
    assert told.args == ["b"]


def test_a_saved_search_has_a_menu_of_its_own(keeping: ShelfPanel, qtbot: QtBot) -> None:
    keeping.choose_saved("b")
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(keeping, QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1)))
    menu = keeping.findChild(QMenu)
    assert isinstance(menu, QMenu)
    acts = {one.text().split("\t")[0]: one for one in menu.actions() if one.text()}
    for name, signal, told in (
        ("Take the Search as It Is Now", keeping.search_updated, ["b"]),
        ("Move Up", keeping.searches_ordered, [("b", "a", "c")]),
        ("Move Down", keeping.searches_ordered, [("a", "c", "b")]),
        ("Remove", keeping.search_removed, ["b"]),
    ):
        with qtbot.waitSignal(signal) as heard:
            acts[name].trigger()
        assert heard.args == told
    acts["Rename"].trigger()
    assert keeping.findChild(QLineEdit, "shelfEdit") is not None
    menu.close()


def test_a_drag_shows_where_it_would_be_let_go(keeping: ShelfPanel, themes: Themes) -> None:
    start, port = place_of(keeping, "Sea gate votes").center(), keeping.viewport()
    QTest.mousePress(port, LEFT, NO_KEY, start)
    below = place_of(keeping, "harbour").center()
    QTest.mouseMove(port, below)
    assert keeping._acts.drag.before == 10  # not beyond its like
    line = place_of(keeping, "عواصف")
    image = port.grab().toImage()
    assert image.pixelColor(100, line.bottom()) == themes.current.colour("accent")
    QTest.mouseRelease(port, LEFT, NO_KEY, below)
    assert keeping._acts.drag.before == -1
