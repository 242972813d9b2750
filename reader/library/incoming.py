"""The files and things of other programs that are to come in, as they are sent to workers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reader.articles.article import Article
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import Brought
from reader.store.blobs import Draft
from reader.store.gist import Gist


@dataclass(frozen=True)
class PageFile:
    """A saved file. `known` are the keys of its pages that are here; None where nobody looked."""

    path: Path
    known: frozenset[str] | None = None

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def file_name(self) -> str:
        return self.path.name


@dataclass(frozen=True)
class Thing:
    """What is no file of its own, mostly another program's; as plain bytes it can be sent."""

    path: Path
    key: str
    title: str = ""
    file_name: str = ""
    content: bytes = b""
    parts: Mapping[str, bytes] = field(default_factory=dict)
    changed_at: datetime | None = None
    is_handed_over: bool = False  # by the reader himself, and not out of another program's file

    @property
    def name(self) -> str:
        return self.title or self.path.name

    def original(self) -> Original:
        parts = {name: part_of(content) for name, content in self.parts.items()}
        return Original(self.file_name, self.content, parts, self.changed_at)


def thing_of(original: Original, path: Path, title: str, key: str = "") -> Thing:
    """An original that lies in memory, as plain bytes."""
    parts = {name: part.read_bytes() for name, part in original.parts.items()}
    return Thing(path, key, title, original.name, original.content, parts, original.changed_at)


Incoming = PageFile | Thing


@dataclass(frozen=True)
class Prepared:
    """A page cleaned and its files drafted, ready to become a clipping."""

    key: str
    entry: str
    article: Article
    saved_at: datetime | None
    pictures: Mapping[str, str]
    brought: Brought = field(default_factory=Brought)
    drafts: tuple[Draft, ...] = ()
    gist: Gist | None = None


@dataclass(frozen=True)
class Kept:
    """A file whose original is kept already: maybe all of it is here."""

    digest: str


@dataclass(frozen=True)
class Here:
    """A page that is here already."""

    key: str


@dataclass(frozen=True)
class Lost:
    """A page among others that can't come in, and why."""

    entry: str
    reason: str


@dataclass(frozen=True)
class Whole:
    """All pages of a file with several were told of."""

    digest: str


@dataclass(frozen=True)
class Import:
    """All of another program's library was told of; the file it was in is kept by its digest."""

    program: str
    digest: str


@dataclass(frozen=True)
class PassedOver:
    """What another program kept, and is no page: a script, a letter, an entry of a feed."""

    reason: str


Told = PassedOver | Prepared | Kept | Here | Lost | Whole | Import
