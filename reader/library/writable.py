"""Take from an article what no database, file, screen or terminal can hold."""

import re
from dataclasses import fields, replace
from typing import Any, TypeVar

from reader.articles.article import Article, Picture

LARGEST_SIDE = 1 << 24  # pixels; a page may claim any number

# Half letters come out of JSON with its escapes cut in two, NULs out of anything.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
# What speaks to a terminal, and what turns all that follows around. Browsers show neither.
_MISLEADING = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_LINES = (
    "title", "standfirst", "byline", "people", "agency", "source", "section", "dateline", "topics",
    "evidence",
)  # fmt: skip

Record = TypeVar("Record", Article, Picture)


def writable(article: Article) -> Article:
    """The article without NULs, half letters, sizes beyond all measure, and signs that mislead."""
    cleaned = _cleaned(article)
    lines: dict[str, Any] = {name: _in_line(getattr(cleaned, name)) for name in _LINES}
    return replace(cleaned, **lines)


def in_line(words: str) -> str:
    """Words that are shown in a line with others, without signs that mislead."""
    return words if words.isprintable() else _MISLEADING.sub("", words)


def _in_line(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return in_line(value) if isinstance(value, str) else tuple(filter(None, map(in_line, value)))


def _cleaned(record: Record) -> Record:
    values: dict[str, Any] = {one.name: _clean(getattr(record, one.name)) for one in fields(record)}
    return replace(record, **values)


def _clean(value: object) -> object:
    if type(value) is str:  # the enumerations are strings too, and need no cleaning
        return value if _is_writable(value) else _UNWRITABLE.sub("", value)
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, Picture):
        return _cleaned(value)
    return min(value, LARGEST_SIDE) if isinstance(value, int) else value


def _is_writable(text: str) -> bool:
    """To write it tells it sooner than to look for each letter that cannot be."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
