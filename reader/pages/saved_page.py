"""SavedPage: one page as it was saved, decoded but not yet cleaned."""

import posixpath
import re
from collections.abc import Mapping
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

    `parts` are the files saved with it, by their path relative to the page's own folder,
    with `/` between folders; only these can ever be read through the page.
    """

    name: str
    kind: Kind
    markup: str
    address: str = ""
    saved_at: datetime | None = None
    parts: Mapping[str, Traversable] = field(default_factory=dict)

    def part(self, reference: str) -> Traversable | None:
        """The saved file that a `src` of the markup means, or None if it was not saved."""
        if not self.parts or re.match(r"[a-zA-Z][\w+.-]*:|//|/", reference):
            return None
        without_query = re.split(r"[?#]", reference, maxsplit=1)[0]
        # A part's own name may hold "?" or "%41"; the plainest reading that exists wins.
        readings = (reference, unquote(reference), without_query, unquote(without_query))
        names = (posixpath.normpath(reading) for reading in readings if reading)
        return next((self.parts[name] for name in names if name in self.parts), None)
