"""What the reader may do with the rows of the report, as buttons and in a menu."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from reader.clipping import Outcome

OPEN, FOLDER, AGAIN, COPY, SAVE, CLOSE = range(6)


class ReportActs(QWidget):
    """A row of buttons; what cannot be done with the chosen rows is off."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            OPEN: self.tr("Open"),
            FOLDER: self.tr("Show in Folder"),
            AGAIN: self.tr("Try Again"),
            COPY: self.tr("Copy"),
            SAVE: self.tr("Save as CSV…"),
            CLOSE: self.tr("Close"),
        }
        self._buttons: dict[int, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for act, name in self._names.items():
            button = QPushButton(name, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
            self._buttons[act] = button
            if act == CLOSE:
                row.addStretch(1)
            row.addWidget(button)

    def show_chosen(self, meant: Outcome | None, *, many_again: int, is_chosen: bool) -> None:
        """Say what can be done: one row is meant, and so many can be tried again."""
        self._buttons[OPEN].setEnabled(bool(meant and meant.id))
        self._buttons[FOLDER].setEnabled(bool(meant and meant.path.is_absolute()))
        self._buttons[AGAIN].setEnabled(many_again > 0)
        again = self.tr("Try Again") if is_chosen else self.tr("Try Failed Again")
        self._buttons[AGAIN].setText(again)

    def open_menu(self, place: QPoint) -> None:
        """Offer for the chosen rows what the buttons do."""
        menu = QMenu(self)
        for act in (OPEN, FOLDER, AGAIN, COPY):
            action = QAction(self._buttons[act].text(), menu)
            action.setEnabled(self._buttons[act].isEnabled())
            action.triggered.connect(lambda _=False, act=act: self.asked.emit(act))
            menu.addAction(action)
        menu.popup(place)
