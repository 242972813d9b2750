"""Parse the markup of a saved page into one tree, however broken or deep it is."""

import re
from itertools import islice

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.tags import VOID

# libxml2 stops reading at 2,048 open elements and loses the rest; Python and Qt give up
# earlier. Of 879 pages the deepest nests 56 elements.
MAX_DEPTH = 160

# What XML cannot hold, and the marks of where a word might be broken.
_UNPARSEABLE = re.compile(
    "[\u00ad\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)
# libxml2 needs the square of the time for the attributes of one tag: 2 s for 50,000.
_SWOLLEN_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_ATTRIBUTE = re.compile(r"\s[^\s=<>\"']+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]*))?")
_MAX_ATTRIBUTES = 100
_MANY_BREAKS = 500
_RUN_OF_BREAKS = re.compile(r"(?:<[bB][rR](?:\s[^<>]{0,100})?/?>\s*){3,}")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]{0,40})([^<>]*)>")
_DEEPER = lxml.etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


def parse(markup: str) -> Element:
    """The page's root element; it always has a body."""
    text = _SWOLLEN_TAG.sub(_with_few_attributes, _UNPARSEABLE.sub("", markup))
    text = _without_runs(text)
    root = _parse(text)
    if _DEEPER(root):
        root = _parse(_without_depth(text))
    if root.find("body") is None:
        root.append(root.makeelement("body"))
    return root


def _parse(text: str) -> Element:
    # Not lxml.html's parser, which asks Python for a class at each step through the tree.
    parser = lxml.etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.etree.fromstring(text.encode("utf-8"), parser)
    except lxml.etree.XMLSyntaxError:  # nothing but white space
        root = None
    if root is None:
        root = lxml.etree.fromstring("<html><body></body></html>", lxml.etree.HTMLParser())
    return root


def _without_runs(text: str) -> str:
    """Two line breaks part paragraphs; thousands in a row only take time."""
    if text.count("<br") < _MANY_BREAKS and text.count("<BR") < _MANY_BREAKS:
        return text
    return _RUN_OF_BREAKS.sub("<br><br>", text)


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
