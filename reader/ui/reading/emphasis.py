"""Keep the marks and the found words of a page painted over it."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.ui.reading.column import Column
from reader.ui.reading.marks import PlacedMark, Span, mark_at, painted
from reader.ui.theme import Themes

_MOST_PAINTED = 150  # found words; more take longer than a blink
_BATCH = 50


class Emphasis:
    """What stands out on the page, over the document, which stays as it is."""

    def __init__(self, column: Column, themes: Themes) -> None:
        self._column = column
        self._themes = themes
        self._marks: Sequence[PlacedMark] = ()
        self._hits: Sequence[Span] = ()
        self._current = -1
        self._painted = (0, 0)

    @property
    def hits(self) -> int:
        return len(self._hits)

    @property
    def current(self) -> int:
        return self._current

    @property
    def first_hit(self) -> Span | None:
        return self._hits[0] if self._hits else None

    @property
    def lost_marks(self) -> tuple[str, ...]:
        return tuple(mark.highlight.id for mark in self._marks if not mark.spans)

    def clear(self) -> None:
        self._marks, self._hits, self._current = (), (), -1
        self._column.setExtraSelections([])

    def show_marks(self, marks: Sequence[PlacedMark]) -> None:
        self._marks = marks
        self.paint()

    def show_hits(self, hits: Sequence[Span]) -> None:
        self._hits, self._current = hits, -1
        self.paint()

    def mark_at(self, place: int) -> str:
        return mark_at(place, self._marks)

    def spans_of(self, id_: str) -> tuple[Span, ...]:
        return next((mark.spans for mark in self._marks if mark.highlight.id == id_), ())

    def stand_on_first(self) -> None:
        """The next step leads from the first hit, if none was stepped on yet."""
        if self._hits and self._current < 0:
            self._current = 0

    def step(self, by: int, place: int) -> Span | None:
        """The next hit, or the one before; the first one is that behind a place of the page."""
        if not self._hits:
            return None
        if self._current < 0:
            behind = (n for n, span in enumerate(self._hits) if span.start >= place)
            self._current = next(behind, 0) if by > 0 else next(behind, 0) - 1
        else:
            self._current += by
        self._current %= len(self._hits)
        self.paint()
        return self._hits[self._current]

    def paint(self) -> None:
        document, theme = self._column.document(), self._themes.current
        selections = []
        for mark in self._marks:
            selections += painted(mark.spans, document, theme.mark(mark.highlight.colour))
        self._painted = self._hits_near()
        first, last = self._painted
        selections += painted(self._hits[first:last], document, theme.colour("hit"))
        selections += self._painted_current(document)
        self._column.setExtraSelections(selections)

    def follow(self) -> None:
        """Paint other hits where there are too many to paint all, once they come into sight."""
        if len(self._hits) > _MOST_PAINTED and self._hits_near() != self._painted:
            self.paint()

    def _hits_near(self) -> tuple[int, int]:
        """The first and last hit to paint: all, or those around what is in sight."""
        if len(self._hits) <= _MOST_PAINTED:
            return 0, len(self._hits)
        top = bisect_left(self._hits, self._column.place_at_top(), key=lambda span: span.start)
        first = max(0, top // _BATCH - 1) * _BATCH
        return first, first + _MOST_PAINTED

    def _painted_current(self, document: QTextDocument) -> list[QTextEdit.ExtraSelection]:
        if self._current < 0:
            return []
        theme, span = self._themes.current, self._hits[self._current]
        return painted([span], document, theme.colour("accent"), theme.colour("on_accent"))
