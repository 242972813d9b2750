"""Part: a file that was saved with a page, wherever it lies."""

import io
from collections.abc import Callable
from typing import IO, Literal, Protocol


class Part(Protocol):
    """What can be read of such a file: `open` and `read_bytes` as `pathlib.Path` has them."""

    def open(self, mode: Literal["rb"], /) -> IO[bytes]: ...

    def read_bytes(self) -> bytes: ...


class LoadedPart:
    """A part within an archive; its bytes are taken out when they are asked for."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load

    def open(self, _mode: Literal["rb"] = "rb", /) -> IO[bytes]:
        return io.BytesIO(self._load())

    def read_bytes(self) -> bytes:
        return self._load()


def part_of(content: bytes) -> LoadedPart:
    """A part whose bytes are known already."""
    return LoadedPart(lambda: content)
