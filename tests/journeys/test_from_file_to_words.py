"""The whole way: a file is dropped, read, found, tagged, noted, marked, and there again."""

from pathlib import Path

from pages_made import story_page, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from window_made import SitDown, Sitting

from reader.ui.file_names import isolated

TITLE = "The lamp is lit again"
QUOTE = "a lamp that is not ready is only a piece of furniture"


def test_a_dropped_file_becomes_words_on_the_screen_and_all_done_to_it_stays(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    saved = write(tmp_path / "downloads" / "lamp.html", story_page(TITLE))
    others = write(
        tmp_path / "downloads" / "tram.html",
        story_page("Trams return", *(f"The tram came back on day {n}. " * 6 for n in range(4))),
    )
    sitting.add(others)

    sitting.drop(saved)
    sitting.wait_for_page(TITLE)
    sitting.wait(lambda: sitting.titles == [TITLE, "Trams return"])
    assert "half the village walked out to watch" in sitting.text
    assert f"Added “{isolated(TITLE)}”" in sitting.said

    _search(sitting, "brass polished")
    _tag(sitting, "coast/light")
    _note(sitting, "Ask Ada about the *lens*.")
    _mark(sitting, QUOTE)
    sitting.end()

    again = sit_down()
    again.wait_for_page(TITLE)
    assert QUOTE in again.text
    assert again.panels.side._tags._common == ("coast/light",)
    assert again.panels.side._note.text == "Ask Ada about the *lens*."
    (mark,) = again.kept(TITLE).highlights
    assert mark.quote.exact == QUOTE
    again.wait(lambda: again.panels.pane._emphasis.spans_of(mark.id))
    assert _painted(again, mark.id) == QUOTE


def _search(sitting: Sitting, words: str) -> None:
    sitting.type("/")
    sitting.wait(lambda: sitting.focused.objectName() == "searchField")
    sitting.type(words)
    sitting.wait(lambda: sitting.titles == [TITLE])
    sitting.settle()
    card = sitting.panels.list.model.card_of(sitting.panels.list.model.ids[0])
    assert card is not None
    emphasised = {card.excerpt.text[start:end].lower() for start, end in card.excerpt.matches}
    assert emphasised == {"brass", "polished"}
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(sitting.view.hasFocus)
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(lambda: sitting.panels.pane._emphasis.hits == 2)


def _tag(sitting: Sitting, tag: str) -> None:
    sitting.type("t")
    sitting.wait(lambda: sitting.focused.objectName() == "tagEdit")
    sitting.type(tag)
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(lambda: sitting.kept(TITLE).tags == (tag,))
    sitting.press(Qt.Key.Key_Escape)


def _note(sitting: Sitting, text: str) -> None:
    sitting.wait(lambda: sitting.focused.objectName() == "readingColumn")
    sitting.type("n")
    sitting.wait(lambda: sitting.focused.objectName() == "noteField")
    sitting.type(text)
    sitting.press(Qt.Key.Key_Escape)
    sitting.wait(lambda: sitting.kept(TITLE).note == text)


def _mark(sitting: Sitting, quote: str) -> None:
    column = sitting.panels.pane._column
    found = column.document().find(quote)
    assert isinstance(found, QTextCursor)
    assert not found.isNull()
    column.setTextCursor(found)
    sitting.wait(lambda: sitting.focused.objectName() == "readingColumn")
    sitting.type("h")
    sitting.wait(lambda: sitting.kept(TITLE).highlights)


def _painted(sitting: Sitting, mark: str) -> str:
    """The words that are painted over as marked."""
    document = sitting.panels.pane._column.document()
    cursor = QTextCursor(document)
    (span,) = sitting.panels.pane._emphasis.spans_of(mark)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
