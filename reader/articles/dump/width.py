"""Measure lines as a terminal does, and find the width a dump was wrapped at."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
)

# Scripts that set no space between words: a wrapped line goes on without one.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u9fff\uff00-\uffef]"
)
HANGUL = re.compile(r"[\uac00-\ud7a3]")

_NO_PROSE = re.compile(r"[{}<>=|\\]|\S {3,}\S|\t|//|\S{40}|\);|[\w_]+\(")

_MOST_OF_A_LINE = 0.75
_LINE_ENDS = (".", "!", "?", ":", ";", "…")
_STOPS = ".,!?…'\"”’)]」』】、。，．！？"
_TERMINAL, _WIDE_TERMINAL = 82, 100
_NARROWEST, _WIDEST = 38, 140


def columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + len(WIDE.findall(text))


def wrap_width(lines: Iterable[str]) -> int:
    """The column at which long lines were broken, or 0 if each line is a paragraph."""
    widths: Counter[int] = Counter()
    for line in lines:
        width = min(columns(line), _WIDEST + 1)
        # Code, tables and addresses stick out of every wrapped page.
        if width >= _NARROWEST and not _NO_PROSE.search(line):
            widths[width] += 1
    long = sum(widths.values())
    return _fullest(widths, long) if long >= 2 else 0


def _fullest(widths: Counter[int], long: int) -> int:
    """The width that nearly no line passes and many come close to."""
    past = 0
    for width in range(_WIDEST + 1, _NARROWEST - 1, -1):
        past += widths[width]
        if past > max(1, long * 0.03):
            near = sum(widths[near] for near in range(width - 11, width + 1))
            is_told = near >= long * 0.3 and near >= _witnesses(width)
            return width if width <= _WIDEST and is_told else 0
    return 0


def _witnesses(width: int) -> int:
    """How many full lines it takes: terminals are seldom wider than eighty columns."""
    if width <= _TERMINAL:
        return 2
    return 4 if width <= _WIDE_TERMINAL else 8


def goes_on(line: str, following: str, width: int) -> bool:
    """Whether `following` is only there because `line` was full."""
    first = _first_piece(line, following)
    if columns(line) + columns(first) > width:
        return True
    # Tools that count bytes break lines with accents early, but in the midst of a sentence.
    is_long = columns(line) > _MOST_OF_A_LINE * width
    return is_long and following[:1].islower() and not line.endswith(_LINE_ENDS)


def _first_piece(line: str, following: str) -> str:
    if UNSPACED.match(following) or HANGUL.match(following):
        # A full stop is never set at the start of a line; its sign goes down with it.
        return following[: 1 + len(following[1:4]) - len(following[1:4].lstrip(_STOPS))]
    return " " + following.split(maxsplit=1)[0]


def joined(lines: Sequence[str], width: int) -> str:
    """Wrapped lines as one, with a space only where the script sets one."""
    parts = [lines[0]]
    for line, following in pairwise(lines):
        parts.append(_seam(line, following, width))
        parts.append(following)
    return "".join(parts)


def _seam(line: str, following: str, width: int) -> str:
    before, after = line[-1:], following[:1]
    if HANGUL.match(after) or (HANGUL.match(before) and not after.isalnum()):
        # Where the next syllable had still fitted, the break stood at a space.
        return " " if columns(line) + columns(after) <= width else ""
    return "" if UNSPACED.match(before) and UNSPACED.match(after) else " "
