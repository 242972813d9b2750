"""What is dropped on the window, on any part of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.carried import Carried, What
from reader.ui.drop_frame import DropFrame
from reader.ui.dropping import Dropping, TextAlone
from reader.ui.theme import Themes

COPY, LINK = Qt.DropAction.CopyAction, Qt.DropAction.LinkAction
BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Target(QWidget):
    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.resize(600, 400)
        self.frame = DropFrame(themes, self)
        self.dropping = Dropping(self.frame, self)
        self.dropped: list[Carried] = []
        self.dropping.dropped.connect(self.dropped.append)


@pytest.fixture
def target(themes: Themes, qtbot: QtBot) -> Target:
    made = Target(themes)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def mime(*urls: str, text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    if text:
        made.setText(text)
    if html:
        made.setData("text/html", QByteArray(html.encode()))
    return made


def enter(widget: QWidget, carried: QMimeData, actions: Qt.DropAction = COPY) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(5, 5), actions, carried, BUTTON, NO_KEY)
    event.setAccepted(False)
    QApplication.sendEvent(widget, event)
    return event


def drop(widget: QWidget, carried: QMimeData, actions: Qt.DropAction = COPY) -> QDropEvent:
    event = QDropEvent(QPointF(5, 5), actions, carried, BUTTON, NO_KEY)
    event.setAccepted(False)
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize(
    ("carried", "promise"),
    [
        (mime("file:///tmp/a.html"), "Drop to add"),
        (mime("file:///tmp/a.html", "file:///tmp/b"), "Drop to add 2"),
        (mime("https://a.example/"), "Drop to fetch the page, or to keep its link"),
        (
            mime("https://a.example/", "https://b.example/"),
            "Drop to fetch 2 pages, or to keep their links",
        ),
        (mime(html="<p>Lamp</p>", text="Lamp"), "Drop to keep these words as a clipping"),
        (mime("mailbox:///x"), "Save this as a file first, and drop that"),
    ],
)
def test_the_frame_says_what_will_become_of_it(
    target: Target, carried: QMimeData, promise: str
) -> None:
    assert enter(target, carried).isAccepted()
    assert target.frame.isVisible()
    assert target.frame._promise == promise
    target.frame.grab()
    QApplication.sendEvent(target, QDragLeaveEvent())
    assert not target.frame.isVisible()


def test_a_picture_alone_is_told_to_be_no_page(target: Target) -> None:
    carried = QMimeData()
    carried.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert enter(target, carried).isAccepted()
    assert "picture" in target.frame._promise


def test_nothing_to_take_is_not_taken(target: Target) -> None:
    assert not enter(target, QMimeData()).isAccepted()
    assert not target.frame.isVisible()


def test_what_is_let_go_is_told_and_never_moved(target: Target) -> None:
    enter(target, mime("file:///tmp/a.html"))
    event = drop(target, mime("file:///tmp/a.html"), COPY | Qt.DropAction.MoveAction)
    assert event.isAccepted()
    assert event.dropAction() == COPY
    assert not target.frame.isVisible()
    assert [one.files for one in target.dropped] == [(Path("/tmp/a.html"),)]


def test_a_link_that_may_only_be_linked_is_taken_so(target: Target) -> None:
    enter(target, mime("https://a.example/"), LINK)
    event = drop(target, mime("https://a.example/"), LINK)
    assert event.dropAction() == LINK
    assert [one.what for one in target.dropped] == [What.ADDRESS]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_takes_words_and_leaves_files_to_the_window(
    target: Target, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    field = kind(target)
    TextAlone(field)
    inner = field.viewport() if isinstance(field, QPlainTextEdit) else field
    TextAlone(inner)
    field.show()
    assert enter(inner, mime(text="lamp")).isAccepted()
    enters = enter(inner, mime("file:///tmp/a.html", text="/tmp/a.html"))
    assert not enters.isAccepted() or target.frame.isVisible()
    drop(inner, mime("file:///tmp/a.html", text="/tmp/a.html"))
    said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert "a.html" not in said
