"""Walk over an article's safe HTML and tell its blocks in reading order."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from reader.ui.reading.list_count import ListCount
from reader.ui.reading.portions import MOST_RUNS, portions_of_runs
from reader.ui.reading.story import OBJECT, Block, Kind, Run, Style, Table
from reader.ui.reading.table_draft import TableDraft

_STEP = 16_384  # letters of HTML read at a time
_DEEPEST = 6  # lists and quotations beyond this stand no further in
_SMALL = 40  # pixels; a picture with a shorter side stands within the line
_LINE_BREAK = "\u2028"
_LINKS = re.compile(r"(?:(?:https?|mailto):|#)\S", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
# What a QTextDocument takes for its own signs, or cannot hold.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)

_STYLES = {
    "em": Style.ITALIC, "i": Style.ITALIC, "cite": Style.ITALIC, "dfn": Style.ITALIC,
    "strong": Style.BOLD, "b": Style.BOLD,
    "code": Style.CODE, "kbd": Style.CODE, "samp": Style.CODE, "tt": Style.CODE,
    "small": Style.SMALL,
    "del": Style.STRUCK, "s": Style.STRUCK,
    "ins": Style.UNDERLINED, "u": Style.UNDERLINED,
    "sub": Style.SUBSCRIPT, "sup": Style.SUPERSCRIPT,
    "mark": Style.MARKED,
}  # fmt: skip
_KINDS = {
    "p": Kind.PARAGRAPH, "pre": Kind.CODE, "figcaption": Kind.CAPTION, "dt": Kind.TERM,
    **{f"h{level}": Kind.HEADING for level in range(1, 7)},
}  # fmt: skip
_BLOCKS = frozenset(_KINDS) | frozenset((
    "ul", "ol", "li", "dl", "dd", "blockquote", "figure", "hr",
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "div", "section", "article", "aside", "header", "footer", "main", "address", "details",
    "summary",
))  # fmt: skip
_LISTS = ("ul", "ol")
_VOID = frozenset(("br", "hr", "img", "wbr"))
_QUOTE_MARKS = ("“", "”")


def read_blocks(html: str, small: frozenset[str] = frozenset()) -> Iterator[Block | Table]:
    """The blocks in their order; pictures whose address is in `small` stand within the line."""
    walk = _Walk(small)
    html = html.replace("<!", "&lt;!")
    for start in range(0, len(html), _STEP):
        walk.feed(html[start : start + _STEP])
        yield from walk.take()
    walk.close()
    walk.finish()
    yield from walk.take()


@dataclass(frozen=True)
class _Place:
    """Where in the page the walk stands."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    style: Style = Style.PLAIN
    link: str = ""
    quotes: tuple[int, ...] = ()
    depth: int = 0
    direction: str = ""


class _Walk(HTMLParser):
    def __init__(self, small: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._small = small
        self._place = _Place()
        self._open: list[tuple[str, _Place]] = []
        self._open_tags: Counter[str] = Counter()
        self._lists: list[ListCount] = []
        self._marker = ""
        self._names: tuple[str, ...] = ()
        self._runs: list[Run] = []
        self._ends_in_space = True
        self._quotes = 0
        self._table: TableDraft | None = None
        self._done: list[Block | Table] = []

    def take(self) -> list[Block | Table]:
        done, self._done = self._done, []
        return done

    def finish(self) -> None:
        self._flush()
        self._close_table(whole=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._flush()
        if tag in _VOID:
            self._add_void(tag, values)
            return
        if values.get("id"):
            self._names += (values["id"],)
        self._open.append((tag, self._place))
        self._open_tags[tag] += 1
        self._open_part(tag, values)
        self._place = self._inside(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if not self._open_tags[tag]:
            return
        if tag in _BLOCKS:
            self._flush()
        while self._open:
            closed, self._place = self._open.pop()
            self._open_tags[closed] -= 1
            self._close_part(closed)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        text = _UNFIT.sub("\ufffd", data)
        if self._place.kind is Kind.CODE:
            self._add(text.replace("\r\n", "\n").replace("\n", _LINE_BREAK))
            return
        text = _SPACES.sub(" ", text)
        if self._ends_in_space:
            text = text.removeprefix(" ")
        self._add(text)

    def _add(self, text: str, picture: str = "") -> None:
        if text:
            self._runs.append(Run(text, self._place.style, self._place.link, picture))
            self._ends_in_space = text[-1] in (" ", _LINE_BREAK)
        if len(self._runs) >= 2 * MOST_RUNS:
            self._flush()

    def _add_void(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "br":
            self._add(_LINE_BREAK)
        elif tag == "hr":
            self._emit(Block(Kind.RULE))
        elif tag == "img" and values.get("src"):
            self._add_picture(values["src"], values)

    def _add_picture(self, address: str, values: Mapping[str, str]) -> None:
        description = _SPACES.sub(" ", _UNFIT.sub("\ufffd", values.get("alt", ""))).strip()
        if address in self._small:
            self._add(OBJECT, address)
            return
        if _stands_in_line(values):
            # A formula or a flag that was not saved: its words go on in the sentence.
            self._add(description)
            return
        self._flush()
        runs = (Run(description),) if description else ()
        place = self._place
        self._emit(
            Block(Kind.PICTURE, runs, 0, place.quotes, place.depth, "", place.direction, address)
        )

    def _inside(self, tag: str, values: Mapping[str, str]) -> _Place:
        """The place within an element that opens here."""
        place = self._place
        place = replace(
            place,
            kind=_KINDS.get(tag, Kind.PARAGRAPH if tag in _BLOCKS else place.kind),
            level=int(tag[1]) if _KINDS.get(tag) is Kind.HEADING else place.level,
            style=place.style | _STYLES.get(tag, Style.PLAIN),
            direction=_direction(values) or place.direction,
        )
        if tag == "a" and _LINKS.match(values.get("href", "")):
            return replace(place, link=values["href"])
        if tag == "blockquote" and len(place.quotes) < _DEEPEST:
            self._quotes += 1
            return replace(place, quotes=(*place.quotes, self._quotes))
        if tag in ("ul", "ol", "dd"):
            return replace(place, depth=min(place.depth + 1, _DEEPEST))
        return place

    def _open_part(self, tag: str, values: Mapping[str, str]) -> None:
        if tag in _LISTS:
            self._lists.append(ListCount.of(tag, values, len(self._lists)))
        elif tag == "li":
            self._marker = self._lists[-1].next_marker(values) if self._lists else "•"
        elif tag == "q":
            self._add(_QUOTE_MARKS[0])
        elif tag == "table":
            self._open_table(_direction(values) or self._place.direction)
        elif self._table is not None and self._table.open_tables == 1:
            self._open_in_table(tag, values)

    def _open_table(self, direction: str) -> None:
        if self._table is None:
            self._table = TableDraft(direction)
        else:
            self._table.open_tables += 1

    def _open_in_table(self, tag: str, values: Mapping[str, str]) -> None:
        assert self._table is not None
        if tag == "tr":
            self._table.open_row()
        elif tag in ("td", "th"):
            columns, rows = _number(values.get("colspan")), _number(values.get("rowspan"))
            self._table.open_cell(columns, rows, is_heading=tag == "th")

    def _close_part(self, tag: str) -> None:
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag == "q":
            self._add(_QUOTE_MARKS[1])
        elif tag == "table":
            self._close_table(whole=False)

    def _close_table(self, *, whole: bool) -> None:
        if self._table is None:
            return
        self._table.open_tables -= 1
        if whole or not self._table.open_tables:
            self._done.extend(self._table.finished())
            self._table = None

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        runs, self._runs, self._ends_in_space = _trimmed(self._runs), [], True
        if not runs:
            return
        place, marker, self._marker = self._place, self._marker, ""
        for portion in portions_of_runs(runs):
            block = Block(place.kind, portion, place.level, place.quotes, place.depth, marker)
            self._emit(replace(block, direction=place.direction))
            marker = ""

    def _emit(self, block: Block) -> None:
        if self._names:
            block, self._names = replace(block, names=self._names), ()
        if self._table is None:
            self._done.append(block)
        else:
            self._table.add(block)


def _direction(values: Mapping[str, str]) -> str:
    direction = values.get("dir", "").lower()
    return direction if direction in ("rtl", "ltr") else ""


def _stands_in_line(values: Mapping[str, str]) -> bool:
    sides = (values.get("width", ""), values.get("height", ""))
    return any(one.isascii() and one.isdigit() and 0 < int(one[:6]) < _SMALL for one in sides)


def _number(text: str | None) -> int:
    return max(1, min(int(text), 50)) if text and text.isascii() and text.isdigit() else 1


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space around them; nothing where they hold nothing else."""
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if not runs:
        return ()
    if runs[0].text[0] == _LINE_BREAK:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(_LINE_BREAK))
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)
