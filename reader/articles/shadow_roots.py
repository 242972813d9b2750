"""Put what stands in shadow roots where a browser shows it."""

import re
from html import unescape

from lxml.etree import _Element as Element

ELEMENT = "<template"
# SingleFile writes the first, Chromium's MHTML the second, its HTML once the third, Save Page WE
# the last.
_MARKS = ("shadowrootmode", "shadowmode", "shadowroot", "data-savepage-shadowroot")
# WebScrapBook keeps one in an attribute, and in that those within it.
_ATTRIBUTE = "data-scrapbook-shadowdom="
_IN_ATTRIBUTE = re.compile(
    rf"""\s{_ATTRIBUTE}"([^"]*+)"((?:[^"'<>]++|"[^"]*+"|'[^']*+'){{0,60}}+>)"""
)
_DEEPEST = 5


def written_out(markup: str) -> str:
    """The markup with those in attributes as elements, the way that other programs write them."""
    for _ in range(_DEEPEST):
        if _ATTRIBUTE not in markup:
            break
        markup = _IN_ATTRIBUTE.sub(_as_element, markup)
    return markup


def _as_element(found: re.Match[str]) -> str:
    return f"{found[2]}{ELEMENT} shadowrootmode=open>{unescape(found[1])}</template>"


def open_shadow_roots(root: Element) -> None:
    """Each becomes a part of its host, with the host's own content in its slots."""
    found: dict[Element | None, Element] = {}
    for one in root.iter("template"):
        if any(map(one.attrib.has_key, _MARKS)):
            found.setdefault(one.getparent(), one)  # a host has one alone, the first
    for host, shadow in reversed(found.items()):  # those within others first
        if host is not None:
            _fill_slots(shadow, host)
        shadow.attrib.clear()
        shadow.tag = "div"


def _fill_slots(shadow: Element, host: Element) -> None:
    slots: dict[str, Element] = {}
    for slot in shadow.iter("slot"):
        slots.setdefault(slot.get("name") or "", slot)
    filled: set[Element] = set()
    loose = slots.get("")
    if loose is not None and _has_words(shadow.tail):
        _fill(loose, filled)
        loose.text, shadow.tail = shadow.tail, None
    for child in [one for one in host if one is not shadow]:
        place = slots.get(child.get("slot") or "")
        # Without a slot it is not shown; but a page may have been saved before its script ran.
        if place is not None:
            _fill(place, filled)
            place.append(child)


def _fill(slot: Element, filled: set[Element]) -> None:
    """What a slot holds itself is shown only where nothing else is put there."""
    if slot not in filled:
        filled.add(slot)
        slot.text = None
        del slot[:]


def _has_words(text: str | None) -> bool:
    return bool(text and not text.isspace())
