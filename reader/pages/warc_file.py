"""Open the pages of a WARC file."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.file_sign import is_binary, is_html
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.part import Part
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.unopened import Unopened
from reader.pages.warc_bytes import TooMuch
from reader.pages.warc_captures import Capture, bare, find_captures, joined, recorded_elsewhere
from reader.pages.warc_pictures import place_of, recorded_pictures
from reader.pages.warc_records import WarcRecord, WarcRecords, read_records
from reader.pages.wordy import holds_words

_FRAME = re.compile(
    r"""<i?frame\b[^<>]{0,2000}?\ssrc\s*=\s*["']?([^\s"'>]{1,2048})""", re.IGNORECASE
)
_MOST_FRAMES = 500
_MOST_TOLD = 1000
_HEAD = 64 * 1024
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


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
    captures = [one for one in find_captures(files, listed) if _may_be(one.record, wanted)]
    slight: list[SavedPage] = []
    unopened = list(_untold(shown, files, captures, listed))
    is_any = False
    for page in _pages(captures, parts):
        if isinstance(page, Unopened):
            unopened.append(page)
        elif holds_words(page.markup):
            is_any = True
            yield page
        elif len(slight) < _MOST_FRAMES:
            slight.append(page)
    if not is_any:
        yield from slight
    if not is_any and not slight:
        raise CannotOpenPage(unopened[0].reason if unopened else _without_page(shown))
    yield from unopened


def _without_page(shown: str) -> str:
    return (
        f"“{shown}” is a web archive without a page that can be read. "
        "Open the page in a browser and save it again."
    )


def _untold(
    shown: str,
    files: Sequence[WarcRecords],
    captures: Sequence[Capture],
    listed: Collection[str],
) -> Iterator[Unopened]:
    """What of the recordings is not in these files."""
    if not all(file.is_whole for file in files):
        yield Unopened(
            "",
            f"“{shown}” breaks off or is damaged; what may be behind that place could not be read. "
            "Save or download it again.",
        )
    for address in islice(recorded_elsewhere(files, listed), _MOST_TOLD):
        yield _unchanged(address)
    for capture in islice((one for one in captures if one.is_cut), _MOST_TOLD):
        address = capture.record.address
        told = f"“{said(address)}” was recorded only in part, so that its end may be missing."
        yield Unopened(address, f"{told} Open it in a browser and save it again.")


def _unchanged(address: str) -> Unopened:
    told = (
        f"“{said(address)}” was recorded only as unchanged since an earlier recording. "
        "Add the web archive that holds that."
    )
    return Unopened(address, told)


def _why_not(capture: Capture) -> Iterator[Unopened]:
    """Why a page can't be read, where it is one."""
    if not capture.is_named_page:
        return
    address = capture.record.address
    body = capture.file.body(capture.record)
    if len(body) >= LARGEST_PAGE:
        why = f"unpacks to more than the {LARGEST_PAGE >> 20} MB that a page may have"
    elif capture.record.http.get("content-encoding") and is_binary(decode(body[:_HEAD], "utf-8")):
        why = "was recorded in a packing that cannot be undone"
    else:
        return
    told = f"“{said(address)}” {why}. Open it in a browser and save it again."
    yield Unopened(address, told)


def _pages(
    captures: Sequence[Capture], parts: Mapping[str, Part]
) -> Iterator[SavedPage | Unopened]:
    entries: set[str] = set()
    payloads: set[tuple[str, str]] = set()
    frames: set[str] = set()
    for capture in captures:
        record = capture.record
        payload = (record.address, record.headers.get("warc-payload-digest", ""))
        if bare(record.address) in frames or (payload[1] and payload in payloads):
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
    body = capture.page()
    if len(body) >= LARGEST_PAGE:
        return ""
    charset = _CHARSET.search(capture.record.content_type)
    text = decode(body, charset[1] if charset else "")
    return text if is_html(text[:_HEAD]) else ""


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
        yield bare(joined(address, found[1].replace("&amp;", "&")))


def _name(address: str) -> str:
    """The place of a page among the parts, from which its relative references start."""
    return place_of(re.split(r"[?#]", address, maxsplit=1)[0] or "page")
