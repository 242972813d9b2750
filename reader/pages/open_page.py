"""Open a saved file as the pages it holds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
    is_mbox,
    is_mhtml,
    is_piece_of_html,
    is_webarchive,
    packs,
    starts_with,
    starts_with_inside,
    unpacks_itself,
)
from reader.pages.html_file import open_html
from reader.pages.markdown.sign import is_markdown
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.record import RECORD_NAME, Record, overlay, read_record
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.text_file import open_text
from reader.pages.unopened import Unopened
from reader.pages.weight import refuse_heavy, refuse_many

_HEAD = 64 * 1024
_BLANK = re.compile(rb"[\0 \t\r\n\x0b\x0c]*+")
_DEEPEST = 3  # what is packed a fourth time is made to trouble

Entries = Iterator[SavedPage | Unopened]


@dataclass(frozen=True)
class _Format:
    """What tells a format, and what opens it, which is imported only when such a file comes.

    What opens files of many pages is told which entry is wanted, so that it may skip the others.
    """

    fits: Sign
    opener: str
    is_of_many: bool = False


# The first that fits is taken.
_FORMATS = (
    _Format(starts_with_inside(rb"WARC/"), "reader.pages.warc_file:open_warc", True),
    _Format(packs(r"archive/[^/]+\.warc(?:\.gz)?"), "reader.pages.wacz_file:open_wacz", True),
    _Format(packs(r"META-INF/container\.xml"), "reader.pages.epub_file:open_epub", True),
    _Format(starts_with(rb"\s*%PDF-"), "reader.pages.pdf_file:open_pdf"),
    _Format(packs(r"[^/]+/index\.rdf"), "reader.pages.maff_file:open_maff", True),
    _Format(starts_with(rb"PK(?:\x03\x04|\x05\x06)"), "reader.pages.zip_file:open_zip", True),
    _Format(packs(r"(?:\d+_\d+/)?index\.html"), "reader.pages.zip_file:open_zip", True),
    _Format(starts_with(rb"\x1f\x8b"), "reader.pages.gzip_file:open_gzip", True),
    _Format(is_markdown, "reader.pages.markdown_file:open_markdown"),
    _Format(is_mbox, "reader.pages.mbox_file:open_mbox", True),
    _Format(is_mail, "reader.pages.mail_file:open_mail", True),
    _Format(is_mhtml, "reader.pages.mhtml_file:open_mhtml"),
    _Format(is_webarchive, "reader.pages.webarchive_file:open_webarchive"),
)


def open_pages(original: Original) -> Iterator[SavedPage]:
    """Each page that a saved file holds. CannotOpenPage, with the reason, where it holds none."""
    return (one for one in open_entries(original) if isinstance(one, SavedPage))


def open_page(original: Original, entry: str = "") -> SavedPage:
    """The one page of a file, or that of its pages which has this entry."""
    for page in open_entries(original, entry):
        if isinstance(page, SavedPage) and page.entry == entry:
            return page
    raise CannotOpenPage(f"“{_shown(original)}” holds no page “{said(entry)}”.")


def open_entries(original: Original, wanted: str | None = None) -> Entries:
    """Each page, and what else was one but could not be opened; CannotOpenPage where none can.

    Where an entry is wanted, others need not come.
    """
    record = _record_of(original)
    if record is None:
        yield from _open(original, wanted)
        return
    parts = {name: part for name, part in original.parts.items() if name != RECORD_NAME}
    bare = replace(original, parts=parts)
    link = SavedPage(original.name, Kind.LINK, "")
    for page in _open(bare, wanted) if original.content else (link,):
        yield _known(page, record) if isinstance(page, SavedPage) else page


def _open(original: Original, wanted: str | None) -> Entries:
    shown = _shown(original)
    if _BLANK.fullmatch(original.content):
        raise CannotOpenPage(f"“{shown}” is empty.")
    form = _format(original)
    if form is not None:
        _refuse_deep(original, shown)
        opener: Callable[..., Entries] = resolve_name(form.opener)
        for page in opener(original, wanted) if form.is_of_many else opener(original):
            yield _bearable(page, shown)
        return
    if unpacks_itself(original.content):
        raise CannotOpenPage(
            f"“{shown}” is a page that unpacks itself, but what was packed in it is damaged or "
            "was cut short. Save the page again."
        )
    _refuse(shown, foreign_kind(original.content[:64]))
    yield _open_text(original, shown)


def _format(original: Original) -> _Format | None:
    """None for text, and for what is refused."""
    look = Look(original.name, original.content)
    return next((one for one in _FORMATS if one.fits(look)), None)


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
    if not markup or markup.isspace():
        raise CannotOpenPage(f"“{shown}” is empty.")
    head = markup[:_HEAD]
    _refuse(shown, foreign_text_kind(head))
    if is_binary(head):
        raise CannotOpenPage(f"“{shown}” is neither a web page nor text.")
    refuse_heavy(shown, markup)
    is_page = is_html(head) or is_piece_of_html(original.name, head)
    if is_page:
        return open_html(original, markup)
    refuse_many(shown, markup.count("\n"), "lines")
    return open_text(original, markup)


def _bearable(page: SavedPage | Unopened, shown: str) -> SavedPage | Unopened:
    """The page, unless it is too much to be cleaned; of several, the others are not."""
    if not isinstance(page, SavedPage):
        return page
    try:
        refuse_heavy(said(page.entry) or shown, page.markup)
    except CannotOpenPage as error:
        if page.entry:
            return Unopened(page.entry, str(error))
        raise
    return page


def _record_of(original: Original) -> Record | None:
    part = original.parts.get(RECORD_NAME)
    if part is None:
        return None
    try:
        return read_record(part.read_bytes())
    except (ValueError, TypeError) as error:
        raise CannotOpenPage(f"“{_shown(original)}” has a record that cannot be read.") from error


def _known(page: SavedPage, record: Record) -> SavedPage:
    """A page with what is known of it beside what its own file tells."""
    return replace(
        page,
        record=overlay(page.record, record),
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
