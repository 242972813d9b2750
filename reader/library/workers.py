"""Run a function over many units in worker processes, whatever becomes of one of them."""

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from reader.library.pool import BATCH_SECONDS, MOST_VALUES, Pool, warm_up
from reader.library.work import ENDED, Answered, Batch, T, U, Work, attempted
from reader.pages.original import is_folder

FEW = 4  # so many pages are cleaned sooner than a worker process starts


def expect_pages(paths: Collection[Path]) -> None:
    """Begin to load what cleans pages if these may be many, beside whatever is done now."""
    if len(paths) > FEW or any(map(is_folder, paths)):
        with suppress(OSError):  # whoever needs them tries again
            warm_up()


def run_batches(
    work: Work[U, T], units: Iterable[U | Answered[U, T]], workers: int
) -> Iterator[Batch[U, T]]:
    """The values of each unit, then ENDED, as they get done: few at a time, soon after they are.

    Where workers are long at it, now and then there are none.

    Units are taken when a worker has room for them. With `workers` = 0 the work runs here, one
    unit after the other.
    """
    if not workers:
        yield from _run_here(work, units)
        return
    pool = Pool(work, iter(units), workers)
    try:
        while (batch := pool.gather()) is not None:
            yield batch
        # Where no process could be started, what is left is done here.
        yield from _run_here(work, pool.left())
    finally:
        pool.close()


def _run_here(work: Work[U, T], units: Iterable[U | Answered[U, T]]) -> Iterator[Batch[U, T]]:
    batch: Batch[U, T] = []
    until = time.monotonic() + BATCH_SECONDS
    for one in units:
        unit = one.unit if isinstance(one, Answered) else one
        values = one.values if isinstance(one, Answered) else attempted(work, one)
        for value in chain(values, (ENDED,)):
            batch.append((unit, value))
            if len(batch) >= MOST_VALUES or time.monotonic() >= until:
                yield batch
                batch, until = [], time.monotonic() + BATCH_SECONDS
    if batch:
        yield batch
