"""Paint one choice of the command palette: its title, its shortcut at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.dialogs.choices import Choice, ChoiceRole, PlacesRole
from reader.ui.theme import SANS, Theme, Themes, font

ROW = 34
EDGE = 12
ENDING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class ChoiceRow(QStyledItemDelegate):
    """The letters that were typed stand out in the title."""

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._face = font(SANS, 13)
        self._small = font(SANS, 12)

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(ChoiceRole)
        theme = self._themes.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        room = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        hint_width = self._paint_hint(painter, room, option.direction, choice.hint)
        title_room = QRect(room.left(), room.top(), room.width() - hint_width, room.height())
        place = QStyle.visualRect(option.direction, room, title_room)
        self._paint_title(painter, place, option.direction, index)
        painter.restore()

    def _paint_hint(
        self, painter: QPainter, room: QRect, direction: Qt.LayoutDirection, hint: str
    ) -> int:
        if not hint:
            return 0
        metrics = QFontMetrics(self._small)
        width = min(metrics.horizontalAdvance(hint) + 2, room.width() // 2)
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        painter.setFont(self._small)
        painter.setPen(self._themes.current.colour("soft"))
        shown = metrics.elidedText(hint, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QStyle.visualRect(direction, room, place), ENDING, shown)
        return width + EDGE

    def _paint_title(
        self,
        painter: QPainter,
        room: QRect,
        direction: Qt.LayoutDirection,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        title = index.data(Qt.ItemDataRole.DisplayRole)
        places = index.data(PlacesRole)
        line = QFontMetrics(self._face).elidedText(
            " ".join(title.split("\n")), Qt.TextElideMode.ElideRight, room.width()
        )
        layout = QTextLayout(line, self._face)
        option = QTextOption()
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(_standing_out(line, places, self._themes.current))
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(room.width())
        layout.endLayout()
        painter.setPen(self._themes.current.colour("ink"))
        top = room.top() + (room.height() - row.height()) / 2
        layout.draw(painter, QPointF(room.left(), top))


def _standing_out(line: str, places: Sequence[int], theme: Theme) -> list[QTextLayout.FormatRange]:
    formats = []
    for place in places:
        if place >= len(line):
            continue
        one = QTextLayout.FormatRange()
        # Qt counts UTF-16 units, Python code points.
        one.start = len(line[:place].encode("utf-16-le", "surrogatepass")) // 2
        one.length = len(line[place].encode("utf-16-le", "surrogatepass")) // 2
        look = QTextCharFormat()
        look.setForeground(theme.colour("accent"))
        look.setFontWeight(QFont.Weight.DemiBold)
        one.format = look
        formats.append(one)
    return formats
