"""Open the saved files that another file holds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_entries
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened

_PARTED = "!"  # between the name of a file within and the page within that


@dataclass(frozen=True)
class Within:
    """A file within another, and its name there, by which its pages are found again.

    It is taken out when its turn comes; `load` raises CannotOpenPage where that fails.
    """

    entry: str
    load: Callable[[], Original]


def open_within(
    files: Iterable[Within], wanted: str | None = None, found: bool = False
) -> Iterator[SavedPage | Unopened]:
    """The pages of each, then what could not be opened.

    The first fault is raised where nothing else was `found`, here or before.
    """
    faults: list[Unopened] = []  # a fault itself would keep all that it was met with in memory
    for one in files:
        if not _may_hold(one.entry, wanted):
            continue
        try:
            for page in open_entries(one.load(), _further(one.entry, wanted)):
                found = True
                inner = f"{_PARTED}{page.entry}" if page.entry else ""
                yield replace(page, entry=f"{one.entry}{inner}")
        except CannotOpenPage as error:
            faults.append(Unopened(one.entry, str(error)))
    if faults and not found:
        raise CannotOpenPage(faults[0].reason)
    yield from faults


def _may_hold(entry: str, wanted: str | None) -> bool:
    return wanted is None or wanted == entry or wanted.startswith(f"{entry}{_PARTED}")


def _further(entry: str, wanted: str | None) -> str | None:
    """What is wanted of the file itself."""
    return None if wanted is None else wanted[len(entry) + len(_PARTED) :]
