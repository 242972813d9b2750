"""Keep only tags and attributes that may be shown: nothing that runs, loads or leaves."""

from collections.abc import Callable
from html import escape
from urllib.parse import unquote, urljoin, urlsplit

import nh3
from bs4.element import Tag
from lxml.etree import _Element as Element

from reader.articles.anchors import lead_links, place_name, place_of, places_of
from reader.articles.body_tags import TAGS
from reader.articles.body_writer import BodyWriter
from reader.articles.parse import parse
from reader.articles.picturing.addresses import is_whole
from reader.articles.story_soup import soup_of

_ATTRIBUTES = {
    "a": ("href",),
    "img": ("src", "alt", "width", "height"),
    "ol": ("start", "reversed"),
    "time": ("datetime",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
_EVERYWHERE = ("dir", "lang")
_NUMBERS = frozenset(("width", "height", "start", "colspan", "rowspan"))


def safe_html(markup: str, pictures: frozenset[str], address: str = "") -> str:
    """The markup as safe HTML. Only the `pictures` named are shown; links become absolute."""
    return safe_html_of(parse(markup), pictures, address)


def safe_html_of(story: Element, pictures: frozenset[str], address: str = "") -> str:
    """The same of a story that stands parsed."""
    places = _places_in(story, address)
    writer = BodyWriter(_attributes_of(pictures, address, places), places)
    return _through_gate(lead_links(writer.write(soup_of(story)), writer.led_to, address))


def _places_in(story: Element, address: str) -> frozenset[str]:
    """The places within the story that its links lead to."""
    led_to = places_of((link.get("href") or "" for link in story.iter("a")), address)
    if not led_to:
        return led_to
    names = {element.get("id") or "" for element in story.iter("*")}
    names |= {link.get("name") or "" for link in story.iter("a")}
    return led_to & set(map(place_name, names))


def _through_gate(html: str) -> str:
    """A second opinion by a parser that reads as browsers do; it costs 0.2 ms a page."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes={tag: {*names} for tag, names in _ATTRIBUTES.items()}
        | {"*": {*_EVERYWHERE, "id"}},
        url_schemes={"http", "https", "mailto", "sha256"},
        link_rel=None,
    )


def _attributes_of(
    pictures: frozenset[str], address: str, places: frozenset[str]
) -> Callable[[str, Tag], str]:
    # lxml writes the spaces and foreign letters of a file's name as %20 and the like.
    known = {unquote(one): one for one in pictures}

    def attributes(name: str, tag: Tag) -> str:
        if not tag.attrs:
            return ""
        said = []
        for key in (*_ATTRIBUTES.get(name, ()), *_EVERYWHERE):
            value = tag.get(key)
            if value is not None:
                said.append(_said(key, str(value)))
        return "".join(said)

    def _said(key: str, value: str) -> str:
        if key == "href" and places and (place := place_of(value, address)) in places:
            return f' href="#{place}"'
        value = known.get(unquote(value), "") if key == "src" else _safe(key, value, address)
        return f' {key}="{escape(value)}"' if value else ""

    return attributes


def _safe(key: str, value: str, address: str) -> str:
    if key == "href":
        return safe_address(value, address)
    if key in _NUMBERS:
        return value if value.isascii() and value.isdigit() and len(value) < 6 else ""
    if key == "dir":
        return value.lower() if value.lower() in ("ltr", "rtl", "auto") else ""
    if key == "reversed":
        return "reversed"
    return " ".join(value.split())


def safe_address(href: str, base: str) -> str:
    """An absolute web or mail address; empty when it is neither."""
    href = "".join(href.split())
    if is_whole(href):
        return href
    try:
        full = urljoin(base, href) if base else href
        scheme = urlsplit(full).scheme.lower()
    except ValueError:
        return ""
    return full if scheme in ("http", "https", "mailto") else ""
