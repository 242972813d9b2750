"""Look through the watched folders for pages that are new and whole."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reader.pages.attached import is_attached_name
from reader.pages.find_pages import is_library, is_saved_as_page
from reader.pages.original import is_folder
from reader.watching.saved import Sight, is_being_written, looks_whole, see, tells_of_writing
from reader.watching.seen import Seen
from reader.watching.watched_folder import MOVED_TO, WatchedFolder

SETTLES_IN = 2.0  # seconds without a change
PATIENCE = 30.0  # seconds for what lacks its end, or a file that it names
MOST_FOLDERS = 20_000
MOST_AT_ONCE = 500  # arrivals: what comes in is noted in steps, and survives a crash


@dataclass(frozen=True)
class Arrived:
    """A page that is whole, in the folder in which it was found."""

    folder: WatchedFolder
    page: Path
    sight: Sight


@dataclass(frozen=True)
class Looked:
    """What one look found; `is_waiting` tells that something is not whole yet."""

    arrived: tuple[Arrived, ...] = ()
    is_waiting: bool = False
    missing: frozenset[Path] = frozenset()
    places: tuple[Path, ...] = ()  # each folder that was looked into


@dataclass(frozen=True)
class _Place:
    path: Path
    pages: tuple[Path, ...]
    signs: frozenset[str]  # files that stand for others that are being written


class Watcher:
    """Knows what it saw at its last look; used by one thread at a time."""

    def __init__(
        self,
        seen: Seen,
        settles_in: float = SETTLES_IN,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seen = seen
        self._settles_in = settles_in
        self._patience = patience
        self._clock = clock
        self._steady: dict[Path, tuple[Sight, float]] = {}

    def look(self, folders: Sequence[WatchedFolder]) -> Looked:
        """Look once; what arrived is told again until it is noted, and not all at once."""
        arrived: list[Arrived] = []
        places: list[Path] = []
        waiting: dict[Path, tuple[Sight, float]] = {}
        missing = frozenset(one.path for one in folders if not is_folder(one.path))
        for folder in folders:
            if folder.path in missing:
                continue
            pages: list[Path] = []
            for place in _places(folder.path):
                places.append(place.path)
                pages += place.pages
                for page in place.pages:
                    sight = self._new_sight(folder, page)
                    if sight is None:
                        continue
                    waiting[page] = (sight, self._since(page, sight))
                    is_full = len(arrived) >= MOST_AT_ONCE
                    if not is_full and self._is_ready(page, waiting[page], place.signs):
                        arrived.append(Arrived(folder, page, sight))
            self._seen.forget_others(folder.path, pages)
        self._steady = waiting
        return Looked(tuple(arrived), len(waiting) > len(arrived), missing, tuple(places))

    def note(self, arrived: Sequence[Arrived]) -> None:
        """Do not tell of these again, unless they change."""
        for one in arrived:
            self._seen.note(one.folder.path, one.page, one.sight.size, one.sight.changed_at)
        self._seen.save()

    def _new_sight(self, folder: WatchedFolder, page: Path) -> Sight | None:
        """How a page stands that has not been seen so."""
        try:
            about = page.lstat()
        except OSError:
            return None
        if not stat.S_ISREG(about.st_mode) or not about.st_size:
            return None
        if self._seen.has(folder.path, page, about.st_size, about.st_mtime_ns):
            return None
        return see(page)

    def _since(self, page: Path, sight: Sight) -> float:
        known = self._steady.get(page)
        return known[1] if known and known[0] == sight else self._clock()

    def _is_ready(self, page: Path, stands: tuple[Sight, float], signs: frozenset[str]) -> bool:
        sight, since = stands
        steady = self._clock() - since
        if steady < self._settles_in or is_being_written(page, signs, time.time()):
            return False
        # Who moves an old page here has no need to wait.
        age = max(steady, time.time() - sight.last_change)
        return age >= self._patience or looks_whole(page)


def _places(root: Path) -> Iterator[_Place]:
    """Each folder with its pages; not those that browsers lay beside a page, which hold frames."""
    for place, folders, names in islice(os.walk(root), MOST_FOLDERS):
        if is_library(Path(place)):
            folders.clear()
            continue
        at_root = Path(place) == root
        folders[:] = sorted(
            name
            for name in folders
            if not (name.startswith(".") or is_attached_name(name))
            and not (at_root and name == MOVED_TO)
        )
        pages = (name for name in sorted(names) if not name.startswith((".", "~$")))
        found = tuple(Path(place, name) for name in pages if is_saved_as_page(name))
        yield _Place(Path(place), found, frozenset(filter(tells_of_writing, names)))
