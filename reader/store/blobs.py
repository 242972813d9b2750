"""Keep bytes by the SHA-256 of their content: originals as they came, and pictures."""

import hashlib
import os
import time
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from reader.store.zip_writer import write_zip

if TYPE_CHECKING:
    from reader.pages.original import Original
    from reader.pages.part import Part

DRAFT_AGE = 24 * 3600  # seconds
FEW = 3  # files, for which no thread is worth its start
_BLOCK = 1 << 20

Run = Callable[[Callable[[Any], None], Iterable[Any]], Iterable[None]]


@dataclass(frozen=True)
class Draft:
    """A file that is written, and the place it will have; until then a crash loses it."""

    file: Path
    target: Path


class _Entry:
    """A part of an original; zipfile.Path takes names for folders, and loops for ever on some."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        self._archive = archive
        self._entry = entry

    def open(self, _mode: Literal["rb"] = "rb", /) -> IO[bytes]:
        return self._archive.open(self._entry)

    def read_bytes(self) -> bytes:
        return self._archive.read(self._entry)


class Blobs:
    """The folders `originals/` and `pictures/`; what is once in them never changes."""

    def __init__(self, folder: Path) -> None:
        self._originals = folder / "originals"
        self._pictures = folder / "pictures"

    def original_file(self, digest: str) -> Path:
        return self._originals.joinpath(digest[:2], f"{digest}.zip")

    def picture_file(self, digest: str) -> Path:
        return self._pictures.joinpath(digest[:2], digest)

    def has_original(self, digest: str) -> bool:
        return self.original_file(digest).exists()

    def keep_original(self, original: "Original") -> str:
        """Store a saved file with its parts, and give its digest."""
        digest = original.digest
        self.settle(self.draft_original(original, digest))
        return digest

    def keep_file(self, path: Path, digest: str) -> None:
        """Store a file of any size, block by block."""
        name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        whole = ((name, _blocks(path)),)
        self.settle(_draft(self.original_file(digest), lambda file: write_zip(file, whole)))

    def keep_picture(self, content: bytes) -> str:
        digest, drafts = self.draft_picture(content)
        self.settle(drafts)
        return digest

    def draft_original(self, original: "Original", digest: str) -> tuple[Draft, ...]:
        """Write a saved file beside its place; it is not kept until the draft is settled."""
        # A ZIP whose first entry is the page: a form that anyone can open in decades to come.
        contents = _contents(original)
        return _draft(self.original_file(digest), lambda file: write_zip(file, contents))

    def draft_picture(self, content: bytes) -> tuple[str, tuple[Draft, ...]]:
        digest = hashlib.sha256(content).hexdigest()
        return digest, _draft(self.picture_file(digest), lambda file: file.write(content))

    def settle(self, drafts: Iterable[Draft], at_once: Run = map) -> None:
        """Have the disk hold these and their names.

        Many cost much less together than each alone: `at_once` may run a function in threads.
        """
        waiting = tuple(drafts)
        run = at_once if len(waiting) >= FEW else map
        folders = {draft.target.parent for draft in waiting}
        for step, things in ((_hold, waiting), (_settle, folders)):
            deque(run(step, things), 0)

    def sweep(self) -> None:
        """Remove the drafts of programs that were killed; one still at work is younger."""
        long_ago = time.time() - DRAFT_AGE
        for folder in (self._originals, self._pictures):
            for draft in folder.glob("*/.*"):
                if draft.stat().st_mtime < long_ago:
                    draft.unlink(missing_ok=True)

    def is_whole(self, digest: str) -> bool:
        """Whether a file that was kept block by block is what it was; OSError where it is gone."""
        found = hashlib.sha256()
        with zipfile.ZipFile(self.original_file(digest)) as archive:
            file = archive.open(archive.namelist()[0])
            for block in iter(partial(file.read, _BLOCK), b""):
                found.update(block)
        return found.hexdigest() == digest

    def open_original(self, digest: str) -> "Original":
        """The saved file again, byte for byte; OSError or zipfile.BadZipFile if it is damaged."""
        # Whoever keeps pages has read one before; a window that only shows them need not load it.
        from reader.pages.original import Original

        archive = zipfile.ZipFile(self.original_file(digest))
        first, *others = archive.infolist()
        parts = {one.filename: _Entry(archive, one) for one in others}
        return Original(first.filename, archive.read(first), parts)


def _contents(original: "Original") -> Iterator[tuple[str, Iterable[bytes]]]:
    yield original.name, (original.content,)
    for name, part in original.parts.items():
        yield name, _blocks(part)


def _blocks(part: "Part") -> Iterator[bytes]:
    with part.open("rb") as source:
        yield from iter(partial(source.read, _BLOCK), b"")


def _draft(target: Path, write: Callable[[IO[bytes]], object]) -> tuple[Draft, ...]:
    """Write beside the target: at no instant is half a file there. Nothing if it is there."""
    if target.exists():
        return ()
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.urandom(16).hex()}")
    try:
        with draft.open("wb") as file:
            write(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return (Draft(draft, target),)


def _hold(draft: Draft) -> None:
    try:
        _flush(draft.file, os.O_RDWR)
    except FileNotFoundError:
        if draft.target.exists():  # held before
            return
        raise
    if draft.target.exists():  # another worker was sooner
        draft.file.unlink()
    else:
        draft.file.replace(draft.target)


def _settle(folder: Path) -> None:
    """Have the disk remember the names in a folder, which it may write later than the files."""
    if os.name == "posix":  # Windows opens no folder, and does this by itself
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, access: int) -> None:
    handle = os.open(path, access)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
