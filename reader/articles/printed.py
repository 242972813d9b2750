"""Drop what follows the story on a printed page, of which nothing but its words tells so."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reader.articles.dump.block import Block, Kind, count_words, plain_form
from reader.articles.dump.signs import Sign, signs_of
from reader.articles.dump.story import find_run, run_below, weigh
from reader.articles.removed import Removed, take_out

_KINDS = {
    "h1": Kind.HEADING,
    "h2": Kind.HEADING,
    "h3": Kind.HEADING,
    "li": Kind.ITEM,
    "figure": Kind.PICTURE,
}
_REASON = "after the story"
# Web pages have these behind their stories; other prints have none of them.
_OVER = (
    Sign.COMMENTS,
    Sign.END_HEAD,
    Sign.PAYWALL,
    Sign.LEGAL,
    Sign.PROMO,
    Sign.DISCLAIMER,
    Sign.TOPICS,
)


def drop_after_print(body: Element) -> list[Removed]:
    """Take out what stands behind the story, and the boxes of other things within it."""
    lines = [line for article in body.iter("article") for line in _lines(article)]
    blocks = [_block(line, place) for place, line in enumerate(lines)]
    signs = signs_of(blocks)
    headline = next((at for at, line in enumerate(lines) if line.tag == "h1"), -1)
    weights = weigh(blocks, signs)
    run = run_below(blocks, signs, weights, headline, find_run(blocks, signs, weights))
    is_button = [_is_button(*one) for one in zip(blocks, signs, strict=True)]
    end = _with_pictures(lines, run.end)
    if not any(sign in _OVER for sign in signs[end:]) and not any(is_button[end:]):
        end = len(lines)  # short lines may end a story too, where nothing else follows it
    gone = [*run.boxes, *range(end, len(lines))]
    gone += [at for at in range(run.start, end) if is_button[at]]
    return [take_out(lines[at], _REASON) for at in sorted(set(gone))]


def _lines(article: Element) -> Iterator[Element]:
    """The paragraphs and their like, each by itself."""
    for element in article:
        if element.tag in ("ul", "ol"):
            yield from element
        else:
            yield element


def _block(line: Element, place: int) -> Block:
    text = " ".join("".join(map(str, line.itertext())).split())
    kind = _KINDS.get(str(line.tag), Kind.TEXT)
    return Block(text, kind, place, gap=True, words=count_words(text), plain=plain_form(text))


def _is_button(block: Block, sign: Sign) -> bool:
    return sign is Sign.BUTTON and any(letter.isalpha() for letter in block.plain)


def _with_pictures(lines: list[Element], end: int) -> int:
    """The place behind the pictures that follow the last paragraph."""
    while end < len(lines) and lines[end].tag == "figure":
        end += 1
    return end
