"""Build paragraphs again out of the lines of a PDF."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.pages.pdf.line import Box, Line, PdfPage

_ENDS = re.compile(r"""[.!?…:;。！？؟۔।][\s"'”’»“)\]）」』]*$""")
_PARTED = re.compile(r"[^\W\d_][-‐\xad]$")
_WIDE_LEADING = 1.35
_OTHER_SIZE = 1.12
_INDENT = 0.7  # of the letters' height
_SHORT = 0.35  # of the column
_ROOM = 0.5


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, from one page or across the next."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def is_bold(self) -> bool:
        return all(line.is_bold for line in self.lines)

    @property
    def box(self) -> Box:
        """Where it stands on the page it begins on."""
        own = [line.box for line in self.lines if line.page == self.page]
        return Box(
            min(box.left for box in own),
            min(box.top for box in own),
            max(box.right for box in own),
            max(box.bottom for box in own),
        )


@dataclass(frozen=True)
class _Measure:
    """What is usual in a document: the room between lines, and where its columns end."""

    leading: float  # in heights of letters
    right_ends: dict[tuple[int, int, int], float]
    left_ends: dict[tuple[int, int, int], float]


def build(pages: Sequence[PdfPage]) -> tuple[Paragraph, ...]:
    lines = [line for page in pages for line in page.lines]
    measure = _measure(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, measure):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(Paragraph(tuple(lines)) for lines in paragraphs)


def usual_size(lines: Sequence[Line]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _measure(lines: Sequence[Line]) -> _Measure:
    usual = usual_size(lines)
    steps = [
        (after.baseline - before.baseline) / before.size
        for before, after in pairwise(lines)
        if before.page == after.page and _is_like(before.size, usual) and before.size > 0
    ]
    steps = [step for step in steps if 0.9 < step < 2.5]
    right: dict[tuple[int, int, int], float] = defaultdict(float)
    left: dict[tuple[int, int, int], float] = defaultdict(lambda: float("inf"))
    for line in lines:
        for key in _columns(line, line.box.left):
            right[key] = max(right[key], line.box.right)
        for key in _columns(line, line.box.right):
            left[key] = min(left[key], line.box.left)
    # The closest lines are those within paragraphs; there may be more paragraphs than lines.
    closest = median(sorted(steps)[: max(1, len(steps) // 2)]) if steps else 1.3
    return _Measure(closest, right, left)


def _columns(line: Line, edge: float) -> Iterator[tuple[int, int, int]]:
    """Lines of one column begin at nearly the same place, but for an indent."""
    step = max(line.size, 1.0) * 2
    for shift in (-1, 0, 1):
        yield line.page, round(line.size), round(edge / step) + shift


def _is_like(size: float, other: float) -> bool:
    return max(size, other) < _OTHER_SIZE * min(size, other)


def _goes_on(before: list[Line], line: Line, measure: _Measure) -> bool:
    last = before[-1]
    if not _is_like(last.size, line.size) or last.is_bold != line.is_bold:
        return False
    step = line.baseline - last.baseline
    if line.page != last.page or step < -last.size:
        return _goes_on_elsewhere(last, line, measure)
    if step < 0.4 * last.size or last.box.beside(line.box):
        return False
    if step > _WIDE_LEADING * measure.leading * last.size:
        return False
    return not _is_indented(before, line) and not _ends_early(last, line, measure)


def _goes_on_elsewhere(last: Line, line: Line, measure: _Measure) -> bool:
    """Whether a paragraph goes on in the next column, or on the next page."""
    if _ENDS.search(last.text.strip()) or _ends_early(last, line, measure):
        return False
    start = line.text.strip()[:1]
    return start.islower() or (not start.isupper() and start.isalpha())


def _is_indented(before: list[Line], line: Line) -> bool:
    """Whether the line begins a paragraph by where it begins."""
    last, room = before[-1], _INDENT * line.size
    if line.is_rtl:
        inwards, outwards = last.box.right - line.box.right, line.box.right - last.box.right
    else:
        inwards, outwards = line.box.left - last.box.left, last.box.left - line.box.left
    return inwards > room or (outwards > room and len(before) > 1)


def _ends_early(last: Line, line: Line, measure: _Measure) -> bool:
    """Whether the next word would have found room on the last line."""
    if _PARTED.search(last.text.strip()):
        return False
    word = len(line.text.split(maxsplit=1)[0]) if line.text.split() else 0
    need = (word + 1) * line.box.width / max(len(line.text.strip()), 1)
    if last.is_rtl:
        edge = measure.left_ends[next(_columns(last, last.box.right))]
        room, width = last.box.left - edge, last.box.right - edge
    else:
        edge = measure.right_ends[next(_columns(last, last.box.left))]
        room, width = edge - last.box.right, edge - last.box.left
    if room <= need + _ROOM * last.size:
        return False
    return bool(_ENDS.search(last.text.strip())) or room > _SHORT * max(width, 1.0)
