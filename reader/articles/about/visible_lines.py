"""Read the lines of text that stand at a place of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

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
# Soft hyphens, joints of zero width, and the mark between pieces.
_UNSEEN = re.compile("[\0\u00ad\u200b\u2060\ufeff]+")
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
        return " ".join(marks_of(element, 2) for element in self.elements[:_MOST_PIECES])


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
    pieces: list[tuple[str, HtmlElement]] = []
    for event, node in _steps(element, limit):
        if pieces and event in _BOUNDS and node.tag not in _INLINE:
            yield from _line(pieces)
            pieces = []
        if event == "start":
            text, owner = node.text, node
        elif node is not element:
            text, owner = node.tail, node.getparent()
        else:
            continue
        if text and (pieces or not text.isspace()):
            pieces.append((text, owner))
    yield from _line(pieces)


def _text_in(element: HtmlElement) -> str:
    """What a reader sees of an element that holds text alone."""
    text = element.text
    if not text or element.tag in SKIPPED or not isinstance(element.tag, str):
        return ""
    return _squeezed(text)


def _steps(element: HtmlElement, limit: int) -> Iterator[tuple[str, HtmlElement]]:
    """Into and out of each element that can be seen, until so many have been entered."""
    if not isinstance(element.tag, str):
        return
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        limit -= event == "start"
        if limit < 0:
            return
        if event == "start" and node.tag in SKIPPED:
            walk.skip_subtree()
        else:
            yield event, node


def _line(pieces: list[tuple[str, HtmlElement]]) -> Iterator[Line]:
    joined = pieces[0][0] if len(pieces) == 1 else _joined([text for text, _ in pieces])
    if text := _squeezed(joined):
        yield Line(text, tuple([owner for piece, owner in pieces if not piece.isspace()]))


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
    text = " ".join(text[:_LONGEST_LINE].split())
    is_plain = "\0" not in text and text.isascii()
    # What is not seen cannot be printed either.
    return text if is_plain or text.isprintable() else _UNSEEN.sub("", text).strip()
