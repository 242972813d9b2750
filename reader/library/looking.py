"""Tell what the files of other programs hold, before anything of it comes in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CannotOpenPage
from reader.library.progress import Progress, no_progress

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
    """Each of these that another program wrote; `progress` is told how many things so far."""
    from reader.foreign.foreign_library import Tallies

    for path in paths:
        found = foreign_library(path)
        if found is None:
            continue
        program = found.program.name
        try:
            tallies = found.tallies(partial(_tell, progress, path.name))
        except CannotOpenPage as error:
            yield Recognised(path, program, Tallies(), fault=str(error))
        else:
            yield Recognised(path, program, tallies, found.losses(tallies))


def foreign_library(path: Path) -> "ForeignLibrary | None":
    from reader.foreign.recognise import recognise

    return recognise(path)


def _tell(progress: Progress, name: str, so_far: int) -> None:
    progress(so_far, 0, name)
