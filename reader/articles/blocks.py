"""Block: one paragraph, heading, list or figure of a body, with an id that outlives re-cleaning."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from reader.articles.cut_words import cut_words, signs_beside
from reader.articles.plain_text import TAG, plain_text
from reader.articles.tags import VOID

ID_LENGTH = 12
_VOID = VOID | {f"/{name}" for name in VOID}
_SIGNS = signs_beside(r"\w")


@dataclass(frozen=True)
class Block:
    """`id` is made from the block's own words, so that the same block has it ever after."""

    id: str
    html: str
    text: str


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of a clean body, in order; equal ones are told apart by their number."""
    return tuple(Block(name, markup, plain_text(markup)) for name, markup in named_blocks(html))


def named_blocks(html: str) -> Iterator[tuple[str, str]]:
    """The id and the markup of each block; sooner had than the blocks themselves."""
    return ((name, markup) for name, markup, _ in spoken_blocks(html))


def spoken_blocks(html: str) -> Iterator[tuple[str, str, str]]:
    """The same, each with its spoken words, which its id is made from."""
    seen: Counter[str] = Counter()
    for markup in _split(html):
        spoken = spoken_words(markup)
        name = _id_of(spoken or markup)
        seen[name] += 1
        yield name + (f"-{seen[name]}" if seen[name] > 1 else ""), markup, spoken


def block_id(markup: str) -> str:
    """The name of a block: from its words, or from its markup where it has none."""
    return _id_of(spoken_words(markup) or markup)


def spoken_words(markup: str) -> str:
    """The words of a markup alone, whatever stands around and between them."""
    return b" ".join(cut_words(without_tags(markup).casefold(), _SIGNS)).decode()


def body_of(blocks: Iterable[Block]) -> str:
    return "\n".join(block.html for block in blocks)


def without_tags(markup: str) -> str:
    return unescape(TAG.sub(" ", markup))


def _id_of(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:ID_LENGTH]


def _split(html: str) -> Iterator[str]:
    """The markup of each block as it stands there; a parser would write addresses anew."""
    pieces = (html[start:end].strip() for start, end in pairwise(_cuts(html)))
    return filter(None, pieces)


def _cuts(html: str) -> list[int]:
    """Where blocks begin and end."""
    cuts, depth = [0], 0
    for tag in TAG.finditer(html):
        name = tag[1]
        is_end = name[0] == "/"
        if not depth and not is_end:
            # Words that stand in no element of their own are a block as well.
            cuts.append(tag.start())
        if name not in _VOID:
            depth = max(0, depth - 1) if is_end else depth + 1
        if not depth:
            cuts.append(tag.end())
    return [*cuts, len(html)]
