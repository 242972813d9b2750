"""Cut what trails after the last real paragraph without saying anything."""

from lxml.etree import _Element as Element

from reader.articles.measure import Measures, ends_a_sentence, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.tags import HEADINGS
from reader.articles.trimming.leaves import leaves
from reader.articles.words import TAIL_LINE


def cut_tail(story: Element, measures: Measures) -> list[Removed]:
    removed: list[Removed] = []
    for leaf in reversed(list(leaves(story, measures))):
        text = text_of(leaf)
        if not text:
            continue
        if not _says_nothing(leaf, text, measures):
            break
        removed.append(take_out(leaf, "after the story", measures))
    return removed


def _says_nothing(leaf: Element, text: str, measures: Measures) -> bool:
    if leaf.tag in HEADINGS or (len(text) < 200 and TAIL_LINE.match(text)):
        return True
    return measures[leaf].link_density > 0.5 and not ends_a_sentence(text)
