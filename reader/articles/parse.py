"""Parse the markup of a saved page into one tree, however broken or deep it is."""

import re
from itertools import islice

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.open_paragraphs import end_paragraphs
from reader.articles.tags import VOID

# libxml2 stops reading at 2,048 open elements and loses the rest; Python and Qt give up
# earlier. Of 879 pages the deepest nests 56 elements.
MAX_DEPTH = 160

# What XML cannot hold, and the marks of where a word might be broken.
_JOINTS = "\u00ad\u200b\ufeff\ufffe\uffff"
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
# libxml2 needs the square of the time for the attributes of one tag: 2 s for 50,000.
_SWOLLEN_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_STRETCH = 10_000
_ATTRIBUTE = re.compile(r"\s[^\s=<>\"']+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]*))?")
_MAX_ATTRIBUTES = 100
# Two line breaks part paragraphs; thousands in a row only take time.
_HAS_MANY_BREAKS = lxml.etree.XPath("count(//br) >= 500")
_RUN_OF_BREAKS = re.compile(rb"(?:<[bB][rR](?:\s[^<>]{0,100})?/?>\s*){3,}")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]{0,40})([^<>]*)>")
_DEEPER = lxml.etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


def parse(markup: str) -> Element:
    """The page's root element; it always has a body."""
    text = end_paragraphs(_without_swollen_tags(_without_joints(markup)))
    content = text.encode("utf-8", "ignore").translate(None, _CONTROLS)
    root = _parse(content)
    if _HAS_MANY_BREAKS(root):
        content = _RUN_OF_BREAKS.sub(b"<br><br>", content)
        root = _parse(content)
    if _DEEPER(root):
        root = _parse(_without_depth(content.decode("utf-8")).encode("utf-8"))
    if root.find("body") is None:
        root.append(root.makeelement("body"))
    return root


def _parse(content: bytes) -> Element:
    # Not lxml.html's parser, which asks Python for a class at each step through the tree.
    parser = lxml.etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = lxml.etree.fromstring(content, parser)
    except lxml.etree.XMLSyntaxError:  # nothing but white space
        root = None
    if root is None:
        root = lxml.etree.fromstring("<html><body></body></html>", lxml.etree.HTMLParser())
    return root


def _without_joints(text: str) -> str:
    # Sign for sign, this takes a tenth of the time of a pattern of them all.
    for sign in _JOINTS:
        if sign in text:
            text = text.replace(sign, "")
    return text


def _without_swollen_tags(text: str) -> str:
    # A few looks tell that there is none: such a tag spans at least one whole stretch.
    if any(_is_within_a_tag(text, at) for at in range(0, len(text), _STRETCH)):
        return _SWOLLEN_TAG.sub(_with_few_attributes, text)
    return text


def _is_within_a_tag(text: str, at: int) -> bool:
    end = at + _STRETCH
    return text.find("<", at, end) < 0 and text.find(">", at, end) < 0


def _with_few_attributes(tag: re.Match[str]) -> str:
    found = list(islice(_ATTRIBUTE.finditer(tag.group()), _MAX_ATTRIBUTES + 1))
    if len(found) <= _MAX_ATTRIBUTES:
        return tag.group()
    return tag.group()[: found[_MAX_ATTRIBUTES].start()]


def _without_depth(text: str) -> str:
    """The markup without the tags that open below half the greatest depth; their text stays."""
    kept: list[str] = []
    depth = skipped = end = 0
    for tag in _TAG.finditer(text):
        kept.append(text[end : tag.start()])
        end = tag.end()
        closes, name = tag.group(1), tag.group(2).lower()
        if name in VOID or tag.group(3).endswith("/"):
            kept.append(tag.group())
        elif closes:
            if skipped:
                skipped -= 1
                kept.append(" ")
            else:
                depth = max(depth - 1, 0)
                kept.append(tag.group())
        elif depth >= MAX_DEPTH // 2:
            skipped += 1
            kept.append(" ")
        else:
            depth += 1
            kept.append(tag.group())
    kept.append(text[end:])
    return "".join(kept)
