"""Save and load what the reader added: states, tags, the note, highlights, corrections."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple

from reader.articles.quote import Quote
from reader.clipping import Additions, Colour, Highlight
from reader.store.corrections import load_corrections, save_corrections
from reader.store.database import Database
from reader.store.unindexed import queue

_STATES = ("is_read", "is_starred", "is_archived", "is_trashed")
_SEARCHED = ("tags", "note", "highlights")
_AMONG = "number IN (SELECT number FROM clippings WHERE id IN (SELECT value FROM json_each(?)))"


def load_additions(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Additions]:
    """What was added to each of these clippings, by id; those not there are left out."""
    asked = json.dumps(list(ids))
    tags = defaultdict[int, list[str]](list)
    for row in db.execute(f"SELECT number, tag FROM tags WHERE {_AMONG} ORDER BY tag", (asked,)):
        tags[row["number"]].append(row["tag"])
    marks = defaultdict[int, list[Highlight]](list)
    query = f"SELECT * FROM highlights WHERE {_AMONG} ORDER BY start, marked_at, id"
    for row in db.execute(query, (asked,)):
        marks[row["number"]].append(_highlight(row))
    corrections = load_corrections(db, ids)
    rows = db.execute(
        f"SELECT number, id, note, {', '.join(_STATES)} FROM clippings"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (asked,),
    )
    return {
        row["id"]: Additions(
            **{name: bool(row[name]) for name in _STATES},
            tags=tuple(tags[row["number"]]),
            note=row["note"],
            highlights=tuple(marks[row["number"]]),
            corrections=tuple(corrections[row["number"]]),
        )
        for row in rows
    }


def save_additions(
    db: sqlite3.Connection, before: Mapping[str, Additions], after: Mapping[str, Additions]
) -> None:
    """Write what differs between before and after, and nothing else."""
    for id_, new in after.items():
        old = before[id_]
        if old == new:
            continue
        number = db.execute("SELECT number FROM clippings WHERE id = ?", (id_,)).fetchone()[0]
        _save_columns(db, number, old, new)
        _save_tags(db, number, old, new)
        _save_highlights(db, number, old, new)
        if old.corrections != new.corrections:
            save_corrections(db, number, old.corrections, new.corrections)
        if any(getattr(old, name) != getattr(new, name) for name in _SEARCHED):
            queue(db, number)


def all_tags(db: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in db.execute("SELECT DISTINCT tag FROM tags ORDER BY tag"))


def has_tag(database: Database, tag: str) -> bool:
    row = database.reading().execute("SELECT 1 FROM tags WHERE tag = ? LIMIT 1", (tag,)).fetchone()
    return row is not None


def _save_columns(db: sqlite3.Connection, number: int, old: Additions, new: Additions) -> None:
    for name in (*_STATES, "note"):
        value = getattr(new, name)
        if getattr(old, name) != value:
            db.execute(f"UPDATE clippings SET {name} = ? WHERE number = ?", (value, number))


def _save_tags(db: sqlite3.Connection, number: int, old: Additions, new: Additions) -> None:
    for tag in set(old.tags) - set(new.tags):
        db.execute("DELETE FROM tags WHERE number = ? AND tag = ?", (number, tag))
    for tag in set(new.tags) - set(old.tags):
        db.execute("INSERT OR IGNORE INTO tags VALUES (?, ?)", (number, tag))


def _save_highlights(db: sqlite3.Connection, number: int, old: Additions, new: Additions) -> None:
    kept = set(new.highlights)
    for mark in old.highlights:
        if mark not in kept:
            db.execute("DELETE FROM highlights WHERE id = ?", (mark.id,))
    for mark in kept - set(old.highlights):
        db.execute(
            "INSERT OR REPLACE INTO highlights VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (mark.id, number, *astuple(mark.quote), mark.colour.value, mark.note, mark.marked_at),
        )


def _highlight(row: sqlite3.Row) -> Highlight:
    quote = Quote(row["exact"], row["prefix"], row["suffix"], row["start"], row["end"])
    return Highlight(row["id"], quote, Colour(row["colour"]), row["note"], row["marked_at"])
