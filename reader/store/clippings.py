"""Save, load, list and count clippings."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from reader.articles.article import Article, Completeness, Picture
from reader.articles.engine import ENGINE_VERSION
from reader.clipping import (
    Card,
    Clipping,
    Counts,
    Excerpt,
    Order,
    Parts,
    Search,
    Shelf,
    reading_minutes,
)
from reader.errors import UnknownClipping
from reader.store.additions import load_additions
from reader.store.alike import alike_ids
from reader.store.articles import (
    BODIES,
    article_of,
    columns_of,
    columns_of_body,
    insert_body,
    insert_row,
    listed,
    load_pictures,
    replace_article,
    sort_date,
    update_clipping,
)
from reader.store.blobs import Blobs
from reader.store.corrections import recurring_blocks, remake
from reader.store.database import Database
from reader.store.fetched import FetchedPicture, keep_fetched, with_fetched
from reader.store.gist import Gist

SHORTEST_ID = 4

_ON_SHELF = {
    Shelf.INBOX: "NOT is_trashed AND NOT is_archived",
    Shelf.ALL: "NOT is_trashed",
    Shelf.STARRED: "NOT is_trashed AND is_starred",
    Shelf.ARCHIVE: "NOT is_trashed AND is_archived",
    Shelf.MARKS: "NOT is_trashed AND number IN (SELECT number FROM highlights)",
    Shelf.TRASH: "is_trashed",
}
_SORTED = {
    Order.RELEVANCE: "number DESC",
    Order.ADDED: "number DESC",
    Order.NEWEST: "sort_date DESC, number DESC",
    Order.OLDEST: "sort_date, number",
    Order.LONGEST: "words DESC, number DESC",
    Order.SOURCE: "source = '', source COLLATE NOCASE, sort_date DESC, number DESC",
}


class Clippings:
    """The clippings of one library, without what the reader added."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    def insert(
        self, clipping: Clipping, pictures: Mapping[str, str], gist: Gist | None = None
    ) -> bool:
        """Keep a new clipping; False, and nothing changed, where its original is here already.

        `pictures` gives the digests of the pictures that were kept, by address; `gist` is the
        article's, where it is known already.
        """
        article = clipping.article
        row = columns_of(article) | {
            "id": clipping.id,
            "original": clipping.original,
            "file_name": clipping.file_name.encode("utf-8", "replace").decode(),
            "added_at": clipping.added_at,
            "saved_at": clipping.saved_at,
            "sort_date": sort_date(article.published, clipping.saved_at, clipping.added_at),
            **columns_of_body(article.text, article.pictures, pictures),
        }
        with self._database.writing() as db:
            # Another program may have added the same file a moment ago.
            if self.with_original(clipping.original):
                return False
            insert_body(db, insert_row(db, "clippings", row), article, pictures, gist)
            return True

    def replace(self, id_: str, article: Article, pictures: Mapping[str, str]) -> bool:
        """Put a newly cleaned article in the place of the old one; all that was added stays.

        False where the clipping is gone.
        """
        with self._database.writing() as db:
            row = db.execute("SELECT number FROM clippings WHERE id = ?", (id_,)).fetchone()
            if row is None:
                return False
            replace_article(db, row["number"], article, pictures)
            remake(db, row["number"])
            return True

    def confirm(self, id_: str) -> None:
        """Note that this version of the cleaner makes the very same article."""
        with self._database.writing() as db:
            db.execute("UPDATE clippings SET engine = ? WHERE id = ?", (ENGINE_VERSION, id_))

    def originals(self, ids: Sequence[str]) -> dict[str, str]:
        """The digest of each clipping's original, by its id; those not there are left out."""
        rows = self._all(
            "SELECT id, original FROM clippings WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY number",
            json.dumps(list(ids)),
        )
        return {row["id"]: row["original"] for row in rows}

    def with_original(self, digest: str) -> tuple[str, str, bool] | None:
        """The clipping made from these very bytes: its id, its title, whether it is trashed."""
        row = self._one("SELECT id, title, is_trashed FROM clippings WHERE original = ?", digest)
        return (row["id"], row["title"], bool(row["is_trashed"])) if row else None

    def resolve(self, id_: str) -> str:
        """The full id that starts so; UnknownClipping if there is none, or more than one."""
        rows = []
        if len(id_) >= SHORTEST_ID and id_.isascii():
            query = "SELECT id FROM clippings WHERE id >= ? AND id < ? LIMIT 2"
            rows = self._all(query, id_.lower(), id_.lower() + "\x7f")
        if not rows:
            raise UnknownClipping(f"There is no clipping “{id_}”.")
        if len(rows) > 1:
            raise UnknownClipping(f"More than one clipping starts with “{id_}”.")
        return str(rows[0]["id"])

    def load(self, id_: str) -> Clipping:
        row = self._one(f"SELECT * FROM clippings JOIN {BODIES} USING (number) WHERE id = ?", id_)
        if row is None:
            raise UnknownClipping(f"There is no clipping “{id_}”.")
        db = self._database.reading()
        pictures = _pictures(db, row)
        return Clipping(
            id=row["id"],
            article=article_of(row, pictures),
            additions=load_additions(db, [id_])[id_],
            position=row["position"],
            added_at=row["added_at"],
            saved_at=row["saved_at"],
            file_name=row["file_name"],
            original=row["original"],
            engine=row["engine"],
            picture_files={
                one.address: self._blobs.picture_file(digest)
                for one, digest in pictures.items()
                if digest
            },
        )

    def keep_fetched(self, id_: str, picture: FetchedPicture) -> None:
        """Show a picture that was fetched, unless the clipping is gone meanwhile."""
        with self._database.writing() as db:
            query = f"SELECT * FROM clippings JOIN {BODIES} USING (number) WHERE id = ?"
            row = db.execute(query, (id_,)).fetchone()
            if row is not None:
                keep_fetched(db, row["number"], picture)
                pictures = listed(_pictures(db, row))
                update_clipping(db, row["number"], columns_of_body(row["text"], *pictures))

    def made(self, id_: str) -> Article:
        """The article as it was made, before anything corrects it."""
        row = self._one(
            "SELECT *, '' AS made_html FROM clippings JOIN bodies USING (number) WHERE id = ?", id_
        )
        if row is None:
            raise UnknownClipping(f"There is no clipping “{id_}”.")
        return article_of(row, load_pictures(self._database.reading(), row["number"], "", ""))

    def recurring(self, id_: str) -> Mapping[str, int]:
        """Which blocks of a body recur in how many clippings of its source."""
        db = self._database.reading()
        row = self._one("SELECT number FROM clippings WHERE id = ?", id_)
        return recurring_blocks(db, row["number"], self.made(id_)) if row else {}

    def all_ids(self) -> tuple[str, ...]:
        return tuple(row["id"] for row in self._all("SELECT id FROM clippings ORDER BY number"))

    def alike(self, id_: str) -> list[str]:
        """The clippings of other pages that tell nearly the same."""
        return alike_ids(self._database.reading(), id_)

    def outdated(self) -> tuple[str, ...]:
        """The clippings that an older version of the cleaner made."""
        rows = self._all(
            "SELECT id FROM clippings WHERE engine < ? ORDER BY number", ENGINE_VERSION
        )
        return tuple(row["id"] for row in rows)

    def find_ids(self, search: Search) -> tuple[str, ...]:
        """The ids on a shelf, with a tag, from a source, in the order asked for."""
        where, values = _narrowed(search)
        query = f"SELECT id FROM clippings WHERE {where} ORDER BY {_SORTED[search.order]}"
        return tuple(row["id"] for row in self._all(query, *values))

    def cards(self, ids: Sequence[str]) -> list[Card]:
        """What a list shows of these clippings, in their order; those not there are left out."""
        rows = self._all(
            "SELECT * FROM clippings WHERE id IN (SELECT value FROM json_each(?))", json.dumps(ids)
        )
        additions = load_additions(self._database.reading(), ids)
        cards = {row["id"]: self._card(row, additions[row["id"]].tags) for row in rows}
        return [cards[id_] for id_ in ids if id_ in cards]

    def parts(self, ids: Sequence[str]) -> dict[str, Parts]:
        """What excerpts are made from."""
        asked = json.dumps(list(ids))
        rows = self._all(
            f"SELECT number, id, text, note FROM {BODIES} JOIN clippings USING (number)"
            " WHERE id IN (SELECT value FROM json_each(?))",
            asked,
        )
        marks: dict[int, list[tuple[str, str]]] = {row["number"]: [] for row in rows}
        query = (
            "SELECT number, exact, note FROM highlights WHERE number IN"
            " (SELECT number FROM clippings WHERE id IN (SELECT value FROM json_each(?)))"
            " ORDER BY start"
        )
        for row in self._all(query, asked):
            marks.setdefault(row["number"], []).append((row["exact"], row["note"]))
        return {
            row["id"]: Parts(row["text"], row["note"], tuple(marks[row["number"]])) for row in rows
        }

    def counts(self) -> Counts:
        on_shelves = ", ".join(f"SUM({rule})" for rule in _ON_SHELF.values())
        row = self._all(f"SELECT {on_shelves} FROM clippings")[0]
        shelves = {shelf: row[index] or 0 for index, shelf in enumerate(_ON_SHELF)}
        marks = "SELECT COUNT(*) FROM highlights JOIN clippings USING (number) WHERE NOT is_trashed"
        unread = f"SELECT COUNT(*) FROM clippings WHERE NOT is_read AND {_ON_SHELF[Shelf.INBOX]}"
        shelves[Shelf.MARKS] = self._all(marks)[0][0]
        shelves[Shelf.INBOX] = self._all(unread)[0][0]
        sources = self._all(
            "SELECT source, COUNT(*) AS many FROM clippings WHERE NOT is_trashed AND source != ''"
            " GROUP BY source ORDER BY many DESC, source"
        )
        return Counts(shelves, self._tag_counts(), tuple((r["source"], r["many"]) for r in sources))

    def first_unread(self, ids: Sequence[str]) -> str:
        rows = self._all(
            "SELECT asked.value FROM json_each(?) AS asked"
            " JOIN clippings ON clippings.id = asked.value"
            " WHERE NOT is_read ORDER BY asked.key LIMIT 1",
            json.dumps(list(ids)),
        )
        return str(rows[0][0]) if rows else ""

    def count(self) -> int:
        return int(self._all("SELECT COUNT(*) FROM clippings")[0][0])

    def save_position(self, id_: str, position: float) -> None:
        with self._database.writing() as db:
            db.execute("UPDATE clippings SET position = ? WHERE id = ?", (position, id_))

    def bring_position(self, id_: str, position: float) -> None:
        """Take over how far the reader got elsewhere, unless it is known from here."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE clippings SET position = ? WHERE id = ? AND position = 0", (position, id_)
            )

    def _tag_counts(self) -> tuple[tuple[str, int], ...]:
        """Each tag with its clippings, those under a nested tag counting for its parents too."""
        rows = self._all(
            "SELECT tag, COUNT(*) AS many FROM tags JOIN clippings USING (number)"
            " WHERE NOT is_trashed GROUP BY tag"
        )
        counts = {row["tag"]: row["many"] for row in rows}
        parents = {
            tag[:at] for tag in counts for at, letter in enumerate(tag) if letter == "/" and at
        }
        for parent in parents:
            counts[parent] = len(self.find_ids(Search(tag=parent)))
        return tuple(sorted(counts.items(), key=lambda item: item[0].casefold()))

    def _card(self, row: sqlite3.Row, tags: tuple[str, ...]) -> Card:
        return Card(
            id=row["id"],
            title=row["title"],
            source=row["source"],
            date=row["published"] or row["saved_at"],
            published=row["published"],
            minutes=reading_minutes(row["words"]),
            tags=tags,
            excerpt=Excerpt(row["opening"]),
            picture=self._blobs.picture_file(row["picture"]) if row["picture"] else None,
            is_read=bool(row["is_read"]),
            is_starred=bool(row["is_starred"]),
            link=row["address"] if row["completeness"] == Completeness.LINK else "",
        )

    def _all(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self._database.reading().execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> sqlite3.Row | None:
        rows = self._all(query, *values)
        return rows[0] if rows else None


def _pictures(db: sqlite3.Connection, row: sqlite3.Row) -> dict[Picture, str]:
    """The pictures of a clipping as it shows, with their digests."""
    came = load_pictures(db, row["number"], row["made_html"], row["html"])
    return with_fetched(db, row["number"], came)


def _narrowed(search: Search) -> tuple[str, list[object]]:
    rules, values = [_ON_SHELF[search.shelf]], list[object]()
    if search.tag:
        # A nested tag starts with its parent and "/"; "0" is the sign that follows "/".
        rules.append("number IN (SELECT number FROM tags WHERE tag = ? OR tag > ? AND tag < ?)")
        values += [search.tag, search.tag + "/", search.tag + "0"]
    if search.source:
        rules.append("source = ?")
        values.append(search.source)
    return " AND ".join(rules), values
