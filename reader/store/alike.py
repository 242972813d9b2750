"""Remember which clippings of different pages tell nearly the same."""

import sqlite3
from typing import TYPE_CHECKING

from reader.store.sketch import NEAR, likeness, shingles, sketch_of

if TYPE_CHECKING:
    from reader.store.sketch import Runs

FEWEST_COMMON = 8  # of the 16 hashes in two sketches
MOST_COMPARED = 12  # texts such as “please enable cookies” are like a thousand others

_CANDIDATES = """
    SELECT other.number FROM sketches AS own JOIN sketches AS other USING (hash)
    WHERE own.number = ?1 AND other.number != ?1
    GROUP BY other.number HAVING COUNT(*) >= ?2 ORDER BY COUNT(*) DESC, other.number LIMIT ?3
"""


def sketch(db: sqlite3.Connection, number: int, text: str) -> None:
    """Note anew what a clipping says, and link it with those that say the same."""
    for table in ("sketches", "alike"):
        db.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    db.execute("DELETE FROM alike WHERE other = ?", (number,))
    link(db, number, shingles(text))


def link(db: sqlite3.Connection, number: int, own: "Runs") -> None:
    """Note what a new clipping says, and link it with those that say the same."""
    hashes = sketch_of(own)
    if not hashes:
        return
    db.executemany("INSERT INTO sketches VALUES (?, ?)", [(one, number) for one in hashes])
    rows = db.execute(_CANDIDATES, (number, FEWEST_COMMON, MOST_COMPARED)).fetchall()
    for (other,) in rows:
        said = db.execute("SELECT text FROM bodies WHERE number = ?", (other,)).fetchone()
        if likeness(own, shingles(said[0])) >= NEAR:
            pairs = [(number, other), (other, number)]
            db.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", pairs)


def alike_ids(db: sqlite3.Connection, id_: str) -> list[str]:
    rows = db.execute(
        "SELECT c.id FROM alike JOIN clippings AS own USING (number)"
        " JOIN clippings AS c ON c.number = alike.other"
        " WHERE own.id = ? AND NOT c.is_trashed ORDER BY c.number",
        (id_,),
    )
    return [row[0] for row in rows]
