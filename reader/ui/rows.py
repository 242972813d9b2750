"""Tell which rows went and which came between two lists."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import ne

Run = tuple[int, int]  # the first row and the last


@dataclass(frozen=True)
class Difference:
    """Runs of rows to remove, last first, and then runs of rows to insert, first first."""

    removed: tuple[Run, ...]
    inserted: tuple[Run, ...]


def runs(rows: Iterable[int]) -> list[Run]:
    """Rows as runs without a gap, in rising order."""
    found: list[Run] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def difference(old: Sequence[Hashable], new: Sequence[Hashable]) -> Difference | None:
    """How to come from one list to the other, or None where what stays changed its order."""
    # Most changes touch a row or two of very many: what is alike at both ends is left out first.
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    olds, news = set(old), set(new)
    if [one for one in old if one in news] != [one for one in new if one in olds]:
        return None
    gone = runs(row for row, one in enumerate(old, start) if one not in news)
    came = runs(row for row, one in enumerate(new, start) if one not in olds)
    return Difference(tuple(reversed(gone)), tuple(came))


def _alike(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """How many members the two have in common from the start."""
    differ = map(ne, one, other)
    return next((row for row, is_other in enumerate(differ) if is_other), min(len(one), len(other)))
