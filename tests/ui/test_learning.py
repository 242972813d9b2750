"""The window learns what recurs while it is idle, and ends that when it is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import STORY, story_page, write
from pytestqt.qtbot import QtBot

from reader.clipping import Search
from reader.library.library import Library
from reader.ui.indexing import Indexing
from reader.ui.messages import Messages
from reader.ui.tasks import Tasks

BOX = "The Marrow Post is written by the people of the coast for the people of the coast."


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


@pytest.fixture
def indexing(library: Library, tasks: Tasks, qtbot: QtBot) -> Indexing:
    messages = Messages()
    qtbot.addWidget(messages)
    return Indexing(library, tasks, messages)


@pytest.fixture
def ids(library: Library, tmp_path: Path) -> set[str]:
    """Three stories of one source, with the same box in each."""
    head = '<meta property="og:site_name" content="The Marrow Post">'
    for name in ("Anna", "Berta", "Clara"):
        told = [f"{name} has {one}" for one in STORY]
        made = story_page(f"Ship {name}", told[0], BOX, *told[1:], head=head)
        write(tmp_path / "pages" / f"{name}.html", made)
    return {one.id for one in library.add([tmp_path / "pages"])}


def test_what_recurs_is_learned_and_told(
    library: Library, indexing: Indexing, ids: set[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(indexing.learned) as told:
        indexing.update()
    assert told.args is not None
    assert told.args[0].remade == ids
    assert library.find(Search("coast")).ids == ()
    assert set(library.find(Search("furniture")).ids) == ids


def test_a_closed_window_learns_no_more(
    library: Library, indexing: Indexing, tasks: Tasks, ids: set[str], qtbot: QtBot
) -> None:
    indexing.stop()
    indexing.update()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert set(library.find(Search("coast")).ids) == ids
    assert library.learn().remade == ids
