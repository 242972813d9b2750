"""Set a table into the document."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextTable

from reader.ui.reading.look import Look
from reader.ui.reading.setter import Setter
from reader.ui.reading.story import Cell, Table


def set_table(table: Table, cursor: QTextCursor, setter: Setter, look: Look) -> None:
    """Write the table after the cursor's block; the cursor is left behind it."""
    places = _places(table)
    rows = max(row + cell.rows for row, _, cell in places)
    columns = max(column + cell.columns for _, column, cell in places)
    right_to_left = setter.is_right_to_left(table.blocks[0])
    made = cursor.insertTable(rows, columns, look.table_format(is_right_to_left=right_to_left))
    for row, column, cell in places:
        if cell.columns > 1 or cell.rows > 1:
            made.mergeCells(row, column, cell.rows, cell.columns)
    for row, column, cell in places:
        _set_cell(made, row, column, cell, (setter, look))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _set_cell(
    table: QTextTable, row: int, column: int, cell: Cell, how: tuple[Setter, Look]
) -> None:
    setter, look = how
    made = table.cellAt(row, column)
    cursor = made.firstCursorPosition()
    for index, block in enumerate(cell.blocks):
        setter.set(block, cursor, fresh=index == 0, is_story=True)
    # Qt keeps a cell's format on the sign before its first block, which setting that overwrites.
    made.setFormat(look.cell_format(is_first=column == 0))


def _places(table: Table) -> list[tuple[int, int, Cell]]:
    """Row and column of each cell, past those that reach down from above."""
    taken: set[tuple[int, int]] = set()
    places = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            columns = _free(row, column, cell.columns, taken)
            rows = min(cell.rows, len(table.rows) - row)
            places.append((row, column, replace(cell, columns=columns, rows=rows)))
            taken.update(
                (row + down, column + right) for down in range(rows) for right in range(columns)
            )
    return places


def _free(row: int, column: int, wanted: int, taken: set[tuple[int, int]]) -> int:
    """How many of the wanted columns are free, so that no two cells cover each other."""
    return next((n for n in range(1, wanted) if (row, column + n) in taken), wanted)
