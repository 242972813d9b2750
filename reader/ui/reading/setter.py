"""Set one block into the document at a cursor."""

import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor

from reader.ui.reading.look import Look
from reader.ui.reading.picture_link import picture_link
from reader.ui.reading.picture_object import picture_format, say_missing
from reader.ui.reading.pictures import PictureSource
from reader.ui.reading.story import OBJECT, Block, Kind, Run, Style

_LONGEST_DESCRIPTION = 140
_MEASURED = 240  # letters that decide the direction of a paragraph
_RIGHT = ("R", "AL")


@dataclass(frozen=True)
class Placed:
    """A block as it stands in the document; `number` is that of its QTextBlock.

    `is_story` tells that the block comes from the article's body, so that its words may be
    found in the article's text.
    """

    block: Block
    number: int
    is_right_to_left: bool
    is_story: bool

    @property
    def text(self) -> str:
        """What Qt holds as the block's text."""
        return OBJECT if self.block.kind is Kind.PICTURE else self.block.text


class Setter:
    """Writes blocks with the formats of a look, and remembers where they came to stand."""

    def __init__(
        self,
        look: Look,
        sources: Mapping[str, PictureSource],
        gaps: Container[str] = (),
        *,
        is_right_to_left: bool,
    ) -> None:
        """`gaps` are the missing pictures of which the page told the size."""
        self._look = look
        self._sources = sources
        self._gaps = gaps
        self._is_right_to_left = is_right_to_left
        self._depth = 0
        self.placed: dict[int, Placed] = {}

    def is_right_to_left(self, block: Block) -> bool:
        """As the page says, else as the first letters go, else as the article's language."""
        if block.direction:
            return block.direction == "rtl"
        for letter in block.text[:_MEASURED]:
            direction = unicodedata.bidirectional(letter)
            if direction in _RIGHT or direction == "L":
                return direction in _RIGHT
        return self._is_right_to_left

    def set(self, block: Block, cursor: QTextCursor, *, fresh: bool, is_story: bool) -> None:
        """Write the block into the cursor's own block where that is fresh, else into a new one."""
        block = self._with_pictures_at_hand(block)
        right_to_left = self.is_right_to_left(block)
        format_ = self._look.block_format(block, is_right_to_left=right_to_left)
        letters = self._look.letters(block, block.runs[0].style if block.runs else Style.PLAIN)
        if self._depth and not block.depth:
            format_.setTopMargin(max(format_.topMargin(), self._look.paragraph_gap))
        self._depth = block.depth
        if fresh:
            cursor.setBlockFormat(format_)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(format_, letters)
        if block.kind is Kind.PICTURE:
            table = cursor.currentTable()
            columns = table.columns() if table is not None else 1
            sign = picture_format(block.picture, letters, columns)
            sign.setToolTip(block.text)
            sign.setAnchor(True)
            sign.setAnchorHref(picture_link(block.picture))
            if block.picture not in self._sources:
                say_missing(sign, self._said_of_missing(block))
            cursor.insertText(OBJECT, sign)
        else:
            self.write(block, cursor)
        number = cursor.block().blockNumber()
        self.placed[number] = Placed(block, number, right_to_left, is_story)

    def write(self, block: Block, cursor: QTextCursor) -> None:
        for run in block.runs:
            is_quiet = block.kind is Kind.MISSING_PICTURE
            letters = self._look.letters(block, run.style, "" if is_quiet else run.link)
            if is_quiet and run.link:
                letters = QTextCharFormat(letters)
                letters.setAnchor(True)
                letters.setAnchorHref(run.link)
            if run.picture:
                letters = picture_format(run.picture, letters)
            cursor.insertText(run.text, letters)

    def missing(self, block: Block) -> Block:
        """What stands in the place of a picture that was not saved."""
        run = Run(self._said_of_missing(block), link=picture_link(block.picture))
        return replace(block, kind=Kind.MISSING_PICTURE, runs=(run,))

    def given_up(self, block: Block) -> Block:
        """What stands in the place of a picture that was saved, but that nothing here can read."""
        said = QCoreApplication.translate("ReadingPage", "Picture cannot be shown")
        run = Run(_described(said, block), link=picture_link(block.picture))
        return replace(block, kind=Kind.MISSING_PICTURE, runs=(run,))

    def _said_of_missing(self, block: Block) -> str:
        said = QCoreApplication.translate("ReadingPage", "Picture not saved")
        return _described(said, block)

    def _with_pictures_at_hand(self, block: Block) -> Block:
        if block.kind is Kind.PICTURE:
            is_shown = block.picture in self._sources or block.picture in self._gaps
            return block if is_shown else self.missing(block)
        if any(run.picture and run.picture not in self._sources for run in block.runs):
            kept = [run for run in block.runs if not run.picture or run.picture in self._sources]
            return replace(block, runs=tuple(kept))
        return block


def _described(said: str, block: Block) -> str:
    description = block.text.strip()
    if len(description) > _LONGEST_DESCRIPTION:
        description = description[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"
    return f"{said} · {description}" if description else said
