"""Have drawings (SVG) drawn: safely written anew, by a process apart, within bounds."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

import reader
from reader.articles.picturing.drawing_record import Drawing, is_drawing

SECONDS = 6.0
_MOST_PIXELS = 12_000_000
_LONGEST_SIDE = 4_000


def drawing_of(content: bytes) -> Drawing | None:
    """The drawing in a picture's bytes; what is kept from older days is written anew too."""
    if not is_drawing(content):
        return None
    # What reads markup takes long to load, and most stories show photos alone.
    from reader.articles.picturing.drawing import read_drawing

    return read_drawing(content)


def rasterise(drawing: Drawing, width: int) -> QImage:
    """A picture of a drawing; null where it takes too long, or cannot be drawn."""
    height = max(1, round(width * drawing.height / drawing.width))
    if max(width, height) > _LONGEST_SIDE or width * height > _MOST_PIXELS:
        return QImage()
    asked = (sys.executable, "-m", "reader.ui.reading.draw_apart", str(width), str(height))
    try:
        drawn = subprocess.run(
            asked, input=drawing.content, capture_output=True, timeout=SECONDS, check=False,
            env=_surroundings(),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return QImage()
    image = QImage.fromData(drawn.stdout)
    return image if drawn.returncode == 0 else QImage()


def _surroundings() -> dict[str, str]:
    """Those of this process, without its screen; the program is found wherever it lies."""
    folder = str(Path(reader.__file__).parents[1])
    others = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    return others | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": folder}
