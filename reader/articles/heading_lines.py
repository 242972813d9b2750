"""Make one line of each heading: a block within would end it, and make a paragraph of its words."""

from lxml.etree import _Element as Element

from reader.articles.measure import text_of
from reader.articles.picturing.sizes import is_small, shown_size
from reader.articles.removed import take_out
from reader.articles.tags import BLOCKS, HEADINGS

# A heading that says more was never closed, and holds what follows it.
_LONGEST = 300
# Terms of a list and titles of a table head what is below them too.
_HEADS = HEADINGS | {"dt", "caption"}
_BREAK_ITS_LINE = BLOCKS | {"br", "img"}


def make_one_line(body: Element) -> None:
    for heading in list(body.iter(*_HEADS)):
        within = [one for one in heading.iterdescendants() if one.tag in _BREAK_ITS_LINE]
        if within and 0 < len(text_of(heading)) <= _LONGEST:
            for element in within:
                _join(heading, element)


def _join(heading: Element, within: Element) -> None:
    if within.tag == "br":
        has_more = within.tail or within.getnext() is not None
        within.tag, within.text = "span", " " if has_more else None
    elif within.tag != "img":
        within.tag = "span"
        within.text = f" {within.text}" if within.text else None
        within.tail = f" {within.tail}" if within.tail else None
    elif not is_small(*shown_size(within)):
        put_beside = heading.addnext if _follows_words(within, heading) else heading.addprevious
        take_out(within, "")
        put_beside(within)


def _follows_words(picture: Element, heading: Element) -> bool:
    around = set(picture.iterancestors())
    for element in heading.iter("*"):
        if element is picture:
            return False
        said = element.text if element in around else f"{element.text or ''}{element.tail or ''}"
        if said and said.strip():
            return True
    return False
