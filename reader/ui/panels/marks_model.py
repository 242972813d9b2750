"""Hold the highlights of one clipping as rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.clipping import Highlight

HighlightRole = Qt.ItemDataRole.UserRole
UnplacedRole = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MarksModel(QAbstractListModel):
    """Rows of highlights in the order of the text; tells exactly which ones moved."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._highlights: list[Highlight] = []
        self._unplaced: frozenset[str] = frozenset()

    def show_highlights(self, highlights: Iterable[Highlight]) -> None:
        wanted = sorted(highlights, key=_place)
        self._drop_all_but({one.id for one in wanted})
        kept = {one.id for one in self._highlights}
        if [one.id for one in wanted if one.id in kept] != [one.id for one in self._highlights]:
            self.beginResetModel()
            self._highlights = wanted
            self.endResetModel()
            return
        for row, one in enumerate(wanted):
            self._put(row, one)

    def show_unplaced(self, ids: Iterable[str]) -> None:
        before, self._unplaced = self._unplaced, frozenset(ids)
        for row, one in enumerate(self._highlights):
            if (one.id in before) != (one.id in self._unplaced):
                self._tell_changed(row)

    def row_of(self, highlight_id: str) -> int:
        """The row of a highlight, or -1."""
        return next((r for r, one in enumerate(self._highlights) if one.id == highlight_id), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._highlights)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and index.row() < len(self._highlights)):
            return None
        highlight = self._highlights[index.row()]
        if role == HighlightRole:
            return highlight
        if role == UnplacedRole:
            return highlight.id in self._unplaced
        if role == Qt.ItemDataRole.DisplayRole:
            return highlight.quote.exact
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(highlight)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _said(self, highlight: Highlight) -> str:
        parts: Sequence[str] = (
            highlight.quote.exact,
            highlight.note,
            self.tr("not found in the text") if highlight.id in self._unplaced else "",
        )
        return ". ".join(part for part in parts if part)

    def _drop_all_but(self, ids: set[str]) -> None:
        for row in range(len(self._highlights) - 1, -1, -1):
            if self._highlights[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._highlights[row]
                self.endRemoveRows()

    def _put(self, row: int, highlight: Highlight) -> None:
        there = self._highlights[row] if row < len(self._highlights) else None
        if there is None or there.id != highlight.id:
            self.beginInsertRows(QModelIndex(), row, row)
            self._highlights.insert(row, highlight)
            self.endInsertRows()
        elif there != highlight:
            self._highlights[row] = highlight
            self._tell_changed(row)

    def _tell_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


def _place(highlight: Highlight) -> tuple[bool, int, str]:
    """In the order of the text; what has no place in it comes last."""
    return highlight.quote.start < 0, highlight.quote.start, highlight.marked_at
