"""Tell the tables of a body that only laid out a page from those that say something."""

import re
from collections.abc import Iterator

from reader.articles.body_blocks import CELLS, Block
from reader.articles.tags import HEADINGS

_NUMBERS = re.compile(r"[\d\s]*")
_ROWS = frozenset(("tr", "thead", "tbody", "tfoot"))


def laid_out(table: Block) -> list[Block | str]:
    """What stands in a table of one column without headings; nothing for any other table."""
    parts = _parts_of_column(table)
    if not parts:
        for row in _rows(table):
            for cell in _blocks(row):
                _settle_heading(cell)
    return parts


def _settle_heading(cell: Block) -> None:
    """Make words of a heading that is all that a cell says: no part of the story begins there."""
    said = _blocks(cell)
    if len(said) != 1 or said[0].tag not in HEADINGS or cell.tag not in CELLS:
        return
    heading = said[0]
    heading.tag = "p"
    if cell.tag == "td" and not any(str(part).startswith("<strong") for part in heading.parts):
        heading.parts = ["<strong>", *heading.parts, "</strong>"]


def _parts_of_column(table: Block) -> list[Block | str]:
    parts: list[Block | str] = []
    for row in _rows(table):
        if row.tag != "tr":
            return []
        cells = [cell for cell in _blocks(row) if not _numbers_lines(cell)]
        if len(cells) > 1 or any(cell.tag != "td" for cell in cells):
            return []
        parts += [part for cell in cells for part in cell.parts]
    return parts


def _rows(holder: Block) -> Iterator[Block]:
    for part in _blocks(holder):
        if part.tag == "tr" or part.tag not in _ROWS:
            yield part
        else:
            yield from _rows(part)


def _blocks(holder: Block) -> list[Block]:
    return [part for part in holder.parts if isinstance(part, Block) and part.says_something]


def _numbers_lines(cell: Block) -> bool:
    """Whether a cell holds nothing but the numbers of the lines of code beside it."""
    only = cell.parts[0] if len(cell.parts) == 1 else None
    if not isinstance(only, Block) or only.tag != "pre":
        return False
    return _NUMBERS.fullmatch("".join(map(str, only.parts))) is not None
