"""Take what another program kept as it is, where no story is found in it."""

from dataclasses import replace
from html import escape

from reader.articles.article import Article, Completeness, Picture
from reader.articles.as_written import as_written
from reader.articles.plain_text import plain_text
from reader.articles.safe_html import safe_html
from reader.articles.stated import link_alone
from reader.foreign.items import is_piece
from reader.pages.saved_page import Kind, SavedPage

# Letters. A whole page that is longer and tells no story is one of menus: its link says as much.
LONGEST = 4_000

Pictures = tuple[Picture, ...]


def as_it_is(page: SavedPage, found: Article) -> Article:
    """A note, a list, a few words, a picture: all of it. `found` is what cleaning made of it."""
    html, pictures = _whole(page, found.title)
    text = plain_text(html)
    says_more = text.split() and text.split() != found.title.split()
    shows_more = any(one.content or not page.address for one in pictures)
    is_own = not page.address or len(text) <= LONGEST or is_piece(page.markup)
    if (says_more or shows_more) and is_own:
        return _with(found, html, text, pictures)
    if page.address:
        return link_alone(page)
    html = _paragraphs(_brought(page)) or html
    return _with(found, html, plain_text(html))


def _whole(page: SavedPage, title: str) -> tuple[str, Pictures]:
    return (_paragraphs(page.markup), ()) if page.kind is Kind.TEXT else as_written(page, title)


def _with(found: Article, html: str, text: str, pictures: Pictures = ()) -> Article:
    whole = Completeness.WHOLE if text.strip() else Completeness.EMPTY
    return replace(found, html=html, text=text, pictures=pictures, completeness=whole, evidence="")


def _brought(page: SavedPage) -> str:
    """What the reader marked or noted of what has no text of its own."""
    brought = page.record.brought
    return "\n".join(mark.exact for mark in brought.marks) or brought.note


def _paragraphs(text: str) -> str:
    lines = filter(None, map(str.strip, text.splitlines()))
    return safe_html("\n".join(f"<p>{escape(line)}</p>" for line in lines), frozenset(), "")
