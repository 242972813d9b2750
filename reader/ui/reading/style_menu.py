"""The "Aa" menu: size, letters, column, lines and theme."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.reading.page_style import SIZES, Face, Leading, Measure, PageStyle
from reader.ui.reading.segment import Segment
from reader.ui.theme import SYSTEM, Themes

_GAP = 4


class StyleMenu(QFrame):
    """A small sheet of choices; each takes effect at once."""

    style_chosen = Signal(object)  # PageStyle

    def __init__(self, themes: Themes, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("styleMenu")
        self.setAccessibleName(self.tr("Type and theme"))
        self._themes = themes
        self._style = style
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._add_sizes()
        self._face = self._add_segment(self.tr("Letters"), self._faces())
        self._measure = self._add_segment(self.tr("Column"), self._measures())
        self._leading = self._add_segment(self.tr("Lines"), self._leadings())
        self._theme = self._add_segment(self.tr("Theme"), self._theme_names())
        self._face.chosen.connect(lambda face: self._choose(face=Face(face)))
        self._measure.chosen.connect(lambda measure: self._choose(measure=Measure(measure)))
        self._leading.chosen.connect(lambda leading: self._choose(leading=Leading(leading)))
        self._theme.chosen.connect(themes.choose)
        self.show_style(style)

    def show_style(self, style: PageStyle) -> None:
        self._style = style
        self._size.setText(f"{round(100 * style.scale)} %")
        self._smaller.setEnabled(style.size > SIZES[0])
        self._larger.setEnabled(style.size < SIZES[-1])
        self._face.show_choice(style.face)
        self._measure.show_choice(style.measure)
        self._leading.show_choice(style.leading)
        self._theme.show_choice(self._themes.choice)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, their outer edges in line."""
        self.adjustSize()
        left = 0 if button.isRightToLeft() else button.width() - self.width()
        self.move(button.mapToGlobal(QPoint(left, button.height() + _GAP)))
        self.show()
        self._larger.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, **changed: object) -> None:
        self.style_chosen.emit(replace(self._style, **changed))  # type: ignore[arg-type]

    def _add_sizes(self) -> None:
        self._smaller = self._size_button("A−", self.tr("Smaller letters (Ctrl+−)"))
        self._size = self._size_button("", self.tr("The usual size (Ctrl+0)"))
        self._larger = self._size_button("A+", self.tr("Larger letters (Ctrl++)"))
        self._smaller.clicked.connect(lambda: self.style_chosen.emit(self._style.smaller()))
        self._size.clicked.connect(lambda: self.style_chosen.emit(self._style.usual_size()))
        self._larger.clicked.connect(lambda: self.style_chosen.emit(self._style.larger()))
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self._smaller, self._size, self._larger):
            row.addWidget(button, 1)
        self._grid.addWidget(QLabel(self.tr("Size")), 0, 0)
        self._grid.addLayout(row, 0, 1)

    def _add_segment(self, name: str, choices: list[tuple[str, str]]) -> Segment:
        segment, row = Segment(name, choices), self._grid.rowCount()
        self._grid.addWidget(QLabel(name), row, 0)
        self._grid.addWidget(segment, row, 1)
        return segment

    def _size_button(self, label: str, hint: str) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("segment", True)
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        return button

    def _faces(self) -> list[tuple[str, str]]:
        return [(Face.SERIF, self.tr("Serif")), (Face.SANS, self.tr("Sans"))]

    def _measures(self) -> list[tuple[str, str]]:
        return [
            (Measure.NARROW, self.tr("Narrow")),
            (Measure.MEDIUM, self.tr("Medium")),
            (Measure.WIDE, self.tr("Wide")),
        ]

    def _leadings(self) -> list[tuple[str, str]]:
        return [
            (Leading.CLOSE, self.tr("Close")),
            (Leading.MEDIUM, self.tr("Medium")),
            (Leading.OPEN, self.tr("Open")),
        ]

    def _theme_names(self) -> list[tuple[str, str]]:
        return [
            (choice, self.tr("System") if choice == SYSTEM else self._themes.name_of(choice))
            for choice in self._themes.choices
        ]
