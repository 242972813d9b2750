"""Set an article into a document, some blocks at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from reader.articles.article import Article
from reader.clipping import Additions
from reader.ui.reading.balance import balanced_margin
from reader.ui.reading.header import byline, header_blocks
from reader.ui.reading.look import BLEED, Look
from reader.ui.reading.pictures import PictureSource, gaps_of
from reader.ui.reading.setter import Placed, Setter
from reader.ui.reading.story import Block, Kind, Run, Table
from reader.ui.reading.table_setting import set_table
from reader.ui.reading.text_map import Shown, TextMap
from reader.ui.reading.walk import read_blocks

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi")
)
_WITHOUT_STORY = (Kind.PICTURE, Kind.MISSING_PICTURE, Kind.RULE)
_BLOCK, _RUN, _CELL = 60, 40, 60
_SMALL = 40  # pixels: a picture no higher stands within its line


class Page:
    """A document that grows until it holds the whole article."""

    def __init__(
        self,
        article: Article,
        additions: Additions,
        look: Look,
        sources: Mapping[str, PictureSource],
        parent: QObject | None = None,
    ) -> None:
        self.document = QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.is_whole = False
        self._is_laid_out = False
        self._balanced_width = 0
        self._article = article
        self._look = look
        language = article.language.replace("_", "-").split("-")[0].lower()
        gaps = gaps_of(article, sources)
        self._setter = Setter(look, sources, gaps, is_right_to_left=language in _RIGHT_TO_LEFT)
        small = frozenset(a for a, one in sources.items() if 0 < one.height <= _SMALL)
        self._blocks = read_blocks(article.html, small)
        self._fresh = True
        self._text_map: TextMap | None = None
        self._set(iter(header_blocks(article, additions, sources)), is_story=False)

    @property
    def placed(self) -> Mapping[int, Placed]:
        """The blocks that stand on the page, by the number of their QTextBlock."""
        return self._setter.placed

    @property
    def story_start(self) -> int:
        """The place of the story's first letter; 0 where there is no story."""
        first = min((one.number for one in self.placed.values() if one.is_story), default=0)
        return self.document.findBlockByNumber(first).position()

    @property
    def text_map(self) -> TextMap:
        """Where the article's text stands; asked for once the page is whole."""
        if self._text_map is None:
            self._text_map = self._make_text_map()
        return self._text_map

    @property
    def has_text_map(self) -> bool:
        return self._text_map is not None

    def prepare_text_map(self) -> None:
        """Make it in a spell of its own: a long page's takes as long as one may stop for."""
        self._text_map = self._make_text_map()

    def grow(self, letters: int) -> None:
        """Set about so many letters more."""
        if not self.is_whole:
            self._settle()
            self.is_whole = self._set(self._blocks, is_story=True, letters=letters)

    def lay_out(self) -> None:
        """Lay out all that stands on the page, which Qt would do bit by bit, and tell its size."""
        self._is_laid_out = True
        layout = self.document.documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())

    def show_byline(self, additions: Additions) -> None:
        """Say the number of marks anew."""
        placed = self._first(Kind.BYLINE)
        if placed is None:
            return
        self._settle()
        block = replace(placed.block, runs=(Run(byline(self._article, additions)),))
        self._rewrite(placed, block)

    def give_up_picture(self, address: str) -> None:
        """Say in its place that a picture can't be shown."""
        self._settle()
        for placed in self._pictures(address):
            self._rewrite(placed, self._setter.given_up(placed.block))

    def lay_out_picture(self, address: str) -> None:
        """Give a picture the room it needs, now that its size is known."""
        self._settle()
        for placed in self._pictures(address):
            self.document.markContentsDirty(self._cursor_at(placed).position(), 1)

    def place_of(self, name: str) -> int | None:
        """Where the block begins that a link within the article names; None where none does."""
        led = (placed for placed in self.placed.values() if name in placed.block.names)
        found = next(led, None)
        return None if found is None else self._cursor_at(found).position()

    def balance(self, width: int) -> None:
        """Break the headline into lines of about one length."""
        placed = self._first(Kind.HEADLINE)
        if placed is None or width == self._balanced_width:
            return
        self._balanced_width = width
        margin = balanced_margin(placed.text, self._look.font_of(Kind.HEADLINE), width - 2 * BLEED)
        format_ = QTextBlockFormat()
        if placed.is_right_to_left:
            format_.setLeftMargin(margin)
        else:
            format_.setRightMargin(margin)
        self._cursor_at(placed).mergeBlockFormat(format_)

    def _settle(self) -> None:
        """Finish the layout before a change: Qt forgets what was still to be laid out then."""
        if self._is_laid_out:
            self.document.size()

    def _set(
        self, blocks: Iterator[Block | Table], *, is_story: bool, letters: int | None = None
    ) -> bool:
        """Whether there are no blocks left."""
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        weight = 0
        cursor.beginEditBlock()
        try:
            for block in blocks:
                self._set_one(block, cursor, is_story=is_story)
                weight += _weight(block)
                if letters is not None and weight >= letters:
                    return False
        finally:
            cursor.endEditBlock()
        return True

    def _set_one(self, block: Block | Table, cursor: QTextCursor, *, is_story: bool) -> None:
        if isinstance(block, Table):
            if self._fresh:
                cursor.setBlockFormat(self._look.gap())
            set_table(block, cursor, self._setter, self._look)
            cursor.setBlockFormat(self._look.gap())
        else:
            self._setter.set(block, cursor, fresh=self._fresh, is_story=is_story)
        self._fresh = isinstance(block, Table)

    def _rewrite(self, placed: Placed, block: Block) -> None:
        cursor = self._cursor_at(placed)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        right_to_left = placed.is_right_to_left
        cursor.setBlockFormat(self._look.block_format(block, is_right_to_left=right_to_left))
        self._setter.write(block, cursor)
        cursor.endEditBlock()
        self._setter.placed[placed.number] = replace(placed, block=block)
        self._text_map = None

    def _make_text_map(self) -> TextMap:
        story = [
            Shown(one.number, one.text)
            for one in self.placed.values()
            if one.is_story and one.block.kind not in _WITHOUT_STORY
        ]
        return TextMap(self._article.text, story)

    def _pictures(self, address: str) -> list[Placed]:
        pictures = (one for one in self.placed.values() if one.block.kind is Kind.PICTURE)
        return [one for one in pictures if one.block.picture == address]

    def _first(self, kind: Kind) -> Placed | None:
        return next((one for one in self.placed.values() if one.block.kind is kind), None)

    def _cursor_at(self, placed: Placed) -> QTextCursor:
        return QTextCursor(self.document.findBlockByNumber(placed.number))


def _weight(block: Block | Table) -> int:
    """How long a block takes to be set and laid out, in letters of plain text."""
    if isinstance(block, Table):
        columns = max(len(row) for row in (block.whole or block).rows)
        return len(block.rows) * columns * _CELL + len(block.blocks) * _BLOCK
    return _BLOCK + sum(_RUN + len(run.text) for run in block.runs)
