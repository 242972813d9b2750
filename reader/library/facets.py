"""Count what the clippings of a result have in common: sources, tags, years and others."""

from collections.abc import Callable, Sequence

import numpy as np

from reader.clipping import Facet, Search
from reader.library.answers import Answer
from reader.library.hits import narrowed
from reader.results import FacetCounts, FacetValue
from reader.store.columns import Array, Columns, Names
from reader.store.facts import by_facet, main_language

MOST = 100  # values of one facet

_Counts = dict[str, int]


def count_facets(search: Search, answer: Answer) -> tuple[FacetCounts, ...]:
    """The values in a result. What is chosen of a facet does not narrow its own counts."""
    chosen = by_facet(search.narrowed)
    everywhere = narrowed(search, answer)
    found = []
    for facet, count in _COUNTING.items():
        mask = narrowed(search, answer, facet) if facet in chosen else everywhere
        counts = count(answer.columns, mask)
        values = _values(facet, counts, chosen.get(facet, frozenset()))
        if values:
            found.append(FacetCounts(facet, tuple(values)))
    return tuple(found)


def values_of(facet: Facet, search: Search, answer: Answer) -> list[tuple[str, int]]:
    """All values of one facet with their counts, most first."""
    counts = _COUNTING[facet](answer.columns, narrowed(search, answer))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))


def _values(facet: Facet, counts: _Counts, chosen: frozenset[str]) -> Sequence[FacetValue]:
    counts = dict.fromkeys(chosen - {""}, 0) | counts
    if facet is Facet.YEAR:
        names = sorted(counts, key=lambda name: name.zfill(4), reverse=True)
    else:
        names = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    kept = names[:MOST] + [name for name in names[MOST:] if name in chosen]
    if facet is Facet.TAG:
        return _nested(kept, counts, chosen)
    return [FacetValue(name, counts[name], name in chosen) for name in kept]


def _nested(names: Sequence[str], counts: _Counts, chosen: frozenset[str]) -> list[FacetValue]:
    """Tags, each followed by those nested under it."""
    known = set(names)
    below: dict[str, list[str]] = {}
    for name in names:
        parent = name.rpartition("/")[0]
        while parent not in known and parent:
            parent = parent.rpartition("/")[0]
        below.setdefault(parent, []).append(name)
    values: list[FacetValue] = []
    waiting = [(name, 0) for name in reversed(below.get("", []))]
    while waiting:
        name, depth = waiting.pop()
        values.append(FacetValue(name, counts[name], name in chosen, depth))
        waiting += [(one, depth + 1) for one in reversed(below.get(name, []))]
    return values


def _of_names(codes: Array, names: Names, mask: Array) -> _Counts:
    return _named(np.bincount(codes[mask], minlength=1), names)


def _named(counts: Array, names: Names) -> _Counts:
    return {
        names.all[code]: int(counts[code])
        for code in np.flatnonzero(counts).tolist()
        if names.all[code]
    }


def _by_language(columns: Columns, mask: Array) -> _Counts:
    counts: _Counts = {}
    for name, many in _of_names(columns.language, columns.names.language, mask).items():
        language = main_language(name)
        counts[language] = counts.get(language, 0) + many
    return counts


def _by_year(columns: Columns, mask: Array) -> _Counts:
    years, counts = np.unique(columns.years[mask], return_counts=True)
    return {
        str(year): many for year, many in zip(years.tolist(), counts.tolist(), strict=True) if year
    }


_COUNTING: dict[Facet, Callable[[Columns, Array], _Counts]] = {
    Facet.SOURCE: lambda told, mask: _of_names(told.source, told.names.source, mask),
    Facet.TAG: lambda told, mask: _named(told.nested_tags.counts(mask, 1), told.names.tag),
    Facet.YEAR: _by_year,
    Facet.SECTION: lambda told, mask: _of_names(told.section, told.names.section, mask),
    Facet.BYLINE: lambda told, mask: _named(told.bylines.counts(mask, 1), told.names.person),
    Facet.AGENCY: lambda told, mask: _of_names(told.agency, told.names.agency, mask),
    Facet.LANGUAGE: _by_language,
}
