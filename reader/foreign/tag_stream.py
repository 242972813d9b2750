"""Read HTML as the tags and texts that follow each other, in one pass whatever it is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

# No part of it can be tried in more than one way: the standard library's reader takes hours for
# some megabytes of comments that are never closed.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*>|<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(frozen=True)
class Piece:
    """A text; or a tag, which has a name. Names of tags and attributes are in small letters."""

    text: str = ""
    name: str = ""
    is_end: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(markup: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(markup):
        if found.start() > at:
            yield Piece(unescape(markup[at : found.start()]))
        at = found.end()
        if found[2]:
            yield Piece("", found[2].lower(), bool(found[1]), _attributes(found[3]))
    if at < len(markup):
        yield Piece(unescape(markup[at:]))


def _attributes(said: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(said):
        told.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return told
