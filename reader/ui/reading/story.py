"""The records a page is set from: blocks of text, pictures and tables, in reading order."""

from dataclasses import dataclass
from enum import IntFlag, StrEnum

OBJECT = "\ufffc"  # stands in the text where a picture is


class Style(IntFlag):
    """How a run of letters differs from the letters around it."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    SMALL = 8
    STRUCK = 16
    UNDERLINED = 32
    SUBSCRIPT = 64
    SUPERSCRIPT = 128
    MARKED = 256


class Kind(StrEnum):
    """What a block is, which decides its type and its distances."""

    SOURCE = "source"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    NOTICE = "notice"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TERM = "term"
    CODE = "code"
    CAPTION = "caption"
    PICTURE = "picture"
    MISSING_PICTURE = "missing picture"
    RULE = "rule"
    CELL = "cell"
    CELL_HEADING = "cell heading"


@dataclass(frozen=True)
class Run:
    """Letters of one style; `picture` is the address of a small picture within the line."""

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, or a picture on its own.

    `quotes` names the quotations it stands in, the outermost first; `depth` counts the lists
    around it and `marker` is the sign or number of a list's entry. `direction` is "rtl",
    "ltr" or empty, where the text itself decides. Links within the article lead to `names`.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    quotes: tuple[int, ...] = ()
    depth: int = 0
    marker: str = ""
    direction: str = ""
    picture: str = ""
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, over one or more columns and rows."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells; `whole` is the table that these rows are a portion of."""

    rows: tuple[tuple[Cell, ...], ...]
    direction: str = ""
    whole: "Table | None" = None
    is_first: bool = True
    is_last: bool = True

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for row in self.rows for cell in row for block in cell.blocks)
