"""What a reader does with the saved searches of the shelf: order, rename, remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.ui.panels.shelf_rows import Kind, ShelfRow

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SearchDrag:
    """A saved search that is dragged to another place among its like."""

    def __init__(self) -> None:
        self._pressed: tuple[str, QPoint] | None = None
        self.dragged = ""
        self.before = -1  # the row above which it would be let go

    def press(self, row: ShelfRow, place: QPoint) -> None:
        self._pressed = (row.key, place) if row.kind is Kind.SEARCH else None

    def move(self, place: QPoint, rows: Sequence[ShelfRow], under: int, is_below: bool) -> bool:
        """Whether something is dragged now; `under` is the row under the pointer."""
        if self._pressed is None:
            return False
        key, start = self._pressed
        far = (place - start).manhattanLength() >= QApplication.startDragDistance()
        if far or self.dragged:
            self.dragged = key
            self.before = _place_among(rows, under + is_below)
        return bool(self.dragged)

    def release(self, rows: Sequence[ShelfRow]) -> tuple[str, ...]:
        """The new order, if there is one; nothing is dragged any more."""
        dragged, before = self.dragged, self.before
        self._pressed, self.dragged, self.before = None, "", -1
        if not dragged or before < 0:
            return ()
        ids = _ids(rows)
        above = _ids(rows[:before])
        order = [*(i for i in above if i != dragged), dragged]
        order += [i for i in ids if i not in order]
        return tuple(order) if order != ids else ()


class SearchMenu(QObject):
    """The menu of a saved search."""

    renaming_asked = Signal(str)
    update_asked = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def open(self, id_: str, place: QPoint, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        self._add(menu, self.tr("Rename"), "F2", lambda: self.renaming_asked.emit(id_))
        said = self.tr("Take the Search as It Is Now")
        self._add(menu, said, "", lambda: self.update_asked.emit(id_))
        menu.addSeparator()
        self._add(menu, self.tr("Move Up"), "Alt+Up", lambda: self.moved.emit(id_, -1))
        self._add(menu, self.tr("Move Down"), "Alt+Down", lambda: self.moved.emit(id_, 1))
        menu.addSeparator()
        self._add(menu, self.tr("Remove"), "Del", lambda: self.removed.emit(id_))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _add(self, menu: QMenu, name: str, keys: str, act: object) -> None:
        action = QAction(f"{name}\t{keys}" if keys else name, menu)
        action.triggered.connect(act)
        menu.addAction(action)


class SearchActs(QObject):
    """What is done with saved searches by keys, by their menu and by dragging them."""

    renaming_asked = Signal(str)
    updated = Signal(str)
    removed = Signal(str)
    ordered = Signal(tuple)

    def __init__(self, rows: Callable[[], Sequence[ShelfRow]], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.drag = SearchDrag()
        self._menu = SearchMenu(self)
        self._menu.renaming_asked.connect(self.renaming_asked)
        self._menu.update_asked.connect(self.updated)
        self._menu.removed.connect(self.removed)
        self._menu.moved.connect(self._move)

    def open_menu(self, row: ShelfRow | None, place: QPoint, parent: QWidget) -> None:
        """`place` is on the screen."""
        if row is not None and row.kind is Kind.SEARCH:
            self._menu.open(row.key, place, parent)

    def take_key(self, event: QKeyEvent, row: ShelfRow | None) -> bool:
        """Rename, remove or move the saved search that the reader stands on."""
        if row is None or row.kind is not Kind.SEARCH:
            return False
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F2:
            self.renaming_asked.emit(row.key)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row.key)
        elif with_alt and event.key() in _MOVES:
            self._move(row.key, _MOVES[Qt.Key(event.key())])
        else:
            return False
        return True

    def let_go(self) -> None:
        """What was dragged stays where it is."""
        self._tell_order(self.drag.release(self._rows()))

    def _move(self, id_: str, by: int) -> None:
        self._tell_order(moved(self._rows(), id_, by))

    def _tell_order(self, order: tuple[str, ...]) -> None:
        if order:
            self.ordered.emit(order)


def moved(rows: Sequence[ShelfRow], id_: str, by: int) -> tuple[str, ...]:
    """The order with one search moved up or down; nothing where it is at the end already."""
    ids = _ids(rows)
    at = ids.index(id_) if id_ in ids else -1
    to = at + by
    if at < 0 or not 0 <= to < len(ids):
        return ()
    ids[at], ids[to] = ids[to], ids[at]
    return tuple(ids)


def _ids(rows: Sequence[ShelfRow]) -> list[str]:
    return [row.key for row in rows if row.kind is Kind.SEARCH]


def _place_among(rows: Sequence[ShelfRow], wanted: int) -> int:
    """The nearest place between saved searches."""
    places = [number for number, row in enumerate(rows) if row.kind is Kind.SEARCH]
    return max(places[0], min(wanted, places[-1] + 1)) if places else -1
