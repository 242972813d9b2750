"""Tell what the files of other programs hold, before anything of it comes in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CannotOpenPage
from reader.library.progress import Progress, no_progress
from reader.pages.original import is_folder

if TYPE_CHECKING:
    from reader.foreign.foreign_library import ForeignLibrary, Tallies


@dataclass(frozen=True)
class Recognised:
    """Another program's library in a file or folder, and how much of it would come in.

    `losses` are sentences for the reader on what will be missed. `fault` says, where it is not
    empty, why it cannot be read after all; then nothing was counted.
    """

    path: Path
    program: str
    tallies: "Tallies"
    losses: tuple[str, ...] = ()
    fault: str = ""


def look(paths: Iterable[Path], progress: Progress = no_progress) -> Iterator[Recognised]:
    """Each that another program wrote, be it one of these or in a folder of these.

    `progress` is told how many things so far.
    """
    for path in paths:
        for found in foreign_libraries(path, progress):
            yield _recognised(found, progress)


def foreign_libraries(path: Path, progress: Progress = no_progress) -> "Iterator[ForeignLibrary]":
    """The library that a path is, or those that lie in a folder of pages."""
    from reader.foreign.recognise import recognise
    from reader.foreign.within import libraries_within

    found = recognise(path)
    if found is not None:
        yield found
    elif is_folder(path):
        yield from libraries_within(path, lambda name: progress(0, 0, name))


def _recognised(found: "ForeignLibrary", progress: Progress) -> Recognised:
    from reader.foreign.foreign_library import Tallies

    path, program = found.path, found.program.name
    try:
        tallies = found.tallies(partial(_tell, progress, path.name))
    except CannotOpenPage as error:
        return Recognised(path, program, Tallies(), fault=str(error))
    return Recognised(path, program, tallies, found.losses(tallies))


def _tell(progress: Progress, name: str, so_far: int) -> None:
    progress(so_far, 0, name)
