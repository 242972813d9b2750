"""Take from an article what no database, file or screen can hold."""

import re
from dataclasses import fields, replace
from typing import Any, TypeVar

from reader.articles.article import Article, Picture

LARGEST_SIDE = 1 << 24  # pixels; a page may claim any number

# Half letters come out of JSON with its escapes cut in two, NULs out of anything.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")

Record = TypeVar("Record", Article, Picture)


def writable(article: Article) -> Article:
    """The article without NULs, half letters and sizes beyond all measure."""
    return _cleaned(article)


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
