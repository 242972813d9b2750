"""Show a fault of the program itself, so that it can be passed on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.theme import SERIF, font

WIDTH = 520
DETAILS_HEIGHT = 220


class FaultDialog(QDialog):
    """One sentence; the details folded away, and a button that copies them."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faultDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = details
        self._text = self._folded_text()
        self._fold = QPushButton(self.tr("Show details"), self)
        self._fold.setCheckable(True)
        self._fold.setAutoDefault(False)
        self._fold.toggled.connect(self._on_folded)
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        for widget in (*self._sentences(), self._text):
            column.addWidget(widget)
        column.addLayout(self._buttons())

    def _sentences(self) -> tuple[QLabel, QLabel]:
        title = QLabel(self.tr("Something went wrong"), self)
        title.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        said = QLabel(
            self.tr(
                "This is a fault of the program. Your clippings are safe, and you can go on. "
                "The details help whoever mends it."
            ),
            self,
        )
        said.setWordWrap(True)
        said.setFixedWidth(WIDTH)
        said.setProperty("soft", True)
        return title, said

    def _folded_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self._details, self)
        text.setReadOnly(True)
        text.setObjectName("faultDetails")
        text.setAccessibleName(self.tr("Details"))
        text.setTabChangesFocus(True)
        text.setFixedHeight(DETAILS_HEIGHT)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.hide()
        return text

    def _buttons(self) -> QHBoxLayout:
        go_on = QPushButton(self.tr("Go on"), self)
        go_on.setProperty("primary", True)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._fold)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(go_on)
        return row

    def _on_folded(self, is_open: bool) -> None:
        self._text.setVisible(is_open)
        self._fold.setText(self.tr("Hide details") if is_open else self.tr("Show details"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText(self.tr("Copied"))
