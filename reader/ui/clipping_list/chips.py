"""Chips under the search box: what the list is narrowed to, and what it can be narrowed to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.clipping import Facet, Narrowing
from reader.results import FacetCounts, FacetValue
from reader.ui.clipping_list.chip import Chip
from reader.ui.clipping_list.facet_names import FacetNames
from reader.ui.numbers import grouped

_BETWEEN = 6
_BELOW = 6
_ROWS = 2
_OFFERED = 8  # more than stand in two rows
_WIDEST = 0.62  # of the row, for a name that is long


@dataclass(frozen=True)
class _Sign:
    """What a chip shows, and what it does when it is pressed."""

    name: str
    press: Callable[[], object]
    count: str = ""
    is_chosen: bool = False
    is_fixed: bool = False  # stands even where there is no room


class NarrowingChips(QWidget):
    """What is chosen stands first and always; what is offered has what room is left."""

    tag_removed = Signal()
    source_removed = Signal()
    toggled = Signal(Facet, str)
    all_removed = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Narrow the result"))
        self._names = FacetNames(self)
        self._tag = ""
        self._source = ""
        self._narrowed: tuple[Narrowing, ...] = ()
        self._facets: tuple[FacetCounts, ...] = ()
        self._signs: list[_Sign] = []
        self._chips: list[Chip] = []
        self._add_chip()  # what comes late would be reached last of all by Tab
        self.hide()

    @property
    def first(self) -> QWidget:
        """Where Tab stops; the arrows lead to the others."""
        return self._chips[0]

    def show_narrowing(self, tag: str, source: str, narrowed: Sequence[Narrowing] = ()) -> None:
        """What the list is narrowed to, besides its shelf and words."""
        self._tag, self._source, self._narrowed = tag, source, tuple(narrowed)
        self._show()

    def show_facets(self, facets: Sequence[FacetCounts]) -> None:
        """What the list can be narrowed to."""
        self._facets = tuple(facets)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _show(self) -> None:
        focused = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        name = self._signs[focused].name if 0 <= focused < len(self._signs) else ""
        self._signs = [*self._chosen(), *self._offered()]
        while len(self._chips) < len(self._signs):
            self._add_chip()
        for number, chip in enumerate(self._chips):
            if number < len(self._signs):
                sign = self._signs[number]
                show = chip.show_chosen if sign.is_chosen else chip.show_offered
                show(sign.name, sign.count)
        self._place()
        self.setVisible(bool(self._signs))
        if focused >= 0:
            self._focus_again(name, focused)

    def _chosen(self) -> list[_Sign]:
        signs = []
        if self._source:
            signs.append(_Sign(self._source, self.source_removed.emit, "", True, True))
        if self._tag:
            signs.append(_Sign(f"#{self._tag}", self.tag_removed.emit, "", True, True))
        counts = {
            (one.facet, value.value): value.count for one in self._facets for value in one.values
        }
        for one in self._narrowed:
            count = counts.get((one.facet, one.value), 0)
            signs.append(self._sign(one.facet, one.value, count, is_chosen=True))
        if len(self._narrowed) > 1:
            signs.append(_Sign(self.tr("Clear all"), self.all_removed.emit, is_fixed=True))
        return signs

    def _offered(self) -> list[_Sign]:
        if not self._facets:
            return []
        picked = _pick(self._facets, self._tag, self._source)
        more = _Sign(self.tr("More…"), self.more_asked.emit, is_fixed=True)
        return [*(self._sign(facet, one.value, one.count) for facet, one in picked), more]

    def _sign(self, facet: Facet, value: str, count: int, *, is_chosen: bool = False) -> _Sign:
        def press() -> None:
            self.toggled.emit(facet, value)

        shown = grouped(count) if count else ""
        # A year beside its count would read as one number.
        count_shown = f"· {shown}" if facet is Facet.YEAR and shown else shown
        return _Sign(self._names.short(facet, value), press, count_shown, is_chosen, is_chosen)

    def _add_chip(self) -> None:
        chip, number = Chip(self), len(self._chips)
        chip.clicked.connect(lambda: self._signs[number].press())
        chip.stepped.connect(lambda by: self._step(number, by))
        self._chips.append(chip)

    def _place(self) -> None:
        """Row by row; what is offered goes where there is no room in the rows there may be."""
        width = self.width()
        shown = self._fitting(width)
        x, y, height = 0, 0, 0
        for number, chip in enumerate(self._chips):
            chip.setVisible(number in shown)
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus
                if number == min(shown, default=-1)
                else Qt.FocusPolicy.ClickFocus
            )
        for number in shown:
            chip = self._chips[number]
            size = chip.sizeHint()
            taken = min(size.width(), self._widest(width))
            if x and x + taken > width:
                x, y = 0, y + height + _BETWEEN
            height = size.height()
            place = QRect(x, y, taken, height)
            if self.isRightToLeft():
                place.moveLeft(width - x - taken)
            chip.setGeometry(place)
            x += taken + _BETWEEN
        self.setFixedHeight(y + height + _BELOW if shown else 0)

    def _fitting(self, width: int) -> list[int]:
        """The chips that stand, in their order: offered ones go from the end until all fit."""
        shown = list(range(len(self._signs)))
        while self._rows(shown, width) > _ROWS:
            free = [number for number in shown if not self._signs[number].is_fixed]
            if not free:
                break
            shown.remove(free[-1])
        return shown

    def _rows(self, shown: Sequence[int], width: int) -> int:
        rows, x = 1, 0
        for number in shown:
            taken = min(self._chips[number].sizeHint().width(), self._widest(width))
            if x and x + taken > width:
                rows, x = rows + 1, 0
            x += taken + _BETWEEN
        return rows

    def _widest(self, width: int) -> int:
        return max(round(width * _WIDEST), 60)

    def _step(self, number: int, by: int) -> None:
        shown = [n for n in range(len(self._signs)) if not self._chips[n].isHidden()]
        at = (shown.index(number) + by) % len(shown) if number in shown else 0
        self._chips[shown[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_again(self, name: str, number: int) -> None:
        """The keys stay on the name that was pressed, wherever it stands now."""
        names = [sign.name for sign in self._signs]
        at = names.index(name) if name in names else min(number, len(names) - 1)
        if at >= 0 and not self._chips[at].isHidden():
            self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)


def _pick(facets: Sequence[FacetCounts], tag: str, source: str) -> list[tuple[Facet, FacetValue]]:
    """The most telling values, one of each facet in turn; what all have would narrow nothing."""
    queues = []
    for one in facets:
        free = [value for value in one.values if not value.is_chosen]
        free = [value for value in free if value.value not in (tag, source)]
        if len(one.values) > 1 and free:
            queues.append([(one.facet, value) for value in free])
    picked: list[tuple[Facet, FacetValue]] = []
    for turn in range(_OFFERED):
        picked += [queue[turn] for queue in queues if turn < len(queue)]
    return picked[:_OFFERED]
