"""Let a page grow to its whole length without holding up the window."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.reading.page import Page

AT_ONCE = 30_000  # letters that are set and laid out before anything shows
STEP = 4_000
SPELL = 0.008  # seconds of work between two looks at what the reader does


class Growth(QObject):
    """Grows one page at a time; `finished` tells that it is whole."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._grow)

    def start(self, page: Page) -> None:
        self._page = page
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._page = None

    def _grow(self) -> None:
        page = self._page
        if page is None:
            return
        if not page.is_whole:
            self._grow_for_a_spell(page)
        elif not page.has_text_map:
            page.prepare_text_map()
        else:
            self.stop()
            self.finished.emit()

    def _grow_for_a_spell(self, page: Page) -> None:
        end = time.monotonic() + SPELL
        while not page.is_whole and time.monotonic() < end:
            page.grow(STEP)
