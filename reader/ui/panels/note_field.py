"""Write the note of the shown clipping, saved as one types."""

from PySide6.QtCore import QMimeData, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.ui.theme import SANS, font

SAVE_AFTER = 500  # milliseconds without a keystroke
LEADING = 1.24  # Inter's own lines are 1.21 of its size: together the design's 1.5
LINES = 3


class NoteField(QTextEdit):
    """Plain text, Markdown kept as typed, as high as what stands in it.

    What was typed but not yet reported as kept is held for each clipping, so that coming
    back to a clipping before its note is written shows what the reader wrote.
    """

    note_changed = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteField")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setFont(font(SANS, 13))
        self.document().setDocumentMargin(0)
        self.setPlaceholderText(self.tr("Write a note…"))
        self.setAccessibleName(self.tr("Note"))
        self._clipping_id = ""
        self._saved = ""
        self._unconfirmed: dict[str, list[str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self._set_text("")
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def note(self) -> str:
        # toPlainText() would turn no-break spaces into common ones.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_note(self, clipping_id: str, note: str) -> None:
        """Show a clipping's note as kept; what the reader is writing is never overwritten."""
        kept = self._confirm(clipping_id, _as_shown(note))
        if clipping_id != self._clipping_id:
            self.flush()
            self._clipping_id = clipping_id
            self._saved = kept
            self._set_text(kept)
        elif not self._is_unsaved() and not _is_same(kept, self.note):
            self._saved = kept
            self._replace_text(kept)

    def confirm_note(self, clipping_id: str, note: str) -> None:
        """Learn what is kept of a clipping, shown or not."""
        if clipping_id == self._clipping_id:
            self.show_note(clipping_id, note)
        else:
            self._confirm(clipping_id, _as_shown(note))

    def flush(self) -> None:
        """Hand out at once what was typed."""
        self._timer.stop()
        if not self._is_unsaved():
            return
        self._saved = self.note
        self._unconfirmed.setdefault(self._clipping_id, []).append(self._saved)
        self.note_changed.emit(self._clipping_id, self._saved)

    def save_again(self, clipping_id: str) -> None:
        """Hand out again what could not be kept."""
        unconfirmed = self._unconfirmed.get(clipping_id)
        if unconfirmed:
            self.note_changed.emit(clipping_id, unconfirmed[-1])

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Dropped files belong to the window, which takes them in.
        return source.hasText() and not source.hasUrls()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _is_unsaved(self) -> bool:
        return bool(self._clipping_id) and self.note != self._saved

    def _confirm(self, clipping_id: str, note: str) -> str:
        """The note to show, given what is kept: an answer still on its way counts more."""
        sent = self._unconfirmed.get(clipping_id, [])
        if not sent:
            return note
        latest = sent[-1]
        answered = [at for at, text in enumerate(sent) if _is_same(text, note)]
        if answered:
            del sent[: answered[0] + 1]
        if not sent:
            del self._unconfirmed[clipping_id]
        return latest

    def _set_text(self, text: str) -> None:
        """Put in a text with no way back to the one before, which is another clipping's."""
        self._timer.stop()
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        leading = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        leading.setLineHeight(LEADING * 100, proportional)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(leading)
        self.document().setUndoRedoEnabled(True)
        self._timer.stop()

    def _replace_text(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _on_typed(self) -> None:
        if self._is_unsaved():
            self._timer.start()

    def _grow(self, size: QSizeF) -> None:
        line = round(self.fontMetrics().lineSpacing() * LEADING)
        edges = self.height() - self.viewport().height()
        self.setFixedHeight(max(round(size.height()), LINES * line) + edges)


def _as_shown(note: str) -> str:
    return note.replace("\r\n", "\n").replace("\r", "\n")


def _is_same(one: str, other: str) -> bool:
    # Whoever keeps the note may trim it; that is no reason to move the words one writes.
    return one.strip() == other.strip()
