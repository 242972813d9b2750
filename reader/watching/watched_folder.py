"""A folder that is watched, and what becomes of a file in it that was taken in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

MOVED_TO = "Added to Clippings"


class Afterwards(StrEnum):
    """What is done with a file once it is safely kept."""

    LEAVE = "leave"
    MOVE = "move"
    TRASH = "trash"


@dataclass(frozen=True)
class WatchedFolder:
    """Its subfolders are watched too, but for the one that files are moved to."""

    path: Path
    afterwards: Afterwards = Afterwards.LEAVE


def folders_of(kept: Mapping[str, object]) -> tuple[WatchedFolder, ...]:
    """Those that `to_keep` wrote down; what a newer version may do afterwards is left."""
    known = {one.value: one for one in Afterwards}
    return tuple(
        WatchedFolder(Path(path), known.get(str(afterwards), Afterwards.LEAVE))
        for path, afterwards in kept.items()
        if Path(path).is_absolute()
    )


def to_keep(folders: Iterable[WatchedFolder]) -> dict[str, object]:
    return {str(one.path): one.afterwards.value for one in folders}
