"""Fonts and a theme, as the window has them."""

import pytest
from PySide6.QtWidgets import QApplication

from reader.paths import resources_folder
from reader.ui.theme import Themes, load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts(resources_folder())


@pytest.fixture
def themes(fonts: None) -> Themes:
    made = Themes(resources_folder())
    made.choose("paper")
    return made
