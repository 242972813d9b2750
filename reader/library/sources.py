"""Find what there is to bring in: saved pages, and the things in other programs' libraries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from reader.errors import CannotOpenPage
from reader.foreign.foreign_library import ForeignItem, ForeignLibrary, Unreadable
from reader.foreign.recognise import recognise
from reader.foreign.within import libraries_within
from reader.library.incoming import (
    Here,
    Import,
    Incoming,
    PageFile,
    PassedOver,
    Thing,
    Told,
    thing_of,
)
from reader.library.work import Answered
from reader.pages.file_names import said
from reader.pages.find_pages import NoPages, find_pages
from reader.pages.original import Original, is_folder
from reader.store.blobs import Blobs
from reader.store.versions import Versions

LARGE = 8 << 20  # bytes; such a page may keep the window waiting, and what opens it in memory
_BLOCK = 1 << 20

Unit = Incoming | Answered[Incoming, Told]


class Sources:
    """What lies at some paths, told as it is reached.

    Another program's library comes in where its own path is given: one that lies in a folder of
    pages only `with_libraries`, so that the reader can be asked about it.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        versions: Versions,
        blobs: Blobs,
        *,
        with_libraries: bool = False,
    ) -> None:
        self._versions = versions
        self._blobs = blobs
        self._libraries: list[ForeignLibrary] = []
        others = []
        for path in paths:
            library = recognise(path)
            if library is None:
                others.append(path)
            else:
                self._libraries.append(library)
        folders = [path for path in others if is_folder(path)]
        within = [one for folder in folders for one in libraries_within(folder)]
        if with_libraries:
            self._libraries += within
        self._pages = list(_beside_libraries(others, within))

    @property
    def total(self) -> int:
        """How many units there are; 0 where nobody knows."""
        return 0 if self._libraries else len(self._pages)

    def units(self) -> Iterator[Unit]:
        # Folders without a page first: they are told of at once.
        for page in self._pages:
            if isinstance(page, NoPages):
                yield Answered(PageFile(page.folder), CannotOpenPage(page.reason))
        for page in self._pages:
            if isinstance(page, Path):
                yield PageFile(page)
        for library in self._libraries:
            yield from self._things(library)

    def _things(self, library: ForeignLibrary) -> Iterator[Unit]:
        path = library.path
        try:
            digest = "" if is_folder(path) else self._keep(path)
            for given in library.items():
                yield self._thing(given, path)
        except CannotOpenPage as error:
            yield Answered(PageFile(path), error)
        except OSError as error:
            why = error.strerror or "it cannot be read"
            reason = f"“{said(path.name)}” could not be read: {why}."
            yield Answered(PageFile(path), CannotOpenPage(reason))
        else:
            if digest:
                yield Answered(PageFile(path), Import(library.program.name, digest))

    def _thing(self, given: ForeignItem | Unreadable, path: Path) -> Unit:
        if isinstance(given, Unreadable):
            told = CannotOpenPage(given.reason) if given.is_broken else PassedOver(given.reason)
            return Answered(Thing(path, given.name, given.name), told)
        title = given.record.stated.title or given.record.address
        thing = thing_of(given.original, path, title, given.key)
        return _unless_here(thing, self._versions)

    def _keep(self, path: Path) -> str:
        """Keep an export as it came; its digest."""
        found = sha256()
        with path.open("rb") as file:
            for block in iter(partial(file.read, _BLOCK), b""):
                found.update(block)
        self._blobs.keep_file(path, found.hexdigest())
        return found.hexdigest()


def _beside_libraries(
    paths: Sequence[Path], within: Iterable[ForeignLibrary]
) -> Iterator[Path | NoPages]:
    libraries = {one.path for one in within}
    for page in find_pages(paths):
        if isinstance(page, NoPages):
            is_one = not any(page.folder in library.parents for library in libraries)
        else:
            is_one = page in paths or libraries.isdisjoint((page, *page.parents))
        if is_one:
            yield page


class Handed:
    """What was handed over without being a file."""

    def __init__(self, originals: Sequence[Original], versions: Versions) -> None:
        self._originals = originals
        self._versions = versions
        self.total = len(originals)

    def units(self) -> Iterator[Unit]:
        for original in self._originals:
            thing = thing_of(original, Path(original.name), original.name)
            thing = replace(thing, is_handed_over=True)
            yield _unless_here(thing, self._versions)


def needs_worker(unit: Incoming) -> bool:
    """Whether a file is opened by what may crash or hang, or take all memory."""
    if not isinstance(unit, PageFile):
        return unit.is_handed_over and _is_pdf(unit.content)
    try:
        # To open a pipe is to wait for who writes to it, and so it is with the system's log.
        size = unit.path.stat().st_size if unit.path.is_file() else 0
        if not size or size > LARGE:
            return bool(size)
        with unit.path.open("rb") as file:
            return _is_pdf(file.read(1024))
    except OSError:
        return False


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _unless_here(thing: Thing, versions: Versions) -> Unit:
    digest = thing.original().digest  # its parts are read already
    return Answered(thing, Here(digest)) if versions.known(digest) else thing
