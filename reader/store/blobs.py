"""Keep bytes by the SHA-256 of their content: originals as they came, and pictures."""

import hashlib
import os
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from reader.pages.original import Original

DRAFT_AGE = 24 * 3600  # seconds


class Blobs:
    """The folders `originals/` and `pictures/`; what is once in them never changes."""

    def __init__(self, folder: Path) -> None:
        self._originals = folder / "originals"
        self._pictures = folder / "pictures"

    def original_file(self, digest: str) -> Path:
        return self._originals / digest[:2] / f"{digest}.zip"

    def picture_file(self, digest: str) -> Path:
        return self._pictures / digest[:2] / digest

    def keep_original(self, original: "Original") -> str:
        """Store a saved file with its parts, and give its digest."""
        digest = original.digest
        _write_once(self.original_file(digest), lambda file: _pack(original, file))
        return digest

    def keep_picture(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        _write_once(self.picture_file(digest), lambda file: file.write(content))
        return digest

    def sweep(self) -> None:
        """Remove the drafts of programs that were killed; one still at work is younger."""
        long_ago = time.time() - DRAFT_AGE
        for folder in (self._originals, self._pictures):
            for draft in folder.glob("*/.*"):
                if draft.stat().st_mtime < long_ago:
                    draft.unlink(missing_ok=True)

    def open_original(self, digest: str) -> "Original":
        """The saved file again, byte for byte; OSError or zipfile.BadZipFile if it is damaged."""
        # Whoever keeps pages has read one before; a window that only shows them need not load it.
        from reader.pages.original import Original

        archive = zipfile.ZipFile(self.original_file(digest))
        first, *others = archive.namelist()
        parts = {name: zipfile.Path(archive, name) for name in others}
        return Original(first, archive.read(first), parts)


def _pack(original: "Original", file: IO[bytes]) -> None:
    """A ZIP whose first entry is the page: a form that anyone can open in decades to come."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(original.name), original.content)
        for name, part in original.parts.items():
            with part.open("rb") as source, archive.open(_entry(name), "w") as target:
                shutil.copyfileobj(source, target)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # a fixed date keeps equal files equal
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _write_once(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write beside the target, to the disk, then rename: at no instant is half a file there."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        with draft.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        _settle(target.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Have the disk remember the names in a folder, which it may write later than the files."""
    if os.name != "posix":  # Windows opens no folder, and does this by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
