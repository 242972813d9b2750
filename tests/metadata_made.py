"""Pages whose heads and bylines the tests make up."""

import json

from reader.articles.metadata import Metadata, read_metadata
from reader.articles.parse import parse
from reader.pages.saved_page import Kind, SavedPage

ADDRESS = "https://www.harbourtimes.example/news/2026/11/10/crane-lifted"
STORY = (
    "<p>The crane that had blocked the river since Tuesday was lifted on Friday morning.</p>" * 6
)
HEADLINE = "<h1>Crane lifted after four days</h1>"


def read(head: str, body: str, address: str = ADDRESS, lang: str = "en") -> Metadata:
    markup = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    page = SavedPage("page.html", Kind.HTML, markup, address)
    return read_metadata(list(parse(markup).iter()), page)


def json_ld(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
