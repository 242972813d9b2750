"""Drop what is never the story: scripts, menus, adverts, cookie bars, share bars."""

import re

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.removed import Removed, take_out
from reader.articles.words import reason_in_names

# Nothing in them is ever read.
_UNREAD = (
    "script", "style", "template", "link", "meta", "base", "object", "embed", "applet", "canvas",
    "map", "audio", "select", "input", "textarea", "button", "datalist", "progress", "meter",
    "frameset", "noframes",
)  # fmt: skip
_NEVER_STORY = {
    "nav": "navigation",
    "aside": "beside the story",
    "footer": "page footer",
    "form": "form",
    "dialog": "consent",
    "menu": "navigation",
    "svg": "drawing",
}
_ROLES = {
    "navigation": "navigation",
    "complementary": "beside the story",
    "banner": "navigation",
    "contentinfo": "page footer",
    "search": "form",
    "dialog": "consent",
    "alertdialog": "consent",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "tablist": "navigation",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An element with a greater share of the page's prose is no menu, whatever it is called.
_MOST = 0.3
_WHOLE_PAGE = frozenset(("html", "body", "main"))
_TEXT_LEVEL = frozenset(("a", "em", "strong", "b", "i", "u", "code", "sub", "sup", "img", "br"))


def drop_unread(root: Element) -> None:
    """Drop scripts, styles and their like, of which no reader ever sees anything."""
    lxml.etree.strip_elements(root, *_UNREAD, with_tail=False)


def drop_boilerplate(body: Element, measures: Measures) -> list[Removed]:
    """Drop what tags, roles and names call something other than the story."""
    page = measures[body].prose
    removed: list[Removed] = []
    waiting = list(body)
    while waiting:
        element = waiting.pop()
        reason = _reason(element)
        if reason and (not page or measures[element].prose <= _MOST * page):
            removed.append(take_out(element, reason, measures))
        else:
            waiting.extend(element)
    return removed


def _reason(element: Element) -> str:
    tag = element.tag
    if tag in _WHOLE_PAGE:
        return ""
    if tag in _NEVER_STORY:
        return _NEVER_STORY[tag]
    attributes = element.attrib
    if not attributes:
        return ""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "hidden"
    if _HIDDEN.search(attributes.get("style", "")):
        return "hidden"
    role = _ROLES.get(attributes.get("role", ""))
    if role:
        return role
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if tag in _TEXT_LEVEL or tag == "article" or names == " ":
        return ""
    return reason_in_names(names)
