"""Read files of other programs that somebody packed into an archive, be it one or several."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.errors import CannotOpenPage
from reader.foreign.foreign_library import Given, Unreadable
from reader.foreign.items import file_name
from reader.foreign.members import (
    ARCHIVES,
    Members,
    PackedMembers,
    base_name,
    packed_in,
    seen_names,
    without_gzip,
)
from reader.foreign.reading import HEAD
from reader.pages.file_names import said

Reading = Callable[[Path], Iterator[Given]]

MOST_UNPACKED = 1 << 30  # bytes
# What such programs write; what is in the file decides.
_ENDINGS = (".csv", ".json", ".enex", ".ris", ".bib", ".html", ".htm", ".zip")
_MOST = 200


def may_be_library(name: str) -> bool:
    """Whether a file is called as what other programs write, be it compressed or not."""
    return without_gzip(name).lower().endswith(_ENDINGS)


def may_be_libraries(members: Members) -> tuple[str, ...]:
    """The names of all files, where each is called as what other programs write."""
    names = seen_names(members)
    are_such = len(names) <= _MOST and all(map(may_be_library, names))
    return tuple(sorted(names)) if are_such else ()


@contextmanager
def beginning_of(members: PackedMembers, name: str) -> Iterator[Path]:
    """A file with as much of it as tells what it is, and an archive whole."""
    head = members.read_head(name, HEAD)
    with _as_file(name, members.blocks(name) if head.startswith(ARCHIVES) else (head,)) as path:
        yield path


def read_packed(
    files: tuple[tuple[str, Reading], ...], path: Path, most: int = MOST_UNPACKED
) -> Iterator[Given]:
    """What each of the files holds; none may unpack to more bytes than `most`."""
    with packed_in(path) as members:
        for name, read in files:
            try:
                with _as_file(name, members.blocks(name), most) as file:
                    yield from read(file)
            except CannotOpenPage as error:  # the others are not damaged
                yield Unreadable(base_name(name), str(error))


@contextmanager
def _as_file(name: str, blocks: Iterable[bytes], most: int = MOST_UNPACKED) -> Iterator[Path]:
    with TemporaryDirectory(prefix="clippings-") as place:
        path = Path(place, file_name(base_name(name)))
        size = 0
        with path.open("wb") as file:
            for block in blocks:
                size += len(block)
                if size > most:
                    raise CannotOpenPage(
                        f"“{said(base_name(name))}” is too large. Unpack it and add what it holds."
                    )
                file.write(block)
        yield path
