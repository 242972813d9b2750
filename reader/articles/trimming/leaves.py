"""Walk the lines of a story: the blocks that hold words of their own."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.tags import BLOCKS

# A holder with a stray word of its own beside whole blocks is no line.
_MOSTLY_OWN = 0.5


def leaves(story: Element, measures: Measures) -> Iterator[Element]:
    """The blocks that hold text of their own, in the order they are read."""
    for element in story.iter(*BLOCKS):
        measure = measures[element]
        if measure.own > _MOSTLY_OWN * measure.text:
            yield element
