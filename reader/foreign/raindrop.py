"""Read Raindrop's CSV."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from reader.foreign.addresses import web_address
from reader.foreign.csv_rows import Row, read_header, read_rows
from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, kept_note, paragraphs, passed_over
from reader.foreign.moments import moment
from reader.foreign.notes import note_of
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import first, folder_tag, is_so, line, listed, mapped, tags_of, text
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Raindrop"
PROGRAM = Program(NAME, ("texts", "states of reading"))
_NO_FOLDER = "unsorted"
# How others have seen highlights written into the one column: lines, each perhaps with its label.
_LINE_LABEL = re.compile(r"(?i)(highlight|note|color|colour|annotation|created)\s*:\s*")


def is_csv(head: str) -> bool:
    header = read_header(head)
    # The list of a single folder does not name it.
    is_whole = header.has("folder") or header.has("cover", "favorite")
    is_list = header.has("title", "url", "tags", "created") and is_whole
    return is_list and (header.has("excerpt") or header.has("description"))


def read_csv(path: Path) -> Iterator[Given]:
    for row in read_rows(read_text(path)):
        yield _item(row)


def _item(row: Row) -> Given:
    note = note_of(row.get("note", ""))
    excerpt = line(first(row, "excerpt", "description"))
    record = Record(
        program=NAME,
        address=web_address(row.get("url")),
        saved_at=moment(row.get("created")),
        stated=Stated(title=line(row.get("title")), standfirst=excerpt),
        brought=Brought(
            tags=tags_of([*row.get("tags", "").split(","), _folder(row.get("folder", ""))]),
            note=note,
            marks=tuple(_marks(row.get("highlights", ""))),
            is_starred=is_so(row.get("favorite")),
        ),
        raw=without_secrets(dict(row)),
    )
    key = row.get("id", "").strip()
    if record.address or not (note or excerpt):
        return kept(record, key) if record.address else passed_over(record, row.get("url"))
    return kept_note(record, key) if note else kept(record, key, paragraphs(excerpt))


def _folder(said: str) -> str:
    folder = folder_tag(*said.split("/"))
    return "" if folder.casefold() == _NO_FOLDER else folder


def _marks(said: str) -> Iterator[BroughtMark]:
    said = said.strip()
    if said.startswith("["):
        try:
            yield from _from_json(listed(json.loads(said)))
            return
        except (ValueError, RecursionError):
            pass
    for block in re.split(r"\n[ \t]*\n|\n(?=(?i:highlight)\s*:)", said):
        mark = _labelled(block.strip())
        if mark.exact:
            yield mark


def _from_json(marks: list[object]) -> Iterator[BroughtMark]:
    for mark in map(mapped, marks):
        exact = text(mark.get("text"))
        if exact:
            colour, made = text(mark.get("color")), moment(mark.get("created"))
            yield BroughtMark(exact, note=text(mark.get("note")), colour=colour, marked_at=made)


def _labelled(block: str) -> BroughtMark:
    lines: dict[str, list[str]] = {}
    label = "highlight"
    for one in block.split("\n"):
        found = _LINE_LABEL.match(one)
        if found:
            label = found[1].casefold().replace("colour", "color").replace("annotation", "note")
        lines.setdefault(label, []).append(one[found.end() :] if found else one)
    told = {name: "\n".join(said).strip() for name, said in lines.items()}
    return BroughtMark(
        told.get("highlight", ""),
        note=told.get("note", ""),
        colour=told.get("color", "").casefold(),
        marked_at=moment(told.get("created", "")),
    )
