"""Keep the reader's corrections of cleaned bodies, and the bodies that they make."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple

from reader.articles.article import Article
from reader.articles.corrections import Correction, Wish, corrected
from reader.store.articles import columns_of_body, listed, load_pictures, update_clipping
from reader.store.fetched import with_fetched
from reader.store.unindexed import queue


def load_corrections(db: sqlite3.Connection, ids: Sequence[str]) -> dict[int, list[Correction]]:
    """The corrections of each of these clippings, by its number."""
    found = defaultdict[int, list[Correction]](list)
    rows = db.execute(
        "SELECT * FROM corrections WHERE number IN (SELECT number FROM clippings"
        " WHERE id IN (SELECT value FROM json_each(?))) ORDER BY number, block",
        (json.dumps(list(ids)),),
    )
    for row in rows:
        found[row["number"]].append(_correction(row))
    return found


def save_corrections(
    db: sqlite3.Connection, number: int, old: Sequence[Correction], new: Sequence[Correction]
) -> None:
    """Write what differs, and make the body that shows."""
    for gone in set(old) - set(new):
        key = (number, gone.block)
        db.execute("DELETE FROM corrections WHERE number = ? AND block = ?", key)
    for one in set(new) - set(old):
        row = (number, *astuple(one))
        db.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?)", row)
    remake(db, number)


def remake(db: sqlite3.Connection, number: int) -> bool:
    """Make the body that shows by all that is known now; whether it is another than before."""
    row = db.execute(
        "SELECT source, bodies.html, bodies.text, shown.html AS before FROM clippings"
        " JOIN bodies USING (number) LEFT JOIN shown USING (number) WHERE number = ?",
        (number,),
    ).fetchone()
    made = Article(source=row["source"], html=row["html"], text=row["text"])
    now = corrected(made, _all_of(db, number), recurring_blocks(db, number, made))
    if now.html == (row["html"] if row["before"] is None else row["before"]):
        return False
    db.execute("DELETE FROM shown WHERE number = ?", (number,))
    if now is not made:
        db.execute("INSERT INTO shown VALUES (?, ?, ?)", (number, now.html, now.text))
    pictures = with_fetched(db, number, load_pictures(db, number, made.html, now.html))
    update_clipping(db, number, columns_of_body(now.text, *listed(pictures)))
    queue(db, number)
    return True


def recurring_blocks(db: sqlite3.Connection, number: int, made: Article) -> Mapping[str, int]:
    """Which blocks of this body recur in how many clippings of its source.

    One with a mark on it is not among them: the reader has read it, and means to keep it.
    """
    found = db.execute(
        "SELECT block, many FROM blocks JOIN learned USING (block) WHERE number = ? AND source = ?",
        (number, made.source),
    ).fetchall()
    if not found:
        return {}
    marked = _marked_blocks(db, number, made.html)
    return {row["block"]: row["many"] for row in found if row["block"] not in marked}


def _marked_blocks(db: sqlite3.Connection, number: int, html: str) -> set[str]:
    rows = db.execute("SELECT exact FROM highlights WHERE number = ?", (number,)).fetchall()
    if not rows:
        return set()
    from reader.articles.blocks import spoken_blocks, spoken_words

    marks = [spoken_words(row["exact"]) for row in rows]
    said = {name: spoken for name, _, spoken in spoken_blocks(html)}
    return {
        name
        for name, words in said.items()
        if any(mark in words or words in mark for mark in marks)
    }


def _all_of(db: sqlite3.Connection, number: int) -> list[Correction]:
    rows = db.execute("SELECT * FROM corrections WHERE number = ? ORDER BY block", (number,))
    return [_correction(row) for row in rows]


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(row["block"], Wish(row["wish"]), row["after"], row["place"], row["html"])
