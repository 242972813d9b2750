"""Tell the columns of the story from what is printed beside them, and put rows together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.pages.pdf.line import Box, Line, PdfPage, Span
from reader.pages.pdf.paragraphs import Paragraph

_LONG = 100  # letters of a paragraph of the story
_SHARE = 0.15  # of the letters, that a column of the story has at least
_SHORT_CELL = 30
_ROW_GAP = 6.0  # heights of letters
_GRID = 12.0  # points
_LONG_LINE = 25
_OFTEN = 0.3
_ACROSS = 0.6  # of the width of all columns
_MOST_CELLS = 100


def story_columns(paragraphs: Sequence[Paragraph]) -> tuple[Box, ...]:
    """Where the long paragraphs stand; what has few of them is beside the story."""
    letters: Counter[int] = Counter()
    places: dict[int, Box] = {}
    for paragraph in paragraphs:
        length = _length(paragraph.text)
        if length < _LONG:
            continue
        box = paragraph.box
        column = round((box.right if paragraph.lines[0].is_rtl else box.left) / _GRID)
        letters[column] += length
        known = places.get(column, box)
        places[column] = Box(min(known.left, box.left), 0, max(known.right, box.right), 0)
    whole = sum(letters.values())
    return tuple(places[column] for column, count in letters.items() if count >= _SHARE * whole)


def _length(text: str) -> int:
    """In letters of an alphabet; a sign of a script that has thousands says as much as three."""
    return len(text) + 2 * sum("\u2e80" <= sign <= "\uffef" for sign in text)


def is_beside(box: Box, columns: Sequence[Box]) -> bool:
    return bool(columns) and all(box.beside(column) for column in columns)


def in_reading_order(page: PdfPage) -> PdfPage:
    """The lines of a page with columns one after the other, where they were drawn in rows."""
    lines = list(_rows_joined(page.lines))
    long = [line for line in lines if len(line.text) >= _LONG_LINE]
    aside = sum(_is_row(before, after) for before, after in pairwise(long))
    if aside > _OFTEN * len(long):
        lines = list(_by_columns(lines))
    return replace(page, lines=tuple(lines))


def _rows_joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Cells of a row of a table are one line."""
    last: Line | None = None
    for line in lines:
        if last is not None and _are_cells(last, line):
            last = _joined(last, line)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _are_cells(left: Line, right: Line) -> bool:
    is_short = len(left.spans[-1].text) <= _SHORT_CELL and len(right.text) <= _SHORT_CELL
    if len(left.spans) > _MOST_CELLS:
        return False
    gap = right.box.left - left.box.right
    is_near = 0 <= gap <= _ROW_GAP * left.size
    return is_short and is_near and abs(left.size - right.size) < 1 and _is_row(left, right)


def _is_row(left: Line, right: Line) -> bool:
    is_level = abs(left.baseline - right.baseline) < 0.3 * left.size
    return is_level and left.box.beside(right.box)


def _joined(left: Line, right: Line) -> Line:
    box = Box(
        left.box.left,
        min(left.box.top, right.box.top),
        right.box.right,
        max(left.box.bottom, right.box.bottom),
    )
    return replace(left, box=box, spans=(*left.spans, Span(" "), *right.spans))


def _by_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Down one column after the other, between lines that go across them."""
    to_left = sum(line.is_rtl for line in lines) * 2 > len(lines)
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: line.box.top):
        goes_across = line.box.width > _ACROSS * (right - left)
        if band and goes_across:
            yield from _down(band, to_left)
            band = []
        band.append(line)
        if goes_across:
            yield from _down(band, to_left)
            band = []
    yield from _down(band, to_left)


def _down(band: list[Line], to_left: bool) -> Iterator[Line]:
    columns: list[list[Line]] = []
    edge = 0.0
    for line in sorted(band, key=lambda line: line.box.left):
        if columns and line.box.left < edge:
            columns[-1].append(line)
            edge = max(edge, line.box.right)
        else:
            columns.append([line])
            edge = line.box.right
    for column in columns[::-1] if to_left else columns:
        yield from sorted(column, key=lambda line: line.box.top)
