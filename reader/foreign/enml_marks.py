"""Find the words of a note that were highlighted in Evernote."""

import re
from collections.abc import Iterator

from reader.foreign.tag_stream import Piece, pieces
from reader.pages.record import BroughtMark

_NAMED = re.compile(r"--en-highlight\s*:\s*(\w+)", re.IGNORECASE)
_OLDER = re.compile(r"-evernote-highlight\s*:\s*true", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*(#[0-9a-f]{6}\b|\w+)", re.IGNORECASE)
_INLINE = frozenset(
    ("a", "b", "code", "em", "font", "i", "s", "span", "strike", "strong", "sub", "sup", "u")
)
_DEEPEST = 50


def marks_of(fragment: str) -> tuple[BroughtMark, ...]:
    """Each stretch of one colour within one block, in their order."""
    if "-highlight" not in fragment:  # so it is with nearly all
        return ()
    found: list[BroughtMark] = []
    words: list[str] = []
    shown = ""
    for colour, text in _coloured(pieces(fragment)):
        if colour != shown:
            found += _mark(words, shown)
            words, shown = [], colour
        words.append(text)
    return (*found, *_mark(words, shown))


def _mark(words: list[str], colour: str) -> Iterator[BroughtMark]:
    exact = " ".join("".join(words).split())
    if colour and exact:
        yield BroughtMark(exact, colour=colour)


def _coloured(stream: Iterator[Piece]) -> Iterator[tuple[str, str]]:
    """Each text with its colour; what ends a block has none."""
    open_: list[tuple[str, str]] = []
    for piece in stream:
        colour = open_[-1][1] if open_ else ""
        if not piece.name:
            yield colour, piece.text
        elif piece.name not in _INLINE:
            yield "", ""
        elif not piece.is_end:
            open_.append((piece.name, _colour(piece.attributes.get("style", "")) or colour))
            del open_[_DEEPEST:]
        elif piece.name in (name for name, _ in open_):
            while open_.pop()[0] != piece.name:
                pass


def _colour(style: str) -> str:
    named = _NAMED.search(style)
    if named:
        return named[1].casefold()
    ground = _GROUND.search(style)
    return (ground[1].casefold() if ground else "yellow") if _OLDER.search(style) else ""
