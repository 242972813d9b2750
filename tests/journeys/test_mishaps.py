"""What may go wrong or happen meanwhile, and what the reader sees of it."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from pages_made import write_story
from PySide6.QtCore import QProcess
from PySide6.QtGui import QTextCursor
from window_made import PATIENCE, SitDown, Sitting

from reader.ui.one_window import OneWindow

# A box that waits for a click would wait for ever.
BOX_PRINTED = """
import sys
from PySide6.QtWidgets import QMessageBox
QMessageBox.critical = staticmethod(lambda parent, title, text: print(text))
from reader.__main__ import main
sys.exit(main())
"""


def test_another_theme_keeps_the_open_story_and_its_place(sitting: Sitting, tmp_path: Path) -> None:
    paragraphs = [f"Paragraph {number} of a long story. " * 12 for number in range(40)]
    sitting.add(write_story(tmp_path / "long.html", "Long", *paragraphs))
    sitting.wait_for_page("Long")
    column = sitting.panels.pane._column
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum() // 2)
    text, place = sitting.text, column.place_at_top()

    for theme in ("dark", "sepia"):
        sitting.themes.choose(theme)
        sitting.wait_for_page("Long")
        assert sitting.text == text
        sitting.wait(lambda: abs(column.place_at_top() - place) < 200)
        found = column.document().find("Paragraph 20")
        assert isinstance(found, QTextCursor)
        ink = sitting.themes.current.colour("ink")
        assert column.palette().text().color() == ink or found.charFormat().foreground() == ink
    sitting.themes.choose("paper")


def test_a_second_start_hands_its_files_to_the_first(sitting: Sitting, tmp_path: Path) -> None:
    door = OneWindow(sitting.library.folder, sitting.window)
    door.called.connect(sitting.window.come_forward)
    page = write_story(tmp_path / "handed over.html", "Handed over")
    second = QProcess()
    words = ["-m", "reader", "--library", str(sitting.library.folder), str(page)]
    second.start(sys.executable, words)
    sitting.wait(lambda: second.state() is QProcess.ProcessState.NotRunning)
    assert second.exitCode() == 0
    sitting.wait_for_page("Handed over")
    sitting.wait(lambda: sitting.titles == ["Handed over"])


def test_an_index_that_vanished_is_made_anew_and_the_reader_is_told(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    sitting.add(write_story(tmp_path / "one.html", "One"))
    folder = sitting.library.folder
    sitting.end()
    shutil.rmtree(folder / "index")
    (folder / "index").write_text("not a folder")

    again = sit_down()
    again.wait(lambda: again.said == "The search index is ready.")
    again.panels.list._search.setText("lighthouse")
    again.wait(lambda: "1 found" in again.panels.list._summary.text())
    again.settle()
    assert not again.library.needs_index


def test_an_index_deleted_under_the_window_is_made_anew(sitting: Sitting, tmp_path: Path) -> None:
    sitting.add(write_story(tmp_path / "one.html", "One"))
    said: list[str] = []
    sitting.window._indexing.rebuilt.connect(lambda: said.append(sitting.said))
    for file in (sitting.library.folder / "index").iterdir():
        file.unlink()

    sitting.panels.list._search.setText("lighthouse")
    sitting.wait(lambda: said)
    assert said == ["The search index is ready."]
    sitting.wait(lambda: "1 found" in sitting.panels.list._summary.text())
    sitting.settle()
    assert not sitting.library.needs_index


def test_an_index_that_decayed_is_found_out_and_made_anew(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    sitting.add(write_story(tmp_path / "one.html", "One"))
    sitting.settle()
    decayed = max((sitting.library.folder / "index").glob("*.places"))
    content = bytearray(decayed.read_bytes())
    content[len(content) // 2] ^= 0x40
    decayed.write_bytes(content)
    said: list[str] = []
    sitting.window._indexing.rebuilt.connect(lambda: said.append(sitting.said))
    sitting.window._indexing._until_check.setInterval(0)
    sitting.wait(lambda: said)
    assert said == ["The search index is ready."]
    sitting.settle()
    assert sitting.library.check_index()


def test_a_note_typed_just_before_the_window_closes_is_kept(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    sitting.add(write_story(tmp_path / "one.html", "One"))
    sitting.wait_for_page("One")
    sitting.type("n")
    sitting.wait(lambda: sitting.focused.objectName() == "noteField")
    sitting.type("Not to be lost")
    sitting.end()
    assert sit_down().kept("One").note == "Not to be lost"


def test_a_library_from_a_newer_version_is_left_alone_and_told_of(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    folder = sitting.library.folder
    sitting.end()
    database = sqlite3.connect(folder / "library.db")
    database.execute("PRAGMA user_version = 9999")
    database.close()
    before = (folder / "library.db").read_bytes()

    for words in (["-c", BOX_PRINTED], ["-m", "reader", "find"]):
        order = [sys.executable, *words, "--library", str(folder)]
        run = subprocess.run(order, capture_output=True, text=True, timeout=PATIENCE / 1000)
        said = (run.stdout + run.stderr).strip()
        assert run.returncode == 1
        assert "newer version" in said
        assert "Traceback" not in said
        assert len(said.splitlines()) == 1
    assert (folder / "library.db").read_bytes() == before
