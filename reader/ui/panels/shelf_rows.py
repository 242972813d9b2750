"""What stands on the shelf, as rows: fixed places, saved searches, tags, sources."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from reader.clipping import Counts, SavedSearch, Shelf

SOURCES_SHOWN = 200


class Kind(Enum):
    """What a row stands for."""

    SHELF = auto()
    HEADING = auto()
    SEARCH = auto()
    TAG = auto()
    SOURCE = auto()
    MORE = auto()


@dataclass(frozen=True)
class KeptSearches:
    """The saved searches in the reader's order, and how many clippings each finds, by id."""

    searches: Sequence[SavedSearch] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ShelfRow:
    """One row; `key` is a shelf's value, a search's id, a tag, a source, or a heading's name."""

    kind: Kind
    key: str
    label: str = ""
    count: int = 0
    depth: int = 0
    has_children: bool = False
    is_open: bool = False

    @property
    def place(self) -> tuple[Kind, str]:
        """What tells this row from every other, whatever its count."""
        return self.kind, self.key


def shelf_rows(
    counts: Counts,
    closed_tags: Collection[str],
    kept: KeptSearches = KeptSearches(),
    *,
    sources_shown: int = SOURCES_SHOWN,
) -> list[ShelfRow]:
    """The rows in their order, without those under a tag that is closed."""
    rows = [ShelfRow(Kind.SHELF, one.value, count=counts.shelves.get(one, 0)) for one in Shelf]
    if kept.searches:
        rows.append(ShelfRow(Kind.HEADING, "searches"))
        rows.extend(
            ShelfRow(Kind.SEARCH, one.id, one.name, kept.counts.get(one.id, 0))
            for one in kept.searches
        )
    if counts.tags:
        rows.append(ShelfRow(Kind.HEADING, "tags"))
        rows.extend(_tag_rows(dict(counts.tags), closed_tags))
    if counts.sources:
        rows.append(ShelfRow(Kind.HEADING, "sources"))
        rows.extend(
            ShelfRow(Kind.SOURCE, name, name, count)
            for name, count in counts.sources[:sources_shown]
        )
    hidden = len(counts.sources) - sources_shown
    if hidden > 0:
        rows.append(ShelfRow(Kind.MORE, "sources", count=hidden))
    return rows


def _tag_rows(counts: Mapping[str, int], closed: Collection[str]) -> Iterator[ShelfRow]:
    """Tags under those they are nested in, also where nothing bears the outer one itself."""
    children = _children(counts)
    waiting = list(reversed(children.get("", ())))
    while waiting:
        tag = waiting.pop()
        below = children.get(tag, ())
        is_open = bool(below) and tag not in closed
        depth, label = tag.count("/"), tag.rpartition("/")[2]
        yield ShelfRow(Kind.TAG, tag, label, counts.get(tag, 0), depth, bool(below), is_open)
        if is_open:
            waiting.extend(reversed(below))


def _children(tags: Collection[str]) -> dict[str, list[str]]:
    """The tags right under each tag, "" standing above all."""
    children: dict[str, list[str]] = {}
    known: set[str] = set()
    for tag in tags:
        steps = tag.split("/")
        for length in range(1, len(steps) + 1):
            whole = "/".join(steps[:length])
            if whole not in known:
                known.add(whole)
                children.setdefault("/".join(steps[: length - 1]), []).append(whole)
    return children
