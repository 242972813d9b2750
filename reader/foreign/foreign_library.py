"""ForeignLibrary: another program's collection in a file, and what can be told of it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.pages.original import Original
from reader.pages.record import Record


@dataclass(frozen=True)
class ForeignItem:
    """One thing that was kept there, as an Original that stands by itself.

    `key` names it within its library, always the same. The record is the one the original
    carries; without content the original is a link without text.
    """

    key: str
    original: Original
    record: Record


@dataclass(frozen=True)
class Unreadable:
    """What does not come in, with a sentence that says why.

    `is_broken` tells what could not be read from what is no page and was passed over.
    """

    name: str
    reason: str
    is_broken: bool = True


Given = ForeignItem | Unreadable


@dataclass(frozen=True)
class Program:
    """A program as its file is: `lacks` names what the file never holds.

    `remarks` are whole sentences on what else will be missed; `called` is what the file is
    called in a sentence where it is no program's own.
    """

    name: str
    lacks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    called: str = ""

    @property
    def file(self) -> str:
        return self.called or f"{self.name}'s file"


@dataclass(frozen=True)
class Tallies:
    """How much a library holds; `tags` are different tags, `notes` items that have one.

    `repeated` are links to a page that came before: what was added to them joins it.
    """

    items: int = 0
    with_text: int = 0
    links: int = 0
    repeated: int = 0
    tags: int = 0
    tagged: int = 0
    notes: int = 0
    marks: int = 0
    read: int = 0
    starred: int = 0
    archived: int = 0
    files: int = 0  # pictures and whatever else lies with the texts
    passed_over: int = 0
    unreadable: int = 0


@dataclass(frozen=True)
class ForeignLibrary:
    """A recognised file or folder; nothing of it is held, each call reads it anew."""

    program: Program
    path: Path
    read: Callable[[], Iterator[Given]]

    def items(self) -> Iterator[Given]:
        """Each thing kept there, once; keys that recur are numbered. CannotOpenPage as a whole."""
        seen: Counter[str] = Counter()
        links: set[bytes] = set()
        for given in self.read():
            if isinstance(given, ForeignItem):
                if _is_double(given, links):
                    continue
                given = _numbered(given, seen)
            yield given

    def tallies(self, heed: Callable[[int], None] = lambda _count: None) -> Tallies:
        """Count what is there; `heed` is told how many so far and may raise Cancelled."""
        return _tally(_heeded(self.items(), heed))

    def losses(self, tallies: Tallies) -> tuple[str, ...]:
        """What will be missed, as sentences for the reader."""
        return tuple(_losses(self.program, tallies))


def _is_double(item: ForeignItem, links: set[bytes]) -> bool:
    """Whether the very same link was given before; texts are told apart by the store."""
    if item.original.content:
        return False
    mark = hashlib.blake2b(repr(item.record).encode("utf-8", "replace"), digest_size=16).digest()
    if mark in links:
        return True
    links.add(mark)
    return False


def _numbered(item: ForeignItem, seen: Counter[str]) -> ForeignItem:
    seen[item.key] += 1
    count = seen[item.key]
    if count == 1:
        return item
    return ForeignItem(f"{item.key} ({count})", item.original, item.record)


def _heeded(given: Iterable[Given], heed: Callable[[int], None]) -> Iterator[Given]:
    for count, one in enumerate(given, 1):
        yield one
        heed(count)


def _tally(given: Iterable[Given]) -> Tallies:
    counted: Counter[str] = Counter()
    tags: set[str] = set()
    addresses: set[str] = set()
    for one in given:
        if isinstance(one, Unreadable):
            counted["unreadable" if one.is_broken else "passed_over"] += 1
            continue
        counted.update(_told_of(one))
        address = one.record.address
        counted["repeated"] += bool(address in addresses and not one.original.content)
        addresses |= {address} - {""}
        tags.update(tag.casefold() for tag in one.record.brought.tags)
    return Tallies(tags=len(tags), **counted)


def _told_of(item: ForeignItem) -> dict[str, int]:
    brought = item.record.brought
    has_text = int(bool(item.original.content))
    return {
        "items": 1,
        "with_text": has_text,
        "links": 1 - has_text,
        "tagged": int(bool(brought.tags)),
        "notes": int(bool(brought.note)),
        "marks": len(brought.marks),
        "read": int(brought.is_read),
        "starred": int(brought.is_starred),
        "archived": int(brought.is_archived),
        "files": len(item.original.parts) - 1,  # one part is the record
    }


def _losses(program: Program, tallies: Tallies) -> Iterator[str]:
    lacks = list(program.lacks)
    if "texts" in lacks and tallies.links:
        lacks.remove("texts")
        come = "1 link comes" if tallies.links == 1 else f"{tallies.links:,} links come"
        yield f"{program.file} holds no texts: {come} in without one."
    elif tallies.links:
        some = "1 item has" if tallies.links == 1 else f"{tallies.links:,} items have"
        yield f"{some} no text in the file, and will be a link without one."
    if lacks:
        yield f"{program.file} holds no {_listed(lacks)}."
    yield from program.remarks
    if tallies.repeated:
        some = "1 link leads" if tallies.repeated == 1 else f"{tallies.repeated:,} links lead"
        yield f"{some} to a page that came before: what was added to it elsewhere joins that."
    if tallies.passed_over:
        some = "1 entry" if tallies.passed_over == 1 else f"{tallies.passed_over:,} entries"
        yield f"{some} without a page that could be kept will be passed over."
    if tallies.unreadable:
        some = "1 entry" if tallies.unreadable == 1 else f"{tallies.unreadable:,} entries"
        yield f"{some} could not be read."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
