"""Keep clippings that were never a page, for the tests of finding."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reader.articles.article import Article
from reader.clipping import Clipping
from reader.library.library import Library


def keep(library: Library, title: str, text: str = "A lamp was lit.", **about: Any) -> str:
    """Keep an article with this title, and give its id; `about` are fields of the article."""
    article = Article(title=title, text=text, html=f"<p>{text}</p>", **about)
    digest = sha256(f"{title}\n{text}\n{about}".encode()).hexdigest()
    id_ = str(uuid5(NAMESPACE_URL, digest))
    clipping = Clipping(id_, article, added_at="2026-01-02T03:04:05Z", original=digest)
    assert library._clippings.insert(clipping, {})
    return id_


def keep_all(library: Library, texts: Mapping[str, str], **about: Any) -> dict[str, str]:
    """Keep articles by their titles, and make them findable."""
    ids = {title: keep(library, title, text, **about) for title, text in texts.items()}
    assert library.update_index()
    return ids
