"""Remember which clippings the index does not know yet, or no longer right."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from reader.clipping import Searchable
from reader.store.database import Database
from reader.store.zones import ZONES

# Of the texts that are indexed together: that takes some fifteen times their size.
MOST_LETTERS = 8_000_000

_ZONES = ", ".join(f"{said} AS {zone}" for zone, said in ZONES.items())
_TEXTS = f"""
    SELECT stamp, number, language, {_ZONES}, coalesce(shown.text, bodies.text) AS body
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

    def last_stamp(self) -> int:
        """The stamp that was given last; it never falls, unless an older library is put back."""
        row = self._database.reading().execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'unindexed'"
        )
        return int((row.fetchone() or (0,))[0])

    def queue_all(self) -> None:
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO unindexed (number) SELECT number FROM clippings")

    def next(self, most: int, letters: int = MOST_LETTERS) -> dict[int, Searchable]:
        """What waits longest, each by the stamp that names the change it stands for.

        So many clippings at most, and no more once their texts have so many letters.
        """
        found: dict[int, Searchable] = {}
        with closing(self._database.reading().execute(_TEXTS, (most,))) as rows:
            for row in map(dict, rows):
                stamp = row.pop("stamp")
                found[stamp] = Searchable(**row)
                letters -= len(row["body"])
                if letters <= 0:
                    break
        return found

    def done(self, stamps: Iterable[int]) -> None:
        """Strike these from the queue; what changed meanwhile has a new stamp and stays."""
        with self._database.writing() as db:
            db.executemany("DELETE FROM unindexed WHERE stamp = ?", [(one,) for one in stamps])
