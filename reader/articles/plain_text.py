"""Say a clean body as plain text: a paragraph to a block, blocks parted by a blank line."""

import re

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.spaces import has_plain_spaces
from reader.articles.tags import BLOCKS

# What is said under a picture is kept with the picture.
_UNSAID = frozenset(("figcaption",))
_SPACES = re.compile(r"\s+")


def plain_text(html: str) -> str:
    if not html.strip():
        return ""
    blocks: list[list[str]] = [[]]
    # Without huge_tree, libxml2 loses a text of more than ten million letters.
    parser = lxml.etree.HTMLParser(huge_tree=True)
    root = lxml.etree.fromstring(f"<div>{html}</div>", parser)
    if root is None:
        return ""
    _gather(root, blocks)
    lines = ("".join(block).strip() for block in blocks)
    return "\n\n".join(line for line in lines if line.strip(" |\n"))


def _gather(root: Element, blocks: list[list[str]]) -> None:
    # An explicit stack, since a page may nest deeper than Python calls.
    todo: list[Element | str | None] = [root]
    while todo:
        node = todo.pop()
        if node is None:
            blocks.append([])
        elif isinstance(node, str):
            blocks[-1].append(node)
        else:
            todo.extend(reversed(_parts(node)))


def _parts(node: Element) -> list[Element | str | None]:
    """What stands in an element, in order; None where a block begins or ends."""
    parts: list[Element | str | None] = [_said(node, node.text)]
    if node.tag == "tr":
        return _cells(node)
    for child in node:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag in BLOCKS and child.tag not in _UNSAID:
            parts += [None, child, None]
        elif child.tag not in _UNSAID:
            parts.append(child)
        parts.append(_said(node, child.tail))
    return parts


def _cells(row: Element) -> list[Element | str | None]:
    """The cells of a row that say something, parted by bars."""
    parts: list[Element | str | None] = []
    for cell in row:
        if any(text.strip() for text in cell.itertext()):
            parts += [" | ", cell] if parts else [cell]
    return parts


def _said(holder: Element, text: str | None) -> str:
    if not text:
        return ""
    if has_plain_spaces(text):
        return text
    return text if holder.tag == "pre" else _SPACES.sub(" ", text)
