"""Read preformatted text with its lines, whatever elements part them."""

from bs4.element import NavigableString, PreformattedString, Tag

from reader.articles.tags import named

_LINES = named("div p li tr ol ul table")
_UNREAD = named("script style template button")


def lines_of(pre: Tag) -> str:
    said: list[str] = []
    todo: list[object] = list(reversed(pre.contents))
    while todo:
        node = todo.pop()
        if isinstance(node, Tag):
            todo += reversed(_parts(node))
        elif isinstance(node, NavigableString):
            said.append(str(node) if not isinstance(node, PreformattedString) else "")
        elif node is _BREAK or (said and not said[-1].endswith("\n")):
            said.append("\n")
    return "".join(said).strip("\n")


_BREAK = object()  # a line break of the page's; what else is no part of the soup ends a line


def _parts(tag: Tag) -> list[object]:
    if tag.name == "br":
        return [_BREAK]
    if tag.name in _LINES:
        return [None, *tag.contents, None]
    return [] if tag.name in _UNREAD else list(tag.contents)
