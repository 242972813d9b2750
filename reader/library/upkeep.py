"""Keep the index in step with the store, copy the library, and check it."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.originals import UNREADABLE, original_fault
from reader.library.progress import Progress
from reader.pages.file_names import said
from reader.search.damage import IndexDamaged
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.database import Database
from reader.store.page_key import digest_of
from reader.store.schema import copy_library
from reader.store.unindexed import Unindexed
from reader.store.versions import Versions

if TYPE_CHECKING:
    from reader.search.index import SearchIndex

BATCH = 250  # clippings written to the index at a time
BACKUPS = 7
BACKUP_AGE = timedelta(days=1)


def index_is_whole(index: "SearchIndex", clippings: Clippings, unindexed: Unindexed) -> bool:
    """False where the index is missing, damaged, or of another library than this."""
    try:
        known = index.open()
    except IndexDamaged:
        return False
    total = clippings.count()
    return total - unindexed.count() <= known <= total


def update_index(
    index: "SearchIndex", clippings: Clippings, unindexed: Unindexed, progress: Progress
) -> bool:
    """Make everything findable; False if another program is at it just now."""
    if not index_is_whole(index, clippings, unindexed):
        return rebuild_index(index, unindexed, progress)
    try:
        return _index_pending(index, unindexed, progress)
    except IndexDamaged:
        return rebuild_index(index, unindexed, progress)


def rebuild_index(index: "SearchIndex", unindexed: Unindexed, progress: Progress) -> bool:
    """Make the index anew from the store; False if another program is writing it."""
    try:
        if not index.make_anew():
            return False
        # Only now: what another window has put into the old index must be put again.
        unindexed.queue_all()
        return _index_pending(index, unindexed, progress)
    except IndexDamaged as error:
        raise ReaderError(f"The search index could not be written: {error}.") from error


def back_up(database: Database, folder: Path) -> None:
    """Copy library.db once a day, and keep the last copies."""
    copies = sorted(folder.glob("library-*.db"))
    if copies and _is_recent(copies[-1]):
        return
    for half in folder.glob("library-*.draft"):
        if not _is_recent(half):  # a crash left it; a recent one may be another window's
            half.unlink()
    copies.append(copy_library(database.reading(), folder))
    for old in copies[:-BACKUPS]:
        old.unlink()


def _is_recent(file: Path) -> bool:
    age = datetime.now(UTC) - datetime.fromtimestamp(file.stat().st_mtime, UTC)
    # What is from the future was written while the clock was wrong.
    return abs(age) < BACKUP_AGE


def check(database: Database, blobs: Blobs, progress: Progress) -> Iterator[str]:
    """What is wrong with the library, a sentence each."""
    db = database.reading()
    for row in db.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"library.db is damaged: {row[0]}."
    versions = Versions(database)
    yield from _check_originals(versions, blobs, progress)
    for digest, name in versions.imports():
        fault = _import_fault(blobs, digest)
        if fault:
            yield f"“{said(name)}”, from which clippings came in, {fault}."
    for row in db.execute("SELECT DISTINCT sha256 FROM pictures WHERE sha256 != ''"):
        if not _is_intact(blobs.picture_file(row[0]), row[0]):
            yield f"The picture {row[0]} is missing or damaged."


def _check_originals(versions: Versions, blobs: Blobs, progress: Progress) -> Iterator[str]:
    rows = versions.all_keys()
    digest = fault = ""
    for done, row in enumerate(rows, 1):
        # Pages of one file follow each other, and the file is read once for all of them.
        if digest_of(row["original"]) != digest:
            digest = digest_of(row["original"])
            fault = original_fault(blobs, digest)
        if fault:
            yield f"The original of “{row['title']}” ({row['id']}) {fault}."
        progress(done, len(rows), row["title"])


def _import_fault(blobs: Blobs, digest: str) -> str:
    try:
        return "" if blobs.is_whole(digest) else "is not what it was"
    except UNREADABLE as error:
        return f"cannot be read: {error}"


def _index_pending(index: "SearchIndex", unindexed: Unindexed, progress: Progress) -> bool:
    total, done = unindexed.count(), 0
    while batch := unindexed.next(BATCH):
        if not index.put(batch.values()):
            return False
        unindexed.done(batch)
        done += len(batch)
        progress(done, max(total, done), "")
    return True


def _is_intact(file: Path, digest: str) -> bool:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == digest
    except OSError:
        return False
