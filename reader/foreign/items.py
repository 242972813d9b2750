"""Make an Original of what another program kept, with all it said of it."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import IO, Literal

from reader.errors import CannotOpenPage
from reader.foreign.addresses import why_no_page
from reader.foreign.foreign_library import ForeignItem, Given, Unreadable
from reader.pages.file_names import said
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.part import Part
from reader.pages.record import RECORD_NAME, BroughtMark, Record

_LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_PICTURE = re.compile(r"<(?:img|picture|video|audio|svg|table|object)\b", re.IGNORECASE)
_WHOLE_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--.{0,4096}?-->\s*+)*+<(?:!doctype|html)\b", re.I | re.DOTALL
)
_HEADLINE = re.compile(r"<h1\b[^<>]*>", re.IGNORECASE)
_LONGEST_HEADLINE = 4000
_BEFORE_PIECE = "</head>\n<body><article>\n"
_ARTICLE = re.compile(r"</?article\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class HeldPart:
    """A part whose bytes are known; unlike one that loads them, it can go to another process."""

    content: bytes

    def open(self, _mode: Literal["rb"] = "rb", /) -> IO[bytes]:
        return io.BytesIO(self.content)

    def read_bytes(self) -> bytes:
        return self.content


@dataclass(frozen=True)
class RecordPart:
    """A record as the part it is kept as; it is written out when that is read."""

    record: Record

    def open(self, _mode: Literal["rb"] = "rb", /) -> IO[bytes]:
        return io.BytesIO(self.read_bytes())

    def read_bytes(self) -> bytes:
        return self.record.as_json()


def kept(
    record: Record, key: str = "", fragment: str = "", parts: Mapping[str, Part] | None = None
) -> Given:
    """What was kept: as a page where it has text, else as a link; a script or such as neither."""
    title = shown_title(record)
    key = key or record.address or title
    if has_text(fragment):
        page = as_document(record, fragment)
        if len(page) > LARGEST_PAGE:
            return Unreadable(title, f"“{said(title)}” is too large to be a page.")
        return _item(key, record, f"{file_name(title)}.html", page, parts)
    if record.address:
        return _item(key, record, file_name(title), b"", parts)
    return passed_over(record)


def kept_note(record: Record, key: str = "", fragment: str = "") -> Given:
    """A note that belongs to no page, as a text of its own instead."""
    alone = replace(record, brought=replace(record.brought, note=""))
    return kept(alone, key, fragment or paragraphs(record.brought.note))


def kept_file(record: Record, key: str, original: Original) -> ForeignItem:
    """A snapshot or document as it lies, with its own files, and the record among them."""
    parts = {**original.parts, RECORD_NAME: RecordPart(record)}
    return ForeignItem(key, replace(original, parts=parts), record)


def without_text(record: Record, key: str, error: CannotOpenPage) -> Iterator[Given]:
    """A text that cannot be read is told; its link comes in all the same."""
    if not record.address:
        yield Unreadable(shown_title(record), str(error))
        return
    yield kept(record, key)
    yield Unreadable(shown_title(record), f"{error} Its link comes in without the text.")


def passed_over(record: Record, address: object = "") -> Unreadable:
    title = shown_title(record)
    return Unreadable(title, f"“{said(title)}” is passed over: {why_no_page(address)}.", False)


def shown_title(record: Record) -> str:
    return record.stated.title or record.address or "Untitled"


def file_name(title: str) -> str:
    """A name for a file that says the title and would lie on any disk."""
    name = _NOT_IN_NAMES.sub(" ", title)
    return " ".join(name.split())[:_LONGEST_NAME].strip(". ") or "Untitled"


def has_text(fragment: str) -> bool:
    plain = _TAG.sub("", fragment).replace("&nbsp;", " ")
    return bool(plain.strip()) or bool(_PICTURE.search(fragment))


def as_document(record: Record, fragment: str) -> bytes:
    """A piece of a page as a page with its headline before all else; a whole one stays as it is."""
    if _WHOLE_PAGE.match(fragment):
        return fragment.encode("utf-8", "replace")
    stated = record.stated
    language = f' lang="{escape(stated.language)}"' if stated.language else ""
    title = escape(stated.title)
    # What stands before the story's headline passes for the top of a site, and so does what
    # stands before an article within the piece.
    story = _ARTICLE.sub("", _without_headline(fragment, stated.title))
    headline = f"<h1>{title}</h1>\n" if title else ""
    markup = (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title>'
        f"{_BEFORE_PIECE}{headline}{story}\n</article></body></html>\n"
    )
    return markup.encode("utf-8", "replace")


def is_piece(markup: str) -> bool:
    """Whether a page was made here of a piece, in which no menu or the like can be."""
    return _BEFORE_PIECE in markup[:_LONGEST_HEADLINE]


def _without_headline(fragment: str, title: str) -> str:
    """The piece without its own headline, where that says the title over again."""
    start = _HEADLINE.search(fragment)
    end = fragment.find("</h1>", start.end()) if start else -1
    if start is None or end < 0 or end - start.end() > _LONGEST_HEADLINE:
        return fragment
    told = unescape(_TAG.sub("", fragment[start.end() : end]))
    if told.split() != title.split():
        return fragment
    return fragment[: start.start()] + fragment[end + len("</h1>") :]


def paragraphs(plain: str) -> str:
    """Plain text as HTML, with its lines and empty lines.

    It is one paragraph to the cleaner, which would take a short one at the end for a leftover.
    """
    blocks = re.split(r"\n\s*\n", plain.replace("\r\n", "\n").replace("\r", "\n").strip())
    lines = (escape(block.strip()).replace("\n", "<br>") for block in blocks if block.strip())
    told = "<br><br>".join(lines)
    return f"<p>{told}</p>" if told else ""


def quotes_as_page(marks: Iterable[BroughtMark]) -> str:
    """Highlights as a text of their own, where no page is known in which they stand."""
    told = paragraphs("\n\n".join(mark.exact for mark in marks))
    return f"<blockquote>{told}</blockquote>" if told else ""


def _item(
    key: str, record: Record, name: str, content: bytes, parts: Mapping[str, Part] | None
) -> ForeignItem:
    with_record = {**(parts or {}), RECORD_NAME: RecordPart(record)}
    return ForeignItem(key, Original(name, content, with_record), record)
