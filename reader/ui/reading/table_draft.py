"""Gather the blocks of a table into rows and cells while it is being read."""

from dataclasses import replace

from reader.ui.reading.portions import portions_of_table
from reader.ui.reading.story import Block, Cell, Kind, Table

MOST_COLUMNS = 12
MOST_CELLS = 5_000
_IN_CELLS = {Kind.PARAGRAPH: Kind.CELL}


class TableDraft:
    """A table that is still open."""

    def __init__(self, direction: str) -> None:
        self.open_tables = 1
        self._direction = direction
        self._rows: list[list[_CellDraft]] = []

    def open_row(self) -> None:
        self._rows.append([])

    def open_cell(self, columns: int, rows: int, is_heading: bool) -> None:
        if not self._rows:
            self.open_row()
        self._rows[-1].append(_CellDraft(columns, rows, is_heading))

    def add(self, block: Block) -> None:
        if not self._rows or not self._rows[-1]:
            self.open_cell(1, 1, is_heading=False)
        self._rows[-1][-1].blocks.append(block)

    def finished(self) -> tuple[Block | Table, ...]:
        """The table, or its blocks alone where it is only used to lay out, or is too large."""
        rows = tuple(tuple(cell.finished() for cell in row) for row in self._rows if row)
        table = Table(rows, self._direction)
        columns = max((sum(cell.columns for cell in row) for row in rows), default=0)
        cells = sum(len(row) for row in rows)
        if 1 < columns <= MOST_COLUMNS and cells <= MOST_CELLS and table.blocks:
            return tuple(portions_of_table(table))
        return tuple(_as_in_text(block) for block in table.blocks)


class _CellDraft:
    def __init__(self, columns: int, rows: int, is_heading: bool) -> None:
        self.blocks: list[Block] = []
        self._columns = columns
        self._rows = rows
        self._is_heading = is_heading

    def finished(self) -> Cell:
        kinds = {Kind.PARAGRAPH: Kind.CELL_HEADING} if self._is_heading else _IN_CELLS
        blocks = (replace(one, kind=kinds.get(one.kind, one.kind)) for one in self.blocks)
        return Cell(tuple(blocks), self._columns, self._rows)


def _as_in_text(block: Block) -> Block:
    is_cell = block.kind in (Kind.CELL, Kind.CELL_HEADING)
    return replace(block, kind=Kind.PARAGRAPH) if is_cell else block
