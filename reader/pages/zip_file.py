"""Open a ZIP archive: one page with its files, or any number of saved pages."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reader.errors import CannotOpenPage
from reader.pages.file_names import said
from reader.pages.find_pages import is_saved_as_page
from reader.pages.original import Original, attached_names
from reader.pages.part import Part
from reader.pages.saved_page import SavedPage
from reader.pages.within import Within, open_within
from reader.pages.zipped import Zipped

_MOST_PAGES = 5_000
_MOST_UNPACKED = 1 << 30  # of all pages together
_INDEX = "index.html"
_HEAD = 16 * 1024
# What programs that pack one page write into it: SingleFile, WebScrapBook.
_ONE_PAGE = re.compile(rb"SingleFile|\sdata-scrapbook-\w+=", re.IGNORECASE)
_TURNS_TO = re.compile(
    rb"""<meta\b[^>]{0,200}?refresh[^>]{0,200}?url\s*=\s*['"]?\s*(?:\./)?([^"'>\s;]{1,500})""", re.I
)
_OFFICE = ("[Content_Types].xml", "content.xml")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


def open_zip(original: Original) -> Iterator[SavedPage]:
    """The page that was packed with its files, or each page among the files."""
    shown = said(original.name.rsplit("/", 1)[-1])
    packed = Packed(Zipped(shown, original.content))
    if any(name in packed.names for name in _OFFICE):
        raise CannotOpenPage(
            f"“{shown}” is an Office document. Save it as a web page or as text, and add that."
        )
    only = _only_page(original, packed)
    if only:
        yield from _one(original, packed, only)
        return
    pages = packed.pages()
    if not pages:
        raise CannotOpenPage(f"“{shown}” is a ZIP archive without a saved page in it.")
    if len(pages) > _MOST_PAGES:
        raise CannotOpenPage(f"“{shown}” holds more than {_MOST_PAGES:,} pages. Split it.")
    yield from open_within(_files(original, packed, pages, shown))


@dataclass(frozen=True)
class Packed:
    """An archive's files by their names as they were meant."""

    archive: Zipped

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Windows has packed names with backslashes, and others without telling their encoding."""
        return {_meant(name): name for name in self.archive}

    def parts(self, root: str) -> Mapping[str, Part]:
        """All files below a folder, named from there."""
        return _Below(self, root)

    def read(self, name: str) -> bytes:
        """OSError where it cannot be unpacked."""
        return self.archive.read(self.names[name])

    def within(self, original: Original, name: str, content: bytes, root: str) -> Original:
        """A file of this archive, with all that lies in the folder its name starts from."""
        changed_at = self.archive.changed_at or original.changed_at
        return Original(name, content, self.parts(root), changed_at, original.depth + 1)

    def pages(self) -> list[str]:
        """The names that pages are saved with, but for those in a page's own folder of files."""
        found = sorted(
            name for name in self.names if is_saved_as_page(name) and not _is_hidden(name)
        )
        attached = {
            posixpath.join(posixpath.dirname(name), folder)
            for name in found
            for folder in attached_names(posixpath.basename(name))
        }
        return [name for name in found if attached.isdisjoint(_folders(name))]


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


def _only_page(original: Original, packed: Packed) -> str:
    """The name of the page in an archive that was made for it alone."""
    if _INDEX not in packed.names:
        return ""
    if packed.pages() == [_INDEX] or not original.content.startswith(b"PK"):
        return _INDEX
    try:
        head = packed.read(_INDEX)[:_HEAD]
    except OSError:
        return ""
    return _INDEX if _ONE_PAGE.search(head) else ""


def _one(original: Original, packed: Packed, name: str) -> Iterator[SavedPage]:
    shown = said(original.name.rsplit("/", 1)[-1])
    try:
        content = packed.read(name)
        turns_to = _TURNS_TO.search(content[:_HEAD])
        other = turns_to[1].decode("utf-8", "replace") if turns_to else ""
        if other in packed.names and is_saved_as_page(other):
            name, content = other, packed.read(other)
    except OSError as error:
        raise CannotOpenPage(cannot_unpack(shown, packed, name)) from error
    yield from open_within([Within("", packed.within(original, name, content, ""))])


def cannot_unpack(shown: str, packed: Packed, name: str) -> str:
    if packed.archive.is_locked(packed.names[name]):
        return f"“{shown}” needs a password. Unpack it and add what it holds."
    return f"“{shown}” is damaged or holds too large a page: {said(name)} cannot be unpacked."


def _files(original: Original, packed: Packed, pages: list[str], shown: str) -> Iterator[Within]:
    """Each page with the files below the folder that its references may reach."""
    found = False
    left = _MOST_UNPACKED
    unread = ""
    for name in pages:
        try:
            content = packed.read(name)
        except OSError:
            unread = unread or name
            continue
        left -= len(content)
        if left < 0:
            raise CannotOpenPage(f"“{shown}” unpacks to more than an archive may hold. Split it.")
        found = True
        root = _root(name)
        yield Within(name, packed.within(original, name[len(root) :], content, root))
    if unread and not found:
        raise CannotOpenPage(cannot_unpack(shown, packed, unread))


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
