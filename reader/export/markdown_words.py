"""Write words so that Markdown takes none of them for a sign."""

import re
from collections.abc import Sequence
from urllib.parse import quote

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|~{2,}|={2,})")
# What begins a heading, a list or a rule when it begins a line.
_STARTING = re.compile(r"(#{1,6}|[-+])(?=\s|$)|(-{3,})")
_NUMBER = re.compile(r"([0-9]{1,9})(?=[.)](?:\s|$))")
_NOT_IN_ADDRESS = re.compile(r"[\s()<>\\]")


def plain(text: str, is_whole: bool = True) -> str:
    """The text with its signs escaped; white space at the ends of a whole one is left out."""
    spaced = " ".join(text.split()) if is_whole else re.sub(r"\s+", " ", text)
    return _SPECIAL.sub(r"\\\1", spaced)


def at_line_start(line: str) -> str:
    if _STARTING.match(line):
        return "\\" + line
    return _NUMBER.sub(r"\1\\", line, count=1) if _NUMBER.match(line) else line


def address_of(address: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda sign: quote(sign[0], safe=""), address.strip())


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, the first as the head, all of them as wide as the widest."""
    width = max(map(len, rows))
    lines = [_table_line([*row, *[""] * (width - len(row))]) for row in rows]
    return [lines[0], _table_line(["---"] * width), *lines[1:]]


def _table_line(cells: Sequence[str]) -> str:
    tidy = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(tidy) + " |"
