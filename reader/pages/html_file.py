"""Open an HTML file: alone, with its folder of files, or out of a tree of sites."""

import posixpath
import re
from datetime import datetime

from reader.pages.grouped_pictures import grouped_pictures
from reader.pages.original import Original
from reader.pages.saved_by import saved_by
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.scrapbooks import ABOUT, INDEX, said_about

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


def open_html(original: Original, markup: str) -> SavedPage:
    markup, grouped = grouped_pictures(markup)
    address, saved_at = saved_by(markup)
    if not address:
        address, told_at = _said_beside(original)
        saved_at = saved_at or told_at
    return SavedPage(
        name=original.name,
        kind=Kind.HTML,
        markup=markup,
        address=address or _address_in_tree(original.name),
        saved_at=saved_at or original.changed_at,
        parts={**original.parts, **grouped} if grouped else original.parts,
    )


def _said_beside(original: Original) -> tuple[str, datetime | None]:
    folder, name = posixpath.split(original.name)
    about = original.parts.get(posixpath.join(folder, ABOUT)) if name == INDEX else None
    try:
        return said_about(about.read_bytes()) if about is not None else ("", None)
    except OSError:  # the page can be read without it
        return "", None


def _address_in_tree(name: str) -> str:
    """A tree that wget made has a folder for each site: site.example/2026/page.html."""
    host, slash, path = name.partition("/")
    return f"http://{host}/{path}" if slash and _HOST.fullmatch(host) else ""
