"""Clean clippings again from their originals; what the reader added stays."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

from reader.articles.article import Article
from reader.articles.quote import find_quote
from reader.clipping import Clipping, Recleaned
from reader.errors import ReaderError
from reader.library.adding import FEW, clean
from reader.library.originals import page_of
from reader.library.progress import Progress
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings

# Told by what they mean for the article: its completeness.
_NOT_TOLD = frozenset(("evidence",))

_log = logging.getLogger(__name__)

_Cleaned = tuple[Article, dict[str, str]]


def clean_again(
    ids: Sequence[str], clippings: Clippings, blobs: Blobs, workers: int, progress: Progress
) -> Iterator[Recleaned]:
    """Clean each of these again, telling of each what that changed.

    `progress` may raise Cancelled: what is done stays done.
    """
    from reader.library.workers import run_each

    by_file = {blobs.original_file(digest): id_ for id_, digest in clippings.originals(ids).items()}
    total = len(by_file)
    progress(0, total, "")
    work = partial(_clean_original, blobs=blobs)
    ready = run_each(work, list(by_file), workers if total > FEW else 0)
    for done, (file, result) in enumerate(ready, 1):
        outcome = _keep(clippings.load(by_file[file]), result, clippings)
        yield outcome
        progress(done, total, outcome.title)


def _clean_original(file: Path, blobs: Blobs) -> _Cleaned:
    page = page_of(blobs, file.stem)
    return clean(page, Path(page.name), blobs)


def _keep(old: Clipping, result: _Cleaned | Exception, clippings: Clippings) -> Recleaned:
    title = old.article.title
    if isinstance(result, Exception):
        return Recleaned(old.id, title, reason=f"“{title}” stays as it was: {_why(old, result)}.")
    article, pictures = result
    made = clippings.made(old.id)
    # Some pages told their address only to the browser that saved them.
    article = replace(article, address=article.address or made.address)
    changed = _changed(made, article)
    if not changed and article == made:
        clippings.confirm(old.id)
        return Recleaned(old.id, title)
    clippings.replace(old.id, article, pictures)
    now = clippings.load(old.id)
    return Recleaned(old.id, now.article.title, changed, _unplaced(now))


def _changed(old: Article, new: Article) -> tuple[str, ...]:
    """The names of the fields that differ; markup only where the words are the same."""
    differing = [
        one.name
        for one in fields(Article)
        if getattr(old, one.name) != getattr(new, one.name) and one.name not in _NOT_TOLD
    ]
    if "text" in differing and "html" in differing:
        differing.remove("html")
    return tuple(differing)


def _unplaced(clipping: Clipping) -> tuple[str, ...]:
    text = clipping.article.text
    return tuple(
        mark.id for mark in clipping.additions.highlights if find_quote(text, mark.quote) is None
    )


def _why(old: Clipping, error: Exception) -> str:
    if isinstance(error, ReaderError):
        return str(error).rstrip(".")
    if isinstance(error, OSError):  # a full disk, a folder that may not be written
        return error.strerror or "the disk does not take it"
    _log.error("%s could not be cleaned again", old.id, exc_info=error)
    return f"the cleaner failed with {type(error).__name__}; the log says more"
