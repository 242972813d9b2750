"""The middle of the window: search box, what was found, how it is sorted, and the list."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.clipping import Facet, Narrowing, Order
from reader.results import FacetCounts
from reader.ui.clipping_list.chips import NarrowingChips
from reader.ui.clipping_list.facet_panel import FacetPanel
from reader.ui.clipping_list.hint_line import HintLine
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.offer import Offer
from reader.ui.clipping_list.order_button import OrderButton
from reader.ui.clipping_list.search_field import SearchField
from reader.ui.clipping_list.search_help import SearchHelp
from reader.ui.clipping_list.view import ClippingView
from reader.ui.clipping_list.ways_out import WayOut, WaysOut
from reader.ui.elided_label import ElidedLabel
from reader.ui.theme import SANS, Themes, font

_FACETS_SHARE = 0.45  # of the height, at most: the list is to be seen below


class ListPanel(QFrame):
    """Search, narrow, sort and walk the clippings.

    `model` is given ids and cards, `view` is asked what is selected.
    """

    words_changed = Signal(str)
    words_entered = Signal(str)
    offers_wanted = Signal(str, int)
    recent_wanted = Signal()
    recent_forgotten = Signal()
    order_chosen = Signal(Order)
    tag_removed = Signal()
    source_removed = Signal()
    facet_toggled = Signal(Facet, str)
    facets_cleared = Signal()
    facets_opened = Signal()
    save_asked = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPanel")
        self.setAccessibleName(self.tr("List of clippings"))
        self._themes = themes
        self.model = ClippingModel(self)
        self.view = ClippingView(self.model, themes, self)
        self._search = SearchField(themes, self)
        self._help = self._make_help_button()
        self._sheet: SearchHelp | None = None
        self._chips = NarrowingChips(self)
        self._hint = HintLine(self)
        self._summary = ElidedLabel(self)
        self._summary.setObjectName("summary")
        self._summary.setFont(font(SANS, 12))
        self._save = self._make_save_button()
        self._order = OrderButton(themes, self)
        self._facets = FacetPanel(themes, self)
        self._ways = WaysOut(self.view)
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

    def show_narrowing(self, tag: str, source: str, narrowed: Sequence[Narrowing] = ()) -> None:
        """What the list is narrowed to, besides its shelf and words."""
        self._chips.show_narrowing(tag, source, narrowed)

    def show_facets(self, facets: Sequence[FacetCounts], *, are_offered: bool) -> None:
        """What the list can be narrowed to; chips offer it only beside a search."""
        self._chips.show_facets(facets if are_offered else ())
        self._facets.show_facets(facets)

    @property
    def has_open_facets(self) -> bool:
        return not self._facets.isHidden()

    def open_facets(self) -> None:
        """Show all facets above the list, or fold them away."""
        if self.has_open_facets:
            self.close_facets()
            return
        self._facets.setMaximumHeight(round(self.height() * _FACETS_SHARE))
        self._facets.open()
        self.facets_opened.emit()

    def close_facets(self) -> None:
        had_focus = self._facets.hasFocus()
        self._facets.hide()
        if had_focus:
            self.focus_list()

    def show_hint(self, unread: Sequence[str], meant: str, count: int) -> None:
        """What of the words was not understood, and what may have been meant."""
        self._hint.show_hint(unread, meant, count)

    def show_save(self, name: str) -> None:
        """What saving the search would be called now; nothing, where there is none."""
        self._save.setText(name)
        self._save.setVisible(bool(name))

    def save_place(self) -> QPoint:
        """Where on the screen a menu of saving opens."""
        widget = self._search if self._save.isHidden() else self._save
        return widget.mapToGlobal(widget.rect().bottomLeft())

    def show_offers(self, offers: Sequence[Offer], text: str, caret: int) -> None:
        """How the search may go on from this line and caret."""
        self._search.show_offers(offers, text, caret)

    def open_help(self) -> None:
        """Say by examples what a search may say."""
        if self._sheet is None:
            self._sheet = SearchHelp(self)
            self._sheet.example_taken.connect(self._on_example_taken)
        self._sheet.open_under(self._search)

    def set_empty_text(self, text: str, ways: Sequence[WayOut] = ()) -> None:
        """What to say where the list is empty, and what can be tried there."""
        self.view.set_empty_text(text)
        self._ways.show_ways(ways)
        self._place_ways()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_ways()
        self._facets.setMaximumHeight(round(self.height() * _FACETS_SHARE))

    def _place_ways(self) -> None:
        height = self._ways.sizeHint().height()
        top = self.view.empty_text_bottom() + 16
        self._ways.setGeometry(0, top, self.view.viewport().width(), height)

    def _make_help_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("helpButton")
        button.setText("?")
        button.setFont(font(SANS, 13))
        button.setAccessibleName(self.tr("What a search may say"))
        button.setToolTip(self.tr("What a search may say (F1 in the box)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_save_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("link")
        button.setFont(font(SANS, 12))
        button.setToolTip(self.tr("Keep this search on the shelf (Ctrl+Shift+S)"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.hide()
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_row((9, 9, 7, 0), (self._search, self._help), growing=self._search))
        column.addLayout(_row((16, 4, 12, 0), (self._chips,), growing=self._chips))
        line = _row((16, 0, 12, 0), (self._summary,))
        line.addStretch(1)
        line.addWidget(self._save)
        line.addWidget(self._order)
        column.addLayout(line)
        column.addLayout(_row((11, 2, 12, 0), (self._hint,), growing=self._hint))
        column.addWidget(self._facets)
        column.addSpacing(4)
        column.addWidget(self.view, 1)
        order = (
            self._search, self._help, self._chips.first, self._save, self._order, self._hint,
            self._facets, self.view, self._ways,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _join(self) -> None:
        field, chips = self._search, self._chips
        field.words_changed.connect(self._on_words_changed)
        field.list_wanted.connect(self.focus_list)
        field.words_entered.connect(self.words_entered)
        field.offers_wanted.connect(self.offers_wanted)
        field.recent_wanted.connect(self.recent_wanted)
        field.recent_forgotten.connect(self.recent_forgotten)
        field.meant_wanted.connect(self._hint.take)
        field.help_wanted.connect(self.open_help)
        self._help.clicked.connect(self.open_help)
        self._hint.meant_taken.connect(field.setText)
        self._save.clicked.connect(self.save_asked)
        self._order.order_chosen.connect(self.order_chosen)
        chips.tag_removed.connect(self.tag_removed)
        chips.source_removed.connect(self.source_removed)
        chips.toggled.connect(self.facet_toggled)
        chips.all_removed.connect(self.facets_cleared)
        chips.more_asked.connect(self.open_facets)
        self._facets.toggled.connect(self.facet_toggled)
        self._facets.left.connect(self.close_facets)

    def _on_words_changed(self, words: str) -> None:
        self._order.offer_best_match(bool(words.strip()))
        self.words_changed.emit(words)

    def _on_example_taken(self, example: str) -> None:
        self.focus_search()
        self._search.setText(example)


def _row(
    margins: tuple[int, int, int, int], widgets: Sequence[QWidget], growing: QWidget | None = None
) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget, 1 if widget is growing else 0)
    return row
