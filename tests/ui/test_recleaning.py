"""Cleaning again in the window: what it says, and what it can be asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clippings_made import add_stories
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.messages import Messages
from reader.ui.recleaning import Recleaning
from reader.ui.tasks import Tasks


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    made = Messages()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def recleaning(library: Library, tasks: Tasks, messages: Messages) -> Recleaning:
    return Recleaning(library, tasks, messages)


@pytest.fixture
def ids(library: Library, tmp_path: Path) -> list[str]:
    """Three clippings of an older cleaner, whose titles it took for others."""
    made = add_stories(library, tmp_path / "pages", "The lamp", "The boat", "The whale")
    with library._database.writing() as db:
        db.execute("UPDATE clippings SET engine = 0, title = 'Old ' || title")
    return made


def test_what_was_cleaned_is_told(
    recleaning: Recleaning, messages: Messages, ids: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(recleaning.changed) as told:
        recleaning.clean(ids)
    assert told.args is not None
    assert told.args[0].remade == set(ids)
    assert messages.message == "Cleaned 3 clippings again · 3 are others now"


def test_cancelling_says_so_and_keeps_the_offer(
    recleaning: Recleaning, messages: Messages, ids: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(recleaning.outdated_found) as found:
        recleaning.clean(ids)
        recleaning.stop()
    assert messages.message.endswith("the rest was cancelled")
    assert found.args == [True]


def test_the_offer_stands_until_the_last_one_is_clean(
    recleaning: Recleaning, ids: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(recleaning.outdated_found) as found:
        recleaning.clean(ids[:1])
    assert found.args == [True]
    with qtbot.waitSignal(recleaning.outdated_found) as found:
        recleaning.clean_outdated()
    assert found.args == [False]


def test_what_could_not_be_cleaned_is_counted(
    recleaning: Recleaning, messages: Messages, library: Library, ids: list[str], qtbot: QtBot
) -> None:
    digest = library.clipping(ids[0]).original
    (library.folder / "originals" / digest[:2] / f"{digest}.zip").unlink()
    with qtbot.waitSignal(recleaning.changed):
        recleaning.clean(ids)
    assert messages.message == (
        "Cleaned 2 clippings again · 2 are others now"
        " · 1 stays as it was: its page could not be cleaned"
    )


def test_with_nothing_to_clean_that_is_said(recleaning: Recleaning, messages: Messages) -> None:
    recleaning.clean(())
    assert messages.message == "There is nothing to clean again"


def test_a_library_of_this_version_gets_no_offer(
    recleaning: Recleaning, messages: Messages, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(recleaning.outdated_found) as found:
        recleaning.begin()
    assert found.args == [False]
    assert messages.message == ""
