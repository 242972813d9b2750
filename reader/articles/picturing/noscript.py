"""Bring out the pictures that a page keeps for readers without scripts."""

from lxml.html import HtmlElement

_STANDS_IN = frozenset(("img", "picture", "span", "div", "a", "amp-img"))


def bring_out(body: HtmlElement) -> None:
    """Put each `noscript` picture where its late-loading twin stands; drop all other `noscript`."""
    for noscript in list(body.iter("noscript")):
        pictures = list(noscript.iter("img"))
        if len(pictures) != 1 or noscript.getparent() is None:
            noscript.drop_tree()
            continue
        twin = _twin(noscript)
        if twin is None:
            noscript.drop_tag()
            continue
        for name, value in pictures[0].attrib.items():
            if name in ("src", "srcset", "alt"):
                twin.set("data-src" if name == "src" else name, value)
        noscript.drop_tree()


def _twin(noscript: HtmlElement) -> HtmlElement | None:
    """The picture beside it that waits for a script."""
    for beside in (noscript.getprevious(), noscript.getnext()):
        if beside is not None and beside.tag in _STANDS_IN:
            pictures = [beside] if beside.tag == "img" else list(beside.iter("img"))
            if len(pictures) == 1:
                return pictures[0]
    return None
