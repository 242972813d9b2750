"""The box the reader types a search into."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.numbers import grouped
from reader.ui.theme import Themes

_NEARER = -6
_HALO_CORNER = 11.0
_HALO_STRENGTH = 0.2
_DOWNWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Tells each change of the words; Down, Enter and a second Escape go on to the list."""

    words_changed = Signal(str)
    list_wanted = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Search"))
        self._glass = QAction(self)
        self._clear = QAction(self.tr("Clear the search"), self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        themes.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._draw_words_near_the_glass()
        self.set_total(0)

    def set_total(self, count: int) -> None:
        """How many clippings can be searched."""
        text = self.tr("Search 1 clipping") if count == 1 else self.tr("Search %1 clippings")
        if count < 1:
            text = self.tr("Search")
        self.setPlaceholderText(text.replace("%1", grouped(count)))

    def set_words(self, words: str) -> None:
        """Show these words without telling of them."""
        self.blockSignals(True)
        self.setText(words)
        self.blockSignals(False)
        self._clear.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWNWARDS:
            self.list_wanted.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.list_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._draw_words_near_the_glass()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            self._paint_halo()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason):
            self.selectAll()

    def _draw_words_near_the_glass(self) -> None:
        left, right = (0, _NEARER) if self.isRightToLeft() else (_NEARER, 0)
        self.setTextMargins(left, 0, right, 0)

    def _paint_halo(self) -> None:
        colour = QColor(self._themes.current.colour("accent"))
        colour.setAlphaF(_HALO_STRENGTH)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(self.rect()), _HALO_CORNER, _HALO_CORNER)
        painter.end()

    def _on_text_changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self.words_changed.emit(words)

    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._themes.icon("search"))
        self._clear.setIcon(self._themes.icon("close"))
        self.update()
