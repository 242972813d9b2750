"""Progress: how far a long work is, told to whoever watches it."""

from collections.abc import Callable

# How many are done, of how many (0 where nobody knows), and what was done last. It may raise
# Cancelled, and may keep the work waiting for as long as it does not return.
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _name: str) -> None:
    """Progress that nobody watches."""
