"""Correct a cleaned body: leave out blocks, and put back what cleaning left out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.articles.article import Article

if TYPE_CHECKING:
    from reader.articles.blocks import Block

# More than this part of a story is no box that its source sets beside every story.
_MOST_RECURRING = 0.5
# A newer cleaner may cut a block a little otherwise; so much alike, and so long, it is the same.
_ALIKE = 0.85
_SURE = 40


class Wish(StrEnum):
    """What the reader wants done with a block."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True)
class Correction:
    """The reader's wish for one block, by its id and, should its words change, by its `html`.

    A block that cleaning left out stands behind the block `after` ("" is the start) and, among
    others there, in the order of `place`.
    """

    block: str
    wish: Wish
    after: str = ""
    place: int = 0
    html: str = ""


def corrected(
    article: Article, corrections: Sequence[Correction], recurring: Collection[str] = ()
) -> Article:
    """The article as the reader wants it, without the blocks that recur beside its source's."""
    if not corrections and not recurring:
        return article
    from reader.articles.blocks import blocks_of, body_of

    made = blocks_of(article.html)
    shown = corrected_blocks(made, corrections, recurring)
    if shown == made:
        return article
    html = body_of(shown)
    text = "\n\n".join(block.text for block in shown if block.text)
    return replace(article, html=html, text=text)


def corrected_blocks(
    made: "Sequence[Block]", corrections: Sequence[Correction], recurring: Collection[str] = ()
) -> "tuple[Block, ...]":
    """The blocks that show, under the ids they have in the body as it was made."""
    here = {block.id for block in made}
    found = {one.block: _find_again(one, made, here) for one in corrections}
    dropped = left_out_as_recurring(made, recurring)
    dropped |= {found[one.block] for one in corrections if one.wish is Wish.DROP}
    dropped -= {found[one.block] for one in corrections if one.wish is Wish.KEEP}
    returning = [
        one for one in corrections if one.wish is Wish.KEEP and one.html and not found[one.block]
    ]
    if not returning:
        return tuple(block for block in made if block.id not in dropped)
    shown = list(_put_back("", returning))
    for block in made:
        if block.id not in dropped:
            shown.append(block)
        shown += _put_back(block.id, returning)
    lost = [one for one in returning if one.after and one.after not in here]
    shown += _blocks(lost)
    return tuple(shown)


def left_out_as_recurring(made: "Sequence[Block]", recurring: Collection[str]) -> set[str]:
    """Which of the recurring blocks are left out: never the first, never much of the story."""
    found = [block for block in made[1:] if block.id in recurring]
    size = sum(len(block.text) for block in found)
    whole = sum(len(block.text) for block in made)
    return set() if size > _MOST_RECURRING * whole else {block.id for block in found}


def _find_again(correction: Correction, made: "Sequence[Block]", here: Collection[str]) -> str:
    """The id that a corrected block has now; "" where it is not in the body."""
    if correction.block in here:
        return correction.block
    if correction.wish is Wish.KEEP:  # it may well be like another block, and still be wanted
        return ""
    from reader.articles.blocks import spoken_words

    wanted = spoken_words(correction.html)
    if len(wanted) < _SURE:
        return ""
    rated = [(_likeness(wanted, spoken_words(block.html)), block.id) for block in made]
    best = max(rated, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else ""


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _put_back(after: str, returning: Iterable[Correction]) -> "tuple[Block, ...]":
    return _blocks([one for one in returning if one.after == after])


def _blocks(corrections: Iterable[Correction]) -> "tuple[Block, ...]":
    from reader.articles.blocks import Block
    from reader.articles.plain_text import plain_text

    in_order = sorted(corrections, key=lambda one: one.place)
    return tuple(Block(one.block, one.html, plain_text(one.html)) for one in in_order)
