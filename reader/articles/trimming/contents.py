"""Tell a story's table of contents, whose links lead to its parts, from lists of other links."""

from urllib.parse import unquote

from lxml.etree import _Element as Element

from reader.articles.measure import text_of

_FEWEST_PARTS = 2


def places_in(story: Element) -> frozenset[str]:
    """The names of the places within a story that links may lead to."""
    return frozenset(part.get("id") or part.get("name") or "" for part in story.iter("*"))


def is_contents(element: Element, places: frozenset[str]) -> bool:
    """Whether it is a list of the story's places, each with a link to it."""
    links = [link for link in element.iter("a") if link.get("href")]
    led_to = {_place(link) for link in links}
    if len(led_to) < _FEWEST_PARTS or "" in led_to or not all(map(_is_listed, links)):
        return False
    return led_to <= places


def names_a_part(line: Element) -> bool:
    """Whether a line of a list only says the heading that it leads to."""
    link = next(line.iter("a"), None) if _is_listed(line) else None
    return link is not None and bool(_place(link)) and text_of(link) == text_of(line)


def _place(link: Element) -> str:
    """The name of the place of its own page that a link leads to."""
    href = (link.get("href") or "").strip()
    return unquote(href[1:]) if href.startswith("#") else ""


def _is_listed(element: Element) -> bool:
    return element.tag == "li" or next(element.iterancestors("li"), None) is not None
