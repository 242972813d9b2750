"""The middle of the window: search box, what was found, how it is sorted, and the list."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.clipping import Order
from reader.ui.clipping_list.chips import NarrowingChips
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.order_button import OrderButton
from reader.ui.clipping_list.search_field import SearchField
from reader.ui.clipping_list.view import ClippingView
from reader.ui.elided_label import ElidedLabel
from reader.ui.theme import SANS, Themes, font


class ListPanel(QFrame):
    """Search, narrow, sort and walk the clippings.

    `model` is given ids and cards, `view` is asked what is selected.
    """

    words_changed = Signal(str)
    order_chosen = Signal(Order)
    tag_removed = Signal()
    source_removed = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPanel")
        self.setAccessibleName(self.tr("List of clippings"))
        self.model = ClippingModel(self)
        self.view = ClippingView(self.model, themes, self)
        self._search = SearchField(themes, self)
        self._chips = NarrowingChips(self)
        self._summary = ElidedLabel(self)
        self._summary.setObjectName("summary")
        self._summary.setFont(font(SANS, 12))
        self._order = OrderButton(themes, self)
        self._lay_out()
        self._join()

    @property
    def words(self) -> str:
        return self._search.text()

    def set_words(self, words: str) -> None:
        """Show these words in the search box without telling of them."""
        self._search.set_words(words)
        self._order.offer_best_match(bool(words.strip()))

    def focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def focus_list(self) -> None:
        """Go into the list, and to its first clipping where none is chosen."""
        self.view.setFocus()
        if self.view.current_id is None:
            self.view.select_next()

    def set_total(self, count: int) -> None:
        self._search.set_total(count)

    def show_result(self, ids: Sequence[str]) -> None:
        """Show what a new search found, from its top."""
        self.view.show_result(ids)

    def show_summary(self, text: str) -> None:
        self._summary.setText(text)

    def show_order(self, order: Order) -> None:
        self._order.show_order(order)

    def show_narrowing(self, tag: str, source: str) -> None:
        """What the list is narrowed to, besides its shelf and words."""
        self._chips.show_narrowing(tag, source)

    def set_empty_text(self, text: str) -> None:
        self.view.set_empty_text(text)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 12, 0)
        line.addWidget(self._summary)
        line.addStretch(1)
        line.addWidget(self._order)
        chips = QHBoxLayout()
        chips.setContentsMargins(16, 4, 12, 0)
        chips.addWidget(self._chips)
        search = QHBoxLayout()
        search.setContentsMargins(9, 9, 9, 0)
        search.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(search)
        column.addLayout(chips)
        column.addLayout(line)
        column.addSpacing(4)
        column.addWidget(self.view, 1)
        order = (self._search, self._chips, self._order, self.view)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _join(self) -> None:
        self._search.words_changed.connect(self._on_words_changed)
        self._search.list_wanted.connect(self.focus_list)
        self._order.order_chosen.connect(self.order_chosen)
        self._chips.tag_removed.connect(self.tag_removed)
        self._chips.source_removed.connect(self.source_removed)

    def _on_words_changed(self, words: str) -> None:
        self._order.offer_best_match(bool(words.strip()))
        self.words_changed.emit(words)
