"""Clean clippings again from their originals; what the reader added stays."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

from reader.articles.article import Article
from reader.articles.quote import find_quote
from reader.clipping import Clipping, Recleaned
from reader.errors import ReaderError
from reader.library.originals import pages_of
from reader.library.preparing import clean_and_keep
from reader.library.progress import Progress
from reader.library.work import Ended
from reader.library.workers import FEW, run_batches
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.page_key import digest_of

# Told by what they mean for the article: its completeness.
_NOT_TOLD = frozenset(("evidence",))

_log = logging.getLogger(__name__)

_Cleaned = tuple[Article, dict[str, str]]


@dataclass(frozen=True)
class _KeptFile:
    """An original, and the keys of those of its pages that are to be cleaned again."""

    digest: str
    keys: frozenset[str]

    @property
    def name(self) -> str:
        return self.digest


@dataclass(frozen=True)
class _Again:
    """A page that was cleaned again, or why it could not be."""

    key: str
    made: _Cleaned | Exception


def clean_again(
    ids: Sequence[str], clippings: Clippings, blobs: Blobs, workers: int, progress: Progress
) -> Iterator[Recleaned]:
    """Clean each of these again, telling of each what that changed.

    `progress` may raise Cancelled: what is done stays done.
    """
    by_key = {key: id_ for id_, key in clippings.originals(ids).items()}
    files = defaultdict[str, set[str]](set)
    for key in by_key:
        files[digest_of(key)].add(key)
    units = [_KeptFile(digest, frozenset(keys)) for digest, keys in files.items()]
    total, done = len(by_key), 0
    progress(0, total, "")
    work = partial(_clean_file, blobs=blobs)
    for batch in run_batches(work, units, workers if total > FEW else 0):
        for unit, value in batch:
            for one in _told(unit, value, by_key):
                outcome = _keep(clippings.load(by_key.pop(one.key)), one.made, clippings)
                yield outcome
                done += 1
                progress(done, total, outcome.title)


def _told(
    unit: _KeptFile, value: _Again | Exception | Ended, left: Collection[str]
) -> Iterator[_Again]:
    """What was told of a page; of what ended the work on a file, once for each page left."""
    if isinstance(value, _Again):
        yield value
    elif isinstance(value, Exception):
        yield from (_Again(key, value) for key in sorted(unit.keys) if key in left)


def _clean_file(unit: _KeptFile, blobs: Blobs) -> Iterator[_Again]:
    for key, page in pages_of(blobs, unit.digest, unit.keys):
        try:
            made: _Cleaned | Exception = clean_and_keep(page, Path(page.name), blobs)
        except Exception as error:  # noqa: BLE001  a bug one page shows must not keep others out
            made = error
        yield _Again(key, made)


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
