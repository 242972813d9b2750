"""Set the differences of two versions into a text, some paragraphs at a time."""

import time
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.clipping import Colour, Difference, Side
from reader.ui.theme import SANS, SERIF, Theme, font

SPELL = 0.008  # seconds of work between two looks at what the reader does
AT_ONCE = 12  # paragraphs that are set before anything shows
AROUND = 1  # paragraphs that are the same, shown before and after a changed one
PIXELS, LEADING, GAP = 16, 26, 13
_MEASURED = 240  # letters that decide the direction of a paragraph

GROUNDS = {Side.BEFORE: Colour.ROSE, Side.AFTER: Colour.GREEN}

_Step = Difference | int  # the number stands for so many paragraphs that are not shown


class Differences(QObject):
    """Words that are gone are struck out, new ones underlined: no colour need be seen."""

    finished = Signal()

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._steps: Iterator[_Step] = iter(())
        self._fresh = True
        self.places: list[int] = []  # where each changed paragraph begins
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def show(self, told: Sequence[Difference], theme: Theme, *, changed_alone: bool) -> None:
        """Set these anew; `finished` tells when all stand there."""
        self._timer.stop()
        self._document.clear()
        self._formats = _Formats(theme)
        self._steps = iter(_folded(told) if changed_alone else told)
        self._fresh, self.places = True, []
        for _ in range(AT_ONCE):
            if not self._set_next():
                self.finished.emit()
                return
        self._timer.start()

    def _go_on(self) -> None:
        end = time.monotonic() + SPELL
        while time.monotonic() < end:
            if not self._set_next():
                self._timer.stop()
                self.finished.emit()
                return

    def _set_next(self) -> bool:
        step = next(self._steps, None)
        if step is None:
            return False
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        text = "" if isinstance(step, int) else "".join(piece for _, piece in step.pieces)
        block = self._formats.block(text)
        if self._fresh:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        self._fresh = False
        if isinstance(step, int):
            cursor.insertText(self._say_same(step), self._formats.quiet)
            return True
        if not step.is_same:
            self.places.append(cursor.position())
        for side, piece in step.pieces:
            cursor.insertText(piece, self._formats.letters[side])
        return True

    def _say_same(self, many: int) -> str:
        if many == 1:
            return self.tr("One paragraph is the same")
        return self.tr("%1 paragraphs are the same").replace("%1", str(many))


class _Formats:
    """How letters look by the side they stand on."""

    def __init__(self, theme: Theme) -> None:
        self.letters = {side: self._plain(theme) for side in Side}
        before, after = self.letters[Side.BEFORE], self.letters[Side.AFTER]
        before.setBackground(theme.mark(GROUNDS[Side.BEFORE]))
        before.setFontStrikeOut(True)
        after.setBackground(theme.mark(GROUNDS[Side.AFTER]))
        after.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self.quiet = QTextCharFormat()
        self.quiet.setFont(font(SANS, 12))
        self.quiet.setForeground(theme.colour("soft"))

    def block(self, text: str) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setBottomMargin(GAP)
        made.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if _runs_from_the_right(text):
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def _plain(self, theme: Theme) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(SERIF, PIXELS, QFont.Weight.Normal))
        made.setForeground(theme.colour("ink"))
        return made


def _folded(told: Sequence[Difference]) -> list[_Step]:
    """The changed paragraphs with what stands beside them; of the others, how many there are."""
    shown: set[int] = set()
    for at, one in enumerate(told):
        if not one.is_same:
            shown.update(range(at - AROUND, at + AROUND + 1))
    steps: list[_Step] = []
    for is_shown, run in groupby(range(len(told)), shown.__contains__):
        places = list(run)
        steps += [told[at] for at in places] if is_shown else [len(places)]
    return steps


def _runs_from_the_right(text: str) -> bool:
    directions = (unicodedata.bidirectional(letter) for letter in text[:_MEASURED])
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"
