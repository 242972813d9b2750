"""What stands in the list of facets, as rows: a heading for each, its values, and how many more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reader.clipping import Facet
from reader.results import FacetCounts, FacetValue

SHOWN = 6  # values of a facet, until more are asked for


class Kind(Enum):
    """What a row stands for."""

    HEADING = auto()
    VALUE = auto()
    MORE = auto()


@dataclass(frozen=True)
class FacetRow:
    """One row; the count of a row that stands for more tells how many."""

    kind: Kind
    facet: Facet
    value: str = ""
    count: int = 0
    is_chosen: bool = False
    depth: int = 0

    @property
    def place(self) -> tuple[Kind, Facet, str]:
        """What tells this row from every other, whatever its count."""
        return self.kind, self.facet, self.value


def facet_rows(facets: Sequence[FacetCounts], opened: Collection[Facet]) -> list[FacetRow]:
    """The rows in their order; of a facet that is not opened only the first values."""
    rows: list[FacetRow] = []
    for one in facets:
        shown = list(one.values) if one.facet in opened else _first(one.values)
        rows.append(FacetRow(Kind.HEADING, one.facet))
        rows += [
            FacetRow(Kind.VALUE, one.facet, v.value, v.count, v.is_chosen, v.depth) for v in shown
        ]
        hidden = len(one.values) - len(shown)
        if hidden:
            rows.append(FacetRow(Kind.MORE, one.facet, count=hidden))
    return rows


def _first(values: Sequence[FacetValue]) -> list[FacetValue]:
    """The first values, and further down those that are chosen; one more is no row the less."""
    if len(values) <= SHOWN + 1:
        return list(values)
    return [*values[:SHOWN], *(value for value in values[SHOWN:] if value.is_chosen)]
