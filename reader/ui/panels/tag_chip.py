"""Draw a tag as a chip that can be taken away."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reader.ui.kept_keys import KeptKeys
from reader.ui.theme import SANS, Themes, font

HEIGHT = 26
PADDING = 10
CROSS = 6
DASH = 3.0
KEYS = (
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)


class Chip(QPushButton):
    """A word in a rounded outline; dashed where it does not hold for all."""

    def __init__(self, text: str, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(font(SANS, 12.5))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.is_dashed = False
        self._themes = themes
        self.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(HEIGHT, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_outline(painter)
        theme = self._themes.current
        painter.setPen(theme.colour("soft" if self.is_dashed else "ink"))
        room = self.rect().adjusted(PADDING, 0, -PADDING + 1, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_outline(self, painter: QPainter) -> None:
        theme = self._themes.current
        pen = QPen(theme.colour("accent" if self.hasFocus() else "line"), 1)
        if self.is_dashed and not self.hasFocus():
            pen.setColor(_between(theme.colour("line"), theme.colour("soft")))
            pen.setDashPattern([DASH, DASH])
        painter.setPen(pen)
        painter.setBrush(theme.colour("list" if self.is_dashed else "page"))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, HEIGHT / 2, HEIGHT / 2)


class TagChip(Chip):
    """A tag of the shown clippings: × or Delete takes it away, the arrows walk on."""

    removed = Signal(str)
    kept_for_all = Signal(str)
    walked = Signal(int)

    def __init__(self, tag: str, themes: Themes, parent: QWidget) -> None:
        super().__init__(f"#{tag}", themes, parent)
        self.tag = tag
        self._is_hovered = False
        KeptKeys(self, KEYS)
        self.clicked.connect(self._on_clicked)
        self.set_partial(False)

    def set_partial(self, is_partial: bool) -> None:
        self.is_dashed = is_partial
        says = self.tr("Tag %1, on some of them") if is_partial else self.tr("Tag %1")
        self.setAccessibleName(says.replace("%1", self.tag))
        self.setAccessibleDescription(self.tr("Delete removes it"))
        self.setToolTip(self.text() if len(self.text()) > 24 else "")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if is_inside and self._is_on_cross(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit(self.tag)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.tag)
        elif event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._is_hovered or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._themes.current.colour("accent"), 1.4))
        centre, half = self._cross(), CROSS / 2
        for lean in (half, -half):
            painter.drawLine(
                QPoint(round(centre.x() - lean), round(centre.y() - half)),
                QPoint(round(centre.x() + lean), round(centre.y() + half)),
            )

    def _cross(self) -> QPoint:
        inset = 1 + PADDING // 2
        x = inset if self.isRightToLeft() else self.width() - inset - 1
        return QPoint(x, self.height() // 2)

    def _is_on_cross(self, at: QPoint) -> bool:
        return abs(at.x() - self._cross().x()) <= PADDING - 1

    def _on_clicked(self) -> None:
        if self.is_dashed:
            self.kept_for_all.emit(self.tag)


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
