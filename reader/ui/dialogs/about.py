"""Say what this program is, and whose faces it is set in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.theme import SANS, SERIF, font

WIDTH = 440


class AboutDialog(QDialog):
    """Name, version and licences; the licences' own words are read when asked for."""

    def __init__(self, version: str, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Clippings"))
        self._resources = resources
        self._licences = QPlainTextEdit(self)
        self._licences.setReadOnly(True)
        self._licences.setTabChangesFocus(True)
        self._licences.setAccessibleName(self.tr("Licences"))
        self._licences.setFixedHeight(240)
        self._licences.hide()
        self._fold = QPushButton(self.tr("Licences"), self)
        self._fold.setCheckable(True)
        self._fold.setAutoDefault(False)
        self._fold.toggled.connect(self._on_folded)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 20)
        column.setSpacing(12)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        for widget in (self._name(), self._version(version), *self._lines(), self._licences):
            column.addWidget(widget)
        column.addLayout(self._buttons())

    def _name(self) -> QLabel:
        name = QLabel("Clippings", self)
        name.setFont(font(SERIF, 26, QFont.Weight.DemiBold))
        return name

    def _version(self, version: str) -> QLabel:
        label = QLabel(self.tr("Version %1").replace("%1", version), self)
        label.setProperty("soft", True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lines(self) -> list[QLabel]:
        said = [
            self.tr("A reader for saved news pages. What you add stays on this computer."),
            self.tr(
                "Set in Literata and Inter, both under the SIL Open Font License 1.1. "
                "The program itself is under the MIT licence."
            ),
        ]
        labels = []
        for text in said:
            label = QLabel(text, self)
            label.setFont(font(SANS, 13))
            label.setWordWrap(True)
            label.setFixedWidth(WIDTH)
            labels.append(label)
        labels[1].setProperty("soft", True)
        return labels

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._fold)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _on_folded(self, is_open: bool) -> None:
        if is_open and not self._licences.toPlainText():
            files = sorted((self._resources / "fonts").glob("LICENSE-*.txt"))
            texts = (file.read_text(encoding="utf-8").strip() for file in files)
            self._licences.setPlainText("\n\n\n".join(texts))
        self._licences.setVisible(is_open)
