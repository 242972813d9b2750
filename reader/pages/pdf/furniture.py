"""Part the story of a PDF from what stands around each of its pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.pages.pdf.line import Line, PdfPage
from reader.pages.pdf.paragraphs import usual_size

_MARGIN = 0.08  # of the page's height
_PAGE_NUMBER = re.compile(
    r"[^\w]*+(?:(?:page|seite|p[áa]gina|pagina|strona|sida|side|sivu|стр(?:аница)?|صفحة|第)?\W{0,3})?"
    r"\d{1,4}\s*+(?:(?:/|of|von|de|sur|di|van|av|af|z|из|\||-)\s*+\d{1,4})?\s*+[頁页]?[^\w]*+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s…]+(?=\s|$)(?!\S*(?:…|\.\.\.))")
_OF_NO_SITE = re.compile(r"(?:file|about|blob|data|[a-z]+-extension):\S+", re.IGNORECASE)
_DATE = r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}"
_PRINTED = re.compile(
    rf"\s*{_DATE},?\s+(?:\w+\s+)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s*+(?:[AP]M)?\s*+", re.I
)
_SAME_PLACE = 3.0  # points
_LARGER = 1.15  # what is larger than other text is the headline itself
_SHORTEST_TITLE = 8
_SMALLER = 0.95
_LONGEST_BUTTON = 40
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "؟", "।")
_BUTTONS_BELOW = 3  # lines


@dataclass(frozen=True)
class Bared:
    """The pages without their furniture, and the address that it told."""

    pages: tuple[PdfPage, ...]
    address: str = ""


def without_furniture(pages: Sequence[PdfPage], title: str = "") -> Bared:
    """Drop page numbers, what browsers print into the margins, and what each page repeats."""
    seen = Counter(key for page in pages for key in {_key(line, page) for line in page.lines})
    usual = usual_size([line for page in pages for line in page.lines])
    addresses: Counter[str] = Counter()
    bared: list[PdfPage] = []
    for page in pages:
        kept: list[Line] = []
        bars = [one for one in page.lines if _recurs_in_place(seen[_key(one, page)], len(pages))]
        for line in page.lines:
            if not _is_in_margin(line, page):
                is_furniture = line in bars
            else:
                found = _ADDRESS.match(line.text.strip())
                addresses.update([found[0]] if found else [])
                is_title = line.size < _LARGER * usual and _is_start(line.text, title)
                is_marginal = _is_marginal(line, seen[_key(line, page)])
                is_furniture = bool(found) or is_title or is_marginal
            is_furniture = is_furniture or _is_button_of(bars, line)
            if not is_furniture:
                kept.append(line)
        bared.append(replace(page, lines=tuple(kept)))
    told = addresses.most_common(1)
    is_told = bool(told) and told[0][1] * 2 >= len(pages)
    return Bared(tuple(bared), told[0][0] if is_told else "")


def _is_in_margin(line: Line, page: PdfPage) -> bool:
    return line.box.bottom < _MARGIN * page.height or line.box.top > (1 - _MARGIN) * page.height


def _is_marginal(line: Line, count: int) -> bool:
    text = line.text.strip()
    is_printed = any(one.fullmatch(text) for one in (_PAGE_NUMBER, _PRINTED, _OF_NO_SITE))
    return count > 1 or is_printed


def _is_start(text: str, title: str) -> bool:
    """Whether a line says the title, which may be cut."""
    text = text.strip().rstrip("….")
    return len(text) >= _SHORTEST_TITLE and title.startswith(text)


def _recurs_in_place(count: int, pages: int) -> bool:
    """Bars that cling to the window are printed on each page, at the same place."""
    return count > 1 and count * 2 > pages


def _is_button_of(bars: Sequence[Line], line: Line) -> bool:
    """A browser prints the buttons of such a bar on one page alone."""
    text = line.text.strip()
    if len(text) > _LONGEST_BUTTON or text.endswith(_SENTENCE_ENDS):
        return False
    return any(
        line.size < _SMALLER * bar.size
        and 0 <= line.box.top - bar.box.bottom <= _BUTTONS_BELOW * bar.size
        for bar in bars
    )


def _key(line: Line, page: PdfPage) -> tuple[str, int, int]:
    """A line by its words, whatever its numbers, and its place."""
    text = re.sub(r"\d+", "#", line.text.strip()) if _is_in_margin(line, page) else line.text
    return text, round(line.box.left / _SAME_PLACE), round(line.box.top / _SAME_PLACE)
