"""SavedPage: one page as it was saved, decoded but not yet cleaned."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from urllib.parse import unquote

from reader.pages.attached import attached_names
from reader.pages.part import Part
from reader.pages.record import Record


class Kind(StrEnum):
    """What the markup is written in."""

    HTML = "html"
    TEXT = "text"
    PRINT = "print"  # HTML, but with no more in it than the order of lines on paper
    LINK = "link"  # an address without its text


_ON_THE_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ON_A_DISK = re.compile(r"(?:file:|[a-z]:)/.*/([^/]+/[^/]+)", re.IGNORECASE)


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
        names = list(part_names(self.name, reference))
        found = next((name for name in names if name in self.parts), None)
        if found is None and not _ON_THE_WEB.match(reference):
            found = next(filter(None, map(self._renamed, names)), None)
        return None if found is None else self.parts[found]

    def _renamed(self, name: str) -> str | None:
        """What was saved under a name, and then called otherwise, or put in another folder."""
        place, page_name = posixpath.split(self.name)
        last = posixpath.basename(name)
        attached = (posixpath.join(place, one, last) for one in attached_names(page_name))
        told = map(_folded, (name, *attached))
        return next((self._folded[one] for one in told if one in self._folded), None)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        """The names of the parts by what stays of them on the disks of all systems."""
        return {_folded(name): name for name in self.parts}


def _folded(name: str) -> str:
    """MacOS parts letters from their accents, and Windows does not tell small letters."""
    return unicodedata.normalize("NFC", name).casefold()


def part_names(page_name: str, reference: str) -> Iterator[str]:
    """The names under which the file that a page refers to may have been saved with it."""
    if len(reference) > 2048:  # data: addresses, above all
        return
    reference = reference.replace("\\", "/") if "\\" in reference else reference
    # On the disk of whoever saved it; what belongs to a page lies in one folder.
    on_disk = _ON_A_DISK.fullmatch(reference)
    reference = on_disk[1] if on_disk else reference
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
