"""Block: one paragraph, heading, list or figure of a body, with an id that outlives re-cleaning."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

import lxml.etree
import lxml.html

from reader.articles.plain_text import plain_text

ID_LENGTH = 12
_TAG = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"\w+")


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
    seen: Counter[str] = Counter()
    for markup in _split(html):
        name = block_id(markup)
        seen[name] += 1
        yield name + (f"-{seen[name]}" if seen[name] > 1 else ""), markup


def block_id(markup: str) -> str:
    """The name of a block: from its words, or from its markup where it has none."""
    spoken = spoken_words(markup)
    return hashlib.sha256((spoken or markup).encode("utf-8", "replace")).hexdigest()[:ID_LENGTH]


def spoken_words(markup: str) -> str:
    """The words of a markup alone, whatever stands around and between them."""
    return " ".join(_WORDS.findall(unescape(_TAG.sub(" ", markup)).casefold()))


def body_of(blocks: Iterable[Block]) -> str:
    return "\n".join(block.html for block in blocks)


def _split(html: str) -> Iterator[str]:
    if not html.strip():
        return
    holder = lxml.html.fragment_fromstring(html, create_parent="div")
    # Words that stand in no element of their own are a block as well.
    yield from _loose(holder.text)
    for element in holder:
        yield lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False)
        yield from _loose(element.tail)


def _loose(text: str | None) -> Iterator[str]:
    if text and text.strip():
        yield escape(text.strip(), quote=False)
