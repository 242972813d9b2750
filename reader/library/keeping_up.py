"""Keep the index up with what comes in, beside the work that brings it."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from reader.library.library import Library


class KeepingUp:
    """Makes clippings findable `every` so many, or as many as came while the last were written.

    What fails of that fails again, and is told, where the index is updated at the end.
    """

    def __init__(self, library: Library, every: int) -> None:
        self._library = library
        self._every = every
        self._waiting = 0
        self._thread = ThreadPoolExecutor(1)
        # What writes the index takes long to load, and so does what cleans pages.
        self._last: Future[object] = self._thread.submit(library.load_index)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def came(self) -> None:
        """Another one came in."""
        self._waiting += 1
        if self._waiting >= self._every and self._last.done():
            self._waiting = 0
            self._last = self._thread.submit(self._library.update_index)
