"""Put off the collecting of garbage until a page is cleaned."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """All that cleaning makes lives until the page is done: to look through it before is in vain.

    Whoever found the collector on turns it on again, so that no thread leaves it off for good.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
