"""Show what belongs to a clipping: tags, note and marks, its versions and where else it is."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.clipping import Additions, Card, Clipping, Colour, Version
from reader.results import Related
from reader.ui.numbers import grouped
from reader.ui.panels.also_in import AlsoIn
from reader.ui.panels.marks_list import MarksList
from reader.ui.panels.note_field import NoteField
from reader.ui.panels.related_list import RelatedList
from reader.ui.panels.side_part import SidePart
from reader.ui.panels.tags_field import TagsField
from reader.ui.panels.versions_list import VersionsList
from reader.ui.scrolled import scrolled
from reader.ui.theme import Themes

WIDTH = 276
NARROWEST = 180  # its words would be cut off, for it scrolls up and down alone
EDGE = 16
BETWEEN = 22


class SidePanel(QWidget):
    """What belongs to the shown clipping, or the tags of several.

    It must hear of every change through `show_additions`, also of clippings it doesn't
    show: so it knows which of the reader's words are kept, and shows the others meanwhile.
    """

    tags_changed = Signal(tuple, tuple)
    note_changed = Signal(str, str)
    mark_opened = Signal(str)
    mark_note_changed = Signal(str, str)
    mark_coloured = Signal(str, Colour)
    mark_removed = Signal(str)
    version_chosen = Signal(str)  # its key
    comparison_asked = Signal(str)
    clipping_opened = Signal(str)
    related_opened = Signal(str)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Tags, note and marks"))
        self._shown: dict[str, Additions] = {}
        self._tags = TagsField(themes, self)
        self._note = NoteField(themes, self)
        self._marks = MarksList(themes, self)
        self._versions = VersionsList(themes, self)
        self._also_in = AlsoIn(themes, self)
        self._related = RelatedList(themes, self)
        self._related_to = ""
        self._origins_of = ""
        self._has_origins = (False, False)
        self._about = QLabel(self, wordWrap=True)
        self._hint = QLabel(self.tr("Select words in the text and press H to mark them."), self)
        self._hint.setWordWrap(True)
        self._tags_part = SidePart(self.tr("Tags"), [self._tags], self)
        self._note_part = SidePart(self.tr("Note"), [self._note], self)
        self._marks_part = SidePart(self.tr("Marks"), [self._marks, self._hint], self)
        self._versions_part = SidePart(self.tr("Versions"), [self._versions], self)
        self._also_part = SidePart(self.tr("Also in"), [self._also_in], self)
        self._related_part = SidePart(self.tr("Related"), [self._related], self)
        self._scroll = self._lay_out()
        self._join()
        self.show_clipping(None)

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """The clippings whose tags stand here: what the reader does to tags is meant for them."""
        return tuple(self._shown)

    def show_clipping(self, clipping: Clipping | None) -> None:
        self.show_several({clipping.id: clipping.additions} if clipping else {})

    def show_several(self, additions: Mapping[str, Additions]) -> None:
        """Show the tags of several clippings; of one, its note and marks as well."""
        if self._shown.keys() != additions.keys():
            self.flush()
            self._marks.show_unplaced(())
        self._shown = dict(additions)
        self._show()

    def show_additions(self, clipping_id: str, additions: Additions) -> None:
        """Learn what is now kept of a clipping, be it shown or not."""
        self._note.confirm_note(clipping_id, additions.note)
        if clipping_id in self._shown:
            self._shown[clipping_id] = additions
            self._show()

    def show_known_tags(self, tags: Sequence[str]) -> None:
        self._tags.show_known(tags)

    def show_related(self, clipping_id: str, related: Sequence[Related]) -> None:
        """What tells of the same as a clipping, if it is the one that is shown."""
        self._related_to = clipping_id if related else ""
        self._related.show_related(related)
        self._show_origins()

    def show_unplaced(self, ids: Iterable[str]) -> None:
        """Say which marks no longer stand in the text."""
        self._marks.show_unplaced(ids)

    def show_origins(self, id_: str, versions: Sequence[Version], alike: Sequence[Card]) -> None:
        """Show of a clipping the pages kept of it, and the clippings that tell the same."""
        self._origins_of = id_
        self._versions.show_versions(versions if len(versions) > 1 else ())
        count = self.tr("%1 versions").replace("%1", grouped(len(versions)))
        self._versions_part.show_title(count)
        self._also_in.show_cards(alike)
        self._has_origins = (len(versions) > 1, bool(alike))
        self._show_origins()

    def focus_tags(self) -> None:
        if self._shown:
            self._tags.begin()

    def focus_note(self) -> None:
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_mark(self, highlight_id: str) -> None:
        """Open the note of a mark for writing."""
        self._marks.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._marks.edit_note(highlight_id)

    def flush(self) -> None:
        """Hand out at once all that is being written."""
        self._note.flush()
        self._marks.flush()

    def save_note_again(self, clipping_id: str) -> None:
        """Hand out again a note that could not be kept."""
        self._note.save_again(clipping_id)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _show(self) -> None:
        one = next(iter(self._shown.items())) if len(self._shown) == 1 else ("", Additions())
        self._tags_part.setVisible(bool(self._shown))
        self._note_part.setVisible(bool(one[0]))
        self._marks_part.setVisible(bool(one[0]))
        self._about.setText(self._say_about())
        self._about.setVisible(not one[0])
        self._tags.show_tags(*_shared_tags(list(self._shown.values())))
        self._note.show_note(one[0], one[1].note)
        self._marks.show_highlights(one[1].highlights)
        self._marks.setVisible(bool(one[1].highlights))
        self._hint.setVisible(not one[1].highlights)
        self._show_origins()

    def _show_origins(self) -> None:
        """Never those of another clipping, nor of one among several."""
        is_theirs = tuple(self._shown) == (self._origins_of,)
        has_versions, is_elsewhere = self._has_origins
        self._versions_part.setVisible(is_theirs and has_versions)
        self._also_part.setVisible(is_theirs and is_elsewhere)
        self._related_part.setVisible(tuple(self._shown) == (self._related_to,))

    def _say_about(self) -> str:
        if not self._shown:
            return self.tr("Open a clipping to tag it, note it and mark it.")
        return self.tr("%1 clippings are selected.").replace("%1", grouped(len(self._shown)))

    def _lay_out(self) -> QScrollArea:
        content = QWidget(self)
        content.setObjectName("sideContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(EDGE, 18, EDGE, EDGE)
        column.setSpacing(BETWEEN)
        parts = (self._about, self._tags_part, self._note_part, self._marks_part)
        for part in (*parts, self._versions_part, self._also_part, self._related_part):
            column.addWidget(part)
        column.addStretch(1)
        scroll = scrolled(content, "sideScroll", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return scroll

    def _join(self) -> None:
        self._tags.tags_changed.connect(self.tags_changed)
        self._note.note_changed.connect(self.note_changed)
        self._note.cursorPositionChanged.connect(self._on_cursor_moved)
        self._marks.mark_opened.connect(self.mark_opened)
        self._marks.mark_note_changed.connect(self.mark_note_changed)
        self._marks.mark_coloured.connect(self.mark_coloured)
        self._marks.mark_removed.connect(self.mark_removed)
        self._marks.row_reached.connect(lambda row: self._reveal(self._marks.viewport(), row))
        self._versions.chosen.connect(self.version_chosen)
        self._versions.comparison_asked.connect(self.comparison_asked)
        self._also_in.opened.connect(self.clipping_opened)
        self._related.opened.connect(self.related_opened)
        for part in (self._tags, self._note, self._marks):
            part.left.connect(self.left)

    def _on_cursor_moved(self) -> None:
        if self._note.hasFocus():
            self._reveal(self._note.viewport(), self._note.cursorRect())

    def _reveal(self, widget: QWidget, place: QRect) -> None:
        """Scroll so that a place in one of the parts can be seen."""
        content = self._scroll.widget() or self
        centre = widget.mapTo(content, place.center())
        self._scroll.ensureVisible(centre.x(), centre.y(), 0, place.height() // 2 + EDGE)


def _shared_tags(additions: Sequence[Additions]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags all have, and those that only some have, in the order they first appear."""
    every = tuple(dict.fromkeys(tag for one in additions for tag in one.tags))
    common = tuple(tag for tag in every if all(tag in one.tags for one in additions))
    return common, tuple(tag for tag in every if tag not in common)
