"""The rows of the facets as Qt wants them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.clipping_list.facet_names import FacetNames
from reader.ui.clipping_list.facet_rows import FacetRow, Kind
from reader.ui.numbers import grouped

Index = QModelIndex | QPersistentModelIndex


class FacetModel(QAbstractListModel):
    """Holds facet rows; there are never so many that a reset would be felt."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = FacetNames(self)
        self._rows: list[FacetRow] = []

    @property
    def rows(self) -> Sequence[FacetRow]:
        return self._rows

    def set_rows(self, rows: Sequence[FacetRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, row: FacetRow) -> QModelIndex:
        """Where the row of this facet and value stands now."""
        for number, one in enumerate(self._rows):
            if one.place == row.place:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.kind is Kind.VALUE:
            return row.value
        return None

    def _label(self, row: FacetRow) -> str:
        if row.kind is Kind.HEADING:
            return self._names.facet(row.facet)
        if row.kind is Kind.MORE:
            return self.tr("%1 more…").replace("%1", grouped(row.count))
        return self._names.value(row.facet, row.value)

    def _spoken(self, row: FacetRow) -> str:
        """The row as a screen reader says it, with its facet and whether it is chosen."""
        if row.kind is not Kind.VALUE:
            return self._label(row)
        name = f"{self._names.facet(row.facet)}: {self._names.short(row.facet, row.value)}"
        chosen = [self.tr("chosen")] if row.is_chosen else []
        return ", ".join([name, grouped(row.count), *chosen])
