"""Open a saved file as the pages it holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pkgutil import resolve_name

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.file_sign import (
    Look,
    Sign,
    foreign_kind,
    foreign_text_kind,
    is_binary,
    is_html,
    is_mail,
    is_mhtml,
    is_webarchive,
    packs,
    starts_with,
    starts_with_inside,
)
from reader.pages.html_file import open_html
from reader.pages.markdown.sign import is_markdown
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.record import RECORD_NAME, Record, read_record
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.text_file import open_text

_HEAD = 64 * 1024
_DEEPEST = 3  # what is packed a fourth time is made to trouble

Opener = Callable[[Original], Iterator[SavedPage]]

# What tells a format, and what opens it, which is imported only when such a file comes; the first
# that fits is taken.
_OPENERS: tuple[tuple[Sign, str], ...] = (
    (starts_with_inside(rb"WARC/"), "reader.pages.warc_file:open_warc"),
    (packs(r"archive/[^/]+\.warc(?:\.gz)?"), "reader.pages.wacz_file:open_wacz"),
    (packs(r"META-INF/container\.xml"), "reader.pages.epub_file:open_epub"),
    (starts_with(rb"\s*%PDF-"), "reader.pages.pdf_file:open_pdf"),
    (packs(r"[^/]+/index\.rdf"), "reader.pages.maff_file:open_maff"),
    (starts_with(rb"PK(?:\x03\x04|\x05\x06)"), "reader.pages.zip_file:open_zip"),
    (packs(r"index\.html"), "reader.pages.zip_file:open_zip"),
    (starts_with(rb"\x1f\x8b"), "reader.pages.gzip_file:open_gzip"),
    (is_markdown, "reader.pages.markdown_file:open_markdown"),
    (is_mail, "reader.pages.mail_file:open_mail"),
    (is_mhtml, "reader.pages.mhtml_file:open_mhtml"),
    (is_webarchive, "reader.pages.webarchive_file:open_webarchive"),
)


def open_pages(original: Original) -> Iterator[SavedPage]:
    """Each page that a saved file holds. CannotOpenPage, with the reason, where it holds none."""
    record = _record_of(original)
    if record is None:
        yield from _open(original)
        return
    parts = {name: part for name, part in original.parts.items() if name != RECORD_NAME}
    bare = replace(original, parts=parts)
    pages = _open(bare) if original.content else iter([SavedPage(original.name, Kind.LINK, "")])
    for page in pages:
        yield _known(page, record)


def open_page(original: Original, entry: str = "") -> SavedPage:
    """The one page of a file, or that of its pages which has this entry."""
    for page in open_pages(original):
        if page.entry == entry:
            return page
    raise CannotOpenPage(f"“{_shown(original)}” holds no page “{said(entry)}”.")


def _open(original: Original) -> Iterator[SavedPage]:
    shown = _shown(original)
    if not original.content.strip(b"\0 \t\r\n\x0b\x0c"):
        raise CannotOpenPage(f"“{shown}” is empty.")
    opener = _opener(original)
    if opener is not None:
        _refuse_deep(original, shown)
        yield from opener(original)
        return
    _refuse(shown, foreign_kind(original.content[:64]))
    yield _open_text(original, shown)


def _opener(original: Original) -> Opener | None:
    """What opens a file; None for text, and for what is refused."""
    look = Look(original.name, original.content)
    for fits, name in _OPENERS:
        if fits(look):
            opener: Opener = resolve_name(name)
            return opener
    return None


def _refuse_deep(original: Original, shown: str) -> None:
    if original.depth >= _DEEPEST:
        raise CannotOpenPage(f"“{shown}” is packed too often. Unpack it and add what it holds.")


def _open_text(original: Original, shown: str) -> SavedPage:
    if len(original.content) > LARGEST_PAGE:
        size, most = len(original.content) >> 20, LARGEST_PAGE >> 20
        raise CannotOpenPage(
            f"“{shown}” is too large: {size} MB, and a page may have {most} MB at most."
        )
    markup = decode(original.content)
    if not markup.strip():
        raise CannotOpenPage(f"“{shown}” is empty.")
    head = markup[:_HEAD]
    _refuse(shown, foreign_text_kind(head))
    if is_binary(head):
        raise CannotOpenPage(f"“{shown}” is neither a web page nor text.")
    return (open_html if is_html(head) else open_text)(original, markup)


def _record_of(original: Original) -> Record | None:
    part = original.parts.get(RECORD_NAME)
    if part is None:
        return None
    try:
        return read_record(part.read_bytes())
    except (ValueError, TypeError) as error:
        raise CannotOpenPage(f"“{_shown(original)}” has a record that cannot be read.") from error


def _known(page: SavedPage, record: Record) -> SavedPage:
    """A page with what is known of it, and as HTML where its text is a piece of a page."""
    return replace(
        page,
        record=record,
        address=record.address or page.address,
        saved_at=_moment(record.saved_at) or page.saved_at,
    )


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None


def _shown(original: Original) -> str:
    return said(original.name.rsplit("/", 1)[-1])


def _refuse(shown: str, kind: str) -> None:
    if kind:
        raise CannotOpenPage(
            f"“{shown}” is {kind} and no saved page. "
            "Save the page as “Webpage, complete” and add that."
        )
