"""Open a ZIP archive: one page with its files, or any number of saved pages."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from reader.errors import CannotOpenPage
from reader.pages.attached import attached_names
from reader.pages.file_names import said
from reader.pages.find_pages import is_saved_as_page
from reader.pages.framed import framed, is_requisite
from reader.pages.original import Original
from reader.pages.part import Part
from reader.pages.saved_page import SavedPage
from reader.pages.served import is_served_name, is_served_page
from reader.pages.unopened import Unopened
from reader.pages.within import Within, open_within
from reader.pages.zipped import Zipped

_MOST_PAGES = 5_000
_MOST_UNPACKED = 1 << 30  # of all pages together, as the archive tells their sizes
_INDEX = "index.html"
_HEAD = 16 * 1024
_LARGEST_START = 1 << 20
# What programs that pack one page write into it: SingleFile, WebScrapBook.
_ONE_PAGE = re.compile(rb"SingleFile|\sdata-scrapbook-\w+=", re.IGNORECASE)
_TURNS_TO = re.compile(
    rb"""<meta\b[^>]{0,200}?refresh[^>]{0,200}?url\s*=\s*['"]?\s*(?:\./)?([^"'>\s;]{1,500})""", re.I
)
_OFFICE = ("[Content_Types].xml", "content.xml")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


def open_zip(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    """The page that was packed with its files, or each page among the files."""
    shown = said(original.name.rsplit("/", 1)[-1])
    packed = Packed(Zipped(shown, original.content))
    if any(name in packed.names for name in _OFFICE):
        raise CannotOpenPage(
            f"“{shown}” is an Office document. Save it as a web page or as text, and add that."
        )
    home = packed.home
    if _is_one_page(original, packed, home + _INDEX):
        # A page that unpacks itself is one file to whoever opens it.
        entry = home and f"{home}{_INDEX}" if original.content.startswith(b"PK") else ""
        yield from open_within([Within(entry, partial(_one, original, packed, home))], wanted)
        return
    # To find one again, that it is no frame need not be told from all the others.
    pages = packed.pages if wanted is None else packed.saved
    if not pages:
        raise CannotOpenPage(f"“{shown}” is a ZIP archive without a saved page in it.")
    if len(pages) > _MOST_PAGES:
        raise CannotOpenPage(f"“{shown}” holds more than {_MOST_PAGES:,} pages. Split it.")
    if sum(map(packed.size, pages)) > _MOST_UNPACKED:
        raise CannotOpenPage(f"“{shown}” unpacks to more than an archive may hold. Split it.")
    yield from open_within(_files(original, packed, pages), wanted)


@dataclass(frozen=True)
class Packed:
    """An archive's files by their names as they were meant."""

    archive: Zipped

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Windows has packed names with backslashes, and others without telling their encoding."""
        return {_meant(name): name for name in self.archive}

    @cached_property
    def home(self) -> str:
        """The one folder in which all files lie, or "" where there is none."""
        folders = {name.partition("/")[0] for name in self.names if not _is_hidden(name)}
        folder = folders.pop() if len(folders) == 1 else _INDEX
        return "" if folder == _INDEX or _HOST.fullmatch(folder) else f"{folder}/"

    def parts(self, root: str) -> Mapping[str, Part]:
        """All files below a folder, named from there."""
        return _Below(self, root)

    def read(self, name: str) -> bytes:
        """OSError where it cannot be unpacked."""
        return self.archive.read(self.names[name])

    def size(self, name: str) -> int:
        return self.archive.size(self.names[name])

    def within(self, original: Original, name: str, root: str) -> Original:
        """A file of this archive, with all that lies in the folder its name starts from."""
        try:
            content = self.read(name)
        except OSError as error:
            shown = said(original.name.rsplit("/", 1)[-1])
            raise CannotOpenPage(self._cannot_unpack(shown, name)) from error
        own = name[len(root) :]
        changed_at = self.archive.changed_at or original.changed_at
        return Original(own, content, self.parts(root), changed_at, original.depth + 1)

    @cached_property
    def saved(self) -> list[str]:
        """The names that pages are saved with, but for those in a page's own folder of files."""
        found = sorted(name for name in self.names if not _is_hidden(name) and self._is_page(name))
        attached = {
            posixpath.join(posixpath.dirname(name), folder)
            for name in found
            for folder in attached_names(posixpath.basename(name))
        }
        return [name for name in found if attached.isdisjoint(_folders(name))]

    @cached_property
    def pages(self) -> list[str]:
        """The same without frames, which lie among the pages of a mirror."""
        pages = self.saved
        if not any(map(is_requisite, self.names)) or self.are_too_many(pages):
            return pages
        frames = framed(pages, self.start)
        return [name for name in pages if name not in frames]

    def _is_page(self, name: str) -> bool:
        if is_saved_as_page(name):
            return True
        return is_served_name(posixpath.basename(name)) and is_served_page(self.start(name, _HEAD))

    def are_too_many(self, pages: list[str]) -> bool:
        """Whether there are more than can be looked into, or more in them."""
        return len(pages) > _MOST_PAGES or sum(map(self.size, pages)) > _MOST_UNPACKED

    def start(self, name: str, most: int = _LARGEST_START) -> bytes:
        """As much of it as need be read to tell pages; nothing where it cannot be unpacked."""
        try:
            return self.archive.start(self.names[name], most)
        except OSError:
            return b""

    def _cannot_unpack(self, shown: str, name: str) -> str:
        if self.archive.is_locked(self.names[name]):
            return f"“{shown}” needs a password. Unpack it and add what it holds."
        return f"“{shown}” is damaged or holds too large a page: {said(name)} cannot be unpacked."


class _Below(Mapping[str, Part]):
    """The files below a folder of an archive, none of them touched before it is asked for."""

    def __init__(self, packed: Packed, root: str) -> None:
        self._packed = packed
        self._root = root

    def __getitem__(self, name: str) -> Part:
        return self._packed.archive.part(self._packed.names[self._root + name])

    def __iter__(self) -> Iterator[str]:
        root = self._root
        return (name[len(root) :] for name in self._packed.names if name.startswith(root))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True  # it is asked at each picture, and the page itself lies there


def _is_one_page(original: Original, packed: Packed, index: str) -> bool:
    """Whether an archive was made for one page alone."""
    if index not in packed.names:
        return False
    if packed.pages == [index] or not original.content.startswith(b"PK"):
        return True
    return _ONE_PAGE.search(packed.start(index, _HEAD)) is not None


def _one(original: Original, packed: Packed, home: str) -> Original:
    page = packed.within(original, home + _INDEX, home)
    turns_to = _TURNS_TO.search(page.content[:_HEAD])
    other = home + turns_to[1].decode("utf-8", "replace") if turns_to else ""
    is_other = other in packed.names and is_saved_as_page(other)
    return packed.within(original, other, home) if is_other else page


def _files(original: Original, packed: Packed, pages: list[str]) -> Iterator[Within]:
    """Each page with the files below the folder that its references may reach."""
    for name in pages:
        yield Within(name, partial(packed.within, original, name, _root(name)))


def _root(name: str) -> str:
    """The folder around a site's, which wget makes; that of all files where there is none."""
    start = 0
    for folder in name.split("/")[:-1]:
        if _HOST.fullmatch(folder) and not is_saved_as_page(folder):
            return name[:start]
        start += len(folder) + 1
    return ""


def _folders(name: str) -> Iterator[str]:
    while (around := posixpath.dirname(name)) != name:
        yield around
        name = around


def _is_hidden(name: str) -> bool:
    return any(one == "__MACOSX" or re.match(r"\.[^.]", one) for one in name.split("/"))


def _meant(name: str) -> str:
    name = name.replace("\\", "/")
    if not name.isascii():
        try:
            return name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return name
    return name
