"""Paint one row of the facets: a name, and how many clippings have it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.aligned import at_end, at_start
from reader.ui.clipping_list.facet_model import FacetModel
from reader.ui.clipping_list.facet_rows import FacetRow, Kind
from reader.ui.clipping_list.lines import direction_of
from reader.ui.numbers import grouped
from reader.ui.theme import Themes, heading_font, row_font

ROW = 26
HEADING = 34

_MARGIN = 8
_PADDING = 12
_SIGN = 16  # room for the tick before a name
_INDENT = 14
_DEEPEST = 4
_CORNER = 6.0
_RING = 1.5

Index = QModelIndex | QPersistentModelIndex


class FacetPainter(QStyledItemDelegate):
    """What is chosen has a tick and stands out; a ring shows where the keys are."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._plain, self._strong = row_font(), row_font(QFont.Weight.DemiBold)
        self._heading = heading_font()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FacetRow = index.data(FacetModel.RowRole)
        return QSize(1, HEADING if row.kind is Kind.HEADING else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FacetRow = index.data(FacetModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            self._paint_heading(painter, option, str(index.data()))
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, row, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        room = _ground(option).adjusted(_PADDING, HEADING - ROW + 2, -_PADDING, 0)
        painter.setFont(self._heading)
        painter.setPen(self._themes.current.colour("soft"))
        painter.drawText(room, at_start(option), name.upper())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._themes.current, option.state
        is_heeded = bool(state & QStyle.StateFlag.State_MouseOver)
        has_ring = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(theme.colour("selected") if is_heeded else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), _RING) if has_ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(_ground(option).adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: FacetRow, name: str
    ) -> None:
        theme = self._themes.current
        face = self._strong if row.is_chosen else self._plain
        metrics = QFontMetrics(face)
        inside = _ground(option).adjusted(_PADDING, 0, -_PADDING, 0)
        count = grouped(row.count) if row.kind is Kind.VALUE else ""
        taken = metrics.horizontalAdvance(count) + 8 if count else 0
        indent = _SIGN + min(row.depth, _DEEPEST) * _INDENT
        room = QStyle.visualRect(option.direction, inside, inside.adjusted(indent, 0, -taken, 0))
        painter.setFont(face)
        painter.setPen(theme.colour("soft" if row.kind is Kind.MORE else "ink"))
        short = metrics.elidedText(
            " ".join(name.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        # An Arabic name is read from the right, and stands where the others stand.
        painter.setLayoutDirection(direction_of(short))
        painter.drawText(room, at_start(option), short)
        painter.setPen(theme.colour("soft"))
        painter.drawText(inside, at_end(option), count)
        if row.is_chosen:
            self._paint_tick(painter, option, inside)

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect) -> None:
        place = QStyle.visualRect(
            option.direction, inside, QRect(inside.left(), inside.top(), 10, inside.height())
        )
        middle = QPointF(place.center())
        points = [QPointF(-4, 0.5), QPointF(-1.2, 3.4), QPointF(4.4, -3)]
        painter.setPen(QPen(self._themes.current.colour("accent"), 1.8))
        painter.drawPolyline(QPolygonF([middle + one for one in points]))


def _ground(option: QStyleOptionViewItem) -> QRect:
    return option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
