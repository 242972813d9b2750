"""Hand a clipping out as one HTML page."""

from html import escape

from reader.clipping import Clipping

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="{byline}">
<meta name="date" content="{published}">
<link rel="canonical" href="{address}">
</head>
<body>
<article>
<h1>{title}</h1>
<p>{standfirst}</p>
<p>{byline} · {source} · {published}</p>
{html}
</article>
</body>
</html>
"""


def as_html(clipping: Clipping) -> str:
    """The article with its head; pictures keep the addresses they have in it."""
    article = clipping.article
    names = ("title", "standfirst", "byline", "source", "published", "language", "address")
    texts = {name: escape(getattr(article, name)) for name in names}
    return _PAGE.format(**texts, html=article.html)
