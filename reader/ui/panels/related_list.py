"""Show which clippings tell of the same, and by which words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.results import Related
from reader.ui.panels.related_card import RelatedCard
from reader.ui.theme import Themes


class RelatedList(QWidget):
    """A card for each; a click opens its clipping."""

    opened = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._cards: list[RelatedCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_related(self, related: Sequence[Related]) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one) for one in related]
        for card in self._cards:
            self._column.addWidget(card)

    def _card(self, related: Related) -> RelatedCard:
        card = RelatedCard(related, self._themes, self)
        card.clicked.connect(lambda: self.opened.emit(related.card.id))
        return card
