"""Show where else the text of a clipping was found."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.clipping import Card
from reader.ui.dates import short_date
from reader.ui.file_names import shown_text
from reader.ui.panels.column_of_rows import ColumnOfRows
from reader.ui.panels.side_row import SideRow
from reader.ui.theme import Themes

MOST = 30  # an agency's report may stand in hundreds of papers


class AlsoIn(ColumnOfRows):
    """One row for each: its source and date; a click opens it."""

    opened = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._themes = themes

    def show_cards(self, cards: Sequence[Card]) -> None:
        self.fill([self._row(card) for card in cards[:MOST]])

    def _row(self, card: Card) -> SideRow:
        row = SideRow(self._themes, self)
        row.show_words(shown_text(card.source or card.title), short_date(card.date))
        row.setToolTip(shown_text(card.title))
        row.clicked.connect(lambda: self.opened.emit(card.id))
        return row
