"""Keep the keys that a widget acts on itself from the shortcuts of its window."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class KeptKeys(QObject):
    """While its widget has the focus, Delete removes a tag, say, and not the clipping."""

    def __init__(
        self,
        widget: QWidget,
        keys: Iterable[Qt.Key],
        standard: Iterable[QKeySequence.StandardKey] = (),
    ) -> None:
        super().__init__(widget)
        self._keys = frozenset(keys)
        self._standard = tuple(standard)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~_PLAIN
            if (is_plain and event.key() in self._keys) or self._is_standard(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _is_standard(self, event: QKeyEvent) -> bool:
        return any(event.matches(one) for one in self._standard)
