"""Keep the index in step with the library: one writes, anybody searches meanwhile."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.progress import Progress
from reader.search.damage import IndexDamaged
from reader.store.clippings import Clippings
from reader.store.unindexed import Unindexed

if TYPE_CHECKING:
    from reader.search.index import SearchIndex

FEW = 250  # clippings written at a time, so that each is soon found
MANY = 2_000  # at a time, where so many wait that none is found soon
_LOOKS = 0.2  # seconds between two looks for new work while segments are united


class Interrupted(Exception):
    """Something more urgent waits, or the library closes."""


class Indexing:
    """Writes the index. Any thread may call; one at a time writes."""

    def __init__(
        self, index: "Callable[[], SearchIndex]", clippings: Clippings, unindexed: Unindexed
    ) -> None:
        self._index = index
        self._clippings = clippings
        self._unindexed = unindexed
        self._writing = threading.Lock()
        self._is_closing = threading.Event()
        self.has_failed = False  # since it was made anew

    def fail(self) -> None:
        """Note that a search had to do without the index, unless it is being made already."""
        self.has_failed = not self._is_part()

    def is_whole(self) -> bool:
        """False where the index is missing, damaged, or of another library than this.

        What waits to be written may be missing of it.
        """
        if self.has_failed:
            return False
        # Meanwhile others add and write: these first, and what is told of all of them last.
        written = self._clippings.count() - self._unindexed.count()
        try:
            known, taken = self._index().open(), self._index().taken()
        except IndexDamaged:
            return False
        # An index that has taken in more than was ever queued is ahead of an older library.
        is_older = taken <= self._unindexed.last_stamp()
        return is_older and written <= known <= self._clippings.count()

    def is_ready(self) -> bool:
        """Whether searches can ask it."""
        return self.is_whole() and not self._is_part()

    def update(self, progress: Progress) -> bool:
        """Make everything findable; False if another program is at it just now."""
        if not self.is_whole():
            return self.rebuild(progress)
        try:
            with self._writing:
                return self._write_all(progress)
        except IndexDamaged:
            return self.rebuild(progress)

    def rebuild(self, progress: Progress) -> bool:
        """Make the index anew from the store; False if another program is writing it.

        One that was begun, and broken off, is gone on with.
        """
        with self._writing:
            try:
                if self._is_part() and self.is_whole():
                    with suppress(IndexDamaged):
                        return self._write_all(progress)
                if not self._index().make_anew(is_part=True):
                    return False
                # Only now: what another window has put into the old index must be put again.
                self._unindexed.queue_all()
                self.has_failed = False
                return self._write_all(progress)
            except IndexDamaged as error:
                why = f"The search index could not be written: {error}."
                raise ReaderError(why) from error

    def check(self, progress: Progress) -> bool:
        """Whether every byte of the index is what was written; reads all of it."""
        try:
            self._index().check(lambda: progress(0, 0, ""))
        except IndexDamaged:
            self.fail()
            return False
        return True

    def stop(self) -> None:
        """End the uniting of segments that is under way; the next session goes on."""
        self._is_closing.set()

    def _write_all(self, progress: Progress) -> bool:
        """Write what waits, then unite segments until something waits again."""
        done = 0
        while True:
            waiting = self._unindexed.count()
            many = MANY if waiting > 2 * MANY else FEW
            while batch := self._unindexed.next(many):
                if not self._index().put(batch.values(), max(batch)):
                    return False
                self._unindexed.done(batch)
                done += len(batch)
                progress(done, max(waiting, done), "")
                if many == MANY:
                    self._unite()
                    waiting = max(waiting, done + self._unindexed.count())
            if not self._finish():
                return False
            if not self._unite() or self._is_closing.is_set():
                return True

    def _finish(self) -> bool:
        """Have searches ask an index that was made anew; False if that has to wait."""
        return not self._is_part() or not self.is_whole() or self._index().finish()

    def _is_part(self) -> bool:
        try:
            return self._index().is_part()
        except IndexDamaged:
            return False

    def _unite(self) -> bool:
        """Unite segments where there are many; True where that was put off for new work."""
        looked_at = time.monotonic()
        is_under_way = self._unindexed.count()

        def rest() -> None:
            nonlocal looked_at
            if self._is_closing.is_set():
                raise Interrupted
            if time.monotonic() - looked_at > _LOOKS:
                looked_at = time.monotonic()
                if self._unindexed.count() > is_under_way:
                    raise Interrupted

        try:
            while self._index().tidy(rest):
                rest()
        except Interrupted:
            return True
        return False
