"""The button that says how the list is sorted, and lets the reader choose."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from reader.clipping import Order
from reader.ui.theme import SANS, Themes, font

_CHEVRON = 13
_BETWEEN = 1
_PADDING = 4
_HEIGHT = 25


class OrderButton(QToolButton):
    """Shows one order, opens a menu of all; the best match is offered only for words."""

    order_chosen = Signal(Order)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setObjectName("orderButton")
        self.setFont(font(SANS, 12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._actions = self._make_actions()
        self.clicked.connect(self._on_clicked)
        themes.changed.connect(self.update)
        self.show_order(Order.NEWEST)
        self.offer_best_match(False)

    def show_order(self, order: Order) -> None:
        action = self._actions[order]
        action.setChecked(True)
        self.setText(action.text())
        self.updateGeometry()
        self.setAccessibleName(self.tr("Sorted by: %1").replace("%1", action.text()))

    def offer_best_match(self, is_offered: bool) -> None:
        self._actions[Order.RELEVANCE].setVisible(is_offered)

    def sizeHint(self) -> QSize:
        return QSize(2 * _PADDING + self._words_width() + _BETWEEN + _CHEVRON, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word and a chevron after it: a tool button knows an icon only before its text."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        inside = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        words = QRect(inside.left(), inside.top(), self._words_width(), inside.height())
        chevron = QRect(0, 0, _CHEVRON, _CHEVRON)
        chevron.moveCenter(inside.center())
        chevron.moveLeft(words.right() + 1 + _BETWEEN)
        direction = self.layoutDirection()
        painter.setPen(self._themes.current.colour("soft"))
        painter.drawText(
            QStyle.visualRect(direction, inside, words), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        icon = self._themes.icon("chevron")
        icon.paint(painter, QStyle.visualRect(direction, inside, chevron))
        painter.end()

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 1

    def _make_actions(self) -> dict[Order, QAction]:
        names = {
            Order.RELEVANCE: self.tr("Best match"),
            Order.ADDED: self.tr("Recently added"),
            Order.NEWEST: self.tr("Newest"),
            Order.OLDEST: self.tr("Oldest"),
            Order.LONGEST: self.tr("Longest"),
            Order.SOURCE: self.tr("Source"),
        }
        group = QActionGroup(self)
        actions = {order: QAction(name, group, checkable=True) for order, name in names.items()}
        for order, action in actions.items():
            action.setData(order)
            self._menu.addAction(action)
        group.triggered.connect(self._on_triggered)
        return actions

    def _on_clicked(self) -> None:
        # A menu of the button's own would draw a second arrow and keep room for it.
        corner = self.rect().bottomRight() - QPoint(self._menu.sizeHint().width(), -2)
        self._menu.popup(self.mapToGlobal(corner))

    def _on_triggered(self, action: QAction) -> None:
        order = Order(action.data())
        self.show_order(order)
        self.order_chosen.emit(order)
