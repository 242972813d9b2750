"""Make an `img` of what shows a picture by other means, as a background or a tag of AMP does."""

import re

from lxml.etree import _Element as Element
from lxml.etree import strip_elements

from reader.articles.picturing.addresses import late_addresses
from reader.articles.picturing.inline_drawings import draw_inline

_OTHER_NAMES = ("amp-img", "amp-anim", "image")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*(['\"]?)(.+?)\1\s*\)", re.I)
_HAVE_PICTURES = ("img", "video", "iframe", "audio", "table", "pre", "object", "svg")
_NAMED_AS_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)
_MOST_SEARCHED = 50  # elements of one figure


def make_pictures(body: Element) -> None:
    for other in list(body.iter(*_OTHER_NAMES)):
        if next(other.iterancestors("svg"), None) is None:
            strip_elements(other, "*", with_tail=False)
            other.text, other.tag = None, "img"
    for img in body.iter("img"):
        # It is kept from those who hear the page, not from those who see it.
        img.attrib.pop("aria-hidden", "")
    for picture in list(body.iter("picture")):
        if (
            next(picture.iter("img"), None) is None
            and next(picture.iter("source"), None) is not None
        ):
            picture.append(picture.makeelement("img"))
    draw_inline(body)
    for figure in list(body.iter("figure")):
        _fill(figure)


def _fill(figure: Element) -> None:
    """Put the picture into a figure that has none of its own."""
    if next(figure.iter(*_HAVE_PICTURES), None) is not None:
        return
    for count, element in enumerate(figure.iter("*")):
        address = _address_in(element)
        if address:
            img = figure.makeelement("img", {"src": address, "alt": element.get("alt", "")})
            figure.insert(0, img)
            img.tail, figure.text = figure.text, None
            return
        if count == _MOST_SEARCHED:
            return


def _address_in(element: Element) -> str:
    if not element.attrib:
        return ""
    shown = _BACKGROUND.search((element.get("style") or "")[:2000])
    if shown:
        return shown.group(2).strip()
    href = element.get("href") or ""
    if element.tag == "a" and _NAMED_AS_PICTURE.search(href):
        return href
    return next(late_addresses(element), "")
