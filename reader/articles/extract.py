"""The steps from a saved page to its article, in their order."""

import lxml.etree
import lxml.html
from lxml.etree import _Element as Element

from reader.articles.article import Article
from reader.articles.boilerplate import drop_boilerplate, drop_unread
from reader.articles.headline import find_headline
from reader.articles.main_text import find_main_text
from reader.articles.measure import Measures
from reader.articles.parse import parse
from reader.articles.pictures import settle_pictures
from reader.articles.plain_text import plain_text
from reader.articles.safe_html import safe_html
from reader.articles.trim import trim
from reader.pages.saved_page import SavedPage


def extract(page: SavedPage) -> Article:
    """The article of a page."""
    root = parse(page.markup)
    title = _title(root)
    body = root.find("body")
    drop_unread(body)
    measures = Measures(body)
    removed = drop_boilerplate(body, measures)
    headline = find_headline(body, title)
    story = find_main_text(body, measures, headline)
    removed += story.removed
    removed += trim(story.root, measures, headline)
    pictures = settle_pictures(story.root, page)
    markup = lxml.etree.tostring(story.root, encoding="unicode", method="html", with_tail=False)
    html = safe_html(markup, frozenset(p.address for p in pictures), page.address)
    return Article(
        title=title,
        address=page.address,
        html=html,
        text=plain_text(html),
        pictures=pictures,
    )


def _title(root: Element) -> str:
    h1 = [" ".join("".join(map(str, h.itertext())).split()) for h in root.iter("h1")]
    title = root.findtext(".//title") or ""
    if len(h1) == 1 and h1[0]:
        return h1[0]
    for h in h1:
        if h and h.lower() in title.lower():
            return h
    return title.split(" | ")[0].split(" - ")[0].strip()
