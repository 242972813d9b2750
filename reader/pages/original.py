"""Original: a saved page's file as it came, with the files that belong to it."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from html import unescape
from itertools import islice
from pathlib import Path

from reader.errors import CannotOpenPage
from reader.pages.attached import attached_names
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.markdown.pictures import embedded
from reader.pages.part import Part
from reader.pages.saved_page import part_names
from reader.pages.scrapbooks import about_page
from reader.pages.served import is_served_name, is_served_page
from reader.pages.surroundings import PAGE_ENDINGS, PICTURE_ENDINGS, Surroundings

LARGEST_PAGE = 40 * 1024 * 1024
LARGEST_FILE = 256 * 1024 * 1024  # of an archive with pages in it
MOST_PARTS = 5000
_BLOCK = 1 << 20

_REFERRING = re.compile(
    r"""\s(?:src|href|poster|data-[\w-]*src|(?P<many>srcset|data-[\w-]*srcset))\s*=\s*(?P<quote>["']?)""",
    re.IGNORECASE,
)
# An ending may be written behind a percent sign.
_NAMES_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico)|%", re.IGNORECASE)
_AT_HOST = re.compile(r"(?:https?:)?//([^/?#\\\0]{1,255})", re.IGNORECASE)
_BARE = re.compile(r"[^\s\"'>]{1,2048}")
_LONGEST_VALUE = 8192
_MOST_REFERENCES = 50_000  # a page made to be slow has millions
_NOTE_ENDINGS = (".md", ".markdown")
_REFERRING_ENDINGS = (*PAGE_ENDINGS, *_NOTE_ENDINGS)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Original:
    """`name` and the keys of `parts` are paths relative to one folder, `/` between folders.

    `depth` counts the files it was taken out of, each of which held the next.
    """

    name: str
    content: bytes
    parts: Mapping[str, Part] = field(default_factory=dict)
    changed_at: datetime | None = None
    depth: int = 0

    @property
    def digest(self) -> str:
        """SHA-256 of the file's bytes; of the list `sha256sum` would make, where it has parts."""
        own = hashlib.sha256(self.content).hexdigest()
        if not self.parts:
            return own
        lines = [f"{own}  {self.name}\n"]
        for name in sorted(self.parts):
            lines.append(f"{_digest_of(self.parts[name])}  {name}\n")
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def read_original(path: Path, surroundings: Surroundings | None = None) -> Original:
    """Read a saved file and find what belongs to it. CannotOpenPage where that fails.

    Whoever reads many files hands in the same surroundings for all.
    """
    try:
        about = path.stat()
        _refuse_unreadable(path, about)
        # What the system tells in files of no size, such as its log, may never end.
        content = path.read_bytes() if about.st_size else b""
        # Whichever way the file was called, what belongs to it is the same.
        place = path.parent.resolve() / path.name
        root = _root(place)
        is_alone = root == place.parent and (surroundings or Surroundings()).hold_pages_alone(root)
        parts = {} if is_alone else _named(root, place, _find_parts(place, root, content))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = getattr(error, "strerror", None) or "it cannot be read"
        raise CannotOpenPage(f"“{said(path.name)}” could not be read: {why}.") from error
    return Original(_name(root, place), content, parts, _moment(about.st_mtime))


def attached_folders(path: Path) -> list[Path]:
    """The folders that a browser wrote beside a page for the page's own files."""
    beside = os.path.join(path.parent, "")  # noqa: PTH118  (a Path for each name takes ten times as long)
    return [
        path.with_name(name) for name in attached_names(path.name) if _is_real_folder(beside + name)
    ]


def _digest_of(part: Part) -> str:
    digest = hashlib.sha256()
    with part.open("rb") as file:
        for block in iter(partial(file.read, _BLOCK), b""):  # a film may lie among them
            digest.update(block)
    return digest.hexdigest()


def _is_real_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):  # mostly there is none
        return False


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the disk, a folder around it that may not be read
        return False


def _refuse_unreadable(path: Path, about: os.stat_result) -> None:
    if not stat.S_ISREG(about.st_mode):
        raise CannotOpenPage(f"“{said(path.name)}” is no file that can be read.")
    if about.st_size > LARGEST_FILE:
        size, most = about.st_size >> 20, LARGEST_FILE >> 20
        raise CannotOpenPage(
            f"“{said(path.name)}” is too large: {size} MB, and a file may have {most} MB at most."
        )


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):  # a file can claim any year
        return None


def _root(path: Path) -> Path:
    """The folder nothing is read above: the page's own, or that of a tree of sites (wget)."""
    for folder in path.parents:
        if _HOST.fullmatch(folder.name) and folder.suffix.lower() not in PAGE_ENDINGS:
            return path.parent if _holds_home(folder) else folder.parent
    return path.parent


def _holds_home(folder: Path) -> bool:
    """Whether it is the reader's own folder, which may be called ada.brandt, or one around that."""
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111  (Path's raises without one)
    return home.is_relative_to(folder)


def _name(root: Path, path: Path) -> str:
    """What stands in it that is no UTF-8 becomes U+FFFD, as it does in an address."""
    name = path.relative_to(root).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _named(root: Path, page: Path, files: Iterable[Path]) -> dict[str, Path]:
    parts: dict[str, Path] = {}
    own = _name(root, page)
    for file in files:
        name = _name(root, file)
        while name in parts or name == own:
            name += "_"
        parts[name] = file
    return parts


def _find_parts(path: Path, root: Path, content: bytes) -> list[Path]:
    attached = [file for folder in attached_folders(path) for file in _files_below(folder)]
    found = dict.fromkeys((*attached, *about_page(path)))
    if len(content) <= LARGEST_PAGE and _refers(path, content):
        found.update(dict.fromkeys(_referenced(path, root, decode(content))))
    if len(found) > MOST_PARTS:
        raise CannotOpenPage(f"“{said(path.name)}” has more than {MOST_PARTS} files beside it.")
    return list(found)


def _refers(path: Path, content: bytes) -> bool:
    if path.suffix.lower() in _REFERRING_ENDINGS:
        return True
    return is_served_name(path.name) and is_served_page(content)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            file = Path(place, name)
            if file.is_file() and not file.is_symlink():
                yield file


def _referenced(path: Path, root: Path, markup: str) -> Iterator[Path]:
    """The pictures of the page that lie in its folder without being in an attached one."""
    inside = root.resolve()
    own = _name(root, path)
    seen: set[str] = set()
    hosts: dict[str, bool] = {}
    # Most of what a page refers to is elsewhere, and the same picture is named again and again.
    for reference in dict.fromkeys(_all_references(path, markup)):
        if not (_NAMES_PICTURE.search(reference) and _may_be_in(root, reference, hosts)):
            continue
        for name in part_names(own, reference):
            if name in seen or not name.lower().endswith(PICTURE_ENDINGS):
                continue
            seen.add(name)
            file = root / name
            if _is_plain_file_in(file, inside):
                yield file


def _may_be_in(root: Path, reference: str, hosts: dict[str, bool]) -> bool:
    """Whether what lies at an address may have been saved too: then its site has a folder."""
    found = _AT_HOST.match(reference)
    if not found:
        return True
    host = found[1]
    if host not in hosts:
        hosts[host] = is_folder(root / host)
    return hosts[host]


def _all_references(path: Path, markup: str) -> Iterator[str]:
    yield from _references(markup)
    if path.suffix.lower() in _NOTE_ENDINGS:
        yield from embedded(markup)


def _references(markup: str) -> Iterator[str]:
    for found in islice(_REFERRING.finditer(markup), _MOST_REFERENCES):
        value = unescape(_value(markup, found.end(), found["quote"]))
        if not found["many"]:
            yield value
            continue
        for candidate in value.split(","):
            yield from candidate.split()[:1]


def _value(markup: str, start: int, quote: str) -> str:
    if not quote:
        bare = _BARE.match(markup, start)
        return bare[0] if bare else ""
    end = markup.find(quote, start, start + _LONGEST_VALUE)
    return markup[start:end] if end >= 0 else ""


def _is_plain_file_in(file: Path, folder: Path) -> bool:
    try:
        return file.is_file() and not file.is_symlink() and file.resolve().is_relative_to(folder)
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
