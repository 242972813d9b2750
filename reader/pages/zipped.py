"""Take files out of a ZIP archive, within bounds."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from reader.errors import CannotOpenPage
from reader.pages.part import LoadedPart

LARGEST_FILE_WITHIN = 40 * 1024 * 1024
_MOST_FILES = 20_000
FILE_SIGN = b"PK\x01\x02"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
    ValueError, KeyError, IndexError, OverflowError, NotImplementedError, RuntimeError,
)  # fmt: skip


def names_a_file(name: str) -> bool:
    """Whether an entry with this name is a file; zipfile fails on a damaged one without a name."""
    return bool(name) and not name.endswith("/")


class Zipped:
    """An archive whose names are only ever looked up, never paths on a disk."""

    def __init__(self, shown: str, content: bytes) -> None:
        # Each file has this sign, so the list of them need not be read to see that it is too long.
        if content.count(FILE_SIGN) > _MOST_FILES:
            raise CannotOpenPage(f"“{shown}” holds more than {_MOST_FILES} files. Split it.")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED as error:
            raise CannotOpenPage(
                f"“{shown}” is damaged and cannot be unpacked. Save or download it again."
            ) from error
        self._files = {one.filename: one for one in self._archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return filter(names_a_file, self._files)

    def read(self, name: str, most: int = LARGEST_FILE_WITHIN) -> bytes:
        """A file's bytes. OSError where it cannot be unpacked, or is larger than `most`."""
        content = self.start(name, most + 1)
        if len(content) > most:
            raise OSError(f"{name} is too large")
        return content

    def start(self, name: str, most: int) -> bytes:
        """As many of its first bytes. OSError where it cannot be unpacked."""
        try:
            with self._archive.open(self._files[name]) as file:
                return file.read(most)
        except _DAMAGED as error:
            raise OSError(f"{name} cannot be unpacked") from error

    def part(self, name: str) -> LoadedPart:
        return LoadedPart(partial(self.read, name))

    def size(self, name: str) -> int:
        """A file's size once unpacked, which it can't exceed."""
        return self._files[name].file_size

    def is_locked(self, name: str) -> bool:
        """Whether it needs a password."""
        return bool(self._files[name].flag_bits & 1)

    @property
    def changed_at(self) -> datetime | None:
        """When the latest of its files was written, as far as it is told."""
        stamps = [one.date_time for one in self._files.values() if one.date_time[0] > 1980]
        try:
            return datetime(*max(stamps), tzinfo=UTC) if stamps else None
        except ValueError:  # 31 February
            return None
