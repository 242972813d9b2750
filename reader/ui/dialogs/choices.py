"""Hold what the command palette offers, the best fit first."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.ui.dialogs.fuzzy import Fit, fit, folded, rough_rank

ChoiceRole = Qt.ItemDataRole.UserRole
PlacesRole = Qt.ItemDataRole.UserRole + 1
LOOKED_AT = 300
HIDDEN = 1.0  # less for a name that the row does not show
MOST = 60  # nobody reads further, and a long list is slow to lay out

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Choice:
    """Something the reader can have done; `hint` is its shortcut or what kind of thing it is.

    `also` are other names that it is found by.
    """

    title: str
    hint: str
    run: Callable[[], object]
    also: tuple[str, ...] = ()

    def fit(self, letters: str) -> Fit | None:
        """How well the letters fit its title or, where that is better, another of its names."""
        own = fit(letters, self.title)
        # A hidden name is found by how it begins: letters strewn over it explain nothing.
        others = (fit(letters, name) for name in self.also if _begins_with(name, letters))
        scores = [one.score - HIDDEN for one in others if one is not None]
        if scores and (own is None or max(scores) > own.score):
            return Fit(max(scores))
        return own

    def rough_rank(self, letters: str) -> tuple[int, int] | None:
        """A quick guess at the same, the least the best."""
        ranks = (rough_rank(letters, name) for name in (self.title, *self.also))
        return min((one for one in ranks if one is not None), default=None)


class ChoicesModel(QAbstractListModel):
    """The choices that fit the typed letters."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._found: list[tuple[Choice, Fit]] = []

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self.narrow("")

    def narrow(self, letters: str) -> None:
        """Keep what fits the letters; equal fits stay in the order they were given."""
        fits = ((choice, choice.fit(letters)) for choice in self._likely(letters))
        found = [(choice, how) for choice, how in fits if how]
        self.beginResetModel()
        self._found = sorted(found, key=lambda pair: -pair[1].score)[:MOST]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and index.row() < len(self._found)):
            return None
        choice, how = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.title}, {choice.hint}" if choice.hint else choice.title
        return {ChoiceRole: choice, PlacesRole: how.places}.get(role)

    def _likely(self, letters: str) -> Sequence[Choice]:
        """Of very many, those worth a closer look, in the order they were given."""
        if len(self._choices) <= LOOKED_AT:
            return self._choices
        ranks = ((one.rough_rank(letters), at) for at, one in enumerate(self._choices))
        best = heapq.nsmallest(LOOKED_AT, ((rank, at) for rank, at in ranks if rank))
        return [self._choices[at] for at in sorted(at for _, at in best)]


def _begins_with(name: str, letters: str) -> bool:
    return folded(name).startswith(folded(letters.strip()))
