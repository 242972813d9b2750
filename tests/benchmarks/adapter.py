"""Run the very code of an import on a page's bytes, for measuring.

The text is what the reader is shown of the story: the standfirst above it, then its body.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.articles.article import Article
from reader.articles.extract import extract as extract_article
from reader.pages.encoding import decode
from reader.pages.saved_page import Kind, SavedPage


def extract(html: bytes, url: str) -> dict[str, object]:
    page = SavedPage("page.html", Kind.HTML, decode(html), url)
    return _told(extract_article(page))


def extract_text(text: bytes, url: str) -> dict[str, object]:
    page = SavedPage("page.txt", Kind.TEXT, decode(text), url)
    return _told(extract_article(page))


def _told(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "byline": list(article.people) or article.byline,
        "date": article.published,
        "site": article.source,
        "image": article.pictures[0].address if article.pictures else "",
        "text": "\n\n".join(filter(None, (article.standfirst, article.text))),
        "html": article.html,
    }
