"""Part a MIME message into what it consists of, by where it lies in the file."""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from itertools import islice
from urllib.parse import unquote_to_bytes

from reader.pages.encoding import decode
from reader.pages.original import MOST_PARTS

_DEEPEST = 10
_LONGEST_HEAD = 64 * 1024
_LONGEST_HEADER = 16 * 1024
_HEAD_END = re.compile(rb"\n\r?\n")
_HEADER = re.compile(rb"([!-9;-~]{1,80})[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)")
# Apple Mail puts the size of the mail before it, and its own words behind.
_SIZE = re.compile(rb"(\d{1,12})[ \t]*\r?\n")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_PARAMETER = re.compile(r""";\s*([\w*-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*+)"?|([^;\s]*))""")
# Chromium leaves question marks within its words as they are.
_WORDS = re.compile(r"(?:=\?[^?\s]{1,60}\?[bBqQ]\?[^\n]{0,2000}?\?=\s*)+")
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]*)?\?([bBqQ])\?([^\n]{0,2000}?)\?=")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]")
_NO_BASE64 = bytes(code for code in range(256) if not _BASE64.match(bytes([code])))


@dataclass(frozen=True)
class Mime:
    """A message or one of its parts; its bytes are decoded when they are asked for.

    Python's own parser takes a second for each 20 MB, and keeps every line as an object.
    """

    headers: Mapping[str, str]
    source: bytes = field(repr=False)
    start: int
    end: int
    parts: tuple["Mime", ...] = ()

    @cached_property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def parameter(self, name: str, header: str = "content-type") -> str:
        return _parameters(self.headers.get(header, "")).get(name, "")

    def words(self, header: str) -> str:
        """What a header says, its encoded words read."""
        return " ".join(read_words(self.headers.get(header, "")).split())

    def moment(self) -> datetime | None:
        """When it was sent or saved."""
        try:
            told = parsedate_to_datetime(self.headers.get("date", "")[:100])
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        try:
            return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
        except (ValueError, OverflowError):  # the last day of the last year
            return None

    def content(self) -> bytes:
        """The part's bytes; what of them is damaged is left out."""
        raw = self.source[self.start : self.end]
        encoding = self.headers.get("content-transfer-encoding", "").strip().strip('"').lower()
        if encoding == "base64":
            return _from_base64(raw)
        return binascii.a2b_qp(raw) if encoding == "quoted-printable" else raw

    def leaves(self) -> Iterator["Mime"]:
        """The parts that hold something themselves, in their order."""
        if not self.media_type.startswith("multipart/"):
            yield self
        for part in self.parts:
            yield from part.leaves()


def read_mime(content: bytes) -> Mime:
    content = _with_line_ends(content)
    start = len(content) - len(content.lstrip(b"\xef\xbb\xbf\r\n\t "))
    size = _SIZE.match(content, start)
    end = size.end() + int(size[1]) if size else len(content)
    return _read(content, size.end() if size else start, min(end, len(content)), _DEEPEST)


def _with_line_ends(content: bytes) -> bytes:
    """As programs have written them who took the message for text."""
    first = content.find(b"\n", 0, _LONGEST_HEAD)
    if content[max(first - 2, 0) : first] == b"\r\r":
        return content.replace(b"\r\r\n", b"\r\n")
    return content if first >= 0 else content.replace(b"\r", b"\n")


def read_words(value: str) -> str:
    """A header's value; a letter may be spread over several encoded words."""
    return _WORDS.sub(lambda run: _read_run(run[0]), value)


def _read(content: bytes, start: int, end: int, depth: int) -> Mime:
    head_end = _HEAD_END.search(content, max(start - 1, 0), end)
    body = head_end.end() if head_end else end
    stop = min(body, start + _LONGEST_HEAD)
    headers = _headers(content[start:stop])
    one = Mime(headers, content, body, end)
    boundary = one.parameter("boundary").encode("latin-1", "replace")
    if not one.media_type.startswith("multipart/") or not boundary or not depth:
        return one
    places = _places(content, boundary, body, end)
    parts = tuple(_read(content, first, last, depth - 1) for first, last in places)
    return Mime(headers, content, body, end, parts)


def _places(content: bytes, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends; the last may lack its end."""
    line = re.compile(rb"\n--" + re.escape(boundary.rstrip()) + rb"(--)?[ \t]*\r?(?:\n|\Z)")
    first = -1
    # The line end before a boundary belongs to it, and may be that of the boundary before.
    for found in islice(line.finditer(content, max(start - 1, 0), end), MOST_PARTS):
        if first >= 0:
            yield first, _without_line_end(content, first, found.start())
        if found[1]:
            return
        first = found.end()
    if 0 <= first < end:
        yield first, end


def _without_line_end(content: bytes, first: int, last: int) -> int:
    return last - 1 if last > first and content[last - 1 : last] == b"\r" else max(first, last)


def _headers(head: bytes) -> dict[str, str]:
    """The first of each name."""
    told: dict[str, str] = {}
    for found in _HEADER.finditer(head):
        if found.start() == 0 or head[found.start() - 1 : found.start()] == b"\n":
            value = decode(found[2][:_LONGEST_HEADER])
            told.setdefault(found[1].decode("ascii").lower(), _FOLD.sub("", value).strip())
    return told


def _parameters(value: str) -> dict[str, str]:
    """The parameters, those too that are spread over several or name their encoding."""
    told: dict[str, str] = {}
    for found in _PARAMETER.finditer(value):
        name, _, mark = found[1].lower().partition("*")
        text = re.sub(r"\\(.)", r"\1", found[2]) if found[2] is not None else found[3]
        if mark == "" or mark.startswith("0") or name not in told:
            told.setdefault(name, _read_extended(text) if found[1].endswith("*") else text)
        else:
            told[name] += _read_extended(text) if mark.endswith("*") else text
    return told


def _read_extended(text: str) -> str:
    """utf-8'en'caf%C3%A9, or a later piece of one."""
    charset, _, rest = text.partition("'")
    _, parted, words = rest.partition("'")
    return decode(unquote_to_bytes(words if parted else text), charset if parted else "")


def _read_run(run: str) -> str:
    """Encoded words in a row; those of one encoding are read together."""
    read: list[tuple[str, bytes]] = []
    for charset, how, text in _WORD.findall(run):
        raw = text.encode("latin-1", "replace")
        content = (
            _from_base64(raw)
            if how in "bB"
            else binascii.a2b_qp(raw.replace(b" ", b"_"), header=True)
        )
        if read and read[-1][0] == charset.lower():
            content = read.pop()[1] + content
        read.append((charset.lower(), content))
    end = " " if run[-1:].isspace() else ""
    return "".join(decode(content, charset) for charset, content in read) + end


def _from_base64(raw: bytes) -> bytes:
    """What can be read; where it was cut, as far as it goes."""
    letters = raw.translate(None, _NO_BASE64)
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
    except binascii.Error:
        return b""
