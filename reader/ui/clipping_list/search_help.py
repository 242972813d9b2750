"""What a search may say, by examples: opens beside the search box."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.scrolled import scrolled
from reader.ui.theme import SANS, font, heading_font

_WIDTH = 520
_EDGE = 16
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

_Rows = list[tuple[str, str]]


class SearchHelp(QFrame):
    """Each example can be pressed, and stands in the box then."""

    example_taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("searchHelp")
        self.setAccessibleName(self.tr("What a search may say"))
        self._examples: list[QPushButton] = []
        self._scroll = self._lay_out()

    def open_under(self, widget: QWidget) -> None:
        """Open under a widget, within its screen."""
        hint = self.sizeHint()
        room = widget.screen().availableGeometry()
        self.resize(hint.boundedTo(QSize(room.width() - 16, room.height() - 16)))
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        x = max(room.left() + 8, min(place.x(), room.right() - self.width() - 8))
        y = max(room.top() + 8, min(place.y(), room.bottom() - self.height() - 8))
        self.move(x, y)
        self.show()
        self._examples[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        content = self._scroll.widget()
        height = content.sizeHint().height() if content else 0
        return QSize(_WIDTH, height + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_F1:
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> QScrollArea:
        content = QWidget(self)
        content.setObjectName("searchHelpContent")
        grid = QGridLayout(content)
        grid.setContentsMargins(_EDGE, 10, _EDGE, _EDGE)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for name, rows in self._table():
            self._add_heading(grid, name)
            for example, meaning in rows:
                self._add_row(grid, example, meaning)
        scroll = scrolled(content, "searchHelpScroll", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)
        return scroll

    def _add_heading(self, grid: QGridLayout, name: str) -> None:
        heading = QLabel(name.upper(), self)
        heading.setObjectName("sideHeading")
        heading.setAccessibleName(name)
        heading.setFont(heading_font())
        heading.setContentsMargins(6, 10, 0, 2)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)

    def _add_row(self, grid: QGridLayout, example: str, meaning: str) -> None:
        button = QPushButton(example, self)
        button.setObjectName("example")
        button.setFont(font(SANS, 12.5))
        button.setAccessibleName(f"{example}: {meaning}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._on_pressed(example))
        self._examples.append(button)
        said = QLabel(meaning, self)
        said.setFont(font(SANS, 12.5))
        said.setWordWrap(True)
        row = grid.rowCount()
        grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _step(self, by: int) -> None:
        at = next((n for n, one in enumerate(self._examples) if one.hasFocus()), -by)
        button = self._examples[(at + by) % len(self._examples)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(button)

    def _on_pressed(self, example: str) -> None:
        self.close()
        self.example_taken.emit(example)

    def _table(self) -> list[tuple[str, _Rows]]:
        return [
            (self.tr("Words"), self._words()),
            (self.tr("Where they stand"), self._fields()),
            (self.tr("When"), self._times()),
            (self.tr("What it is"), self._states()),
        ]

    def _words(self) -> _Rows:
        return [
            ("storm harbour", self.tr("both words, in any of their forms")),
            ('"sea gate"', self.tr("these words in a row")),
            ("storm OR flood", self.tr("one of them or both")),
            ("(storm OR flood) gate", self.tr("brackets say what belongs together")),
            ("storm -flood", self.tr("the one without the other")),
            ("harb*", self.tr("words that begin like this")),
            ('"storm gate"~5', self.tr("at most five words between them")),
            ("habrour~", self.tr("words that are spelled nearly so")),
        ]

    def _fields(self) -> _Rows:
        return [
            ("title:storm", self.tr("in the headline; also section: and topic:")),
            ("by:lind", self.tr("who wrote it")),
            ('source:"Port News"', self.tr("where it comes from; also address:")),
            ("tag:asia", self.tr("a tag, with all that are nested under it")),
            ("note:ask", self.tr("in your notes; in your highlights with mark:")),
            ("lang:fr", self.tr("in this language")),
        ]

    def _times(self) -> _Rows:
        return [
            ("published:2023", self.tr("in that year; also 2023-05 or 2023-05-17")),
            ("published:2023-05..2024-02", self.tr("from one month to another")),
            ("saved:<2w", self.tr("saved in the last two weeks; also d, m, y")),
            ("added:>1y", self.tr("here for longer than a year")),
            ("added:yesterday", self.tr("also today, last-week, this-month, last-year")),
        ]

    def _states(self) -> _Rows:
        return [
            ("is:unread", self.tr("also read, starred, archived, trashed, partial, link")),
            ("has:note", self.tr("also marks, pictures, versions")),
            ("words:>2000", self.tr("long ones; minutes:<5 finds short ones")),
        ]
