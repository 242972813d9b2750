"""Related clippings beside the article, with the words that both share."""

import pytest
from pytestqt.qtbot import QtBot

from reader.clipping import Card
from reader.results import Related
from reader.ui.panels.related_list import RelatedList
from reader.ui.theme import Themes


@pytest.mark.parametrize("width", [90, 110, 140, 300])
def test_a_card_is_as_high_as_its_lines_need_however_narrow(
    themes: Themes, qtbot: QtBot, width: int
) -> None:
    related = RelatedList(themes)
    qtbot.addWidget(related)
    card = Card("a", "Lighthouse lens", "Port News", "2026-01-02")
    related.show_related([Related(card, ("lens", "Jena"))] * 3)
    related.resize(width, related.heightForWidth(width))
    with qtbot.waitExposed(related):
        related.show()
    for shown in related.rows:
        assert shown.height() >= shown.heightForWidth(shown.width())
