"""Show every shortcut on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.theme import SANS, SERIF, font, heading_font

COLUMNS = 3
EDGE = 28

Shortcut = tuple[str, str, str]


class KeysSheet(QDialog):
    """Shortcuts by group, in columns; each is (group, title, shortcut).

    Shortcuts are given in Qt's portable form and shown as the system writes them; what is
    reached by several keys is given once for each.
    """

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysSheet")
        self.setWindowTitle(self.tr("Keys"))
        title = QLabel(self.tr("Keys"), self)
        title.setFont(font(SERIF, 22, QFont.Weight.DemiBold))
        content = QWidget(self)
        content.setObjectName("keysContent")
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(EDGE + 12)
        for groups in _in_columns(_grouped(shortcuts)):
            columns.addLayout(self._column(groups))
        scroll = QScrollArea(self)
        scroll.setObjectName("keysScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, EDGE - 4, EDGE - 8, EDGE - 8)
        whole.setSpacing(18)
        whole.addWidget(title)
        whole.addWidget(scroll)
        wanted = content.sizeHint()
        self.resize(min(wanted.width() + 2 * EDGE, 1080), min(wanted.height() + 110, 680))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.close()
        else:
            super().keyPressEvent(event)

    def _column(self, groups: Sequence[tuple[str, dict[str, list[str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for name, rows in groups:
            heading = QLabel(name.upper())
            heading.setAccessibleName(name)
            heading.setFont(heading_font())
            heading.setProperty("soft", True)
            column.addWidget(heading)
            column.addLayout(_rows(rows))
            column.addSpacing(14)
        column.addStretch(1)
        return column


def native(shortcut: str) -> str:
    """A shortcut as this system writes it; what Qt doesn't know as a key stays as it is."""
    shown = QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText)
    return shown.toString(QKeySequence.SequenceFormat.NativeText) or shortcut


def _rows(rows: dict[str, list[str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for at, (title, keys) in enumerate(rows.items()):
        said = QLabel(title)
        said.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(said, at, 0)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        for key in keys:
            cap = QLabel(native(key))
            cap.setTextFormat(Qt.TextFormat.PlainText)
            cap.setProperty("key", True)
            cap.setFont(font(SANS, 12))
            line.addWidget(cap)
        grid.addLayout(line, at, 1)
    return grid


def _grouped(shortcuts: Sequence[Shortcut]) -> dict[str, dict[str, list[str]]]:
    groups: dict[str, dict[str, list[str]]] = {}
    for group, title, shortcut in shortcuts:
        groups.setdefault(group, {}).setdefault(title, []).append(shortcut)
    return groups


def _in_columns(
    groups: dict[str, dict[str, list[str]]],
) -> list[list[tuple[str, dict[str, list[str]]]]]:
    """The groups in their order, cut into columns of about one height."""
    whole = sum(len(rows) + 2 for rows in groups.values())
    columns: list[list[tuple[str, dict[str, list[str]]]]] = [[]]
    filled = 0
    for group in groups.items():
        height = len(group[1]) + 2
        is_full = filled + height / 2 > whole / COLUMNS * len(columns)
        if columns[-1] and is_full and len(columns) < COLUMNS:
            columns.append([])
        columns[-1].append(group)
        filled += height
    return columns
