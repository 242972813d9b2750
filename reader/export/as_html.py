"""Hand a clipping out as one HTML page."""

from html import escape

from reader.clipping import Clipping


def as_html(clipping: Clipping) -> str:
    """The article with its head; pictures keep the addresses they have in it."""
    article = clipping.article
    language = f' lang="{escape(article.language)}"' if article.language else ""
    title = escape(article.title)
    head = ['<meta charset="utf-8">', f"<title>{title}</title>"]
    for name, content in (("author", article.byline), ("date", article.published)):
        if content:
            head.append(f'<meta name="{name}" content="{escape(content)}">')
    if article.address:
        head.append(f'<link rel="canonical" href="{escape(article.address)}">')
    about = " · ".join(filter(None, (article.byline, article.source, article.published)))
    paragraphs = [f"<p>{escape(text)}</p>" for text in (article.standfirst, about) if text]
    body = ["<article>", f"<h1>{title}</h1>", *paragraphs, article.html, "</article>"]
    lines = ["<!DOCTYPE html>", f"<html{language}>", "<head>", *head, "</head>", "<body>"]
    return "\n".join([*lines, *body, "</body>", "</html>"]) + "\n"
