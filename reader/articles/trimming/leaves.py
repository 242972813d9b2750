"""Walk the lines of a story: the blocks that hold words of their own."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.tags import BLOCKS

# A holder with a stray word of its own beside whole blocks is no line.
_MOSTLY_OWN = 0.5


def leaves(story: Element, measures: Measures) -> Iterator[Element]:
    """The blocks that hold text of their own, and inline elements that stand beside blocks."""
    for element in story.iter("*"):
        measure = measures[element]
        if not measure.own:
            continue
        if element.tag in BLOCKS:
            if measure.own > _MOSTLY_OWN * measure.text:
                yield element
        elif measure.own == measure.text and _stands_alone(element, measures):
            yield element


def _stands_alone(element: Element, measures: Measures) -> bool:
    holder = element.getparent()
    if holder is None or holder.tag not in BLOCKS:
        return False
    around = measures[holder]
    return around.own <= _MOSTLY_OWN * around.text


def in_caption(leaf: Element) -> bool:
    return leaf.tag == "figcaption" or next(leaf.iterancestors("figcaption"), None) is not None
