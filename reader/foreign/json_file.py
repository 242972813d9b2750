"""Read JSON of any origin: its shape from its beginning, its elements one by one."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import CannotOpenPage
from reader.foreign.foreign_library import Unreadable
from reader.foreign.reading import read_text
from reader.pages.file_names import said

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|["\[\]{},]', re.DOTALL)
_BETWEEN = re.compile(r"[\s,]*+")
_NEXT_OBJECT = re.compile(r'\}\s*,\s*(?=\{\s*")')
_DEEPEST = 6
_MOST_BROKEN = 100
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Shape:
    """The keys met in the beginning of a JSON text, with where they stand.

    `paths` joins keys with dots and writes `[]` for a list: `collections[].links[].url`.
    """

    paths: frozenset[str] = frozenset()

    def has(self, *paths: str) -> bool:
        return self.paths.issuperset(paths)


def shape_of(head: str) -> Shape:
    """What can be told without reading the whole; keys far inside are left out."""
    paths: set[str] = set()
    stack: list[str] = []
    place = key = ""
    for found in _TOKEN.finditer(head):
        token = found[0]
        if token == '"':  # the beginning ends within a text
            break
        if token in "[{":
            stack.append(place)
            if len(stack) <= _DEEPEST:  # a name for each of endless levels would fill the memory
                place = _below(place, key) + ("[]" if token == "[" else "")
            key = ""
        elif token in "]}":
            place, key = stack.pop() if stack else "", ""
        elif token[0] == '"' and len(stack) <= _DEEPEST and _is_key(head, found.end()):
            key = token[1:-1]
            paths.add(_below(place, key))
        elif token == ",":
            key = ""
    return Shape(frozenset(paths))


def read_json(path: Path) -> Any:
    """The whole of a file; CannotOpenPage where it is damaged."""
    return parse_json(read_text(path), path.name)


def parse_json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotOpenPage(
            f"“{said(name)}” is damaged or was not saved whole: {_told(error)}."
        ) from error


def elements(text: str, name: str) -> Iterator[dict[str, Any] | Unreadable]:
    """Each object of a list; a damaged one is told and the next one sought."""
    at = _BETWEEN.match(text, text.find("[") + 1).end()  # type: ignore[union-attr]
    broken = 0
    while at < len(text) and text[at] != "]":
        try:
            element, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            broken += 1
            yield Unreadable(
                f"{name}, entry", f"An entry of “{said(name)}” is damaged: {_told(error)}."
            )
            following = _NEXT_OBJECT.search(text, at + 1)
            if following is None or broken > _MOST_BROKEN:
                return
            at = following.end()
            continue
        if isinstance(element, dict):
            yield element
        at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place and key else place or key


def _is_key(head: str, end: int) -> bool:
    return head[end : end + 20].lstrip()[:1] == ":"


def _told(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno} cannot be read"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it cannot be read"
