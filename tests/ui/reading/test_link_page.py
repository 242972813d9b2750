"""A link without text in the reading pane."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.articles.article import Article, Completeness
from reader.clipping import Clipping
from reader.ui.reading.link_page import FETCH
from reader.ui.reading.page_style import PageStyle
from reader.ui.reading.pane import ReadingPane
from reader.ui.theme import Themes

ADDRESS = "https://www.harbour.example/news/ropes?page=2"


def link(**about: object) -> Clipping:
    told = {"title": "Harbour reopens", "address": ADDRESS} | about
    return Clipping("one", Article(completeness=Completeness.LINK, **told))  # type: ignore[arg-type]


@pytest.fixture
def pane(themes: Themes, qtbot: QtBot) -> ReadingPane:
    made = ReadingPane(themes, PageStyle())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(pane: ReadingPane) -> list[str]:
    return pane._column.toPlainText().splitlines()


def test_it_says_where_the_page_is_and_what_can_be_done(pane: ReadingPane) -> None:
    pane.show_clipping(link(published="2026-11-10"))
    assert shown(pane)[:5] == [
        "harbour.example",
        "Harbour reopens",
        "10 November 2026",
        "harbour.example/news/ropes?page=2",
        "This is a link: its page has not been saved yet.",
    ]
    assert shown(pane)[5].split("\u2003") == ["Open in the browser", "Fetch this page"]
    assert "save the page" in shown(pane)[6]


def test_nobody_is_told_how_long_nothing_takes_to_read(pane: ReadingPane) -> None:
    pane.show_clipping(link())
    assert "min" not in " ".join(shown(pane))


def test_without_a_title_the_address_is_its_headline(pane: ReadingPane) -> None:
    pane.show_clipping(link(title=" "))
    assert shown(pane)[1] == "harbour.example/news/ropes?page=2"


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "javascript:alert(1)", "https://"])
def test_what_is_no_address_of_the_web_leads_nowhere(pane: ReadingPane, address: str) -> None:
    pane.show_clipping(link(address=address))
    assert "Open in the browser" not in " ".join(shown(pane))
    assert shown(pane)[-1] == "This is a link: its page has not been saved yet."


def test_the_keys_alone_ask_for_the_page(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(link())
    column = pane._column
    column.setFocus()
    found: list[str] = []
    pane.fetch_asked.connect(lambda address: found.append(f"fetch {address}"))
    pane.link_opened.connect(lambda address: found.append(f"open {address}"))
    # The address, the browser, the page itself.
    for _ in range(3):
        QTest.keyClick(column, Qt.Key.Key_Tab)
        QTest.keyClick(column, Qt.Key.Key_Return)
    assert found == [f"open {ADDRESS}", f"open {ADDRESS}", f"fetch {ADDRESS}"]


def test_no_page_can_have_itself_fetched(pane: ReadingPane, qtbot: QtBot) -> None:
    html = f'<p><a href="{FETCH}">Read on</a></p>'
    pane.show_clipping(Clipping("two", Article(title="A trap", html=html, text="Read on")))
    with qtbot.assertNotEmitted(pane.fetch_asked), qtbot.assertNotEmitted(pane.link_opened):
        pane._column.anchorClicked.emit(QUrl(FETCH))


def test_the_status_line_says_no_more_than_the_link(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(link())
    hovered: list[str] = []
    pane.link_hovered.connect(hovered.append)
    pane._column.highlighted.emit(QUrl(FETCH))
    pane._column.highlighted.emit(QUrl(ADDRESS))
    assert hovered == ["", ADDRESS]
