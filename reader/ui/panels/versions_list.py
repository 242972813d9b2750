"""Show the pages that were kept of a clipping, and let the reader choose among them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.articles.article import Completeness
from reader.clipping import Version
from reader.ui.dates import short_date, short_moment
from reader.ui.file_names import shown_text
from reader.ui.panels.column_of_rows import ColumnOfRows
from reader.ui.panels.side_row import SideRow
from reader.ui.theme import Themes


class VersionsList(ColumnOfRows):
    """One row for each, the latest first; the one that shows has a dot."""

    chosen = Signal(str)
    comparison_asked = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._themes = themes
        self._shown: tuple[Version, ...] = ()

    def show_versions(self, versions: Sequence[Version]) -> None:
        if tuple(versions) == self._shown:
            return
        self._shown = tuple(versions)
        stood_on = [at for at, row in enumerate(self.rows) if row.isAncestorOf(_focused(self))]
        # As many as there are alike days tell their times as well.
        days = [short_date(_when(one)) for one in versions]
        rows = [
            self._row(one, says_time=days.count(day) > 1)
            for one, day in zip(versions, days, strict=True)
        ]
        self.fill(rows[::-1])
        for at in stood_on:  # whoever chose by the keys goes on by the keys
            if at < len(self.rows):
                self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, version: Version, *, says_time: bool) -> QWidget:
        row = QWidget(self)
        row.hide()
        shown = SideRow(self._themes, row)
        date = short_moment(_when(version)) if says_time else short_date(_when(version))
        words = date or self.tr("Without a date")
        shown.show_words(words, self._say_state(version), has_dot=version.is_shown)
        shown.setToolTip(
            "\n".join(filter(None, map(shown_text, (version.title, version.file_name))))
        )
        shown.clicked.connect(lambda: self._on_clicked(version))
        row.setFocusProxy(shown)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(shown, 1)
        if not version.is_shown:
            line.addWidget(self._compare(version, words, row))
        return row

    def _compare(self, version: Version, words: str, row: QWidget) -> QPushButton:
        compare = QPushButton(self.tr("Compare"), row)
        compare.setObjectName("sideAct")
        compare.setAccessibleName(self.tr("Compare with the version of %1").replace("%1", words))
        compare.clicked.connect(lambda: self.comparison_asked.emit(version.key))
        return compare

    def _say_state(self, version: Version) -> str:
        if version.is_shown:
            return self.tr("shows")
        return {
            Completeness.WHOLE: "",
            Completeness.PARTIAL: self.tr("part"),
            Completeness.TEASER: self.tr("opening"),
            Completeness.LINK: self.tr("link"),
        }.get(version.completeness, self.tr("no story"))

    def _on_clicked(self, version: Version) -> None:
        if not version.is_shown:
            self.chosen.emit(version.key)


def _focused(within: QWidget) -> QWidget:
    return within.focusWidget() or within


def _when(version: Version) -> str:
    return version.saved_at or version.added_at
