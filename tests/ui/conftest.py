"""Fonts and a theme, as the window has them, and a language that is the same everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_made import Sitting, sittings

from reader.paths import resources_folder
from reader.ui.theme import Themes, load_fonts


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Dates and numbers do not depend on whose machine it is."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts(resources_folder())


@pytest.fixture
def themes(fonts: None) -> Themes:
    made = Themes(resources_folder())
    made.choose("paper")
    return made


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    """The whole window, over a library of its own."""
    for sit_down in sittings(tmp_path / "own", qtbot):
        yield sit_down()
