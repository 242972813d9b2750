"""Draw a calm landscape for a page, the same for the same number."""

import math
from pathlib import Path
from random import Random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QRadialGradient

WIDTH, HEIGHT = 1200, 675
_SKIES = (
    ("#cfd8d6", "#efe3cb", "#8fa09c", "#5d716f", "#38494a"),
    ("#e6d6c0", "#f3e4c6", "#b89f7b", "#8a7355", "#5b4b38"),
    ("#c2cbd8", "#e6dfd6", "#8d98a8", "#647184", "#414c5e"),
    ("#d8cfd6", "#f0dccb", "#a88f95", "#7d666f", "#52424c"),
    ("#d3dac4", "#eee8cf", "#98a17d", "#6d7858", "#48523b"),
    ("#27324a", "#5a6680", "#46536b", "#313d54", "#1e2737"),
)


def draw(number: int, file: Path) -> None:
    """Hills under a low sun."""
    dice = Random(number)
    sky, horizon, *hills = _SKIES[number % len(_SKIES)]
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    air = QLinearGradient(0, 0, 0, HEIGHT * 0.75)
    air.setColorAt(0, QColor(sky))
    air.setColorAt(1, QColor(horizon))
    painter.fillRect(image.rect(), air)
    _draw_sun(painter, dice)
    for depth, colour in enumerate(hills):
        _draw_hill(painter, dice, 300 + 110 * depth, 70 - 14 * depth, QColor(colour))
    painter.end()
    image.save(str(file), "JPEG", 85)  # type: ignore[call-overload]  # the format may be a str


def _draw_sun(painter: QPainter, dice: Random) -> None:
    place = QPointF(dice.uniform(250, 950), dice.uniform(130, 270))
    light = QRadialGradient(place, 260)
    light.setColorAt(0, QColor(255, 246, 222, 200))
    light.setColorAt(1, QColor(255, 246, 222, 0))
    painter.setBrush(light)
    painter.drawEllipse(place, 260, 260)
    painter.setBrush(QColor("#fdf3da"))
    painter.drawEllipse(place, 38, 38)


def _draw_hill(painter: QPainter, dice: Random, base: float, height: float, hue: QColor) -> None:
    phases = [dice.uniform(0, math.tau) for _ in range(3)]
    path = QPainterPath(QPointF(0, HEIGHT))
    for x in range(0, WIDTH + 9, 8):
        waves = zip((330, 150, 64), (0.6, 0.28, 0.12), phases, strict=True)
        path.lineTo(x, base + height * sum(s * math.sin(x / w + p) for w, s, p in waves))
    path.lineTo(WIDTH, HEIGHT)
    painter.setBrush(hue)
    painter.drawPath(path)
