"""Show which folders are watched, and what is done with a file in each afterwards."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.elided_label import ElidedLabel
from reader.ui.file_names import isolated, shown_path, shown_text
from reader.ui.scrolled import scrolled
from reader.ui.theme import SANS, SERIF, font
from reader.watching.watched_folder import MOVED_TO, Afterwards, WatchedFolder

WIDTH, HEIGHT = 620, 480
ARROW_IN = 16


class WatchedFoldersSheet(QDialog):
    """A part for each folder; what the reader changes holds at once."""

    folder_asked = Signal()
    changed = Signal(object)  # the WatchedFolders from now on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchedFolders")
        self.setWindowTitle(self.tr("Watched folders"))
        self.resize(WIDTH, HEIGHT)
        self._folders: tuple[WatchedFolder, ...] = ()
        self._rows: list[_Row] = []
        self._inside = QWidget(self)
        self._inside.setObjectName("watchedInside")
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._none = QLabel(self.tr("No folder is watched yet."), self)
        self._none.setProperty("soft", True)
        self._add = QPushButton(self.tr("Watch a Folder…"), self)
        self._add.setProperty("primary", True)
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.folder_asked)
        self._close = QPushButton(self.tr("Close"), self)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.close)
        self._lay_out()

    def show_folders(
        self, folders: Sequence[WatchedFolder], missing: Collection[Path] = ()
    ) -> None:
        """Show these, the missing ones as such; the focus stays on its row."""
        if tuple(folders) != self._folders or len(self._rows) != len(folders):
            self._folders = tuple(folders)
            self._make_rows()
        for row in self._rows:
            row.show_missing(row.folder.path in missing)
        self._none.setVisible(not folders)

    def _make_rows(self) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_Row(folder, self._inside) for folder in self._folders]
        for at, row in enumerate(self._rows):
            row.changed.connect(self._on_row_changed)
            row.removed.connect(self._on_row_removed)
            self._list.insertWidget(at, row)
            row.show()
        # Rows that came later stand before the buttons all the same.
        stops = [stop for row in self._rows for stop in row.stops]
        for before, after in pairwise((*stops, self._close, self._add)):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Watched folders"), self)
        title.setFont(font(SERIF, 20, QFont.Weight.DemiBold))
        words = QLabel(
            self.tr(
                "Pages that you save in these folders, or below them, come in by themselves "
                "as soon as they are complete."
            ),
            self,
            wordWrap=True,
        )
        words.setProperty("soft", True)
        area = scrolled(self._inside, "watchedArea", self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(8)
        column.addWidget(self._none)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def _on_row_changed(self, changed: WatchedFolder) -> None:
        self._folders = tuple(changed if one.path == changed.path else one for one in self._folders)
        self.changed.emit(self._folders)

    def _on_row_removed(self, path: Path) -> None:
        self._add.setFocus()
        self.changed.emit(tuple(one for one in self._folders if one.path != path))


class _Row(QWidget):
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, folder: WatchedFolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("watchedRow", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.folder = folder
        name = shown_text(folder.path.name or str(folder.path))
        self._name = ElidedLabel(self)
        self._name.setFont(font(SANS, 13, QFont.Weight.DemiBold))
        self._name.setText(isolated(name))
        self._place = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._place.setProperty("soft", True)
        self._afterwards = self._make_choice(name)
        stop = QPushButton(self.tr("Stop Watching"), self)
        self.stops: tuple[QWidget, QWidget] = (self._afterwards, stop)
        stop.setAutoDefault(False)
        stop.setAccessibleName(self.tr("Stop watching %1").replace("%1", name))
        stop.clicked.connect(lambda: self.removed.emit(folder.path))
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._afterwards)
        choices.addStretch(1)
        choices.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._place)
        column.addSpacing(4)
        column.addLayout(choices)

    def show_missing(self, is_missing: bool) -> None:
        place = isolated(shown_path(self.folder.path))
        away = self.tr("Missing")
        self._place.setText(f"{away} · {place}" if is_missing else place)
        later = self.tr("It is watched again as soon as it comes back.")
        self._place.setToolTip(f"{place}\n{later}" if is_missing else place)

    def _make_choice(self, name: str) -> "_Choice":
        choice = _Choice(self)
        choice.setAccessibleName(self.tr("Afterwards, in %1").replace("%1", name))
        moved = self.tr("Then move the file to “%1”").replace("%1", MOVED_TO)
        for afterwards, words in (
            (Afterwards.LEAVE, self.tr("Then leave the file where it is")),
            (Afterwards.MOVE, moved),
            (Afterwards.TRASH, self.tr("Then move the file to the system's trash")),
        ):
            choice.addItem(words, afterwards)
        choice.setCurrentIndex(list(Afterwards).index(self.folder.afterwards))
        choice.activated.connect(self._on_chosen)
        return choice

    def _on_chosen(self, at: int) -> None:
        self.folder = replace(self.folder, afterwards=list(Afterwards)[at])
        self.changed.emit(self.folder)


class _Choice(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        """With an arrow in the colour of the words, which no style sheet can draw."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(colour, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        is_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y = (ARROW_IN if is_left else self.width() - ARROW_IN), self.height() / 2
        points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
        painter.drawPolyline(points)
        painter.end()
