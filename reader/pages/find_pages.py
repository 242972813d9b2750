"""Find the saved pages among the files and folders a reader hands over."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.pages.file_names import said
from reader.pages.framed import framed, is_requisite
from reader.pages.original import LARGEST_PAGE, attached_folders, is_folder
from reader.pages.scrapbooks import INDEX, is_one_page, own_pages
from reader.pages.served import is_for_programs, is_served_file, start_of
from reader.pages.surroundings import PAGE_ENDINGS

# Within a folder only what a page can be saved as is taken; a file handed over by itself is
# always opened, and its content tells what it is.
_ENDINGS = (
    ".html", ".htm", ".xhtml", ".xht", ".shtml", ".txt", ".text", ".md", ".markdown",
    ".mhtml", ".mht", ".eml", ".emlx", ".mbox", ".webarchive", ".maff", ".htz", ".zip", ".epub",
    ".pdf", ".wacz", ".warc",
)  # fmt: skip
_PACKED = (".gz", ".gzip")
# What wget brings from each site, and what HTTrack keeps for itself.
_NO_PAGE = ("robots.txt", "hts-log.txt", "cookies.txt")
_HIDDEN = (".", "~$")  # Office keeps who has a file open in one of that name
_PACKED_ENDINGS = tuple(ending + packed for ending in _ENDINGS for packed in _PACKED)
_LIBRARY = frozenset(("library.db", "originals"))


@dataclass(frozen=True)
class NoPages:
    """A folder without any saved page in it, or one that could not be read."""

    folder: Path
    reason: str


def find_pages(paths: Iterable[Path]) -> Iterator[Path | NoPages]:
    """Each page once, in the order given, folders sorted by name; links are not followed."""
    handed_over = list(paths)
    # Who takes all that lies in a folder takes the pages' own folders too.
    seen = {_key(folder) for path in handed_over for folder in attached_folders(path)}
    for path in handed_over:
        if not is_folder(path):
            yield from _once([path], seen)
            continue
        if _key(path) in seen:
            continue
        if is_library(path):
            yield _of_a_library(path)
            continue
        found, others, faults = _look_in(path)
        yield from _once(found, seen)
        yield from faults
        if not found and not faults:
            name = said(path.name or str(path))
            yield NoPages(path, f"“{name}” holds no saved pages: {_passed_over(others)}.")


def is_saved_as_page(name: str) -> bool:
    """Whether a file's name is one that pages are saved with."""
    lower = name.lower()
    is_one = lower.endswith(_ENDINGS) or lower.endswith(_PACKED_ENDINGS)
    return is_one and not lower.endswith(_NO_PAGE)


def is_library(folder: Path) -> bool:
    """Whether it is one of this program; each original in it would come in as one more clipping."""
    try:
        return all((folder / name).exists() for name in _LIBRARY)
    except OSError:  # it may not be looked into, and that is told when it is
        return False


def _of_a_library(folder: Path) -> NoPages:
    name = said(folder.name or str(folder))
    return NoPages(folder, f"“{name}” is a library of Clippings, which already shows its pages.")


def _passed_over(others: int) -> str:
    if not others:
        return "it is empty"
    one = "1 other file was passed over"
    return one if others == 1 else f"{others:,} other files were passed over"


def _once(paths: list[Path], seen: set[Path]) -> Iterator[Path]:
    for path in paths:
        key = _key(path)
        if key not in seen:
            seen.add(key)
            yield path


def _key(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)


def _look_in(folder: Path) -> tuple[list[Path], int, list[NoPages]]:
    """The pages below a folder, how many other files lie there, and what could not be read."""
    pages: list[Path] = []
    others = 0
    styled: list[Path] = []
    unread: list[OSError] = []
    told: list[NoPages] = []
    for place, folders, names in os.walk(folder, onerror=unread.append):
        if is_library(Path(place)):
            folders.clear()
            told.append(_of_a_library(Path(place)))
            continue
        files = [Path(place, name) for name in sorted(names) if not name.startswith(_HIDDEN)]
        passed = own_pages({*names, *folders})
        here = [file for file in files if _is_page(file) and file.name not in passed]
        if folders:  # to ask for those of each page takes as long as to list a folder of pages
            passed.update(one.name for page in here for one in attached_folders(page))
        if is_one_page(Path(place), names):
            here, passed = [Path(place, INDEX)], {*folders}
        folders[:] = sorted(f for f in folders if f not in passed and not f.startswith("."))
        pages += here
        others += len(files) - len(here)
        styled += [Path(place)] if any(map(is_requisite, names)) else []
    found = _to_be_read(folder, pages, styled) if styled else pages
    return found, others + len(pages) - len(found), [*told, *(_unread(e, folder) for e in unread)]


def _is_page(file: Path) -> bool:
    return is_saved_as_page(file.name) or is_served_file(file)


def _to_be_read(folder: Path, pages: list[Path], styled: list[Path]) -> list[Path]:
    """Those of a mirror's pages that are neither frames nor feeds."""
    named = {_below(folder, page): page for page in pages if _is_markup_name(page.name)}
    places = {_below(folder, place) for place in styled}
    frames = framed(named, lambda name: start_of(named[name], LARGEST_PAGE), places)
    none = {named[one] for one in frames}
    none.update(page for page in named.values() if is_for_programs(start_of(page)))
    return [page for page in pages if page not in none]


def _below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _is_markup_name(name: str) -> bool:
    """Whether it is no note and no archive, which no page shows in a frame."""
    return name.lower().endswith(PAGE_ENDINGS) or not is_saved_as_page(name)


def _unread(error: OSError, folder: Path) -> NoPages:
    place = Path(error.filename or folder)
    why = error.strerror or "it cannot be listed"
    return NoPages(place, f"“{said(place.name or str(place))}” could not be read: {why}.")
