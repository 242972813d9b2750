"""Show what another program's file holds, and let it be taken or left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.library.looking import Recognised
from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import isolated, shown_name, shown_path
from reader.ui.numbers import grouped
from reader.ui.theme import SANS, font

COLUMNS = 3
INDENT = 26  # where the words begin that stand beside a check box

_LEFT_TO_RIGHT = "\u200e"


class RecognisedFile(QFrame):
    """The program's name beside a check box, the counts, and what will be missed."""

    toggled = Signal()

    def __init__(self, found: Recognised, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recognisedFile")
        self.found = found
        self._box = QCheckBox(found.program, self)
        self._box.setFont(font(SANS, 14, QFont.Weight.DemiBold))
        self._box.setAccessibleName(f"{found.program}: {shown_name(found.path)}")
        can_come = bool(found.tallies.items) and not found.fault
        self._box.setChecked(can_come)
        self._box.setEnabled(can_come)
        self._box.toggled.connect(lambda _: self.toggled.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 16)
        column.setSpacing(8)
        column.addWidget(self._box)
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self._path())
        if found.tallies.items:
            inner.addLayout(self._counts())
        for sentence in self._sentences():
            inner.addWidget(sentence)
        column.addLayout(inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_chosen(self) -> bool:
        return self._box.isChecked()

    def _path(self) -> ElidedLabel:
        path = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        path.setProperty("soft", True)
        path.setText(isolated(shown_path(self.found.path)))
        return path

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for at, (many, said) in enumerate(self._told()):
            label = QLabel(f"{grouped(many)} {said}", self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(label, at // COLUMNS, at % COLUMNS)
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        return grid

    def _told(self) -> list[tuple[int, str]]:
        """Each number that is not none, with the word for what it counts."""
        tallies = self.found.tallies
        counts = (
            (tallies.with_text, self.tr("with its text"), self.tr("with their texts")),
            (tallies.links, self.tr("link without text"), self.tr("links without text")),
            (tallies.tags, self.tr("tag"), self.tr("tags")),
            (tallies.notes, self.tr("note"), self.tr("notes")),
            (tallies.marks, self.tr("highlight"), self.tr("highlights")),
            (tallies.starred, self.tr("starred"), self.tr("starred")),
            (tallies.archived, self.tr("archived"), self.tr("archived")),
            (tallies.read, self.tr("read"), self.tr("read")),
            (tallies.files, self.tr("picture or other file"), self.tr("pictures and other files")),
            (tallies.passed_over, self.tr("passed over"), self.tr("passed over")),
            (tallies.unreadable, self.tr("unreadable"), self.tr("unreadable")),
        )
        items = (tallies.items, self.tr("item in all"), self.tr("items in all"))
        return [(many, one if many == 1 else several) for many, one, several in (items, *counts)
                if many]  # fmt: skip

    def _sentences(self) -> list[QLabel]:
        """Why it cannot be read, or what of it will be missed."""
        found = self.found
        said = (found.fault,) if found.fault else found.losses
        if not said and not found.tallies.items:
            said = (self.tr("There is nothing in it."),)
        labels = []
        for sentence in said:
            # It is English, even where it begins with a name that runs from the right.
            text = f"{_LEFT_TO_RIGHT}{sentence}"
            label = QLabel(text, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setProperty("soft", True)
            labels.append(label)
        return labels
