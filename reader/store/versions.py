"""Keep which pages a clipping was made from: the one that shows, and the others."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from reader.articles.article import Article, Completeness
from reader.clipping import Version
from reader.store.articles import refile_article, text_of
from reader.store.database import Database
from reader.store.page_key import digest_of, page_key

MOST_AT_ADDRESS = 8  # clippings; some sites give all their pages one address

_NAMED = "SELECT number, id, title, is_trashed FROM clippings"
_SHOWN = """
    SELECT original, title, saved_at, added_at, file_name, completeness, number
    FROM clippings WHERE number = ?
"""
# Without its second condition, which is that of the index, all clippings would be looked at.
WITH_ADDRESS = """
    SELECT number, id, title, is_trashed, saved_at, completeness,
        (SELECT COUNT(*) FROM pictures WHERE number = c.number AND sha256 != '') AS saved_pictures
    FROM clippings AS c WHERE address_key = ? AND address_key != '' ORDER BY number LIMIT ?
"""


@dataclass(frozen=True)
class Known:
    """A clipping that a page belongs to."""

    number: int
    id: str
    title: str
    is_trashed: bool


@dataclass(frozen=True)
class Neighbour(Known):
    """A clipping of a page with the same address, and what of it is compared."""

    saved_at: str
    completeness: Completeness
    text: str
    saved_pictures: int


class Versions:
    """The pages of all clippings by their keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, key: str) -> Known | None:
        """The clipping that has this very page."""
        rows = self._all(
            f"{_NAMED} WHERE original = ? UNION {_NAMED} WHERE number ="
            " (SELECT number FROM versions WHERE original = ?)",
            *(key, key),
        )
        return _known(rows[0]) if rows else None

    def pages_of(self, digest: str) -> dict[str, Known]:
        """The clippings of each page that came in from a file, by the pages' keys."""
        first, last = page_key(digest, "\0"), page_key(digest, "\U0010ffff")
        within = "(original = ? OR original >= ? AND original < ?)"
        rows = self._all(
            f"SELECT original, number, id, title, is_trashed FROM clippings WHERE {within}"
            " UNION SELECT v.original, number, id, c.title, is_trashed FROM versions AS v"
            f" JOIN clippings AS c USING (number) WHERE {within.replace('original', 'v.original')}",
            *(digest, first, last, digest, first, last),
        )
        return {row["original"]: _known(row) for row in rows}

    def with_address(self, key: str) -> list[Neighbour]:
        """The clippings of pages with this address, the first of them first."""
        if not key:
            return []
        rows = self._all(WITH_ADDRESS, key, MOST_AT_ADDRESS)
        return [_neighbour(self._database.reading(), row) for row in rows]

    def of(self, id_: str) -> tuple[Version, ...]:
        """The pages that tell something of a clipping, the first saved first."""
        found = self._all(
            "SELECT v.*, v.original = c.original AS is_shown FROM versions AS v"
            " JOIN clippings AS c USING (number) WHERE id = ? AND v.completeness != ?"
            " ORDER BY v.saved_at, v.added_at, v.original",
            *(id_, Completeness.LINK.value),
        )
        shown = f"{_SHOWN.replace('number = ?', 'id = ?')}"
        rows = found or self._all(shown, id_)
        return tuple(_version(row) for row in rows)

    def keep(self, number: int, version: Version) -> None:
        """Keep another page of a clipping beside the one that shows."""
        with self._database.writing() as db:
            _keep_shown(db, number)
            db.execute(
                "INSERT OR IGNORE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *(version.key, number, version.file_name, version.saved_at),
                    *(version.added_at, version.title, version.completeness.value),
                ),
            )

    def show(self, number: int, key: str, article: Article, pictures: Mapping[str, str]) -> None:
        """Have another of its pages show, of which this is the article."""
        with self._database.writing() as db:
            row = db.execute(
                "SELECT saved_at, file_name FROM versions WHERE original = ? AND number = ?",
                (key, number),
            ).fetchone()
            refile_article(db, number, {"original": key, **dict(row)}, article, pictures)

    def all_keys(self) -> list[sqlite3.Row]:
        """Each page with its clipping's id and its title, those of one file after each other."""
        rows = self._all(
            "SELECT number, original, id, title FROM clippings"
            " UNION SELECT number, v.original, id, v.title FROM versions AS v"
            " JOIN clippings AS c USING (number) WHERE v.original != c.original ORDER BY number"
        )
        first: dict[str, int] = {}
        for at, row in enumerate(rows):
            first.setdefault(digest_of(row["original"]), at)
        return sorted(rows, key=lambda row: first[digest_of(row["original"])])

    def note_import(self, digest: str, program: str, file_name: str, taken_at: str) -> None:
        """Note that all of a file has come in."""
        with self._database.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO imports VALUES (?, ?, ?, ?)",
                (digest, program, file_name, taken_at),
            )

    def is_imported(self, digest: str) -> bool:
        return bool(self._all("SELECT 1 FROM imports WHERE digest = ?", digest))

    def imports(self) -> list[tuple[str, str]]:
        """The digest and the name of each file of another program that came in."""
        rows = self._all(
            "SELECT digest, file_name FROM imports WHERE program != '' ORDER BY taken_at"
        )
        return [(row["digest"], row["file_name"]) for row in rows]

    def _all(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self._database.reading().execute(query, values).fetchall()


def _keep_shown(db: sqlite3.Connection, number: int) -> None:
    row = db.execute(_SHOWN, (number,)).fetchone()
    names = ("original", "number", "file_name", "saved_at", "added_at", "title", "completeness")
    values = tuple(row[name] for name in names)
    db.execute("INSERT OR IGNORE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def _known(row: sqlite3.Row) -> Known:
    return Known(row["number"], row["id"], row["title"], bool(row["is_trashed"]))


def _neighbour(db: sqlite3.Connection, row: sqlite3.Row) -> Neighbour:
    return Neighbour(
        row["number"],
        row["id"],
        row["title"],
        bool(row["is_trashed"]),
        saved_at=row["saved_at"],
        completeness=Completeness(row["completeness"]),
        text=text_of(db, row["number"]),
        saved_pictures=row["saved_pictures"],
    )


def _version(row: sqlite3.Row) -> Version:
    return Version(
        key=row["original"],
        title=row["title"],
        saved_at=row["saved_at"],
        added_at=row["added_at"],
        file_name=row["file_name"],
        completeness=Completeness(row["completeness"]),
        is_shown=bool(row["is_shown"]) if "is_shown" in row.keys() else True,  # noqa: SIM118
    )
