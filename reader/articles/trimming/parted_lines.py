"""Make paragraphs of the words of a block that two line breaks part."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reader.articles.tags import BLOCKS, named

_HOLDERS = named("div td section article main center body")
_FEWEST = 2


def part_lines(story: Element) -> bool:
    """Whether there was something to part; what is measured then has to be measured again."""
    holders = [one for one in story.iter(*_HOLDERS) if _has_parted_lines(one)]
    for holder in holders:
        _part(holder)
    return bool(holders)


def _has_parted_lines(holder: Element) -> bool:
    count = 0
    for line_break in holder.iterchildren("br"):
        count += _follows_a_break(line_break)
        if count == _FEWEST:
            return True
    return False


def _follows_a_break(line_break: Element) -> bool:
    before = line_break.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _part(holder: Element) -> None:
    paragraphs = list(_paragraphs(holder))
    del holder[:]
    holder.text = None
    holder.extend(paragraphs)


def _paragraphs(holder: Element) -> Iterator[Element]:
    """The blocks within, and a new paragraph for each run of words around and between them."""
    current = holder.makeelement("p")
    current.text = holder.text
    for child in list(holder):
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            yield from _told(current)
            yield child
            current = holder.makeelement("p")
            current.text = tail
        elif child.tag == "br" and _ends_with_break(current):
            yield from _told(current)
            current = holder.makeelement("p")
            current.text = tail
        else:
            current.append(child)
            child.tail = tail
    yield from _told(current)


def _told(paragraph: Element) -> Iterator[Element]:
    if len(paragraph) or (paragraph.text or "").strip():
        if _ends_with_break(paragraph):
            paragraph.remove(paragraph[-1])
        yield paragraph


def _ends_with_break(paragraph: Element) -> bool:
    last = paragraph[-1] if len(paragraph) else None
    return last is not None and last.tag == "br" and not (last.tail or "").strip()
