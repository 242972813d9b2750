"""Ask whether a page is to be fetched from the web, or its address kept as a link."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import shown_text
from reader.ui.numbers import grouped
from reader.ui.theme import SERIF, font
from reader.web.address import is_web_address

WIDTH = 520
EDGE = 28
SHOWN = 4  # addresses


class FetchSheet(QDialog):
    """Fetch, Keep as a Link or Cancel; what stands above the buttons is filled in by each kind."""

    fetch_asked = Signal()
    link_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("fetchSheet")
        self.setWindowTitle(self.tr("Add from the web"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, 24, EDGE, 20)
        self._column.setSpacing(12)
        # A wrapped label says how high it is only for a width that is known.
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        head = QLabel(title, self, wordWrap=True)
        head.setFixedWidth(WIDTH - 2 * EDGE)
        head.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        self._column.addWidget(head)
        self._fetch = QPushButton(self.tr("Fetch"), self)
        self._fetch.setProperty("primary", True)
        self._fetch.setDefault(True)
        self._keep = QPushButton(self.tr("Keep as a Link"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._fetch.clicked.connect(self._on_fetch)
        self._keep.clicked.connect(self._on_keep)
        self._cancel.clicked.connect(self.reject)

    def _finish(self, words: str) -> None:
        said = QLabel(words, self, wordWrap=True)
        said.setFixedWidth(WIDTH - 2 * EDGE)
        said.setProperty("soft", True)
        self._column.addWidget(said)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._cancel, self._keep, self._fetch):
            row.addWidget(button)
        self._column.addSpacing(6)
        self._column.addLayout(row)

    def _on_fetch(self) -> None:
        self.accept()
        self.fetch_asked.emit()

    def _on_keep(self) -> None:
        self.accept()
        self.link_asked.emit()


class FetchQuestion(FetchSheet):
    """For addresses that were dropped or pasted."""

    def __init__(
        self, addresses: Sequence[str], title: str = "", parent: QWidget | None = None
    ) -> None:
        many = len(addresses)
        several = self.tr("Fetch these %1 pages from the web?").replace("%1", grouped(many))
        super().__init__(self.tr("Fetch this page from the web?") if many == 1 else several, parent)
        if title:
            self._add_line(title)
        for address in addresses[:SHOWN]:
            self._add_line(address).setProperty("soft", bool(title))
        if many > SHOWN:
            more = self.tr("and %1 more").replace("%1", grouped(many - SHOWN))
            self._add_line(more).setProperty("soft", True)
        if many > 1:
            self._keep.setText(self.tr("Keep as Links"))
        self._again = QCheckBox(self.tr("Do not ask again while Clippings is open"), self)
        self._finish(
            self.tr(
                "Nothing is sent along but the address: no cookies, no referrer. "
                "The pictures of the page stay where they are."
            )
        )
        self._column.insertWidget(self._column.count() - 2, self._again)
        self._fetch.setFocus()

    @property
    def holds_for_the_session(self) -> bool:
        return self._again.isChecked()

    def _add_line(self, text: str) -> ElidedLabel:
        line = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        line.setFixedWidth(WIDTH - 2 * EDGE)
        line.setText(shown_text(text))
        line.setToolTip(shown_text(text))
        self._column.addWidget(line)
        return line


class AddressSheet(FetchSheet):
    """For an address that the reader types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add a page from the web"), parent)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText("https://")
        self._field.setAccessibleName(self.tr("Address of the page"))
        self._field.textChanged.connect(self._on_typed)
        self._column.addWidget(self._field)
        self._finish(
            self.tr(
                "The page is fetched once and kept as it came, without its pictures. "
                "Saving it in the browser keeps those too."
            )
        )
        self._on_typed()
        self._field.setFocus()

    @property
    def address(self) -> str:
        typed = self._field.text().strip()
        return typed if "://" in typed or not typed else f"https://{typed}"

    def _on_typed(self) -> None:
        is_one = is_web_address(self.address)
        self._fetch.setEnabled(is_one)
        self._keep.setEnabled(is_one)
