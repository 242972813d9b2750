"""Tell whether a page has been saved whole: browsers write it and its files piece by piece."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote

from reader.pages.attached import attached_names
from reader.pages.original import LARGEST_PAGE, attached_folders

# What browsers and other programs call a file they have not finished.
_PARTIAL = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".temp", ".!ut")
_LOCKS = ("~$", ".~lock.")  # before the name
_PARTIAL_FOR = 3600  # seconds; what is older was left behind
_MARKUP = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_TAIL = 8192
_HEAD = 4096
_MOST_FILES = 20_000
_BOUNDARY = re.compile(rb"""boundary\s*=\s*"?([^"\r\n;]{1,200})""", re.IGNORECASE)


@dataclass(frozen=True)
class Sight:
    """A page and its files as they stand: names, sizes and moments of change."""

    size: int
    changed_at: int  # nanoseconds, of the page itself
    last_change: float  # seconds, of any of them
    files: tuple[tuple[str, int, int], ...] = ()


def see(page: Path) -> Sight | None:
    """None where it is gone."""
    try:
        about = page.stat()
        files = tuple(islice(_attached(page), _MOST_FILES))
    except OSError:
        return None
    newest = max((about.st_mtime_ns, *(changed for _, _, changed in files)))
    return Sight(about.st_size, about.st_mtime_ns, newest / 1e9, files)


def tells_of_writing(name: str) -> bool:
    """Whether a file so named stands for one that is being written."""
    return name.lower().endswith(_PARTIAL) or name.startswith(_LOCKS)


def is_being_written(page: Path, signs: frozenset[str], now: float) -> bool:
    """Whether something beside it tells so; `signs` are the names in its folder that may."""
    for name in signs:
        is_partial = name.lower().endswith(_PARTIAL) and name.startswith(page.stem)
        is_lock = name.startswith(_LOCKS) and page.name in name
        if (is_partial or is_lock) and _age(page.with_name(name), now) < _PARTIAL_FOR:
            return True
    return False


def looks_whole(page: Path) -> bool:
    """Whether its end is there, and all the files that it says were saved with it."""
    ending = page.suffix.lower()
    try:
        with page.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, page.stat().st_size - _TAIL))
            tail = file.read()
            if ending in _MARKUP:
                file.seek(0)
                return b"</html" in _plain(tail) and _has_its_files(page, file.read(LARGEST_PAGE))
    except OSError:  # another program holds it
        return False
    if ending in (".mhtml", ".mht"):
        boundary = _BOUNDARY.search(head)
        return boundary is None or b"--" + boundary[1].strip() + b"--" in tail
    if head.startswith(b"%PDF-"):
        return b"%%EOF" in tail
    return not head.startswith(b"PK\x03\x04") or b"PK\x05\x06" in tail


def _attached(page: Path) -> Iterator[tuple[str, int, int]]:
    for folder in attached_folders(page):
        for place, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                about = Path(place, name).lstat()
                yield f"{place}/{name}", about.st_size, about.st_mtime_ns


def _age(file: Path, now: float) -> float:
    try:
        return now - file.stat().st_mtime
    except OSError:
        return _PARTIAL_FOR


def _plain(content: bytes) -> bytes:
    """In small letters, be it UTF-16 or not."""
    return content.replace(b"\0", b"").lower()


def _has_its_files(page: Path, content: bytes) -> bool:
    """A file that could not be saved is still named; then patience decides."""
    folders = [name.encode("utf-8", "surrogateescape") for name in attached_names(page.name)]
    folders += [quote(name).encode() for name in folders]
    named = b"|".join(re.escape(name) for name in dict.fromkeys(folders))
    pattern = re.compile(rb"(?:" + named + rb")/[^\"'\s<>?#)&;,]+")
    plain = content.replace(b"\0", b"")
    found = dict.fromkeys(match[0] for match in islice(pattern.finditer(plain), _MOST_FILES))
    return all(_lies_there(page, one.decode("utf-8", "surrogateescape")) for one in found)


def _lies_there(page: Path, name: str) -> bool:
    try:
        return (page.parent / name).is_file() or (page.parent / unquote(name)).is_file()
    except (OSError, ValueError):
        return True  # no name that could ever lie there
