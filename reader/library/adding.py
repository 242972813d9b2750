"""Bring saved pages and other programs' libraries into the library."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path

from reader.clipping import Change, Outcome, Status
from reader.errors import ReaderError
from reader.library.incoming import (
    Here,
    Import,
    Incoming,
    Kept,
    Lost,
    PageFile,
    PassedOver,
    Prepared,
    Thing,
    Told,
    Whole,
)
from reader.library.preparing import prepare
from reader.library.progress import Progress
from reader.library.sources import Handed, Sources, Unit, needs_worker
from reader.library.taking_in import Arrival, TakingIn, here_already, stamp
from reader.library.work import Answered, Batch, Ended
from reader.library.workers import FEW, run_batches
from reader.pages.file_names import said
from reader.pages.original import Original
from reader.pages.surroundings import Surroundings
from reader.store.blobs import Blobs, Run
from reader.store.clippings import Clippings
from reader.store.database import Database
from reader.store.versions import Versions

AT_ONCE = 8  # files the disk is asked to hold; it then writes its own books once for several
MOST_LOOKED_AT = 100  # units, to tell whether there are few

_log = logging.getLogger(__name__)


class Adding:
    """One bringing in; `progress` may raise Cancelled: what was told of stays."""

    def __init__(
        self, database: Database, blobs: Blobs, clippings: Clippings, progress: Progress
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._clippings = clippings
        self._versions = Versions(database)
        self._progress = progress
        self._total = self._done = 0
        self._again: dict[Path, PageFile] = {}
        self._failed: set[Path] = set()

    def add(
        self, paths: Iterable[Path], workers: int, *, with_libraries: bool = False
    ) -> Iterator[Outcome]:
        """Add each page below these paths, telling of each what became of it.

        `with_libraries` of other programs too that lie in folders among these.
        """
        sources = Sources(paths, self._versions, self._blobs, with_libraries=with_libraries)
        yield from self._add(sources, workers)

    def take(self, originals: Iterable[Original], workers: int) -> Iterator[Outcome]:
        """Add what is no file, telling of each what became of it."""
        yield from self._add(Handed(tuple(originals), self._versions), workers)

    def _add(self, sources: Sources | Handed, workers: int) -> Iterator[Outcome]:
        self._total = sources.total
        self._progress(0, self._total, "")
        yield from self._run(sources.units(), workers)
        yield from self._run(iter(self._again.values()), workers)

    def _run(self, units: Iterator[Unit], workers: int) -> Iterator[Outcome]:
        first, units = _begun(units)
        many = workers if len(first) > FEW else min(workers, sum(map(needs_worker, first)))
        work = partial(prepare, blobs=self._blobs, surroundings=Surroundings())
        for batch in self._all_settled(run_batches(work, units, many)):
            yield from self._keep(batch)
            for unit, value in batch:
                if isinstance(value, Ended):
                    self._tell(unit)

    def _all_settled(
        self, batches: Iterator[Batch[Incoming, Told]]
    ) -> Iterator[Batch[Incoming, Told]]:
        """The same once their files are on the disk, or why the disk does not take them.

        Nobody waits for the disk: it has until the next batch is there, be it an empty one.
        """
        with ThreadPoolExecutor(AT_ONCE) as threads, ThreadPoolExecutor(1) as beside:
            last: Future[Batch[Incoming, Told]] | None = None
            for batch in batches:
                settling = beside.submit(self._settled, batch, threads.map) if batch else None
                if last is not None:
                    yield last.result()
                last = settling
            if last is not None:
                yield last.result()

    def _keep(self, settled: Batch[Incoming, Told]) -> list[Outcome]:
        """Keep what was prepared, all in one transaction: only then is it told of."""
        with self._database.writing():
            taking_in = TakingIn(self._database, self._clippings, self._versions)
            return [one for entry in settled for one in self._outcomes(*entry, taking_in)]

    def _settled(self, batch: Batch[Incoming, Told], at_once: Run) -> Batch[Incoming, Told]:
        prepared = [value for _, value in batch if isinstance(value, Prepared)]
        try:
            self._blobs.settle(chain.from_iterable(one.drafts for one in prepared), at_once)
        except OSError:
            return [(unit, self._settled_alone(value)) for unit, value in batch]
        return batch

    def _settled_alone(self, value: Told | Exception | Ended) -> Told | Exception | Ended:
        if isinstance(value, Prepared):
            try:
                self._blobs.settle(value.drafts)
            except OSError as error:
                return error
        return value

    def _outcomes(
        self, unit: Incoming, value: Told | Exception | Ended, taking_in: TakingIn
    ) -> list[Outcome]:
        if isinstance(value, Prepared):
            entry = unit.key if isinstance(unit, Thing) else value.entry
            arrival = Arrival(value, unit.path, unit.file_name, _now(), entry)
            return [taking_in.take_in(arrival)]
        if isinstance(value, Exception):
            self._failed.add(unit.path)
            title = unit.name if isinstance(unit, Thing) else ""
            return [Outcome(unit.path, Status.FAILED, title=title, reason=_why(unit, value))]
        if isinstance(value, Lost):
            self._failed.add(unit.path)
            return [Outcome(unit.path, Status.FAILED, reason=value.reason, entry=value.entry)]
        if isinstance(value, PassedOver):
            return [Outcome(unit.path, Status.PASSED_OVER, reason=value.reason)]
        return self._known(unit, value)

    def _known(self, unit: Incoming, value: Kept | Here | Whole | Import | Ended) -> list[Outcome]:
        if isinstance(value, Here):
            known = self._versions.known(value.key)
            return [here_already(unit.path, known)] if known else []
        if isinstance(value, Kept):
            return self._known_file(unit, value)
        if isinstance(value, Import):
            self._note(value.digest, value.program, unit.path)
        elif isinstance(value, Whole) and unit.path not in self._failed:
            self._note(value.digest, "", unit.path)
        return []

    def _known_file(self, unit: Incoming, kept: Kept) -> list[Outcome]:
        """What came in from a file before; it is opened once more where that was not all."""
        pages = self._versions.pages_of(kept.digest)
        if kept.digest not in pages and not self._versions.is_imported(kept.digest):
            self._again[unit.path] = PageFile(unit.path, frozenset(pages))
            return []
        known = {one.id: one for one in pages.values()}
        return [here_already(unit.path, one) for one in known.values()]

    def _note(self, digest: str, program: str, path: Path) -> None:
        name = path.name.encode("utf-8", "replace").decode()
        self._versions.note_import(digest, program, name, _now())

    def _tell(self, unit: Incoming) -> None:
        if isinstance(unit, PageFile) and unit.known is None and unit.path in self._again:
            return
        self._done += 1
        self._progress(self._done, self._total, unit.name)


def changes_of(outcomes: Sequence[Outcome]) -> Change:
    added = frozenset(one.id for one in outcomes if one.status is Status.ADDED)
    remade = frozenset(one.id for one in outcomes if one.is_remade)
    return Change(added=added, remade=remade - added)


def _begun(units: Iterator[Unit]) -> tuple[list[Incoming], Iterator[Unit]]:
    """The first units that need work, if there are few all of them, and the units as they were."""
    first: list[Incoming] = []
    taken: list[Unit] = []
    for unit in islice(units, MOST_LOOKED_AT):
        taken.append(unit)
        if not isinstance(unit, Answered):
            first.append(unit)
        if len(first) > FEW:
            break
    return first, chain(taken, units)


def _why(unit: Incoming, error: Exception) -> str:
    name = said(unit.name)
    if isinstance(error, ReaderError):
        return str(error)
    if isinstance(error, OSError):  # a full disk, a folder that may not be written
        return f"“{name}” could not be kept: {error.strerror or 'the disk does not take it'}."
    if isinstance(error, MemoryError):
        return f"“{name}” is too large: to read it takes more memory than a page may take."
    _log.error("%r could not be added", unit.path, exc_info=error)
    return f"“{name}” could not be added: {type(error).__name__}. The log says more."


def _now() -> str:
    return stamp(datetime.now(UTC))
