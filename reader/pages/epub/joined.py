"""Join documents of an EPUB as the markup of one page."""

import html
import re
from collections.abc import Sequence

import lxml.etree
from lxml.etree import _Element as Element

from reader.pages.epub.document import Document, folder_of
from reader.pages.epub.package import resolve
from reader.pages.epub.xml import local_name, told

_KEPT = frozenset(
    (
        "alt", "class", "cite", "colspan", "content", "datetime", "dir", "height", "href", "id",
        "itemprop", "lang", "rel", "reversed", "role", "rowspan", "src", "srcset", "start",
        "title", "width",
    )
)  # fmt: skip
_DROPPED = frozenset(("script", "style", "iframe", "object", "embed", "link", "form"))
_OF_PROGRAMS = re.compile(r"\bcalibre[_-]?navbar\b")
_WEB = re.compile(r"(?:https?:|data:|//)", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9]*")


def join(title: str, language: str, documents: Sequence[Document]) -> str:
    """A page with the documents one after the other; pictures by their names in the archive."""
    bodies = "\n".join(_inner(document) for document in documents)
    lang = f' lang="{html.escape(language)}"' if language else ""
    return (
        f"<!DOCTYPE html>\n<html{lang}><head><title>{html.escape(title)}</title></head>"
        f"<body><article>\n{bodies}\n</article></body></html>"
    )


def _inner(document: Document) -> str:
    folder = folder_of(document)
    body = document.body
    for element in list(body.iter("*")):
        if local_name(element) in _DROPPED or _is_of_program(element):
            _take_out(element)
        elif element is not body:
            _make_plain(element, folder)
    inner = "".join(
        lxml.etree.tostring(one, encoding="unicode", method="html") for one in body.iterchildren()
    )
    return f"<section>{html.escape(body.text or '', quote=False)}{inner}</section>"


def _is_of_program(element: Element) -> bool:
    if _OF_PROGRAMS.search(told(element, "class")):
        return True
    return any("downloaded-from" in told(one, "rel") for one in element)


def _make_plain(element: Element, folder: str) -> None:
    """An element as HTML has it: without a namespace, with the attributes a story needs."""
    name = local_name(element)
    reference = told(element, "src") or (told(element, "href") if name == "image" else "")
    kept = {
        key.rpartition("}")[2].lower(): value
        for key, value in ((str(key), str(value)) for key, value in element.attrib.items())
        if key.rpartition("}")[2].lower() in _KEPT
    }
    element.attrib.clear()
    if name == "image":  # within the svg that covers are wrapped in
        name, kept = "img", {}
    if name == "svg":
        name, kept = "div", {}
    element.tag = name if _NAME.fullmatch(name) else "span"
    if reference:
        kept["src"] = reference if _WEB.match(reference) else resolve(folder, reference)
    for key, value in kept.items():
        element.set(key, value)


def _take_out(element: Element) -> None:
    above, tail = element.getparent(), element.tail
    if above is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        above.text = (above.text or "") + tail
    above.remove(element)
