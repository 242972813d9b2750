"""What can be done with the pictures of a page, by mouse and by keys."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from reader.articles.article import Article, Picture
from reader.clipping import Additions, Clipping
from reader.ui.reading import picture_loader
from reader.ui.reading.page_style import PageStyle
from reader.ui.reading.pane import ReadingPane
from reader.ui.reading.picture_acts import file_name
from reader.ui.reading.picture_link import picture_address, picture_link
from reader.ui.reading.picture_loader import PictureLoader
from reader.ui.reading.picture_viewer import PictureViewer
from reader.ui.reading.pictures import PictureSource, sources_of
from reader.ui.theme import Themes

GONE = "https://img.harbour.example/far%20boat.jpg?w=3&h=2"
HTML = (
    '<p>One.</p><figure><img src="https://img.harbour.example/far%20boat.jpg?w=3&amp;h=2"></figure>'
    '<p>Two.</p><figure><img src="quay.png" alt="The quay"></figure><p>Three.</p>'
)


def green() -> bytes:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.darkGreen))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def pane(qtbot: QtBot, themes: Themes, tmp_path: Path) -> Iterator[ReadingPane]:
    made = ReadingPane(themes, PageStyle())
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    file = tmp_path / "kept"
    file.write_bytes(green())
    pictures = (Picture(GONE, width=900, height=600), Picture("quay.png", width=300, height=200))
    article = Article(title="Quay", html=HTML, text="One.\n\nTwo.\n\nThree.", pictures=pictures)
    made.show_clipping(
        Clipping(
            id="quay", article=article, additions=Additions(), position=0.0, added_at="",
            saved_at="", file_name="quay.html", original="0" * 64,
            picture_files={"quay.png": file},
        )
    )  # fmt: skip
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    made._sheet._loader.wait()


def menu_of(qtbot: QtBot, ask: Callable[[], object]) -> QMenu:
    ask()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def act(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text().replace("&", "") == words).trigger()
    menu.close()


def tab(pane: ReadingPane, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(pane._column, Qt.Key.Key_Tab)


def test_an_address_stands_in_a_link_as_it_is() -> None:
    for address in (GONE, "quay & pier.png", "sha256:ab12", "日本 %2F#a?.png", "a:b"):
        assert picture_address(QUrl(picture_link(address))) == address
    assert picture_address(QUrl("https://harbour.example/")) == ""


def test_the_keys_lead_to_a_missing_picture_and_tell_its_host(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.link_hovered) as told:
        tab(pane, 1)
    assert told.args == ["Not saved with the page; it is at img.harbour.example"]
    fetch = QAction("Fetch", pane)
    pane.offer_for_pictures(fetch)
    menu = menu_of(qtbot, lambda: QTest.keyClick(pane._column, Qt.Key.Key_Return))
    assert fetch in menu.actions()
    with qtbot.waitSignal(pane.link_opened) as opened:
        act(menu, "Open Its Address")
    assert opened.args == [GONE]


def test_a_missing_picture_has_the_room_it_would_have(pane: ReadingPane) -> None:
    page = pane._sheet.page
    assert page is not None
    (gap, quay) = (one for one in page.placed.values() if one.block.picture)
    layout = page.document.documentLayout()
    rect = layout.blockBoundingRect(page.document.findBlockByNumber(gap.number))
    assert rect.width() * 600 / 900 == pytest.approx(rect.height(), abs=12)
    assert quay.block.picture == "quay.png"


def test_enter_shows_a_picture_large_and_escape_leads_back(pane: ReadingPane, qtbot: QtBot) -> None:
    tab(pane, 2)
    QTest.keyClick(pane._column, Qt.Key.Key_Return)
    (viewer,) = pane.window().findChildren(PictureViewer)
    qtbot.waitUntil(lambda: not viewer.image.isNull())
    shown = viewer.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == QColor(
        Qt.GlobalColor.darkGreen
    )
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not pane.window().findChildren(PictureViewer))


def test_a_picture_is_copied_and_saved(
    pane: ReadingPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "saved.png"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    ask = lambda: pane._pictures.open_menu("quay.png", pane.mapToGlobal(pane.rect().center()))  # noqa: E731
    with qtbot.waitSignal(pane.link_hovered):
        act(menu_of(qtbot, ask), "Copy the Picture")
    assert QGuiApplication.clipboard().image().size().width() == 300
    with qtbot.waitSignal(pane.link_hovered) as told:
        act(menu_of(qtbot, ask), "Save the Picture As…")
    assert told.args == ["Saved saved.png"]
    assert offered == ["quay.png"]
    assert (tmp_path / "saved.png").read_bytes() == green()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    with qtbot.waitSignal(pane.link_hovered) as told:
        act(menu_of(qtbot, ask), "Save the Picture As…")
    assert "could not be saved" in str(told.args)


def test_the_address_of_a_picture_is_copied(pane: ReadingPane, qtbot: QtBot) -> None:
    menu = menu_of(qtbot, lambda: pane._pictures.open_menu(GONE, pane.pos()))
    with qtbot.waitSignal(pane.link_hovered):
        act(menu, "Copy Its Address")
    assert QGuiApplication.clipboard().text() == GONE


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.example/far%20boat.jpg?w=3", "far boat.png"),
        ("a_files/..%2F..%2Fetc", "etc.png"),
        ("sha256:ab12", "picture.png"),
        ("https://[", "picture.png"),
        ("https://a.example/", "picture.png"),
    ],
)
def test_a_saved_picture_is_named_for_its_address_and_its_bytes(address: str, name: str) -> None:
    assert file_name(address, green()) == name


def test_no_photo_waits_for_a_drawing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    is_seen = threading.Event()

    def decode_slowly(source: PictureSource, width: int, ratio: float) -> QImage:
        if source.is_drawing:
            is_seen.wait(20)
        return QImage(9, 9, QImage.Format.Format_RGB32)

    monkeypatch.setattr(picture_loader, "decode", decode_slowly)
    loader = PictureLoader()
    article = Article(
        pictures=(
            Picture("map.svg", content=b"x", media_type="image/svg+xml"),
            Picture("quay.png", content=b"x", media_type="image/png"),
        )
    )
    loader.open(sources_of(article, {}))
    with qtbot.waitSignal(loader.decoded) as told:
        loader.image("map.svg", 9, 1.0)
        loader.image("quay.png", 9, 1.0)
    assert told.args == ["quay.png"]
    with qtbot.waitSignal(loader.decoded):
        is_seen.set()
    loader.wait()


def test_a_picture_that_cannot_be_read_closes_its_viewer(qtbot: QtBot, pane: ReadingPane) -> None:
    viewer = PictureViewer(PictureSource("a.avif", content=b"no picture"), "", pane)
    with qtbot.waitSignal(viewer.rejected):
        viewer.open()
