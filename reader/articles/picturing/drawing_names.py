"""Name the elements and attributes of a drawing that may be kept; all others are dropped."""

SVG = "http://www.w3.org/2000/svg"


def _by_lower_case(names: str) -> dict[str, str]:
    """A page's own parser writes all names small, but they are told apart by their case."""
    return {name.lower(): name for name in names.split()}


DRAWN = frozenset(
    ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use")
)
WORDS = frozenset(("text", "tspan", "title", "desc", "style"))
# Nothing in them is drawn where it stands.
UNDRAWN = frozenset(("defs", "symbol", "marker", "linearGradient", "radialGradient"))

ELEMENTS = _by_lower_case(
    "svg g defs symbol switch marker linearGradient radialGradient stop tspan title desc style "
    + " ".join(sorted(DRAWN))
)

# What may stand as an attribute, in a `style` or in a style sheet.
PROPERTIES = _by_lower_case(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin"
    " stroke-miterlimit stroke-dasharray stroke-dashoffset color opacity stop-color stop-opacity"
    " font-family font-size font-style font-weight text-anchor display visibility vector-effect"
    " marker-start marker-end"
)
ATTRIBUTES = PROPERTIES | _by_lower_case(
    "id class x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewBox transform"
    " preserveAspectRatio offset gradientUnits gradientTransform spreadMethod pathLength"
    " markerWidth markerHeight markerUnits orient refX refY xml:space"
)
