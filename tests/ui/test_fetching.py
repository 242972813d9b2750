"""Fetching a page when the reader says so, and only then."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import story_page, write_story
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from web_made import Site, page, site
from window_made import SitDown, Sitting, sittings

from reader.articles.article import Completeness
from reader.ui.dialogs.fetch_question import AddressSheet, FetchQuestion, FetchSheet

ADDRESS = "https://news.example/lamp"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with site() as made:
        yield made


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path) -> Iterator[SitDown]:
    yield from sittings(tmp_path / "own", qtbot)


@pytest.fixture
def sitting(sit_down: SitDown) -> Sitting:
    return sit_down()


def links(*addresses: str) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl(one) for one in addresses])
    return carried


def sheet_of(sitting: Sitting) -> FetchSheet:
    sheets = sitting.window.findChildren(FetchSheet)
    return next(one for one in sheets if one.isVisible())


def press(sheet: QDialog, words: str) -> None:
    (button,) = [one for one in sheet.findChildren(QPushButton) if one.text() == words]
    button.click()


def through_proxy(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the tests' own server answer for the whole web."""
    monkeypatch.setenv("http_proxy", web.address)


def test_a_dropped_address_opens_no_connection_until_it_is_asked_to(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    sitting.let_go(links(ADDRESS))
    sheet = sheet_of(sitting)
    assert isinstance(sheet, FetchQuestion)
    press(sheet, "Cancel")
    sitting.settle()
    assert sitting.titles == []
    sitting.let_go(links(ADDRESS))
    press(sheet_of(sitting), "Keep as a Link")
    sitting.wait(lambda: sitting.titles == [ADDRESS])
    sitting.wait(lambda: "Added" in sitting.said)


def test_what_is_fetched_becomes_a_clipping(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    web.pages["http://news.example/lamp"] = page(story_page())
    sitting.let_go(links("http://news.example/lamp"))
    press(sheet_of(sitting), "Fetch")
    sitting.wait_for_page("The lamp is lit again")
    clipping = sitting.parts.showing.clipping
    assert clipping is not None
    assert clipping.article.address == "http://news.example/lamp"
    assert clipping.article.completeness is not Completeness.LINK
    assert [path for path, _ in web.asked] == ["http://news.example/lamp"]


def test_the_answer_holds_for_the_session_where_the_reader_wants_it(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    sitting.let_go(links(ADDRESS))
    sheet = sheet_of(sitting)
    (again,) = sheet.findChildren(QCheckBox)
    again.setChecked(True)
    press(sheet, "Keep as a Link")
    sitting.wait(lambda: len(sitting.titles) == 1)
    sitting.let_go(links("https://news.example/another"))
    sitting.wait(lambda: len(sitting.titles) == 2)
    assert not web.asked


def test_several_addresses_are_one_question(sitting: Sitting) -> None:
    sitting.let_go(links(*(f"https://news.example/{number}" for number in range(7))))
    press(sheet_of(sitting), "Keep as Links")
    sitting.wait(lambda: len(sitting.titles) == 7)


def test_what_could_not_be_fetched_is_told_and_may_be_kept_as_a_link(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    sitting.let_go(links("http://news.example/gone"))
    press(sheet_of(sitting), "Fetch")
    sitting.wait(lambda: "no such page" in sitting.said)
    sitting.panels.messages._undo_button.click()
    sitting.wait(lambda: sitting.titles == ["http://news.example/gone"])


def test_a_dropped_address_of_the_own_network_is_refused(sitting: Sitting, web: Site) -> None:
    web.pages["/"] = page(story_page())
    sitting.let_go(links(f"{web.address}/"))
    press(sheet_of(sitting), "Fetch")
    sitting.wait(lambda: "your own network" in sitting.said)
    assert not web.asked


def test_a_typed_address_may_be_one_of_the_own_network(sitting: Sitting, web: Site) -> None:
    web.pages["/lamp"] = page(story_page())
    sitting.parts.actions["add_address"].trigger()
    sheet = sheet_of(sitting)
    assert isinstance(sheet, AddressSheet)
    assert not sheet._fetch.isEnabled()
    QTest.keyClicks(sheet._field, f"{web.address}/lamp")
    QTest.keyClick(sheet._field, Qt.Key.Key_Return)
    sitting.wait_for_page("The lamp is lit again")


def test_an_address_may_be_typed_without_its_scheme(sitting: Sitting) -> None:
    sitting.parts.actions["add_address"].trigger()
    sheet = sheet_of(sitting)
    assert isinstance(sheet, AddressSheet)
    QTest.keyClicks(sheet._field, "news.example/lamp")
    press(sheet, "Keep as a Link")
    sitting.wait(lambda: sitting.titles == [ADDRESS])


def test_pasted_words_become_a_clipping(sitting: Sitting) -> None:
    carried = QMimeData()
    carried.setHtml(story_page())
    QGuiApplication.clipboard().setMimeData(carried)
    sitting.window.setFocus()
    sitting.parts.actions["paste"].trigger()
    sitting.wait_for_page("The lamp is lit again")


def test_ctrl_v_pastes_into_a_field_and_else_into_the_library(
    sitting: Sitting, tmp_path: Path
) -> None:
    sitting.add(write_story(tmp_path / "lamp.html"))
    QGuiApplication.clipboard().setText("\n".join(["The tide comes in twice a day."] * 5))
    sitting.panels.list.focus_search()
    sitting.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sitting.settle()
    assert len(sitting.library.all_ids()) == 1
    sitting.panels.pane.setFocus()
    sitting.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: len(sitting.library.all_ids()) == 2)


def test_an_empty_clipboard_is_told(sitting: Sitting) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    sitting.parts.actions["paste"].trigger()
    assert "nothing to paste" in sitting.said


def test_a_link_without_text_is_filled_where_the_reader_has_its_page_fetched(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    web.pages["http://news.example/lamp"] = page(story_page())
    sitting.let_go(links("http://news.example/lamp"))
    press(sheet_of(sitting), "Keep as a Link")
    sitting.wait(lambda: sitting.shown == "http://news.example/lamp")
    sitting.settle()
    sitting.panels.pane.fetch_asked.emit("http://news.example/lamp")
    sitting.wait_for_page("The lamp is lit again")
    assert len(sitting.library.all_ids()) == 1


def test_the_reader_can_cancel_a_fetch(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    over = threading.Event()
    web.pages["http://news.example/slow"] = lambda _: wait_for(over)
    sitting.let_go(links("http://news.example/slow"))
    press(sheet_of(sitting), "Fetch")
    sitting.wait(lambda: web.asked)
    sitting.window._ways_in._fetching.stop()
    sitting.settle()
    over.set()
    assert not sitting.library.all_ids()


def test_what_one_fetch_offered_goes_when_the_next_begins(
    sitting: Sitting, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy(web, monkeypatch)
    over = threading.Event()
    web.pages["http://news.example/slow"] = lambda _: wait_for(over)
    sitting.let_go(links("http://news.example/gone"))
    press(sheet_of(sitting), "Fetch")
    sitting.wait(lambda: "no such page" in sitting.said)
    sitting.let_go(links("http://news.example/slow"))
    press(sheet_of(sitting), "Fetch")
    assert not sitting.said
    sitting.window._ways_in._fetching.stop()
    over.set()
    sitting.settle()


def test_what_no_window_can_open_is_told(sitting: Sitting) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl("imap://ada@mail.example/inbox/3")])
    sitting.let_go(carried)
    assert "save it as a file" in sitting.said
    carried = QMimeData()
    carried.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    sitting.let_go(carried)
    assert "A picture alone is no page" in sitting.said


def wait_for(over: threading.Event) -> None:
    over.wait(20)
