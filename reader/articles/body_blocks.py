"""The blocks of a body while it is written, and how they read as HTML."""

import re
from dataclasses import dataclass, field

from reader.articles.spaces import has_plain_spaces
from reader.articles.tags import named

# They need no paragraph around their words when there is but one.
MAY_HOLD_WORDS = named("li td th dd")
CELLS = named("td th")
_MEANS_NOTHING = re.compile(r"[\s\u200b\ufeff\u00ad|·•*_=~–—./>‹›«»#⁂❧❦◆◇■□▪▫♦※-]*")
# A break holds nothing, and there may be thousands in a row.
_EMPTY_INLINE = re.compile(r"<(?!br>)(\w+)(?: [^<>]*)?>((?: |<br>)*)</\1>")
# Marks of where a word might be broken; they keep it from being found.
JOINTS = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
# All that is not one plain space already, so that most of a text is passed over.
_SPACE = re.compile(r"[\t\n\r\f\v\u00a0][ \t\n\r\f\v\u00a0]*| [ \t\n\r\f\v\u00a0]+")


@dataclass
class Block:
    """One block of the body while it is written."""

    tag: str
    attributes: str = ""
    parts: list["Block | str"] = field(default_factory=list)
    place: str = ""  # the name by which a link within the body leads here

    @property
    def says_something(self) -> bool:
        for part in self.parts:  # the first one mostly does: any() would cost twice as much
            if _says(part) if isinstance(part, str) else part.says_something:
                return True
        return False


def _says(part: str) -> bool:
    if part[:1].isalpha():
        return True
    if part.startswith("<"):
        return part.startswith("<img")
    return _MEANS_NOTHING.fullmatch(part) is None


def render(part: Block | str) -> str:
    if isinstance(part, str):
        return part
    if not part.says_something and part.tag not in CELLS:
        return ""
    inner = "".join(str(text) for text in part.parts) if part.tag == "pre" else _inner(part)
    place = f' id="{part.place}"' if part.place else ""
    return f"<{part.tag}{part.attributes}{place}>{inner}</{part.tag}>" if part.tag else inner


def _inner(block: Block) -> str:
    # An empty cell keeps those behind it in their columns.
    parts = [
        part
        for part in block.parts
        if isinstance(part, str) or part.says_something or part.tag in CELLS
    ]
    if block.tag in MAY_HOLD_WORDS and len(parts) == 1:
        only = parts[0]
        if isinstance(only, Block) and only.tag == "p" and not only.attributes + only.place:
            return _inner(only)
    if any(isinstance(part, Block) for part in parts):
        return "\n".join(filter(None, map(render, parts)))
    return _tidy("".join(map(render, parts)))


def with_plain_spaces(text: str) -> str:
    return text if has_plain_spaces(text) else _SPACE.sub(" ", text)


def _tidy(words: str) -> str:
    words = with_plain_spaces(words).strip()
    if "<" not in words:
        return words
    emptied = 1
    while emptied:  # one may hold another
        words, emptied = _EMPTY_INLINE.subn(r"\2", words)
    words = with_plain_spaces(words)  # what was emptied stood between spaces
    return _without_breaks_at_ends(words).strip()


def _without_breaks_at_ends(words: str) -> str:
    lines = [line.strip(" ") for line in words.split("<br>")]
    said = [at for at, line in enumerate(lines) if line.strip()]
    return "<br>".join(lines[said[0] : said[-1] + 1]) if said else ""


def ends_with_break(parts: list[Block | str]) -> bool:
    for part in reversed(parts):
        if part == "<br>":
            return True
        if isinstance(part, Block) or (not part.startswith("<") and part.strip()):
            return False
    return False
