"""Colours, fonts and icons from the resources, as Qt wants them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reader.clipping import Colour

SERIF = "Literata"
SANS = "Inter"
SYSTEM = "system"
ICON_SIZE = 17


@dataclass(frozen=True)
class Theme:
    """One set of colours, by the names that `resources/themes/*.toml` gives them."""

    key: str
    name: str
    is_dark: bool
    colours: Mapping[str, str]
    marks: Mapping[Colour, str]

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def mark(self, colour: Colour) -> QColor:
        return QColor(self.marks[colour])


def load_themes(resources: Path) -> dict[str, Theme]:
    themes = (_load_theme(path) for path in sorted((resources / "themes").glob("*.toml")))
    return {theme.key: theme for theme in themes}


def load_fonts(resources: Path) -> None:
    """Make the bundled faces known; other scripts fall back to the system's."""
    for path in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QApplication.setFont(font(SANS, 13))


def font(family: str, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A face at a size in logical pixels; fractions are kept."""
    made = QFont(family)
    made.setStyleHint(QFont.StyleHint.Serif if family == SERIF else QFont.StyleHint.SansSerif)
    screen = QGuiApplication.primaryScreen()
    dots = screen.logicalDotsPerInch() if screen else 96.0
    made.setPointSizeF(pixels * 72.0 / dots)
    made.setWeight(weight)
    return made


def heading_font() -> QFont:
    """The face of the small headings that stand in capitals above rows."""
    face = font(SANS, 11, QFont.Weight.DemiBold)
    face.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    return face


def row_font(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The face of rows; its figures are of one width, so that counts stand in columns."""
    face = font(SANS, 13, weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


class Themes(QObject):
    """Which theme holds now; `changed` tells when another one does."""

    changed = Signal(object)

    def __init__(self, resources: Path) -> None:
        super().__init__()
        self._resources = resources
        self._themes = load_themes(resources)
        self._choice = SYSTEM
        self.current = self._themes["paper"]
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def choices(self) -> tuple[str, ...]:
        return (SYSTEM, *(key for key in ("paper", "sepia", "dark", "black")))

    @property
    def choice(self) -> str:
        return self._choice

    def name_of(self, choice: str) -> str:
        return self.tr("As the system says") if choice == SYSTEM else self._themes[choice].name

    def choose(self, choice: str) -> None:
        """Take a theme by its key, or "system"; an unknown one counts as "system"."""
        self._choice = choice if choice in self._themes else SYSTEM
        self._put_on()

    def icon(self, name: str) -> QIcon:
        """An icon of `resources/icons`: soft when off, in the accent when on."""
        soft, accent = self.current.colours["soft"], self.current.colours["accent"]
        return _icon(self._resources / "icons" / f"{name}.svg", soft, accent)

    def _on_system_changed(self) -> None:
        if self._choice == SYSTEM:
            self._put_on()

    def _put_on(self) -> None:
        system_is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        fitting = "dark" if system_is_dark else "paper"
        self.current = self._themes[fitting if self._choice == SYSTEM else self._choice]
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.current))
            app.setStyleSheet(_style_sheet(self._resources, self.current))
        self.changed.emit(self.current)


def _load_theme(path: Path) -> Theme:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    marks = {Colour(name): value for name, value in data["marks"].items()}
    return Theme(path.stem, data["name"], data["kind"] == "dark", data["colours"], marks)


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "shelf",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "page",
        QPalette.ColorRole.AlternateBase: "list",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "soft",
        QPalette.ColorRole.Button: "list",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "on_accent",
        QPalette.ColorRole.Highlight: "selected",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "page",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Light: "list",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line",
        QPalette.ColorRole.Shadow: "line",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("soft"))
    return palette


def _style_sheet(resources: Path, theme: Theme) -> str:
    """All of `resources/styles/*.qss`, with `@name` standing for a colour of the theme."""
    sheets = [p.read_text(encoding="utf-8") for p in sorted((resources / "styles").glob("*.qss"))]
    return re.sub(r"@(\w+)", lambda name: theme.colours[name[1]], "\n".join(sheets))


@cache
def _icon(path: Path, soft: str, accent: str) -> QIcon:
    drawing = path.read_text(encoding="utf-8")
    icon = QIcon()
    for scale in (1, 2, 3):
        for colour, state in ((soft, QIcon.State.Off), (accent, QIcon.State.On)):
            icon.addPixmap(_draw(drawing, colour, scale), QIcon.Mode.Normal, state)
    return icon


def _draw(drawing: str, colour: str, scale: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(ICON_SIZE, ICON_SIZE) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
