"""Say a clean body as plain text: a paragraph to a block, blocks parted by a blank line."""

import re
from html import unescape
from itertools import accumulate, chain

from reader.articles.spaces import has_plain_spaces
from reader.articles.tags import BLOCKS, named

# A tag of clean markup and its name, an end's with its stroke; a value may hold ">".
TAG = re.compile(r"""<(/?[a-z][a-z0-9]*)[^<>"]*+(?:"[^"]*+"[^<>"]*+)*+>""")
_SPACES = re.compile(r"\s+")
_CELLS = named("td th")
_CELL_ENDS = named("/td /th")
_PARTED = "\0"
# What tags say. What is said under a picture is kept with the picture.
_SIGNS = {"br": "\n"} | dict.fromkeys(
    (tag for name in BLOCKS - _CELLS - {"figcaption"} for tag in (name, f"/{name}")), _PARTED
)


def plain_text(html: str) -> str:
    """What a body says that BodyWriter wrote: what begins in it ends, so no parser is needed."""
    pieces = TAG.split(html)
    tags = pieces[1::2]
    texts = [unescape(text) if "&" in text else text for text in pieces[::2]]
    signs = [_SIGNS.get(tag, "") for tag in tags]
    if "tr" in tags:
        _set_bars(tags, texts, signs)
    if "figcaption" in tags:
        _leave_captions_out(tags, texts, signs)
    before = ["", *tags]
    said = map(_said, before, texts)
    line = "".join(chain.from_iterable(zip(said, [*signs, ""], strict=True)))
    lines = map(str.strip, line.split(_PARTED))
    return "\n\n".join(line for line in lines if line.strip(" |\n"))


def _said(before: str, text: str) -> str:
    if has_plain_spaces(text) or before == "pre":
        return text
    return _SPACES.sub(" ", text)


def _set_bars(tags: list[str], texts: list[str], signs: list[str]) -> None:
    """Part by bars the cells of a row that say something, and leave the others out."""
    many = list(accumulate(map(bool, map(str.strip, texts))))  # texts up to each say something
    rows: list[bool] = []  # whether a cell of this row said something
    cells: list[int] = []
    for at, tag in enumerate(tags):
        if tag == "tr":
            rows.append(False)
            texts[at + 1] = ""
        elif tag == "/tr":
            del rows[-1:]
        elif tag in _CELLS:
            cells.append(at)
        elif tag in _CELL_ENDS and rows and cells:
            begin = cells.pop()
            if many[at] > many[begin]:
                signs[begin] = " | " if rows[-1] else ""
                rows[-1] = True
            else:
                _empty(texts, begin + 1, at + 1)
                _empty(signs, begin, at)
            texts[at + 1] = ""


def _leave_captions_out(tags: list[str], texts: list[str], signs: list[str]) -> None:
    begin = -1
    for at, tag in enumerate(tags):
        if tag == "figcaption":
            begin = at
        elif tag == "/figcaption" and begin >= 0:
            _empty(texts, begin + 1, at + 1)
            _empty(signs, begin, at)
            begin = -1


def _empty(pieces: list[str], begin: int, end: int) -> None:
    pieces[begin:end] = [""] * (end - begin)
