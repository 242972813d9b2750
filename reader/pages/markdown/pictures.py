"""Find the pictures that a note refers to."""

import re
from collections.abc import Iterator
from itertools import islice

_PICTURE = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\(\s{0,9}(?:<([^<>\n]{1,2048})>|([^)\s]{1,2048}))"
    r"|!\[\[([^\[\]|#\n]{1,500})"
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]{0,9}<?([^>\s]{1,2048})",
    re.MULTILINE,
)
# Where programs put what is embedded by its name alone.
_FOLDERS = ("", "attachments/", "assets/", "images/", "files/", "media/", "_resources/")
_MOST = 10_000


def embedded(text: str) -> Iterator[str]:
    """Each address of a picture as it is written, and the places where an embedded one may lie."""
    for found in islice(_PICTURE.finditer(text), _MOST):
        written = found[1] or found[2] or found[4]
        if written:
            yield written
        elif found[3]:
            yield from (f"{folder}{found[3].strip()}" for folder in _FOLDERS)
