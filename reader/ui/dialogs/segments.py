"""A row of buttons of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Names in a row, joined to one shape; `chosen` tells the place of the new choice."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        places = ["first", *["middle"] * (len(names) - 2), "last"]
        if self.isRightToLeft():  # the round ends are on the outside all the same
            places.reverse()
        for at, (name, place) in enumerate(zip(names, places, strict=True)):
            button = QPushButton(name, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setProperty("segment", place)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    @property
    def choice(self) -> int:
        return self._group.checkedId()

    def set_enabled(self, at: int, is_enabled: bool) -> None:
        self._group.button(at).setEnabled(is_enabled)

    def choose(self, at: int) -> None:
        """Choose as a click would."""
        self._group.button(at).click()
