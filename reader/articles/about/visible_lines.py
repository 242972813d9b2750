"""Read the lines of text that stand at a place of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from lxml import etree
from lxml.html import HtmlElement

from reader.articles.about.survey import marks_of

SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "iframe", "svg", "select", "textarea", "button")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "ins", "label", "mark", "q", "s",
     "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "img", "data", "nobr", "address")
)  # fmt: skip
_BOUNDS = ("start", "end")
_LONGEST_LINE = 2_000
_MOST_PIECES = 8
# Soft hyphens and joints of zero width.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_MOST_ELEMENTS = 100


@dataclass(frozen=True)
class Line:
    """A line as a reader sees it, and the elements that its pieces of text stand in."""

    text: str
    elements: tuple[HtmlElement, ...]

    @cached_property
    def marks(self) -> str:
        """What the page calls the block that the line stands in, the innermost name first."""
        block = self.elements[0]
        while block.tag in _INLINE and (parent := block.getparent()) is not None:
            block = parent
        return marks_of(block, 2)

    @cached_property
    def inner_marks(self) -> str:
        """What the page calls the pieces of the line and what they stand in."""
        if len(self.elements) == 1 and self.elements[0].tag not in _INLINE:
            return self.marks
        pieces = dict.fromkeys(self.elements[:_MOST_PIECES])
        return " ".join([marks_of(element, 2) for element in pieces])


def text_of(element: HtmlElement, limit: int = _LONGEST_LINE) -> str:
    """What a reader sees of the element, on one line."""
    if not len(element):
        return _text_in(element)[:limit]
    return " ".join([line.text for line in _lines_in(element, _MOST_ELEMENTS)])[:limit]


def lines_after(element: HtmlElement, limit: int) -> Iterator[Line]:
    """The lines behind the element, until so many elements have been passed."""
    current: HtmlElement | None = element
    while current is not None and limit > 0:
        following = current.getnext()
        while following is not None and limit > 0:
            for line in _lines_in(following, limit):
                limit -= len(line.elements)
                yield line
            limit -= 1
            following = following.getnext()
        current = current.getparent()


def lines_before(element: HtmlElement, limit: int) -> Iterator[Line]:
    """The lines in front of the element, the nearest first."""
    current: HtmlElement | None = element
    while current is not None and limit > 0:
        preceding = current.getprevious()
        while preceding is not None and limit > 0:
            for line in reversed(list(_lines_in(preceding, limit))):
                limit -= len(line.elements)
                yield line
            limit -= 1
            preceding = preceding.getprevious()
        current = current.getparent()


def lines_of(element: HtmlElement, limit: int) -> Iterator[Line]:
    yield from _lines_in(element, limit)


def _lines_in(element: HtmlElement, limit: int) -> Iterator[Line]:
    # Most elements hold text alone; a walk through them would take far longer than they.
    if not len(element):
        if limit > 0 and (text := _text_in(element)):
            yield Line(text, (element,))
        return
    texts: list[str] = []
    owners: list[HtmlElement] = []
    for text, owner in chain(_texts_in(element, limit), [("", element)]):
        if not text:
            if texts:
                yield from _line(texts, owners)
                texts, owners = [], []
        elif not text.isspace():
            texts.append(text)
            owners.append(owner)
        elif texts:
            texts.append(text)


def _text_in(element: HtmlElement) -> str:
    """What a reader sees of an element that holds text alone."""
    text = element.text
    if not text or element.tag in SKIPPED or not isinstance(element.tag, str):
        return ""
    return _squeezed(text)


def _texts_in(element: HtmlElement, limit: int) -> Iterator[tuple[str, HtmlElement]]:
    """The texts that can be seen and what they stand in, until so many elements have been entered.

    Where a line ends comes an empty text.
    """
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            limit -= 1
            if limit < 0:
                return
            if node.tag in SKIPPED:
                walk.skip_subtree()
                continue
            text = node.text
        elif node is element:
            return
        else:
            text = node.tail
        if node.tag not in _INLINE and event in _BOUNDS:
            yield "", node
        if text:
            yield text, node if event == "start" else node.getparent()


def _line(texts: list[str], owners: list[HtmlElement]) -> Iterator[Line]:
    if text := _squeezed(texts[0] if len(texts) == 1 else _joined(texts)):
        yield Line(text, tuple(owners))


def _joined(pieces: list[str]) -> str:
    """The pieces in a row. "By" and "Ida Holm" stand apart on the screen; a drop capital not."""
    joined = pieces[:1]
    for before, piece in pairwise(pieces):
        joined.append(" " if _is_apart(before[-1], piece[0]) else "\0")
        joined.append(piece)
    return "".join(joined)


def _is_apart(before: str, behind: str) -> bool:
    if before.isdecimal():
        return behind.isalnum()
    begins_anew = "A" <= behind <= "Z" or behind.isdecimal()
    return begins_anew and before.isalnum() and not "A" <= before <= "Z"


def _squeezed(text: str) -> str:
    text = " ".join(text[:_LONGEST_LINE].split()).replace("\0", "")
    # What is not seen cannot be printed either, and few texts need a closer look.
    is_plain = text.isascii() or text.isprintable()
    return (text if is_plain else _UNSEEN.sub("", text)).strip()
