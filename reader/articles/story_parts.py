"""Judge whether what stands beside the found story is part of it."""

import re
from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.names import reason_in_names
from reader.articles.tags import BLOCKS, HEADINGS, named

_HALF = 0.5
_PARTS_OF_NAME = re.compile(r"[-_]|(?<=[a-z])(?=[A-Z])")
_SECTIONS = named("article div section")


def is_part(
    sibling: Element, path: Element, prose: float, measures: Measures, is_below: bool
) -> bool:
    """Whether a sibling of the story is part of it, before the headline has been reached."""
    measure = measures[sibling]
    if sibling.tag == "aside":  # all but boxes of the story are gone by now
        return measure.link_density < 0.5
    # A web component with prose in it is a block, whatever its makers called it.
    if sibling.tag not in BLOCKS and "-" not in sibling.tag:
        return False
    if measure.link_density > 0.35:
        return False
    if _is_named_otherwise(sibling, path):
        return False
    if sibling.tag in ("p", "blockquote", "pre"):
        return measure.prose > 0
    if is_below and measure.prose < _HALF * prose and _is_held_otherwise(sibling, path):
        return False
    return measure.prose > max(60, 0.02 * prose) and not _lists_stories(sibling, measures)


def _is_held_otherwise(sibling: Element, path: Element) -> bool:
    """Whether it stands in another kind of holder than the story, as boxes about authors do."""
    if not _SECTIONS.issuperset((sibling.tag, path.tag)):
        return False
    return sibling.tag != path.tag or _is_called_otherwise(sibling, path)


def _is_called_otherwise(sibling: Element, path: Element) -> bool:
    """Whether the classes of two have neither a whole name in common nor how the first begins."""
    one, other = (sibling.get("class") or "").split(), (path.get("class") or "").split()
    if not one or not other or not set(one).isdisjoint(other):
        return False
    return _PARTS_OF_NAME.split(one[0])[0] != _PARTS_OF_NAME.split(other[0])[0]


def is_twin(sibling: Element, path: Element, prose: float, measures: Measures) -> bool:
    """Whether a sibling of all that the headline stands above goes on with the story."""
    measure = measures[sibling]
    if sibling.tag != path.tag or sibling.tag == "article" or measure.link_density > 0.25:
        return False
    if measure.prose < max(150, 0.05 * prose) or _is_named_otherwise(sibling, path):
        return False
    return (sibling.get("class") or "").split()[:1] == (path.get("class") or "").split()[:1]


def _lists_stories(element: Element, measures: Measures) -> bool:
    """Whether most of its headings, and more than one, lead elsewhere."""
    found = list(element.iter(*HEADINGS))
    leading = sum(measures[heading].link_density > 0.5 for heading in found)
    return leading > 1 and leading > len(found) / 2


def _is_named_otherwise(element: Element, path: Element) -> bool:
    """Whether its name speaks of something else than what the story is called."""
    reason = reason_in_names(element.get("class"), element.get("id"))
    alike = (path, *islice(path, 1))
    return bool(reason) and all(
        reason_in_names(one.get("class"), one.get("id")) != reason for one in alike
    )
