"""Gather what the page's head declares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from reader.articles.about.json_ld import (
    Node,
    find_blocks,
    is_story,
    read_nodes,
    texts_of,
    types_of,
)
from reader.articles.about.titles import likeness

_LONGEST_VALUE = 4_000
_MOST_VALUES = 400


@dataclass(frozen=True)
class Declared:
    """Meta tags by name, links by relation, and the JSON-LD nodes of a page.

    `story` is the node that describes the story, empty when none surely does.
    """

    title: str = ""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nodes: tuple[Node, ...] = ()
    story: Node = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The first value that one of these meta tags has, the names in order."""
        return next((value for name in names for value in self.meta.get(name, ())), "")

    def all(self, *names: str) -> tuple[str, ...]:
        return tuple(value for name in names for value in self.meta.get(name, ()))

    def story_texts(self, name: str) -> tuple[str, ...]:
        return texts_of(self.story.get(name))


def read_declared(root: HtmlElement, markup: str) -> Declared:
    meta = _read_meta(root)
    title = _read_title(root)
    blocks = [script.text or "" for script in root.iter("script") if _is_json_ld(script)]
    nodes = read_nodes(blocks or find_blocks(markup))
    titles = [title, *meta.get("og:title", ()), *meta.get("twitter:title", ())]
    return Declared(title, meta, _read_links(root), nodes, _find_story(nodes, titles))


def _read_title(root: HtmlElement) -> str:
    # An svg has titles too, so only the first one outside counts.
    titles = (one for one in root.iter("title") if next(one.iterancestors("svg"), None) is None)
    title = next(titles, None)
    text = "".join(title.itertext()) if title is not None else ""
    return " ".join(text[:_LONGEST_VALUE].split())


def _read_meta(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    meta: dict[str, tuple[str, ...]] = {}
    for count, element in enumerate(root.iter("meta")):
        value = " ".join((element.get("content") or "")[:_LONGEST_VALUE].split())
        if not value or count > _MOST_VALUES:
            continue
        names = (element.get(name) for name in ("name", "property", "itemprop", "http-equiv"))
        for name in {word for told in names if told for word in told.lower().split()}:
            meta[name] = (*meta.get(name, ()), value)
    return meta


def _read_links(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    links: dict[str, tuple[str, ...]] = {}
    for element in root.iter("link"):
        address = (element.get("href") or "").strip()
        for relation in (element.get("rel") or "").lower().split()[:3]:
            if address:
                links[relation] = (*links.get(relation, ())[:20], address)
    return links


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _find_story(nodes: tuple[Node, ...], titles: list[str]) -> Node:
    """The node whose headline is the page's, or the only one that is a story."""
    stories = [node for node in nodes if is_story(node)] or [
        node for node in nodes if node.get("author") and (node.get("headline") or _is_page(node))
    ]
    if len(stories) == 1:
        return stories[0]
    rated = [(max(_alike(node, titles), default=0.0), -at) for at, node in enumerate(stories)]
    best = max(rated, default=(0.0, 0))
    return stories[-best[1]] if best[0] >= 0.5 else {}


def _is_page(node: Node) -> bool:
    """Whether the node describes a page that has its day, as a story has."""
    return bool(node.get("datePublished")) and any(one.endswith("Page") for one in types_of(node))


def _alike(node: Node, titles: list[str]) -> list[float]:
    headlines = texts_of(node.get("headline")) + texts_of(node.get("name"))
    return [likeness(headline, title) for headline in headlines for title in titles if title]
