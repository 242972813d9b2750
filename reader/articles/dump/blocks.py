"""Part the lines of a dump into blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.articles.dump.block import Block, Kind, count_words, plain_form
from reader.articles.dump.marks import (
    UNSEEN,
    Marks,
    find_marks,
    part_references,
    without_marks,
)
from reader.articles.dump.width import columns, goes_on, joined, wrap_width

_LINES = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_RULE = re.compile(r"[\W_]{4,}")
_BULLET = re.compile(r"(?:[•●○□☆■▪◦‣∙·★➤►→❯]|[*+\-–](?=\s))\s*|o\s{1,3}(?=\S)")
# A dash may also begin a line in the midst of a sentence.
_SURE_BULLET = re.compile(r"[•●○□☆■▪◦‣∙★➤►→❯]|[*+]\s")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)")
_STARRED = re.compile(r"(\*{2,6}) (\S.*?) \*{2,6}$")
_HASHED = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_QUOTED = re.compile(r">+\s?")
_BRACKETED = re.compile(r"!?\[[^\[\]]*\](?:\([^()\s]*\))?$")
_TABLE = re.compile(r"\S(?:\t|\s{3,})\S|\S\s\|\s[^|]{1,60}\s\|\s\S")
_LINK = re.compile(r"\s{0,8}Link: [\w .:,/-]{1,80}$")
_CAPTION = re.compile(r"CAPTION:\s*")


@dataclass
class _Paragraph:
    """A block while its lines are still being gathered."""

    lines: list[str]
    kind: Kind
    indent: int
    text_indent: int
    gap: bool
    ordered: bool = False
    level: int = 2
    rows: list[str] = field(default_factory=list)
    dash: str = ""  # a list has it before each item, and a speaker's words may have it too


@dataclass(frozen=True)
class Page:
    """A dump as blocks, with what its form told."""

    blocks: tuple[Block, ...]
    width: int = 0
    addresses: tuple[str, ...] = ()


def read_page(text: str) -> Page:
    """The blocks of a dump, with its converter's marks taken away."""
    lines = [_seen(line).expandtabs(8).rstrip() for line in _LINES.split(text)]
    lines, addresses = part_references(_without_relations(lines))
    width = wrap_width(lines)
    paragraphs = list(_paragraphs(lines, width, _usual_indent(lines) if width else 0))
    _give_back_dashes(paragraphs)
    marks = find_marks(lines, bool(addresses))
    blocks = [_block(paragraph, width, marks) for paragraph in paragraphs]
    seen = [block for block in blocks if block.text]
    return Page(
        tuple(replace(block, place=place) for place, block in enumerate(seen)),
        width,
        tuple(addresses),
    )


def _seen(line: str) -> str:
    return UNSEEN.sub("", line.replace("\xa0", " "))


def _without_relations(lines: list[str]) -> list[str]:
    """The lines without those that tell, above the page, what else it is linked to."""
    first = next((n for n, line in enumerate(lines) if line.strip() and not _LINK.match(line)), 0)
    return lines[first:]


def _usual_indent(lines: Sequence[str]) -> int:
    """How far lynx and its like set all prose in."""
    indents = Counter(_indent(line) for line in lines if len(line.strip()) > 45)
    return indents.most_common(1)[0][0] if indents else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _paragraphs(lines: Sequence[str], width: int, usual: int) -> Iterator[_Paragraph]:
    open_one: _Paragraph | None = None
    gap = True
    for line in lines:
        stripped = line.strip()
        if not stripped or _RULE.fullmatch(stripped):
            gap = True
            continue
        if open_one is not None and not gap and _takes(open_one, line, width, usual):
            open_one.lines.append(stripped)
            continue
        if open_one is not None:
            yield open_one
        open_one = _opened(line, stripped, width, usual)
        open_one.gap, gap = gap, False
    if open_one is not None:
        yield open_one


def _takes(paragraph: _Paragraph, line: str, width: int, usual: int) -> bool:
    if _is_set_in(paragraph, line, width, usual):
        paragraph.kind, paragraph.indent, paragraph.text_indent = Kind.TEXT, usual, usual
        return True
    return _continues(paragraph, line, width, usual)


def _continues(paragraph: _Paragraph, line: str, width: int, usual: int) -> bool:
    if (
        not width
        or paragraph.kind is Kind.TABLE
        or (paragraph.kind is Kind.HEADING and paragraph.rows)
    ):
        return False
    indent, stripped = _indent(line), line.lstrip()
    is_centred = paragraph.kind is Kind.HEADING and min(indent, paragraph.indent) >= usual + 4
    if is_centred:
        return True
    if abs(indent - paragraph.text_indent) > (2 if paragraph.kind is Kind.ITEM else 0):
        return False
    if _SURE_BULLET.match(stripped) or _STARRED.match(stripped) or _TABLE.search(stripped):
        return False
    if _BULLET.match(stripped) and paragraph.kind is Kind.ITEM:
        return False
    # Quotes are set in from the right as well.
    room = width - max(0, paragraph.indent - usual) if paragraph.kind is Kind.QUOTE else width
    last = " " * indent + paragraph.lines[-1]
    return goes_on(last, stripped, room)


def _give_back_dashes(paragraphs: Sequence[_Paragraph]) -> None:
    """What has a dash before it and stands alone is what someone says, and no list."""
    kinds = [None, *(one.kind for one in paragraphs), None]
    for one, before, behind in zip(paragraphs, kinds, kinds[2:], strict=False):
        if one.dash and Kind.ITEM not in (before, behind):
            one.kind = Kind.TEXT
            one.lines[0] = one.dash + one.lines[0]


def _is_set_in(paragraph: _Paragraph, line: str, width: int, usual: int) -> bool:
    """Whether only the first line of a paragraph is set in, as books have it."""
    is_first = paragraph.kind is Kind.QUOTE and paragraph.indent > usual == _indent(line)
    last = " " * paragraph.indent + paragraph.lines[-1]
    return is_first and len(paragraph.lines) == 1 and goes_on(last, line.strip(), width)


def _opened(line: str, stripped: str, width: int, usual: int) -> _Paragraph:
    indent = _indent(line)
    if heading := _STARRED.match(stripped) or _HASHED.match(stripped):
        return _Paragraph(
            [heading[2]],
            Kind.HEADING,
            indent,
            indent,
            gap=False,
            level=_level(heading[1]),
            rows=[stripped],
        )
    if (item := _BULLET.match(stripped) or _NUMBER.match(stripped)) and item.end() <= len(stripped):
        rest = stripped[item.end() :]
        ordered = stripped[0].isdigit() or stripped[0] == "("
        dash = item[0] if stripped[0] in "-–" else ""
        return _Paragraph(
            [rest], Kind.ITEM, indent, indent + item.end(), gap=False, ordered=ordered, dash=dash
        )
    if quoted := _QUOTED.match(stripped):
        return _Paragraph([stripped[quoted.end() :]], Kind.QUOTE, indent, indent, gap=False)
    kind = _kind(stripped, indent, width, usual)
    return _Paragraph([stripped], kind, indent, indent, gap=False, level=1 if indent > usual else 2)


def _level(mark: str) -> int:
    return len(mark) if mark[0] == "#" else max(1, 7 - len(mark))


def _kind(stripped: str, indent: int, width: int, usual: int) -> Kind:
    if _BRACKETED.fullmatch(stripped):
        return Kind.PICTURE
    if _TABLE.search(stripped) and len(stripped) < 200:
        return Kind.TABLE
    if not width:
        return Kind.TEXT
    if usual == 3 and (indent < usual or _is_centred(stripped, indent, width)):
        return Kind.HEADING
    return Kind.QUOTE if 2 <= indent - usual <= 6 else Kind.TEXT


def _is_centred(stripped: str, indent: int, width: int) -> bool:
    return indent > 7 and abs(indent - (width + 5 - columns(stripped)) // 2) <= 4


def _block(paragraph: _Paragraph, width: int, marks: Marks) -> Block:
    lines = paragraph.lines
    text = joined(lines, width) if len(lines) > 1 else lines[0]
    if paragraph.kind is Kind.PICTURE:
        text = text.lstrip("!")[1:].split("](")[0].rstrip("]")
    if paragraph.kind is not Kind.TABLE:
        text = without_marks(_CAPTION.sub("", text, count=1), marks)
    return Block(
        text,
        kind=paragraph.kind,
        indent=paragraph.indent,
        gap=paragraph.gap,
        ordered=paragraph.ordered,
        level=paragraph.level,
        words=count_words(text),
        plain=plain_form(text),
    )
