"""Trim the found story: what stands before, within and after it without belonging to it."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reader.articles.measure import Measures, ends_a_sentence, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.tags import BLOCKS, HEADINGS
from reader.articles.words import TAIL_LINE

_MOSTLY_LINKS = 0.6


def trim(story: Element, measures: Measures, headline: Element | None) -> list[Removed]:
    removed = cut_before_headline(story, measures, headline)
    removed += drop_link_lists(story, measures)
    removed += drop_further_reading(story, measures)
    removed += cut_tail(story, measures)
    return removed


def cut_before_headline(
    story: Element, measures: Measures, headline: Element | None
) -> list[Removed]:
    """Drop what stands before the headline, unless that is a good part of the story."""
    if headline is None:
        return []
    path = [headline, *headline.iterancestors()]
    if story not in path:
        return []
    before: list[Element] = []
    for element in path[: path.index(story)]:
        before += element.itersiblings(preceding=True)
    if sum(measures[element].prose for element in before) > 0.15 * measures[story].prose:
        before = []
    removed = [take_out(element, "before the headline", measures) for element in before]
    removed.append(take_out(headline, "headline", measures))
    return removed


def drop_link_lists(story: Element, measures: Measures) -> list[Removed]:
    """Drop blocks that are mostly links: menus, teasers, tag lists."""
    removed: list[Removed] = []
    whole = measures[story].prose
    waiting = list(story)
    while waiting:
        element = waiting.pop()
        if element.tag not in BLOCKS:
            waiting.extend(element)
            continue
        measure = measures[element]
        if (
            measure.link_count
            and measure.link_density > _MOSTLY_LINKS
            and measure.prose < 0.2 * whole
            and not measure.pictures
            and not (element.tag in HEADINGS and len(text_of(element)) > 10)
        ):
            removed.append(take_out(element, "links", measures))
        else:
            waiting.extend(element)
    return removed


def drop_further_reading(story: Element, measures: Measures) -> list[Removed]:
    """Drop headings and lines that announce something else, with what they announce."""
    removed: list[Removed] = []
    for line in list(leaves(story, measures)):
        text = text_of(line)
        if len(text) > 120 or not TAIL_LINE.match(text):
            continue
        measure = measures[line]
        if line.tag in HEADINGS or measure.link_density > 0.3 or len(text) < 40:
            removed += [
                take_out(e, "further reading", measures) for e in _announced(line, measures)
            ]
            removed.append(take_out(line, "further reading", measures))
    return removed


def _announced(line: Element, measures: Measures) -> list[Element]:
    found: list[Element] = []
    for follower in line.itersiblings():
        measure = measures[follower]
        if follower.tag in HEADINGS or measure.prose > 80 or not measure.link_count:
            break
        if measure.link_density < 0.4:
            break
        found.append(follower)
    return found


def cut_tail(story: Element, measures: Measures) -> list[Removed]:
    """Drop what trails after the last real paragraph without saying anything."""
    removed: list[Removed] = []
    for leaf in reversed(list(leaves(story, measures))):
        text = text_of(leaf)
        measure = measures[leaf]
        if not text:
            continue
        if (
            (TAIL_LINE.match(text) and len(text) < 200)
            or leaf.tag in HEADINGS
            or (measure.link_density > 0.5 and not ends_a_sentence(text))
        ):
            removed.append(take_out(leaf, "after the story", measures))
        else:
            break
    return removed


def leaves(story: Element, measures: Measures) -> Iterator[Element]:
    """The blocks that hold text of their own, in the order they are read."""
    for element in story.iter(*BLOCKS):
        if measures[element].own > 0:
            yield element
