"""The records that stand beside what was found: facets, completions, related clippings."""

from dataclasses import dataclass
from enum import StrEnum

from reader.clipping import Card, Facet


@dataclass(frozen=True)
class FacetValue:
    """How many of a result have this value; `depth` tells how deeply a tag is nested."""

    value: str
    count: int
    is_chosen: bool = False
    depth: int = 0


@dataclass(frozen=True)
class FacetCounts:
    """The values of one facet in a result, most first."""

    facet: Facet
    values: tuple[FacetValue, ...]


class CompletionKind(StrEnum):
    """What a completion is."""

    WORD = "word"
    FIELD = "field"
    TAG = "tag"
    SOURCE = "source"
    SECTION = "section"
    BYLINE = "byline"
    LANGUAGE = "language"
    STATE = "state"
    DATE = "date"


@dataclass(frozen=True)
class Completion:
    """How a search may go on: the whole line with the caret in it; `count` clippings have it."""

    text: str
    caret: int
    shown: str
    kind: CompletionKind
    count: int = 0


@dataclass(frozen=True)
class Related:
    """A clipping that tells of the same; `words` are the telling ones that both share."""

    card: Card
    words: tuple[str, ...]
