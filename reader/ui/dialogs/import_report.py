"""Show what became of each page that was to come in."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.clipping import Outcome, Status
from reader.ui.dialogs.outcomes_model import OutcomeRole, OutcomesModel, may_be_tried_again
from reader.ui.dialogs.outcomes_table import OutcomesTable
from reader.ui.dialogs.report_acts import AGAIN, CLOSE, COPY, FOLDER, OPEN, SAVE, ReportActs
from reader.ui.dialogs.segments import Segments
from reader.ui.file_names import shown_path, shown_text
from reader.ui.numbers import grouped
from reader.ui.theme import SERIF, font

STATUSES = (None, *Status)


class ImportReport(QDialog):
    """A table that stays open beside the work; the chosen row's reason stands below, whole."""

    clipping_opened = Signal(str)
    folder_asked = Signal(Path)  # of this file
    try_again_asked = Signal(object)  # the paths

    def __init__(self, outcomes: Iterable[Outcome], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("What came in"))
        self.setModal(False)
        self.resize(900, 540)
        self._outcomes = OutcomesModel(self)
        self._counts = QLabel(self)
        self._counts.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        self._detail = self._make_detail()
        names = [self.tr("All"), *(self._outcomes.name_of(status) for status in Status)]
        self._segments = Segments(names, self)
        self._words = QLineEdit(self)
        self._table = OutcomesTable(self._outcomes, self)
        self._acts = ReportActs(self)
        self._lay_out()
        self._segments.chosen.connect(self._on_narrowed)
        self._words.textChanged.connect(self._on_narrowed)
        self._table.reached.connect(self._on_reached)
        self._table.opened.connect(self._on_opened)
        self._table.selectionModel().selectionChanged.connect(self._show_acts)
        self._table.menu_asked.connect(self._acts.open_menu)
        self._acts.asked.connect(self._on_asked)
        self.show_outcomes(outcomes)
        self._table.setFocus()

    def show_outcomes(self, outcomes: Iterable[Outcome]) -> None:
        self._outcomes.show_outcomes(outcomes)
        self._counts.setText(self._say_counts())
        for at, status in enumerate(STATUSES):
            self._segments.set_enabled(at, status is None or self._outcomes.count(status) > 0)
        status = STATUSES[self._segments.choice]
        if status is not None and not self._outcomes.count(status):
            self._segments.choose(0)
        self._show_acts()

    def show_failures(self) -> None:
        """Show what could not come in alone, with the first reason below."""
        self._segments.choose(STATUSES.index(Status.FAILED))
        self._table.selectRow(0)
        self._table.setFocus()

    def save_table(self, file: Path) -> None:
        """Write the rows that show as CSV."""
        text = self._outcomes.as_table(self._outcomes.outcomes, ",")
        try:
            # The mark at the start tells spreadsheets that this is UTF-8.
            file.write_text(text, encoding="utf-8-sig", errors="backslashreplace")
        except OSError as error:
            said = self.tr("%1 could not be saved: %2.").replace("%1", shown_path(file))
            self._detail.setText(said.replace("%2", error.strerror or str(error)))
            return
        self._detail.setText(self.tr("Saved as %1.").replace("%1", shown_path(file)))

    def _make_detail(self) -> QLabel:
        detail = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        detail.setObjectName("detail")
        detail.setMinimumHeight(42)
        detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return detail

    def _lay_out(self) -> None:
        self._words.setPlaceholderText(self.tr("Filter"))
        self._words.setAccessibleName(self.tr("Filter the files"))
        self._words.setClearButtonEnabled(True)
        self._words.setFixedWidth(220)
        top = QHBoxLayout()
        top.addWidget(self._segments)
        top.addStretch(1)
        top.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(self._counts)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addWidget(self._detail)
        column.addWidget(self._acts)

    def _say_counts(self) -> str:
        said = (
            (Status.ADDED, self.tr("%1 added")),
            (Status.DUPLICATE, self.tr("%1 already there")),
            (Status.VERSION, self.tr("%1 other versions")),
            (Status.FILLED, self.tr("%1 filled in")),
            (Status.PASSED_OVER, self.tr("%1 passed over")),
            (Status.FAILED, self.tr("%1 failed")),
        )
        counts = [(self._outcomes.count(status), words) for status, words in said]
        parts = [words.replace("%1", grouped(count)) for count, words in counts if count]
        return " · ".join(parts) or self.tr("Nothing came in")

    def _on_narrowed(self) -> None:
        self._outcomes.narrow(STATUSES[self._segments.choice], self._words.text())
        self._show_acts()

    def _on_reached(self, outcome: Outcome | None) -> None:
        self._detail.setText(_told(outcome) if outcome else "")
        self._show_acts()

    def _on_opened(self, outcome: Outcome) -> None:
        if outcome.id:
            self.clipping_opened.emit(outcome.id)

    def _show_acts(self) -> None:
        chosen = self._chosen_failed()
        many = len(chosen or self._outcomes.failed)
        self._acts.show_chosen(self._meant(), many_again=many, is_chosen=bool(chosen))

    def _on_asked(self, act: int) -> None:
        {
            OPEN: self._on_open,
            FOLDER: self._on_folder,
            AGAIN: self._on_try_again,
            COPY: self._on_copy,
            SAVE: self._on_save,
            CLOSE: self.close,
        }[act]()

    def _meant(self) -> Outcome | None:
        """The first row that is selected, else the one that is stood on, whose reason shows."""
        stood_on: Outcome | None = self._table.currentIndex().data(OutcomeRole)
        return next(iter(self._table.chosen()), stood_on)

    def _chosen_failed(self) -> list[Outcome]:
        return [one for one in self._table.chosen() if may_be_tried_again(one)]

    def _on_open(self) -> None:
        meant = self._meant()
        if meant is not None:
            self._on_opened(meant)

    def _on_folder(self) -> None:
        meant = self._meant()
        if meant is not None:
            self.folder_asked.emit(meant.path)

    def _on_try_again(self) -> None:
        """Those that failed of the chosen ones, or all that did."""
        again = self._chosen_failed() or self._outcomes.failed
        if again:
            self.try_again_asked.emit(tuple(dict.fromkeys(one.path for one in again)))

    def _on_copy(self) -> None:
        rows = self._table.chosen() or self._outcomes.outcomes
        QGuiApplication.clipboard().setText(self._outcomes.as_table(rows, "\t"))
        self._detail.setText(self.tr("Copied."))

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as CSV"), "import.csv", self.tr("Tables (*.csv)")
        )
        if name:
            self.save_table(Path(name))


def _told(outcome: Outcome) -> str:
    """All that is known of one: where it lies, which page of it, and what there is to say."""
    path = shown_path(outcome.path)
    where = f"{path} › {shown_text(outcome.entry)}" if outcome.entry else path
    return "\n".join(filter(None, (where, outcome.reason or outcome.title)))
