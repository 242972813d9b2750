"""Read what a drag or the clipboard carries: files, addresses, words of a page."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from reader.web.address import is_web_address

_FILE_LISTS = ("x-special/gnome-copied-files", "x-special/nautilus-clipboard")
_ADDRESS_FORMS = ("text/x-moz-url", "_NETSCAPE_URL", "text/x-moz-url-data")
_SOURCE_FORMS = (
    "chromium/x-source-url",
    "org.chromium.source-url",
    "text/x-moz-url-priv",
    'application/x-qt-windows-mime;value="Chromium internal source URL"',
)
_MAIL = {"message/rfc822": ".eml", "application/mbox": ".mbox"}
_FILE_KINDS = {
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/xhtml+xml": ".xhtml",
    "application/x-mimearchive": ".mhtml",
    "multipart/related": ".mhtml",
    "application/octet-stream": "",
}
_FILE_NAME = re.compile(r"""\b(?:file)?name\s*=\s*(?:"([^"]+)"|([^\s;"]+))""", re.I)
_PROMISED_NAME = "application/x-moz-file-promise-dest-filename"
# With these another program says what it could hand out, in ways that only its kind knows.
_ELSEWHERE = ("text/x-moz-message", "application/x-moz-file-promise", "x-uid-list")
_WINDOWS_HTML = 'application/x-qt-windows-mime;value="HTML Format"'
_WINDOWS_FIELD = re.compile(rb"^(StartHTML|EndHTML|SourceURL):([^\r\n]*)", re.MULTILINE)
_WINDOWS_HEAD = 4096
_WITHIN_TAGS = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<[^>]*>|&nbsp;|\s+", re.I | re.DOTALL)
_MOST_ADDRESSES = 1000


class What(StrEnum):
    """What kind of thing it is."""

    FILES = "files"
    ADDRESS = "address"
    WORDS = "words"
    PICTURE = "picture"  # and nothing else
    ELSEWHERE = "elsewhere"  # what only another program can hand out: a mail in its mailbox, say
    NOTHING = "nothing"


@dataclass(frozen=True)
class Words:
    """What came as bytes, just as it came: a piece of a page, plain text, a file.

    `ending` is that of such a file, where the name does not have it.
    """

    content: bytes
    name: str
    ending: str
    address: str = ""  # of the page it was on


@dataclass(frozen=True)
class Carried:
    """All that came at once; `title` is that of the one address."""

    what: What
    files: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    title: str = ""
    words: Words | None = None


def what_is_carried(mime: QMimeData) -> Carried:
    """What it is, read as far as need be: files, then addresses, a mail, words, a file's bytes."""
    files = tuple(dict.fromkeys(_files(mime)))
    addresses, title = _addresses(mime)
    if files or addresses:
        return Carried(What.FILES if files else What.ADDRESS, files, addresses, title)
    mail = _file(mime, _MAIL)
    if mail is not None:
        return Carried(What.FILES, words=mail)
    if mime.hasUrls():
        return Carried(What.ELSEWHERE)
    return _words_or_file(mime)


def _words_or_file(mime: QMimeData) -> Carried:
    words = _html(mime) or _text(mime)
    if words is not None:
        return Carried(What.WORDS, words=words)
    # Behind the words: who copies words may offer them printed as well.
    file = None if mime.hasImage() else _file(mime, _FILE_KINDS)
    if file is not None:
        return Carried(What.FILES, words=file)
    if any(map(mime.hasFormat, _ELSEWHERE)):
        return Carried(What.ELSEWHERE)
    return Carried(What.PICTURE if mime.hasImage() else What.NOTHING)


def _files(mime: QMimeData) -> Iterator[Path]:
    yield from (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if mime.hasUrls():
        return
    for form in _FILE_LISTS:  # "copy" or "cut", then an address a line
        for line in _said(mime, form).splitlines()[1:]:
            url = QUrl(line.strip())
            if url.isLocalFile():
                yield Path(url.toLocalFile())
    # What is copied as a place out of a file manager or a terminal.
    places = [] if mime.hasHtml() else list(map(_place, _lines(mime)))
    if all(places):
        yield from filter(None, places)


def _place(line: str) -> Path | None:
    """The file that a line is the address or the path of; another computer's is not looked for."""
    url = QUrl(line)
    if url.isLocalFile():
        return None if url.host() else Path(url.toLocalFile())
    is_path = Path(line).is_absolute() and not line.startswith(("//", "\\\\"))
    # Never a folder: who pastes “/” does not mean the whole disk.
    return Path(line) if is_path and os.path.isfile(line) else None  # noqa: PTH113  (Path's raises)


def _addresses(mime: QMimeData) -> tuple[tuple[str, ...], str]:
    """The addresses, each once, and the title that a link was dragged with."""
    webs = (url for url in mime.urls() if url.scheme() in ("http", "https"))
    found = list(dict.fromkeys(url.toString(_ENCODED) for url in webs))
    titles = []
    for form in _ADDRESS_FORMS:
        lines = [line.strip() for line in _said(mime, form).strip("\0").splitlines()]
        if lines and is_web_address(lines[0]):
            found = found or [lines[0]]
            titles += lines[1:2]
    if not found:
        found = list(dict.fromkeys(_only_addresses(mime)))
    title = next((one for one in titles if one and not is_web_address(one)), "")
    return tuple(found[:_MOST_ADDRESSES]), title if len(found) == 1 else ""


def _only_addresses(mime: QMimeData) -> list[str]:
    """A text that is addresses and nothing else, one a line."""
    lines = _lines(mime)
    return lines if all(map(is_web_address, lines)) else []


def _lines(mime: QMimeData) -> list[str]:
    """Those of a text, as many as there may be addresses in it."""
    lines = mime.text().split("\n", _MOST_ADDRESSES) if mime.hasText() else []
    return [line.strip() for line in lines if line.strip()]


def _html(mime: QMimeData) -> Words | None:
    content, address = bytes(mime.data("text/html").data()), ""
    for raw in (bytes(mime.data(_WINDOWS_HTML).data()), content):
        if b"StartHTML:" in raw[:_WINDOWS_HEAD]:
            content, address = _of_windows(raw)
            break
    markup = _decoded(content)
    if not _WITHIN_TAGS.sub("", markup).strip("\0"):
        return None
    return Words(content, _name(mime.text()), ".html", address or _source(mime))


def _of_windows(raw: bytes) -> tuple[bytes, str]:
    """The page between the marks that Windows writes before it, and where that was."""
    told = dict(_WINDOWS_FIELD.findall(raw[:_WINDOWS_HEAD]))
    try:
        start, end = int(told[b"StartHTML"]), int(told.get(b"EndHTML", b"-1"))
    except ValueError:
        start = end = -1
    address = told.get(b"SourceURL", b"").decode("utf-8", "replace").strip()
    if start < 0:  # allowed where only the fragment is told
        start = max(raw.find(b"<"), 0)
    content = raw[start : end if end > start else len(raw)].rstrip(b"\0")
    return content, address if is_web_address(address) else ""


def _source(mime: QMimeData) -> str:
    said = (_said(mime, form).strip("\0 \r\n") for form in _SOURCE_FORMS)
    return next((one for one in said if is_web_address(one)), "")


def _text(mime: QMimeData) -> Words | None:
    text = mime.text() if mime.hasText() else ""
    if not text.strip():
        return None
    return Words(text.encode("utf-8", "replace"), _name(text), ".txt")


def _file(mime: QMimeData, kinds: Mapping[str, str]) -> Words | None:
    """The first of these kinds that there is; its name may stand behind the kind."""
    for form in mime.formats():
        kind, _, about = form.partition(";")
        ending = kinds.get(kind.strip().lower())
        content = bytes(mime.data(form).data()) if ending is not None else b""
        if ending is not None and content:
            told = _FILE_NAME.search(about)
            name = told[1] or told[2] if told else _name(_said(mime, _PROMISED_NAME).strip("\0"))
            has_ending = name.lower().endswith(ending)
            return Words(content, name, "" if has_ending else ending)
    return None


def _name(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _said(mime: QMimeData, form: str) -> str:
    return _decoded(bytes(mime.data(form).data())) if mime.hasFormat(form) else ""


def _decoded(content: bytes) -> str:
    """Browsers write UTF-16 without a mark in some of these, and UTF-8 in others."""
    head = content[:400]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if head.count(0) * 3 > len(head):
        return content.decode("utf-16-le", "replace")
    return content.decode("utf-8", "replace")


_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded
