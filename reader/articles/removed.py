"""Removed: a block that cleaning took away, with its reason."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.tags import BLOCKS


@dataclass(frozen=True)
class Removed:
    """A block out of its tree: what held it, and what stood before it there, if anything did."""

    element: Element
    reason: str
    holder: Element | None = None
    before: Element | None = None


def take_out(element: Element, reason: str, measures: Measures | None = None) -> Removed:
    """Take an element out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return Removed(element, reason)
    if measures is not None:
        measures.forget(element)
    before = element.getprevious()
    if _parts_words(element):
        for _ in range(2):
            element.addprevious(parent.makeelement("br"))
    _leave_tail(element, parent)
    parent.remove(element)
    return Removed(element, reason, parent, before)


def _parts_words(element: Element) -> bool:
    """Whether a block stands between words, which would run together without it."""
    if element.tag not in BLOCKS:
        return False
    before, parent = element.getprevious(), element.getparent()
    said = before.tail if before is not None else parent.text if parent is not None else None
    return _goes_on(said, before) and _goes_on(element.tail, element.getnext())


def _goes_on(text: str | None, beside: Element | None) -> bool:
    """Whether words are what stands next to an element, be they in another one."""
    if text and text.strip():
        return True
    return beside is not None and beside.tag not in BLOCKS and beside.tag != "br"


def _leave_tail(element: Element, parent: Element) -> None:
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None


def put_back(removed: Removed) -> bool:
    """Set an element where it stood; False where nothing is left of its place.

    Of several, the last one taken out must be put back first.
    """
    holder, before, element = removed.holder, removed.before, removed.element
    if before is not None and before.getparent() is not None:
        before.addnext(element)
    elif before is None and holder is not None:
        holder.insert(0, element)
    else:
        return False
    return True
