"""The panel at the side: what the reader added to the shown clippings."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.articles.article import Article
from reader.articles.quote import Quote
from reader.clipping import Additions, Card, Clipping, Highlight
from reader.results import Related
from reader.ui.panels.marks_list import MarksList
from reader.ui.panels.note_field import NoteField
from reader.ui.panels.plain_edit import PlainEdit
from reader.ui.panels.related_card import RelatedCard
from reader.ui.panels.side import SidePanel
from reader.ui.panels.tag_chip import TagChip
from reader.ui.panels.tags_field import TagsField
from reader.ui.theme import Themes

T = TypeVar("T", bound=QWidget)
MARK = Highlight("m", Quote("Nothing moved", start=5), note="See the log")
ONE = Clipping("one", Article(title="One"), Additions(tags=("harbour",), highlights=(MARK,)))
TWO = Clipping("two", Article(title="Two"), Additions(tags=("harbour", "storm"), note="Note two"))


@pytest.fixture
def panel(themes: Themes, qtbot: QtBot) -> SidePanel:
    made = SidePanel(themes)
    qtbot.addWidget(made)
    made.resize(276, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def child(panel: SidePanel, kind: type[T]) -> T:
    found = panel.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(panel: SidePanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def chips(panel: SidePanel) -> dict[str, bool]:
    return {chip.tag: chip.is_dashed for chip in panel.findChildren(TagChip) if not chip.isHidden()}


def test_with_nothing_open_it_says_what_it_is_for(panel: SidePanel) -> None:
    assert "Open a clipping" in words(panel)
    assert not child(panel, NoteField).isVisible()
    panel.focus_tags()
    assert not child(panel, QLineEdit).isVisible()


def test_a_clipping_shows_its_tags_note_and_marks(panel: SidePanel) -> None:
    panel.show_clipping(ONE)
    assert chips(panel) == {"harbour": False}
    assert child(panel, MarksList).model().rowCount() == 1
    assert "press H" not in words(panel)
    panel.show_clipping(TWO)
    assert child(panel, NoteField).text == "Note two"
    assert "press H" in words(panel)


def test_several_clippings_show_their_tags_alone(panel: SidePanel) -> None:
    panel.show_several({"one": ONE.additions, "two": TWO.additions})
    assert chips(panel) == {"harbour": False, "storm": True}
    assert panel.shown_ids == ("one", "two")
    assert "2 clippings are selected." in words(panel)
    assert not child(panel, NoteField).isVisible()
    assert not child(panel, MarksList).isVisible()


def test_it_follows_what_is_kept_of_the_shown_clipping_only(panel: SidePanel) -> None:
    panel.show_clipping(ONE)
    panel.show_additions("two", replace(TWO.additions, tags=("quay",), note="Other"))
    assert chips(panel) == {"harbour": False}
    assert child(panel, NoteField).text == ""
    panel.show_additions("one", Additions(tags=("quay",), note="Mine"))
    assert chips(panel) == {"quay": False}
    assert child(panel, NoteField).text == "Mine"
    assert child(panel, MarksList).model().rowCount() == 0


def test_what_the_reader_does_is_told(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    panel.show_known_tags(["storm"])
    panel.focus_tags()
    with qtbot.waitSignal(panel.tags_changed) as tagged:
        QTest.keyClicks(child(panel, QLineEdit), "STORM")
        QTest.keyClick(child(panel, QLineEdit), Qt.Key.Key_Return)
    assert tagged.args == [("storm",), ()]
    panel.focus_note()
    with qtbot.waitSignal(panel.note_changed) as noted:
        QTest.keyClicks(child(panel, NoteField), "New")
        panel.flush()
    assert noted.args == ["one", "New"]
    marks = child(panel, MarksList)
    marks.setFocus()
    for key, signal in (
        (Qt.Key.Key_Return, panel.mark_opened),
        (Qt.Key.Key_2, panel.mark_coloured),
        (Qt.Key.Key_Delete, panel.mark_removed),
    ):
        with qtbot.waitSignal(signal) as told:
            QTest.keyClick(marks, key)
        assert told.args[0] == "m"


def test_a_mark_can_be_noted_from_outside(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    panel.edit_mark("m")
    editor = next(one for one in panel.findChildren(PlainEdit) if one.objectName() == "markNote")
    QTest.keyClicks(editor, "!")
    with qtbot.waitSignal(panel.mark_note_changed) as told:
        panel.flush()
    assert told.args == ["m", "See the log!"]


@pytest.mark.parametrize("kind", [TagsField, NoteField, MarksList])
def test_escape_leaves_from_everywhere(panel: SidePanel, qtbot: QtBot, kind: type[QWidget]) -> None:
    panel.show_clipping(ONE)
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(child(panel, kind), Qt.Key.Key_Escape)


def test_tab_leads_through_all_of_it(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(replace(ONE, additions=replace(ONE.additions, tags=("harbour", "storm"))))
    panel.activateWindow()
    first = panel.findChildren(TagChip)[0]
    first.setFocus()
    walked = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused
        walked.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == ["Tag harbour", "Tag storm", "Add a tag", "Note", "Marks"]


def test_hiding_the_panel_saves_the_note(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    with qtbot.waitSignal(panel.note_changed) as told:
        QTest.keyClicks(child(panel, NoteField), "New")
        panel.hide()
    assert told.args == ["one", "New"]


def test_another_clipping_gets_none_of_the_words(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    with qtbot.waitSignal(panel.note_changed) as told:
        QTest.keyClicks(child(panel, NoteField), "New")
        panel.show_clipping(TWO)
    assert told.args == ["one", "New"]
    assert child(panel, NoteField).text == "Note two"
    panel.show_clipping(ONE)
    assert child(panel, NoteField).text == "New"


def test_a_note_that_was_not_kept_is_handed_out_again(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    QTest.keyClicks(child(panel, NoteField), "New")
    panel.flush()
    with qtbot.waitSignal(panel.note_changed) as told:
        panel.save_note_again("one")
    assert told.args == ["one", "New"]


def test_lost_marks_are_said_and_forgotten_with_their_clipping(panel: SidePanel) -> None:
    panel.show_clipping(ONE)
    marks = child(panel, MarksList)
    panel.show_unplaced(["m"])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "not found" in marks.model().index(0, 0).data(role)
    panel.show_clipping(TWO)
    panel.show_clipping(ONE)
    assert "not found" not in marks.model().index(0, 0).data(role)


def test_the_line_one_writes_is_kept_in_sight(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_clipping(ONE)
    panel.focus_note()
    qtbot.waitUntil(lambda: child(panel, NoteField).hasFocus())
    child(panel, NoteField).insertPlainText("line\n" * 80)
    bar = child(panel, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClicks(child(panel, NoteField), "x")
    assert bar.value() > bar.maximum() // 2


def test_a_live_theme_change_restyles_it(panel: SidePanel, themes: Themes) -> None:
    panel.show_clipping(ONE)
    for key in ("paper", "dark"):
        themes.choose(key)
        ground = panel.grab().toImage().pixelColor(4, 590).name()
        assert ground == themes.current.colour("list").name()
    themes.choose("paper")


def test_it_opens_as_wide_as_it_was_drawn(panel: SidePanel) -> None:
    assert panel.sizeHint().width() == 276
    assert QApplication.focusWidget() is not panel


RELATED = Related(
    Card("three", "A long headline & more", "Port News", "2026-05-04"), ("storm", "quay")
)


def related_cards(panel: SidePanel) -> list[RelatedCard]:
    return [one for one in panel.findChildren(RelatedCard) if one.isVisible()]


def test_related_clippings_say_by_which_words_they_are_so_and_open(
    panel: SidePanel, qtbot: QtBot
) -> None:
    panel.show_clipping(ONE)
    assert "RELATED" not in words(panel)
    panel.show_related("one", (RELATED, replace(RELATED, words=())))
    assert "RELATED" in words(panel)
    card, _ = related_cards(panel)
    assert card.accessibleName().startswith("A long headline & more, Port News · ")
    assert card.accessibleName().endswith("both tell of storm, quay")
    with qtbot.waitSignal(panel.related_opened) as told:
        card.click()
    assert told.args == ["three"]


def test_what_is_related_to_another_clipping_is_not_shown(panel: SidePanel) -> None:
    panel.show_clipping(ONE)
    panel.show_related("one", (RELATED,))
    panel.show_clipping(TWO)
    assert related_cards(panel) == []
    panel.show_several({"one": Additions(), "two": Additions()})
    assert related_cards(panel) == []
    panel.show_clipping(ONE)
    assert len(related_cards(panel)) == 1
    panel.show_related("one", ())
    assert related_cards(panel) == []


def test_a_related_card_keeps_its_words_within_a_narrow_panel(panel: SidePanel) -> None:
    long = Card("x", "Donaudampfschifffahrtsgesellschaft " * 9, "منارة البحر " * 20, "2026-05-04")
    panel.resize(180, 600)
    panel.show_clipping(ONE)
    panel.show_related("one", (Related(long, ("w" * 400,)), Related(Card("y", ""), ())))
    first, second = related_cards(panel)
    assert first.geometry().right() <= panel.width()
    assert first.height() > second.height() > 0
    assert not first.grab().isNull()
    assert second.text() == "Untitled"
