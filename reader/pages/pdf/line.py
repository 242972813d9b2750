"""Line: letters of a PDF's page that stand in one row."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

_TOUCHING = 0.3  # of the letters' height


@dataclass(frozen=True)
class Box:
    """A place on a page in points; the page's upper left is at 0, 0."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    def covers(self, other: "Box") -> bool:
        """Whether most of the other lies within it."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width > 0 and height > 0 and width * height > 0.8 * other.width * other.height

    def beside(self, other: "Box") -> bool:
        """Whether the two share no column."""
        return self.right <= other.left or other.right <= self.left


@dataclass(frozen=True)
class Span:
    """Words of a line that lead to one address, or to none."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Line:
    """`size` is the height of its letters; `page` counts from 0."""

    page: int
    box: Box
    size: float
    spans: tuple[Span, ...]
    is_bold: bool = False
    is_rtl: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def baseline(self) -> float:
        return self.box.bottom

    def touches(self, other: "Line") -> bool:
        """Whether one goes on where the other ends."""
        room = _TOUCHING * self.size
        gap = max(self.box.left, other.box.left) - min(self.box.right, other.box.right)
        return abs(self.baseline - other.baseline) < room and abs(gap) < room


@dataclass(frozen=True)
class PdfPage:
    """The lines of a page in the order in which they were drawn, and where its links are."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    links: tuple[tuple[Box, str], ...] = ()


def whole(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that are read from the right without the breaks that PDFium sees in them.

    It does so where a vowel is raised above the letters.
    """
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is None or not (last.is_rtl or line.is_rtl) or not last.touches(line):
            found.append(line)
            continue
        right, left = sorted((last, line), key=lambda one: -one.box.left)
        box = Box(
            left.box.left,
            min(left.box.top, right.box.top),
            right.box.right,
            max(left.box.bottom, right.box.bottom),
        )
        found[-1] = replace(right, box=box, spans=right.spans + left.spans, is_rtl=True)
    return found
