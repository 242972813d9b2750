"""The field of the note: nothing typed is lost, nothing goes to the wrong clipping."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.panels.note_field import NoteField
from reader.ui.theme import Themes


@pytest.fixture
def field(themes: Themes, qtbot: QtBot) -> NoteField:
    made = NoteField(themes)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_note("one", "Kept.")
    made.moveCursor(QTextCursor.MoveOperation.End)
    return made


def heard(field: NoteField) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    field.note_changed.connect(lambda id_, text: told.append((id_, text)))
    return told


def test_showing_a_note_saves_nothing(field: NoteField) -> None:
    told = heard(field)
    field.show_note("two", "Another.\r\nWith two lines.")
    field.flush()
    assert told == []
    assert field.text == "Another.\nWith two lines."


def test_a_note_is_saved_as_one_types(field: NoteField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.note_changed) as told:
        QTest.keyClicks(field, " More")
    assert told.args == ["one", "Kept. More"]


def test_what_was_typed_goes_to_the_clipping_it_was_typed_for(
    field: NoteField, qtbot: QtBot
) -> None:
    told = heard(field)
    QTest.keyClicks(field, "!")
    field.show_note("two", "Other.")
    assert told == [("one", "Kept.!")]
    assert field.text == "Other."
    QTest.keyClicks(field, "x")
    field.flush()
    assert told[1][0] == "two"


def test_hiding_the_field_saves(field: NoteField, qtbot: QtBot) -> None:
    told = heard(field)
    QTest.keyClicks(field, "!")
    field.hide()
    assert told == [("one", "Kept.!")]


def test_escape_saves_and_leaves(field: NoteField, qtbot: QtBot) -> None:
    told = heard(field)
    QTest.keyClicks(field, "!")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == [("one", "Kept.!")]


def test_losing_the_focus_saves(field: NoteField, qtbot: QtBot) -> None:
    told = heard(field)
    field.setFocus()
    QTest.keyClicks(field, "!")
    field.clearFocus()
    assert told == [("one", "Kept.!")]


def test_the_answer_to_a_save_does_not_overwrite_what_came_after(
    field: NoteField, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, " A")
    field.flush()
    QTest.keyClicks(field, "B")
    field.show_note("one", "Kept. A")
    assert field.text == "Kept. AB"
    field.flush()
    field.show_note("one", "Kept. A")
    assert field.text == "Kept. AB"


def test_a_trimmed_answer_leaves_the_space_one_is_typing(field: NoteField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, " A ")
    field.flush()
    field.show_note("one", "Kept. A")
    assert field.text == "Kept. A "


def test_a_change_from_outside_is_shown(field: NoteField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, " A")
    field.flush()
    field.show_note("one", "Kept. A")
    field.show_note("one", "Kept.")
    told = heard(field)
    field.flush()
    assert field.text == "Kept."
    assert told == []


def test_undo_takes_back_typing_and_not_the_note_itself(field: NoteField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "xyz")
    field.flush()
    field.show_note("one", "Kept.xyz")
    field.undo()
    assert field.text == "Kept."
    field.undo()
    assert field.text == "Kept."


def test_undo_never_brings_another_clippings_note(field: NoteField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "xyz")
    field.show_note("two", "Other.")
    field.undo()
    assert field.text == "Other."


def test_coming_back_before_the_note_is_kept_shows_what_was_written(
    field: NoteField, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, " New")
    field.show_note("two", "")
    field.show_note("one", "Kept.")
    assert field.text == "Kept. New"
    field.show_note("two", "")
    field.confirm_note("one", "Kept. New")
    field.confirm_note("one", "Changed elsewhere")
    field.show_note("one", "Changed elsewhere")
    assert field.text == "Changed elsewhere"


def test_a_note_that_could_not_be_kept_can_be_handed_out_again(
    field: NoteField, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "!")
    field.show_note("two", "")
    told = heard(field)
    field.save_again("one")
    field.save_again("two")
    assert told == [("one", "Kept.!")]


def test_markdown_stays_as_typed_and_looks_like_what_it_means(
    field: NoteField, qtbot: QtBot
) -> None:
    note = "# Head\nstood at **two** million, *so*\n- and\u00a0more 𝄞 **b**"
    field.show_note("two", note)
    assert field.text == note
    qtbot.waitUntil(lambda: bool(field.document().findBlockByNumber(1).layout().formats()))
    line = field.document().findBlockByNumber(1)
    bold = [
        line.text()[one.start : one.start + one.length]
        for one in line.layout().formats()
        if one.format.fontWeight() == QFont.Weight.DemiBold
    ]
    italic = [
        line.text()[one.start : one.start + one.length]
        for one in line.layout().formats()
        if one.format.fontItalic()
    ]
    assert (bold, italic) == (["two"], ["so"])


def test_a_line_of_nothing_but_signs_is_left_alone(field: NoteField, qtbot: QtBot) -> None:
    field.show_note("two", "**a** " * 5000 + "\n**b**")
    lines = field.document()
    qtbot.waitUntil(lambda: bool(lines.findBlockByNumber(1).layout().formats()))
    assert not lines.firstBlock().layout().formats()


def test_a_theme_change_restyles_the_signs(themes: Themes, qtbot: QtBot) -> None:
    field = NoteField(themes)
    qtbot.addWidget(field)
    field.show_note("one", "**two**")

    def tones() -> set[str]:
        formats = field.document().firstBlock().layout().formats()
        return {one.format.foreground().color().name() for one in formats}

    qtbot.waitUntil(lambda: themes.current.colour("soft").name() in tones())
    themes.choose("dark")
    qtbot.waitUntil(lambda: themes.current.colour("soft").name() in tones())


def test_the_field_grows_with_its_note(field: NoteField) -> None:
    low = field.height()
    field.show_note("two", "line\n" * 12)
    assert field.height() > low
    field.show_note("three", "")
    assert field.height() == low


def test_dropped_files_are_left_to_the_window(field: NoteField) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/page.html")])
    words.setText("words")
    assert not field.canInsertFromMimeData(files)
    assert field.canInsertFromMimeData(words)


def test_letters_that_nothing_can_keep_are_left_out(field: NoteField) -> None:
    told = heard(field)
    field.insertPlainText(" a\x00b\u2028c")
    field.flush()
    assert told == [("one", "Kept. ab\nc")]
