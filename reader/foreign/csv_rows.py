"""Read the rows of a CSV by the names in its header."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.foreign.addresses import web_address
from reader.pages.original import LARGEST_PAGE

_DELIMITERS = ",;\t"
_LONGEST_HEADER = 8192
# Excel may write what stands between the columns into a line before the header.
_BEFORE_HEADER = re.compile(r'[\ufeff \n]*(?:"?sep=[^\n]"?[ ]*\n[ \n]*)?', re.IGNORECASE)


class Row(Mapping[str, str]):
    """The cells by their columns' names, in whichever case of letters one asks for them."""

    def __init__(self, cells: dict[str, str]) -> None:
        self._cells = cells
        self._names = {name.casefold(): name for name in cells}

    def __getitem__(self, name: str) -> str:
        return self._cells[self._names[name.casefold()]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


@dataclass(frozen=True)
class Header:
    """The names of the columns, without stray space, and what stands between them."""

    names: tuple[str, ...]
    delimiter: str = ","

    def has(self, *names: str) -> bool:
        own = {name.casefold() for name in self.names}
        return all(name.casefold() in own for name in names)

    @property
    def address_at(self) -> int:
        """Which column the address stands in, -1 where there is none."""
        return next((at for at, name in enumerate(self.names) if name.casefold() == "url"), -1)


def read_header(text: str) -> Header:
    """The header that a text would have, were it a CSV."""
    first = _from_header(text[:_LONGEST_HEADER]).partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return Header(tuple(name.strip() for name in _fields(first, delimiter)), delimiter)


def read_rows(text: str) -> Iterator[Row]:
    """Each row by its columns' names; empty ones are left out, missing columns are empty.

    Some programs leave a quote open. A line that is a whole row by itself, address and all, ends
    such a row, so that one wrong quote does not swallow those that follow.
    """
    header = read_header(text)
    lines = io.StringIO(_from_header(text))
    next(lines, None)
    for record in _records(lines, header):
        fields = _sound_fields(record, header)
        cells = {name: value for name, value in zip(header.names, fields, strict=False) if name}
        if any(value.strip() for value in cells.values()):
            yield Row(cells)


def _from_header(text: str) -> str:
    before = _BEFORE_HEADER.match(text)
    return text[before.end() :] if before else text


def _records(lines: Iterable[str], header: Header) -> Iterator[str]:
    pending: list[str] = []
    size = quotes = 0
    for line in lines:
        if pending and (size > LARGEST_PAGE or _begins_anew(line, pending[0], header)):
            yield "".join(pending)
            pending, size, quotes = [], 0, 0
        pending.append(line)
        size += len(line)
        quotes += line.count('"')
        if quotes % 2 == 0:
            yield "".join(pending)
            pending, size, quotes = [], 0, 0
    if pending:
        yield "".join(pending)


def _begins_anew(line: str, first: str, header: Header) -> bool:
    """Whether a line is a row of its own, though a quote is open since the first one."""
    if line.count('"') % 2 == 0:
        return _is_row(_fields(line, header.delimiter), header)
    # One quote more than pairs closes what is open, unless either line is a row with a wrong one.
    return all(_is_row(one.split(header.delimiter), header) for one in (line, first))


def _is_row(fields: list[str], header: Header) -> bool:
    at = header.address_at
    if at < 0 or len(fields) < len(header.names):
        return False
    return bool(web_address(_with_whole_title(fields, header)[at]))


def _sound_fields(record: str, header: Header) -> list[str]:
    fields = _fields(record, header.delimiter)
    if len(fields) < len(header.names) and record.count('"') % 2:
        fields = record.rstrip("\n").split(header.delimiter)
    return _with_whole_title(fields, header)


def _with_whole_title(fields: list[str], header: Header) -> list[str]:
    """A title before the address, put together again where it holds commas without quotes."""
    more, at = len(fields) - len(header.names), header.address_at
    is_shifted = more > 0 and at > 0 and header.names[at - 1].casefold() == "title"
    if not is_shifted or web_address(fields[at]) or not web_address(fields[at + more]):
        return fields
    title = header.delimiter.join(fields[at - 1 : at + more])
    return [*fields[: at - 1], title, *fields[at + more :]]


def _fields(record: str, delimiter: str) -> list[str]:
    # The limit is one for the whole program; nothing else in it reads CSV.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * LARGEST_PAGE))
    try:
        return next(csv.reader([record], delimiter=delimiter), [])
    except csv.Error:
        return record.split(delimiter)
