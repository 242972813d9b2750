"""Read the highlights of an article as Omnivore writes them into a Markdown file."""

import re
from collections.abc import Iterator

from reader.foreign.values import tags_of
from reader.pages.record import BroughtMark

_LABELS = re.compile(r"#[^\s#][^\n]*")
_LABEL = re.compile(r"(?:^|\s)#(?=\S)")


def read_marks(markdown: str) -> tuple[str, tuple[BroughtMark, ...]]:
    """The note on the whole article, and its highlights in their order.

    Blocks stand between empty lines: a quote behind `>`, then its labels behind `#`, then its
    note. A note on the whole article has no quote and is followed by more than one empty line.
    """
    notes: list[str] = []
    marks: list[BroughtMark] = []
    parts = re.split(r"\n{4,}|(?<=\S)\n\n\n*$", markdown)
    for at, part in enumerate(parts, 1):
        blocks = [one for one in re.split(r"\n[ \t]*\n", part) if one.strip()]
        note = [blocks.pop().strip()] if at < len(parts) and _ends_in_note(blocks) else []
        loose, found = _read_part(blocks)
        notes += loose + note
        marks += found
    return "\n\n".join(notes), tuple(marks)


def _ends_in_note(blocks: list[str]) -> bool:
    last = blocks[-1].strip() if blocks else ">"
    return not last.startswith(">") and not _LABELS.fullmatch(last)


def _read_part(blocks: list[str]) -> tuple[list[str], list[BroughtMark]]:
    marks: list[BroughtMark] = []
    loose: list[str] = []
    quote, rest = "", list[str]()
    for block in blocks:
        if not block.lstrip().startswith(">"):
            (rest if quote else loose).append(block.strip())
            continue
        if quote:
            marks.append(_mark(quote, rest))
        quote, rest = _unquoted(block), []
    if quote:
        marks.append(_mark(quote, rest))
    return loose, marks


def _mark(quote: str, rest: list[str]) -> BroughtMark:
    tags: tuple[str, ...] = ()
    if rest and _LABELS.fullmatch(rest[0]):
        tags = tags_of(_LABEL.split(rest[0]))
        rest = rest[1:]
    return BroughtMark(quote, note="\n\n".join(rest), tags=tags)


def _unquoted(block: str) -> str:
    """Lines that go on without a sign are of the quote, too; a bare sign is an empty line."""
    return "\n".join(_lines(block)).strip()


def _lines(block: str) -> Iterator[str]:
    for line in block.strip().split("\n"):
        yield line.strip().removeprefix(">").strip()
