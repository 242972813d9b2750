"""Tell which clippings have what a search asks of them beside their words."""

import unicodedata
from collections.abc import Callable

import numpy as np

from reader.clipping import WORDS_A_MINUTE, Facet, Narrowing, Search, Shelf
from reader.store.columns import (
    ARCHIVED,
    MARKED,
    NOTED,
    READ,
    STARRED,
    TRASHED,
    Array,
    Columns,
    Names,
)
from reader.store.database import Database

# What few ask for is asked of the library itself.
_STORED = {
    "pictures": "SELECT DISTINCT number FROM pictures",
    "versions": "SELECT DISTINCT number FROM versions",
    "address": "SELECT number FROM clippings WHERE instr(lower(address), lower(?))",
}
_STATES: dict[str, Callable[[Columns], Array]] = {
    "unread": lambda told: ~told.has(READ),
    "read": lambda told: told.has(READ),
    "starred": lambda told: told.has(STARRED),
    "archived": lambda told: told.has(ARCHIVED),
    "inbox": lambda told: _SHELVES[Shelf.INBOX](told),
    "trashed": lambda told: told.has(TRASHED),
    "partial": lambda told: _is_so_complete(told, "partial", "teaser"),
    "whole": lambda told: _is_so_complete(told, "whole"),
    "link": lambda told: _is_so_complete(told, "link"),
}
_SHELVES: dict[Shelf, Callable[[Columns], Array]] = {
    Shelf.INBOX: lambda told: ~told.has(ARCHIVED | TRASHED),
    Shelf.ALL: lambda told: ~told.has(TRASHED),
    Shelf.STARRED: lambda told: (told.states & (STARRED | TRASHED)) == STARRED,
    Shelf.ARCHIVE: lambda told: (told.states & (ARCHIVED | TRASHED)) == ARCHIVED,
    Shelf.MARKS: lambda told: (told.states & (MARKED | TRASHED)) == MARKED,
    Shelf.TRASH: lambda told: told.has(TRASHED),
}
_POSSESSIONS: dict[str, Callable[[Columns], Array]] = {
    "note": lambda told: told.has(NOTED),
    "marks": lambda told: told.has(MARKED),
    "tags": lambda told: _with_tags(told, lambda _: True),
}
_LAST_DAY = 9999_12_31


def on_shelf(columns: Columns, search: Search, everywhere: bool = False) -> Array:
    """True for each row on the shelf, with the tag and from the source that are asked for.

    `everywhere`: whatever the shelf.
    """
    mask = columns.is_there.copy()
    if not everywhere:
        mask &= _SHELVES[search.shelf](columns)
    if search.tag:
        mask &= _with_tags(columns, lambda tag: f"{tag}/".startswith(f"{search.tag}/"))
    if search.source:
        mask &= columns.source == columns.names.source.known(search.source)
    return mask


def with_values(columns: Columns, facet: Facet, values: frozenset[str]) -> Array:
    """True for each row that has one of these values of a facet."""
    names = columns.names
    match facet:
        case Facet.TAG:
            return columns.nested_tags.with_any(_known(names.tag, values), len(columns))
        case Facet.BYLINE:
            return columns.bylines.with_any(_known(names.person, values), len(columns))
        case Facet.YEAR:
            years = [int(one) for one in values if one.isdecimal() and len(one) < 5]
            return np.isin(columns.years, years)
        case Facet.LANGUAGE:
            return _coded(
                columns.language, names.language, lambda one: main_language(one) in values
            )
        case Facet.SOURCE:
            return np.isin(columns.source, _known(names.source, values))
        case Facet.SECTION:
            return np.isin(columns.section, _known(names.section, values))
        case Facet.AGENCY:
            return np.isin(columns.agency, _known(names.agency, values))


def by_facet(narrowed: tuple[Narrowing, ...]) -> dict[Facet, frozenset[str]]:
    """The chosen values of each facet."""
    facets = dict.fromkeys(one.facet for one in narrowed)
    return {
        facet: frozenset(one.value for one in narrowed if one.facet is facet) for facet in facets
    }


def main_language(language: str) -> str:
    """A language without the country it is spoken in."""
    return language.replace("_", "-").partition("-")[0].lower()


def rows_with(columns: Columns, name: str, low: str, high: str, database: Database) -> Array:
    """True for each row of which a fact holds (see search.asked.Fact)."""
    if name == "address" or (name == "has" and low not in _POSSESSIONS):
        return _stored(columns, name, low, database)
    return _FACTS[name](columns, name, low, high)


def _has_language(columns: Columns, low: str) -> Array:
    start = low.rstrip("*").lower()
    return _coded(
        columns.language, columns.names.language, lambda one: one.lower().startswith(start)
    )


def _known(names: Names, values: frozenset[str]) -> list[int]:
    return [names.known(one) for one in values]


def _stored(columns: Columns, name: str, low: str, database: Database) -> Array:
    query = _STORED[low if name == "has" else name]
    # No address holds the half letters that a terminal makes of bytes.
    sought = low.rstrip("*").encode("utf-8", "replace").decode()
    values = (sought,) if name == "address" else ()
    return columns.mask_of([row[0] for row in database.reading().execute(query, values)])


def _coded(codes: Array, names: Names, fits: Callable[[str], bool]) -> Array:
    fitting = np.array([fits(one) for one in list(names.all)] or [False], bool)
    return fitting[codes] if len(codes) else np.zeros(0, bool)


def _is_so_complete(columns: Columns, *completeness: str) -> Array:
    return _coded(columns.completeness, columns.names.completeness, lambda one: one in completeness)


def _with_tags(columns: Columns, fits: Callable[[str], bool]) -> Array:
    names = columns.names.tag
    codes = [code for code, name in enumerate(list(names.all)) if fits(name)]
    return columns.tags.with_any(codes, len(columns))


def _between_days(days: Array, low: str, high: str) -> Array:
    """A month or a year that is told without its days lies within it."""
    first, last = _day(low), _day(high) or _LAST_DAY
    if first % 100 == 1:
        first -= 1
    if first % 10_000 == 100:
        first -= 100
    return (days >= max(first, 1)) & (days <= last)


def _day(said: str) -> int:
    return int(said.replace("-", "") or 0)


def _minutes(columns: Columns, low: int, high: int) -> Array:
    # As clipping.reading_minutes rounds what the card tells.
    minutes = np.maximum(np.rint(columns.words / WORDS_A_MINUTE), 1)
    return (minutes >= low) & (minutes <= high)


def _goes_through(tag: str, asked: str) -> bool:
    """The tag, or one whose path goes through it: "sea" finds sea/north and old/sea."""
    tag, wanted = _plain(tag), _plain(asked.rstrip("*"))
    return f"/{wanted}" in f"/{tag}" if asked.endswith("*") else f"/{wanted}/" in f"/{tag}/"


def _plain(tag: str) -> str:
    """A tag without case and accents."""
    apart = unicodedata.normalize("NFD", tag.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


_FACTS: dict[str, Callable[[Columns, str, str, str], Array]] = {
    "is": lambda told, _, low, __: _STATES[low](told),
    "has": lambda told, _, low, __: _POSSESSIONS[low](told),
    "words": lambda told, _, low, high: (told.words >= int(low)) & (told.words <= int(high)),
    "minutes": lambda told, _, low, high: _minutes(told, int(low), int(high)),
    "tag": lambda told, _, low, __: _with_tags(told, lambda tag: _goes_through(tag, low)),
    "lang": lambda told, _, low, __: _has_language(told, low),
} | dict.fromkeys(
    ("published", "saved", "added"),
    lambda told, name, low, high: _between_days(getattr(told, name), low, high),
)
