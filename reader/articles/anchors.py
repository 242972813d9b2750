"""Keep the links within a page, as those of footnotes: the places they lead to, by safe names."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import unquote, urljoin, urlsplit

# Before each name, so that none of a page's own names means something to who shows the body.
PREFIX = "at-"
_UNSAFE = re.compile(r"[^\w.:-]")
_LINK = re.compile(r'<a href="#([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_PLACE = re.compile(r'(<\w+(?: [\w-]+="[^"]*")*) id="([^"]*)"')
_BLOCK = re.compile(
    r'(?P<begin><(?P<tag>h[1-6]|p|dt)(?: [\w-]+="[^"]*")* id="(?P<name>[^"]*)">)'
    r"(?P<inner>.*?)(?P<end></(?P=tag)>)",
    re.DOTALL,
)
_HOLDS_WORDS = "(?:p|li|td|th|dd|dt|h[1-6]|figcaption|caption)"
_SPACE_AT_START = re.compile(rf"(<{_HOLDS_WORDS}(?: [^<>]*)?>) +")
_SPACE_AT_END = re.compile(rf" +(?=</{_HOLDS_WORDS}>)")
_TAG = re.compile(r"<[^<>]*>")
# What a heading shows for copying its address.
_SIGN = re.compile(r"\s*(?:[#¶§⚓🔗]|&para;)\ufe0f?\s*")
_LONGEST = 200


def place_name(written: str) -> str:
    """The name that a place of the page has in the body; empty for what names none."""
    written = written.strip()
    if not written or len(written) > _LONGEST:
        return ""
    return PREFIX + _UNSAFE.sub("_", written.removeprefix(PREFIX))


def place_of(href: str, address: str) -> str:
    """The place within the page that a link leads to; empty when it leads anywhere else."""
    before, sign, fragment = href.strip().partition("#")
    if not sign or not fragment or (before and not _is_same_page(before, address)):
        return ""
    return place_name(unquote(fragment))


def places_of(hrefs: Iterable[str], address: str) -> frozenset[str]:
    return frozenset(filter(None, (place_of(href, address) for href in hrefs if "#" in href)))


def lead_links(html: str, said: dict[str, str], address: str) -> str:
    """The body with each link within it leading to the block that holds its place.

    `said` tells for each place the name of its block. A link to what is not in the body leads
    to the page, and one to where it stands itself leads nowhere.
    """
    if not said and '<a href="#' not in html:
        return html
    there = {found[2] for found in _PLACE.finditer(html)}

    def led(link: re.Match[str]) -> str:
        name = said.get(link[1], link[1])
        if name in there:
            return f'<a href="#{name}"{link[2]}>{link[3]}</a>'
        if not address:
            return link[3]
        outside = escape(f"{address}#{link[1].removeprefix(PREFIX)}")
        return f'<a href="{outside}"{link[2]}>{link[3]}</a>'

    html = _BLOCK.sub(_without_links_to_itself, _LINK.sub(led, html))
    html = _SPACE_AT_START.sub(r"\1", _SPACE_AT_END.sub("", html))  # a link's, which is gone
    led_to = {link[1] for link in _LINK.finditer(html)}
    return _PLACE.sub(lambda place: place[0] if place[2] in led_to else place[1], html)


def _without_links_to_itself(block: re.Match[str]) -> str:
    def words(link: re.Match[str]) -> str:
        if link[1] != block["name"]:
            return link[0]
        return "" if _SIGN.fullmatch(link[3]) else link[3]

    inner = _LINK.sub(words, block["inner"]).strip()
    return block["begin"] + inner + block["end"] if _TAG.sub("", inner) else block[0]


def _is_same_page(before: str, address: str) -> bool:
    try:
        one, other = urlsplit(urljoin(address, before)), urlsplit(address)
    except ValueError:
        return False
    is_same = one.netloc.lower() == other.netloc.lower() and _path(one.path) == _path(other.path)
    return (
        is_same and bool(address) and (one.query == other.query or not (one.query and other.query))
    )


def _path(path: str) -> str:
    return unquote(path).rstrip("/")
