"""Write the note of the shown clipping, saved as one types."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.panels.note_look import NoteLook
from reader.ui.panels.plain_edit import PlainEdit, plain
from reader.ui.theme import Themes

SAVE_AFTER = 500  # milliseconds without a keystroke
LINES = 3
EDGES = 22


class NoteField(PlainEdit):
    """Plain text, Markdown kept as typed, as high as what stands in it.

    What was typed but not yet reported as kept is held for each clipping, so that coming
    back to a clipping before its note is written shows what the reader wrote.
    """

    note_changed = Signal(str, str)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(LINES, EDGES, parent)
        self.setObjectName("noteField")
        self.setPlaceholderText(self.tr("Write a note…"))
        self.setAccessibleName(self.tr("Note"))
        self._look = NoteLook(self.document(), themes)
        self._clipping_id = ""
        self._saved = ""
        self._unconfirmed: dict[str, list[str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._on_typed)
        self.grown.connect(self.setFixedHeight)
        self.setFixedHeight(self.wanted_height)

    def show_note(self, clipping_id: str, note: str) -> None:
        """Show a clipping's note as kept; what the reader is writing is never overwritten."""
        kept = self._confirm(clipping_id, plain(note))
        if clipping_id != self._clipping_id:
            self.flush()
            self._clipping_id = clipping_id
            self._saved = kept
            self.put(kept)
        elif not self._is_unsaved() and not _is_same(kept, self.text):
            self._saved = kept
            self.replace(kept)

    def confirm_note(self, clipping_id: str, note: str) -> None:
        """Learn what is kept of a clipping, shown or not."""
        if clipping_id == self._clipping_id:
            self.show_note(clipping_id, note)
        else:
            self._confirm(clipping_id, plain(note))

    def flush(self) -> None:
        """Hand out at once what was typed."""
        self._timer.stop()
        if not self._is_unsaved():
            return
        self._saved = self.text
        self._unconfirmed.setdefault(self._clipping_id, []).append(self._saved)
        self.note_changed.emit(self._clipping_id, self._saved)

    def save_again(self, clipping_id: str) -> None:
        """Hand out again what could not be kept."""
        unconfirmed = self._unconfirmed.get(clipping_id)
        if unconfirmed:
            self.note_changed.emit(clipping_id, unconfirmed[-1])

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
        return bool(self._clipping_id) and self.text != self._saved

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

    def _on_typed(self) -> None:
        if self._is_unsaved():
            self._timer.start()


def _is_same(one: str, other: str) -> bool:
    # Whoever keeps the note may trim it; that is no reason to move the words one writes.
    return one.strip() == other.strip()
