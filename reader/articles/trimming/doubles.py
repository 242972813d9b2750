"""Drop what stands on the page twice, as pull quotes and hidden copies do."""

from lxml.etree import _Element as Element

from reader.articles.measure import Measures, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.trimming.leaves import in_caption, leaves

_LONG_ENOUGH_TO_KNOW = 60


def drop_doubles(story: Element, measures: Measures) -> list[Removed]:
    removed: list[Removed] = []
    seen: dict[str, Element | None] = {}
    for leaf in list(leaves(story, measures)):
        text = text_of(leaf)
        if len(text) < _LONG_ENOUGH_TO_KNOW or in_caption(leaf):
            continue
        # Refrains and examples repeat themselves within one holder.
        if text in seen and seen[text] is not leaf.getparent():
            removed.append(take_out(leaf, "said twice", measures))
        else:
            seen[text] = leaf.getparent()
    return removed
