"""A text browser that keeps its place while its page is laid out anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.ui.reading.page import Page


class SteadyText(QTextBrowser):
    """Knows which place of the text is at the top, and holds on to it."""

    # Qt sends events to the widget before __init__ is through.
    _page: Page | None = None
    _is_keeping = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_place: int | None = None
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep what stands first in sight where it is while the page above it changes."""
        is_at_top = self.verticalScrollBar().value() == 0
        cursor = self.cursorForPosition(QPoint(0, 0))
        above = self.cursorRect(cursor).top()
        yield
        if not is_at_top:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - above)

    def place_at_top(self) -> int:
        """The place in the document that stands first in sight."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def scroll_to(self, place: int, share: float = 0.0) -> None:
        """Bring a place to that share of the height; 0 is the top."""
        if self._page is not None:
            self._page.lay_out()
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        bar.setValue(top - round(share * self.viewport().height()))

    def bring(self, place: int, share: float) -> None:
        """Bring a place into sight, if it isn't in sight already."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        rect = self.cursorRect(cursor)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.scroll_to(place, share)

    def make_room(self) -> None:
        """Take the margins that fit the widget's size; called whenever that changes."""

    def showEvent(self, event: QShowEvent) -> None:
        # Shown for the first time, Qt goes to its own cursor, which stands at the start.
        with self._place_kept():
            super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        # A style sheet's font lays the page out anew, and the scroll bar loses its place.
        with self._place_kept():
            super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._place_kept():
            self.make_room()
            super().resizeEvent(event)

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Keep the text at the top while the browser takes another size or style.

        The place is remembered until the reader scrolls: taken anew for each of many small
        changes, it would creep away line by line.
        """
        if self._is_keeping or self._page is None or not self.verticalScrollBar().value():
            yield
            return
        if self._kept_place is None:
            self._kept_place = self.place_at_top()
        before = self.viewport().width(), self.verticalScrollBar().value()
        self._is_keeping = True
        try:
            yield
            self._page.lay_out()
            if before != (self.viewport().width(), self.verticalScrollBar().value()):
                self.scroll_to(self._kept_place)
        finally:
            self._is_keeping = False

    def _on_scrolled(self) -> None:
        if not self._is_keeping:
            self._kept_place = None
