"""Take a line that is a name and no more for a byline."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.articles.about.likely_names import DENSE, opens_a_title
from reader.articles.about.visible_lines import Line
from reader.articles.bylines import Byline, read_byline

_OF_TITLES = re.compile(
    r"title|tag|categor|topic|headline|label|ueberschrift|section|place|location"
)
_MOST_WORDS = 4


def plain_name(line: Line, *, may_be_heading: bool = False) -> Iterator[Byline]:
    """The name of several words that is the whole line and leads nowhere."""
    byline = read_byline(line.text)
    is_linked = any(target_of(element) for element in line.elements)
    if (
        is_linked
        or DENSE.search(line.text)
        or (not may_be_heading and _OF_TITLES.search(line.marks))
        or opens_a_title(line.text)
    ):
        return
    if 1 < line.text.count(" ") + 1 <= _MOST_WORDS and byline.people == (line.text,):
        yield byline


def target_of(element: HtmlElement) -> str:
    """Where the link that a piece of text stands in leads."""
    holder = element if element.tag == "a" else element.getparent()
    return (holder.get("href") or "") if holder is not None and holder.tag == "a" else ""
