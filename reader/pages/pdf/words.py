"""Join the lines of a paragraph into running text."""

import re
from collections.abc import Iterable, Sequence

from reader.pages.pdf.line import Line, Span
from reader.pages.pdf.paragraphs import Paragraph

_HYPHENS = "-‐\xad"
_LAST_WORD = re.compile(r"[^\W\d_]{2,}$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
# Scripts that are written without spaces between words.
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3000-\u303f\uff00-\uffef“”‘’]"
)
_SURELY_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001\u3002\uff0c]"
)


def words_of(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Each word of a document, by which one that was parted at the end of a line is known."""
    return frozenset(
        word.lower()
        for paragraph in paragraphs
        for line in paragraph.lines
        for word in _WORDS.findall(line.text)
    )


def running(lines: Sequence[Line], known: frozenset[str]) -> tuple[Span, ...]:
    """The words of some lines as one text, with what was parted at their ends put together."""
    spans: list[Span] = []
    for line in lines:
        own = [span for span in line.spans if span.text]
        if spans and own:
            spans[-1:] = _joined(spans[-1], own[0], known)
        spans += own
    return tuple(Span(span.text.replace("\xad", ""), span.address) for span in spans if span.text)


def _joined(last: Span, first: Span, known: frozenset[str]) -> list[Span]:
    before = last.text.rstrip()
    after = first.text.lstrip()
    if before[-2:-1].isspace() and before[-1] in "-‐–—":  # it stands between words
        return [Span(before + " ", last.address)]
    if before[-1:] in _HYPHENS and before[-1:]:
        text = before[:-1] if _is_parted(before, after, known) else before
        return [Span(text, last.address)]
    if before[-1:] in "-–/" and before[-1:]:
        return [Span(before, last.address)]
    if _is_unspaced(before[-1:], after[:1]):
        return [Span(before, last.address)]
    if last.address and last.address != first.address:
        return [Span(before, last.address), Span(" ")]
    return [Span(before + " ", last.address)]


def _is_parted(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen only stands for the end of the line."""
    if before.endswith("\xad"):
        return True
    start, end = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
    if start is None or end is None or not end[0][0].islower():
        return False
    whole, compound = f"{start[0]}{end[0]}".lower(), f"{start[0]}-{end[0]}".lower()
    return whole in known or compound not in known


def _is_unspaced(end: str, start: str) -> bool:
    if not end or not start:
        return True
    both = _UNSPACED.match(end) and _UNSPACED.match(start)
    return bool(both) and bool(_SURELY_UNSPACED.match(end) or _SURELY_UNSPACED.match(start))
