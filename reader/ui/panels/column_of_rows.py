"""A column of rows that is filled anew whenever something else is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class ColumnOfRows(QWidget):
    """`spacing` is between two rows, in pixels."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def clear(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def fill(self, rows: Sequence[QWidget]) -> None:
        """Show these and no others."""
        self.clear()
        self.rows = list(rows)
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
