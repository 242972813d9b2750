"""Measure how much text, link text and prose each element of a page holds."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.spaces import has_plain_spaces
from reader.articles.tags import BLOCKS

# How much a character of a block's own text counts as prose.
_WEIGHT = {
    "p": 1.0, "div": 0.9, "td": 0.8, "section": 0.9, "article": 0.9, "main": 0.9, "pre": 0.8,
    "blockquote": 0.8, "center": 0.9, "body": 0.9, "dd": 0.5, "li": 0.4, "span": 0.9,
}  # fmt: skip
# Shorter runs are labels, not prose.
_SHORTEST_PROSE = 40
# A sign of Chinese, Japanese or Korean says about as much as three letters.
WIDTH = 3
WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_SENTENCE_END = re.compile("[.!?…。！？؟।։።][\"'”’»)\\]]*\\s*$")


@dataclass(slots=True)
class Measure:
    """What one element holds, in characters; `prose` is weighed by how it is written."""

    text: float = 0
    links: float = 0
    prose: float = 0
    own: float = 0
    own_links: float = 0
    link_count: int = 0
    pictures: int = 0

    @property
    def link_density(self) -> float:
        return self.links / self.text if self.text else 0.0


class Measures:
    """The measures of a tree; they follow when something is taken out of it."""

    def __init__(self, root: Element) -> None:
        elements = list(root.iter("*"))
        self._of: dict[Element, Measure] = {element: Measure() for element in elements}
        holder = root.getparent()
        if holder is not None:
            self._of[holder] = Measure()
        for element in reversed(elements):
            self._take(element, self._of[element])

    def __getitem__(self, element: Element) -> Measure:
        found = self._of.get(element)
        if found is None:
            found = self._of[element] = Measure()
        return found

    def forget(self, element: Element) -> None:
        """Take the element's measures off all that hold it; call before it leaves the tree."""
        gone = self[element]
        for holder in element.iterancestors():
            measure = self._of.get(holder)
            if measure is None:
                break
            measure.text -= gone.text
            measure.links -= gone.links
            measure.prose -= gone.prose
            measure.link_count -= gone.link_count
            measure.pictures -= gone.pictures

    def _take(self, element: Element, measure: Measure) -> None:
        # Elements come in reverse order, so that all children stand measured already.
        tag = element.tag
        text = element.text
        if text and not text.isspace():
            size = length(text)
            measure.text += size
            measure.own += size
        if tag == "a" and element.get("href"):
            measure.links = measure.text
            measure.own_links = measure.own
            measure.link_count += 1
        elif tag == "img":
            measure.pictures += 1
        is_block = tag in BLOCKS
        if is_block and measure.own >= _SHORTEST_PROSE:
            measure.prose += _prose(measure, tag)
        parent = element.getparent()
        if parent is not None:
            tail = element.tail
            size = length(tail) if tail and not tail.isspace() else 0
            if size or measure.text or measure.pictures or measure.link_count:
                self._hand_up(measure, self._of[parent], size, is_block)

    @staticmethod
    def _hand_up(measure: Measure, to: Measure, tail: float, is_block: bool) -> None:
        to.text += measure.text + tail
        to.own += tail if is_block else measure.own + tail
        if measure.link_count:
            to.links += measure.links
            to.link_count += measure.link_count
            if not is_block:
                to.own_links += measure.own_links
        if measure.prose:
            to.prose += measure.prose
        if measure.pictures:
            to.pictures += measure.pictures


def length(text: str | None) -> float:
    """How much a text says, counted in letters."""
    if not text or text.isspace():
        return 0
    size = len(text.strip() if has_plain_spaces(text) else " ".join(text.split()))
    return size if text.isascii() else size + (WIDTH - 1) * len(WIDE.findall(text))


def text_of(element: Element) -> str:
    """All the element says, on one line."""
    said = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return " ".join(said.split())


def ends_a_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-12:]) is not None


def _prose(measure: Measure, tag: str) -> float:
    if measure.own_links > measure.own / 2:
        return 0.0
    return (measure.own - measure.own_links) * _WEIGHT.get(tag, 0.0)
