"""Tell which clippings have what a search asks of them beside their words."""

import json
import unicodedata

from reader.clipping import WORDS_A_MINUTE
from reader.store.database import Database

_STATES = {
    "unread": "NOT is_read",
    "read": "is_read",
    "starred": "is_starred",
    "archived": "is_archived",
    "inbox": "NOT is_archived AND NOT is_trashed",
    "trashed": "is_trashed",
    "partial": "completeness IN ('partial', 'teaser')",
    "whole": "completeness = 'whole'",
    "link": "completeness = 'link'",
}
_POSSESSIONS = {
    "note": "note != ''",
    "marks": "number IN (SELECT number FROM highlights)",
    "tags": "number IN (SELECT number FROM tags)",
    "pictures": "number IN (SELECT number FROM pictures)",
    "versions": "number IN (SELECT number FROM versions)",
}
_DATES = {"published": "published", "saved": "saved_at", "added": "added_at"}
_LAST = "\U0010ffff"  # sorts behind every letter


def numbers_with(database: Database, name: str, low: str, high: str) -> list[int]:
    """The numbers of the clippings of which a fact holds (see search.asked.Fact)."""
    rule, values = _tagged(low, database) if name == "tag" else _rule(name, low, high)
    query = f"SELECT number FROM clippings WHERE {rule}"
    return [row[0] for row in database.reading().execute(query, values)]


def _rule(name: str, low: str, high: str) -> tuple[str, tuple[object, ...]]:
    match name:
        case "is":
            return _STATES[low], ()
        case "has":
            return _POSSESSIONS[low], ()
        case "published" | "saved" | "added":
            column = _DATES[name]
            # A time begins with its day.
            return f"{column} != '' AND {column} BETWEEN ? AND ?", (low, high + _LAST)
        case "words":
            return "words BETWEEN ? AND ?", (int(low), int(high))
        case "minutes":
            least, most = int(low) * WORDS_A_MINUTE, (int(high) + 1) * WORDS_A_MINUTE
            half = WORDS_A_MINUTE // 2
            return "max(words, ?) BETWEEN ? AND ?", (half + 1, least - half + 1, most - half)
        case "lang":
            return "language LIKE ? || '%'", (low.rstrip("*"),)
        case _:
            return "instr(lower(address), lower(?))", (low.rstrip("*"),)


def _tagged(asked: str, database: Database) -> tuple[str, tuple[object, ...]]:
    """Those with the tag, or one whose path goes through it: "sea" finds sea/north and old/sea."""
    wanted, is_begun = _plain(asked.rstrip("*")), asked.endswith("*")
    known = database.reading().execute("SELECT DISTINCT tag FROM tags")
    fitting = [row[0] for row in known if _goes_through(_plain(row[0]), wanted, is_begun)]
    rule = "number IN (SELECT number FROM tags WHERE tag IN (SELECT value FROM json_each(?)))"
    return rule, (json.dumps(fitting),)


def _goes_through(tag: str, wanted: str, is_begun: bool) -> bool:
    return f"/{wanted}" in f"/{tag}" if is_begun else f"/{wanted}/" in f"/{tag}/"


def _plain(tag: str) -> str:
    """A tag without case and accents."""
    apart = unicodedata.normalize("NFD", tag.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
