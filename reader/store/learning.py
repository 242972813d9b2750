"""Learn which blocks recur beside the stories of a source, from the library's own clippings."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from reader.store.corrections import remake
from reader.store.database import Database
from reader.store.gist import long_blocks

FEWEST_STORIES = 3
MOST_SHARED = 0.3  # of their blocks; clippings that share more tell one story
MOST_COMPARED = 60
BATCH = 25  # clippings written at a time, so that nobody who writes waits for long

_UNREAD = """
    SELECT number, html FROM unlearned JOIN bodies USING (number)
    WHERE NOT is_known AND number > ?
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.number = unlearned.number)
    ORDER BY number LIMIT ?
"""
_SOURCES = """
    SELECT DISTINCT source FROM unlearned JOIN clippings USING (number) WHERE NOT is_known
"""
_TO_REMAKE = "SELECT number, id FROM unlearned JOIN clippings USING (number) WHERE is_known LIMIT ?"


class Learning:
    """Derived, all of it: what was learned can be forgotten, and learned again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def learn(self, step: Callable[[], object]) -> frozenset[str]:
        """Take in what came since the last time; the ids of clippings that now show otherwise.

        `step` is called now and then. It may raise: what is left is learned the next time.
        """
        if self._all("SELECT number FROM unlearned LIMIT 1"):
            self._read_blocks(step)
            sources = self._all(_SOURCES)
            for first in range(0, len(sources), BATCH):
                step()
                # The disk takes long to confirm what is written, however little that is.
                with self._database.writing():
                    for row in sources[first : first + BATCH]:
                        self._learn_of(row["source"])
        return self._remake(step)

    def forget(self) -> None:
        """Have everything learned anew."""
        with self._database.writing() as db:
            db.execute("DELETE FROM blocks")
            db.execute("INSERT OR REPLACE INTO unlearned SELECT number, 0 FROM clippings")

    def _read_blocks(self, step: Callable[[], object]) -> None:
        last = -1
        while rows := self._all(_UNREAD, last, BATCH):
            step()
            last = rows[-1]["number"]
            found = [(row["number"], block) for row in rows for block in long_blocks(row["html"])]
            with self._database.writing() as db:
                db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", found)

    def _learn_of(self, source: str) -> None:
        now = _recurring(self._database.reading(), source) if source else {}
        with self._database.writing() as db:
            before = _learned(db, source)
            if now != before:
                db.execute("DELETE FROM learned WHERE source = ?", (source,))
                rows = [(source, block, many) for block, many in now.items()]
                db.executemany("INSERT INTO learned VALUES (?, ?, ?)", rows)
            changed = before.keys() ^ now.keys()
            _take_up(db, source, changed, now.keys())

    def _remake(self, step: Callable[[], object]) -> frozenset[str]:
        remade: set[str] = set()
        while rows := self._all(_TO_REMAKE, BATCH):
            step()
            with self._database.writing() as db:
                remade |= {row["id"] for row in rows if remake(db, row["number"])}
                struck = [(row["number"],) for row in rows]
                db.executemany("DELETE FROM unlearned WHERE number = ?", struck)
        return frozenset(remade)

    def _all(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self._database.reading().execute(query, values).fetchall()


def _learned(db: sqlite3.Connection, source: str) -> dict[str, int]:
    rows = db.execute("SELECT block, many FROM learned WHERE source = ?", (source,))
    return {row["block"]: row["many"] for row in rows}


def _recurring(db: sqlite3.Connection, source: str) -> dict[str, int]:
    """The blocks that stand in several different stories, and in how many clippings each."""
    rows = db.execute(
        "SELECT block, COUNT(*) AS many FROM blocks WHERE number IN"
        " (SELECT number FROM clippings WHERE source = ?) GROUP BY block HAVING many >= ?",
        (source, FEWEST_STORIES),
    ).fetchall()
    return {row["block"]: row["many"] for row in rows if _is_in_stories(db, source, row["block"])}


def _is_in_stories(db: sqlite3.Connection, source: str, block: str) -> bool:
    rows = db.execute(
        "SELECT number, lower(title) AS title FROM blocks JOIN clippings USING (number)"
        " WHERE source = ? AND block = ? ORDER BY number DESC LIMIT ?",
        (source, block, MOST_COMPARED),
    )
    seen: list[set[str]] = []
    titles: Counter[str] = Counter()
    stories = 0
    for row in rows:
        others = _blocks_of(db, row["number"]) - {block}
        is_told = titles[row["title"]] or any(_share(others, one) for one in seen)
        stories += not is_told
        titles[row["title"]] += 1
        seen.append(others)
        if stories == FEWEST_STORIES:
            return True
    return False


def _blocks_of(db: sqlite3.Connection, number: int) -> set[str]:
    return {row[0] for row in db.execute("SELECT block FROM blocks WHERE number = ?", (number,))}


def _share(one: set[str], other: set[str]) -> bool:
    """Whether so much stands in both that they tell the same story."""
    return len(one & other) > MOST_SHARED * min(len(one), len(other))


def _take_up(
    db: sqlite3.Connection, source: str, changed: Iterable[str], learned: Iterable[str]
) -> None:
    """Have those remade that hold what changed, and the new ones that hold what was learned."""
    holding = (
        "INSERT OR REPLACE INTO unlearned SELECT number, 1 FROM blocks WHERE block = ?"
        " AND number IN (SELECT number FROM clippings WHERE source = ?)"
    )
    new = " AND number IN (SELECT number FROM unlearned WHERE NOT is_known)"
    db.executemany(holding + new, [(block, source) for block in learned])
    db.executemany(holding, [(block, source) for block in changed])
    db.execute(
        "DELETE FROM unlearned WHERE NOT is_known"
        " AND number IN (SELECT number FROM clippings WHERE source = ?)",
        (source,),
    )
