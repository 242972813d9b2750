"""What is printed into the margins of each page is no line of the story."""

import time

import pytest

from reader.pages.pdf.furniture import without_furniture
from reader.pages.pdf.line import Box, Line, PdfPage, Span


def left(text: str) -> list[str]:
    line = Line(0, Box(60, 970, 140, 980), 10, (Span(text),))
    [page] = without_furniture([PdfPage(0, 700, 1000, (line,))]).pages
    return [one.text for one in page.lines]


@pytest.mark.parametrize(
    "text", ["3", "- 3 -", "Page 3 of 12", "Seite 3/12", "第 3 頁", "4/5/26, 10:20 AM"]
)
def test_a_line_of_page_numbers_is_none(text: str) -> None:
    assert left(text) == []
    assert left(f"{text} lamps were lit") == [f"{text} lamps were lit"]


@pytest.mark.parametrize("start", ["1", "4/5/26, 10:20"])
def test_a_line_full_of_blanks_takes_no_time(start: str) -> None:
    line = f"{start}{' ' * 50_000}lit"
    began = time.process_time()
    assert left(line) == [line]
    assert time.process_time() - began < 2
