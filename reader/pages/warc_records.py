"""Find the records of a WARC file, and take out what each one holds."""

import io
import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reader.pages.codings import undone
from reader.pages.warc_bytes import BLOCK, Reader, TooMuch

MOST_RECORDS = 200_000
LARGEST_BODY = 40 * 1024 * 1024
_LARGEST_HEAD = 64 * 1024
_MOST_OF_ONE_STREAM = 512 << 20
_TALKING = frozenset(("response", "request", "revisit"))
_HEADER = re.compile(r"(?m)^([!-9;-~]+)[ \t]*:(.*)$")
_STATUS = re.compile(r"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")

Headers = Mapping[str, str]


class _OneStream(ValueError):
    """Records share a gzip member, so that none of them can be reached by itself."""


@dataclass(frozen=True)
class Place:
    """Where a record's block starts: in a file, and in the gzip member that starts there."""

    start: int
    within: int
    length: int


@dataclass(frozen=True)
class WarcRecord:
    """A record without its body; `status` is 0 where it is no answer of a server."""

    kind: str
    address: str
    captured_at: datetime | None
    place: Place
    headers: Headers = field(default_factory=dict)
    http: Headers = field(default_factory=dict)
    status: int = 0

    @property
    def content_type(self) -> str:
        """What is said of the body, not of the record around it."""
        told = self.http if self.status else self.headers
        return told.get("content-type", "")

    @property
    def media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().lower()


@dataclass(frozen=True)
class WarcRecords:
    """The records of a file in their order, and the bytes they lie in.

    What breaks off, or has something else in it, is not whole.
    """

    content: bytes
    records: tuple[WarcRecord, ...]
    is_whole: bool = True

    def body(self, record: WarcRecord) -> bytes:
        """What the record holds, as a browser would get it; b"" for what cannot be unpacked."""
        reader = Reader(self.content, record.place.start)
        try:
            reader.skip(record.place.within)
            block = reader.read(min(record.place.length, LARGEST_BODY + _LARGEST_HEAD))
        except zlib.error:
            return b""
        return _unpacked_body(block, record) if record.status else block[:LARGEST_BODY]


def read_records(content: bytes) -> WarcRecords:
    """All records that can be read; a file that breaks off has those before. TooMuch for bombs."""
    try:
        return _read_all(content)
    except _OneStream:
        return _read_all(_unpack(content))


def _read_all(content: bytes) -> WarcRecords:
    reader = Reader(content)
    records: list[WarcRecord] = []
    last_start = -1
    is_whole = True
    for _count in range(MOST_RECORDS):
        try:
            head = _read_head(reader)
            if not head.startswith("WARC/"):
                is_end = not head.strip("\0 \t\r\n") and not reader.breaks_off
                return WarcRecords(content, tuple(records), is_end and is_whole)
            if reader.is_packed and reader.start == last_start:
                raise _OneStream
            last_start, block = reader.start, reader.total
            record = _read_record(reader, head)
        except zlib.error:
            return WarcRecords(content, tuple(records), is_whole=False)
        is_whole = is_whole and record is not None
        if record is not None:
            records.append(record)
            if reader.total < block + record.place.length:
                return WarcRecords(content, tuple(records), is_whole=False)
    raise TooMuch


def _read_head(reader: Reader) -> str:
    """The lines of a record up to the empty one; empty lines before them belong to none."""
    line = reader.line()
    while line and not line.strip():
        line = reader.line()
    lines = [line]
    size = len(line)
    while line.strip() and size < _LARGEST_HEAD:
        line = reader.line()
        size += len(line)
        lines.append(line)
    return b"".join(lines).decode("utf-8", "replace")


def _read_record(reader: Reader, head: str) -> WarcRecord | None:
    headers = _headers(head)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 12):
        return None
    place = Place(*_place_of(reader), int(length))
    kind = headers.get("warc-type", "").lower()
    start = reader.read(min(int(length), _LARGEST_HEAD)) if kind in _TALKING else b""
    reader.skip(int(length) - len(start))
    status, http = _http(start)
    return WarcRecord(
        kind=kind,
        address=headers.get("warc-target-uri", "").strip("<>").replace(" ", "%20")[:8192],
        captured_at=_moment(headers.get("warc-date", "")),
        place=place,
        headers=headers,
        http=http,
        status=status,
    )


def _place_of(reader: Reader) -> tuple[int, int]:
    return (reader.start, reader.within) if reader.is_packed else (reader.within, 0)


def _headers(head: str) -> dict[str, str]:
    """The first of each header, its name in small letters."""
    headers: dict[str, str] = {}
    for name, value in _HEADER.findall(head):
        headers.setdefault(name.lower(), value.strip(" \t\r"))
    return headers


def _http(block: bytes) -> tuple[int, Headers]:
    head = re.split(rb"\r?\n\r?\n", block, maxsplit=1)[0].decode("latin-1")
    status = _STATUS.match(head)
    return (int(status[1]) if status else 0), _headers(head.partition("\n")[2])


def _moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unpacked_body(block: bytes, record: WarcRecord) -> bytes:
    """The body out of a server's answer, in the encodings that its head tells."""
    parted = re.search(rb"\r?\n\r?\n", block)
    body = block[parted.end() :] if parted else b""
    if "chunked" in record.http.get("transfer-encoding", "").lower():
        body = _joined_chunks(body)
    return undone(body, record.http.get("content-encoding", ""), LARGEST_BODY)


def _joined_chunks(body: bytes) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader

    # Unpacking is not left to it: one chunk may be a bomb.
    joined: bytes = ChunkedDataReader(io.BytesIO(body)).read(LARGEST_BODY)
    return joined


def _unpack(content: bytes) -> bytes:
    reader = Reader(content)
    unpacked: list[bytes] = []
    with suppress(zlib.error):
        while block := reader.read(BLOCK):
            unpacked.append(block)
            if reader.total > _MOST_OF_ONE_STREAM:
                raise TooMuch
    return b"".join(unpacked)
