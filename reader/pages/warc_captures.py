"""Find which records of a web archive hold pages."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from reader.pages.warc_records import WarcRecord, WarcRecords

_MARKUP = frozenset(("text/html", "application/xhtml+xml"))
# What browsers take for no word on what an answer is; then they look into it.
_UNTOLD = frozenset(("", "unknown/unknown", "application/unknown", "*/*"))
_STARTS_AS_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|!--)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Capture:
    """An answer with a page in it, and the file of records it is in."""

    record: WarcRecord
    file: WarcRecords

    @property
    def is_named_page(self) -> bool:
        """Whether the server said that it is a page."""
        return self.record.media_type in _MARKUP

    @property
    def is_cut(self) -> bool:
        """Whether the program that recorded it says that it stopped before the end."""
        return self.is_named_page and "warc-truncated" in self.record.headers

    def page(self) -> bytes:
        """What was answered; b"" where nobody said that it is a page and it looks like none."""
        body = self.file.body(self.record)
        return body if self.is_named_page or _STARTS_AS_PAGE.match(body) else b""


def find_captures(files: Sequence[WarcRecords], listed: Collection[str]) -> list[Capture]:
    """The answers that may be pages; only the listed ones where there is such a list."""
    found = [Capture(record, file) for file in files for record in _pages(file.records)]
    wanted = _followed({bare(one) for one in listed}, files)
    return [one for one in found if bare(one.record.address) in wanted] or found


def recorded_elsewhere(files: Sequence[WarcRecords], listed: Collection[str]) -> Iterator[str]:
    """The addresses of pages that were found unchanged since they were recorded in other files."""
    records = [record for file in files for record in file.records]
    here = {one.address for one in records if one.kind in ("response", "resource")}
    digests = {_digest(one) for one in records if one.kind == "response"} - {""}
    wanted = _followed({bare(one) for one in listed}, files)
    for record in (one for file in files for one in _asked_as_pages(file.records)):
        first = record.headers.get("warc-refers-to-target-uri", "").strip("<>")
        is_page = record.kind == "revisit" and record.status == 200 and record.media_type in _MARKUP
        is_wanted = not listed or bare(record.address) in wanted
        is_here = {record.address, first} & here or _digest(record) in digests
        if is_page and is_wanted and not is_here:
            here.add(record.address)
            yield record.address


def _digest(record: WarcRecord) -> str:
    return record.headers.get("warc-payload-digest", "")


def _pages(records: Sequence[WarcRecord]) -> Iterator[WarcRecord]:
    return filter(_is_markup, _asked_as_pages(records))


def _asked_as_pages(records: Sequence[WarcRecord]) -> Iterator[WarcRecord]:
    """A browser says what it asks for; other programs say nothing."""
    requests = {
        one.headers.get("warc-concurrent-to", ""): one for one in records if one.kind == "request"
    }
    by_address = {one.address: one for one in requests.values()}
    for record in records:
        request = requests.get(record.headers.get("warc-record-id", "")) or by_address.get(
            record.address
        )
        if request is None or request.http.get("sec-fetch-dest", "document") == "document":
            yield record


def _is_markup(record: WarcRecord) -> bool:
    is_answer = record.kind == "response" and record.status == 200
    is_file = record.kind == "resource" and re.match(r"(?:https?|file):", record.address)
    return bool(is_answer or is_file) and record.media_type in _MARKUP | _UNTOLD


def _followed(listed: set[str], files: Sequence[WarcRecords]) -> set[str]:
    """The listed addresses, and where they were redirected to."""
    moved = {
        bare(one.address): bare(joined(one.address, one.http["location"]))
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


def joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def bare(address: str) -> str:
    return address.partition("#")[0]
