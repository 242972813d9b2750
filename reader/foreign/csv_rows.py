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
    for record in _records(lines, header, header.address_at):
        fields = _sound_fields(record, header)
        cells = {name: value for name, value in zip(header.names, fields, strict=False) if name}
        if any(value.strip() for value in cells.values()):
            yield Row(cells)


def _from_header(text: str) -> str:
    before = _BEFORE_HEADER.match(text)
    return text[before.end() :] if before else text


def _records(lines: Iterable[str], header: Header, address_at: int) -> Iterator[str]:
    pending: list[str] = []
    size = 0
    is_open = False
    for line in lines:
        if is_open and (size > LARGEST_PAGE or _is_whole(line, header, address_at)):
            yield "".join(pending)
            pending, size, is_open = [], 0, False
        pending.append(line)
        size += len(line)
        is_open ^= line.count('"') % 2 == 1
        if not is_open:
            yield "".join(pending)
            pending, size = [], 0
    if pending:
        yield "".join(pending)


def _is_whole(line: str, header: Header, address_at: int) -> bool:
    # One quote more than pairs closes what is open.
    if address_at < 0 or line.count('"') % 2:
        return False
    if line.count(header.delimiter) < len(header.names) - 1:
        return False
    fields = _with_whole_title(_fields(line, header.delimiter), header)
    return len(fields) >= len(header.names) and bool(web_address(fields[address_at]))


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
