"""The rows of the list: every clipping found, and the cards that have come so far."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.clipping import Card
from reader.ui.addresses import host_of
from reader.ui.clipping_list.last_used import LastUsed
from reader.ui.dates import long_date
from reader.ui.rows import Difference, difference, runs

BATCH = 100
CARDS_KEPT = 4_000
# Beyond this many runs one reset is cheaper than telling of each.
RUNS_TOLD = 200

Index = QModelIndex | QPersistentModelIndex


class ClippingModel(QAbstractTableModel):
    """One row a clipping, told of by id at once and by card when it is wanted.

    `cards_wanted` asks for the cards of rows that are looked at; `put_cards` answers.
    """

    cards_wanted = Signal(list)
    # Around all the rows that one change moves: what follows them waits for the last.
    change_begins = Signal()
    change_done = Signal()

    ClippingRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._rows: dict[str, int] | None = {}
        self._cards: LastUsed[str, Card] = LastUsed(CARDS_KEPT)
        # Cards that came before this search: shown until the new ones are here, for their
        # excerpts no longer fit.
        self._fresh: set[str] = set()
        self._asked: set[str] = set()

    @property
    def ids(self) -> Sequence[str]:
        return self._ids

    def id_at(self, row: int) -> str | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, id_: str) -> int | None:
        if self._rows is None:
            self._rows = dict(zip(self._ids, range(len(self._ids)), strict=True))
        return self._rows.get(id_)

    def card_of(self, id_: str) -> Card | None:
        return self._cards.get(id_)

    def with_cards(self, ids: Iterable[str]) -> list[str]:
        """Those of the ids whose card is here: a change to any other need not be shown."""
        return [one for one in ids if one in self._cards]

    def set_result(self, ids: Sequence[str]) -> None:
        """Show what a new search found."""
        self.beginResetModel()
        self._ids = list(ids)
        self._rows = None
        self._fresh.clear()
        self._asked.clear()
        self.endResetModel()

    def update_result(self, ids: Sequence[str]) -> None:
        """Show what the same search finds now, moving no more than it must."""
        change = difference(self._ids, ids)
        if change is not None and len(change.removed) + len(change.inserted) <= RUNS_TOLD:
            self._apply(change, ids)
            return
        self.change_begins.emit()
        self.beginResetModel()
        self._ids = list(ids)
        self._rows = None
        self.endResetModel()
        self.change_done.emit()

    def insert(self, ids: Sequence[str]) -> None:
        """Put new clippings above the others."""
        news = [one for one in dict.fromkeys(ids) if self.row_of(one) is None]
        self._apply(Difference((), tuple(runs(range(len(news))))), [*news, *self._ids])

    def remove(self, ids: Iterable[str]) -> None:
        rows = [row for one in set(ids) if (row := self.row_of(one)) is not None]
        gone = tuple(reversed(runs(rows)))
        self._apply(Difference(gone, ()), ())

    def put_cards(self, cards: Iterable[Card]) -> None:
        """Take the cards that were asked for, or that changed."""
        changed = []
        for card in cards:
            row = self.row_of(card.id)
            if row is None:
                continue
            self._asked.discard(card.id)
            self._fresh.add(card.id)
            if self._cards.get(card.id) != card:
                self._cards.put(card.id, card)
                changed.append(row)
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def update_cards(self, cards: Iterable[Card]) -> None:
        """Take changed cards, of those alone that are here already."""
        self.put_cards(card for card in cards if card.id in self._cards)

    def want(self, rows: Iterable[int]) -> None:
        """Ask for the cards of these rows that are not here and not on their way."""
        near = [one for row in rows if (one := self.id_at(row)) is not None]
        missing = [one for one in near if one not in self._cards or one not in self._fresh]
        wanted = [one for one in missing if one not in self._asked]
        # What the reader scrolled past is forgotten: it is asked for again if they come back.
        self._asked = set(missing)
        for start in range(0, len(wanted), BATCH):
            self.cards_wanted.emit(wanted[start : start + BATCH])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id_ = self.id_at(index.row()) if index.isValid() else None
        if id_ is None:
            return None
        card = self._cards.get(id_)
        if role == self.ClippingRole:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(card) if card else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(card) if card else self.tr("Loading")
        return None

    def _apply(self, change: Difference, ids: Collection[str]) -> None:
        """Remove and insert runs of rows, telling of each."""
        wanted = list(ids)
        nowhere = QModelIndex()
        self.change_begins.emit()
        for first, last in change.removed:
            self.beginRemoveRows(nowhere, first, last)
            del self._ids[first : last + 1]
            self._rows = None
            self.endRemoveRows()
        for first, last in change.inserted:
            self.beginInsertRows(nowhere, first, last)
            self._ids[first:first] = wanted[first : last + 1]
            self._rows = None
            self.endInsertRows()
        self.change_done.emit()

    def _title(self, card: Card) -> str:
        return card.title or self.tr("Untitled")

    def _spoken(self, card: Card) -> str:
        """The card as a screen reader says it."""
        minutes = self.tr("1 minute") if card.minutes == 1 else self.tr("%1 minutes")
        parts = [
            self._title(card),
            self.tr("unread") if not card.is_read else "",
            self.tr("starred") if card.is_starred else "",
            self.tr("link without text") if card.link else "",
            card.source,
            self._spoken_date(card),
            minutes.replace("%1", str(card.minutes)) if not card.link else host_of(card.link),
            ", ".join(card.tags),
            card.excerpt.text,
        ]
        return ", ".join(part for part in parts if part)

    def _spoken_date(self, card: Card) -> str:
        day = long_date(card.date)
        return day if card.published or not day else self.tr("saved %1").replace("%1", day)
