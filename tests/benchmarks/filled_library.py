"""Fill a library with articles of a corpus, through the library's own door."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reader.articles.article import Article
from reader.clipping import Clipping
from reader.library import marking
from reader.library.library import Library

BATCH = 1_000  # clippings kept in one transaction


def fill(library: Library, articles: Path, many: int, start: int = 0) -> None:
    """Keep the articles from `start` up to `many` as clippings, cleaned already."""
    database, clippings = library._database, library._clippings
    for batch in _batches(islice(read_articles(articles), start, many)):
        with database.writing():
            for one in batch:
                clipping = clipping_of(one)
                clippings.insert(clipping, {})
                tags = tuple(sorted(set(one["tags"])))
                marking.change(database, [clipping.id], partial(replace, tags=tags))


def read_articles(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def clipping_of(one: Mapping[str, Any]) -> Clipping:
    paragraphs = one["text"].split("\n\n")
    address = f"https://{one['site']}/{one['id']}"
    article = Article(
        title=one["title"],
        byline=one["author"],
        people=(one["author"],),
        source=one["site"],
        published=one["date"],
        language="en",
        address=address,
        html="".join(f"<p>{escape(text)}</p>" for text in paragraphs),
        text=one["text"],
    )
    digest = f"{one['id']:064x}"
    added_at = "2026-01-02T03:04:05Z"
    return Clipping(str(uuid5(NAMESPACE_URL, address)), article, added_at=added_at, original=digest)


def _batches(articles: Iterator[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    while batch := list(islice(articles, BATCH)):
        yield batch
