"""Find the authors whom a page names side by side, each in an element of its own."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from reader.articles.about.marked_authors import MarkedAuthor
from reader.articles.about.survey import names_of
from reader.articles.about.visible_lines import lines_of
from reader.articles.bylines import Byline, read_byline

_HOLDS_SEVERAL = re.compile(
    r"(?:^|[\s_-])(?:authors|bylines|contributors|writers|autoren|auteurs|autores|autori)(?:$|\s)"
)
_MOST_IN_ROW = 6
_MOST_ELEMENTS = 30


def rows_of_authors(marked: Iterable[MarkedAuthor]) -> Iterator[Byline]:
    """The bylines that name two people or more."""
    for _, names, element in marked:
        is_row = bool(_HOLDS_SEVERAL.search(names))
        row = islice(element, _MOST_IN_ROW + 1) if is_row else _row_from(element, names)
        people = tuple(dict.fromkeys(filter(None, map(_name_in, row))))
        # More of them are those of the paper.
        if 1 < len(people) <= _MOST_IN_ROW:
            yield Byline(", ".join(people), people)


def _row_from(element: HtmlElement, names: str) -> Iterable[HtmlElement]:
    """The element and those right behind it that the page calls the same."""
    row = [element]
    for sibling in element.itersiblings("*"):
        if sibling.tag != element.tag or names_of(sibling) != names:
            break
        row.append(sibling)
        if len(row) > _MOST_IN_ROW:
            break
    return row


def _name_in(element: HtmlElement) -> str:
    """The one whole name that opens the element, or ""."""
    line = next(iter(lines_of(element, _MOST_ELEMENTS)), None)
    people = read_byline(line.text).people if line else ()
    return people[0] if len(people) == 1 and " " in people[0] else ""
