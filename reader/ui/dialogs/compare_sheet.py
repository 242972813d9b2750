"""Show in what two versions of a clipping differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.clipping import Difference, Side
from reader.ui.dialogs.differences import GROUNDS, Differences
from reader.ui.elided_label import ElidedLabel
from reader.ui.numbers import grouped
from reader.ui.theme import SERIF, Themes, font

SIZE = (780, 640)
MARGIN = 28.0  # around the text
SHOWN_AT = 0.2  # of the height, where a change comes to stand


class CompareSheet(QDialog):
    """A text that stays open beside the reading; F3 goes to the next change."""

    version_chosen = Signal()  # the one that is compared with what shows

    def __init__(
        self, title: str, says: tuple[str, str], themes: Themes, parent: QWidget | None = None
    ) -> None:
        """`says` names the version compared with, and the one that shows."""
        super().__init__(parent)
        self.setObjectName("compare")
        self.setWindowTitle(self.tr("What changed"))
        self.setModal(False)
        self.resize(*SIZE)
        self._themes = themes
        self._told: Sequence[Difference] = ()
        self._at = -1
        self._count = QLabel(self.tr("Comparing…"), self)
        self._count.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        self._title = ElidedLabel(self)
        self._title.setProperty("soft", True)
        self._title.setText(title)
        self._legend = QLabel(self, textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self._says = says
        self._text = self._make_text()
        self._differences = Differences(self._text.document(), self)
        self._alone = QCheckBox(self.tr("Only what changed"), self)
        self._alone.setChecked(True)
        self._previous = self._button(self.tr("Previous"), lambda: self._go(-1))
        self._next = self._button(self.tr("Next"), lambda: self._go(1))
        self._choose = self._button(self.tr("Show the Other Version"), self.version_chosen.emit)
        self._lay_out()
        self._join()
        self._show_legend()
        self._on_set()
        self._text.setFocus()

    def show_differences(self, told: Sequence[Difference]) -> None:
        self._told = told
        self._count.setText(self._say_count())
        self._show()

    def _make_text(self) -> QTextEdit:
        text = QTextEdit(self)
        text.setObjectName("compareText")
        text.setAccessibleName(self.tr("The text with what changed in it"))
        text.setReadOnly(True)
        text.setUndoRedoEnabled(False)
        text.setTabChangesFocus(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        text.document().setDocumentMargin(MARGIN)
        return text

    def _button(self, name: str, act: object) -> QPushButton:
        button = QPushButton(name, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for widget in (self._count, self._title):
            head.addWidget(widget)
        between = QHBoxLayout()
        between.setSpacing(8)
        between.addWidget(self._legend, 1)
        between.addWidget(self._alone)
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self._previous, self._next):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._choose)
        below.addWidget(self._button(self.tr("Close"), self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(between)
        column.addWidget(self._text, 1)
        column.addLayout(below)

    def _join(self) -> None:
        self._alone.toggled.connect(lambda _: self._show())
        self._differences.finished.connect(self._on_set)
        self._themes.changed.connect(self._show)
        QShortcut(QKeySequence("F3"), self, lambda: self._go(1))
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self._go(-1))

    def _say_count(self) -> str:
        many = sum(not one.is_same for one in self._told)
        if not many:
            return self.tr("Both tell the same")
        if many == 1:
            return self.tr("1 paragraph differs")
        return self.tr("%1 paragraphs differ").replace("%1", grouped(many))

    def _show(self) -> None:
        self._show_legend()
        alone = self._alone.isChecked() and any(not one.is_same for one in self._told)
        self._at = -1
        self._differences.show(self._told, self._themes.current, changed_alone=alone)

    def _show_legend(self) -> None:
        theme = self._themes.current
        rose, green = (theme.mark(GROUNDS[side]).name() for side in (Side.BEFORE, Side.AFTER))
        before, after = (one.replace("&", "&amp;").replace("<", "&lt;") for one in self._says)
        self._legend.setText(
            f'<s style="background:{rose}">&nbsp;{before}&nbsp;</s>'
            f'&nbsp;&nbsp;→&nbsp;&nbsp;<u style="background:{green}">&nbsp;{after}&nbsp;</u>'
        )

    def _on_set(self) -> None:
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._differences.places))
        if self._at < 0:
            self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _go(self, step: int) -> None:
        """To the next changed paragraph, and from the last to the first."""
        places = self._differences.places
        if not places:
            return
        first = 0 if step > 0 else -1
        self._at = first % len(places) if self._at < 0 else (self._at + step) % len(places)
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(places[self._at])
        self._text.setTextCursor(cursor)
        bar = self._text.verticalScrollBar()
        height = self._text.viewport().height()
        bar.setValue(bar.value() + self._text.cursorRect().top() - round(height * SHOWN_AT))
