"""The status line: messages that fade, undo, long work."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QPropertyAnimation, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from reader.errors import CannotOpenPage
from reader.ui import messages as messages_module
from reader.ui.elided_label import ElidedLabel
from reader.ui.messages import Messages
from reader.ui.theme import Themes
from reader.ui.work import Work


@pytest.fixture
def messages(themes: Themes, qtbot: QtBot) -> Iterator[Messages]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Messages()
    window.statusBar().addWidget(made, 1)
    window.resize(900, 300)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def button(messages: Messages, name: str) -> QPushButton:
    found = messages.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def bar(messages: Messages) -> QProgressBar:
    found = messages.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def shown(messages: Messages) -> str:
    return (
        " | ".join(label.text() for label in messages.findChildren(QLabel) if label.isVisible())
        .replace("\u2068", "")
        .replace("\u2069", "")
    )


def test_the_total_stands_until_it_is_taken_away(messages: Messages) -> None:
    messages.show_total("4,310 clippings")
    assert shown(messages).startswith("4,310 clippings")
    messages.show_total("")
    assert "4,310" not in shown(messages)


def test_a_message_fades_after_a_while(messages: Messages, qtbot: QtBot) -> None:
    messages._clock.setInterval(1)
    messages.say("Archived one clipping.")
    assert messages.message == "Archived one clipping."
    qtbot.waitUntil(lambda: messages.message == "")


def test_a_message_goes_at_once_where_less_motion_is_wished(
    messages: Messages, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = type(messages.style())
    monkeypatch.setattr(style, "styleHint", lambda *_args: 0)
    messages.say("Gone.")
    messages._on_time_over()
    assert messages.message == ""


def test_a_new_message_stays_although_the_old_one_was_fading(
    messages: Messages, qtbot: QtBot
) -> None:
    messages.say("Old.")
    messages._on_time_over()
    messages.keep("New.")
    assert messages._fade.state() is QPropertyAnimation.State.Stopped
    assert messages._effect.opacity() == 1.0
    assert messages.message == "New."


def test_an_error_says_its_sentence_and_stays(messages: Messages) -> None:
    messages.tell(CannotOpenPage("page.html holds no text."))
    assert messages.message == "page.html holds no text."
    assert not messages._clock.isActive()


def test_undo_undoes_once(messages: Messages, qtbot: QtBot) -> None:
    undone: list[str] = []
    messages.say("Deleted “Strike ends”.", undo=lambda: undone.append("strike"))
    undo = button(messages, "undo")
    assert undo.isVisible()
    assert undo.accessibleName() == "Undo: Deleted “Strike ends”."
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    undo.click()
    assert undone == ["strike"]
    assert messages.message == ""
    assert not undo.isVisible()


def test_an_offer_stays_and_has_a_button_of_its_own(messages: Messages) -> None:
    done: list[str] = []
    messages.offer("12 are older", "Clean Again", lambda: done.append("cleaned"))
    offered = button(messages, "undo")
    assert (offered.text(), offered.accessibleName()) == (
        "Clean Again",
        "Clean Again: 12 are older",
    )
    assert not messages._clock.isActive()
    QTest.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert done == ["cleaned"]
    messages.say("Deleted.", undo=lambda: None)
    assert offered.text() == "Undo"


def test_the_line_is_as_high_with_buttons_as_without(messages: Messages) -> None:
    before = messages.sizeHint().expandedTo(messages.minimumSize()).height()
    messages.say("Deleted.", undo=lambda: None)
    messages.start_work("Adding files")
    assert messages.sizeHint().expandedTo(messages.minimumSize()).height() == before


def test_a_message_without_undo_offers_none(messages: Messages) -> None:
    messages.say("One.", undo=lambda: None)
    messages.say("Two.")
    assert not button(messages, "undo").isVisible()


def test_undo_does_not_fade_under_the_hand(messages: Messages, qtbot: QtBot) -> None:
    messages.say("Deleted.", undo=lambda: None)
    button(messages, "undo").setFocus()
    messages._clock.stop()
    messages._on_time_over()
    assert messages.message == "Deleted."
    assert messages._clock.isActive()
    at = QPointF(5, 5)
    QApplication.sendEvent(messages, QEnterEvent(at, at, at))
    assert messages._clock.remainingTime() > messages_module.FADES_AFTER - 2000


def test_a_message_is_announced_to_screen_readers(
    messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        messages_module,
        "QAccessible",
        type("Q", (), {"updateAccessibility": lambda event: said.append(event.message())}),
    )
    messages.say("Archived.")
    messages.say("")
    assert said == ["Archived."]


def test_a_message_can_be_read_by_screen_readers_later_too(messages: Messages) -> None:
    messages.say("Archived.")
    labels = messages.findChildren(ElidedLabel)
    read = [QAccessible.queryAccessibleInterface(label) for label in labels]
    assert "Archived." in [one.text(QAccessible.Text.Name) for one in read]


def test_markup_in_a_message_is_text(messages: Messages) -> None:
    messages.say("<b>bold</b> &amp;")
    assert "<b>bold</b> &amp;" in shown(messages)
    wide = ElidedLabel()
    wide.setText("<b>bold</b> &amp;")
    assert wide.textFormat() is Qt.TextFormat.PlainText


def test_long_work_shows_how_far_it_is(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding files")
    work.set_progress(12, 1340, "harbour.html")
    qtbot.waitUntil(lambda: "12 of 1,340 | harbour.html" in shown(messages))
    assert "Adding files" in shown(messages)
    assert (bar(messages).value(), bar(messages).maximum()) == (12, 1340)
    work.finish()
    assert not bar(messages).isVisible()


def test_a_misleading_name_stays_on_the_line(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding files")
    work.set_progress(1, 2, "bad\nname\u202elmth.exe")
    qtbot.waitUntil(lambda: "1 of 2 | bad↵name�lmth.exe" in shown(messages))


def test_work_without_a_total_runs_to_and_fro(messages: Messages) -> None:
    messages.start_work("Looking for pages")
    assert bar(messages).isVisible()
    assert bar(messages).maximum() == 0


def test_the_latest_of_several_works_shows(messages: Messages) -> None:
    first = messages.start_work("First")
    second = messages.start_work("Second")
    assert "Second" in shown(messages)
    second.finish()
    assert "First" in shown(messages)
    first.finish()
    first.finish()
    assert not bar(messages).isVisible()


def test_cancel_asks_once_and_says_that_it_stops(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding files")
    asked: list[int] = []
    work.cancel_asked.connect(lambda: asked.append(1))
    cancel = button(messages, "cancelWork")
    assert cancel.accessibleName() == "Cancel: Adding files"
    with qtbot.waitSignal(work.cancel_asked):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    work.cancel()
    assert asked == [1]
    assert work.is_cancelled.is_set()
    assert "Stopping…" in shown(messages)
    assert not cancel.hasFocus()
    assert not cancel.isEnabled()
    work.finish()
    messages.start_work("Next")
    assert cancel.isEnabled()


def test_progress_told_on_another_thread_arrives(messages: Messages, qtbot: QtBot) -> None:
    work: Work = messages.start_work("Adding files")

    def add() -> None:
        for done in range(5000):
            work.set_progress(done, 5000, f"{done}.html")
        work.finish()

    thread = threading.Thread(target=add)
    with qtbot.waitSignal(work.finished):
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: not bar(messages).isVisible())


def test_the_line_gives_way_to_long_names(messages: Messages, qtbot: QtBot) -> None:
    messages.show_total("4,310 clippings")
    messages.say("Could not read " + "a very long name " * 40)
    work = messages.start_work("Adding files")
    work.set_progress(1, 2, "name" * 60)
    qtbot.waitUntil(lambda: "1 of 2" in shown(messages))
    assert messages.window().width() <= 900
    assert button(messages, "cancelWork").visibleRegion().boundingRect().width() > 20


def test_a_cut_line_says_all_of_itself_in_its_tip(themes: Themes, qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("two\nlines of words")
    label.resize(40, 20)
    label.grab()
    assert label.toolTip() == "two\nlines of words"
    label.resize(label.sizeHint() + label.sizeHint())
    label.grab(label.rect().translated(QPoint(0, 0)))
    assert label.toolTip() == ""
