"""Turn a note into markup, its marked words told apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.pages.markdown.attributes import without_attributes
from reader.pages.record import BroughtMark

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_EMBED = re.compile(
    r"!\[\[([^\[\]|#\n]{1,500})(?:#[^\[\]|\n]{0,500})?(?:\|([^\[\]\n]{0,500}))?\]\]"
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,500}\|)?([^\[\]|\n]{1,500})\]\]")
_CALLOUT = re.compile(r"^(\s*>\s*)\[![\w-]{1,30}\][+-]?\s*")
_BLOCK_ID = re.compile(r"\s\^[A-Za-z0-9-]{1,40}$")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,60})\]:\s*(.*)$")
_NOTE_SIGN = re.compile(r"\[\^([^\]\s]{1,60})\]")
_MOST_MARKS = 2000
_AROUND = 32  # letters
_SIZE = re.compile(r"\d+(?:x\d+)?$")
_Piece = tuple[Any, str | None]  # a token, and what it says


@dataclass(frozen=True)
class Body:
    """A note as HTML, and the words that were marked in it."""

    markup: str
    marks: tuple[BroughtMark, ...]


def render(text: str, picture: Callable[[str], str]) -> Body:
    """The note as HTML; `picture` tells where a picture lies that is embedded by its name."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    lines, notes = _plain_lines(text, picture)
    tokens = reader.parse("\n".join(lines))
    marks = [mark for token in tokens if token.type == "inline" for mark in _take_marks(token)]
    markup: str = reader.renderer.render(tokens, reader.options, {})
    return Body(markup + _notes(reader, notes), tuple(marks[:_MOST_MARKS]))


def _plain_lines(text: str, picture: Callable[[str], str]) -> tuple[list[str], dict[str, str]]:
    """The lines in plain Markdown, and the footnotes by their names."""
    lines: list[str] = []
    notes: dict[str, str] = {}
    for line, is_code in _told_from_code(text):
        note = _NOTE.match(line)
        if is_code:
            lines.append(line)
        elif note:
            notes.setdefault(note[1], note[2])
        else:
            lines.append(_plain(line, picture))
    return _with_notes_named(lines, notes), notes


def _told_from_code(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is one of code or fences it off."""
    fence = ""
    words: list[str] = []
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not found and not fence:
            words.append(line)
            continue
        yield from _words(words)
        words = []
        if found and not fence:
            fence = found[1]
        elif found and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        yield line, True
    yield from _words(words)


def _words(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Lines that are no code, without what may be spread over several of them."""
    if lines:
        yield from ((line, False) for line in without_attributes("\n".join(lines)).split("\n"))


def _plain(line: str, picture: Callable[[str], str]) -> str:
    def embedded(found: re.Match[str]) -> str:
        said = found[2] or ""
        alt = "" if _SIZE.fullmatch(said) else said.replace("]", "")
        return f"![{alt}](<{picture(found[1].strip())}>)"

    if "[" in line:
        line = _EMBED.sub(embedded, _CALLOUT.sub(r"\1", line))
        line = _WIKI_LINK.sub(r"\1", line)
    return _BLOCK_ID.sub("", line)


def _with_notes_named(lines: list[str], notes: dict[str, str]) -> list[str]:
    numbers = {name: number for number, name in enumerate(notes, 1)}

    def sign(found: re.Match[str]) -> str:
        number = numbers.get(found[1])
        return f"[{number}](#note-{number})" if number else found[0]

    return [_NOTE_SIGN.sub(sign, line) if "[^" in line else line for line in lines]


def _notes(reader: Any, notes: dict[str, str]) -> str:
    if not notes:
        return ""
    written = (
        f'<li id="note-{number}">{reader.renderInline(text) if text else ""}</li>'
        for number, text in enumerate(notes.values(), 1)
    )
    return f"<ol>{''.join(written)}</ol>"


def _take_marks(block: Any) -> Iterator[BroughtMark]:
    """Take the signs of marked words away, and tell what they stood around."""
    pieces = list(_pieces(block.children or ()))
    signs = [at for at, (_token, text) in enumerate(pieces) if text == "=="]
    pairs = list(_pairs(pieces, signs))
    taken = {at for pair in pairs for at in pair}
    _take_away(pieces, taken)
    for start, end in pairs:
        exact = _text(pieces, start, end, taken).strip()
        if exact:
            yield BroughtMark(
                exact=exact,
                prefix=_text(pieces, max(0, start - _AROUND), start, taken)[-_AROUND:],
                suffix=_text(pieces, end, min(end + _AROUND, len(pieces)), taken)[:_AROUND],
            )


def _take_away(pieces: Sequence[_Piece], taken: set[int]) -> None:
    kept: dict[int, list[str]] = {}
    for at, (token, text) in enumerate(pieces):
        if token.type == "text":
            texts = kept.setdefault(id(token), [])
            texts += [] if at in taken else [text or ""]
    for token, _text in pieces:
        if id(token) in kept:
            token.content = "".join(kept.pop(id(token)))


def _pieces(children: Sequence[Any]) -> Iterator[_Piece]:
    """The texts of a block parted at each sign of marked words; None for what says nothing."""
    for child in children:
        if child.type == "text":
            for text in re.split(r"(==)", child.content):
                yield child, text
        elif child.type == "code_inline":
            yield child, child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield child, " "
        else:
            yield child, None


def _pairs(pieces: Sequence[_Piece], signs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each sign before words with the next one behind words; "a == b" has none."""
    start: int | None = None
    for at in signs:
        token = pieces[at][0]
        if token.type != "text":
            continue
        before, after = _beside(pieces, at, -1), _beside(pieces, at, 1)
        if start is None and after and not after[0].isspace():
            start = at
        elif start is not None and before and not before[-1].isspace():
            yield start, at
            start = None


def _beside(pieces: Sequence[_Piece], at: int, step: int) -> str:
    at += step
    while 0 <= at < len(pieces):
        text = pieces[at][1]
        if text:
            return text
        at += step
    return ""


def _text(pieces: Sequence[_Piece], start: int, end: int, taken: set[int]) -> str:
    return "".join(pieces[at][1] or "" for at in range(start, end) if at not in taken)
