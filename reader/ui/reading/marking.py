"""Show a clipping's marks on the page, and make a quote of what is selected."""

from PySide6.QtCore import QObject, Qt, Signal

from reader.articles.quote import Quote, quote_at
from reader.clipping import Clipping
from reader.ui.reading.column import Column
from reader.ui.reading.emphasis import Emphasis
from reader.ui.reading.marks import code_point_at, place_marks
from reader.ui.reading.sheet import Sheet

_SHOWN_AT = 0.3  # of the height


class Marking(QObject):
    """Finds the places of marks, and tells which one was clicked and what is to be marked."""

    quote_marked = Signal(object)  # Quote
    mark_opened = Signal(str)

    def __init__(self, column: Column, sheet: Sheet, emphasis: Emphasis) -> None:
        super().__init__(column)
        self._column = column
        self._sheet = sheet
        self._emphasis = emphasis
        column.place_clicked.connect(self._on_place_clicked)
        column.place_hovered.connect(self._on_place_hovered)

    @property
    def lost(self) -> tuple[str, ...]:
        return self._emphasis.lost_marks

    def refresh(self, clipping: Clipping) -> None:
        """Find the marks anew, after they or the page have changed."""
        page, marks = self._sheet.page, clipping.additions.highlights
        if page is None or not marks:
            self._emphasis.show_marks(())
            return
        text = clipping.article.text
        self._emphasis.show_marks(place_marks(marks, text, page.text_map, page.document))

    def mark_selection(self, text: str) -> bool:
        """Tell the quote of the text that is selected; False where none of it is."""
        quote = self.selected_quote(text)
        if quote is not None:
            self.quote_marked.emit(quote)
        return quote is not None

    def selected_quote(self, text: str) -> Quote | None:
        """The quote of the text that is selected, which it then is no more."""
        cursor, page = self._column.textCursor(), self._sheet.page
        if page is None or not cursor.hasSelection():
            return None
        start = code_point_at(page.document, cursor.selectionStart())
        end = code_point_at(page.document, cursor.selectionEnd())
        place = page.text_map.in_text(start, end)
        if place is None:
            return None
        cursor.clearSelection()
        self._column.setTextCursor(cursor)
        return quote_at(text, *place)

    def go_to(self, id_: str) -> None:
        spans = self._emphasis.spans_of(id_)
        if spans:
            self._column.bring(spans[0].start, _SHOWN_AT)

    def _on_place_clicked(self, place: int) -> None:
        mark = self._emphasis.mark_at(place)
        if mark:
            self.mark_opened.emit(mark)

    def _on_place_hovered(self, place: int) -> None:
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        self._column.viewport().setCursor(hand if self._emphasis.mark_at(place) else beam)
