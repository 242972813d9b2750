"""A window over a library, shown offscreen and closed after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_made import SitDown, Sitting

from reader.paths import resources_folder
from reader.ui.theme import Themes, load_fonts


@pytest.fixture
def sit_down(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[SitDown]:
    """Start the program on one and the same folder, as often as is asked."""
    load_fonts(resources_folder())
    themes = Themes(resources_folder())
    themes.choose("paper")
    sittings: list[Sitting] = []

    def start() -> Sitting:
        sittings.append(Sitting(tmp_path / "own", themes, qtbot))
        return sittings[-1]

    yield start
    for sitting in sittings:
        sitting.end()


@pytest.fixture
def sitting(sit_down: SitDown) -> Sitting:
    return sit_down()
