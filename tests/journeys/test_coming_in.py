"""What comes in is asked about, told of, compared and tried again in the real window."""

import csv
import os
from pathlib import Path
from typing import TypeVar

from pages_made import STORY, story_page, write, write_story
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTextEdit, QWidget
from window_made import Sitting

from reader.clipping import Shelf
from reader.ui.dialogs.compare_sheet import CompareSheet
from reader.ui.dialogs.import_report import ImportReport
from reader.ui.dialogs.recognised_sheet import RecognisedSheet
from reader.ui.panels.side_row import SideRow

ADDRESS = "https://www.marrow.example/2026/lamp"
Sheet = TypeVar("Sheet", bound=QDialog)
OLD, NEW = 1_600_000_000, 1_700_000_000
LATER = (
    "The lighthouse at Marrow Point was lit again on Tuesday evening, and by Wednesday noon its "
    "lamp had been seen from as far away as the other side of the strait, the board said.",
    *STORY[1:],
    "A second lamp will follow in spring, when the ferry can carry it over without being rocked.",
)


def saved(path: Path, title: str, *paragraphs: str, at: int = OLD, address: str = ADDRESS) -> Path:
    head = f'<link rel="canonical" href="{address}">'
    write(path, story_page(title, *(paragraphs or STORY), head=head))
    os.utime(path, (at, at))
    return path


def pocket(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("title", "url", "time_added", "tags", "status"))
        rows.writerow(("The lamp is lit again", ADDRESS, "1600000000", "coast|light", "unread"))
        for number in range(1, count):
            address = f"https://links.example/{number}"
            rows.writerow((f"Link {number}", address, str(OLD + number), "", "archive"))
    return path


def asked(sitting: Sitting) -> RecognisedSheet:
    sitting.wait(lambda: _visible(sitting, RecognisedSheet))
    return _visible(sitting, RecognisedSheet)[0]


def _visible(sitting: Sitting, kind: type[Sheet]) -> list[Sheet]:
    return [one for one in sitting.window.findChildren(kind) if one.isVisible()]


def press(sheet: QWidget, text: str) -> None:
    button = next(one for one in sheet.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_library_comes_in_once_the_reader_says_so(sitting: Sitting, tmp_path: Path) -> None:
    sitting.go_to(Shelf.ALL)
    sitting.drop(pocket(tmp_path / "part_000000.csv", 8), write_story(tmp_path / "a.html", "Plain"))
    sheet = asked(sitting)
    # What needs no question does not wait for the answer.
    sitting.wait(lambda: sitting.titles == ["Plain"])
    assert sheet.isVisible()
    press(sheet, "Bring In")
    sitting.wait(lambda: len(sitting.panels.list.model.ids) == 9)
    sitting.settle()
    assert "Added 8 clippings" in sitting.said

    sitting.open("The lamp is lit again")
    assert "its page has not been saved yet" in sitting.text
    assert sitting.kept("The lamp is lit again").tags == ("coast", "light")

    sitting.add(saved(tmp_path / "lamp.html", "The lamp is lit again"))
    sitting.wait_for_page("The lamp is lit again")
    assert "Filled in" in sitting.said
    assert "lighthouse" in sitting.text
    assert "not been saved yet" not in sitting.text
    assert sitting.kept("The lamp is lit again").tags == ("coast", "light")


def test_the_page_of_a_link_is_fetched_by_the_keys_alone(sitting: Sitting, tmp_path: Path) -> None:
    table = tmp_path / "part_000000.csv"
    # An address of this machine, which a link from elsewhere may never ask for.
    table.write_text(
        "title,url,time_added,tags,status\nLamp,http://127.0.0.1:9/lamp,1600000000,,unread\n"
    )
    sitting.drop(table)
    press(asked(sitting), "Bring In")
    sitting.wait_for_page("Lamp")
    sitting.settle()
    # A desktop gives the window its keys back when the sheet goes.
    sitting.window.activateWindow()
    sitting.wait(sitting.window.isActiveWindow)
    sitting.panels.pane.setFocus()
    for _ in range(3):
        sitting.press(Qt.Key.Key_Tab)
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(lambda: "127.0.0.1" in sitting.said)
    assert sitting.titles == ["Lamp"]


def test_a_library_that_is_not_wanted_leaves_nothing(sitting: Sitting, tmp_path: Path) -> None:
    sitting.drop(pocket(tmp_path / "part_000000.csv", 3))
    press(asked(sitting), "Cancel")
    sitting.settle()
    assert not sitting.titles
    assert not list((sitting.library.folder / "originals").rglob("*.*"))
    # Nothing stands in the way of asking again.
    sitting.drop(tmp_path / "part_000000.csv")
    assert asked(sitting).paths


def test_who_closes_the_window_while_work_is_paused_need_not_wait(
    sitting: Sitting, tmp_path: Path
) -> None:
    for number in range(60):
        write_story(tmp_path / "many" / f"{number:03}.html", f"Story {number}")
    sitting.drop(tmp_path / "many")
    works = sitting.panels.messages._work._works
    sitting.wait(lambda: works and works[-1].progress[0] >= 3)
    pause = sitting.window.findChild(QPushButton, "pauseWork")
    assert pause is not None
    QTest.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert works[-1].is_paused
    sitting.end()


def test_versions_are_chosen_compared_and_taken_back(sitting: Sitting, tmp_path: Path) -> None:
    sitting.parts.actions["side"].setChecked(True)
    sitting.add(saved(tmp_path / "lamp.html", "The lamp is lit again"))
    sitting.add(saved(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    sitting.wait_for_page("The lamp shines on")
    sitting.wait(lambda: len(rows(sitting)) == 2)
    assert "A second lamp" in sitting.text

    press(sitting.panels.side, "Compare")
    sitting.wait(lambda: _visible(sitting, CompareSheet))
    (sheet,) = _visible(sitting, CompareSheet)
    (text,) = sheet.findChildren(QTextEdit)
    sitting.wait(lambda: "A second lamp" in text.toPlainText())
    press(sheet, "Show the Other Version")
    sitting.wait_for_page("The lamp is lit again")
    assert "A second lamp" not in sitting.text
    sitting.wait(lambda: [one.endswith(", shows") for one in rows(sitting)] == [False, True])

    sitting.parts.actions["undo"].trigger()
    sitting.wait_for_page("The lamp shines on")
    sitting.wait(lambda: [one.endswith(", shows") for one in rows(sitting)] == [True, False])


def test_versions_are_compared_by_a_command_of_their_own(sitting: Sitting, tmp_path: Path) -> None:
    compare = sitting.parts.actions["compare"]
    sitting.add(saved(tmp_path / "lamp.html", "The lamp is lit again"))
    sitting.wait_for_page("The lamp is lit again")
    assert not compare.isEnabled()
    sitting.add(saved(tmp_path / "later.html", "The lamp shines on", *LATER))
    sitting.wait_for_page("The lamp shines on")
    sitting.wait(compare.isEnabled)
    compare.trigger()
    sitting.wait(lambda: _visible(sitting, CompareSheet))
    (sheet,) = _visible(sitting, CompareSheet)
    # Both were saved at one moment, and yet they are told apart.
    assert all(one in sheet._legend.text() for one in ("Version 1", "Version 2"))
    sitting.add(saved(tmp_path / "b.html", "A quay", address="https://ledger.example/quay"))
    sitting.wait_for_page("A quay")
    assert not compare.isEnabled()


def test_the_same_text_elsewhere_is_one_click_away(sitting: Sitting, tmp_path: Path) -> None:
    sitting.parts.actions["side"].setChecked(True)
    sitting.add(saved(tmp_path / "lamp.html", "The lamp is lit again"))
    elsewhere = "https://ledger.example/lamp"
    sitting.add(saved(tmp_path / "b.html", "A lamp shines", address=elsewhere))
    sitting.wait_for_page("A lamp shines")
    sitting.wait(lambda: rows(sitting))
    (row,) = (one for one in sitting.panels.side.findChildren(SideRow) if one.isVisible())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    sitting.wait_for_page("The lamp is lit again")


def test_what_failed_is_tried_again_from_the_report(sitting: Sitting, tmp_path: Path) -> None:
    broken = write(tmp_path / "broken.html", "")
    sitting.add(broken, write_story(tmp_path / "one.html", "One"))
    report_action = sitting.parts.actions["report"]
    report_action.trigger()
    (report,) = _visible(sitting, ImportReport)
    write_story(broken, "Mended")
    with sitting._qtbot.waitSignal(sitting.parts.adding.ended, timeout=20_000):
        press(report, "Try Failed Again")
    sitting.settle()
    shown = [(one.path.name, one.status.value) for one in report._outcomes.outcomes]
    assert shown == [("broken.html", "added"), ("one.html", "added")]

    report.close()
    report_action.trigger()
    sitting.wait(lambda: _visible(sitting, ImportReport))
    assert len(_visible(sitting, ImportReport)) == 1


def rows(sitting: Sitting) -> list[str]:
    """The versions and the places, from top to bottom."""
    side = sitting.panels.side
    shown = [one for one in side.findChildren(SideRow) if one.isVisible()]
    shown.sort(key=lambda one: one.mapTo(side, one.rect().topLeft()).y())
    return [one.accessibleName() for one in shown]


def test_a_version_that_cannot_be_read_any_more_is_said(sitting: Sitting, tmp_path: Path) -> None:
    sitting.parts.actions["side"].setChecked(True)
    sitting.add(saved(tmp_path / "lamp.html", "The lamp is lit again"))
    sitting.add(saved(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    sitting.wait_for_page("The lamp shines on")
    sitting.wait(lambda: len(rows(sitting)) == 2)
    first, _ = sitting.library.versions(sitting.id_of("The lamp shines on"))
    kept = [one for one in (sitting.library.folder / "originals").rglob("*") if one.is_file()]
    for file in kept:
        if first.key[:8] in file.name:
            file.unlink()

    press(sitting.panels.side, "Compare")
    sitting.wait(lambda: "cannot be shown" in sitting.said)
    assert not _visible(sitting, CompareSheet)
    # It was only looked at: what shows still does.
    assert sitting.shown == "The lamp shines on"
