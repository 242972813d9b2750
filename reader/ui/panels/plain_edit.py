"""A field for plain text that grows with what is written in it."""

import re

from PySide6.QtCore import QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.ui.kept_keys import KeptKeys
from reader.ui.theme import SANS, font

LEADING = 1.24  # Inter's own lines are 1.21 of its size: together the design's 1.5


class PlainEdit(QTextEdit):
    """Text as it is typed; `grown` tells how high the field should be.

    It is at least as high as so many lines; `edges` is what border and padding take.
    """

    grown = Signal(int)

    def __init__(self, lines: int, edges: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._edges = edges
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(font(SANS, 13))
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        KeptKeys(self, (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter))
        self.put("")

    @property
    def text(self) -> str:
        # toPlainText() would turn no-break spaces into common ones.
        return plain(self.document().toRawText())

    @property
    def wanted_height(self) -> int:
        return self._height_for(self.document().size().height())

    def put(self, text: str) -> None:
        """Begin with a text; there is no way back to the one before."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        leading = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        leading.setLineHeight(LEADING * 100, proportional)
        self._all().mergeBlockFormat(leading)
        self.document().setUndoRedoEnabled(True)

    def replace(self, text: str) -> None:
        """Put in another text as if it were typed: it can be undone."""
        self._all().insertText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Dropped files belong to the window, which takes them in.
        return source.hasText() and not source.hasUrls()

    def _all(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor

    def _height_for(self, written: float) -> int:
        line = round(self.fontMetrics().lineSpacing() * LEADING)
        return max(round(written), self._lines * line) + self._edges

    def _on_size_changed(self, size: QSizeF) -> None:
        self.grown.emit(self._height_for(size.height()))


def plain(text: str) -> str:
    """The text as it is kept: line ends of one kind, nothing that no database takes."""
    return re.sub("[\0\ud800-\udfff]", "", re.sub("\r\n?|\u2028|\u2029", "\n", text))
