"""Open the saved files that another file holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_pages
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage

_PARTED = "!"  # between the name of a file within and the page within that


@dataclass(frozen=True)
class Within:
    """A file within another, and its name there, by which its pages are found again."""

    entry: str
    original: Original


def open_within(files: Iterable[Within]) -> Iterator[SavedPage]:
    """The pages of each; the fault of the first that held none, where all did."""
    fault: CannotOpenPage | None = None
    found = False
    for one in files:
        try:
            for page in open_pages(one.original):
                found = True
                inner = f"{_PARTED}{page.entry}" if page.entry else ""
                yield replace(page, entry=f"{one.entry}{inner}")
        except CannotOpenPage as error:
            fault = fault or error
    if fault is not None and not found:
        raise fault
