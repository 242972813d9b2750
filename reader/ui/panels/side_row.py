"""A row of the side panel that can be pressed: words, and fewer of them at its end."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from reader.ui.file_names import isolated
from reader.ui.theme import SANS, Themes, font

HEIGHT = 29
EDGE = 8
CORNER = 6.0
DOT = 3.0
ENDING_SHARE = 0.6  # of the row, which the words at its end may take


class SideRow(QAbstractButton):
    """What doesn't fit is cut; a row that is on has a dot and stands out."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._ending = ""
        self._has_dot = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_words(self, words: str, ending: str = "", *, has_dot: bool = False) -> None:
        self._ending, self._has_dot = ending, has_dot
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(", ".join(filter(None, (words, ending))))
        self.update()

    @property
    def words(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        room = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        if self._has_dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._themes.current.colour("accent"))
            dot = QRect(room.left(), room.top(), round(2 * DOT), room.height())
            place = self._placed(room, dot).center()
            painter.drawEllipse(QPointF(place) + QPointF(0.5, 0.5), DOT, DOT)
            room = self._placed(room, room.adjusted(12, 0, 0, 0))
        self._paint_words(painter, room)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._themes.current
        is_under = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("selected") if is_under else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), CORNER, CORNER)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        theme = self._themes.current
        small = font(SANS, 12)
        metrics = QFontMetrics(small)
        ending = metrics.elidedText(
            self._ending, Qt.TextElideMode.ElideRight, round(room.width() * ENDING_SHARE)
        )
        width = metrics.horizontalAdvance(ending) + 10 if ending else 0
        painter.setFont(small)
        painter.setPen(theme.colour("soft"))
        end = QRect(room.right() - width + 1, room.top(), width, room.height())
        centred = Qt.AlignmentFlag.AlignVCenter
        trailing = centred | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(self._placed(room, end), trailing, isolated(ending))
        face = font(SANS, 13, QFont.Weight.DemiBold if self._has_dot else QFont.Weight.Normal)
        start = QRect(room.left(), room.top(), room.width() - width, room.height())
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, start.width())
        painter.setFont(face)
        painter.setPen(theme.colour("ink"))
        leading = centred | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._placed(room, start), leading, isolated(shown))

    def _placed(self, room: QRect, part: QRect) -> QRect:
        """The part where it stands in a window that may run from the right."""
        return QStyle.visualRect(self.layoutDirection(), room, part)
