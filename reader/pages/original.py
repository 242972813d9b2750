"""Original: a saved page's file as it came, with the files that belong to it."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources.abc import Traversable
from pathlib import Path

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.saved_page import part_names

LARGEST_PAGE = 40 * 1024 * 1024
MOST_PARTS = 5000

# What browsers append to a page's name for the folder of its files; Windows calls these
# "connected files" and knows a word for each of its languages.
_FOLDER_ENDINGS = (
    "_files", ".files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden",
    "-filer", "_tiedostot", "_pliki", "_soubory", "_elemei", "_dosyalar", "_fitxers", "_ficheiros",
    "_fajlovi", "_datoteke", "_fails", "_failid", "_bylos", "_fitxategiak",
)  # fmt: skip
_REFERENCE = re.compile(
    r"""\s(?:src|href|poster|data-[\w-]*src)\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})'|([^\s"'>]{1,2048}))"""
    r"""|\s(?:data-)?srcset\s*=\s*(?:"([^"]{1,8192})"|'([^']{1,8192})')""",
    re.IGNORECASE,
)
_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Original:
    """`name` and the keys of `parts` are paths relative to one folder, `/` between folders."""

    name: str
    content: bytes
    parts: Mapping[str, Traversable] = field(default_factory=dict)
    changed_at: datetime | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the file's bytes; of the list `sha256sum` would make, where it has parts."""
        if not self.parts:
            return hashlib.sha256(self.content).hexdigest()
        lines = [f"{hashlib.sha256(self.content).hexdigest()}  {self.name}\n"]
        for name in sorted(self.parts):
            lines.append(f"{hashlib.sha256(self.parts[name].read_bytes()).hexdigest()}  {name}\n")
        return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def read_original(path: Path) -> Original:
    """Read a saved file and find what belongs to it. CannotOpenPage where that fails."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise CannotOpenPage(f"“{path.name}” is no file that can be read.")
        if about.st_size > LARGEST_PAGE:
            size, most = about.st_size >> 20, LARGEST_PAGE >> 20
            raise CannotOpenPage(
                f"“{path.name}” is too large: {size} MB, and a page may have {most} MB at most."
            )
        content = path.read_bytes()
        changed_at = datetime.fromtimestamp(about.st_mtime, UTC)
        root = _root(path)
        parts = {_name(root, part): part for part in _find_parts(path, root, content)}
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise CannotOpenPage(f"“{path.name}” could not be read: {why}.") from error
    return Original(_name(root, path), content, parts, changed_at)


def attached_folders(path: Path) -> list[Path]:
    """The folders that a browser wrote beside a page for the page's own files."""
    if path.suffix.lower() not in _PAGE_ENDINGS:
        return []
    folders = (path.with_name(path.stem + ending) for ending in _FOLDER_ENDINGS)
    return [folder for folder in folders if folder.is_dir() and not folder.is_symlink()]


def _root(path: Path) -> Path:
    """The folder nothing is read above: the page's own, or that of a tree of sites (wget)."""
    for folder in path.parents:
        if _HOST.fullmatch(folder.name) and folder.suffix.lower() not in _PAGE_ENDINGS:
            return folder.parent
    return path.parent


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _find_parts(path: Path, root: Path, content: bytes) -> list[Path]:
    attached = [file for folder in attached_folders(path) for file in _files_below(folder)]
    found = dict.fromkeys(attached)
    if path.suffix.lower() in _PAGE_ENDINGS:
        found.update(dict.fromkeys(_referenced(path, root, decode(content))))
    if len(found) > MOST_PARTS:
        raise CannotOpenPage(f"“{path.name}” has more than {MOST_PARTS} files beside it.")
    return list(found)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, _folders, names in os.walk(folder):
        for name in sorted(names):
            file = Path(place, name)
            if file.is_file() and not file.is_symlink():
                yield file


def _referenced(path: Path, root: Path, markup: str) -> Iterator[Path]:
    """The pictures of the page that lie in its folder without being in an attached one."""
    inside = root.resolve()
    seen: set[str] = set()
    for reference in _references(markup):
        for name in part_names(_name(root, path), reference):
            if name in seen or not name.lower().endswith(_PICTURE_ENDINGS):
                continue
            seen.add(name)
            file = root / name
            if _is_plain_file_in(file, inside):
                yield file


def _references(markup: str) -> Iterator[str]:
    for found in _REFERENCE.finditer(markup):
        single = found[1] or found[2] or found[3]
        if single:
            yield single
        for candidate in (found[4] or found[5] or "").split(","):
            yield candidate.split()[0] if candidate.split() else ""


def _is_plain_file_in(file: Path, folder: Path) -> bool:
    try:
        return file.is_file() and not file.is_symlink() and file.resolve().is_relative_to(folder)
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
