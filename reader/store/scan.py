"""Look for words through all texts of the library: slow, but it needs no index."""

import json
from collections.abc import Mapping, Sequence

from reader.store.articles import BODIES
from reader.store.database import Database
from reader.store.zones import ZONES

_COLUMNS = ZONES | {"body": "text"}
_TEXTS = ", ".join(f"lower({column}) AS in_{zone}" for zone, column in _COLUMNS.items())
_MOST_WORDS = 20
_OPENINGS = f"""
    SELECT number, title, substr(text, 1, 4000) FROM clippings JOIN {BODIES} USING (number)
    WHERE number IN (SELECT value FROM json_each(?))
"""
_EVERYWHERE = tuple(f"in_{zone}" for zone in _COLUMNS)


def numbers_with_words(
    database: Database, asked: Sequence[tuple[str, tuple[str, ...]]]
) -> list[list[int]]:
    """For each text and the zones it is sought in, the clippings with all its words there.

    Words count as parts of words, and are compared as they are written, but for their case.
    """
    rules, values = [], list[str]()
    for text, zones in asked:
        columns = [f"in_{zone}" for zone in zones] or list(_EVERYWHERE)
        words = _writable(text).lower().split()[:_MOST_WORDS] or [""]
        rules.append(" AND ".join(f"({_somewhere(columns)})" for _ in words))
        values += [word for word in words for _ in columns]
    if not rules:
        return []
    told = ", ".join(f"({rule})" for rule in rules)
    query = f"""
        SELECT number, {told} FROM (
            SELECT number, {_TEXTS} FROM clippings AS c JOIN {BODIES} USING (number)
        )
    """
    found: list[list[int]] = [[] for _ in asked]
    for number, *holds in database.reading().execute(query, values):
        for which, is_there in enumerate(holds):
            if is_there:
                found[which].append(number)
    return found


def openings(database: Database, numbers: Sequence[int]) -> Mapping[int, str]:
    """Title and first words of some clippings."""
    rows = database.reading().execute(_OPENINGS, (json.dumps(list(numbers)),))
    return {row[0]: f"{row[1]}\n{row[2]}" for row in rows}


def _writable(text: str) -> str:
    """Without the half letters that a terminal makes of bytes."""
    return text.encode("utf-8", "replace").decode()


def _somewhere(columns: Sequence[str]) -> str:
    return " OR ".join(f"instr({column}, ?)" for column in columns)
