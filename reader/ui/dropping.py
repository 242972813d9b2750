"""Take what is dropped on any part of the window, and show meanwhile what will become of it."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from reader.ui.carried import Carried, What, what_is_carried
from reader.ui.drop_frame import DropFrame
from reader.ui.numbers import grouped


class Dropping(QObject):
    """Watches the window itself; what its panels do not take comes up to it."""

    dropped = Signal(object)  # Carried

    def __init__(self, frame: DropFrame, window: QWidget) -> None:
        super().__init__(window)
        self._frame = frame
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._frame.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> None:
        carried = what_is_carried(event.mimeData())
        # Words that are dragged within the window are on their way to a field.
        if carried.what is What.NOTHING or event.source() is not None:
            event.ignore()
            return
        _take_as_copy(event)
        self._frame.show_over(self._promise(carried))

    def _drop(self, event: QDropEvent) -> None:
        self._frame.hide()
        _take_as_copy(event)
        self.dropped.emit(what_is_carried(event.mimeData()))

    def _promise(self, carried: Carried) -> str:
        many = len(carried.files) or len(carried.addresses)
        said = {
            What.FILES: self.tr("Drop to add"),
            What.ADDRESS: self.tr("Drop to fetch the page, or to keep its link"),
            What.WORDS: self.tr("Drop to keep these words as a clipping"),
            What.PICTURE: self.tr("A picture alone is no page"),
            What.ELSEWHERE: self.tr("Save this as a file first, and drop that"),
        }[carried.what]
        if many > 1:
            files, pages = self.tr("Drop to add %1"), self.tr("Drop to fetch %1 pages, or to keep")
            said = files if carried.files else pages + " " + self.tr("their links")
        return said.replace("%1", grouped(many))


class TextAlone(QObject):
    """Lets a field take dropped words, and leaves files and links to the window."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The moves and the drop are events of a class below the one of entering.
        if isinstance(event, QDropEvent) and not _is_text(event.mimeData()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_text(mime: QMimeData) -> bool:
    return mime.hasText() and not mime.hasUrls()


def _take_as_copy(event: QDropEvent) -> None:
    """Whoever dragged it must not think that it was moved away."""
    possible = event.possibleActions()
    copy, link = Qt.DropAction.CopyAction, Qt.DropAction.LinkAction
    event.setDropAction(link if possible & link and not possible & copy else copy)
    event.accept()
