"""The steps from a saved page to its article, in their order."""

import lxml.etree
import lxml.html

from reader.articles.article import Article
from reader.articles.boilerplate import drop_boilerplate, drop_unread
from reader.articles.headline import find_headline
from reader.articles.main_text import find_main_text
from reader.articles.measure import Measures
from reader.articles.metadata import read_metadata
from reader.articles.parse import parse
from reader.articles.pictures import settle_pictures
from reader.articles.picturing.addresses import absolute
from reader.articles.picturing.noscript import bring_out
from reader.articles.plain_text import plain_text
from reader.articles.safe_html import safe_html
from reader.articles.streamed import put_in_place
from reader.articles.trim import trim
from reader.pages.saved_page import SavedPage


def extract(page: SavedPage) -> Article:
    """The article of a page."""
    root = parse(page.markup)
    about = read_metadata(root, page)
    body = root.find("body")
    base = _base(root, about.address or page.address)
    put_in_place(body)
    bring_out(body)
    drop_unread(body)
    measures = Measures(body)
    headline = find_headline(body, about.title)
    boilerplate = drop_boilerplate(body, measures, headline)
    story = find_main_text(body, measures, headline, boilerplate.doubtful)
    removed = [*boilerplate.removed, *story.removed]
    removed += trim(story.root, measures, headline, about)
    pictures = settle_pictures(story.root, page, base)
    markup = lxml.etree.tostring(story.root, encoding="unicode", method="html", with_tail=False)
    html = safe_html(markup, frozenset(p.address for p in pictures), base)
    return Article(
        title=about.title,
        standfirst=about.standfirst,
        byline=about.byline,
        people=about.people,
        agency=about.agency,
        source=about.source,
        section=about.section,
        published=about.published,
        updated=about.updated,
        language=about.language,
        topics=about.topics,
        address=about.address,
        html=html,
        text=plain_text(html),
        pictures=pictures,
    )


def _base(root: lxml.html.HtmlElement, address: str) -> str:
    """What the page's relative addresses are relative to."""
    named = root.find(".//base[@href]")
    href = (named.get("href") or "") if named is not None else ""
    return absolute(href, address) or address
