"""A heading of the side panel with what stands under it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.theme import heading_font

BELOW_HEADING = 8


class SidePart(QWidget):
    """The heading in capitals, the widgets below each other."""

    def __init__(self, title: str, under: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = QLabel(self)
        self._heading.setObjectName("sideHeading")
        self._heading.setFont(heading_font())
        self.show_title(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BELOW_HEADING)
        column.addWidget(self._heading)
        for widget in under:
            column.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def show_title(self, title: str) -> None:
        self._heading.setText(title.upper())
        self._heading.setAccessibleName(title)
