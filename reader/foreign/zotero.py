"""Read a Zotero data folder: its items with their snapshots, notes, tags and annotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import CannotOpenPage
from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, kept_file, kept_note, passed_over, without_text
from reader.foreign.moments import moment, published
from reader.foreign.notes import note_of
from reader.foreign.values import language_of, line, tags_of, title_line
from reader.foreign.zotero_tables import Annotation, Attachment, Entry, Tables, read_tables
from reader.pages.file_names import said
from reader.pages.original import Original, read_original
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Zotero"
PROGRAM = Program(
    NAME,
    ("states of reading",),
    (
        "Of several files with one item, its snapshot comes in, else its PDF.",
        "Files that are linked from elsewhere on the disk stay there.",
    ),
)
_DATABASE = "zotero.sqlite"
_SIGN = b"SQLite format 3\0"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_DOCUMENTS = ("application/pdf", "application/epub+zip")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".epub", ".txt")
_SOURCES = (
    "publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "encyclopediaTitle",
    "dictionaryTitle", "bookTitle", "programTitle", "publisher",
)  # fmt: skip
# What is read in Zotero as a text by itself; everything else is listed for its citation.
_WRITING_MARKS = (1, 5)  # highlight and underline; the others mark places without words


@dataclass(frozen=True)
class _Folder:
    path: Path
    tables: Tables


def is_folder(path: Path) -> bool:
    database = path / _DATABASE
    try:
        with database.open("rb") as file:
            return file.read(len(_SIGN)) == _SIGN
    except OSError:
        return False


def read_folder(path: Path) -> Iterator[Given]:
    folder = _Folder(path, read_tables(path / _DATABASE))
    for entry in folder.tables.entries:
        attached = _best(folder.tables, entry)
        record = _record(folder.tables, entry, attached)
        if attached is None:
            yield _alone(folder.tables, entry, record)
            continue
        try:
            yield kept_file(record, entry.key, _original(folder.path, attached))
        except CannotOpenPage as error:
            yield from without_text(record, entry.key, error)


def _alone(tables: Tables, entry: Entry, record: Record) -> Given:
    """What has no file: a link, or a note that belongs to nothing."""
    if record.address:
        return kept(record, entry.key)
    if record.brought.note and entry.kind == "note":
        words = tables.notes_of(entry.number)[0]
        return kept_note(record, entry.key, words)
    return passed_over(record, entry.fields.get("url", ""))


def _record(tables: Tables, entry: Entry, attached: Attachment | None) -> Record:
    fields = entry.fields
    annotations = _annotations(tables, entry)
    notes = [note_of(note) for note in _notes(tables, entry, annotations)]
    own_tags, topics = tables.tags_of(entry.number)
    title = title_line(fields.get("title")) or title_line(fields.get("shortTitle"))
    return Record(
        program=NAME,
        address=web_address(fields.get("url")) or web_address(attached.address if attached else ""),
        saved_at=moment(fields.get("accessDate")) or moment(entry.added),
        stated=Stated(
            title=title or (line(notes[0].partition("\n")[0]) if notes else ""),
            standfirst=line(fields.get("abstractNote")),
            people=tables.people_of(entry.number),
            source=next((line(fields[one]) for one in _SOURCES if line(fields.get(one))), ""),
            section=line(fields.get("section")),
            published=_day(fields.get("date", "")),
            language=language_of(fields.get("language")),
            topics=topics,
        ),
        brought=Brought(
            tags=tags_of([*own_tags, *tables.folders_of(entry.number)]),
            note="\n\n".join(note for note in notes if note),
            marks=tuple(_marks(tables, annotations)),
        ),
        raw={"key": entry.key, "itemType": entry.kind, **fields},
    )


def _notes(tables: Tables, entry: Entry, annotations: list[Annotation]) -> Iterator[str]:
    """The notes, what was written to places without words, and what no field is there for."""
    yield from tables.notes_of(entry.number)
    for mark in annotations:
        if not _is_on_words(mark):
            yield mark.comment
    yield entry.fields.get("extra", "")


def _annotations(tables: Tables, entry: Entry) -> list[Annotation]:
    """Those of all its files: the same words may stand in the one that comes in."""
    files = tables.attachments_of(entry.number)
    return [mark for file in files for mark in tables.annotations_of(file.number)]


def _day(value: str) -> str:
    """Zotero writes `2024-01-05 January 5, 2024`: a sortable date, then what was typed."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)\b", value)
    if found and (found[2] == "00" or found[3] == "00"):
        return ""
    return published(found[0]) if found else published(value)


def _best(tables: Tables, entry: Entry) -> Attachment | None:
    ranked = sorted(tables.attachments_of(entry.number), key=_rank)
    return ranked[0] if ranked and _rank(ranked[0]) < 3 else None


def _rank(attachment: Attachment) -> int:
    ending = Path(attachment.file).suffix.lower()
    if not attachment.file:
        return 3
    if attachment.kind in _PAGES:
        return 0
    if attachment.kind in _DOCUMENTS:
        return 1
    return 2 if ending in _PAGE_ENDINGS else 3


def _original(path: Path, attachment: Attachment) -> Original:
    """The file in the item's own folder; its name is a name alone, whatever the table says."""
    file = path / "storage" / attachment.key / attachment.file
    if file.is_symlink() or file.parent.is_symlink():
        raise CannotOpenPage(f"“{said(file.name)}” is a link to somewhere else.")
    return read_original(file)


def _is_on_words(mark: Annotation) -> bool:
    return mark.kind in _WRITING_MARKS and bool(mark.text)


def _marks(tables: Tables, annotations: list[Annotation]) -> Iterator[BroughtMark]:
    for mark in annotations:
        if _is_on_words(mark):
            own, topics = tables.tags_of(mark.number)
            yield BroughtMark(
                mark.text,
                note=note_of(mark.comment),
                colour=mark.colour,
                marked_at=moment(mark.added),
                tags=tags_of((*own, *topics)),
            )
