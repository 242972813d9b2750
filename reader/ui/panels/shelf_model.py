"""The rows of the shelf as Qt wants them, changed no more than they must."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.clipping import Shelf
from reader.ui.numbers import grouped
from reader.ui.panels.shelf_rows import Kind, ShelfRow
from reader.ui.rows import difference

Index = QModelIndex | QPersistentModelIndex
_NAMES = (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)


class ShelfModel(QAbstractListModel):
    """Holds shelf rows; new ones move only what came, went or counts otherwise."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    renamed = Signal(str, str)  # a saved search, by its id

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShelfRow] = []

    @property
    def rows(self) -> Sequence[ShelfRow]:
        return self._rows

    def find(self, kind: Kind, key: str) -> QModelIndex:
        """Where that row is; nowhere, if it is not on the shelf."""
        for number, row in enumerate(self._rows):
            if row.place == (kind, key):
                return self.index(number)
        return QModelIndex()

    def set_rows(self, rows: Sequence[ShelfRow]) -> None:
        old, new = [row.place for row in self._rows], [row.place for row in rows]
        change = difference(old, new)
        if change is None:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        nowhere = QModelIndex()
        for first, last in change.removed:
            self.beginRemoveRows(nowhere, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        for first, last in change.inserted:
            self.beginInsertRows(nowhere, first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        self._replace(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_search = self._rows[index.row()].kind is Kind.SEARCH
        return flags | Qt.ItemFlag.ItemIsEditable if is_search else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a new name; the row has it once the library has."""
        row = self._rows[index.row()]
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == row.label:
            return False
        self.renamed.emit(row.key, name)
        return True

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
        if role == Qt.ItemDataRole.ToolTipRole and row.kind in (Kind.TAG, Kind.SOURCE):
            return row.key
        if role in _NAMES and row.kind is Kind.SEARCH:
            return row.label
        return None

    def _replace(self, rows: Sequence[ShelfRow]) -> None:
        """Take the new counts of rows that stand where they stood."""
        for number, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new:
                self._rows[number] = new
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def _label(self, row: ShelfRow) -> str:
        if row.kind is Kind.SHELF:
            return self._shelf_name(Shelf(row.key))
        if row.kind is Kind.HEADING:
            return self._heading(row.key)
        if row.kind is Kind.MORE:
            return self.tr("%1 more…").replace("%1", grouped(row.count))
        return row.label

    def _heading(self, key: str) -> str:
        names = {
            "searches": self.tr("Saved searches"),
            "tags": self.tr("Tags"),
            "sources": self.tr("Sources"),
        }
        return names[key]

    def _shelf_name(self, shelf: Shelf) -> str:
        names = {
            Shelf.INBOX: self.tr("Inbox"),
            Shelf.ALL: self.tr("All clippings"),
            Shelf.STARRED: self.tr("Starred"),
            Shelf.ARCHIVE: self.tr("Archive"),
            Shelf.MARKS: self.tr("Marks"),
            Shelf.TRASH: self.tr("Trash"),
        }
        return names[shelf]

    def _spoken(self, row: ShelfRow) -> str:
        """The row as a screen reader says it: a tag by its whole name, with what can be opened."""
        parts = [row.key if row.kind is Kind.TAG else self._label(row)]
        if row.count and row.kind is not Kind.MORE:
            parts.append(grouped(row.count))
        if row.has_children:
            parts.append(self.tr("open") if row.is_open else self.tr("closed"))
        return ", ".join(parts)
