"""Removed: a block that cleaning took away, with its reason."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.measure import Measures


@dataclass(frozen=True)
class Removed:
    """A block out of its tree; `after` is what stayed before it, or else its holder."""

    element: Element
    reason: str
    after: Element | None = None


def take_out(element: Element, reason: str, measures: Measures | None = None) -> Removed:
    """Take an element out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return Removed(element, reason)
    if measures is not None:
        measures.forget(element)
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)
    return Removed(element, reason, before if before is not None else parent)
