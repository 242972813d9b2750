"""Read CSL-JSON, which Zotero and others write for citation."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.json_file import Shape, elements
from reader.foreign.moments import published
from reader.foreign.reading import read_text
from reader.foreign.references import REMARK, Reference, given
from reader.foreign.values import first, line, listed, mapped, text

NAME = "CSL-JSON"
PROGRAM = Program(NAME, ("tags", "highlights", "states of reading"), (REMARK,), "A CSL list")


def is_json(shape: Shape) -> bool:
    """Names such as `date-parts` are CSL's own."""
    own = ("issued.date-parts", "accessed.date-parts", "container-title", "citation-key")
    is_entry = shape.has("[].id", "[].type", "[].title")
    return is_entry and any(shape.has(f"[].{name}") for name in own)


def read_json(path: Path) -> Iterator[Given]:
    return given(NAME, path, _references(path))


def _references(path: Path) -> Iterator[tuple[Reference, dict[str, Any]] | Unreadable]:
    for entry in elements(read_text(path), path.name):
        yield entry if isinstance(entry, Unreadable) else (_reference(entry), entry)


def _reference(entry: dict[str, Any]) -> Reference:
    people = (_name(mapped(one)) for one in listed(entry.get("author")))
    return Reference(
        key=text(entry.get("id")),
        title=first(entry, "title", "title-short"),
        people=tuple(name for name in people if name),
        source=first(entry, "container-title", "publisher"),
        published=_day(mapped(entry.get("issued"))),
        accessed=_day(mapped(entry.get("accessed"))),
        address=text(entry.get("URL")),
        abstract=text(entry.get("abstract")),
        section=text(entry.get("section")),
        language=text(entry.get("language")),
        notes=(text(entry.get("note")),),
    )


def _name(person: dict[str, Any]) -> str:
    literal = line(person.get("literal"))
    particle = text(person.get("non-dropping-particle"))
    return literal or line(f"{text(person.get('given'))} {particle} {text(person.get('family'))}")


def _day(date: dict[str, Any]) -> str:
    """Numbers may be written as texts; a year and month alone are no day."""
    parts = [text(part) for part in listed((listed(date.get("date-parts")) or [[]])[0])]
    if len(parts) >= 3 and all(re.fullmatch(r"\d{1,4}", part) for part in parts[:3]):
        return published("{:0>4}-{:0>2}-{:0>2}".format(*parts[:3]))
    return published(first(date, "raw", "literal"))
