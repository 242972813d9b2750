"""Read what programs that save pages write into them: whence a page was saved, and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from urllib.parse import unquote

_HEAD = 16 * 1024
_SCRIPT_DATE = "%a %b %d %Y %H:%M:%S GMT%z"  # as JavaScript writes one
_LONG_DATE = r"\w{3} \w{3} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4}"


@dataclass(frozen=True)
class Note:
    """What one program writes: where to find it, and within that the address and the date."""

    place: str
    address: str
    saved_at: str = ""
    form: str = ""


_NOTES = (
    # Chromium and Internet Explorer: <!-- saved from url=(0023)https://example.com/ -->
    Note(r"<!--\s*saved from url=.{0,4096}?-->", r"=\(\d+\)(\S+)"),
    # SingleFile: a first comment with " url: …" and " saved date: …" lines
    Note(
        r"<!--\s*(?:Page|Archive) (?:saved|processed) (?:with|by) SingleFile.{0,4096}?-->",
        r"^\s*url:[ \t]*(\S+)",
        rf"^\s*saved date:[ \t]*({_LONG_DATE})",
        _SCRIPT_DATE,
    ),
    # WebScrapBook: <html data-scrapbook-source="…" data-scrapbook-create="20261121233406123">
    Note(
        r"<html\b[^>]{0,8000}?\sdata-scrapbook-[^>]{0,4096}>",
        r"""data-scrapbook-source\s*=\s*["']?([^\s"'>]+)""",
        r"""data-scrapbook-create\s*=\s*["']?(\d{14})""",
        "%Y%m%d%H%M%S",
    ),
    # Save Page WE: <meta name="savepage-url" content="…">, then the title and the date
    Note(
        r"<meta\s+name\s*=\s*.?savepage-url\b.{0,8192}",
        r"""^[^>]*?content\s*=\s*["']?([^\s"'>]+)""",
        rf"savepage-date[^>]{{0,20}}?content\s*=\s*.?({_LONG_DATE})",
        _SCRIPT_DATE,
    ),
    # monolith: <!-- Saved from https://example.com/ at 2026-11-21T23:34:06Z using monolith -->
    Note(
        r"<!--\s*Saved from \S{1,4096} at \S+ using monolith",
        r"from (\S+)",
        r" at ([\dT:-]{19})Z using",
        "%Y-%m-%dT%H:%M:%S",
    ),
    # HTTrack: <!-- Mirrored from example.com/a.html by HTTrack …, Sat, 21 Nov 2026 23:34:06 GMT -->
    Note(
        r"<!--\s*Mirrored from \S{1,4096} by HTTrack.{0,400}?-->",
        r"from (\S+)",
        r", \w{3}, (\d\d \w{3} \d{4} [\d:]{8}) GMT",
        "%d %b %Y %H:%M:%S",
    ),
    # Firefox's reading view: <a class="domain reader-domain" href="https://example.com/a">
    Note(
        r"(?-i:reader-domain)[\"'][^<>]{0,4096}>",
        r"""\shref\s*=\s*["']?([^\s"'>]+)""",
    ),
)
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
# about:reader?url=https%3A%2F%2F…, and so in read: and chrome-distiller:
_SHOWN = re.compile(r"[?&]url=(?:(https?%3A%2F%2F[^&#\s]+)|(https?://\S+))", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/|$)", re.IGNORECASE)


def saved_by(markup: str) -> tuple[str, datetime | None]:
    """The address a page was saved from, and when; "" where no address of the web is told."""
    told = list(_told(markup))
    return _saved_from(told), _saved_at(told)


def on_the_web(address: str) -> str:
    """The page's address, be it what a browser's reading view or its view of the source shows."""
    plain = address.removeprefix("view-source:")
    if _WEB.match(plain):
        return plain
    shown = _SHOWN.search(address)
    if shown is None:
        return ""
    return unquote(shown[1]) if shown[1] else shown[2]


def _saved_from(notes: list[tuple[Note, str]]) -> str:
    for note, told in notes:
        found = re.search(note.address, told, re.IGNORECASE | re.MULTILINE)
        if found:
            address = unescape(found[1]).partition("#")[0]
            if _HOST.match(address):
                return f"http://{address}"
            return on_the_web(address)
    return ""


def _saved_at(notes: list[tuple[Note, str]]) -> datetime | None:
    for note, told in notes:
        found = re.search(note.saved_at, told, re.MULTILINE) if note.saved_at else None
        if found:
            try:
                moment = datetime.strptime(found[1], note.form)
                return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
            except (OverflowError, ValueError):  # 31 February, a month in another language
                return None
    return None


def _end_of_head(markup: str) -> str:
    """Save Page WE writes behind all styles, which may be megabytes."""
    start = markup.find('name="savepage-', _HEAD)
    return f"<meta {markup[start : start + _HEAD]}" if start >= 0 else ""


def _told(markup: str) -> Iterator[tuple[Note, str]]:
    head = markup[:_HEAD] + _end_of_head(markup)
    for note in _NOTES:
        found = re.search(note.place, head, re.IGNORECASE | re.DOTALL)
        if found:
            yield note, found[0]
