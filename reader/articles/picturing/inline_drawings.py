"""Make pictures of the charts and maps that are drawn in the page's own markup."""

import base64
import re
from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.measure import text_of
from reader.articles.picturing.drawing import safe_drawing
from reader.articles.picturing.drawing_names import DRAWN
from reader.articles.picturing.drawing_record import Drawing

_MOST = 60  # a page with more of them draws its buttons
_MOST_LOOKED_AT = 3_000
# Where a drawing is a sign to click on, or a trademark.
_NO_FIGURES = frozenset(("a", "button", "nav", "header", "footer", "label", "summary", "aside"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LEAST_IN_FIGURE = 80
_LEAST_WIDTH, _LEAST_HEIGHT = 200, 100
_FEWEST_WORDS = 3  # the ticks of a chart's axes, the places on a map


def draw_inline(body: Element) -> None:
    """Put an `img` that holds the drawing in the place of each `svg` that tells something."""
    outermost = (one for one in body.iter("svg") if next(one.iterancestors("svg"), None) is None)
    for svg in list(islice(outermost, _MOST_LOOKED_AT))[:_MOST]:
        drawing = safe_drawing(svg) if _may_tell(svg) else None
        if drawing is not None and _is_large(svg, drawing):
            _become_picture(svg, drawing)


def _may_tell(svg: Element) -> bool:
    if svg.getparent() is None or _HIDDEN.search((svg.get("style") or "")[:500]):
        return False
    if any(one.tag in _NO_FIGURES for one in svg.iterancestors()):
        return False
    return _is_in_figure(svg) or _says_enough(svg)


def _is_large(svg: Element, drawing: Drawing) -> bool:
    if _is_in_figure(svg):
        return min(drawing.width, drawing.height) >= _LEAST_IN_FIGURE
    return drawing.width >= _LEAST_WIDTH and drawing.height >= _LEAST_HEIGHT


def _is_in_figure(svg: Element) -> bool:
    figure = next(svg.iterancestors("figure"), None)
    # Beside a photo it is the sign that enlarges it.
    return figure is not None and next(figure.iter("img", "video", "iframe"), None) is None


def _says_enough(svg: Element) -> bool:
    words = (one for one in svg.iter("text") if text_of(one).strip())
    shapes = (one for one in svg.iter("*") if one.tag in DRAWN)
    return (
        len(list(islice(words, _FEWEST_WORDS))) == _FEWEST_WORDS
        and len(list(islice(shapes, 2 * _FEWEST_WORDS))) == 2 * _FEWEST_WORDS
    )


def _become_picture(svg: Element, drawing: Drawing) -> None:
    said = (svg.get("aria-label"), *(_first(svg, name) for name in ("title", "desc")))
    description = " – ".join(dict.fromkeys(" ".join(one.split()) for one in said if one))
    tail = svg.tail
    svg.clear()
    svg.tag, svg.tail = "img", tail
    svg.set("src", f"data:image/svg+xml;base64,{base64.b64encode(drawing.content).decode()}")
    svg.set("alt", description[:500])


def _first(svg: Element, name: str) -> str:
    """What an element directly below says: deeper ones name the parts of the drawing."""
    found = next((one for one in svg if one.tag == name), None)
    return text_of(found) if found is not None else ""
