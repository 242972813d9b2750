"""Find the libraries of other programs that lie in a folder, among saved pages or alone."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.foreign.foreign_library import ForeignLibrary
from reader.foreign.packed import may_be_library
from reader.foreign.recognise import recognise
from reader.pages.attached import attached_names


def libraries_within(
    folder: Path, tell: Callable[[str], None] = lambda _: None
) -> Iterator[ForeignLibrary]:
    """Each of them, a folder that is one library as a whole; `tell` is told what is looked at.

    Links are not followed, and the files of a saved page are the page's own.
    """
    for place, folders, names in os.walk(folder):
        whole = recognise(Path(place)) if Path(place) != folder else None
        if whole is not None:
            folders.clear()
            yield whole
            continue
        passed = {own for name in names for own in attached_names(name)}
        folders[:] = sorted(f for f in folders if f not in passed and not f.startswith("."))
        for name in sorted(names):
            if may_be_library(name) and not name.startswith("."):
                tell(name)
                found = recognise(Path(place, name))
                if found is not None:
                    yield found
