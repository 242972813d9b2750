"""A window over a library, shown offscreen and closed after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_made import SitDown, Sitting, sittings


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path) -> Iterator[SitDown]:
    yield from sittings(tmp_path / "own", qtbot)


@pytest.fixture
def sitting(sit_down: SitDown) -> Sitting:
    return sit_down()
