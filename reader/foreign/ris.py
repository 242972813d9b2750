"""Read RIS, which Zotero, EndNote and many others write."""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.foreign.addresses import first_web_address
from reader.foreign.foreign_library import Given, Program
from reader.foreign.moments import published
from reader.foreign.reading import read_text
from reader.foreign.references import REMARK, Reference, given
from reader.foreign.values import first, line, tags_of

NAME = "RIS"
PROGRAM = Program(NAME, ("highlights", "states of reading"), (REMARK,), "A RIS list")
_SIGN = re.compile(r"\s*TY {1,2}- ?[A-Z]{2,8}\s*\n")
_FIELD = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
_PEOPLE = ("AU", "A1", "A2", "A3", "A4")

Fields = dict[str, list[str]]


def is_ris(head: str) -> bool:
    return bool(_SIGN.match(head.lstrip("\ufeff")))


def read_ris(path: Path) -> Iterator[Given]:
    entries = ((_reference(one), dict[str, object](one)) for one in _entries(read_text(path)))
    return given(NAME, path, entries)


def _entries(text: str) -> Iterator[Fields]:
    """Each entry; one that is not ended ends where the next begins."""
    fields: Fields = {}
    for name, value in _values(text):
        if name in ("TY", "ER") and fields:
            yield fields
            fields = {}
        if name != "ER":
            fields.setdefault(name, []).append(value)
    if fields:
        yield fields


def _values(text: str) -> Iterator[tuple[str, str]]:
    """Each field with its value, which may go on for lines."""
    name, lines = "", list[str]()
    for said in text.split("\n"):
        found = _FIELD.match(said.strip("\ufeff\r "))
        if found is None:
            lines.append(said.strip())
            continue
        if name:
            yield name, "\n".join(filter(None, lines))
        name, lines = found[1], [(found[2] or "").strip()]
    if name:
        yield name, "\n".join(filter(None, lines))


def _reference(fields: Fields) -> Reference:
    one = {name: values[0] for name, values in fields.items()}
    files = [value for name in ("L1", "L2", "L4") for value in fields.get(name, ())]
    names = next((fields[name] for name in _PEOPLE if fields.get(name)), [])
    return Reference(
        key=one.get("ID", ""),
        title=first(one, "TI", "T1", "ST"),
        people=tuple(filter(None, map(_name, names))),
        source=first(one, "T2", "JO", "JF", "PB"),
        published=_day(first(one, "DA", "PY", "Y1")),
        accessed=_day(one.get("Y2", "")),
        address=first_web_address(*fields.get("UR", ()), *fields.get("LK", ()), *files),
        abstract=first(one, "AB", "N2"),
        section=one.get("SE", ""),
        language=one.get("LA", ""),
        tags=tags_of(tag for value in fields.get("KW", ()) for tag in re.split("[\n;]", value)),
        notes=(*fields.get("N1", ()), *fields.get("M2", ())),
        files=tuple(files),
    )


def _name(said: str) -> str:
    """Brandt, Ada, Dr. → Ada Brandt."""
    last, _, rest = said.partition(",")
    return line(f"{rest.split(',')[0]} {last}")


def _day(said: str) -> str:
    """2024/01/05/Friday, 2024/01/05/ or 2024-01-05; a year alone is no day."""
    found = re.match(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/ T](\d\d:\d\d(?::\d\d)?))?", said)
    if not found:
        return ""
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return published(f"{day}T{found[4]}" if found[4] else day)
