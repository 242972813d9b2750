"""The list under the search box: how a search may go on, or what was searched lately."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.clipping_list.lines import direction_of
from reader.ui.clipping_list.offer import Offer
from reader.ui.numbers import grouped
from reader.ui.theme import SANS, Themes, font

ROW = 29
_EDGE = 4
_PADDING = 10
_HINT_SHARE = 0.45

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class OfferModel(QAbstractListModel):
    """Holds offers; nothing is chosen until the reader goes there."""

    OfferRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def set_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role == self.OfferRole:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = grouped(offer.count) if offer.count else ""
            return ", ".join(part for part in (offer.shown, offer.hint, count) if part)
        return None


class OfferList(QListView):
    """Never has the focus: the box it stands under walks through it."""

    taken = Signal(object)  # Offer

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("Suggestions"))
        self._offers = OfferModel(self)
        self.setModel(self._offers)
        self.setItemDelegate(OfferPainter(themes, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)
        themes.changed.connect(self.viewport().update)
        self.hide()

    @property
    def current(self) -> Offer | None:
        """What the reader went to."""
        index = self.currentIndex()
        return self._offers.offers[index.row()] if index.isValid() else None

    @property
    def first(self) -> Offer | None:
        return self._offers.offers[0] if self._offers.offers else None

    def show_offers(self, offers: Sequence[Offer], under: QRect) -> None:
        """Show these under a place of the panel; none hides the list."""
        self._offers.set_offers(offers)
        self.setCurrentIndex(QModelIndex())
        if not offers:
            self.hide()
            return
        panel = self.parentWidget() or self
        room = panel.height() - under.bottom() - 12
        height = min(len(offers) * ROW + 2 * _EDGE + 2, max(room, ROW + 2 * _EDGE))
        self.setGeometry(under.left(), under.bottom() + 2, under.width(), height)
        self.scrollToTop()
        self.show()
        self.raise_()

    def walk(self, by: int) -> None:
        """To the next offer or the one before, round the end by way of none."""
        count = self._offers.rowCount()
        row = self.currentIndex().row() + by
        if row < -1:
            row = count - 1
        self.setCurrentIndex(self._offers.index(row) if 0 <= row < count else QModelIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self._offers.offers[index.row()])


class OfferPainter(QStyledItemDelegate):
    """The text at the start; what it is, and how many have it, at the end."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._face = font(SANS, 13)
        self._small = font(SANS, 12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OfferModel.OfferRole)
        theme = self._themes.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heeded = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & heeded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        taken = self._paint_hint(painter, option, inside, offer)
        self._paint_text(painter, option, inside.adjusted(0, 0, -taken, 0), offer)
        painter.restore()

    def _paint_hint(
        self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, offer: Offer
    ) -> int:
        count = grouped(offer.count) if offer.count else ""
        hint = " · ".join(part for part in (offer.hint, count) if part)
        if not hint:
            return 0
        metrics = QFontMetrics(self._small)
        short = metrics.elidedText(
            hint, Qt.TextElideMode.ElideRight, round(inside.width() * _HINT_SHARE)
        )
        painter.setFont(self._small)
        painter.setPen(self._themes.current.colour("soft"))
        end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight) | _MIDDLE
        painter.drawText(inside, end, short)
        return metrics.horizontalAdvance(short) + _PADDING

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, offer: Offer
    ) -> None:
        place = QStyle.visualRect(option.direction, option.rect, room)
        metrics = QFontMetrics(self._face)
        line = " ".join(offer.shown.split())
        short = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self._face)
        painter.setPen(self._themes.current.colour("soft" if offer.forgets else "ink"))
        painter.setLayoutDirection(direction_of(short))
        start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft) | _MIDDLE
        painter.drawText(place, start, short)
