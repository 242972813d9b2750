"""Library: the one door to the collection."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.clipping import Card, Change, Difference, Outcome, Recleaned, Version
from reader.library import looking, marking, upkeep
from reader.library.changing import Changing
from reader.library.finding import Finding
from reader.library.indexing import Indexing
from reader.library.looking import Recognised
from reader.library.own_key import mark_of
from reader.library.progress import Progress, no_progress
from reader.library.searches import Saving
from reader.library.searching import Searching
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.database import Database
from reader.store.learning import Learning
from reader.store.unindexed import Unindexed
from reader.store.versions import Versions

if TYPE_CHECKING:
    from reader.library.picture_fetching import PictureOutcome
    from reader.pages.original import Original
    from reader.search.index import SearchIndex

SEARCH_MEMORY = 24  # MB


class Library(Searching, Changing):
    """A folder with clippings. Any thread may call; writes wait for each other.

    `workers` is how many processes clean pages when there are many. `state` is where this
    machine keeps what is its own. `search_memory` is the room for answers that are kept, in MB.
    LibraryUnreadable where the folder holds a library that cannot be opened.
    """

    def __init__(
        self,
        folder: Path,
        workers: int = 0,
        state: Path | None = None,
        search_memory: int = SEARCH_MEMORY,
    ) -> None:
        self.folder = folder
        self._state = state
        self._search_memory = max(search_memory, 0)
        self._workers = workers
        self._backups = folder / "backups"
        self._database = Database(folder / "library.db", self._backups)
        self._blobs = Blobs(folder)
        self._clippings = Clippings(self._database, self._blobs)
        self._versions = Versions(self._database)
        self._unindexed = Unindexed(self._database)
        self._learning = Learning(self._database)
        self._opened_index: SearchIndex | None = None
        self._opening = threading.Lock()
        self._learns = threading.Lock()
        self._saving = Saving(self._database)
        self._indexing = Indexing(lambda: self._index, self._clippings, self._unindexed)
        parts = (self._database, self._clippings, lambda: self._index, self._indexing.fail)
        self._finding = Finding(*parts)

    @property
    def _index(self) -> "SearchIndex":
        # Whoosh takes long to load, and a window is to be seen before anything is sought.
        from reader.search.index import SearchIndex

        with self._opening:
            if self._opened_index is None:
                mark = mark_of(self.folder, self._database.name(), self._state)
                kept = self._search_memory << 20
                self._opened_index = SearchIndex(self.folder / "index", mark, kept)
            return self._opened_index

    def close(self) -> None:
        self._indexing.stop()
        if self._opened_index is not None:
            self._opened_index.close()
        self._database.close()

    # Adding

    def add(
        self,
        paths: Iterable[Path],
        progress: Progress = no_progress,
        *,
        with_libraries: bool = False,
    ) -> Iterator[Outcome]:
        """Bring in the pages below these paths; what became of each, as it happens.

        Other programs' libraries come in where they are named, and out of a folder only
        `with_libraries` (see `look`).
        """
        # What adds pages takes long to load, and a window that shows them can do without.
        from reader.library.workers import expect_pages

        named = tuple(paths)
        if self._workers:
            expect_pages(named)
        from reader.library.adding import Adding  # while that loads

        started = Adding(self._database, self._blobs, self._clippings, progress)
        return started.add(named, self._workers, with_libraries=with_libraries)

    def take(
        self, originals: "Iterable[Original]", progress: Progress = no_progress
    ) -> Iterator[Outcome]:
        """Bring in what is no file: pasted words, a fetched page, an address (see `handed`)."""
        from reader.library.adding import Adding

        started = Adding(self._database, self._blobs, self._clippings, progress)
        return started.take(originals, self._workers)

    def keeps(self, file: Path) -> bool:
        """Whether a saved file and what belongs to it are safely here, byte for byte."""
        from reader.library.originals import keeps

        return keeps(self._blobs, file)

    def look(
        self, paths: Iterable[Path], progress: Progress = no_progress
    ) -> tuple[Recognised, ...]:
        """What of these is another program's library, and what it holds; nothing is written."""
        return tuple(looking.look(paths, progress))

    # Several pages of one article

    def versions(self, id_: str) -> tuple[Version, ...]:
        """The pages kept of a clipping, the first saved first; one of them shows."""
        return self._versions.of(id_)

    def show_version(self, id_: str, key: str) -> Change:
        """Have another of its pages show; what the reader added stays."""
        from reader.library import versioning

        return versioning.show(id_, key, self._clippings, self._versions, self._blobs)

    def compare(self, id_: str, key: str) -> tuple[Difference, ...]:
        """From the page of this key to the one that shows, paragraph by paragraph."""
        from reader.library import versioning

        clipping = self._clippings.load(id_)
        return tuple(versioning.compare(clipping, key, self._versions, self._blobs))

    def alike(self, id_: str) -> tuple[Card, ...]:
        """The clippings of other pages that tell nearly the same in the same words."""
        return tuple(self.cards(self._clippings.alike(id_)))

    # Taking back

    def undo(self, change: Change) -> Change:
        """Take a change back; undoing what this returns does it again."""
        undone = marking.undo(self._database, change)
        for id_, (before, _) in change.versions.items():
            shown = self.show_version(id_, before)
            versions = {**undone.versions, **shown.versions}
            undone = replace(undone, remade=undone.remade | shown.remade, versions=versions)
        if change.searches:
            undone = replace(undone, searches=self._saving.undo(change.searches).searches)
        return undone

    # Cleaning again

    def all_ids(self) -> tuple[str, ...]:
        """Every clipping, those in the trash among them, in the order in which they came."""
        return self._clippings.all_ids()

    def outdated(self) -> tuple[str, ...]:
        """The clippings that an older version of the cleaner made."""
        return self._clippings.outdated()

    def clean_again(
        self, ids: Sequence[str], progress: Progress = no_progress
    ) -> Iterator[Recleaned]:
        """Make articles anew from their originals; what that changed in each, as it happens."""
        from reader.library import recleaning

        parts = (self._clippings, self._blobs, self._workers, progress)
        return recleaning.clean_again(ids, *parts)

    # Pictures that a page did not carry

    def fetch_pictures(
        self, id_: str, progress: Progress = no_progress
    ) -> "Iterator[PictureOutcome]":
        """Fetch what a clipping shows a gap for; what became of each picture, as it happens."""
        from reader.library import picture_fetching

        parts = (self._clippings, self._blobs, progress)
        return picture_fetching.fetch_pictures(self._clippings.load(id_), *parts)

    # Upkeep

    @property
    def index_has_failed(self) -> bool:
        """True where a search just had to do without the index."""
        return self._indexing.has_failed

    @property
    def needs_index(self) -> bool:
        """True where the index of a library is missing, unfit or half made, and must be made."""
        return not self._indexing.is_ready() and self._clippings.count() > 0

    def load_index(self) -> None:
        """Load what writes the index, before there is anything to write."""
        self._indexing.is_whole()

    def update_index(self, progress: Progress = no_progress) -> bool:
        """Make all that changed findable; False if another program holds the index just now.

        Then, while nothing else waits, what was written in many pieces is made one.
        """
        return self._indexing.update(progress)

    def check_index(self, progress: Progress = no_progress) -> bool:
        """Whether the index is what was written, to the byte; else the next update mends it.

        `progress` may raise Cancelled.
        """
        self._finding.read_anew()
        return self._indexing.check(progress)

    def learn(self, progress: Progress = no_progress) -> Change:
        """Learn from what came in which blocks recur beside the stories of a source.

        They are left out from then on; what that changed is told. `progress` may raise
        Cancelled: the rest is learned the next time.
        """
        with self._learns:
            return Change(remade=self._learning.learn(lambda: progress(0, 0, "")))

    def rebuild_index(self, progress: Progress = no_progress) -> bool:
        return self._indexing.rebuild(progress)

    def back_up(self) -> None:
        """Copy library.db into backups/ if the last copy is older than a day; sweep up drafts."""
        self._blobs.sweep()
        upkeep.back_up(self._database, self._backups)

    def check(self, progress: Progress = no_progress) -> Iterator[str]:
        """What is wrong with the library, a sentence each."""
        yield from upkeep.check(self._database, self._blobs, progress)
        if self.needs_index:
            yield "The search index is missing or damaged; “clippings reindex” makes it anew."
