"""Find the clippings that tell of the same as one, and say by which words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from reader.clipping import Clipping, Search
from reader.library.answers import Answers
from reader.results import Related
from reader.search.damage import IndexDamaged
from reader.search.similar import Similar, similar, telling_words
from reader.search.view import View
from reader.store.clippings import Clippings
from reader.store.columns import Columns
from reader.store.facts import on_shelf

if TYPE_CHECKING:
    from reader.search.index import SearchIndex

MOST_SHOWN = 5  # words that both share
_IN_TITLE = 4  # times a word of the title counts


def related(
    id_: str,
    most: int,
    clippings: Clippings,
    answers: Answers,
    index: "Callable[[], SearchIndex]",
) -> tuple[Related, ...]:
    """Empty while the index cannot be asked."""
    clipping = clippings.load(id_)
    columns = answers.columns()
    try:
        left_out = {id_, *clippings.alike(id_)}
        near = _similar(index().view(), clipping, columns, most + len(left_out))
    except IndexDamaged:
        return ()
    named = zip(near, _ids(columns, near), strict=True)
    ids = {one.number: id_of for one, id_of in named if id_of not in left_out}
    found = [one for one in near if one.number in ids][:most]
    cards = {card.id: card for card in clippings.cards([ids[one.number] for one in found])}
    return tuple(
        Related(cards[ids[one.number]], tuple(word.written for word in one.shared[:MOST_SHOWN]))
        for one in found
        if ids[one.number] in cards
    )


def _similar(view: View, clipping: Clipping, columns: Columns, most: int) -> list[Similar]:
    article = clipping.article
    texts = (
        (article.title, _IN_TITLE),
        (article.standfirst, 2),
        (" ".join(article.topics), 1),
        (article.text, 1),
    )
    # Who wrote it where says nothing of what it tells.
    silent = (article.source, article.byline, article.agency, *article.people)
    telling = telling_words(view, texts, silent, article.language)
    if not telling:
        return []
    allowed = on_shelf(columns, Search())
    places = np.append(allowed, False)[columns.rows_of(view.numbers)]
    return similar(view, telling, places, most)


def _ids(columns: Columns, found: list[Similar]) -> list[str]:
    rows = columns.rows_of(np.array([one.number for one in found], np.int64))
    return [str(columns.ids[row]) for row in rows.tolist()]
