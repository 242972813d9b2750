"""Find the elements that the page calls its story's author."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.articles.about.author_marks import is_of_authors, is_of_others
from reader.articles.about.survey import Survey, marks_of, names_of

_MOST_MARKED = 40


class MarkedAuthor(NamedTuple):
    """An element, what the page calls it, and how many that may speak of authors stand before."""

    at: int
    names: str
    element: HtmlElement


def marked_authors(survey: Survey) -> Iterator[MarkedAuthor]:
    for at, element in enumerate(survey.authors[:_MOST_MARKED]):
        names = names_of(element)
        if is_of_authors(names) and not is_of_others(marks_of(element)):
            yield MarkedAuthor(at, names, element)
