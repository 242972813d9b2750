"""Open the article of a PDF, such as a browser prints one."""

import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reader.errors import CannotOpenPage
from reader.pages.file_names import said
from reader.pages.memory import bounded_further
from reader.pages.original import Original
from reader.pages.part import Part, part_of
from reader.pages.pdf.columns import in_reading_order
from reader.pages.pdf.furniture import without_furniture
from reader.pages.pdf.line import PdfPage
from reader.pages.pdf.markup import Placed, write
from reader.pages.pdf.paragraphs import build
from reader.pages.pdf.pictures import DrawnPicture, of_story, once, read_pictures
from reader.pages.pdf.reading import PageReader
from reader.pages.record import Record, Stated
from reader.pages.saved_page import Kind, SavedPage

_MOST_PAGES = 500
_LONGEST = 60.0  # seconds
# Two KB can have PDFium unpack gigabytes, or draw one thing for ever; a large article takes 20 MB.
_MOST_MEMORY = 256 << 20
_MOST_PICTURE_BYTES = 64 << 20
_FEWEST_LETTERS = 30
# PDFium keeps its state for the whole process, and two threads would trample on it.
_ONE_AT_A_TIME = threading.Lock()
_MADE_AT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)|Z)?")
# What programs set where a title or a name belongs.
_NO_TITLE = re.compile(
    r"(?i)^(?:untitled|microsoft word|unbenannt|sans titre|document\d*|print|scan)"
    r"|\.(?:docx?|indd|qxd|pdf|html?|odt|tex|pages)\s*$|^https?:|^about:"
)
_NAME = re.compile(r"[^\W\d_][^\d_@/\\:]*\s[^\d_@/\\:]{1,60}")


@dataclass(frozen=True)
class _Document:
    pages: tuple[PdfPage, ...]
    pictures: tuple[DrawnPicture, ...]
    told: dict[str, str]
    language: str


def open_pdf(original: Original) -> Iterator[SavedPage]:
    """The one page; its paragraphs are built again from where the letters stand."""
    shown = said(original.name.rsplit("/", 1)[-1])
    with _ONE_AT_A_TIME, bounded_further(_MOST_MEMORY):
        document = _read(original.content, shown)
    title = document.told.get("Title", "").strip()
    title = "" if _NO_TITLE.search(title) else title
    pages = [in_reading_order(page) for page in document.pages]
    bared = without_furniture(pages, title)
    # Where each page says the same, nothing is furniture.
    paragraphs = build(bared.pages) or build(pages)
    if sum(len(one.text) for one in paragraphs) < _FEWEST_LETTERS:
        raise CannotOpenPage(
            f"“{shown}” is a PDF of pictures without text, a scan perhaps. "
            "Run it through text recognition, and add what that makes."
        )
    pictures = {one.name(at): one for at, one in enumerate(document.pictures, 1)}
    placed = [Placed(name, one.page, one.box) for name, one in pictures.items()]
    parts: dict[str, Part] = {name: part_of(one.content) for name, one in pictures.items()}
    yield SavedPage(
        name=original.name,
        kind=Kind.PRINT,
        markup=write(paragraphs, placed, title, document.language),
        address=bared.address,
        saved_at=_moment(document.told.get("CreationDate", "")) or original.changed_at,
        parts=parts,
        record=Record(stated=Stated(people=_people(document.told))),
    )


def _read(content: bytes, shown: str) -> _Document:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise CannotOpenPage(_why(error, shown)) from error
    try:
        if len(document) > _MOST_PAGES:
            raise CannotOpenPage(
                f"“{shown}” has {len(document)} pages, and an article may have {_MOST_PAGES}. "
                "Print the pages with the article into a PDF of their own."
            )
        return _read_all(document, shown)
    except pypdfium2.PdfiumError as error:
        raise CannotOpenPage(_damaged(shown)) from error
    finally:
        document.close()


def _read_all(document: Any, shown: str) -> _Document:
    latest = time.monotonic() + _LONGEST
    reader = PageReader(document)
    pages: list[PdfPage] = []
    pictures: list[DrawnPicture] = []
    for number in range(len(document)):
        pages.append(reader.read(number))
        room = _MOST_PICTURE_BYTES - sum(len(one.content) for one in pictures)
        pictures += _pictures(document, number, room)
        if time.monotonic() > latest:
            raise CannotOpenPage(f"“{shown}” takes too long to read. Print it again, and add that.")
    told = document.get_metadata_dict(skip_empty=True)
    return _Document(
        tuple(pages), tuple(of_story(once(pictures), pages)), told, _language(document)
    )


def _pictures(document: Any, number: int, room: int) -> Sequence[DrawnPicture]:
    page = document[number]
    try:
        return list(read_pictures(page, number, room))
    finally:
        page.close()


def _why(error: Exception, shown: str) -> str:
    if "password" in str(error).lower():
        return f"“{shown}” is locked with a password. Unlock it in a PDF viewer, and save a copy."
    return _damaged(shown)


def _damaged(shown: str) -> str:
    return f"“{shown}” is a damaged PDF that cannot be read. Print or download it again."


def _language(document: Any) -> str:
    import ctypes

    import pypdfium2.raw as pdfium

    size = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size <= 100:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size)
    told = bytes(buffer).decode("utf-16-le", "ignore").partition("\0")[0].strip()
    return told if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", told) else ""


def _people(told: dict[str, str]) -> tuple[str, ...]:
    """The author, if it is a person's name and not one to log in with."""
    author = " ".join(told.get("Author", "").split())
    return (author,) if _NAME.fullmatch(author) else ()


def _moment(stamp: str) -> datetime | None:
    found = _MADE_AT.match(stamp)
    if not found:
        return None
    zone = f"{found[7]}{found[8]}:{found[9]}" if found[7] else "+00:00"
    with suppress(ValueError, OverflowError):
        date, clock = "-".join(found.group(1, 2, 3)), ":".join(found.group(4, 5, 6))
        return datetime.fromisoformat(f"{date}T{clock}{zone}").astimezone(UTC)
    return None
