"""Hold what became of each file as rows of a table."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.clipping import Outcome, Status
from reader.ui.file_names import isolated, shown_name, shown_path, shown_text

OutcomeRole = Qt.ItemDataRole.UserRole
FILE, BECAME, SAID = range(3)

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class _Row:
    """A page; what it shows is made when it is first looked at, for there may be very many."""

    outcome: Outcome
    became: str

    @cached_property
    def cells(self) -> tuple[str, str, str]:
        one = self.outcome
        said = one.reason if one.status is Status.FAILED else one.title or one.reason
        return _short_name(one), self.became, " ".join(said.split())

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The cells as they are sorted."""
        return tuple(cell.casefold() for cell in self.cells)

    @cached_property
    def words(self) -> str:
        """All that is searched, as it is searched."""
        one = self.outcome
        said = (one.path.name, one.entry, self.became, one.title, one.reason)
        return "\t".join(said).replace("\n", " ").casefold()


def may_be_tried_again(outcome: Outcome) -> bool:
    """What failed and is a file: what was pasted or fetched has a name alone."""
    return outcome.status is Status.FAILED and outcome.path.is_absolute()


class OutcomesModel(QAbstractTableModel):
    """One page a row, in the order they came or as sorted; narrowed to one status."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._all: list[_Row] = []
        self._counts: Counter[Status] = Counter()
        self._shown: list[_Row] = []
        self._names = {
            Status.ADDED: self.tr("Added"),
            Status.DUPLICATE: self.tr("Already there"),
            Status.VERSION: self.tr("Other version"),
            Status.FILLED: self.tr("Filled in"),
            Status.PASSED_OVER: self.tr("Passed over"),
            Status.FAILED: self.tr("Failed"),
        }
        self._status: Status | None = None
        self._words = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_outcomes(self, outcomes: Iterable[Outcome]) -> None:
        self._all = [_Row(one, self._names[one.status]) for one in outcomes]
        self._counts = Counter(row.outcome.status for row in self._all)
        self._show()

    def narrow(self, status: Status | None, words: str) -> None:
        """Keep the files of one status, or all, whose row holds the words."""
        self._status, self._words = status, words.casefold().strip()
        self._show()

    @property
    def outcomes(self) -> Sequence[Outcome]:
        return tuple(row.outcome for row in self._shown)

    @property
    def failed(self) -> Sequence[Outcome]:
        """Those that could not come in and may be tried again, be they shown or not."""
        return tuple(row.outcome for row in self._all if may_be_tried_again(row.outcome))

    def count(self, status: Status) -> int:
        return self._counts[status]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and index.row() < len(self._shown)):
            return None
        row = self._shown[index.row()]
        if role == OutcomeRole:
            return row.outcome
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == FILE:
            return _whole_name(row.outcome)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("File"), self.tr("What became of it"), self.tr("Title or reason"))[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order) if column >= 0 else None
        self._show()

    def as_table(self, outcomes: Sequence[Outcome], separator: str) -> str:
        """The rows as text, one a line, with the whole path of each file."""
        written = io.StringIO()
        table = csv.writer(written, delimiter=separator, lineterminator="\n")
        names = (self.tr("File"), self.tr("Page in it"), self.tr("What became of it"))
        table.writerow((*names, self.tr("Title"), self.tr("Reason")))
        for one in outcomes:
            cells = (
                shown_path(one.path),
                one.entry,
                self._names[one.status],
                one.title,
                one.reason,
            )
            table.writerow(_harmless(" ".join(cell.split())) for cell in cells)
        return written.getvalue()

    def name_of(self, status: Status) -> str:
        return self._names[status]

    def _show(self) -> None:
        shown = [row for row in self._all if self._is_wanted(row)]
        if self._sorted_by:
            column, order = self._sorted_by
            is_falling = order == Qt.SortOrder.DescendingOrder
            shown.sort(key=lambda row: row.folded[column], reverse=is_falling)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _is_wanted(self, row: _Row) -> bool:
        if self._status and row.outcome.status is not self._status:
            return False
        return not self._words or self._words in row.words


def _short_name(outcome: Outcome) -> str:
    """The file's name, with that of the page in it where it holds several."""
    name = isolated(shown_name(outcome.path))
    return f"{name} › {isolated(shown_text(outcome.entry))}" if outcome.entry else name[1:-1]


def _whole_name(outcome: Outcome) -> str:
    path = shown_path(outcome.path)
    return f"{path}\n{shown_text(outcome.entry)}" if outcome.entry else path


def _harmless(cell: str) -> str:
    # A spreadsheet would run a title that begins like a formula.
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
