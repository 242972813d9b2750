"""Paint one row of the shelf: a name and, at the other end, how much stands there."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.aligned import at_end, at_start
from reader.ui.numbers import grouped
from reader.ui.panels.shelf_model import ShelfModel
from reader.ui.panels.shelf_rows import Kind, ShelfRow
from reader.ui.theme import Theme, Themes, heading_font, row_font

ROW_HEIGHT = 29
HEADING_HEIGHT = 37

_MARGIN = 8
_PADDING = 10
_INDENT = 16
_DEEPEST = 6  # further in, a narrow shelf would have no room left for the name
_CORNER = 7.0
_RING = 1.5

Index = QModelIndex | QPersistentModelIndex


class ShelfRowPainter(QStyledItemDelegate):
    """Paints headings in small capitals, and the chosen row on a ground of its own."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        # Who chooses by the mouse needs no ring around each row that was clicked.
        self.has_ring = False
        self._theme = themes.current
        self._plain, self._strong = row_font(), row_font(QFont.Weight.DemiBold)
        self._heading = heading_font()
        themes.changed.connect(self._on_theme_changed)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ShelfRow = index.data(ShelfModel.RowRole)
        label = str(index.data())
        rect = ground_rect(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            self._paint_heading(painter, option, rect, label)
        else:
            self._paint_ground(painter, option, rect)
            self._paint_row(painter, option, row, label)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ShelfRow = index.data(ShelfModel.RowRole)
        return QSize(1, HEADING_HEIGHT if row.kind is Kind.HEADING else ROW_HEIGHT)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("shelfEdit")
        editor.setFont(self._plain)
        editor.setFrame(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill in the name, but not again over what is being written while counts change."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(ground_rect(option))

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, label: str
    ) -> None:
        # A heading stands nearer to what it heads than to what is above it.
        room = rect.adjusted(_PADDING, HEADING_HEIGHT - ROW_HEIGHT + 2, -_PADDING, 0)
        painter.setFont(self._heading)
        painter.setPen(self._theme.colour("soft"))
        metrics = QFontMetrics(self._heading)
        shown = metrics.elidedText(label.upper(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, at_start(option), shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        has_ring = has_focus and self.has_ring
        painter.setBrush(self._theme.colour("selected") if is_selected else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), _RING) if has_ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1) if has_ring else rect, _CORNER, _CORNER)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ShelfRow, label: str
    ) -> None:
        rect = ground_rect(option)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        face = self._strong if is_selected else self._plain
        metrics = QFontMetrics(face)
        count = grouped(row.count) if row.count and row.kind is not Kind.MORE else ""
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        taken = metrics.horizontalAdvance(count) + 8 if count else 0
        room = inside.adjusted(indent_of(row), 0, -taken, 0)
        shown = QStyle.visualRect(option.direction, inside, room)
        painter.setFont(face)
        painter.setPen(self._theme.colour("soft" if row.kind is Kind.MORE else "ink"))
        short = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(shown, at_start(option), short)
        painter.setPen(self._theme.colour("soft"))
        painter.drawText(inside, at_end(option), count)
        if row.has_children:
            self._paint_chevron(painter, option, row, shown)

    def _paint_chevron(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ShelfRow, label: QRect
    ) -> None:
        """A sign that more is folded away; of what is open only under the mouse or the focus."""
        heeded = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if row.is_open and not option.state & heeded:
            return
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        middle = QPointF(label.right() + 6.5 if is_rtl else label.left() - 5.5, label.center().y())
        out, up = (-1.5 if is_rtl else 1.5), 3.0
        points = [QPointF(-out, -up), QPointF(out, 0), QPointF(-out, up)]
        if row.is_open:
            points = [QPointF(-up, -1.5), QPointF(0, 1.5), QPointF(up, -1.5)]
        painter.setPen(QPen(self._theme.colour("soft"), 1.4))
        painter.drawPolyline(QPolygonF([middle + QPointF(0.5, 0.5) + one for one in points]))

    def _on_theme_changed(self, theme: Theme) -> None:
        self._theme = theme


def ground_rect(option: QStyleOptionViewItem) -> QRect:
    """The ground of a row; a scroll bar takes from the margin, not from the row."""
    row = option.rect
    right = min(row.right() + 1, option.widget.width() - _MARGIN)
    left = row.left() + _MARGIN
    ground = QRect(left, row.top(), right - left, row.height() - 1)
    return QStyle.visualRect(option.direction, row, ground)


def indent_of(row: ShelfRow) -> int:
    return min(row.depth, _DEEPEST) * _INDENT


def label_start(row: ShelfRow) -> int:
    """How far from the edge of the shelf the label begins; before it is where tags fold."""
    return _MARGIN + _PADDING + indent_of(row)
