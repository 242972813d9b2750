"""Tell what a file is by its first bytes, or the first of its text."""

import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode

# The first bytes of what people save by mistake.
_SIGNATURES = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|\0\0..ftyp(?:avif|heic|mif1)", "a picture"),
    (rb"SQLite format 3", "a database"),
    (rb"\x7fELF|MZ[^ -~]|MZ.[^ -~]|\xcf\xfa\xed\xfe", "a program"),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0|RIFF....(?:WAVE|AVI )|\0\0..ftyp", "sound or film"),
    (rb"\xd0\xcf\x11\xe0", "an Office document"),
    (rb"\{\\rtf", "a rich-text document"),
)
# The head of a message, with the line before it by which mail programs part several, or in which
# Apple's tells the size.
_MESSAGE = re.compile(
    r"\s*+(?:>?From [^\n]*\n|\d{1,12}[ \t]*\r?\n)?+"
    r"((?:[\w-]{1,60}[ \t]?:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*\n)*+)++)"
)
_OF_BROWSERS = re.compile(
    r"^(?:Snapshot-Content-Location[ \t]?:|From[ \t]?:.{0,80}\bSaved by\b)", re.I | re.M
)
_OF_MESSAGES = re.compile(
    r"^(?:MIME-Version|Message-ID|Content-Type[ \t]?:\s*multipart/)", re.I | re.M
)
_OF_MAIL = re.compile(
    r"^(?:(?:To|Cc|Received|Return-Path|Delivered-To|Message-ID)[ \t]?:|From[ \t]?:[^\n]*@)",
    re.I | re.M,
)
# What parts the mails of an mbox; the line before it is empty.
MAILS_PARTED = re.compile(
    rb"(?:\A|\n\r?\n)From (?:[^\n]{0,300}\d\d:\d\d[^\n]{0,100})?\r?\n(?=[!-9;-~]{1,80}:)"
)
_OF_OLD_MAIL = re.compile(r"^(From|Date|Subject)[ \t]?:", re.I | re.M)
FEED, DATA = "a feed", "the data of a program (JSON)"
# What may stand before the first element of XML, as far as it goes.
_PROLOG = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*+", re.I | re.DOTALL
)
_ELEMENTS = (
    (r"<en-export\b", "an Evernote export"),
    (r"<(?:\w+:)?svg\b", "a picture"),
    (r"<(?:rss|feed|urlset|sitemapindex)\b", FEED),
)
# What is text as well, but written by programs for programs.
_WRITTEN = (
    (r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file-\d", "a list of bookmarks"),
    (r'\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){1,200}+"\s*:', DATA),
)
FEWEST_TAGS = 3
LATEST_TAG = 1000  # letters before the first tag; a server's warning may stand there
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|div|p|h[1-6]|table|ul|span)\b[^<]*>",
    re.IGNORECASE,
)
_OF_A_PIECE = re.compile(r"\A\s*<[a-z][a-z0-9]{0,20}[\s/>]|</[a-z][a-z0-9]{0,20}>", re.IGNORECASE)
_UNPACKS_ITSELF = re.compile(rb"<html\b[^>]{0,200}?\sdata-sfz\b", re.IGNORECASE)
_STARTS_AS_MARKUP = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html|<head|<body)", re.I)
# Control characters that no text holds; tab, the line ends, form feed and escape may occur.
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_HEAD = 64 * 1024
_START = 64
_GZIP = 16 + zlib.MAX_WBITS
_ZIP_END = b"PK\x05\x06"
_ZIP_END_WITHIN = 66_000  # as far from the end as a ZIP may keep the list of its files


@dataclass(frozen=True)
class Look:
    """What of a file tells its format."""

    name: str
    content: bytes

    @cached_property
    def head(self) -> str:
        """The start of a text; letters of old encodings need no guess, for none tells a format."""
        return decode(self.content[:_HEAD], "utf-8")

    @cached_property
    def start(self) -> bytes:
        """The first bytes of what was compressed, or of the file itself."""
        if not self.content.startswith(b"\x1f\x8b"):
            return self.content[:_START]
        with suppress(zlib.error):
            return zlib.decompressobj(_GZIP).decompress(self.content[:_HEAD], _START)
        return b""

    @cached_property
    def packed(self) -> frozenset[str]:
        """The names in a ZIP archive, which may also stand at the end of a page."""
        if self.content.rfind(_ZIP_END, -_ZIP_END_WITHIN) < 0:
            return frozenset()
        from reader.pages.zipped import Zipped

        try:
            return frozenset(Zipped("", self.content))
        except CannotOpenPage:
            return frozenset()


Sign = Callable[[Look], bool]


def starts_with(first: bytes) -> Sign:
    """Files of which the first bytes fit an expression."""
    return lambda look: re.match(first, look.content, re.DOTALL) is not None


def starts_with_inside(first: bytes) -> Sign:
    """Those too that were compressed with gzip."""
    return lambda look: re.match(first, look.start, re.DOTALL) is not None


def packs(name: str) -> Sign:
    """ZIP archives with a file in them of which the name fits an expression."""
    return lambda look: any(re.fullmatch(name, one, re.IGNORECASE) for one in look.packed)


def is_mail(look: Look) -> bool:
    head = _message_head(look)
    if _OF_BROWSERS.search(head):
        return False
    if _OF_MESSAGES.search(head):
        return _OF_MAIL.search(head) is not None
    return len({name.lower() for name in _OF_OLD_MAIL.findall(head)}) == 3


def is_mbox(look: Look) -> bool:
    """Whether there is more than one mail in it; one alone is a mail."""
    is_one = look.content.startswith(b"From ")
    return is_one and len(list(islice(MAILS_PARTED.finditer(look.content), 2))) > 1


def is_mhtml(look: Look) -> bool:
    """What else is a message: browsers tell neither a sender nor a receiver."""
    head = _message_head(look)
    return bool(_OF_BROWSERS.search(head) or _OF_MESSAGES.search(head)) and not is_mail(look)


def is_webarchive(look: Look) -> bool:
    return look.content.startswith(b"bplist00") or _starts_with_element(look.head, r"<plist\b")


def foreign_kind(start: bytes) -> str:
    return next((kind for sign, kind in _SIGNATURES if re.match(sign, start, re.DOTALL)), "")


def foreign_text_kind(head: str) -> str:
    element = next((kind for sign, kind in _ELEMENTS if _starts_with_element(head, sign)), "")
    written = (kind for sign, kind in _WRITTEN if re.match(sign, head, re.IGNORECASE))
    return element or next(written, "")


def is_binary(head: str) -> bool:
    told = head.encode("utf-8", "replace")
    controls = len(told) - len(told.translate(None, _CONTROLS))
    return (controls + head.count("\ufffd")) * 20 > len(head)


def is_html(head: str) -> bool:
    """A page starts with a tag, or nearly so and has more; a dump may hold some further down."""
    if _STARTS_AS_MARKUP.match(head):
        return True
    tags = [tag.start() for tag in _MARKUP.finditer(head.lstrip())]
    return len(tags) >= FEWEST_TAGS and tags[0] < LATEST_TAG


def unpacks_itself(content: bytes) -> bool:
    """What SingleFile writes around a ZIP archive, without which there is nothing to read."""
    return _UNPACKS_ITSELF.search(content, 0, _HEAD) is not None


def is_whole_page(head: str) -> bool:
    """A page that starts as one, whatever its name."""
    return _starts_with_element(head, r"<(?:html|head|meta|title|body)\b")


def is_piece_of_html(name: str, head: str) -> bool:
    """What is called a page, be it only a selection out of one, and starts or ends an element."""
    return name.lower().endswith((".html", ".htm")) and _OF_A_PIECE.search(head) is not None


def _message_head(look: Look) -> str:
    found = _MESSAGE.match(look.head)
    return found[1] if found else ""


def _starts_with_element(head: str, sign: str) -> bool:
    prolog = _PROLOG.match(head)
    start = head[prolog.end() :][:64] if prolog else ""
    return re.match(sign, start, re.IGNORECASE) is not None
