"""What the shelf holds, and how much of it shows: folded tags, the sources beyond the first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reader.clipping import Counts, SavedSearch
from reader.ui.panels.shelf_rows import SOURCES_SHOWN, KeptSearches, ShelfRow, shelf_rows


class ShelfContents:
    """Counts, saved searches and what is folded away, from which the rows follow."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.kept = KeptSearches()
        self._closed: set[str] = set()
        self._sources_shown = SOURCES_SHOWN

    @property
    def rows(self) -> list[ShelfRow]:
        return shelf_rows(self.counts, self._closed, self.kept, sources_shown=self._sources_shown)

    @property
    def closed_tags(self) -> frozenset[str]:
        return frozenset(self._closed)

    def close_tags(self, tags: Collection[str]) -> None:
        """Fold away what is nested under these, and under no others."""
        self._closed = set(tags)

    def fold(self, tag: str, *, is_open: bool) -> None:
        """Close an open tag, open a closed one."""
        if is_open:
            self._closed.add(tag)
        else:
            self._closed.discard(tag)

    def unfold_to(self, tag: str) -> None:
        """Open all that a tag is nested in."""
        steps = tag.split("/")
        self._closed -= {"/".join(steps[:length]) for length in range(1, len(steps))}

    def take_searches(self, searches: Sequence[SavedSearch]) -> None:
        self.kept = replace(self.kept, searches=tuple(searches))

    def take_search_counts(self, counts: Mapping[str, int]) -> None:
        self.kept = replace(self.kept, counts=dict(counts))

    def show_source(self, source: str) -> None:
        """Show all sources, where this is one of those that do not show."""
        if source in [name for name, _ in self.counts.sources[self._sources_shown :]]:
            self.show_all_sources()

    def show_all_sources(self) -> str:
        """The first of those that did not show."""
        first = self.counts.sources[self._sources_shown : self._sources_shown + 1]
        self._sources_shown = len(self.counts.sources)
        return first[0][0] if first else ""
