"""Turn a note's HTML into the Markdown that a reader would have typed."""

import re

from reader.foreign.tag_stream import Piece, pieces

_BLOCKS = frozenset(("p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "mark": "=="}
_UNSEEN = frozenset(("script", "style", "head", "title"))
# A note may also speak of tags; those of a text in HTML are closed, or end lines.
_LOOKS_LIKE_HTML = re.compile(
    r"</(?:p|div|b|i|em|strong|a|ul|ol|li|h[1-6]|span|blockquote|code|mark)\s*>|<br\s*/?>",
    re.IGNORECASE,
)


def note_of(note: str) -> str:
    """A note as plain text or Markdown, whichever it came as."""
    if not _LOOKS_LIKE_HTML.search(note):
        return note.replace("\r\n", "\n").replace("\r", "\n").strip()
    written: list[str] = []
    links: list[str] = []
    unseen = ""
    for piece in pieces(note):
        if unseen:
            unseen = "" if piece.is_end and piece.name == unseen else unseen
        elif piece.name in _UNSEEN and not piece.is_end:
            unseen = piece.name
        else:
            written.append(_written(piece, links))
    return _tidy("".join(written))


def _written(piece: Piece, links: list[str]) -> str:
    if not piece.name:
        return re.sub(r"\s+", " ", piece.text)
    if piece.name in _BLOCKS:
        return "\n\n" + ("" if piece.is_end else _opening(piece.name))
    if piece.name == "a":
        return _link(piece, links)
    if piece.name in ("br", "li"):
        return "" if piece.is_end else {"br": "\n", "li": "\n- "}[piece.name]
    return _SIGNS.get(piece.name, "")


def _link(piece: Piece, links: list[str]) -> str:
    if not piece.is_end:
        links.append(piece.attributes.get("href", ""))
        return "["
    return f"]({links.pop()})" if links else ""


def _opening(name: str) -> str:
    if name == "blockquote":
        return "> "
    return "#" * int(name[1]) + " " if name[0] == "h" else ""


def _tidy(written: str) -> str:
    text = "\n".join(line.strip() for line in written.split("\n"))
    # A quote's or headline's sign stands on the line of its words.
    text = re.sub(r"^(>|#+)\n+", r"\1 ", text, flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text)
    # Between the items of a list there is no empty line.
    return re.sub(r"\n\n(?=- )", "\n", text).strip()
