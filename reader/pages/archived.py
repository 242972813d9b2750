"""Make a page of what a browser put into one file: the page, its frames and their pictures."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from reader.errors import CannotOpenPage
from reader.pages.addressed import Addressed, base_of
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.html_file import open_html
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.part import Part
from reader.pages.saved_by import on_the_web
from reader.pages.saved_page import SavedPage

# A page of frames has nothing to read itself; what it says to old browsers is no story.
_FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
_LONGEST_FRAMESET = 64 * 1024


@dataclass(frozen=True)
class Document:
    """A page or frame in an archive, with its encoding as far as the archive tells it."""

    address: str
    charset: str
    load: Callable[[], bytes]


def page_of(
    original: Original,
    documents: Iterable[Document],
    parts: Mapping[str, Part],
    saved_at: datetime | None = None,
) -> SavedPage:
    """The page, which is the first of the documents, or the largest frame where it has no more."""
    main, *frames = documents
    markup = _markup(original, main)
    if frames and len(markup) < _LONGEST_FRAMESET and _FRAMESET.search(markup):
        main = max(frames, key=lambda one: len(one.load()))
        markup = _markup(original, main)
    page = open_html(
        replace(original, parts=Addressed(parts, base_of(markup, main.address))), markup
    )
    return replace(
        page,
        address=on_the_web(main.address) or page.address,
        saved_at=saved_at or page.saved_at,
    )


def _markup(original: Original, document: Document) -> str:
    shown = said(original.name.rsplit("/", 1)[-1])
    content = document.load()
    if len(content) > LARGEST_PAGE:
        raise CannotOpenPage(
            f"“{shown}” is too large: its page has {len(content) >> 20} MB, "
            f"and a page may have {LARGEST_PAGE >> 20} MB at most."
        )
    markup = decode(content, document.charset)
    if not markup.strip():
        raise CannotOpenPage(f"“{shown}” is a web archive with an empty page. Save it again.")
    return markup
