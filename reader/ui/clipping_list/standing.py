"""Where the reader stands in the list, to find the place again when rows have moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """The rows as they were, the one stood on (-1: none), and the first in view.

    `offset` is how many pixels of the first row in view were scrolled away.
    """

    ids: Sequence[str] = ()
    row: int = -1
    top: int = 0
    offset: int = 0

    @property
    def current_id(self) -> str | None:
        return self.ids[self.row] if self.row >= 0 else None

    @property
    def is_scrolled(self) -> bool:
        return self.top > 0 or self.offset > 0

    def places(self) -> Iterator[str]:
        """The clipping stood on, those below it, then those above: the first left is the place."""
        if self.row >= 0:
            yield from self.ids[self.row :]
            yield from reversed(self.ids[: self.row])

    def first_in_view(self) -> Iterator[str]:
        """The first clipping in view, and those that could take its place."""
        yield from self.ids[self.top :]
