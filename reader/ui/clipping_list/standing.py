"""Where the reader stands in the list, to find the place again when rows have moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

from reader.ui.clipping_list.model import ClippingModel

_ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True)
class Standing:
    """The rows as they were, the one stood on (-1: none), and the first in view.

    `offset` is how many pixels of the first row in view were scrolled away.
    """

    ids: Sequence[str] = ()
    row: int = -1
    top: int = 0
    offset: int = 0

    @property
    def current_id(self) -> str | None:
        return self.ids[self.row] if self.row >= 0 else None

    @property
    def is_scrolled(self) -> bool:
        return self.top > 0 or self.offset > 0

    def places(self) -> Iterator[str]:
        """The clipping stood on, those below it, then those above: the first left is the place."""
        if self.row >= 0:
            yield from self.ids[self.row :]
            yield from reversed(self.ids[: self.row])

    def first_in_view(self) -> Iterator[str]:
        """The first clipping in view, and those that could take its place."""
        yield from self.ids[self.top :]


def standing_of(view: QTableView, model: ClippingModel) -> Standing:
    """Where the reader stands now."""
    top = max(view.rowAt(0), 0)
    offset = view.verticalScrollBar().value() - top * _row_height(view)
    return Standing(model.ids[:], view.currentIndex().row(), top, offset)


def stand_again(view: QTableView, model: ClippingModel, standing: Standing) -> None:
    """Stand where the reader stood, or on what followed it; keep in view what was in view."""
    place = _first_left(model, standing.places())
    if place is not None and model.id_at(view.currentIndex().row()) != standing.current_id:
        stand_on(view, place)
    top = _first_left(model, standing.first_in_view())
    if standing.is_scrolled and top is not None:
        view.updateGeometries()  # else the scroll bar still ends where the rows ended before
        view.verticalScrollBar().setValue(top * _row_height(view) + standing.offset)


def stand_on(view: QTableView, row: int) -> None:
    """Stand on this row, alone selected, if there is one."""
    index = view.model().index(row, 0)
    if index.isValid():
        view.selectionModel().setCurrentIndex(index, _ONE)


def _first_left(model: ClippingModel, ids: Iterable[str]) -> int | None:
    """The row of the first of these that is still in the list."""
    rows = (model.row_of(id_) for id_ in ids)
    return next((row for row in rows if row is not None), None)


def _row_height(view: QTableView) -> int:
    return view.verticalHeader().defaultSectionSize()
