"""Show which clippings tell of the same, and by which words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.results import Related
from reader.ui.panels.column_of_rows import ColumnOfRows
from reader.ui.panels.related_card import RelatedCard
from reader.ui.theme import Themes


class RelatedList(ColumnOfRows):
    """A card for each; a click opens its clipping."""

    opened = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self._themes = themes

    def show_related(self, related: Sequence[Related]) -> None:
        self.fill([self._card(one) for one in related])

    def _card(self, related: Related) -> RelatedCard:
        card = RelatedCard(related, self._themes, self)
        card.clicked.connect(lambda: self.opened.emit(related.card.id))
        return card
