"""Make items of the lists that programs for citation write, with the files lying beside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from reader.errors import CannotOpenPage
from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Unreadable
from reader.foreign.items import kept, kept_file, passed_over, without_text
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.secrets import without_secrets
from reader.foreign.values import language_of, line, tags_of, title_line
from reader.pages.original import read_original
from reader.pages.record import Brought, Record, Stated

REMARK = "What is no page in it, such as a book, will be passed over."
_STORAGES = ("storage", "files")
_IN_STORAGE = 3  # storage/KEY/name
_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".epub")
_BEST_FIRST = {ending: at for at, ending in enumerate(_ENDINGS)}


@dataclass(frozen=True)
class Reference:
    """One entry of such a list; `files` are paths beside the list, as it writes them."""

    key: str = ""
    title: str = ""
    people: tuple[str, ...] = ()
    source: str = ""
    published: str = ""
    accessed: str = ""
    address: str = ""
    abstract: str = ""
    section: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def given(
    program: str, path: Path, references: Iterable[tuple[Reference, dict[str, Any]] | Unreadable]
) -> Iterator[Given]:
    for one in references:
        if isinstance(one, Unreadable):
            yield one
        else:
            yield from _with_file(_record(program, *one), path, one[0])


def _with_file(record: Record, path: Path, reference: Reference) -> Iterator[Given]:
    files = sorted(_files(path, reference.files), key=_rank)
    if not files:
        is_link = bool(record.address)
        yield kept(record, reference.key) if is_link else passed_over(record, reference.address)
        return
    try:
        yield kept_file(record, reference.key or files[0].name, read_original(files[0]))
    except CannotOpenPage as error:
        yield from without_text(record, reference.key, error)


def _record(program: str, reference: Reference, raw: dict[str, Any]) -> Record:
    return Record(
        program=program,
        address=web_address(reference.address),
        saved_at=moment(reference.accessed),
        stated=Stated(
            title=title_line(reference.title),
            standfirst=line(reference.abstract),
            people=reference.people,
            source=line(reference.source),
            section=line(reference.section),
            published=reference.published,
            language=language_of(reference.language),
        ),
        brought=Brought(
            tags=tags_of(reference.tags),
            note="\n\n".join(note for note in map(note_of, reference.notes) if note),
        ),
        raw=without_secrets(raw),
    )


def _files(path: Path, names: Iterable[str]) -> Iterator[Path]:
    """The files that lie in the list's own folder; what it says of others is not followed."""
    try:
        folder = path.parent.resolve()
        for name in names:
            for file in _places(folder, name):
                if _is_plain_file_in(file, folder):
                    yield file
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return


def _places(folder: Path, name: str) -> Iterator[Path]:
    """Beside the list; without its files a list names where they lie in Zotero's own folder."""
    plain = name.strip().removeprefix("file://").replace("\\", "/")
    yield folder / plain
    parts = PurePosixPath(plain).parts
    if len(parts) > _IN_STORAGE and parts[-_IN_STORAGE] in _STORAGES:
        yield folder.joinpath(*parts[-_IN_STORAGE:])


def _is_plain_file_in(file: Path, folder: Path) -> bool:
    is_plain = file.suffix.lower() in _ENDINGS and not file.is_symlink() and file.is_file()
    return is_plain and file.resolve().is_relative_to(folder)


def _rank(file: Path) -> int:
    return _BEST_FIRST.get(file.suffix.lower(), len(_ENDINGS))
