"""SavedPage: one page as it was saved, decoded but not yet cleaned."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from importlib.resources.abc import Traversable
from urllib.parse import unquote


class Kind(StrEnum):
    """What the markup is written in."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True)
class SavedPage:
    """A page out of a file.

    `name` is the page's own path and the keys of `parts` those of the files saved with it,
    all relative to one folder and with `/` between folders; nothing else can ever be read
    through the page.
    """

    name: str
    kind: Kind
    markup: str
    address: str = ""
    saved_at: datetime | None = None
    parts: Mapping[str, Traversable] = field(default_factory=dict)

    def part(self, reference: str) -> Traversable | None:
        """The saved file that a `src` of the markup means, or None if it was not saved."""
        if not self.parts:
            return None
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
