"""Offer what can be done with one highlight."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from reader.clipping import Colour, Highlight
from reader.ui.theme import SANS, Theme, font

SWATCH = 14
SHARPNESS = 3  # device pixels drawn for each logical one


class MarkMenu(QMenu):
    """Go there, note, copy, colour, remove."""

    opened = Signal()
    noting = Signal()
    copying = Signal()
    coloured = Signal(Colour)
    removing = Signal()

    def __init__(self, highlight: Highlight, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("markMenu")
        self._add(self.tr("Go to the text"), "Return", self.opened)
        noting = self.tr("Edit the note") if highlight.note else self.tr("Add a note")
        self._add(noting, "F2", self.noting)
        self._add(self.tr("Copy the words"), "Ctrl+C", self.copying)
        self.addSeparator()
        for number, (colour, name) in enumerate(self._names().items(), start=1):
            action = self.addAction(_swatch(theme.mark(colour), theme.colour("soft")), name)
            action.setShortcut(str(number))
            action.setCheckable(True)
            action.setChecked(colour is highlight.colour)
            if colour is highlight.colour:
                action.setFont(font(SANS, 13, QFont.Weight.DemiBold))
            action.triggered.connect(lambda _=False, colour=colour: self.coloured.emit(colour))
        self.addSeparator()
        self._add(self.tr("Remove the mark"), "Del", self.removing)

    def _add(self, title: str, shortcut: str, chosen: SignalInstance) -> None:
        self.addAction(title, shortcut).triggered.connect(lambda: chosen.emit())

    def _names(self) -> dict[Colour, str]:
        return {
            Colour.YELLOW: self.tr("Yellow"),
            Colour.GREEN: self.tr("Green"),
            Colour.BLUE: self.tr("Blue"),
            Colour.ROSE: self.tr("Rose"),
            Colour.VIOLET: self.tr("Violet"),
        }


def _swatch(colour: QColor, edge: QColor) -> QIcon:
    pixmap = QPixmap(SWATCH * SHARPNESS, SWATCH * SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.5, 0.5, SWATCH - 1, SWATCH - 1), 4, 4)
    painter.end()
    return QIcon(pixmap)
