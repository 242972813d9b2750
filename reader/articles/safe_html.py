"""Keep only tags and attributes that may be shown: nothing that runs, loads or leaves."""

from collections.abc import Callable
from html import escape
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from reader.articles.body_writer import BodyWriter

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
    return BodyWriter(_attributes_of(pictures, address)).write(BeautifulSoup(markup, "lxml"))


def _attributes_of(pictures: frozenset[str], address: str) -> Callable[[str, Tag], str]:
    def attributes(name: str, tag: Tag) -> str:
        said = []
        for key in (*_ATTRIBUTES.get(name, ()), *_EVERYWHERE):
            value = tag.get(key)
            if value is not None:
                said.append(_said(key, str(value)))
        return "".join(said)

    def _said(key: str, value: str) -> str:
        if key == "src" and value not in pictures:
            return ""
        value = _safe(key, value, address)
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
    try:
        full = urljoin(base, href) if base else href
        scheme = urlsplit(full).scheme.lower()
    except ValueError:
        return ""
    return full if scheme in ("http", "https", "mailto") else ""
