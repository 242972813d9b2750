"""Show one picture large; Escape, Enter or a click leads back to the page."""

from PySide6.QtCore import QObject, QRect, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from reader.ui.reading.pictures import PictureSource, read_image

_SHARE = 0.94  # of the window
_EDGE = 16


class FullPicture(QObject):
    """Reads one picture in a thread of its own; `read` tells it, or a null one."""

    read = Signal(QImage)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.destroyed.connect(self._pool.waitForDone)

    def begin(self, source: PictureSource, width: int) -> None:
        self._pool.start(lambda: self.read.emit(read_image(source, width)))


class PictureViewer(QDialog):
    """A sheet over the window with the picture as large as it fits, never above its own size."""

    def __init__(self, source: PictureSource, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pictureViewer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(said or self.tr("Picture"))
        self.setAccessibleName(said or self.tr("Picture"))
        self.setModal(True)
        self.resize(parent.window().size() * _SHARE)
        self.image = QImage()
        self._full = FullPicture(self)
        self._full.read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._full.begin(source, round(self.width() * self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = self.image.size() / ratio
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRect(room.topLeft(), size)
        frame.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self.image)
        painter.end()

    def _on_read(self, image: QImage) -> None:
        if image.isNull():
            self.reject()
        self.image = image
        self.update()
