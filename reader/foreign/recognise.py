"""Tell whose library a file or folder is, by what is in it and never by its name."""

import os
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from reader.errors import CannotOpenPage
from reader.foreign import (
    bibtex,
    bookmark_trees,
    bookmarks,
    calibre,
    csl_json,
    evernote,
    goodlinks,
    hypothesis,
    instapaper,
    karakeep,
    linkwarden,
    matter,
    omnivore,
    pinboard,
    pocket,
    raindrop,
    readwise,
    ris,
    wallabag,
    zotero,
)
from reader.foreign.foreign_library import ForeignLibrary, Program
from reader.foreign.json_file import Shape, shape_of
from reader.foreign.members import ARCHIVES, Members, PackedMembers, members_of
from reader.foreign.packed import Reading, beginning_of, may_be_libraries, read_packed
from reader.foreign.reading import beginning, read_head

_Seen = TypeVar("_Seen")
Way = tuple[Program, Reading]

_SQLITE = b"SQLite format 3\0"
_DATABASE = "zotero.sqlite"
_LITTLE = 1024
_DEEPEST = 2  # archives in archives; one may hold itself
_ENOUGH = 64 * 1024
_BESIDE_A_LIST = frozenset(("files", "storage"))  # where Zotero's lists have their files
_MOST_FILES = 5000  # a folder with more is no unpacked archive of lists

_MARKUP: tuple[tuple[Callable[[str], bool], Way], ...] = (
    (bookmarks.is_html, (bookmarks.PROGRAM, bookmarks.read_html)),
    (evernote.is_enex, (evernote.PROGRAM, evernote.read_enex)),
    (pocket.is_html, (pocket.LISTS, pocket.read_html)),
)
_LISTS: tuple[tuple[Callable[[str], bool], Way], ...] = (
    (ris.is_ris, (ris.PROGRAM, ris.read_ris)),
    (bibtex.is_bibtex, (bibtex.PROGRAM, bibtex.read_bibtex)),
)
_TABLES: tuple[tuple[Callable[[str], bool], Way], ...] = (
    (pocket.is_csv, (pocket.LISTS, pocket.read_csv)),
    (instapaper.is_csv, (instapaper.PROGRAM, instapaper.read_csv)),
    (wallabag.is_csv, (wallabag.CSV, wallabag.read_csv)),
    (readwise.is_reader_csv, (readwise.READER, readwise.read_reader_csv)),
    (readwise.is_highlights_csv, (readwise.HIGHLIGHTS, readwise.read_highlights_csv)),
    (raindrop.is_csv, (raindrop.PROGRAM, raindrop.read_csv)),
    (matter.is_csv, (matter.CSV, matter.read_csv)),
    (omnivore.is_csv, (omnivore.CSV, omnivore.read_csv)),
)
_OBJECTS: tuple[tuple[Callable[[Shape], bool], Way], ...] = (
    (wallabag.is_json, (wallabag.PROGRAM, wallabag.read_json)),
    (omnivore.is_json, (omnivore.LIST, omnivore.read_json)),
    (karakeep.is_json, (karakeep.PROGRAM, karakeep.read_json)),
    (linkwarden.is_json, (linkwarden.PROGRAM, linkwarden.read_json)),
    (goodlinks.is_json, (goodlinks.PROGRAM, goodlinks.read_json)),
    (pinboard.is_json, (pinboard.PROGRAM, pinboard.read_json)),
    (hypothesis.is_json, (hypothesis.PROGRAM, hypothesis.read_json)),
    (pocket.is_dump, (pocket.DUMP, pocket.read_dump)),
    (calibre.is_json, (calibre.PROGRAM, calibre.read_json)),
    (bookmark_trees.is_firefox, (bookmarks.PROGRAM, bookmark_trees.read_firefox)),
    (bookmark_trees.is_chromium, (bookmarks.PROGRAM, bookmark_trees.read_chromium)),
    (csl_json.is_json, (csl_json.PROGRAM, csl_json.read_json)),
)
_ARCHIVES: tuple[tuple[Callable[[Members], bool], Way], ...] = (
    (omnivore.is_archive, (omnivore.PROGRAM, omnivore.read_archive)),
    (matter.is_archive, (matter.PROGRAM, matter.read_archive)),
    (pocket.is_archive, (pocket.PROGRAM, pocket.read_archive)),
)

_CITED = (ris.PROGRAM, bibtex.PROGRAM, csl_json.PROGRAM)
# How the files begin that lie uppermost in an archive that was unpacked.
_UNPACKED = {
    omnivore.NAME: ("metadata", "omnivore"),
    matter.NAME: ("_matter",),
    pocket.NAME: ("part_", "pocket"),
}


def recognise(path: Path) -> ForeignLibrary | None:
    """The library that a file or folder holds; None where it is a page, or anything else.

    However large the file is, its beginning is all that is read.
    """
    try:
        if path.is_dir():
            return _in_folder(path)
        is_one = path.is_file() and path.stat().st_size  # the system's own files have none, or end
        return _in_file(path) if is_one else None
    except (CannotOpenPage, OSError, ValueError):  # ValueError: a NUL in the name
        return None


def _in_file(path: Path) -> ForeignLibrary | None:
    if read_head(path, len(_SQLITE)) == _SQLITE:
        return _in_folder(path.parent) if path.name == _DATABASE else None
    way = _way_in_file(path)
    return _library(path, way) if way else None


def _way_in_file(path: Path, depth: int = 0) -> Way | None:
    head = read_head(path, _ENOUGH)
    if head.startswith(ARCHIVES):
        return _way_in_archive(path, depth)
    if beginning(head[:_LITTLE]).lstrip().startswith(("[", "{")):
        head = read_head(path)  # the keys of an object may stand behind its text
    return _way_of(beginning(head))


def _way_of(head: str) -> Way | None:
    start = head.lstrip()
    if start.startswith("<"):
        return _first(_MARKUP, start)
    if start.startswith(("[", "{")):
        return _first(_OBJECTS, shape_of(start))
    return _first(_LISTS, start) or _first(_TABLES, start)


def _way_in_archive(path: Path, depth: int = 0) -> Way | None:
    with members_of(path) as members:
        way = _first(_ARCHIVES, members)
        if way is None and depth < _DEEPEST and isinstance(members, PackedMembers):
            way = _way_in_packed(members, depth + 1)
    return way


def _way_in_packed(members: PackedMembers, depth: int) -> Way | None:
    """Files of one program that were packed as they are, and nothing beside them."""
    found: dict[str, Way] = {}
    for name in may_be_libraries(members):
        with beginning_of(members, name) as path:
            way = _way_in_file(path, depth)
        if way is None or any(way[0] != other for other, _ in found.values()):
            return None
        found[name] = way
    program = next((program for program, _ in found.values()), None)
    files = tuple((name, read) for name, (_, read) in found.items())
    return (program, partial(read_packed, files)) if program else None


def _in_folder(path: Path) -> ForeignLibrary | None:
    """Zotero's own folder, what it exported with files, or an archive that was unpacked."""
    if zotero.is_folder(path):
        return _library(path, (zotero.PROGRAM, zotero.read_folder))
    names = _names(path)
    if _BESIDE_A_LIST.intersection(names):
        return _exported(path, names)
    if len(names) == _MOST_FILES or not any(name.endswith((".csv", ".json")) for name in names):
        return None
    way = _way_in_archive(path)
    # A folder of pages, in which such an archive lies among others, is more than that archive.
    if way is None or not any(name.startswith(_UNPACKED[way[0].name]) for name in names):
        return None
    return _library(path, way)


def _exported(path: Path, names: list[str]) -> ForeignLibrary | None:
    lists = [path / name for name in names if name.lower().endswith((".ris", ".bib", ".json"))]
    found = _in_file(lists[0]) if len(lists) == 1 and lists[0].is_file() else None
    return found if found and found.program in _CITED else None


def _names(path: Path) -> list[str]:
    with os.scandir(path) as entries:
        return sorted(entry.name for entry in islice(entries, _MOST_FILES))


def _first(kinds: tuple[tuple[Callable[[_Seen], bool], Way], ...], seen: _Seen) -> Way | None:
    return next((way for is_it, way in kinds if is_it(seen)), None)


def _library(path: Path, way: Way) -> ForeignLibrary:
    program, read = way
    return ForeignLibrary(program, path, partial(read, path))
