"""Clean the pages of files and say the articles, without a library."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.articles.article import Article
from reader.cli import records
from reader.cli.saying import say
from reader.errors import ReaderError


def clean(asked: argparse.Namespace) -> int:
    failed = False
    for file in asked.files:
        for entry, article, fault in _articles(file):
            failed = failed or bool(fault)
            if fault and not asked.json:
                print(fault, file=sys.stderr)
            record = {"file": str(file), "entry": entry, **records.of_article(article)}
            told = "" if fault else f"{article.title}\n\n{article.text}\n"
            say(asked, {**record, "error": fault}, told)
    return int(failed)


def _articles(file: Path) -> Iterator[tuple[str, Article, str]]:
    """The entry and the article of each page in a file, or a fault in its place."""
    from reader.articles.extract import extract
    from reader.pages.open_page import open_entries
    from reader.pages.original import read_original
    from reader.pages.saved_page import SavedPage

    try:
        for page in open_entries(read_original(file)):
            if isinstance(page, SavedPage):
                yield page.entry, extract(page), ""
            else:
                yield page.entry, Article(), page.reason
    except ReaderError as error:
        yield "", Article(), str(error)
