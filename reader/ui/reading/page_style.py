"""The type and measure of the page, as the reader likes it."""

from dataclasses import dataclass, replace
from enum import StrEnum

USUAL_SIZE = 17.5
SIZES = (13.0, 14.5, 16.0, USUAL_SIZE, 19.0, 21.0, 23.5, 26.5, 30.0)


class Face(StrEnum):
    """The kind of letter the story is set in."""

    SERIF = "serif"
    SANS = "sans"


class Measure(StrEnum):
    """How wide the column of text is."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"


class Leading(StrEnum):
    """How far the lines stand apart."""

    CLOSE = "close"
    MEDIUM = "medium"
    OPEN = "open"


# In pixels at the usual size: about 56, 66 and 80 characters a line.
_WIDTHS = {Measure.NARROW: 520, Measure.MEDIUM: 620, Measure.WIDE: 760}
_LEADINGS = {Leading.CLOSE: 1.45, Leading.MEDIUM: 1.62, Leading.OPEN: 1.85}


@dataclass(frozen=True)
class PageStyle:
    """What the "Aa" menu sets; `size` is that of the body, in pixels."""

    size: float = USUAL_SIZE
    face: Face = Face.SERIF
    measure: Measure = Measure.MEDIUM
    leading: Leading = Leading.MEDIUM

    def __post_init__(self) -> None:
        # Settings are a file that anyone may write to.
        object.__setattr__(self, "size", min(max(SIZES[0], self.size), SIZES[-1]))

    @property
    def scale(self) -> float:
        return self.size / USUAL_SIZE

    @property
    def column_width(self) -> int:
        """The widest the column may be; it grows with the letters, so that lines stay as long."""
        return round(_WIDTHS[self.measure] * self.scale)

    @property
    def line_height(self) -> float:
        return _LEADINGS[self.leading]

    def larger(self) -> "PageStyle":
        return replace(self, size=next((size for size in SIZES if size > self.size), SIZES[-1]))

    def smaller(self) -> "PageStyle":
        smaller = (size for size in reversed(SIZES) if size < self.size)
        return replace(self, size=next(smaller, SIZES[0]))

    def usual_size(self) -> "PageStyle":
        return replace(self, size=USUAL_SIZE)
