"""Open a plain-text dump of a page."""

from reader.pages.original import Original
from reader.pages.saved_page import Kind, SavedPage


def open_text(original: Original, markup: str) -> SavedPage:
    text = markup.replace("\r\n", "\n").replace("\r", "\n")
    return SavedPage(original.name, Kind.TEXT, text, saved_at=original.changed_at)
