"""Paint the window before its panels are there: the tones they will have."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.settings import Settings
from reader.ui.theme import Theme

BAR = 34  # pixels: the menu bar


def paint_first_sight(window: QWidget, settings: Settings, theme: Theme) -> None:
    painter = QPainter(window)
    painter.fillRect(0, BAR, window.width(), window.height(), theme.colour("page"))
    left = 0
    for tone, is_shown, width in (
        ("shelf", settings.shelf_is_shown, settings.widths[0]),
        ("list", settings.list_is_shown, settings.widths[1]),
    ):
        if is_shown:
            painter.fillRect(left, BAR, width, window.height(), theme.colour(tone))
            left += width
