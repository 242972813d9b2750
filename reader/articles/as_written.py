"""Take all that a page's markup says and shows as its body, without asking what the story is."""

from lxml.etree import _Element as Element

from reader.articles.article import Picture
from reader.articles.parse import parse
from reader.articles.pictures import settle_pictures
from reader.articles.picturing.stand_ins import make_pictures
from reader.articles.removed import take_out
from reader.articles.safe_html import safe_html_of
from reader.pages.saved_page import SavedPage


def as_written(page: SavedPage, title: str) -> tuple[str, tuple[Picture, ...]]:
    """The body as safe HTML, without the headline that says this title, and its pictures."""
    body = parse(page.markup).find("body")
    assert body is not None  # parse sees to it
    _drop_headline(body, title)
    make_pictures(body)
    pictures = settle_pictures(body, page, page.address, "")
    return safe_html_of(body, frozenset(one.address for one in pictures), page.address), pictures


def _drop_headline(body: Element, title: str) -> None:
    """It stands above the text; only what has no other words goes on with its own."""
    headline = next(body.iter("h1"), None)
    if headline is None or _words(headline) != title.split() or _words(body) == title.split():
        return
    take_out(headline, "the headline")


def _words(element: Element) -> list[str]:
    return "".join(map(str, element.itertext())).split()
