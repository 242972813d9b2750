"""Open an HTML file: alone, with its folder of files, or out of a tree of sites."""

import re
from datetime import UTC, datetime

from reader.pages.original import Original
from reader.pages.saved_page import Kind, SavedPage

_HEAD = 16 * 1024

# Chromium and Internet Explorer: <!-- saved from url=(0023)https://example.com/ -->
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
# SingleFile: a first comment with " url: …" and " saved date: …" lines
_SINGLE_FILE = re.compile(
    r"<!--\s*(?:Page|Archive) (?:saved|processed) (?:with|by) SingleFile(.{0,4096}?)-->", re.S
)
_URL_LINE = re.compile(r"^\s*url:\s*(\S+)", re.MULTILINE)
_DATE_LINE = re.compile(
    r"^\s*saved date:\s*(\w{3} \w{3} \d{1,2} \d{4} [\d:]{8}) GMT([+-]\d{4})", re.M
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


def open_html(original: Original, markup: str) -> SavedPage:
    head = markup[:_HEAD]
    return SavedPage(
        name=original.name,
        kind=Kind.HTML,
        markup=markup,
        address=_address(head, original.name),
        saved_at=_saved_date(head) or original.changed_at,
        parts=original.parts,
    )


def _address(head: str, name: str) -> str:
    saved_from = _SAVED_FROM.search(head)
    single_file = _SINGLE_FILE.search(head)
    line = _URL_LINE.search(single_file[1]) if single_file else None
    named = saved_from[1] if saved_from else line[1] if line else _address_in_tree(name)
    return named if re.match(r"https?://[^/\s]", named) else ""


def _address_in_tree(name: str) -> str:
    """A tree that wget made has a folder for each site: site.example/2026/page.html."""
    host, slash, path = name.partition("/")
    return f"http://{host}/{path}" if slash and _HOST.fullmatch(host) else ""


def _saved_date(head: str) -> datetime | None:
    comment = _SINGLE_FILE.search(head)
    line = _DATE_LINE.search(comment[1]) if comment else None
    if not line:
        return None
    try:
        return datetime.strptime(f"{line[1]} {line[2]}", "%a %b %d %Y %H:%M:%S %z").astimezone(UTC)
    except (
        OverflowError,
        ValueError,
    ):  # a date such as 31 February, or a month in another language
        return None
