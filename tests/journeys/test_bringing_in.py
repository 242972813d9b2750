"""A folder comes in: what is good stays, what is bad is named, and Cancel cancels."""

from pathlib import Path

from pages_made import write, write_story
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from window_made import SitDown, Sitting

from reader.ui.dialogs.import_report import ImportReport
from reader.ui.file_names import isolated


def test_the_good_files_of_a_folder_come_in_and_each_bad_one_is_named(
    sitting: Sitting, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    write_story(folder / "one.html", "One")
    write_story(folder / "deeper" / "two.html", "Two")
    write(folder / "empty.html", "")
    write(folder / "menu.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")

    sitting.add(folder)

    assert sorted(sitting.titles) == ["One", "Two"]
    assert "Added 2 clippings" in sitting.said
    assert "2 could not be added" in sitting.said
    (report,) = sitting.window.findChildren(ImportReport)
    failed = report._outcomes.outcomes  # of all that came in, it shows these at first
    assert sorted(one.path.name for one in failed) == ["empty.html", "menu.html"]
    assert all(one.path.name in one.reason for one in failed)
    report.close()
    sitting.open("Two")
    assert "lighthouse" in sitting.text


def test_what_is_there_already_does_not_come_in_twice(sitting: Sitting, tmp_path: Path) -> None:
    page = write_story(tmp_path / "one.html", "One")
    sitting.add(page)
    sitting.add(page)
    assert sitting.titles == ["One"]
    assert sitting.said == f"“{isolated('One')}” was there already"


def test_cancel_keeps_what_came_in_and_leaves_the_rest(sitting: Sitting, tmp_path: Path) -> None:
    many = 200
    for number in range(many):
        write_story(tmp_path / "many" / f"{number:03}.html", f"Story {number}")
    sitting.drop(tmp_path / "many")
    works = sitting.panels.messages._work._works
    sitting.wait(lambda: works and works[-1].progress[0] >= 3)

    cancel = sitting.window.findChild(QPushButton, "cancelWork")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    sitting.wait(lambda: "the rest was cancelled" in sitting.said)
    sitting.settle()

    came = len(sitting.panels.list.model.ids)
    assert 3 <= came < many
    assert not cancel.isVisible()
    sitting.panels.list._search.setText("lighthouse")
    sitting.wait(lambda: f"{came} found" in sitting.panels.list._summary.text())


def test_closing_the_window_ends_an_import_and_keeps_what_came_in(
    sit_down: SitDown, tmp_path: Path
) -> None:
    sitting = sit_down()
    many = 200
    for number in range(many):
        write_story(tmp_path / "many" / f"{number:03}.html", f"Story {number}")
    sitting.window.add_files([tmp_path / "many"])
    works = sitting.panels.messages._work._works
    sitting.wait(lambda: works and works[-1].progress[0] >= 3)
    sitting.end()

    again = sit_down()
    came = len(again.panels.list.model.ids)
    assert 3 <= came < many
    again.panels.list._search.setText("lighthouse")
    again.wait(lambda: f"{came} found" in again.panels.list._summary.text())


def test_the_samples_come_in_from_the_empty_window(sitting: Sitting) -> None:
    assert sitting.window._empty.isVisible()
    QTest.mouseClick(sitting.window._empty._samples, Qt.MouseButton.LeftButton)
    sitting.wait(lambda: len(sitting.panels.list.model.ids) == 2)
    sitting.settle()
    assert not sitting.window._empty.isVisible()
    sitting.open("The night train learns to wait")
    assert len(sitting.parts.showing.clipping.picture_files) == 2  # type: ignore[union-attr]
