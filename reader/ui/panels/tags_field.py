"""Show the tags of the shown clippings and let the reader change them."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from reader.ui.kept_keys import KeptKeys
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.tag_chip import HEIGHT, Chip, TagChip
from reader.ui.theme import SANS, Themes, font

GAP = 5
FIELD_WIDTH = 120
OFFER_WIDTH = 180


def tag_named(text: str) -> str:
    """The tag that this text names: no # before it, single spaces, no empty steps."""
    steps = (" ".join(step.split()) for step in text.strip().lstrip("#").split("/"))
    return "/".join(step for step in steps if step)


class TagsField(QWidget):
    """Chips of tags with a field for one more.

    Where the tags of several clippings are shown, those that only some have are dashed;
    a click on such a chip gives the tag to all.
    """

    tags_changed = Signal(tuple, tuple)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._common: tuple[str, ...] = ()
        self._partial: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self._chips: dict[str, TagChip] = {}
        self._flow = FlowLayout(self, GAP)
        self._opener = Chip(self.tr("+ tag"), themes, self)
        self._opener.is_dashed = True
        self._opener.setAccessibleName(self.tr("Add a tag"))
        KeptKeys(self._opener, (Qt.Key.Key_Space, Qt.Key.Key_Escape))
        self._opener.clicked.connect(self.begin)
        self._field = _TagEdit(self)
        self._field.named.connect(self._on_named)
        self._field.emptied.connect(self._on_emptied)
        self._field.closed.connect(self._on_closed)
        self._field.hide()
        self._flow.addWidget(self._field)
        self._flow.addWidget(self._opener)
        self.setAccessibleName(self.tr("Tags"))

    def show_tags(self, common: Sequence[str], partial: Sequence[str] = ()) -> None:
        if (self._common, self._partial) == (tuple(common), tuple(partial)):
            return
        self._common, self._partial = tuple(common), tuple(partial)
        self._show_chips()

    def show_known(self, tags: Sequence[str]) -> None:
        self._known = tuple(tags)
        self._offer_completions()

    def begin(self) -> None:
        """Open the field for one more tag."""
        self._opener.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, names: Sequence[str]) -> None:
        has = {tag.casefold() for tag in self._common}
        fresh = {name.casefold(): self._as_known(name) for name in names if name}
        added = tuple(tag for folded, tag in fresh.items() if folded not in has)
        if not added:
            return
        folded = {tag.casefold() for tag in added}
        partial = tuple(tag for tag in self._partial if tag.casefold() not in folded)
        # In the order of the alphabet, as the library keeps them: then nothing jumps later.
        self.show_tags(sorted({*self._common, *added}), partial)
        self.tags_changed.emit(added, ())

    def _remove(self, tag: str) -> None:
        self._focus_beside(tag)
        self.show_tags(
            tuple(one for one in self._common if one != tag),
            tuple(one for one in self._partial if one != tag),
        )
        self.tags_changed.emit((), (tag,))

    def _as_known(self, name: str) -> str:
        """The spelling the library already has, so that one tag doesn't become two."""
        spellings = (*self._partial, *self._known)
        return next((tag for tag in spellings if tag.casefold() == name.casefold()), name)

    def _show_chips(self) -> None:
        tags = self._common + self._partial
        for gone in self._chips.keys() - set(tags):
            chip = self._chips.pop(gone)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for widget in (*self._chips.values(), self._field, self._opener):
            self._flow.removeWidget(widget)
        for tag in tags:
            chip = self._chips.get(tag) or self._new_chip(tag)
            chip.set_partial(tag in self._partial)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._field)
        self._flow.addWidget(self._opener)
        self._join_tab_order(tags)
        self._offer_completions()
        self.updateGeometry()

    def _new_chip(self, tag: str) -> TagChip:
        chip = self._chips[tag] = TagChip(tag, self._themes, self)
        chip.removed.connect(self._remove)
        chip.kept_for_all.connect(lambda named: self._add([named]))
        chip.walked.connect(lambda step: self._walk(chip, step))
        chip.show()
        return chip

    def _join_tab_order(self, tags: Sequence[str]) -> None:
        row = [*(self._chips[tag] for tag in tags), self._field, self._opener]
        for before, after in itertools.pairwise(row):
            QWidget.setTabOrder(before, after)

    def _walk(self, chip: TagChip, step: int) -> None:
        row: list[QWidget] = [self._chips[tag] for tag in self._common + self._partial]
        row.append(self._opener if self._opener.isVisibleTo(self) else self._field)
        at = row.index(chip) + step
        row[max(0, min(at, len(row) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_beside(self, tag: str) -> None:
        chip = self._chips.get(tag)
        if chip and chip.hasFocus():
            self._walk(chip, 1)

    def _offer_completions(self) -> None:
        has = {tag.casefold() for tag in self._common}
        self._field.offer([tag for tag in self._known if tag.casefold() not in has])

    def _on_named(self, names: list[str]) -> None:
        self._add(names)

    def _on_emptied(self) -> None:
        if self._common:
            self._remove(self._common[-1])

    def _on_closed(self) -> None:
        self._field.hide()
        self._opener.show()


class _TagEdit(QLineEdit):
    """Where a tag is typed: Enter or a comma ends it."""

    named = Signal(list)
    emptied = Signal()
    closed = Signal()

    def __init__(self, parent: TagsField) -> None:
        super().__init__(parent)
        self.setObjectName("tagEdit")
        self.setFont(font(SANS, 12.5))
        self.setFixedSize(FIELD_WIDTH, HEIGHT)
        self.setPlaceholderText(self.tr("tag, or asia/korea"))
        self.setAccessibleName(self.tr("New tag"))
        KeptKeys(self, (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter))
        self._tags = QStringListModel(self)
        completer = QCompleter(self._tags, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setObjectName("tagCompletions")
        self._popup.setUniformItemSizes(True)
        self._popup.setMinimumWidth(OFFER_WIDTH)
        completer.setPopup(self._popup)
        # Queued: the field itself writes the chosen tag into its text after this signal.
        completer.activated.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)

    def offer(self, tags: Sequence[str]) -> None:
        if self._tags.stringList() != list(tags):
            self._tags.setStringList(list(tags))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish_tag()
            self._popup.hide()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif key == Qt.Key.Key_Escape and not self._popup.isVisible():
            self.clear()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self._finish_tag()
            self.closed.emit()

    def _finish_tag(self) -> None:
        names, typed = [tag_named(part) for part in self.text().split(",")], self.text()
        if typed:
            self.clear()
            self.named.emit([name for name in names if name])

    def _on_edited(self, text: str) -> None:
        if "," not in text:
            return
        *ended, rest = text.split(",")
        self.setText(rest.lstrip())
        self.named.emit([tag_named(part) for part in ended])

    def _on_chosen(self) -> None:
        self._finish_tag()
