"""Tell how large a page shows a picture, and whether it then stands within a line."""

import re

from lxml.etree import _Element as Element

from reader.articles.tags import BLOCKS

# Smaller ones are bullets, icons and flags, and formulas in words written as pictures.
SMALL = 40
# Still smaller ones are trackers, spacers and lines.
_LEAST = 9
_IN_STYLE = re.compile(r"(?:^|[;\s])(width|height)\s*:\s*(\d{1,4}(?:\.\d{1,6})?)(px|ex|em)", re.I)
_UNITS = {"px": 1.0, "ex": 8.0, "em": 16.0}
_LONGEST_STYLE = 500


def shown_size(img: Element) -> tuple[int, int]:
    """Width and height in pixels; 0 where the markup does not say."""
    width, height = pixels(img.get("width")), pixels(img.get("height"))
    style = img.get("style")
    if style and not (width and height):
        said = {
            side.lower(): round(float(number) * _UNITS[unit.lower()])
            for side, number, unit in _IN_STYLE.findall(style[:_LONGEST_STYLE])
        }
        return width or said.get("width", 0), height or said.get("height", 0)
    return width, height


def pixels(text: str | None) -> int:
    number = (text or "").strip().removesuffix("px").partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0


def is_small(width: int, height: int) -> bool:
    return 0 < width < SMALL or 0 < height < SMALL


def is_least(width: int, height: int) -> bool:
    return 0 < width < _LEAST or 0 < height < _LEAST


def says_something_small(img: Element) -> bool:
    """Whether words tell what a small picture means, or it is what a cell of a table says."""
    if (img.get("alt") or "").strip():
        return True
    holder = next((one for one in img.iterancestors() if one.tag in BLOCKS), None)
    return holder is not None and holder.tag in ("td", "th")
