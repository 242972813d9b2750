"""Read the tables of a Zotero database from a copy, never the file that Zotero may be using."""

import re
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import CannotOpenPage
from reader.foreign.reading import cannot_read
from reader.foreign.values import folder_tag, line, text
from reader.pages.file_names import said

if TYPE_CHECKING:
    import sqlite3

_BESIDE = ("-wal", "-journal")  # what is written and not yet in the file
_KEY = re.compile(r"[A-Z0-9]{8}")
_MOST_LEVELS = 20
_NO_ENTRIES = ("attachment", "annotation")
_AUTOMATIC = 1
_IMPORTED = (0, 1)  # a file, a snapshot; the others are linked

_ENTRIES = """
    SELECT items.itemID, items.key, typeName, dateAdded FROM items
    JOIN itemTypes ON itemTypes.itemTypeID = items.itemTypeID ORDER BY items.itemID
"""
_FIELDS = """
    SELECT itemID, fieldName, value FROM itemData
    JOIN fields ON fields.fieldID = itemData.fieldID
    JOIN itemDataValues ON itemDataValues.valueID = itemData.valueID
"""
_PEOPLE = """
    SELECT itemID, firstName, lastName, creatorType FROM itemCreators
    JOIN creators ON creators.creatorID = itemCreators.creatorID
    JOIN creatorTypes ON creatorTypes.creatorTypeID = itemCreators.creatorTypeID
    ORDER BY itemID, orderIndex
"""
_TAGS = "SELECT itemID, name, itemTags.type FROM itemTags JOIN tags ON tags.tagID = itemTags.tagID"
_NOTES = "SELECT itemID, parentItemID, note FROM itemNotes ORDER BY itemID"
_ATTACHMENTS = "SELECT itemID, parentItemID, linkMode, contentType, path FROM itemAttachments"
_ANNOTATIONS = """
    SELECT itemID, parentItemID, type, text, comment, color FROM itemAnnotations
    ORDER BY parentItemID, sortIndex
"""
_COLLECTIONS = "SELECT collectionID, collectionName, parentCollectionID FROM collections"
_FOLDERS = "SELECT itemID, collectionID FROM collectionItems ORDER BY itemID, collectionID"
_FEEDS = "SELECT itemID FROM feedItems"
_DELETED = "SELECT itemID FROM deletedItems"

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Entry:
    """What stands by itself in the list: an item, a note or a file that belongs to none."""

    number: int
    key: str
    kind: str
    added: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Attachment:
    """A file in the folder that is named by its key; `file` is empty where it lies elsewhere."""

    number: int
    key: str
    kind: str
    file: str
    address: str = ""


@dataclass(frozen=True)
class Annotation:
    """A place in a file that was marked there."""

    number: int
    kind: int
    text: str
    comment: str
    colour: str
    added: str


class Tables:
    """All that is asked of the tables, in memory."""

    def __init__(self, rows: dict[str, Rows]) -> None:
        self._gone = {row[0] for row in rows[_DELETED]} | {row[0] for row in rows[_FEEDS]}
        self._about = {row[0]: (text(row[1]), text(row[2]), text(row[3])) for row in rows[_ENTRIES]}
        self._fields = defaultdict[int, dict[str, str]](dict)
        for number, name, value in rows[_FIELDS]:
            self._fields[number][text(name)] = text(value)
        self._alone = {row[0]: row for row in rows[_ATTACHMENTS] if row[1] is None}
        self._loose = {row[0]: row for row in rows[_NOTES] if row[1] is None}
        self._notes = _by_parent(rows[_NOTES], self._gone)
        self._attachments = _by_parent(rows[_ATTACHMENTS], self._gone)
        self._annotations = _by_parent(rows[_ANNOTATIONS], self._gone)
        self._tags = _by_first(rows[_TAGS])
        self._people = _by_first(rows[_PEOPLE])
        self._folders = _by_first(rows[_FOLDERS])
        self._collections = {row[0]: row for row in rows[_COLLECTIONS]}

    @property
    def entries(self) -> list[Entry]:
        below = {row[0] for rows in self._notes.values() for row in rows}
        return [
            Entry(number, key, kind, added, self._fields.get(number, {}))
            for number, (key, kind, added) in self._about.items()
            if number not in self._gone
            and number not in below
            and (kind not in _NO_ENTRIES or number in self._alone)
        ]

    def attachments_of(self, number: int) -> list[Attachment]:
        own = [self._alone[number]] if number in self._alone else []
        return [self._attachment(row) for row in (*own, *self._attachments.get(number, ()))]

    def notes_of(self, number: int) -> list[str]:
        own = [self._loose[number]] if number in self._loose else []
        return [text(row[2]) for row in (*own, *self._notes.get(number, ()))]

    def annotations_of(self, number: int) -> list[Annotation]:
        return [
            Annotation(
                row[0],
                row[2] if isinstance(row[2], int) else 0,
                text(row[3]),
                text(row[4]),
                text(row[5]),
                self._about.get(row[0], ("", "", ""))[2],
            )
            for row in self._annotations.get(number, ())
        ]

    def tags_of(self, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The reader's own tags, and those that came with the page by themselves."""
        rows = self._tags.get(number, ())
        own = tuple(text(row[1]) for row in rows if row[2] != _AUTOMATIC)
        return own, tuple(text(row[1]) for row in rows if row[2] == _AUTOMATIC)

    def people_of(self, number: int) -> tuple[str, ...]:
        """The authors, or whoever else has part in it where none is named."""
        rows = self._people.get(number, ())
        authors = [row for row in rows if row[3] == "author"] or list(rows)
        names = (line(f"{text(row[1])} {text(row[2])}") for row in authors)
        return tuple(name for name in names if name)

    def folders_of(self, number: int) -> list[str]:
        return [self._folder(row[1]) for row in self._folders.get(number, ())]

    def _folder(self, collection: object) -> str:
        levels: list[str] = []
        seen: set[object] = set()
        while collection in self._collections and collection not in seen:
            if len(seen) == _MOST_LEVELS:
                break
            seen.add(collection)
            _, name, parent = self._collections[collection]
            levels.insert(0, text(name))
            collection = parent
        return folder_tag(*levels)

    def _attachment(self, row: tuple[Any, ...]) -> Attachment:
        number, _, mode, kind, path = row
        key = self._about.get(number, ("", "", ""))[0]
        address = self._fields.get(number, {}).get("url", "")
        file = text(path).removeprefix("storage:")
        is_here = mode in _IMPORTED and text(path).startswith("storage:") and _KEY.fullmatch(key)
        is_name = is_here and file not in ("", ".", "..") and not re.search(r"[/\\\0]", file)
        return Attachment(number, key, text(kind).lower(), file if is_name else "", address)


def read_tables(database: Path) -> Tables:
    """CannotOpenPage where it is damaged, or no database of Zotero's."""
    import sqlite3

    try:
        with tempfile.TemporaryDirectory(prefix="clippings-") as place:
            copy = _copied(database, Path(place))
            connection = sqlite3.connect(copy)
            try:
                return Tables(_all_rows(connection))
            finally:
                connection.close()
    except OSError as error:
        raise cannot_read(database, error) from error
    except sqlite3.Error as error:
        raise CannotOpenPage(
            f"“{said(database.name)}” is damaged, or no database of Zotero's."
        ) from error


def _copied(database: Path, place: Path) -> Path:
    copy = place / database.name
    shutil.copyfile(database, copy)
    for ending in _BESIDE:
        beside = database.with_name(database.name + ending)
        if beside.is_file() and not beside.is_symlink():
            shutil.copyfile(beside, place / beside.name)
    return copy


def _all_rows(connection: "sqlite3.Connection") -> dict[str, Rows]:
    import sqlite3

    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    connection.execute("PRAGMA trusted_schema = OFF")
    # A view may be made to go on for ever; Zotero has none.
    views = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'view'")
    if views.fetchone()[0]:
        raise sqlite3.DatabaseError("views")
    rows = {query: connection.execute(query).fetchall() for query in (_ENTRIES, _FIELDS)}
    others = (
        _PEOPLE, _TAGS, _NOTES, _ATTACHMENTS, _ANNOTATIONS, _COLLECTIONS, _FOLDERS, _FEEDS,
        _DELETED,
    )  # fmt: skip
    return rows | {query: _rows(connection, query) for query in others}


def _rows(connection: "sqlite3.Connection", query: str) -> Rows:
    import sqlite3

    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError:  # older versions have no such table
        return []


def _by_parent(rows: Rows, gone: set[Any]) -> dict[Any, Rows]:
    found = defaultdict[Any, Rows](list)
    for row in rows:
        if row[1] is not None and row[0] not in gone:
            found[row[1]].append(row)
    return dict(found)


def _by_first(rows: Rows) -> dict[Any, Rows]:
    found = defaultdict[Any, Rows](list)
    for row in rows:
        found[row[0]].append(row)
    return dict(found)
