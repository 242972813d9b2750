"""Make one line of each heading: a block within would end it, and make a paragraph of its words."""

from itertools import islice

from lxml.etree import _Element as Element
from lxml.etree import iterwalk

from reader.articles.measure import text_of
from reader.articles.picturing.sizes import is_small, shown_size
from reader.articles.removed import take_out
from reader.articles.tags import BLOCKS, HEADINGS

# A heading that says or holds more was never closed, and holds what follows it.
_LONGEST = 300
_MOST_WITHIN = 200
# Terms of a list and titles of a table head what is below them too.
_HEADS = HEADINGS | {"dt", "caption"}
_BREAK_ITS_LINE = BLOCKS | {"br"}


def make_one_line(body: Element) -> None:
    for heading in list(body.iter(*_HEADS)):
        within = list(islice(heading.iterdescendants(), _MOST_WITHIN + 1))
        if 0 < len(within) <= _MOST_WITHIN and 0 < len(text_of(heading)) <= _LONGEST:
            _take_pictures_out(heading)
            for element in within:
                if element.tag in _BREAK_ITS_LINE:
                    _join(element)


def _join(within: Element) -> None:
    if within.tag == "br":
        has_more = within.tail or within.getnext() is not None
        within.tag, within.text = "span", " " if has_more else None
    else:
        within.tag = "span"
        within.text = f" {within.text}" if within.text else None
        within.tail = f" {within.tail}" if within.tail else None


def _take_pictures_out(heading: Element) -> None:
    """Set the pictures before the heading's first words above it, and the others below."""
    above: list[Element] = []
    below: list[Element] = []
    has_spoken = False
    for event, element in iterwalk(heading, events=("start", "end")):
        if event == "start" and element.tag == "img" and not is_small(*shown_size(element)):
            (below if has_spoken else above).append(element)
        said = element.text if event == "start" else element.tail
        has_spoken = has_spoken or bool(said and said.strip())
    for picture in (*above, *below):
        take_out(picture, "")
    for picture in above:
        heading.addprevious(picture)
    for picture in reversed(below):
        heading.addnext(picture)
