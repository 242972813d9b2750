"""Tell captions and credits from the story's own lines, and join them to their pictures."""

import re

from lxml.etree import _Element as Element

from reader.articles.measure import WIDTH, Measures, text_of
from reader.articles.names import parted_names
from reader.articles.picturing.captions import LONGEST_CREDIT, is_credit
from reader.articles.removed import Removed, take_out
from reader.articles.tags import BLOCKS, named
from reader.articles.trimming.captions_below import join

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:photo|image|img|picture|media|wp|bild|foto|news|article|video)?-?_?"
    r"(?:captions?|credits?)(?:-?_?(?:text|area|wrapper|body|inner|source|title|content|truncated))?"
    r"|bildunterschrift|bildtext|bildquelle|bildnachweis|legende|pie-?de-?foto|didascalia"
    r"|leyenda|legenda|copyright-?text|cutline|photo-?by|photographer|photo-?source|image-?source"
    r")(?=$|[\s_-])",
)
# What stands in a list or a table stays an item or a cell of it.
_STAY = named("li td th dd dt tr a span")
_LONGEST = 600
_WITHIN = 5


def mark_captions(story: Element, measures: Measures) -> list[Removed]:
    """Make captions `figcaption` in a `figure`; drop those of pictures that are not there."""
    removed: list[Removed] = []
    for element in [e for e in story.iter("*") if _is_caption(e, measures)]:
        if any(holder.tag == "figcaption" for holder in element.iterancestors()):
            continue
        if (above := _picture_above(element, measures)) is not None:
            join(above, element)
            continue
        figure = _figure_around(element, story, measures)
        if figure is None:
            if element.tag != "table" and len(text_of(element)) < _LONGEST:
                removed.append(take_out(element, "caption without a picture", measures))
            continue
        element.tag = "figcaption"
        _make_figure(figure)
    _settle_figures(story, measures)
    return removed


def _settle_figures(story: Element, measures: Measures) -> None:
    for figure in story.iter("figure"):
        if measures[figure].pictures and next(figure.iter("figcaption"), None) is None:
            _mark_words(figure, measures)
    for caption in story.iter("figcaption"):
        _make_one_line(caption)


def drop_credits(story: Element, measures: Measures) -> list[Removed]:
    """Drop lines of the story that only say whose picture is shown."""
    lines = [line for line in story.iter("p", "div") if _is_credit(line, measures)]
    return [take_out(line, "credit", measures) for line in lines]


def _is_credit(line: Element, measures: Measures) -> bool:
    measure = measures[line]
    if not 0 < measure.text < LONGEST_CREDIT * WIDTH or measure.own != measure.text:
        return False
    return not measure.pictures and is_credit(text_of(line))


def _make_figure(holder: Element) -> None:
    if holder.tag not in _STAY:
        holder.tag = "figure"
        return
    figure = holder.makeelement("figure")
    figure.extend(list(holder))
    holder.append(figure)


def _mark_words(figure: Element, measures: Measures) -> None:
    """Take for captions what a picture's figure says beside the picture."""
    if measures[figure].text > _LONGEST:
        return
    waiting = list(figure)
    while waiting:
        element = waiting.pop()
        measure = measures[element]
        if measure.pictures or element.tag in ("picture", "source"):
            waiting.extend(element)
        elif measure.text:
            element.tag = "figcaption"


def _make_one_line(caption: Element) -> None:
    for element in caption.iterdescendants(*BLOCKS):
        element.tag = "span"
        element.tail = " " + (element.tail or "")


def _is_caption(element: Element, measures: Measures) -> bool:
    if element.tag in ("figcaption", "caption", "img", "table", "figure", "body", "a"):
        return False
    measure = measures[element]
    if not 0 < measure.text < _LONGEST or measure.pictures:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return names != " " and _CAPTION.search(parted_names(names)) is not None


def _picture_above(element: Element, measures: Measures) -> Element | None:
    """What shows a picture, says nothing and stands right before a caption outside of figures."""
    above = element.getprevious()
    if above is None or (above.tail or "").strip() or element.tag in _STAY:
        return None
    if not measures[above].pictures or measures[above].text:
        return None
    in_figure = any(holder.tag == "figure" for holder in element.iterancestors())
    return None if in_figure else above


def _figure_around(element: Element, story: Element, measures: Measures) -> Element | None:
    """The nearest holder with a picture, when it holds little else."""
    said = measures[element].text
    for depth, holder in enumerate(element.iterancestors()):
        if depth >= _WITHIN or holder is story:
            return None
        if holder.tag == "figure":
            return holder
        if measures[holder].pictures:
            return holder if measures[holder].text < said + 200 else None
    return None
