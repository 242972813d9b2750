"""Open the sheets on what comes in: the question before, and the report after."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.clipping import Outcome, Status
from reader.library.looking import Recognised
from reader.ui.adding import Adding

if TYPE_CHECKING:
    from reader.ui.dialogs.import_report import ImportReport

MOST_KEPT = 200_000  # outcomes of one session


class Arrivals(QObject):
    """Keeps what came in since the window was opened."""

    clipping_opened = Signal(str)

    def __init__(self, adding: Adding, window: QWidget) -> None:
        super().__init__(window)
        self._adding = adding
        self._window = window
        self._outcomes: tuple[Outcome, ...] = ()
        self._report: ImportReport | None = None

    def take_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Keep what became of these for the report."""
        self._outcomes = joined(self._outcomes, outcomes)[:MOST_KEPT]
        if self._report is not None:
            self._report.show_outcomes(self._outcomes)

    def ask(self, found: Sequence[Recognised]) -> None:
        """Ask which of other programs' libraries are to come in."""
        from reader.ui.dialogs.recognised_sheet import RecognisedSheet

        sheet = RecognisedSheet(found, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.chosen.connect(self._adding.bring_in)
        sheet.open()

    def open_report(self) -> None:
        report = self._report or self._made()
        report.show()
        report.raise_()
        report.activateWindow()

    def open_failures(self) -> None:
        """Show the report at what could not come in."""
        self.open_report()
        if self._report is not None:
            self._report.show_failures()

    def _made(self) -> "ImportReport":
        from reader.ui.dialogs.import_report import ImportReport

        report = ImportReport(self._outcomes, self._window)
        report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        report.clipping_opened.connect(self.clipping_opened)
        report.try_again_asked.connect(self._adding.bring_in)
        report.folder_asked.connect(_open_folder)
        report.finished.connect(self._on_report_closed)
        self._report = report
        return report

    def _on_report_closed(self) -> None:
        self._report = None


def joined(old: Sequence[Outcome], new: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The new ones, then the old ones that still hold.

    What had failed is told anew when it is tried again, and what came in already is not.
    """
    tried = {one.path for one in new}
    kept = [one for one in old if one.status is not Status.FAILED or one.path not in tried]
    known = {(one.path, one.id) for one in kept}
    told = [
        one for one in new if one.status is not Status.DUPLICATE or (one.path, one.id) not in known
    ]
    return (*told, *kept)


def _open_folder(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
