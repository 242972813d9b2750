"""Open an MHTML file, a page and its files as the parts of one message."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.errors import CannotOpenPage
from reader.pages.addressed import joined
from reader.pages.archived import Document, page_of
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.file_sign import is_html, is_whole_page
from reader.pages.mime import Mime, read_mime
from reader.pages.original import Original
from reader.pages.part import LoadedPart, Part
from reader.pages.saved_page import Kind, SavedPage

_MARKUP = frozenset(("text/html", "application/xhtml+xml"))
_OF_ANY = frozenset(("", "application/octet-stream", "application/xml", "text/xml"))
_SAMPLE = 2048


def open_mhtml(original: Original) -> Iterator[SavedPage]:
    message = read_mime(original.content)
    leaves = list(message.leaves())
    pages = [leaf for leaf in leaves if is_markup(leaf)]
    if not pages:
        yield _text(original, message, leaves)
        return
    main = _main(message, pages)
    frames = [leaf for leaf in pages if leaf is not main]
    parts = parts_of(leaf for leaf in leaves if leaf is not main)
    around = location_of(message, "content-location") or location_of(message, "content-base")
    documents = [_from(around, document_of(one)) for one in (main, *frames)]
    yield page_of(original, documents, parts, message.moment())


def is_markup(leaf: Mime) -> bool:
    if leaf.media_type in _OF_ANY:
        head = decode(leaf.content()[:_SAMPLE])
        return is_whole_page(head) if "xml" in leaf.media_type else is_html(head)
    return leaf.media_type in _MARKUP


def document_of(leaf: Mime) -> Document:
    return Document(location_of(leaf), leaf.parameter("charset"), lambda: _in_step(leaf.content()))


def parts_of(leaves: Iterable[Mime]) -> dict[str, Part]:
    """What a page may refer to, by its address and by its id in the message."""
    parts: dict[str, Part] = {}
    for leaf in leaves:
        part = LoadedPart(leaf.content)
        name = leaf.headers.get("content-id", "").strip().strip("<>")
        for address in (location_of(leaf), f"cid:{name}" if name else ""):
            if address:
                parts.setdefault(address, part)
    return parts


def location_of(leaf: Mime, header: str = "content-location") -> str:
    # A long address may be folded like any header.
    return "".join(leaf.words(header).split())


def _from(around: str, document: Document) -> Document:
    """A document whose address is told from that of the whole message."""
    return replace(document, address=joined(around, document.address)) if around else document


def _main(message: Mime, pages: Sequence[Mime]) -> Mime:
    """The page itself: by the message's word for it, by its address, or the first."""
    start = message.parameter("start").strip("<> ")
    address = "".join(message.words("snapshot-content-location").split())
    for page in pages:
        if start and page.headers.get("content-id", "").strip("<> ") == start:
            return page
    return next((page for page in pages if address and location_of(page) == address), pages[0])


def _in_step(content: bytes) -> bytes:
    """A page in UTF-16 of which Chromium ended the lines as if its letters were single bytes."""
    if content[:_SAMPLE].count(0) * 5 < len(content[:_SAMPLE]):
        return content
    return content.replace(b"\r\n\0", b"\n\0").replace(b"\0\r\n", b"\0\n")


def _text(original: Original, message: Mime, leaves: Sequence[Mime]) -> SavedPage:
    for leaf in leaves:
        if leaf.media_type == "text/plain":
            text = decode(leaf.content(), leaf.parameter("charset"))
            if text.strip():
                text = text.replace("\r\n", "\n").replace("\r", "\n")
                return SavedPage(original.name, Kind.TEXT, text, saved_at=message.moment())
    shown = said(original.name.rsplit("/", 1)[-1])
    raise CannotOpenPage(
        f"“{shown}” is a web archive (MHTML) without a page in it; it may have been cut short. "
        "Save the page again."
    )
