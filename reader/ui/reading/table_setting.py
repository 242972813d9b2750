"""Set a table into the document."""

from dataclasses import replace

from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextLength, QTextTable

from reader.ui.reading.look import Look
from reader.ui.reading.setter import Setter
from reader.ui.reading.story import Cell, Kind, Table
from reader.ui.reading.table_draft import MOST_COLUMNS

Place = tuple[int, int, Cell]  # row and column

_MOST_MERGED = 40  # each takes Qt as long as a table takes to set
_LONG = 200  # letters of a cell that count for how wide its column wants to be
_SHORT = 14  # letters that should not be broken
_NARROW = 0.7  # of the widest column: words should stay whole in a narrow window too
_AIR = 16.0  # pixels between two columns


def set_table(table: Table, cursor: QTextCursor, setter: Setter, look: Look) -> None:
    """Write the table after the cursor's block; the cursor is left behind it."""
    whole = table.whole or table
    places, all_places = _places(table), _places(whole)
    columns = _columns(all_places)
    if columns > MOST_COLUMNS:
        places, all_places = _places(_without_spans(table)), _places(_without_spans(whole))
        columns = _columns(all_places)
    right_to_left = setter.is_right_to_left(whole.blocks[0])
    format_ = look.table_format(table, is_right_to_left=right_to_left)
    format_.setColumnWidthConstraints(_widths(all_places, columns, look))
    made = cursor.insertTable(len(table.rows), columns, format_)
    merged = [place for place in places if place[2].columns > 1 or place[2].rows > 1]
    for row, column, cell in merged[:_MOST_MERGED]:
        made.mergeCells(row, column, cell.rows, cell.columns)
    for row, column, cell in places:
        _set_cell(made, row, column, cell, (setter, look))
    _set_empty_cells(made, places, look)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _columns(places: list[Place]) -> int:
    return max(column + cell.columns for _, column, cell in places)


def _without_spans(table: Table) -> Table:
    """The table, each of its cells over one column and row: for spans that push it apart."""
    rows = (tuple(replace(cell, columns=1, rows=1) for cell in row) for row in table.rows)
    return replace(table, rows=tuple(rows))


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


def _set_empty_cells(table: QTextTable, places: list[Place], look: Look) -> None:
    """Draw the line of a row on under the cells that it does not have."""
    taken = {place for row, column, cell in places for place in _covered(row, column, cell)}
    for row in range(table.rows()):
        for column in range(table.columns()):
            if (row, column) not in taken:
                table.cellAt(row, column).setFormat(look.cell_format(is_first=column == 0))


def _widths(places: list[Place], columns: int, look: Look) -> list[QTextLength]:
    """A share of the width for each column: room for its longest word, the rest as needed."""
    metrics = QFontMetricsF(look.font_of(Kind.CELL_HEADING))
    least, wanted = [_AIR] * columns, [_AIR] * columns
    for _, column, cell in places:
        if cell.columns == 1:
            for block in cell.blocks:
                whole = max(_unbroken(block.text), key=len, default="")
                least[column] = max(least[column], metrics.horizontalAdvance(whole) + _AIR)
                ideal = metrics.horizontalAdvance(block.text[:_LONG]) + _AIR
                wanted[column] = max(wanted[column], ideal)
    room = _NARROW * look.style.column_width
    spare, more = room - sum(least), sum(wanted) - sum(least)
    if sum(wanted) > room and spare > 0 and more > 0:
        wanted = [
            low + spare * (high - low) / more for low, high in zip(least, wanted, strict=True)
        ]
    elif spare <= 0:
        wanted = least
    percent = QTextLength.Type.PercentageLength
    return [QTextLength(percent, 100 * width / sum(wanted)) for width in wanted]


def _unbroken(text: str) -> list[str]:
    """What should stand on one line: figures with their units, and else each word."""
    return [text] if len(text) <= _SHORT else text.split()


def _covered(row: int, column: int, cell: Cell) -> set[tuple[int, int]]:
    return {
        (row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)
    }


def _places(table: Table) -> list[Place]:
    """Row and column of each cell, past those that reach down from above."""
    taken: set[tuple[int, int]] = set()
    places: list[Place] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            columns = _free(row, column, cell.columns, taken)
            rows = min(cell.rows, len(table.rows) - row)
            places.append((row, column, replace(cell, columns=columns, rows=rows)))
            taken |= _covered(row, column, places[-1][2])
    return places


def _free(row: int, column: int, wanted: int, taken: set[tuple[int, int]]) -> int:
    """How many of the wanted columns are free, so that no two cells cover each other."""
    return next((n for n in range(1, wanted) if (row, column + n) in taken), wanted)
