"""Where highlights and found words stand on the page, and how they are painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.articles.quote import find_quote
from reader.clipping import Highlight
from reader.ui.reading.text_map import Stretch, TextMap


@dataclass(frozen=True)
class Span:
    """Places `start` to `end` of the document, as Qt counts them, within one block."""

    start: int
    end: int


@dataclass(frozen=True)
class PlacedMark:
    """A highlight that was found, with the spans it covers; none where it is lost."""

    highlight: Highlight
    spans: tuple[Span, ...] = ()


def place_marks(
    highlights: Iterable[Highlight], text: str, text_map: TextMap, document: QTextDocument
) -> tuple[PlacedMark, ...]:
    placed = []
    for highlight in highlights:
        found = find_quote(text, highlight.quote)
        stretches = text_map.on_page(*found) if found else ()
        spans = tuple(span_of(stretch, document) for stretch in stretches)
        placed.append(PlacedMark(highlight, spans))
    return tuple(placed)


def span_of(stretch: Stretch, document: QTextDocument) -> Span:
    block = document.findBlockByNumber(stretch.number)
    text, start = block.text(), block.position()
    return Span(start + units(text, stretch.start), start + units(text, stretch.end))


def mark_at(place: int, marks: Sequence[PlacedMark]) -> str:
    """The id of the mark at a place; the last made where several cover it."""
    for mark in reversed(marks):
        if any(span.start <= place < span.end for span in mark.spans):
            return mark.highlight.id
    return ""


def painted(spans: Iterable[Span], document: QTextDocument, ground: QColor,
            letters: QColor | None = None) -> list[QTextEdit.ExtraSelection]:  # fmt: skip
    """The spans as Qt paints them: over the document, which stays as it is."""
    return [_selection(span, document, ground, letters) for span in spans]


def code_point_at(document: QTextDocument, place: int) -> tuple[int, int]:
    """A place of the document as the number of its block and a code point in that."""
    block = document.findBlock(place)
    return block.blockNumber(), code_points(block.text(), place - block.position())


def units(text: str, code_point: int) -> int:
    """How many UTF-16 units, which Qt counts, stand before a code point."""
    head = text[:code_point]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, unit: int) -> int:
    """How many code points stand before a UTF-16 unit."""
    head = text[:unit]
    if head.isascii():
        return len(head)
    count = 0
    for letter in text:
        unit -= 2 if letter > "\uffff" else 1
        if unit < 0:
            break
        count += 1
    return count


def _selection(span: Span, document: QTextDocument, ground: QColor,
               letters: QColor | None) -> QTextEdit.ExtraSelection:  # fmt: skip
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format.setBackground(ground)
    if letters is not None:
        made.format.setForeground(letters)
    return made
