"""Tell whether a folder holds nothing but pages; each is looked at once while it stays the same."""

import os
import time
from pathlib import Path

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".shtml")
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico")
_BELONGING = (*PICTURE_ENDINGS, "index.dat")
_MOST_LOOKED_AT = 20_000  # names in a folder, which takes as long as to read ten pages
_QUIET = 1_000_000_000  # nanoseconds; the clock of a disk may tick as seldom as that


class Surroundings:
    """Remembers what it saw of the folder it was asked for last."""

    def __init__(self) -> None:
        self._folder: tuple[Path, int] | None = None
        self._holds_pages_alone = False

    def hold_pages_alone(self, folder: Path) -> bool:
        """Whether no picture or folder is near: then nothing of a page need be sought there."""
        now = _as_it_is(folder)
        if now is None:
            return _holds_pages_alone(folder)
        if now != self._folder:
            self._folder, self._holds_pages_alone = now, _holds_pages_alone(folder)
        return self._holds_pages_alone


def _as_it_is(folder: Path) -> tuple[Path, int] | None:
    """A folder as its last change left it; None where the next one may not be told from that."""
    try:
        changed_at = folder.stat().st_mtime_ns
    except OSError:
        return None
    return (folder, changed_at) if time.time_ns() - changed_at > _QUIET else None


def _holds_pages_alone(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            for many, entry in enumerate(entries):
                if many >= _MOST_LOOKED_AT or not _is_page(entry):
                    return False
    except OSError:  # a folder whose files may be read, but not listed
        return False
    return True


def _is_page(entry: os.DirEntry[str]) -> bool:
    """What is neither a picture, nor tells of a page, nor a folder, in which pictures may lie."""
    name = entry.name.lower()
    return name.endswith(PAGE_ENDINGS) or not (name.endswith(_BELONGING) or entry.is_dir())
