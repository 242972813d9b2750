"""Read the lines of a PDF's page, with where their words lead."""

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reader.pages.pdf.letters import Letter, has_rtl, in_order, is_rtl, words_of
from reader.pages.pdf.line import Box, Line, PdfPage, Span, whole

_MOST_LETTERS = 100_000  # on one page
_MOST_LINKS = 3000
_BAND = 20.0  # points
_MOST_IN_BAND = 50
_LONGEST_ADDRESS = 2048
_GAP = 1.7  # heights of the letters; what is further to the right is another column
_BOLD = re.compile(r"(?i)bold|black|heavy|demi")
_LONGEST_FONT = 200
# What PDFium writes for a hyphen at the end of a line, and what no font knows.
_HYPHENS = dict.fromkeys("\x02\ufffe", "-")
_BELOW = 0.7  # of the letters' height; what is raised or lowered less is of the same line
_UPRIGHT = 0.2  # radians

Bands = dict[int, list[tuple[Box, str]]]


@dataclass(frozen=True)
class _Drawn:
    letter: Letter
    box: Box
    index: int


class PageReader:
    """Reads pages by way of PDFium, which does not check what it is given."""

    def __init__(self, document: Any) -> None:
        import pypdfium2.raw as pdfium

        self._document = document
        self._pdfium = pdfium

    def read(self, number: int) -> PdfPage:
        page = self._document[number]
        width, height = page.get_size()
        text_page = page.get_textpage()
        try:
            links = self._links(page)
            rows = list(self._rows(text_page.raw, height, _in_bands(links)))
            direction = is_rtl([one.letter for row in rows for one in row])
            read = (self._line(text_page.raw, number, row, direction) for row in rows)
            lines = whole(line for line in read if line is not None)
        finally:
            text_page.close()
            page.close()
        return PdfPage(number, width, height, tuple(lines), tuple(links))

    def _rows(self, text: Any, height: float, links: Bands) -> Iterator[list[_Drawn]]:
        """The letters of each line, parted where a wide gap is between them."""
        row: list[_Drawn] = []
        count = min(self._pdfium.FPDFText_CountChars(text), _MOST_LETTERS)
        for index in range(count):
            sign = chr(self._pdfium.FPDFText_GetUnicode(text, index) or 0xFFFD)
            if sign in "\r\n":
                yield from _parted(row)
                row = []
                continue
            drawn = self._drawn(text, index, _HYPHENS.get(sign, sign), height)
            if drawn is not None:
                row.append(_with_link(drawn, links))
        yield from _parted(row)

    def _drawn(self, text: Any, index: int, sign: str, height: float) -> _Drawn | None:
        if sign < " " or 0xD800 <= ord(sign) < 0xE000:
            return None
        place, x, y = self._pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        self._pdfium.FPDFText_GetLooseCharBox(text, index, place)
        size = self._size(text, index)
        base = height - y.value
        box = Box(min(place.left, x.value), base - size, max(place.right, x.value), base)
        if not all(-1e5 < one < 1e5 for one in (box.left, box.top, box.right, box.bottom)):
            return None
        return _Drawn(Letter(sign, x.value, box.right, size), box, index)

    def _size(self, text: Any, index: int) -> float:
        """How large a letter is on the page, whatever it was scaled by."""
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(text, index, matrix)
        scale: float = (matrix.b**2 + matrix.d**2) ** 0.5
        size: float = self._pdfium.FPDFText_GetFontSize(text, index)
        return size * scale if scale else size

    def _line(self, text: Any, number: int, row: list[_Drawn], on_rtl_page: bool) -> Line | None:
        shown = [one for one in row if not one.letter.sign.isspace()]
        if not shown or abs(self._angle(text, shown[0].index)) > _UPRIGHT:
            return None
        letters = [one.letter for one in row]
        if has_rtl(letters):
            letters = [self._told(text, one) for one in row]
        letters = in_order(letters, on_rtl_page=on_rtl_page)
        return Line(
            page=number,
            box=Box(
                min(one.box.left for one in shown),
                min(one.box.top for one in shown),
                max(one.box.right for one in shown),
                max(one.box.bottom for one in shown),
            ),
            size=sorted(one.letter.size for one in shown)[len(shown) // 2],
            spans=tuple(_spans(letters)),
            is_bold=self._is_bold(text, shown),
            is_rtl=is_rtl(letters),
        )

    def _angle(self, text: Any, index: int) -> float:
        angle: float = self._pdfium.FPDFText_GetCharAngle(text, index)
        return min(angle, abs(angle - 6.2832))

    def _told(self, text: Any, one: _Drawn) -> Letter:
        """A letter with what it was drawn with."""
        drawn = self._pdfium.FPDFText_GetTextObject(text, one.index)
        place = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        return replace(one.letter, drawn=place)

    def _is_bold(self, text: Any, shown: list[_Drawn]) -> bool:
        probes = {shown[0].index, shown[len(shown) // 2].index, shown[-1].index}
        return all(_BOLD.search(self._font(text, one)) for one in probes)

    def _font(self, text: Any, index: int) -> str:
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT), ctypes.c_int()
        self._pdfium.FPDFText_GetFontInfo(text, index, name, _LONGEST_FONT, flags)
        return name.value.decode("utf-8", "replace")

    def _links(self, page: Any) -> list[tuple[Box, str]]:
        """The places that lead somewhere in the web."""
        found: list[tuple[Box, str]] = []
        height = page.get_height()
        position, link = ctypes.c_int(0), self._pdfium.FPDF_LINK()
        for _count in range(_MOST_LINKS):
            if not self._pdfium.FPDFLink_Enumerate(page.raw, position, link):
                break
            rectangle = self._pdfium.FS_RECTF()
            address = self._address(link)
            if address and self._pdfium.FPDFLink_GetAnnotRect(link, rectangle):
                box = Box(
                    rectangle.left, height - rectangle.top,
                    rectangle.right, height - rectangle.bottom,
                )  # fmt: skip
                found.append((box, address))
        return found

    def _address(self, link: Any) -> str:
        action = self._pdfium.FPDFLink_GetAction(link)
        if not action:
            return ""
        size = self._pdfium.FPDFAction_GetURIPath(self._document.raw, action, None, 0)
        if not 8 < size <= _LONGEST_ADDRESS:
            return ""
        buffer = ctypes.create_string_buffer(size)
        self._pdfium.FPDFAction_GetURIPath(self._document.raw, action, buffer, size)
        address = buffer.value.decode("utf-8", "replace")
        return address if address.startswith(("http://", "https://")) else ""


def _parted(row: list[_Drawn]) -> Iterator[list[_Drawn]]:
    """The row in its pieces, those from the right where it is read from there."""
    letters = [one.letter for one in row]
    if not has_rtl(letters):
        yield from _parted_as_drawn(row)
        return
    by_letter = {id(one.letter): one for one in row}
    piece: list[_Drawn] = []
    left = 0.0
    for word in words_of(letters):
        if piece and left - max(one.right for one in word) > _GAP * word[0].size:
            yield piece
            piece = []
        piece += [by_letter[id(one)] for one in word]
        left = min(one.x for one in word)
    if piece:
        yield piece


def _parted_as_drawn(row: list[_Drawn]) -> Iterator[list[_Drawn]]:
    piece: list[_Drawn] = []
    left = right = 0.0
    for one in row:
        if piece and not one.letter.sign.isspace():
            gap = _GAP * max(one.letter.size, 1.0)
            # PDFium takes a line that ends with a hyphen and the next one for the same.
            is_below = one.box.bottom - piece[-1].box.bottom > _BELOW * one.letter.size
            if is_below or one.box.left - right > gap or left - one.box.right > gap:
                yield piece
                piece = []
        if not one.letter.sign.isspace():
            left = min(left, one.box.left) if piece else one.box.left
            right = max(right, one.box.right) if piece else one.box.right
        if piece or not one.letter.sign.isspace():
            piece.append(one)
    if piece:
        yield piece


def _in_bands(links: list[tuple[Box, str]]) -> Bands:
    """The links by how far down they are, so that a letter need not be held against each one."""
    bands: Bands = defaultdict(list)
    for box, address in links:
        for band in range(*_band_range(box)):
            if len(bands[band]) < _MOST_IN_BAND:
                bands[band].append((box, address))
    return bands


def _band_range(box: Box) -> tuple[int, int]:
    first, last = (max(-1000, min(1000, int(edge // _BAND))) for edge in (box.top, box.bottom))
    return first, last + 1


def _with_link(drawn: _Drawn, links: Bands) -> _Drawn:
    x, y = (drawn.box.left + drawn.box.right) / 2, (drawn.box.top + drawn.box.bottom) / 2
    for box, address in links.get(int(y // _BAND), ()):
        if box.left <= x <= box.right and box.top <= y <= box.bottom:
            linked = replace(drawn.letter, address=address)
            return replace(drawn, letter=linked)
    return drawn


def _spans(letters: list[Letter]) -> Iterator[Span]:
    for address, group in groupby(letters, lambda letter: letter.address):
        yield Span("".join(letter.sign for letter in group), address)
