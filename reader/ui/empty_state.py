"""What stands in the place of an empty library: it teaches how to begin."""

import html

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import SANS, SERIF, Themes, font

_BOX_WIDTH, _BOX_HEIGHT = 520, 346
_CORNER = 16
_PAGES = QSize(44, 52)


class EmptyState(QWidget):
    """A box that asks for saved pages, and a few words on how to save one."""

    add_asked = Signal()
    watch_asked = Signal()
    samples_asked = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._themes = themes
        self._drawing = _Pages(themes)
        self._add = QPushButton(self.tr("Add files…"))
        self._add.setProperty("primary", True)
        self._add.clicked.connect(self.add_asked)
        self._watch = QPushButton(self.tr("Watch a folder…"))
        self._watch.clicked.connect(self.watch_asked)
        self._samples = QPushButton(self.tr("Try two samples"))
        self._samples.clicked.connect(self.samples_asked)
        self._box = _DashedBox(themes)
        self._fill_box()
        self._lay_out()
        themes.changed.connect(self.update)

    def _fill_box(self) -> None:
        title = _line(self.tr("Drop saved pages here"), font(SERIF, 27, QFont.Weight.DemiBold))
        words = _line(
            self.tr(
                "Web pages you saved from any browser, single files, folders"
                " or plain text. The story stays, the clutter goes."
            ),
            font(SANS, 15),
        )
        words.setObjectName("emptyWords")
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self._add, self._watch, self._samples):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self._box)
        rows.setContentsMargins(40, 52, 40, 44)
        rows.setSpacing(0)
        for part, space in ((self._drawing, 34), (title, 8), (words, 24)):
            rows.addWidget(part)
            rows.addSpacing(space)
        rows.addLayout(buttons)

    def _lay_out(self) -> None:
        how = _line(
            self.tr("To save a page in Chrome, Edge or Firefox: Ctrl+S, then “Webpage, complete”.")
            + "\n"
            + self.tr("In Safari: File, Save As, “Web Archive”."),
            font(SANS, 12.5),
        )
        how.setObjectName("emptyWords")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.addStretch(1)
        rows.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addSpacing(20)
        rows.addWidget(how)
        rows.addStretch(1)


class _DashedBox(QWidget):
    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.setMaximumWidth(_BOX_WIDTH)
        self.setMinimumHeight(_BOX_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_BOX_WIDTH, _BOX_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._themes.current.colour("soft")
        colour.setAlphaF(0.5)
        pen = QPen(colour, 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, _CORNER, _CORNER)
        painter.end()


class _Pages(QWidget):
    """Two sheets, one behind the other."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.setFixedHeight(_PAGES.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._themes.current.colour("soft"), 1.6, c=Qt.PenCapStyle.RoundCap))
        painter.translate((self.width() - _PAGES.width()) / 2, 0)
        behind = QPainterPath(QPointF(36, 11))
        behind.lineTo(40, 11)
        behind.arcTo(36, 11, 6, 6, 90, -90)
        behind.lineTo(42, 47)
        behind.arcTo(36, 44, 6, 6, 0, -90)
        behind.lineTo(9, 50)
        painter.drawPath(behind)
        painter.drawRoundedRect(QRectF(1, 1, 34, 46), 3, 3)
        for y, length in ((11, 18), (19, 18), (25, 18), (31, 11)):
            painter.drawLine(QPointF(9, y), QPointF(9 + length, y))
        painter.end()


def _line(text: str, face: QFont) -> QLabel:
    spaced = html.escape(text).replace("\n", "<br>")
    label = QLabel(f'<p style="line-height: 132%">{spaced}</p>')
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setFont(face)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
