"""The box the reader types a search into."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.clipping_list.offer import Offer
from reader.ui.clipping_list.offer_list import OfferList
from reader.ui.kept_keys import KeptKeys
from reader.ui.numbers import grouped
from reader.ui.theme import Themes

_NEARER = -6
_HALO_CORNER = 11.0
_HALO_STRENGTH = 0.2
_HALO = 3  # pixels around the box
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchField(QLineEdit):
    """Tells each change of the words; Down, Enter and a second Escape go on to the list.

    While offers stand under it, the arrows walk through them, Tab and Enter take one, and
    Escape puts them away. Enter alone takes none: it is a plain search.
    """

    words_changed = Signal(str)
    list_wanted = Signal()
    words_entered = Signal(str)
    offers_wanted = Signal(str, int)  # the line and where the caret stands in it
    recent_wanted = Signal()
    recent_forgotten = Signal()
    meant_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Search"))
        self._offers = OfferList(themes, parent or self)
        self._glass = QAction(self)
        self._clear = QAction(self.tr("Clear the search"), self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        # The window has these keys too, for other things.
        KeptKeys(self, (Qt.Key.Key_F1, Qt.Key.Key_Escape))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        self.textEdited.connect(self._on_text_edited)
        self._offers.taken.connect(self._take)
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
        self._offers.hide()

    def show_offers(self, offers: Sequence[Offer], text: str, caret: int) -> None:
        """Offer what was asked for this line and caret; too late, if they are others now."""
        if self.hasFocus() and (self.text(), self.cursorPosition()) == (text, caret):
            around = self.geometry().adjusted(_HALO, 0, -_HALO, -_HALO)
            self._offers.show_offers(offers, around)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F1:
            self.help_wanted.emit()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.meant_wanted.emit()
        elif key in _ENTER:
            self._on_enter()
        elif key in _STEPS and not self._offers.isHidden():
            self._offers.walk(_STEPS[key])
            self._tell_offer()
        elif key == Qt.Key.Key_Down:
            self._on_down()
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes what is offered, before it leads anywhere else."""
        offer = None if self._offers.isHidden() else self._offers.current or self._offers.first
        if next and offer is not None and not offer.forgets:
            self._take(offer)
            return True
        return super().focusNextPrevChild(next)

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offers.hide()

    def _on_enter(self) -> None:
        offer = None if self._offers.isHidden() else self._offers.current
        if offer is not None:
            self._take(offer)
            return
        self._offers.hide()
        if self.text().strip():
            self.words_entered.emit(self.text())
        self.list_wanted.emit()

    def _on_down(self) -> None:
        if self.text():
            self.list_wanted.emit()
        else:
            self.recent_wanted.emit()

    def _on_escape(self) -> None:
        if not self._offers.isHidden():
            self._offers.hide()
        elif self.text():
            self.clear()
        else:
            self.list_wanted.emit()

    def _take(self, offer: Offer) -> None:
        self._offers.hide()
        if offer.forgets:
            self.recent_forgotten.emit()
            return
        self.setText(offer.text)
        self.setCursorPosition(offer.caret)
        if offer.text.endswith((":", "/")):  # there is more to choose
            self.offers_wanted.emit(offer.text, offer.caret)

    def _tell_offer(self) -> None:
        """A screen reader stays on the box: the box says where the arrows are."""
        offer = self._offers.current
        self.setAccessibleDescription(offer.shown if offer else "")

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
        if not words:
            self._offers.hide()
        self.words_changed.emit(words)

    def _on_text_edited(self, words: str) -> None:
        if words.strip():
            self.offers_wanted.emit(words, self.cursorPosition())

    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._themes.icon("search"))
        self._clear.setIcon(self._themes.icon("close"))
        self.update()
