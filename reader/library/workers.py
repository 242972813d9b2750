"""Run a function over many files in worker processes, whatever becomes of one of them."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from reader.errors import CannotOpenPage

T = TypeVar("T")
AHEAD = 3  # pages a worker may have waiting, so that none stands idle and memory stays small
NICE = 5  # the window goes first


def run_each(
    work: Callable[[Path], T], paths: Sequence[Path], workers: int
) -> Iterator[tuple[Path, T | Exception]]:
    """Each path with the work's result, or the exception it ended with, as they get done.

    With `workers` = 0 it runs here, one after the other.
    """
    if not workers:
        for path in paths:
            yield path, _attempt(work, path)
        return
    left = list(paths)
    while left:
        suspects, left = yield from _run_in_pool(work, left, workers)
        # A page that killed its worker took others with it; one by one it is found out.
        for path in suspects:
            yield path, _run_alone(work, path)


def _attempt(work: Callable[[Path], T], path: Path) -> T | Exception:
    try:
        return work(path)
    except Exception as error:  # noqa: BLE001  a bug one page shows must not keep the others out
        return error


def _run_in_pool(
    work: Callable[[Path], T], paths: Sequence[Path], workers: int
) -> Generator[tuple[Path, T | Exception], None, tuple[list[Path], list[Path]]]:
    """Results as above; returns the paths at work when a worker died, and those not begun."""
    left = deque(paths)
    running: dict[Future[T | Exception], Path] = {}
    pool = _pool(workers)
    try:
        while left or running:
            while left and len(running) < workers * AHEAD:
                path = left.popleft()
                running[pool.submit(_attempt, work, path)] = path
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                result = _result(future)
                yield running.pop(future), result
    except BrokenProcessPool:
        return list(running.values()), list(left)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return [], []


def _result(future: Future[T | Exception]) -> T | Exception:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # noqa: BLE001  what cannot be sent between processes
        return error


def _run_alone(work: Callable[[Path], T], path: Path) -> T | Exception:
    with _pool(1) as pool:
        try:
            return _result(pool.submit(_attempt, work, path))
        except BrokenProcessPool:
            return CannotOpenPage(f"“{path.name}” could not be read: it broke the cleaner.")


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking a process that has threads, as the window's has, may lock it up for ever.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, initializer=_step_back)


def _step_back() -> None:
    # Ctrl+C reaches every process of the terminal; the one that began the work ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
