"""Remember which clippings the index does not know yet, or no longer right."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.store.database import Database


@dataclass(frozen=True)
class Searchable:
    """The texts of a clipping that are searched; `stamp` names the change they stand for."""

    stamp: int
    number: int
    title: str
    standfirst: str
    byline: str
    source: str
    section: str
    topics: str
    tags: str
    note: str
    body: str


_TEXTS = """
    SELECT stamp, number, title, standfirst, byline || ' ' || agency AS byline, source, section,
        topics, coalesce(shown.text, bodies.text) AS body,
        coalesce((SELECT group_concat(tag, ' ') FROM tags WHERE number = c.number), '') AS tags,
        note || coalesce(
            (SELECT group_concat(' ' || note, '') FROM highlights WHERE number = c.number), ''
        ) AS note
    FROM unindexed JOIN clippings AS c USING (number) JOIN bodies USING (number)
        LEFT JOIN shown USING (number)
    ORDER BY stamp LIMIT ?
"""


def queue(db: sqlite3.Connection, number: int) -> None:
    """Have a clipping indexed again; part of the transaction that changes it."""
    db.execute("INSERT OR REPLACE INTO unindexed (number) VALUES (?)", (number,))


class Unindexed:
    """The queue of clippings that wait to be indexed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        return int(self._database.reading().execute("SELECT COUNT(*) FROM unindexed").fetchone()[0])

    def queue_all(self) -> None:
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO unindexed (number) SELECT number FROM clippings")

    def next(self, most: int) -> list[Searchable]:
        rows = self._database.reading().execute(_TEXTS, (most,)).fetchall()
        return [Searchable(**dict(row)) for row in rows]

    def done(self, stamps: Sequence[int]) -> None:
        """Strike these from the queue; what changed meanwhile has a new stamp and stays."""
        with self._database.writing() as db:
            db.executemany("DELETE FROM unindexed WHERE stamp = ?", [(one,) for one in stamps])
