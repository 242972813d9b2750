"""Where garbage is collected."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.garbage import Sweeper


class Knot:
    """Something that only the collector can free; it tells which thread did."""

    def __init__(self, freed_by: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_by.append(threading.current_thread()))


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    made = Sweeper()
    yield made
    made.stop()


def test_garbage_is_freed_on_the_gui_thread_though_a_worker_allocates(
    sweeper: Sweeper, qtbot: QtBot
) -> None:
    freed_by: list[threading.Thread] = []

    def work() -> None:
        for _ in range(5_000):
            Knot(freed_by)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert freed_by == []

    qtbot.waitUntil(lambda: bool(freed_by), timeout=20_000)
    assert set(freed_by) == {threading.main_thread()}


def test_nothing_is_collected_while_there_is_little(sweeper: Sweeper) -> None:
    gc.collect()
    freed_by: list[threading.Thread] = []
    Knot(freed_by)
    sweeper.sweep()
    assert freed_by == []


def test_python_collects_by_itself_again_in_the_end(qapp: QApplication) -> None:
    sweeper = Sweeper()
    assert not gc.isenabled()
    freed_by: list[threading.Thread] = []
    Knot(freed_by)
    sweeper.stop()
    assert gc.isenabled()
    assert freed_by
