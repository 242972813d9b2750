"""Find the pictures that SingleFile keeps once in a page's style, for all places that show them."""

import binascii
import re
from itertools import islice

from reader.pages.original import MOST_PARTS
from reader.pages.part import Part, part_of

_MARK = "--sf-img-"
_KEPT = re.compile(
    r"""--(sf-img-\d{1,6}):\s*url\(\s*["']?data:[^,"')]{0,100};base64,([A-Za-z0-9+/=]*+)"""
)
# The empty drawing in the picture's place, and the style of it that names the picture.
_PLACE = re.compile(
    r"""\bsrc\s*=\s*(?:'data:image/svg\+xml,[^']{0,500}'|"data:image/svg\+xml,[^"]{0,500}")"""
    r"""(?=[^<]{0,4096}?var\(--(sf-img-\d{1,6})\))"""
)


def grouped_pictures(markup: str) -> tuple[str, dict[str, Part]]:
    """The markup with each such picture named in its place, and the pictures by these names."""
    if _MARK not in markup:
        return markup, {}
    parts: dict[str, Part] = {}
    for found in islice(_KEPT.finditer(markup), MOST_PARTS):
        try:
            parts[found[1]] = part_of(binascii.a2b_base64(found[2]))
        except binascii.Error:
            continue
    named = _PLACE.sub(lambda one: f'src="{one[1]}"' if one[1] in parts else one[0], markup)
    return named, parts
