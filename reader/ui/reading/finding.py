"""Find words on the page: those of the search, or those asked for in the find bar."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.ui.reading.column import Column
from reader.ui.reading.emphasis import Emphasis
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.marks import span_of
from reader.ui.reading.sheet import Sheet
from reader.ui.reading.words import find_text, find_words

_PARAGRAPH_SIGNS = ("\u2029", "\u2028")
_SHOWN_AT = 0.3  # of the height


class Finding(QObject):
    """Shows where words stand and goes from one place to the next.

    `went` tells which place of how many is shown, counting from 0, and whether the way there
    led round an end of the article.
    """

    went = Signal(int, int, bool)

    def __init__(self, column: Column, sheet: Sheet, emphasis: Emphasis, bar: FindBar) -> None:
        super().__init__(column)
        self._column = column
        self._sheet = sheet
        self._emphasis = emphasis
        self._bar = bar
        self._words: tuple[str, ...] = ()
        self._brought_at = -1  # where the page was scrolled to for the first place
        bar.text_changed.connect(self._on_text_changed)
        bar.next_asked.connect(self.next)
        bar.previous_asked.connect(self.previous)
        bar.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        return not self._bar.isHidden()

    def take_words(self, words: Sequence[str]) -> None:
        """The words that the reader searched the library for."""
        self._words = tuple(words)
        self._brought_at = -1

    def refresh(self) -> None:
        """Find anew, after the page or what is sought has changed."""
        blocks = self._sheet.blocks if self._sheet.is_whole else []
        sought = self._bar.text if self.is_open else ""
        found = find_text(sought, blocks) if sought.strip() else find_words(self._words, blocks)
        document = self._column.document()
        self._emphasis.show_hits([span_of(stretch, document) for stretch in found])
        self._tell()

    def go_to_first(self) -> bool:
        """Bring the first place into sight; whether there is one."""
        first = self._emphasis.first_hit
        if first is not None:
            self._column.bring(first.start, _SHOWN_AT)
            self._brought_at = self._column.verticalScrollBar().value()
        return first is not None

    def open(self) -> None:
        selected = self._column.textCursor().selectedText()
        if any(sign in selected for sign in _PARAGRAPH_SIGNS):
            selected = ""
        self._bar.open(selected.strip())
        self.refresh()

    def close(self) -> None:
        self._bar.hide()
        self.refresh()
        self._column.setFocus()

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if by > 0 and self._brought_at == self._column.verticalScrollBar().value():
            self._emphasis.stand_on_first()  # it is what the reader looks at
        self._brought_at = -1
        before = self._emphasis.current
        hit = self._emphasis.step(by, self._column.place_at_top())
        if hit is not None:
            self._column.bring(hit.start, _SHOWN_AT)
        self._tell()
        now = self._emphasis.current
        is_round = before >= 0 and (now <= before if by > 0 else now >= before)
        if not self.is_open:  # the bar says it itself
            self.went.emit(now, self._emphasis.hits, is_round)

    def _tell(self) -> None:
        self._bar.show_place(self._emphasis.current, self._emphasis.hits)

    def _on_text_changed(self) -> None:
        self._brought_at = -1
        self.refresh()
        if self._bar.text.strip():
            self._step(1)
