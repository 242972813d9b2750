"""Arrays in one file: written in pieces, read in slices, checked by size and sum."""

import os
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.damage import IndexDamaged

Array = NDArray[Any]


class ArrayWriter:
    """A file that an array is appended to, piece by piece."""

    def __init__(self, path: Path, kind: str) -> None:
        self._file = path.open("wb")
        self._kind = np.dtype(kind).newbyteorder("<")
        self.sum = 0
        self.size = 0

    def append(self, piece: Array) -> None:
        content = np.ascontiguousarray(piece, self._kind).tobytes()
        self.sum = zlib.crc32(content, self.sum)
        self.size += len(content)
        self._file.write(content)

    def give_up(self) -> None:
        self._file.close()

    def close(self) -> None:
        """To the disk: what is said of the file afterwards must hold through a power cut."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class ArrayFile:
    """A file with one array, of which slices are read as they are asked for. Any thread may ask.

    It is read and not mapped: a mapped file that another program cuts ends the whole process.
    """

    def __init__(self, path: Path, kind: str, size: int) -> None:
        self._path = path
        self._kind = np.dtype(kind).newbyteorder("<")
        self._file = path.open("rb", buffering=0)
        self._lock = threading.Lock()
        if os.fstat(self._file.fileno()).st_size != size:
            self._file.close()
            raise IndexDamaged(f"{path.name} is not as long as it was")

    def slice(self, start: int, stop: int) -> Array:
        wide = self._kind.itemsize
        return np.frombuffer(self.content(start * wide, (stop - start) * wide), self._kind)

    def content(self, start: int, size: int) -> bytes:
        content = self._read(start, size)
        if len(content) != size:
            raise IndexDamaged(f"{self._path.name} ends too early")
        return content

    def sum(self, rest: Callable[[], None] = lambda: None, start: int = 0) -> int:
        """The CRC-32 of all from there on; `rest` is called now and then, and may raise."""
        told, at = 0, start
        while piece := self._read(at, 1 << 20):
            rest()
            told = zlib.crc32(piece, told)
            at += len(piece)
        return told

    def close(self) -> None:
        self._file.close()

    def __del__(self) -> None:
        # A search may be reading a segment that is no more: it goes with its last reader.
        if hasattr(self, "_file"):
            self._file.close()

    def _read(self, at: int, size: int) -> bytes:
        try:
            if hasattr(os, "pread"):
                return os.pread(self._file.fileno(), size, at)
            with self._lock:
                self._file.seek(at)
                return self._file.read(size) or b""
        except (OSError, ValueError) as error:  # it cannot be read, or was closed meanwhile
            raise IndexDamaged(f"{self._path.name}: {error}") from error
