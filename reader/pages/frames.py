"""Open the documents that a page shows in frames, as far as they were saved with it."""

import binascii
import re
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from reader.errors import CannotOpenPage
from reader.pages.addressed import Addressed
from reader.pages.encoding import decode
from reader.pages.file_sign import is_html
from reader.pages.grouped_pictures import grouped_pictures
from reader.pages.original import LARGEST_PAGE
from reader.pages.saved_page import SavedPage, part_names
from reader.pages.weight import refuse_heavy

_DATA = re.compile(r"data:(?:text/html|application/xhtml\+xml)([^,]{0,200}),", re.IGNORECASE)
_HEAD = 64 * 1024


def document_in(page: SavedPage, within: str, source: str) -> SavedPage | None:
    """What a frame of the page shows: what stands within its tag, or what its address leads to."""
    source = source.strip()
    frame = replace(page, markup=within or _in_address(source))
    if not frame.markup and source:
        frame = _saved(page, source)
    if not frame.markup:
        return None
    try:
        refuse_heavy("", frame.markup)
    except CannotOpenPage:
        return None
    markup, grouped = grouped_pictures(frame.markup)
    return replace(frame, markup=markup, parts={**frame.parts, **grouped}) if grouped else frame


def _in_address(source: str) -> str:
    """The document that an address of its kind consists of."""
    head = _DATA.match(source)
    if head is None:
        return ""
    try:
        content = unquote_to_bytes(source[head.end() :])
        if head[1].lower().endswith(";base64"):
            content = binascii.a2b_base64(content)
    except binascii.Error:
        return ""
    return decode(content, head[1].lower().partition("charset=")[2].partition(";")[0])


def _saved(page: SavedPage, source: str) -> SavedPage:
    """The file that was saved for a frame, its own references read from where it lies."""
    part = page.part(source)
    try:
        content = part.read_bytes() if part is not None else b""
    except OSError:
        content = b""
    markup = decode(content) if len(content) <= LARGEST_PAGE else ""
    if not is_html(markup[:_HEAD]):
        return replace(page, markup="")
    if isinstance(page.parts, Addressed):
        return replace(page, markup=markup, parts=page.parts.seen_from(source))
    names = part_names(page.name, source)
    name = next((one for one in names if one in page.parts), page.name)
    return replace(page, name=name, markup=markup)
