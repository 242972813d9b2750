"""Document: one file of an EPUB's spine, and what tells what it is."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import lxml.html
from lxml.etree import _Element as Element

from reader.pages.encoding import decode
from reader.pages.epub.package import resolve
from reader.pages.epub.xml import called, local_name, parse_xml, said, told

_FRONT = re.compile(
    r"\b(?:cover|title-?page|half-?title-?page|toc|landmarks|copyright-?page|colophon|lo[ti]|index"
    r"|imprint|dedication)\b",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3")
_BLOCKS = frozenset(("p", "li", "td", "blockquote", "dd", "pre"))
_NAMES_ITS_SOURCE = re.compile(r"\b(?:canonical|original|source|calibre-downloaded-from)\b", re.I)
_SLIGHT = 400
_LONG = 200  # letters of a block, which a list of articles has not
_MOST_ADDRESSES = 3  # more links that show their addresses are a list of sources


@dataclass(frozen=True)
class Document:
    """`letters` is how long its text is, `linked` how much of that is links.

    `told_kind` is what the document says it is, `language` what it says it is written in;
    `address` where it says it was taken from; `leads_to` are the files that it links to.
    """

    name: str
    body: Element
    told_kind: str
    letters: int
    linked: int
    has_long_block: bool
    has_pictures: bool
    heading: str
    address: str
    language: str
    leads_to: frozenset[str]

    @property
    def is_front_matter(self) -> bool:
        return bool(_FRONT.search(self.told_kind))

    @property
    def is_index(self) -> bool:
        """Whether it is mostly links, as a list of articles is."""
        return not self.has_long_block and not self.address and self.linked * 2 > self.letters > 0

    @property
    def is_empty(self) -> bool:
        return not self.letters and not self.has_pictures

    @property
    def is_slight(self) -> bool:
        return self.letters < _SLIGHT


def read_document(name: str, content: bytes, kind: str) -> Document | None:
    root = parse_xml(content, recover=False)
    if root is None:
        root = _as_html(content)
    body = next(called(root, "body"), None) if root is not None else None
    if root is None or body is None:
        return None
    text = said(body)
    links = list(called(body, "a"))
    return Document(
        name=name,
        body=body,
        told_kind=f"{kind} {_types(body)}",
        letters=len(text),
        linked=sum(len(said(link)) for link in links),
        has_long_block=any(len(said(one)) >= _LONG for one in body.iter("*") if _is_block(one)),
        has_pictures=next(called(body, "img", "image"), None) is not None,
        heading=next(filter(None, (said(one) for one in called(body, *_HEADINGS))), ""),
        address=_own_address(root, links),
        language=told(body, "lang") or told(root, "lang"),
        leads_to=frozenset(resolve(posixpath.dirname(name), told(one, "href")) for one in links),
    )


def folder_of(document: Document) -> str:
    return posixpath.dirname(document.name)


def _as_html(content: bytes) -> Element | None:
    text = re.sub(r"^\s*<\?xml[^>]*>", "", decode(content))
    try:
        return lxml.html.document_fromstring(text) if text.strip() else None
    except (lxml.etree.ParserError, ValueError):
        return None


def _is_block(element: Element) -> bool:
    return local_name(element) in _BLOCKS


def _types(body: Element) -> str:
    """What the body, or the one section it is made of, is marked as."""
    sections = list(body)
    first = sections[0] if len(sections) == 1 else None
    marked = [body] if first is None else [body, first]
    words = " ".join(told(one, "type") for one in marked)
    return words.replace("frontmatter", "").replace("backmatter", "")


def _own_address(root: Element, links: list[Element]) -> str:
    """The address that it names as its source, or the only one that it shows."""
    relations = [*called(root, "link"), *links]
    named = [told(one, "href") for one in relations if _NAMES_ITS_SOURCE.search(told(one, "rel"))]
    shown = [told(one, "href") for one in links if _shows_itself(one)]
    for found in (list(_of_pages(named)), list(_of_pages(shown))):
        if 0 < len(found) <= _MOST_ADDRESSES:
            return found[0]
    return ""


def _shows_itself(link: Element) -> bool:
    text, address = said(link), told(link, "href")
    return bool(text) and _plain(text) == _plain(address)


def _plain(address: str) -> str:
    return re.sub(r"^https?://|/$", "", address.strip())


def _of_pages(addresses: list[str]) -> Iterator[str]:
    for address in dict.fromkeys(addresses):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and len(parts.path) > 1:
            yield address
