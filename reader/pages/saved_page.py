"""SavedPage: one page as it was saved, decoded but not yet cleaned."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import unquote

from reader.pages.part import Part
from reader.pages.record import Record


class Kind(StrEnum):
    """What the markup is written in."""

    HTML = "html"
    TEXT = "text"
    PRINT = "print"  # HTML, but with no more in it than the order of lines on paper
    LINK = "link"  # an address without its text


@dataclass(frozen=True)
class SavedPage:
    """A page out of a file.

    `name` is the page's own path and the keys of `parts` those of the files saved with it,
    all relative to one folder and with `/` between folders, or addresses in an archive; nothing
    else can ever be read through the page. `entry` tells which page of its file it is where that
    holds several, and `record` what is known of it beside its markup.
    """

    name: str
    kind: Kind
    markup: str
    address: str = ""
    saved_at: datetime | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    entry: str = ""
    record: Record = field(default_factory=Record)

    def part(self, reference: str) -> Part | None:
        """The saved file that a `src` of the markup means, or None if it was not saved."""
        if not self.parts:
            return None
        if reference in self.parts:
            return self.parts[reference]
        names = part_names(self.name, reference)
        return next((self.parts[name] for name in names if name in self.parts), None)


def part_names(page_name: str, reference: str) -> Iterator[str]:
    """The names under which the file that a page refers to may have been saved with it."""
    if len(reference) > 2048:  # data: addresses, above all
        return
    without_query = re.split(r"[?#]", reference, maxsplit=1)[0]
    # A file's own name may hold "?" or "%41"; the plainest reading that exists wins.
    for reading in dict.fromkeys(
        (reference, unquote(reference), without_query, unquote(without_query))
    ):
        yield from _places(page_name, reading)


def _places(page_name: str, reading: str) -> Iterator[str]:
    site = page_name.split("/")[0] if "/" in page_name else ""
    host_and_path = re.match(r"(?:https?:)?//(.+)", reading)
    if host_and_path:  # wget keeps each site in a folder of its name
        yield posixpath.normpath(host_and_path[1])
    elif reading.startswith("/"):
        yield posixpath.normpath(posixpath.join(site, reading.lstrip("/")))
        yield posixpath.normpath(reading.lstrip("/"))
    elif reading and not re.match(r"[a-zA-Z][\w+.-]+:", reading):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(page_name), reading))
