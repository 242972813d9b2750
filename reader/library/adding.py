"""Bring saved pages into the library."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.articles.article import Article, Completeness
from reader.clipping import Change, Clipping, Outcome, Status
from reader.errors import CannotOpenPage, ReaderError
from reader.library.progress import Progress
from reader.library.writable import writable
from reader.pages.file_names import said
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings

if TYPE_CHECKING:
    from reader.pages.saved_page import SavedPage

LONGEST_TITLE = 500
FEW = 4  # so many pages are cleaned sooner than a worker process starts

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Prepared:
    """A page cleaned and its files kept, ready to become a clipping."""

    original: str
    article: Article
    saved_at: datetime | None
    pictures: dict[str, str]


def add_pages(
    paths: Iterable[Path],
    clippings: Clippings,
    blobs: Blobs,
    workers: int,
    progress: Progress,
) -> Iterator[Outcome]:
    """Add each page below these paths, telling of each what became of it.

    `progress` may raise Cancelled: what is done stays done.
    """
    # What follows takes long to load, and only those who add pages need it.
    from reader.library.workers import run_each
    from reader.pages.find_pages import NoPages, find_pages

    pages = list(find_pages(paths))
    total = len(pages)
    progress(0, total, "")
    found = [page for page in pages if isinstance(page, Path)]
    empty = [page for page in pages if isinstance(page, NoPages)]
    for done, folder in enumerate(empty, 1):
        yield Outcome(folder.folder, Status.FAILED, reason=folder.reason)
        progress(done, total, folder.folder.name)
    ready = run_each(partial(prepare, blobs=blobs), found, workers if len(found) > FEW else 0)
    for done, (path, result) in enumerate(ready, len(empty) + 1):
        yield _keep(path, result, clippings)
        progress(done, total, path.name)


def prepare(path: Path, blobs: Blobs) -> Prepared:
    """Open, clean and store one saved page; all of it without the database."""
    from reader.pages.open_page import open_page
    from reader.pages.original import read_original

    original = read_original(path)
    page = open_page(original)
    article, pictures = clean(page, path, blobs)
    return Prepared(blobs.keep_original(original), article, page.saved_at, pictures)


def clean(page: "SavedPage", path: Path, blobs: Blobs) -> tuple[Article, dict[str, str]]:
    """The article of a page, and the digests of its pictures, which are kept, by address."""
    from reader.articles.extract import extract

    article = _titled(writable(extract(page)), path)
    if article.completeness is Completeness.EMPTY or not article.text.strip():
        told = f" It says: “{article.evidence}”" if article.evidence else ""
        name = said(path.name)
        raise CannotOpenPage(f"“{name}” holds no story that could be found in it.{told}")
    kept = {one.address: blobs.keep_picture(one.content) for one in article.pictures if one.content}
    bare = tuple(replace(one, content=None) for one in article.pictures)
    return replace(article, pictures=bare), kept


def changes_of(outcomes: Sequence[Outcome]) -> Change:
    added = frozenset(one.id for one in outcomes if one.status is Status.ADDED)
    remade = frozenset(one.id for one in outcomes if one.is_remade)
    return Change(added=added, remade=remade - added)


def _titled(article: Article, path: Path) -> Article:
    title = " ".join((article.title or article.text[:80] or said(path.stem)).split())
    return replace(article, title=title[:LONGEST_TITLE])


def _keep(path: Path, result: Prepared | Exception, clippings: Clippings) -> Outcome:
    name = said(path.name)
    if isinstance(result, ReaderError):
        return Outcome(path, Status.FAILED, reason=str(result))
    if isinstance(result, OSError):  # a full disk, a folder that may not be written
        why = result.strerror or "the disk does not take it"
        return Outcome(path, Status.FAILED, reason=f"“{name}” could not be kept: {why}.")
    if isinstance(result, Exception):
        _log.error("%r could not be added", path, exc_info=result)
        reason = f"“{name}” could not be added: {type(result).__name__}. The log says more."
        return Outcome(path, Status.FAILED, reason=reason)
    now = datetime.now(UTC)
    clipping = Clipping(
        id=str(uuid4()),
        article=result.article,
        added_at=_stamp(now),
        saved_at=_stamp(result.saved_at or now),
        file_name=path.name,
        original=result.original,
    )
    if clippings.insert(clipping, result.pictures):
        return Outcome(path, Status.ADDED, clipping.id, clipping.article.title)
    id_, title, is_trashed = clippings.with_original(result.original) or ("", "", False)
    reason = f"“{title}” is here already; it lies in the trash." if is_trashed else ""
    return Outcome(path, Status.DUPLICATE, id_, title, reason)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
