"""Bound the memory that a process may take, on Linux: elsewhere it cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TAKEN = Path("/proc/self/statm")
_DATA = 5  # of its numbers


def bound(room: int) -> None:
    """From now on, no more than so many bytes are given beyond what is taken already.

    Python raises MemoryError then; a library written in C may end the process instead.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = int(_TAKEN.read_text().split()[_DATA]) * resource.getpagesize() + room
        bounds = [one for one in (most, soft, hard) if one != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))


@contextmanager
def bounded_further(room: int) -> Iterator[None]:
    """Still less meanwhile, in a process that is bounded, for it is one that others outlive."""
    try:
        import resource
    except ImportError:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if before[0] != resource.RLIM_INFINITY:
        bound(room)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
