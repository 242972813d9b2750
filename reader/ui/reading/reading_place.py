"""Know how far the reader got, and come back to it."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.reading.column import Column

_REST = 400  # milliseconds without scrolling after which the place is told
_SAME = 0.0005


class ReadingPlace(QObject):
    """Follows the column's scrolling; places are told as a share of the text, 0 to 1.

    A share of the text holds whatever the size of the letters and the width of the column.
    """

    moved = Signal()
    settled = Signal(float)

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self._told = 0.0
        self._is_following = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.tell)
        column.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        column.verticalScrollBar().rangeChanged.connect(self.moved)

    @property
    def share(self) -> float:
        """How much of the text lies above the column's top; 1 where its end is in sight."""
        bar = self._column.verticalScrollBar()
        if bar.value() <= bar.minimum():
            return 0.0
        if bar.value() >= bar.maximum():
            return 1.0
        return min(1.0, self._column.place_at_top() / self._length)

    @property
    def progress(self) -> float:
        """How much of the page the reader has seen."""
        bar = self._column.verticalScrollBar()
        return (bar.value() + bar.pageStep()) / max(1, bar.maximum() + bar.pageStep())

    def follow(self, share: float) -> None:
        """Go to a place of the page that is shown now, and follow the reader from there."""
        self.go_to(share)
        self.stay()

    def stay(self) -> None:
        """Follow the reader from here, where the reader did not scroll to."""
        self._told = self.share
        self._timer.stop()
        self._is_following = True

    def leave(self) -> None:
        """Tell the last place where that is due, then follow no further."""
        if self._timer.isActive():
            self.tell()
        self._timer.stop()
        self._is_following = False

    def go_to(self, share: float) -> None:
        bar = self._column.verticalScrollBar()
        if share <= 0:
            bar.setValue(bar.minimum())
        elif share >= 1:
            self._column.scroll_to(self._length)
            bar.setValue(bar.maximum())
        else:
            self._column.scroll_to(round(share * self._length))

    def tell(self) -> None:
        self._timer.stop()
        share = self.share
        if self._is_following and abs(share - self._told) > _SAME:
            self._told = share
            self.settled.emit(share)

    @property
    def _length(self) -> int:
        return max(1, self._column.document().characterCount() - 1)

    def _on_scrolled(self) -> None:
        self.moved.emit()
        if self._is_following:
            self._timer.start()
