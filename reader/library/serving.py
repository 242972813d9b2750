"""Work for another process until it has nothing more to ask."""

import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from reader.library.work import attempted
from reader.pages.memory import bound

NICE = 5  # the window goes first
MOST_MEMORY = 1 << 30  # bytes; a page that wants more is damaged, or made to take all there is

# Options of glibc's malloc: what is given back to the system only beyond so many bytes, how much
# more is asked for at once, and from which size on memory is asked for and given back by itself.
_MALLOC = ((-1, 64 << 20), (-2, 4 << 20), (-3, 32 << 20))

_NEW_OBJECTS = 5_000  # before those are looked for that only name each other

# The first byte of what is answered.
READY, VALUE, END = b"r", b"v", b"e"


def serve(connection: Connection, work: Callable[[Any], Iterator[Any]]) -> None:
    """What a worker does until nobody is left to work for."""
    _step_back()
    try:
        connection.send_bytes(READY)
        while True:
            unit = connection.recv()
            for value in attempted(work, unit):
                connection.send_bytes(VALUE + _packed(value))
            connection.send_bytes(END)
    except (EOFError, OSError):
        return


def _packed(value: Any) -> bytes:
    try:
        return pickle.dumps(value)
    except Exception as error:  # noqa: BLE001  what cannot be sent between processes
        return pickle.dumps(RuntimeError(str(error)))


def unpacked(told: bytes) -> Any:
    try:
        return pickle.loads(told)  # our own process wrote it
    except Exception as error:  # noqa: BLE001  an exception that does not survive the way
        return error


def _step_back() -> None:
    # Ctrl+C reaches every process of the terminal; the one that began the work ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    _hold_memory()
    bound(MOST_MEMORY)
    _look_for_refuse_seldom()


def _look_for_refuse_seldom() -> None:
    """A page is a great many objects that are of use to its end: 5 % of the time went into that."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def _hold_memory() -> None:
    """Keep what a page needed for the next one, which takes 6 % less time than asking anew."""
    import ctypes

    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # only glibc has it
        return
    for option, size in _MALLOC:
        mallopt(option, size)
