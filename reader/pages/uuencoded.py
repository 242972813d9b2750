"""Take the files out of a text that old mail programs wrote into it (uuencode)."""

import binascii
import re
from dataclasses import dataclass

_FILE = re.compile(
    r"^begin [0-7]{3,4} (?P<name>[^\r\n]{1,200})\r?\n"
    r"(?P<lines>(?:[ -`]{1,90}\r?\n)*?)(?:[` ]?\r?\n)?end[ \t]*$",
    re.MULTILINE,
)
_MOST = 1000


@dataclass(frozen=True)
class Uuencoded:
    """A file within a text, by the name that it had."""

    name: str
    content: bytes


def part_uuencoded(text: str) -> tuple[str, tuple[Uuencoded, ...]]:
    """The text without the files in it, and these; what is damaged stays text."""
    files: list[Uuencoded] = []
    kept: list[str] = []
    at = 0
    for found in _FILE.finditer(text):
        content = _decoded(found["lines"])
        if content is None or len(files) >= _MOST:
            continue
        files.append(Uuencoded(found["name"].strip(), content))
        kept.append(text[at : found.start()])
        at = found.end()
    return "".join((*kept, text[at:])), tuple(files)


def _decoded(lines: str) -> bytes | None:
    try:
        return b"".join(binascii.a2b_uu(line) for line in lines.splitlines())
    except (binascii.Error, ValueError):
        return None
