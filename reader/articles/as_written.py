"""Take all that a page's markup says and shows as its body, without asking what the story is."""

from lxml.etree import _Element as Element

from reader.articles.article import Picture
from reader.articles.parse import parse
from reader.articles.pictures import settle_pictures
from reader.articles.picturing.stand_ins import make_pictures
from reader.articles.plain_text import plain_text
from reader.articles.removed import put_back, take_out
from reader.articles.safe_html import safe_html_of
from reader.pages.saved_page import SavedPage


def as_written(page: SavedPage, title: str) -> tuple[str, tuple[Picture, ...]]:
    """The body as safe HTML, without the headline that says this title, and its pictures."""
    body = parse(page.markup).find("body")
    assert body is not None  # parse sees to it
    make_pictures(body)
    pictures = settle_pictures(body, page, page.address, "")
    shown = frozenset(one.address for one in pictures)
    headline = _headline(body, title)
    removed = take_out(headline, "the headline") if headline is not None else None
    html = safe_html_of(body, shown, page.address)
    if removed is not None and not plain_text(html).split():
        # It stands above the text; what has no other words goes on with its own.
        put_back(removed)
        html = safe_html_of(body, shown, page.address)
    return html, pictures


def _headline(body: Element, title: str) -> Element | None:
    headline = next(body.iter("h1"), None)
    said = "" if headline is None else "".join(map(str, headline.itertext()))
    return headline if said.split() == title.split() else None
