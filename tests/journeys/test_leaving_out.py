"""What the reader leaves out stays out, comes back by undo, and outlives another cleaning."""

from pathlib import Path

import pytest
from pages_made import STORY, story_page, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from window_made import SitDown, Sitting

from reader.clipping import Search
from reader.ui.dialogs.left_out import LeftOutSheet

TITLE = "The lamp is lit again"
OFFER = "Sign up for our newsletter, and get the lamp by post each morning."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    box = f"<div class=newsletter><p>{OFFER}</p></div>"
    return write(tmp_path / "pages" / "lamp.html", story_page(TITLE, body=box))


def select(sitting: Sitting, words: str) -> None:
    """Draw over words in the reading pane."""
    column = sitting.panels.pane._column
    start = column.toPlainText().index(words)
    cursor = QTextCursor(column.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    column.setTextCursor(cursor)


def do(sitting: Sitting, command: str) -> None:
    sitting.parts.actions[command].trigger()
    sitting.settle()


def make_older(sitting: Sitting) -> None:
    with sitting.library._database.writing() as db:
        db.execute("UPDATE clippings SET engine = 0, title = 'Old title'")


def test_a_passage_stays_out_comes_back_and_outlives_another_cleaning(
    sit_down: SitDown, page: Path
) -> None:
    first = sit_down()
    first.add(page)
    first.wait_for_page(TITLE)
    select(first, STORY[1][:20])
    do(first, "leave_out")
    first.wait(lambda: STORY[1] not in first.text and STORY[2] in first.text)
    assert first.said.startswith("Left out of")
    assert first.library.find(Search("furniture")).ids == ()
    first.end()

    again = sit_down()
    again.wait_for_page(TITLE)
    assert STORY[1] not in again.text
    select(again, STORY[0][:20])
    do(again, "leave_out")
    again.wait(lambda: STORY[0] not in again.text)
    do(again, "undo")
    again.wait(lambda: STORY[0] in again.text)
    make_older(again)
    do(again, "clean_again")
    again.wait_for_page(TITLE)
    assert STORY[0] in again.text
    assert STORY[1] not in again.text
    assert again.library.outdated() == ()


def test_found_words_stay_found_when_a_passage_goes(sitting: Sitting, page: Path) -> None:
    sitting.add(page)
    sitting.parts.showing.show(sitting.id_of(TITLE), "furniture lamp")
    sitting.wait_for_page(TITLE)
    emphasis = sitting.panels.pane._emphasis
    sitting.wait(lambda: emphasis.hits)
    before = emphasis.hits
    select(sitting, STORY[1][:20])
    do(sitting, "leave_out")
    sitting.wait(lambda: STORY[1] not in sitting.text and sitting.panels.pane._sheet.is_whole)
    assert 0 < emphasis.hits < before


def test_what_was_left_out_is_shown_and_put_back(sitting: Sitting, page: Path) -> None:
    sitting.add(page)
    sitting.wait_for_page(TITLE)
    assert OFFER not in sitting.text
    do(sitting, "left_out")
    [sheet] = sitting.window.findChildren(LeftOutSheet)
    assert sheet.isVisible()
    assert not sheet.isModal()
    assert [one.block.text for one in sheet.chosen()] == [OFFER]
    put_back = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Put Back")
    QTest.mouseClick(put_back, Qt.MouseButton.LeftButton)
    sitting.wait(lambda: OFFER in sitting.text)
    sitting.wait(lambda: not put_back.isEnabled())
    do(sitting, "undo")
    sitting.wait(lambda: OFFER not in sitting.text)
    sitting.wait(put_back.isEnabled)


def test_without_a_selection_nothing_is_left_out(sitting: Sitting, page: Path) -> None:
    sitting.add(page)
    sitting.wait_for_page(TITLE)
    do(sitting, "leave_out")
    assert sitting.said == "Select the words to leave out first"
    assert sitting.kept(TITLE).corrections == ()


def test_the_place_in_the_text_is_kept_when_a_passage_goes(
    sitting: Sitting, tmp_path: Path
) -> None:
    told = [f"{number}. {text}" for number in range(60) for text in STORY]
    sitting.add(write(tmp_path / "long.html", story_page(TITLE, *told)))
    sitting.wait_for_page(TITLE)
    bar = sitting.panels.pane._column.verticalScrollBar()
    sitting.wait(lambda: bar.maximum() > 2000)
    bar.setValue(bar.maximum() // 2)
    before = sitting.panels.pane.current_position()
    select(sitting, told[100][:30])
    bar.setValue(int(bar.maximum() * before))
    do(sitting, "leave_out")
    sitting.wait(lambda: told[100] not in sitting.text)
    sitting.wait(lambda: abs(sitting.panels.pane.current_position() - before) < 0.05)


def test_after_an_update_cleaning_again_is_offered(sit_down: SitDown, page: Path) -> None:
    first = sit_down()
    assert not first.parts.actions["clean_outdated"].isEnabled()
    first.add(page)
    make_older(first)
    first.end()

    updated = sit_down()
    updated.wait(lambda: updated.said == "1 clipping was cleaned by an older version")
    button = updated.panels.messages.findChild(QPushButton, "undo")
    assert isinstance(button, QPushButton)
    assert button.text() == "Clean Again"
    assert updated.parts.actions["clean_outdated"].isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    updated.wait(lambda: updated.said == "Cleaned 1 clipping again · 1 is another now")
    updated.settle()
    assert updated.titles == [TITLE]
    assert not updated.parts.actions["clean_outdated"].isEnabled()


def test_what_cannot_be_cleaned_again_is_told(sitting: Sitting, page: Path) -> None:
    sitting.add(page)
    sitting.wait_for_page(TITLE)
    for file in (sitting.library.folder / "originals").rglob("*.zip"):
        file.write_bytes(b"gone")
    do(sitting, "clean_again")
    assert sitting.said.startswith(f"“{TITLE}” stays as it was: its original cannot be read")
    assert STORY[1] in sitting.text


def test_what_recurs_leaves_the_open_clipping(sitting: Sitting, tmp_path: Path) -> None:
    box = "The Marrow Post is written by the people of the coast for the people of the coast."
    head = '<meta property="og:site_name" content="The Marrow Post">'
    for name in ("Anna", "Berta", "Clara"):
        told = [f"{name} has {one}" for one in STORY]
        made = story_page(f"Ship {name}", told[0], box, *told[1:], head=head)
        sitting.add(write(tmp_path / "pages" / f"{name}.html", made))
    sitting.wait_for_page("Ship Clara")
    sitting.wait(lambda: box not in sitting.text)
    assert f"Clara has {STORY[1]}" in sitting.text
