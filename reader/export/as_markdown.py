"""Hand a clipping out as Markdown with YAML front matter, as note-taking programs read it."""

import json

from reader.clipping import Clipping
from reader.export.markdown_body import markdown_body
from reader.export.markdown_words import plain


def as_markdown(clipping: Clipping) -> str:
    article = clipping.article
    front = {
        "title": article.title,
        "author": list(article.people) or article.byline,
        "source": article.address,
        "site": article.source,
        "published": article.published,
        "saved": clipping.saved_at,
        "tags": list(clipping.additions.tags),
    }
    # A JSON value is a YAML value, with all that could be misread safely in quotes.
    lines = [f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in front.items() if one]
    parts = ["---\n" + "\n".join(lines) + "\n---", f"# {plain(article.title)}"]
    if article.standfirst:
        parts.append(f"*{plain(article.standfirst)}*")
    parts.append(markdown_body(article.html))
    if clipping.additions.highlights:
        parts.append("## Marks\n\n" + "\n\n".join(_mark_lines(clipping)))
    if clipping.additions.note:
        parts.append("## Note\n\n" + clipping.additions.note)
    return "\n\n".join(part for part in parts if part) + "\n"


def _mark_lines(clipping: Clipping) -> list[str]:
    lines = []
    for mark in clipping.additions.highlights:
        quote = "> " + " ".join(mark.quote.exact.split())
        lines.append(f"{quote}\n\n{mark.note}" if mark.note else quote)
    return lines
