"""Block: one paragraph, heading, list item or quote of a dump."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reader.articles.dump.width import UNSPACED

# A word of Chinese is about two signs, one of Japanese or Thai rather more.
_SIGNS_A_WORD = 2

_SENTENCE_END = re.compile(
    r"[.!?…。！？．؟۔।॥։።][\"'”’»«›)\]」』）】*\d¹²³⁰⁴-⁹]{0,3}$|[:;：；]$|[。.][（(].{1,20}[）)]$"
)
_MARKS = re.compile(r"[\W_]+")


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True)
class Block:
    """One block of a dump, in the order of the page; `place` is its number.

    `gap` says whether an empty line stood before it.
    """

    text: str
    kind: Kind = Kind.TEXT
    place: int = 0
    indent: int = 0
    gap: bool = False
    ordered: bool = False
    level: int = 2
    words: int = 0
    plain: str = ""

    @property
    def is_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text[-28:]))


def count_words(text: str) -> int:
    """How many words a text has, in scripts with and without spaces."""
    if text.isascii():
        return len(text.split())
    unspaced = len(UNSPACED.findall(text))
    return (
        len(UNSPACED.sub(" ", text).split()) + unspaced // _SIGNS_A_WORD
        if unspaced
        else len(text.split())
    )


def plain_form(text: str) -> str:
    """The words alone, for finding the same line again."""
    return _MARKS.sub(" ", text.casefold()).strip()
