"""Lay the parts of the pane out, or say something in their place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget


class Frame(QStackedWidget):
    """Shows either the parts, one below the other, or a few quiet words."""

    def __init__(self, parts: Sequence[QWidget], growing: QWidget) -> None:
        super().__init__()
        self.message = QLabel()
        self.message.setObjectName("readingMessage")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self._reading = QWidget()
        rows = QVBoxLayout(self._reading)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in parts:
            rows.addWidget(part, 1 if part is growing else 0)
        self.addWidget(self._reading)
        self.addWidget(self.message)

    def show_parts(self) -> None:
        self.setCurrentWidget(self._reading)

    def show_message(self, text: str) -> None:
        self.message.setText(text)
        self.setCurrentWidget(self.message)
