"""Move a page that was taken in out of the way, with the files that belong to it."""

import shutil
from pathlib import Path

from reader.pages.original import attached_folders
from reader.watching.watched_folder import MOVED_TO


def files_of(page: Path) -> list[Path]:
    """The page and the folders of its own files."""
    return [page, *attached_folders(page)]


def move_away(page: Path, folder: Path) -> Path:
    """Move it below its watched folder's own place for that; OSError where that fails."""
    files = files_of(page)
    target = _free(folder / MOVED_TO / page.parent.relative_to(folder), files)
    target.mkdir(parents=True, exist_ok=True)
    # The page goes last: as long as it lies there, its files are asked for again.
    for file in reversed(files):
        shutil.move(file, target / file.name)
    return target / page.name


def _free(place: Path, files: list[Path]) -> Path:
    """A page cannot be renamed without losing its files, so another folder holds it."""
    target, number = place, 2
    while any((target / file.name).exists() for file in files):
        target, number = place / str(number), number + 1
    return target
