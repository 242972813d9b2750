"""Read the files of an archive or a folder by their names, within bounds."""

import gzip
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Protocol

from reader.errors import CannotOpenPage
from reader.foreign.reading import cannot_read, read_head
from reader.pages.file_names import said
from reader.pages.original import LARGEST_PAGE
from reader.pages.zipped import FILE_SIGN, names_a_file

MOST_MEMBERS = 200_000
_GZIP = b"\x1f\x8b\x08"
ARCHIVES = (b"PK\x03\x04", _GZIP)  # as they begin
_GZIP_ENDING = re.compile(r"\.gz(?:ip)?$", re.IGNORECASE)
_MOST_LEVELS = 6
_SMALLEST_FILE = 76  # bytes that a file takes in an archive, though nothing is in it
_BLOCK = 1 << 20
# What is raised on what is no sound archive, or one with a password or unknown packing.
_DAMAGES = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError,
    RuntimeError, ValueError, KeyError, IndexError,
)  # fmt: skip


class Members(Protocol):
    """Files under names that are relative to one folder, `/` between folders."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def read_head(self, name: str, most: int) -> bytes:
        """The first bytes of a file. CannotOpenPage where it is damaged or locked."""


class PackedMembers:
    """The files of an archive; never more is unpacked than is asked for."""

    def __init__(
        self, names: tuple[str, ...], unpack: Callable[[str], IO[bytes] | gzip.GzipFile]
    ) -> None:
        self.names = names
        self._unpack = unpack

    def read_head(self, name: str, most: int) -> bytes:
        with self._opened(name) as member:
            return member.read(most)

    def blocks(self, name: str) -> Iterator[bytes]:
        """All of a file, however large. CannotOpenPage where it is damaged or locked."""
        with self._opened(name) as member:
            yield from iter(partial(member.read, _BLOCK), b"")

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes] | gzip.GzipFile]:
        try:
            with self._unpack(name) as member:
                yield member
        except (OSError, *_DAMAGES) as error:
            raise CannotOpenPage(f"“{said(base_name(name))}” is damaged or locked.") from error


class FolderMembers:
    """The files of a folder and a few levels below it; links are not followed."""

    def __init__(self, path: Path) -> None:
        self._files = dict(_files_below(path))
        self.names = tuple(self._files)

    def read_head(self, name: str, most: int) -> bytes:
        try:
            file = self._files[name]
            if not stat.S_ISREG(file.lstat().st_mode):
                raise CannotOpenPage(f"“{said(base_name(name))}” is no file that can be read.")
            with file.open("rb") as opened:
                return opened.read(most)
        except (OSError, ValueError) as error:
            raise cannot_read(file, error) from error


@contextmanager
def members_of(path: Path) -> Iterator[Members]:
    """The files of an archive or a folder. CannotOpenPage where it cannot be read as one."""
    if path.is_dir():
        yield FolderMembers(path)
        return
    with packed_in(path) as packed:
        yield packed


@contextmanager
def packed_in(path: Path) -> Iterator[PackedMembers]:
    """The files of an archive. CannotOpenPage where it cannot be read as one."""
    if read_head(path, len(_GZIP)) == _GZIP:
        yield PackedMembers((without_gzip(path.name),), lambda _: gzip.GzipFile(path))
        return
    try:
        _refuse_many(path)
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise cannot_read(path, error) from error
    except _DAMAGES as error:
        raise CannotOpenPage(f"“{said(path.name)}” is no sound ZIP archive.") from error
    with archive:
        yield PackedMembers(tuple(filter(names_a_file, archive.namelist())), archive.open)


def read_member(members: Members, name: str, most: int = LARGEST_PAGE) -> bytes:
    """A whole file. CannotOpenPage where it is larger than `most`."""
    content = members.read_head(name, most + 1)
    if len(content) > most:
        shown = said(base_name(name))
        raise CannotOpenPage(f"“{shown}” is too large: it may have {most >> 20} MB at most.")
    return content


def seen_names(members: Members) -> list[str]:
    """The files that somebody put there, and not his system."""
    return [
        name
        for name in members.names
        if not name.startswith(("__MACOSX", ".")) and not base_name(name).startswith(".")
    ]


def without_gzip(name: str) -> str:
    """What a file was called before it was compressed."""
    return _GZIP_ENDING.sub("", name)


def base_name(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _refuse_many(path: Path) -> None:
    """Count the files by their sign: zipfile keeps half a KB of each, however many there are."""
    if path.stat().st_size < MOST_MEMBERS * _SMALLEST_FILE:
        return
    count = 0
    with path.open("rb") as file:
        for block in iter(partial(file.read, _BLOCK), b""):
            count += block.count(FILE_SIGN)
            if count > MOST_MEMBERS:
                raise CannotOpenPage(f"“{said(path.name)}” holds more than {MOST_MEMBERS:,} files.")


def _files_below(path: Path) -> Iterator[tuple[str, Path]]:
    count = 0
    for place, folders, names in os.walk(path):
        here = Path(place)
        depth = len(here.relative_to(path).parts)
        folders[:] = sorted(folders) if depth < _MOST_LEVELS else []
        for name in sorted(names):
            yield (here / name).relative_to(path).as_posix(), here / name
        count += len(names)
        if count > MOST_MEMBERS:
            return
