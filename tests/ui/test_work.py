"""Work under way: pausing it, and what the window tells of it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from reader.errors import Cancelled
from reader.ui.messages import Messages
from reader.ui.pace import Speed
from reader.ui.theme import Themes
from reader.ui.work import Work
from reader.ui.work_details import WorkDetails
from reader.ui.work_words import say_count, say_left, say_rate, say_time


@pytest.fixture
def messages(themes: Themes, qtbot: QtBot) -> Iterator[Messages]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Messages()
    window.statusBar().addWidget(made, 1)
    window.resize(1100, 500)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def button(messages: Messages, name: str) -> QPushButton:
    found = messages.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(messages: Messages) -> str:
    return " | ".join(one.text() for one in messages.findChildren(QLabel) if one.isVisible())


def begun(work: Work) -> threading.Thread:
    """Count up to a million on another thread, until somebody stops it."""

    def count() -> None:
        try:
            for done in range(1_000_000):
                work.report(done, 1_000_000, "a.html")
        except Cancelled:
            pass

    thread = threading.Thread(target=count)
    thread.start()
    return thread


def test_paused_work_stands_still_until_it_is_to_go_on(qtbot: QtBot) -> None:
    work = Work("Adding", can_pause=True)
    work.pause()
    assert work.is_paused
    went_on: list[bool] = []

    def tell_twice() -> None:
        work.report(1, 2, "a.html")
        went_on.append(work.is_paused)
        work.report(2, 2, "b.html")

    thread = threading.Thread(target=tell_twice)
    thread.start()
    qtbot.waitUntil(lambda: work.progress == (1, 2, "a.html"))
    assert not went_on
    work.go_on()
    thread.join(10)
    assert went_on == [False]
    assert work.progress == (2, 2, "b.html")


def test_paused_work_can_be_cancelled(qtbot: QtBot) -> None:
    work = Work("Adding", can_pause=True)
    work.pause()
    thread = begun(work)
    with qtbot.waitSignal(work.cancel_asked):
        work.cancel()
    thread.join(10)
    assert not thread.is_alive()
    assert not work.is_paused
    work.pause()
    assert not work.is_paused


def test_what_cannot_be_paused_is_not() -> None:
    work = Work("Making the index")
    work.pause()
    assert not work.is_paused


def test_a_total_that_is_known_beforehand_fills_in_for_none() -> None:
    work = Work("Adding", expected=340)
    assert work.progress == (0, 340, "")
    work.set_progress(2, 0, "a.html")
    work.set_progress(3, 0)
    assert work.progress == (3, 340, "a.html")
    work.set_progress(3, 12)
    assert work.progress == (3, 12, "a.html")


def test_the_line_pauses_and_goes_on(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding", can_pause=True)
    pause = button(messages, "pauseWork")
    assert pause.accessibleName() == "Pause: Adding"
    press(pause)
    assert work.is_paused
    assert pause.text() == "Go On"
    assert "Paused" in shown(messages)
    press(pause)
    assert not work.is_paused
    assert "Paused" not in shown(messages)


def test_what_cannot_be_paused_offers_no_pause(messages: Messages) -> None:
    messages.start_work("Making the index")
    assert not button(messages, "pauseWork").isVisible()


def test_a_count_of_nobody_knows_how_many_stands_alone(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding")
    work.set_progress(1204, 0)
    qtbot.waitUntil(lambda: "1,204" in shown(messages))
    assert " of " not in shown(messages)


def details_of(messages: Messages) -> WorkDetails:
    found = messages.window().findChildren(WorkDetails)[-1]
    assert isinstance(found, WorkDetails)
    return found


def test_a_click_tells_more_of_each_work(messages: Messages, qtbot: QtBot) -> None:
    first = messages.start_work("Adding", can_pause=True)
    first.set_progress(240, 3000, "long.html")
    second = messages.start_work("Making the index")
    press(button(messages, "workMore"))
    details = details_of(messages)
    said = [one.text() for one in details.findChildren(QLabel)]
    assert {"Adding", "Making the index", "long.html", "240 of 3,000", "Time left"} <= set(said)
    (pause,) = (
        one
        for one in details.findChildren(QPushButton)
        if one.text() == "Pause" and not one.isHidden()
    )
    press(pause)
    assert first.is_paused
    assert pause.text() == "Go On"
    press(pause)
    assert not first.is_paused
    second.finish()
    qtbot.waitUntil(lambda: "Making the index" not in
                    [one.text() for one in details.findChildren(QLabel)])  # fmt: skip
    cancel = next(one for one in details.findChildren(QPushButton) if one.text() == "Cancel")
    press(cancel)
    assert first.is_cancelled.is_set()
    with qtbot.waitSignal(details.destroyed):
        first.finish()


def test_a_click_beside_the_buttons_tells_more_too(messages: Messages, qtbot: QtBot) -> None:
    work = messages.start_work("Adding")
    QTest.mouseClick(messages._work, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(details_of(messages).destroyed):
        QTest.keyClick(details_of(messages), Qt.Key.Key_Escape)
    assert messages._work._details is None
    work.finish()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3, "a few seconds"),
        (23, "25 s"),
        (56, "1 min"),
        (149, "2 min"),
        (3599, "1 h"),
        (3600 * 2 + 60 * 34, "2 h 35 min"),
        (3600 * 2 + 60 * 58, "3 h"),
    ],
)
def test_a_time_is_as_exact_as_one_wants_it(seconds: float, said: str) -> None:
    assert say_time(seconds) == said


@pytest.mark.parametrize(
    ("rate", "said"),
    [(None, ""), (123.4, "123 a second"), (2.04, "2.0 a second"), (0.2, "12 a minute")],
)
def test_slow_work_is_counted_by_the_minute(rate: float | None, said: str) -> None:
    assert say_rate(Speed(rate)) == said


def test_a_count_never_passes_its_total() -> None:
    assert say_count(12, 10) == "10 of 10"
    assert say_count(0, 0) == ""


def test_work_that_stops_has_no_time_left() -> None:
    work = Work("Adding")
    assert say_left(work) == ""
    work.cancel()
    assert say_left(work) == ""
