"""Keep the columns of the catalogue on disk, which are read from there sooner than made."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from secrets import token_hex

import numpy as np

from reader.store.columns import KINDS, Array, Columns, NameBooks, Orders, Pairs

_MAGIC = b"CLIPPINGS CATALOGUE 1\n"
_BOOKS = tuple(one.name for one in fields(NameBooks))


def write_columns(path: Path, columns: Columns, mark: str) -> None:
    """Write them in place of what was kept; OSError or ValueError where that cannot be."""
    arrays = {name: getattr(columns, name) for name in KINDS}
    # ValueError for an id that is not plain: no library of ours has one.
    arrays["ids"] = np.array(columns.ids.tolist(), "S")
    arrays |= {"tag_rows": columns.tags.rows, "tag_codes": columns.tags.codes}
    about = {
        "mark": mark,
        "stamp": columns.stamp,
        "arrays": {name: [one.dtype.str, len(one)] for name, one in arrays.items()},
        "names": {book: list(getattr(columns.names, book).all) for book in _BOOKS},
    }
    told = json.dumps(about).encode()
    pieces = [len(told).to_bytes(8, "little"), told, *(one.tobytes() for one in arrays.values())]
    content = b"".join(pieces)
    draft = path.with_name(f"{path.name}.{token_hex(8)}.draft")
    try:
        draft.write_bytes(_MAGIC + zlib.crc32(content).to_bytes(4, "little") + content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_columns(path: Path, mark: str) -> Columns | None:
    """Those that were kept under this mark; None where they are not what was written."""
    try:
        content = path.read_bytes()
        start = len(_MAGIC) + 4
        told = memoryview(content)[start:]
        total = int.from_bytes(content[len(_MAGIC) : start], "little")
        if content[: len(_MAGIC)] != _MAGIC or zlib.crc32(told) != total:
            return None
        return _columns(content, start, mark)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _columns(content: bytes, start: int, mark: str) -> Columns | None:
    size = int.from_bytes(content[start : start + 8], "little")
    at = start + 8 + size
    about = json.loads(content[start + 8 : at])
    if about["mark"] != mark:
        return None
    arrays: dict[str, Array] = {}
    for name, (kind, many) in about["arrays"].items():
        arrays[name] = np.frombuffer(content, kind, many, at)
        at += arrays[name].nbytes
    arrays["ids"] = arrays["ids"].astype("U").astype(object)
    tags = Pairs(arrays.pop("tag_rows"), arrays.pop("tag_codes"))
    names = _names(about["names"])
    ordering = (arrays["numbers"], arrays["sort_dates"], arrays["words"], arrays["source"])
    orders = Orders(*ordering, names.source)
    return Columns(stamp=about["stamp"], names=names, tags=tags, orders=orders, **arrays)


def _names(told: dict[str, Sequence[str]]) -> NameBooks:
    books = NameBooks()
    for book in _BOOKS:
        getattr(books, book).codes(told[book])
    return books
