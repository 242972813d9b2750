"""Gist: what of an article is compared with others, worked out where it was cleaned."""

from dataclasses import dataclass

from reader.articles.article import Article
from reader.store.sketch import sketch_of

SHORTEST = 40  # letters of a block; what is shorter may well be said in two stories


@dataclass(frozen=True)
class Gist:
    """The hashes that tell of nearly the same text, and the names of the long blocks."""

    hashes: tuple[int, ...]
    blocks: tuple[str, ...]


def gist_of(article: Article) -> Gist:
    return Gist(sketch_of(article.text), tuple(long_blocks(article.html)))


def long_blocks(html: str) -> list[str]:
    """The names of a body's blocks that are long enough to be known again."""
    from reader.articles.blocks import spoken_blocks
    from reader.articles.measure import length

    return [name for name, _, spoken in spoken_blocks(html) if length(spoken) >= SHORTEST]
