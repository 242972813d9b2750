"""Write the files of other programs for the tests, and read them as libraries."""

from collections.abc import Mapping
from pathlib import Path

from pages_made import packed, write

from reader.foreign.foreign_library import ForeignItem, ForeignLibrary, Unreadable
from reader.foreign.recognise import recognise

__all__ = ("by_title", "faults", "items", "library", "write", "zipped")


def library(path: Path, program: str) -> ForeignLibrary:
    found = recognise(path)
    assert found is not None
    assert found.program.name == program
    return found


def items(path: Path) -> list[ForeignItem]:
    found = recognise(path)
    assert found is not None
    return [one for one in found.items() if isinstance(one, ForeignItem)]


def faults(path: Path) -> list[Unreadable]:
    found = recognise(path)
    assert found is not None
    return [one for one in found.items() if isinstance(one, Unreadable)]


def by_title(path: Path) -> dict[str, ForeignItem]:
    return {one.record.stated.title: one for one in items(path)}


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    return write(path, packed(files))
