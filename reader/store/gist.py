"""Gist: what of an article is compared with others, worked out where it was cleaned."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.store.sketch import shingles

if TYPE_CHECKING:
    from reader.store.sketch import Runs

SHORTEST = 40  # letters of a block; what is shorter may well be said in two stories


@dataclass(frozen=True, eq=False)
class Gist:
    """The runs of words that tell of nearly the same text, and the names of the long blocks."""

    runs: "Runs"
    blocks: tuple[str, ...]


def gist_of(article: Article) -> Gist:
    return Gist(shingles(article.text), tuple(long_blocks(article.html)))


def long_blocks(html: str) -> list[str]:
    """The names of a body's blocks that are long enough to be known again."""
    from reader.articles.blocks import spoken_blocks
    from reader.articles.measure import length

    # Most are long as they stand; `length` tells how much others say that need few letters.
    return [
        name
        for name, _, spoken in spoken_blocks(html)
        if len(spoken) >= SHORTEST or length(spoken) >= SHORTEST
    ]
