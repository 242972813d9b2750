"""Make a soup of a story out of its tree: to write that and parse it again takes twice as long."""

from string import punctuation
from urllib.parse import quote

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeDict, NavigableString, PageElement, Tag
from lxml.etree import _Element as Element


def soup_of(story: Element) -> BeautifulSoup:
    return BeautifulSoup("", builder=_TreeReader(story))


class _TreeReader(HTMLTreeBuilder):
    """Builds the soup of a tree, where other builders parse markup."""

    def __init__(self, story: Element) -> None:
        super().__init__(multi_valued_attributes={}, attribute_dict_class=AttributeDict)
        self._story = story

    def feed(self, _markup: object) -> None:
        assert self.soup is not None  # the soup that calls this
        holder: Tag = self.soup
        last: PageElement = holder
        # An explicit stack, since a page may nest deeper than Python calls; None ends an element.
        todo: list[Element | str | None] = [self._story]
        while todo:
            node = todo.pop()
            if node is None:
                assert holder.parent is not None
                holder = holder.parent
                continue
            if isinstance(node, str):
                last = self._string(node, holder, last)
                continue
            last = self._tag(node, holder, last)
            if node.tail and node is not self._story:
                todo.append(node.tail)
            if len(node):
                todo.append(None)
                todo += reversed(node)
                if node.text:
                    todo.append(node.text)
                holder = last
            elif node.text:
                last = self._string(node.text, last, last)

    def _tag(self, element: Element, holder: Tag, last: PageElement) -> Tag:
        attributes = {str(name): str(value) for name, value in element.items()}
        if "href" in attributes:
            attributes["href"] = _written(attributes["href"])
        tag = Tag(self.soup, self, str(element.tag), attrs=attributes, parent=holder, previous=last)
        holder.contents.append(tag)
        return tag

    def _string(self, text: str, holder: Tag, last: PageElement) -> NavigableString:
        string = NavigableString(text)
        string.setup(holder, last)
        holder.contents.append(string)
        return string


def _written(address: str) -> str:
    """An address as it stands in markup: without spaces and foreign letters."""
    address = address.lstrip()
    is_plain = address.isascii() and address.isprintable() and " " not in address
    return address if is_plain else quote(address, safe=punctuation)
