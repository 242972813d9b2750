"""What the window joins, remembers and does before it is furnished."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest
from pages_made import story_page, write, write_story
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from window_made import Sitting

from reader.clipping import Colour, Shelf
from reader.settings import Settings
from reader.ui.drop_frame import DropFrame
from reader.ui.main_window import MainWindow
from reader.ui.theme import Themes

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lamp(sitting: Sitting, tmp_path: Path) -> Sitting:
    """One clipping with an address is open."""
    head = (
        '<link rel="canonical" href="https://gazette.example/lamp">'
        '<meta property="og:site_name" content="The Gazette">'
    )
    sitting.add(write(tmp_path / "lamp.html", story_page("The lamp", head=head)))
    sitting.wait_for_page("The lamp")
    return sitting


def test_a_window_that_is_not_furnished_yet_takes_nothing_and_closes(
    themes: Themes, qtbot: QtBot
) -> None:
    window = MainWindow(themes, Settings())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.seen):
        window.show()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/somewhere/page.html")])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    told: list[object] = []
    window.closed.connect(told.append)
    assert window.close()
    assert told == []


def test_damaged_settings_open_the_usual_window(themes: Themes, qtbot: QtBot) -> None:
    for geometry in ("no base64", base64.b64encode(b"nonsense").decode()):
        window = MainWindow(themes, Settings(geometry=geometry, widths=(1, 2)))
        qtbot.addWidget(window)
        assert (window.width(), window.height()) == (1280, 800)


def test_the_window_is_no_larger_than_the_screen(themes: Themes, qtbot: QtBot) -> None:
    window = MainWindow(themes, Settings())
    qtbot.addWidget(window)
    window.fit(QSize(1920, 1080))
    assert (window.width(), window.height()) == (1280, 800)
    window.fit(QSize(1366, 800))
    assert window.width() == 1280
    assert window.height() < 800  # the title that a desktop adds stands above it


def test_what_was_dragged_away_again_leaves_no_frame(sitting: Sitting) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/somewhere/page.html")])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, button, key)
    QApplication.sendEvent(sitting.window, enters)
    (frame,) = sitting.window.findChildren(DropFrame)
    assert frame.isVisible()
    QApplication.sendEvent(sitting.window, QDragLeaveEvent())
    assert not frame.isVisible()


def test_the_settings_tell_how_the_window_stood(lamp: Sitting, qtbot: QtBot) -> None:
    lamp.go_to(Shelf.ALL)
    lamp.parts.actions["shelf"].setChecked(False)
    lamp.parts.actions["side"].setChecked(True)
    lamp.panels.pane.enlarge()
    with qtbot.waitSignal(lamp.window.closed) as told:
        lamp.window.close()
    settings = (told.args or [None])[0]
    assert isinstance(settings, Settings)
    assert (settings.shelf_is_shown, settings.side_is_shown) == (False, True)
    assert settings.shelf == "all"
    assert settings.clipping == lamp.id_of("The lamp")
    assert settings.page["size"] > replace(lamp.panels.pane.page_style).usual_size().size
    assert len(settings.widths) == 4
    assert all(width > 0 for width in settings.widths)


def test_closing_in_focus_mode_remembers_the_panels(lamp: Sitting, qtbot: QtBot) -> None:
    lamp.parts.actions["focus"].trigger()
    lamp.wait(lambda: not lamp.panels.shelf.isVisible())
    with qtbot.waitSignal(lamp.window.closed) as told:
        lamp.window.close()
    settings = (told.args or [None])[0]
    assert isinstance(settings, Settings)
    assert settings.shelf_is_shown
    assert settings.list_is_shown


def test_links_and_the_page_open_in_the_browser_and_the_address_is_copied(
    lamp: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(url.toString()))
    )
    lamp.panels.pane.link_opened.emit("https://gazette.example/other")
    lamp.parts.actions["open_page"].trigger()
    assert opened == ["https://gazette.example/other", "https://gazette.example/lamp"]
    assert lamp.said == "No browser could open https://gazette.example/lamp"
    lamp.parts.actions["copy_address"].trigger()
    assert QGuiApplication.clipboard().text() == "https://gazette.example/lamp"
    assert lamp.said == "The address was copied"


def test_files_and_folders_are_asked_for(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = write_story(tmp_path / "one.html", "One")
    write_story(tmp_path / "folder" / "two.html", "Two")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: ([str(one)], "")))
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(tmp_path / "folder"))
    )
    sitting.parts.actions["add_files"].trigger()
    sitting.wait_for_page("One")
    sitting.parts.actions["add_folder"].trigger()
    sitting.wait_for_page("Two")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: ([], "")))
    sitting.parts.actions["add_folder"].trigger()
    sitting.parts.actions["add_files"].trigger()
    assert not sitting.parts.adding._works


def test_what_other_programs_write_is_offered_beside_saved_pages(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(*asked: object) -> tuple[list[str], str]:
        offered.append(str(asked[-1]))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(choose))
    sitting.parts.actions["add_files"].trigger()
    first, *_, last = offered[0].split(";;")
    assert {"*.html", "*.webarchive", "*.csv", "*.enex", "*.gz"} <= set(
        first.partition("(")[2].strip(")").split()
    )
    assert last == "All files (*)"


def test_read_and_unread_star_and_archive_go_to_and_fro(lamp: Sitting) -> None:
    lamp.wait(lambda: lamp.kept("The lamp").is_read)
    lamp.settle()
    for name, field, there, back in (
        ("unread", "is_read", "“The lamp” is unread again", "“The lamp” is read"),
        ("star", "is_starred", "Starred “The lamp”", "Took the star from “The lamp”"),
        ("archive", "is_archived", "Archived “The lamp”", "Moved “The lamp” back to the inbox"),
    ):
        before = getattr(lamp.kept("The lamp"), field)
        for said, expected in ((there, not before), (back, before)):
            lamp.parts.actions[name].trigger()
            lamp.settle()
            assert lamp.said == said
            assert getattr(lamp.kept("The lamp"), field) is expected


def test_marks_are_coloured_noted_and_removed_at_the_side(lamp: Sitting) -> None:
    id_ = lamp.id_of("The lamp")
    lamp.parts.changing.run(lambda: lamp.library.mark(id_, "kept the brass polished"))
    lamp.wait(lambda: lamp.kept("The lamp").highlights)
    lamp.settle()
    (mark,) = lamp.kept("The lamp").highlights
    lamp.panels.pane.mark_opened.emit(mark.id)
    assert lamp.panels.side.isVisible()
    lamp.panels.side.mark_coloured.emit(mark.id, Colour.BLUE)
    lamp.panels.side.mark_note_changed.emit(mark.id, "Ask her.")
    lamp.settle()
    (mark,) = lamp.kept("The lamp").highlights
    assert (mark.colour, mark.note) == (Colour.BLUE, "Ask her.")
    lamp.panels.side.mark_removed.emit(mark.id)
    lamp.settle()
    assert lamp.kept("The lamp").highlights == ()
    assert lamp.said == "Mark removed"


def test_the_sheets_open_over_the_window(lamp: Sitting) -> None:
    for name in ("keys", "about", "report"):
        lamp.parts.actions[name].trigger()
        (sheet,) = (one for one in lamp.window.findChildren(QDialog) if one.isVisible())
        sheet.close()
        lamp.wait(lambda: not [one for one in lamp.window.findChildren(QDialog) if one.isVisible()])


def test_the_palette_goes_to_a_tag_and_to_a_source(lamp: Sitting) -> None:
    lamp.parts.changing.run(lambda: lamp.library.tag([lamp.id_of("The lamp")], ["coast"]))
    lamp.settle()
    for typed, tag, source in (("#coast", "coast", ""), ("gazette", "coast", "The Gazette")):
        lamp.parts.actions["palette"].trigger()
        lamp.type(typed)
        lamp.press(Qt.Key.Key_Return)
        lamp.settle()
        assert (lamp.parts.finding.search.tag, lamp.parts.finding.search.source) == (tag, source)


def test_the_palette_knows_the_themes(sitting: Sitting) -> None:
    sitting.parts.actions["palette"].trigger()
    sitting.type("sepia")
    sitting.press(Qt.Key.Key_Return)
    assert sitting.themes.choice == "sepia"


def test_who_added_the_first_clippings_is_in_their_list(sitting: Sitting) -> None:
    sitting.parts.actions["add_samples"].trigger()
    sitting.wait(lambda: len(sitting.titles) == 2)
    sitting.settle()
    assert sitting.focused is sitting.view


def test_the_side_panel_is_whole_in_the_smallest_window(lamp: Sitting) -> None:
    lamp.window.resize(720, 480)
    lamp.parts.actions["side"].trigger()
    side, content = lamp.panels.side, lamp.panels.side.findChild(QWidget, "sideContent")
    assert isinstance(content, QWidget)
    lamp.wait(lambda: side.width() > 0 and content.width() <= side.width())
    assert content.minimumSizeHint().width() <= side.width()
    assert side.mapTo(lamp.window, side.rect().topRight()).x() < 720


def test_marking_without_words_says_what_to_do(lamp: Sitting) -> None:
    lamp.parts.actions["mark"].trigger()
    assert lamp.said == "Select words of the story first, then press H"


def test_the_menu_of_the_text_marks_the_selected_words(lamp: Sitting) -> None:
    column = lamp.panels.pane._column
    lamp.panels.pane.toggle_caret()
    lamp.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | SHIFT)
    place = QPoint(40, 40)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, column.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(column.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [one.text().replace("&", "").split("\t")[0] for one in menu.actions()]
    assert titles[:2] == ["Mark the Selected Words", "Leave Out This Passage"]
    assert "Copy" in titles
    menu.actions()[0].trigger()
    menu.close()
    lamp.wait(lambda: len(lamp.kept("The lamp").highlights) == 1)


def test_a_theme_is_chosen_from_its_menu(sitting: Sitting) -> None:
    (theme,) = sitting.parts.actions.menu("view").findChildren(QMenu)
    sepia = next(one for one in theme.actions() if one.text() == "Sepia")
    sepia.trigger()
    assert sitting.themes.choice == "sepia"
    assert sepia.isChecked()
    sitting.themes.choose("paper")
    assert not sepia.isChecked()


def test_a_second_start_brings_a_minimised_window_back(sitting: Sitting) -> None:
    sitting.window.showMinimized()
    sitting.window.come_forward([])
    assert not sitting.window.isMinimized()
