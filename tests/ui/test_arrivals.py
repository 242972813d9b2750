"""What is kept for the report, and how it opens."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from window_made import Sitting

from reader.clipping import Outcome, Status
from reader.ui.arrivals import joined
from reader.ui.dialogs.import_report import ImportReport

ADDED = Outcome(Path("/in/a.html"), Status.ADDED, "1", "A")
FAILED = Outcome(Path("/in/b.html"), Status.FAILED, reason="b.html holds no text.")
KNOWN = replace(ADDED, status=Status.DUPLICATE)


class Desktop(QObject):
    """Stands for what opens folders."""

    asked = Signal(str)

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.emit(url.toLocalFile())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # no bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_latest_stand_first() -> None:
    other = replace(ADDED, path=Path("/in/c.html"), id="3")
    assert joined((ADDED,), (other,)) == (other, ADDED)


def test_what_failed_is_told_anew_when_it_is_tried_again() -> None:
    mended = replace(FAILED, status=Status.ADDED, id="2", reason="")
    assert joined((ADDED, FAILED), (mended,)) == (mended, ADDED)
    assert joined((FAILED,), (FAILED,)) == (FAILED,)


def test_what_failed_elsewhere_stays() -> None:
    assert joined((FAILED,), (ADDED,)) == (ADDED, FAILED)


def test_what_came_in_is_not_told_of_as_here_already() -> None:
    assert joined((ADDED,), (KNOWN,)) == (ADDED,)
    assert joined((), (KNOWN,)) == (KNOWN,)
    assert joined((ADDED,), (replace(KNOWN, id="9"),)) == (replace(KNOWN, id="9"), ADDED)


def test_an_open_report_learns_what_comes_next(sitting: Sitting) -> None:
    arrivals = sitting.window._arrivals
    arrivals.take_outcomes([ADDED])
    arrivals.open_report()
    arrivals.open_report()
    (report,) = sitting.window.findChildren(ImportReport)
    arrivals.take_outcomes([FAILED])
    assert len(report._outcomes.outcomes) == 2
    arrivals.open_failures()
    assert [one.status for one in report._outcomes.outcomes] == [Status.FAILED]


def test_the_folder_of_a_file_is_shown(sitting: Sitting, desktop: Desktop, tmp_path: Path) -> None:
    sitting.window._arrivals.take_outcomes([replace(ADDED, path=tmp_path / "a.html")])
    sitting.window._arrivals.open_report()
    (report,) = sitting.window.findChildren(ImportReport)
    with sitting._qtbot.waitSignal(desktop.asked) as told:
        report._on_folder()
    assert told.args == [str(tmp_path)]
