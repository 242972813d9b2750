"""Parse the XML of an EPUB, which may be meant to harm."""

import re
from collections.abc import Iterator
from html.entities import html5

import lxml.etree
from lxml.etree import _Element as Element

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_OF_DOCTYPE = re.compile(rb"[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_DOCTYPE_WITHIN = 64 * 1024
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


def parse_xml(content: bytes, *, recover: bool = True) -> Element | None:
    """The root element; None where there is none. Nothing else is read, no entity is expanded."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=recover,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return lxml.etree.fromstring(_without_entities(content), parser)
    except (lxml.etree.XMLSyntaxError, ValueError, LookupError):
        return None


def called(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names below it, in whatever namespace."""
    return (one for one in root.iter("*") if local_name(one) in names)


def local_name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def told(element: Element, name: str) -> str:
    """An attribute, in whatever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2].lower() == name:
            return str(value).strip()
    return ""


def said(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _without_entities(content: bytes) -> bytes:
    """XML without a list of its own knows five entities, and pages use all that HTML has."""
    start = _DOCTYPE.search(content, 0, _DOCTYPE_WITHIN)
    end = _OF_DOCTYPE.match(content, start.end(), _DOCTYPE_WITHIN) if start else None
    if start and end:
        content = content[: start.start()] + content[end.end() :]
    return _ENTITY.sub(_sign, content)


def _sign(found: re.Match[bytes]) -> bytes:
    if found[1] in _OF_XML:
        return found[0]
    signs = html5.get(found[1].decode("ascii") + ";", "")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode()
