"""Hand a clipping out as plain text."""

from reader.clipping import Clipping


def as_text(clipping: Clipping) -> str:
    article = clipping.article
    about = " · ".join(filter(None, (article.byline, article.source, article.published)))
    head = (article.title, article.standfirst, about, article.address)
    return "\n\n".join(filter(None, (*head, article.text))) + "\n"
