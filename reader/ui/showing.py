"""Open the chosen clipping in the reading pane and the side panel."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.clipping import Additions, Change, Clipping
from reader.library.library import Library
from reader.ui.changing import Changing
from reader.ui.panels.side import SidePanel
from reader.ui.reading.pane import ReadingPane
from reader.ui.tasks import Lane, Tasks

READ_AFTER = 700  # milliseconds: who walks past a clipping has not read it


class Showing(QObject):
    """Which clipping is open; what is done to it goes on through Changing."""

    shown = Signal(object)

    def __init__(
        self,
        library: Library,
        tasks: Tasks,
        changing: Changing,
        pane: ReadingPane,
        side: SidePanel,
    ) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._changing = changing
        self._pane = pane
        self._side = side
        self.clipping: Clipping | None = None
        self._selected: tuple[str, ...] = ()
        self._read_timer = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._read_timer.timeout.connect(self._on_read)
        pane.quote_marked.connect(self._on_quote_marked)
        pane.marks_placed.connect(self._on_marks_placed)
        pane.position_changed.connect(self._on_position_changed)
        side.tags_changed.connect(self._on_tags_changed)
        side.note_changed.connect(self._on_note_changed)
        side.mark_note_changed.connect(self._on_mark_note_changed)
        side.mark_coloured.connect(self._on_mark_coloured)
        side.mark_removed.connect(self._on_mark_removed)

    @property
    def ids(self) -> tuple[str, ...]:
        """The clippings that a command is meant for: all selected, else the one shown."""
        if self._selected:
            return self._selected
        return (self.clipping.id,) if self.clipping else ()

    def show(self, id_: str, words: str = "") -> None:
        """Open a clipping, with the words of a search emphasised."""

        def load() -> tuple[Clipping, tuple[str, ...]]:
            return self._library.clipping(id_), self._library.words_of(words)

        def on_loaded(loaded: tuple[Clipping, tuple[str, ...]]) -> None:
            # What is being written belongs to the clipping that goes.
            self._side.flush()
            clipping, forms = loaded
            self.clipping = clipping
            self._pane.show_clipping(clipping, forms)
            if len(self._selected) < 2:
                self._side.show_clipping(clipping)
            self._read_timer.start()
            self.shown.emit(clipping)

        self._tasks.run(Lane.READ, load, on_loaded, "show")

    def select(self, ids: Sequence[str]) -> None:
        """Several clippings share the side panel; one stands in it with all it has."""
        self._selected = tuple(ids)
        if len(ids) > 1:
            work = lambda: self._library.additions(ids)  # noqa: E731
            self._tasks.run(Lane.READ, work, self._side.show_several, "several")
        elif self.clipping and ids == (self.clipping.id,):
            self._side.show_clipping(self.clipping)

    def on_changed(self, change: Change) -> None:
        for id_, additions in change.after.items():
            self._side.show_additions(id_, additions)
            if self.clipping and id_ == self.clipping.id:
                self._show_additions(self.clipping, additions)
        if "tags" in change.fields:
            self.show_known_tags()
        is_other = "corrections" in change.fields or change.remade
        if is_other and self.clipping and self.clipping.id in change.clippings:
            self._show_anew(self.clipping.id)

    def show_known_tags(self) -> None:
        self._tasks.run(Lane.READ, self._library.known_tags, self._side.show_known_tags, "tags")

    def flush(self) -> None:
        """Hand out all that is being written, and how far the reader got."""
        self._side.flush()
        if self.clipping:
            self._on_position_changed(self.clipping.id, self._pane.current_position())

    def _show_anew(self, id_: str) -> None:
        """Show the open clipping as it is now, where the reader stands in it."""

        def on_loaded(clipping: Clipping) -> None:
            if self.clipping is None or self.clipping.id != id_:
                return
            self.clipping = replace(clipping, position=self._pane.current_position())
            self._pane.show_anew(self.clipping)
            self._side.show_additions(id_, clipping.additions)
            self.shown.emit(self.clipping)

        self._tasks.run(Lane.READ, lambda: self._library.clipping(id_), on_loaded)

    def leave_out_selection(self) -> bool:
        """Leave out what is selected in the text; False where nothing is."""
        quote = self._pane.selected_quote()
        if self.clipping is None or quote is None:
            return False
        id_ = self.clipping.id
        said = self.tr("Left out of “%1”").replace("%1", self.clipping.article.title)
        self._changing.run(lambda: self._library.drop(id_, quote), said)
        return True

    def _show_additions(self, clipping: Clipping, additions: Additions) -> None:
        self.clipping = replace(clipping, additions=additions)
        self._pane.show_additions(additions)
        self.shown.emit(self.clipping)

    def _on_marks_placed(self) -> None:
        self._side.show_unplaced(self._pane.unplaced_marks())

    def _on_read(self) -> None:
        if self.clipping and not self.clipping.additions.is_read:
            id_ = self.clipping.id
            self._changing.run_quietly(lambda: self._library.read([id_]))

    def _on_position_changed(self, id_: str, position: float) -> None:
        self._tasks.run(Lane.WRITE, lambda: self._library.save_position(id_, position))

    def _on_quote_marked(self, quote: object) -> None:
        if self.clipping:
            id_ = self.clipping.id
            self._changing.run(lambda: self._library.mark(id_, quote), self.tr("Marked"))  # type: ignore[arg-type]

    def _on_tags_changed(self, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
        # Several are meant as soon as they are selected, one when its tags are seen.
        ids = self._selected if len(self._selected) > 1 else self._side.shown_ids
        names = ", ".join(f"#{tag}" for tag in added or removed)
        said = self.tr("Tagged %1") if added else self.tr("Took away %1")
        self._changing.run(
            lambda: self._library.tag(ids, added, removed), said.replace("%1", names)
        )

    def _on_note_changed(self, id_: str, text: str) -> None:
        def on_end(is_kept: bool) -> None:
            if not is_kept:
                self._side.save_note_again(id_)

        self._changing.run(lambda: self._library.note(id_, text), ended=on_end)

    def _on_mark_note_changed(self, mark: str, text: str) -> None:
        if self.clipping:
            id_ = self.clipping.id
            self._changing.run(lambda: self._library.change_mark(id_, mark, note=text))

    def _on_mark_coloured(self, mark: str, colour: object) -> None:
        if self.clipping:
            id_ = self.clipping.id
            self._changing.run(lambda: self._library.change_mark(id_, mark, colour=colour))  # type: ignore[arg-type]

    def _on_mark_removed(self, mark: str) -> None:
        if self.clipping:
            id_ = self.clipping.id
            self._changing.run(lambda: self._library.unmark(id_, mark), self.tr("Mark removed"))
