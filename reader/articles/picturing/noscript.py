"""Bring out the pictures that a page keeps for readers without scripts."""

from lxml.etree import _Element as Element

from reader.articles.removed import take_out

_STANDS_IN = frozenset(("img", "picture", "span", "div", "a", "amp-img"))


def bring_out(body: Element) -> None:
    """Put each `noscript` picture where its late-loading twin stands; drop all other `noscript`."""
    for noscript in list(body.iter("noscript")):
        pictures = list(noscript.iter("img"))
        if len(pictures) != 1 or noscript.getparent() is None:
            take_out(noscript, "")
            continue
        twin = _twin(noscript)
        if twin is None:
            noscript.attrib.clear()
            noscript.tag = "span"
            continue
        for name, value in pictures[0].attrib.items():
            if name in ("src", "srcset", "alt"):
                twin.set("data-src" if name == "src" else name, value)
        take_out(noscript, "")


def _twin(noscript: Element) -> Element | None:
    """The picture beside it that waits for a script."""
    for beside in (noscript.getprevious(), noscript.getnext()):
        if beside is not None and beside.tag in _STANDS_IN:
            pictures = [beside] if beside.tag == "img" else list(beside.iter("img"))
            if len(pictures) == 1:
                return pictures[0]
    return None
