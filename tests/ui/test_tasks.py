"""Work off the GUI thread, and its answers on it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.errors import Cancelled, ReaderError
from reader.ui.tasks import GoOn, Lane, Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


def test_the_answer_comes_back_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    answers: list[threading.Thread] = []

    def done(worked_on: threading.Thread) -> None:
        threads.append(worked_on)
        answers.append(threading.current_thread())

    tasks.run(Lane.READ, threading.current_thread, done)
    assert not tasks.is_idle
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert answers == [threading.main_thread()]
    assert threads[0] is not threading.main_thread()


def test_works_of_one_lane_go_one_after_the_other(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        tasks.run(Lane.WRITE, lambda number=number: order.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert order == list(range(20))


def test_a_read_does_not_wait_behind_an_import(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    tasks.run(Lane.ADD, go_on.wait)
    answers: list[str] = []
    tasks.run(Lane.READ, lambda: "read", answers.append)
    qtbot.waitUntil(lambda: answers == ["read"])
    go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)


def test_of_overtaken_searches_only_the_last_is_answered(tasks: Tasks, qtbot: QtBot) -> None:
    go_on, begun = threading.Event(), threading.Event()
    answers: list[int] = []
    done: list[int] = []
    ended: list[bool] = []

    def first() -> int:
        begun.set()
        go_on.wait()
        done.append(0)
        return 0

    tasks.run(Lane.LIST, first, answers.append, "find")
    begun.wait()
    for number in (1, 2, 3):

        def work(number: int = number) -> int:
            done.append(number)
            return number

        tasks.run(Lane.LIST, work, answers.append, "find", ended.append)
    go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert answers == [3]
    assert done == [0, 3]
    assert ended == [False, False, True]


def test_a_readers_fault_is_told_and_a_bug_breaks(tasks: Tasks, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    broke: list[Exception] = []
    answers: list[object] = []
    ended: list[bool] = []
    tasks.failed.connect(failed.append)
    tasks.broke.connect(broke.append)
    full, bug = ReaderError("The disk is full."), KeyError("bug")
    for error in (full, bug, Cancelled("Enough.")):

        def work(error: Exception = error) -> None:
            raise error

        tasks.run(Lane.WRITE, work, answers.append, ended=ended.append)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert failed == [full]
    assert broke == [bug]
    assert answers == []
    assert ended == [False, False, False]


def test_finishing_waits_for_writes_and_drops_all_else(qapp: QApplication) -> None:
    tasks = Tasks()
    go_on, begun = threading.Event(), threading.Barrier(3)
    done: list[str] = []

    def wait(name: str) -> None:
        begun.wait()
        go_on.wait()
        done.append(name)

    for lane in (Lane.WRITE, Lane.INDEX):
        tasks.run(lane, lambda lane=lane: wait(f"first {lane}"))  # type: ignore[misc]
        tasks.run(lane, lambda lane=lane: done.append(f"second {lane}"))  # type: ignore[misc]
    begun.wait()
    threading.Timer(0.2, go_on.set).start()
    tasks.finish()
    assert "second write" in done
    assert "second index" not in done
    tasks.run(Lane.WRITE, lambda: done.append("too late"))
    assert "too late" not in done


def test_a_search_that_is_overtaken_stops_half_way_and_is_no_fault(
    tasks: Tasks, qtbot: QtBot
) -> None:
    begun, overtaken = threading.Event(), threading.Event()
    answers: list[str] = []
    reached: list[str] = []

    def first(go_on: GoOn) -> str:
        begun.set()
        overtaken.wait()
        go_on()
        reached.append("the end")
        return "first"

    def second(go_on: GoOn) -> str:
        go_on()
        return "second"

    tasks.failed.connect(lambda error: reached.append(str(error)))
    tasks.run_latest(Lane.LIST, first, answers.append, "find")
    begun.wait()
    tasks.run_latest(Lane.LIST, second, answers.append, "find")
    overtaken.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert (answers, reached) == (["second"], [])
