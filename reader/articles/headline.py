"""Find the headline on the page, and what of it the body would repeat."""

import re

from lxml.etree import _Element as Element

from reader.articles.measure import text_of

_WORD = re.compile(r"\w+")
_HEADINGS = ("h1", "h2", "h3")
# A heading this like the title is the headline.
_LIKE = 0.75


def find_headline(body: Element, title: str) -> Element | None:
    """The heading that says the title; the first h1 that says much of it otherwise."""
    wanted = words(title)
    if not wanted:
        return None
    best, best_likeness = None, _LIKE
    for tag in _HEADINGS:
        for heading in body.iter(tag):
            likeness = likeness_of(wanted, words(text_of(heading)))
            if likeness > best_likeness:
                best, best_likeness = heading, likeness
        if best is not None:
            return best
    return None


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def likeness_of(one: list[str], other: list[str]) -> float:
    """How many of the words two lines share, as a part of the longer."""
    if not one or not other:
        return 0.0
    shared = len(set(one) & set(other))
    return shared / max(len(set(one)), len(set(other)))
