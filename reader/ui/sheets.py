"""Open the sheets that lie over the window: palette, keys, about, what was left out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from reader import paths
from reader.clipping import Change, Clipping, Counts
from reader.ui.dialogs.choices import Choice
from reader.ui.other_names import other_names
from reader.ui.parts import Panels, Parts
from reader.ui.tasks import Lane

if TYPE_CHECKING:
    from reader.articles.removed_block import RemovedBlock
    from reader.ui.dialogs.left_out import LeftOutSheet


class Sheets(QObject):
    """Each is made when it is first asked for; most sessions need none of them."""

    def __init__(self, parts: Parts, panels: Panels, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._panels = panels
        self._counts = Counts()
        self._palette: object = None
        self._left_out: LeftOutSheet | None = None
        self._left_out_id = ""

    def show_counts(self, counts: Counts) -> None:
        self._counts = counts

    def open_left_out(self, clipping: Clipping) -> None:
        """Show what the clipping leaves out of its page; the sheet stays with this clipping."""
        from reader.ui.dialogs.left_out import LeftOutSheet

        if self._left_out is not None:
            self._left_out.close()
        sheet = LeftOutSheet(clipping.article.title, self._window)
        sheet.put_back_asked.connect(lambda blocks: self._put_back(clipping, blocks))
        sheet.finished.connect(self._on_left_out_closed)
        self._left_out, self._left_out_id = sheet, clipping.id
        self._load_left_out(lambda: _show(sheet))

    def on_changed(self, change: Change) -> None:
        """Tell the sheet of what was left out when that is another now."""
        is_other = "corrections" in change.fields or change.remade
        if is_other and self._left_out_id in change.clippings:
            self._load_left_out(lambda: None)

    def open_keys(self) -> None:
        from reader.ui.dialogs.keys import KeysSheet

        shortcuts = [
            (group, _bare(action.text()), keys.toString(_PORTABLE))
            for group, action in self._parts.actions
            for keys in action.shortcuts()
        ]
        # What the list does with its own keys.
        go = _bare(self._parts.actions.menu("go").title())
        shortcuts += [
            (go, self.tr("Open the Chosen Clipping"), "Return"),
            (go, self.tr("First or Last Clipping"), "Home"),
            (go, self.tr("First or Last Clipping"), "End"),
        ]
        _show(KeysSheet(shortcuts, self._window))

    def open_about(self) -> None:
        from importlib.metadata import version

        from reader.ui.dialogs.about import AboutDialog

        _show(AboutDialog(version("clippings-reader"), paths.resources_folder(), self._window))

    def open_palette(self) -> None:
        from reader.ui.dialogs.command_palette import CommandPalette

        if not isinstance(self._palette, CommandPalette):
            self._palette = CommandPalette(self._parts.themes, self._window)
        self._palette.open_with([*self._commands(), *self._places()])

    def _load_left_out(self, then: Callable[[], object]) -> None:
        id_, sheet = self._left_out_id, self._left_out

        def on_loaded(blocks: "Sequence[RemovedBlock]") -> None:
            if sheet is not None and sheet is self._left_out:
                sheet.show_blocks(blocks)
                then()

        self._parts.tasks.run(Lane.READ, lambda: self._parts.library.removed(id_), on_loaded)

    def _put_back(self, clipping: Clipping, blocks: Sequence[str]) -> None:
        library = self._parts.library
        said = self.tr("Put back into “%1”").replace("%1", clipping.article.title)
        self._parts.changing.run(lambda: library.put_back(clipping.id, blocks), said)

    def _on_left_out_closed(self) -> None:
        self._left_out, self._left_out_id = None, ""

    def _commands(self) -> list[Choice]:
        also = other_names(self)
        return [
            Choice(
                _bare(action.text()),
                action.shortcut().toString(_NATIVE),
                action.trigger,
                also.get(action.objectName(), ()),
            )
            for _, action in self._parts.actions
            if action.isEnabled() and action.objectName() != "palette"
        ]

    def _places(self) -> list[Choice]:
        tags = [
            Choice(f"#{tag}", self.tr("Tag"), partial(self._parts.finding.choose_tag, tag))
            for tag, _ in self._counts.tags
        ]
        sources = [
            Choice(source, self.tr("Source"), partial(self._parts.finding.choose_source, source))
            for source, _ in self._counts.sources
        ]
        saving = self._parts.saving
        searches = [
            Choice(one.name, self.tr("Saved search"), partial(saving.choose, one.id))
            for one in saving.searches
        ]
        themes = self._parts.themes
        looks = [
            Choice(themes.name_of(look), self.tr("Theme"), partial(themes.choose, look))
            for look in themes.choices
        ]
        return [*searches, *tags, *sources, *looks]


_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText


def _show(sheet: QDialog) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.show()


def _bare(title: str) -> str:
    return title.replace("&", "").rstrip("…")
