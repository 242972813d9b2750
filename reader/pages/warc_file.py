"""Open the pages of a WARC file."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.file_sign import is_html
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.part import Part
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.unopened import Unopened
from reader.pages.warc_bytes import TooMuch
from reader.pages.warc_pictures import place_of, recorded_pictures
from reader.pages.warc_records import WarcRecord, WarcRecords, read_records

_MARKUP = frozenset(("text/html", "application/xhtml+xml"))
_FRAME = re.compile(
    r"""<i?frame\b[^<>]{0,2000}?\ssrc\s*=\s*["']?([^\s"'>]{1,2048})""", re.IGNORECASE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)?[^<>]*>")
_UNSEEN = frozenset(("script", "style", "noscript", "svg", "template"))
_FEWEST_LETTERS = 400  # of a frame's or an error page's text; what has fewer is no story
_MOST_FRAMES = 500
_UNKNOWN = re.compile(r"\b(?:br|zstd)\b", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True)
class Capture:
    """An answer with a page in it, and the file of records it is in."""

    record: WarcRecord
    file: WarcRecords


def open_warc(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    """Each page that was recorded, in the order of recording."""
    shown = said(original.name.rsplit("/", 1)[-1])
    yield from open_records(shown, [read_warc(shown, original.content)], (), wanted)


def read_warc(shown: str, content: bytes) -> WarcRecords:
    try:
        return read_records(content)
    except TooMuch as error:
        raise CannotOpenPage(
            f"“{shown}” unpacks to more than a web archive may hold. "
            "Split it, or save its pages one by one."
        ) from error


def open_records(
    shown: str,
    files: Sequence[WarcRecords],
    listed: Collection[str] = (),
    wanted: str | None = None,
) -> Iterator[SavedPage | Unopened]:
    """The pages of some files that were recorded together; `listed` are their addresses if known.

    Pages with next to no text come only where none has more: they are frames, mostly.
    """
    parts = recorded_pictures(files)
    captures = [one for one in _captures(files, listed) if _may_be(one.record, wanted)]
    slight: list[SavedPage] = []
    unopened: list[Unopened] = []
    is_any = False
    for page in _pages(captures, parts):
        if isinstance(page, Unopened):
            unopened.append(page)
        elif _holds_words(page.markup):
            is_any = True
            yield page
        elif len(slight) < _MOST_FRAMES:
            slight.append(page)
    if not is_any and not slight:
        raise CannotOpenPage(
            f"“{shown}” is a web archive without a page that can be read. "
            "Open the page in a browser and save it again."
        )
    if not is_any:
        yield from slight
    yield from unopened
    if not all(file.is_whole for file in files):
        yield Unopened(
            "",
            f"“{shown}” breaks off or is damaged; what may be behind that place could not be read. "
            "Save or download it again.",
        )


def _why_not(capture: Capture) -> Iterator[Unopened]:
    """Why a page can't be read, where it is one."""
    address = capture.record.address
    if _UNKNOWN.search(capture.record.http.get("content-encoding", "")):
        why = "was recorded in a packing that cannot be undone"
    elif len(capture.file.body(capture.record)) >= LARGEST_PAGE:
        why = f"unpacks to more than the {LARGEST_PAGE >> 20} MB that a page may have"
    else:
        return
    told = f"“{said(address)}” {why}. Open it in a browser and save it again."
    yield Unopened(address, told)


def _captures(files: Sequence[WarcRecords], listed: Collection[str]) -> list[Capture]:
    """The answers that may be pages; only the listed ones where there is such a list."""
    found = [Capture(record, file) for file in files for record in _documents(file.records)]
    wanted = _followed({_bare(one) for one in listed}, files)
    return [one for one in found if _bare(one.record.address) in wanted] or found


def _documents(records: Sequence[WarcRecord]) -> Iterator[WarcRecord]:
    requests = {
        one.headers.get("warc-concurrent-to", ""): one for one in records if one.kind == "request"
    }
    by_address = {one.address: one for one in requests.values()}
    for record in records:
        request = requests.get(record.headers.get("warc-record-id", "")) or by_address.get(
            record.address
        )
        if _is_markup(record) and _is_document(request):
            yield record


def _is_markup(record: WarcRecord) -> bool:
    is_answer = record.kind == "response" and record.status == 200
    is_file = record.kind == "resource" and re.match(r"(?:https?|file):", record.address)
    return bool(is_answer or is_file) and record.media_type in _MARKUP


def _is_document(request: WarcRecord | None) -> bool:
    """A browser says what it asks for; other programs say nothing."""
    return request is None or request.http.get("sec-fetch-dest", "document") == "document"


def _followed(listed: set[str], files: Sequence[WarcRecords]) -> set[str]:
    """The listed addresses, and where they were redirected to."""
    moved = {
        _bare(one.address): _bare(_joined(one.address, one.http["location"]))
        for file in files
        for one in file.records
        if 300 <= one.status < 400 and "location" in one.http
    }
    wanted = set(listed)
    for address in listed:
        for _hop in range(10):
            address = moved.get(address, "")
            wanted |= {address} - {""}
    return wanted


def _pages(
    captures: Sequence[Capture], parts: Mapping[str, Part]
) -> Iterator[SavedPage | Unopened]:
    entries: set[str] = set()
    payloads: set[tuple[str, str]] = set()
    frames: set[str] = set()
    for capture in captures:
        record = capture.record
        payload = (record.address, record.headers.get("warc-payload-digest", ""))
        if _bare(record.address) in frames or (payload[1] and payload in payloads):
            continue
        markup = _markup(capture)
        if not markup:
            yield from _why_not(capture)
            continue
        payloads.add(payload)
        frames.update(_frames(markup, record.address))
        entry = _entry(record, entries)
        entries.add(entry)
        yield SavedPage(
            name=_name(record.address),
            kind=Kind.HTML,
            markup=markup,
            address=record.address if record.address.startswith("http") else "",
            saved_at=record.captured_at,
            parts=parts,
            entry=entry,
        )


def _markup(capture: Capture) -> str:
    body = capture.file.body(capture.record)
    if len(body) >= LARGEST_PAGE:
        return ""
    charset = _CHARSET.search(capture.record.http.get("content-type", ""))
    text = decode(body, charset[1] if charset else "")
    return text if is_html(text[: 64 * 1024]) else ""


def _may_be(record: WarcRecord, wanted: str | None) -> bool:
    """Whether a capture can have this entry: then none of another address need be read."""
    address = record.address
    return wanted is None or wanted == address or wanted.startswith(f"{address} ")


def _entry(record: WarcRecord, taken: Collection[str]) -> str:
    """The address; with the moment behind it, and a number, where the same one was recorded."""
    entry = record.address
    if entry in taken and record.captured_at:
        entry = f"{record.address} {record.captured_at:%Y-%m-%dT%H:%M:%SZ}"
    number, bare = 2, entry
    while entry in taken:
        entry, number = f"{bare} {number}", number + 1
    return entry


def _frames(markup: str, address: str) -> Iterator[str]:
    for found in islice(_FRAME.finditer(markup), _MOST_FRAMES):
        yield _bare(_joined(address, found[1].replace("&amp;", "&")))


def _holds_words(markup: str) -> bool:
    """Whether there is as much to read on a page as a story has at least."""
    letters, unseen = 0, ""
    at = max(markup.lower().find("<body"), 0)
    for tag in _TAG.finditer(markup, at):
        letters += 0 if unseen else sum(map(len, markup[at : tag.start()].split()))
        if letters >= _FEWEST_LETTERS:
            return True
        at, name = tag.end(), (tag[2] or "").lower()
        if unseen and tag[1] and name == unseen:
            unseen = ""
        elif not unseen and not tag[1] and name in _UNSEEN:
            unseen = name
    return False


def _name(address: str) -> str:
    """The place of a page among the parts, from which its relative references start."""
    return place_of(re.split(r"[?#]", address, maxsplit=1)[0] or "page")


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def _bare(address: str) -> str:
    return address.partition("#")[0]
