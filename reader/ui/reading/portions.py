"""Part a paragraph or a table that is too long to be laid out in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.ui.reading.story import Run, Table

MOST_LETTERS = 8_000
MOST_RUNS = 400
MOST_ROWS = 30


def portions_of_runs(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs in portions that end at a space, where there is one."""
    portion: list[Run] = []
    letters = 0
    for run in _short_runs(runs):
        if portion and (letters + len(run.text) > MOST_LETTERS or len(portion) >= MOST_RUNS):
            yield tuple(portion)
            portion, letters = [], 0
        portion.append(run)
        letters += len(run.text)
    if portion:
        yield tuple(portion)


def portions_of_table(table: Table) -> Iterator[Table]:
    """The table in portions of some rows, that look like one where they stand below each other."""
    if len(table.rows) <= MOST_ROWS:
        yield table
        return
    for start in range(0, len(table.rows), MOST_ROWS):
        rows = table.rows[start : start + MOST_ROWS]
        is_last = start + MOST_ROWS >= len(table.rows)
        yield replace(table, rows=rows, whole=table, is_first=not start, is_last=is_last)


def _short_runs(runs: Sequence[Run]) -> Iterator[Run]:
    for run in runs:
        start, length = 0, len(run.text)
        while length - start > MOST_LETTERS:
            middle, end = start + MOST_LETTERS // 2, start + MOST_LETTERS
            places = (run.text.rfind(sign, middle, end) for sign in ("\u2028", " "))
            cut = next((place + 1 for place in places if place >= 0), end)
            yield replace(run, text=run.text[start:cut])
            start = cut
        yield replace(run, text=run.text[start:])
