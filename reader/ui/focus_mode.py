"""Leave the column of text alone on the screen, and bring back what was there."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from reader.ui.parts import Panels


class FocusMode:
    """Knows what stood in the window before."""

    def __init__(self, window: QMainWindow, panels: "Panels") -> None:
        self._window = window
        self._pane = panels.pane
        self._others = (panels.shelf, panels.list, panels.side)
        self._were_shown = [False] * len(self._others)
        self._was_full_screen = False

    def set_on(self, is_on: bool) -> None:
        # First, else the focus comes here as by Tab when the list is hidden, with a ring.
        self._pane.setFocus()
        if is_on:
            self._were_shown = [panel.isVisibleTo(self._window) for panel in self._others]
            self._was_full_screen = self._window.isFullScreen()
            self._window.showFullScreen()
        elif not self._was_full_screen:
            self._window.showNormal()
        for panel, was_shown in zip(self._others, self._were_shown, strict=True):
            panel.setVisible(was_shown and not is_on)
        for bar in (self._window.menuBar(), self._window.statusBar()):
            bar.setVisible(not is_on)
        self._pane.show_focus(is_on)
