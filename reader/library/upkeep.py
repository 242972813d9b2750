"""Copy the library, and check it."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.library.originals import UNREADABLE, original_fault
from reader.library.progress import Progress
from reader.pages.file_names import said
from reader.store.blobs import Blobs
from reader.store.database import Database
from reader.store.page_key import digest_of
from reader.store.schema import copy_library
from reader.store.versions import Versions

BACKUPS = 7
BACKUP_AGE = timedelta(days=1)


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
    pictures = "SELECT sha256 FROM pictures WHERE sha256 != '' UNION SELECT sha256 FROM fetched"
    for row in db.execute(pictures):
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


def _is_intact(file: Path, digest: str) -> bool:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == digest
    except OSError:
        return False
