"""Keep the pictures that were fetched for a clipping, by the addresses they have in it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.articles.article import Picture

# They stand in a table of their own, so that cleaning again loses none.


@dataclass(frozen=True)
class FetchedPicture:
    """A picture that the reader wished for; its bytes are kept by their digest."""

    address: str
    digest: str
    media_type: str
    width: int
    height: int


def add_fetched(db: sqlite3.Connection) -> None:
    """Let the pictures that a page did not carry be fetched."""
    db.execute(
        """CREATE TABLE fetched (
            number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
            address TEXT NOT NULL,          -- as in pictures
            sha256 TEXT NOT NULL,
            media_type TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            PRIMARY KEY (number, address)
        ) STRICT, WITHOUT ROWID"""
    )


def keep_fetched(db: sqlite3.Connection, number: int, picture: FetchedPicture) -> None:
    """Keep it, unless one was fetched before: what a site shows there later is another picture."""
    row = (picture.address, picture.digest, picture.media_type, picture.width, picture.height)
    db.execute("INSERT OR IGNORE INTO fetched VALUES (?, ?, ?, ?, ?, ?)", (number, *row))


def with_fetched(
    db: sqlite3.Connection, number: int, pictures: Mapping[Picture, str]
) -> dict[Picture, str]:
    """Pictures with their digests, those that were fetched among them."""
    rows = db.execute("SELECT * FROM fetched WHERE number = ?", (number,)).fetchall()
    if not rows:
        return dict(pictures)
    fetched = {row["address"]: row for row in rows}
    known: dict[Picture, str] = {}
    for picture, digest in pictures.items():
        row = None if digest else fetched.get(picture.address)
        if row is None:
            known[picture] = digest
        else:
            known[_of_size(picture, row)] = row["sha256"]
    return known


def _of_size(picture: Picture, row: sqlite3.Row) -> Picture:
    return replace(picture, media_type=row["media_type"], width=row["width"], height=row["height"])
