"""Cut what stands before the story: the headline, standfirst, byline and all above them."""

import re
from itertools import islice, takewhile

from lxml.etree import _Element as Element

from reader.articles.clock_times import ENDS_WITH_CLOCK
from reader.articles.dates import find_dates
from reader.articles.headline import likeness_of, words
from reader.articles.measure import WIDE, Measures, ends_a_sentence, text_of
from reader.articles.metadata import Metadata
from reader.articles.removed import Removed, take_out
from reader.articles.tags import HEADINGS
from reader.articles.trimming.leaves import in_caption, leaves

# Of the story's prose, so much may stand before a headline that is not the story's own.
_BEFORE_HEADLINE = 0.15
# The byline and the date stand within so many lines of the headline.
_LINES_AT_TOP = 14
_MOST_AT_TOP = 0.15
_LONGEST_STANDFIRST = 600
_MOST_TOLD = 5
_LONGEST_LABEL = 120
_LONGEST_BYLINE = 220
_LONGEST_NAME = 6
_SIGNS_OF_A_WORD = 3
_PROSE = 80
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")


def cut_before_headline(
    story: Element, measures: Measures, headline: Element | None
) -> list[Removed]:
    """Drop the headline and what stands before it, unless that is a good part of the story."""
    if headline is None:
        return []
    path = [headline, *headline.iterancestors()]
    if story not in path:
        return []
    before: list[Element] = []
    for element in path[: path.index(story)]:
        before += element.itersiblings(preceding=True)
    if sum(measures[e].prose for e in before) > _BEFORE_HEADLINE * measures[story].prose:
        before = []
    removed = [take_out(element, "before the headline", measures) for element in before]
    return [*removed, take_out(headline, "headline", measures)]


def cut_top(
    story: Element, measures: Measures, about: Metadata, times: frozenset[Element]
) -> list[Removed]:
    """Drop the standfirst, the byline, the date and the labels before them; not an entry's time."""
    lines = (leaf for leaf in leaves(story, measures) if not in_caption(leaf))
    top = list(takewhile(lambda leaf: leaf not in times, islice(lines, _LINES_AT_TOP)))
    names = {word for name in (*about.people, about.byline) for word in words(name)}
    standfirst, title = words(about.standfirst), words(about.title)
    most = min(_MOST_AT_TOP * measures[story].prose, _LONGEST_STANDFIRST)
    end = _end_of_byline(top, measures, names, most)
    removed: list[Removed] = []
    for number, leaf in enumerate(top):
        text = text_of(leaf)
        if number <= end or (title and words(text) == title):
            removed.append(take_out(leaf, "above the story", measures))
        elif likeness_of(standfirst, words(text)) > 0.9 and _stands_apart(leaf, top[number + 1 :]):
            removed.append(take_out(leaf, "standfirst", measures))
        elif _is_prose(leaf, text, measures):
            break
    return removed


def _end_of_byline(top: list[Element], measures: Measures, names: set[str], most: float) -> int:
    """The place of the last line that names the people or the day; -1 when there is none."""
    end, paragraphs, prose, told = -1, 0, 0.0, 0
    for number, leaf in enumerate(top):
        text = text_of(leaf)
        if _tells_who_or_when(leaf, text, names):
            end = number
            told += 1
            continue
        # One paragraph may be a standfirst; two, or a long one, are the story.
        paragraphs += _is_prose(leaf, text, measures)
        prose += measures[leaf].prose
        if paragraphs > 1 or prose > most:
            break
    # A programme or a list of events says the day line after line.
    return end if told <= _MOST_TOLD else -1


def _tells_who_or_when(leaf: Element, text: str, names: set[str]) -> bool:
    if len(text) > _LONGEST_BYLINE or leaf.tag in ("li", "blockquote", "td", "figcaption"):
        return False
    said = words(text)
    # Scripts without spaces run several words together.
    count = len(said) + len(WIDE.findall(text)) // _SIGNS_OF_A_WORD
    is_sentence = ends_a_sentence(text) and count > _LONGEST_NAME
    if is_sentence and not ENDS_WITH_CLOCK.search(text):
        return False
    if names and count < 25 and len(names & set(said)) >= min(2, len(names)):
        return True
    if len(text) > _LONGEST_LABEL or leaf.tag in HEADINGS:
        return False
    if next(leaf.iter("time"), None) is not None or _CLOCK.search(text):
        return True
    return bool(find_dates(text))


def _stands_apart(leaf: Element, following: list[Element]) -> bool:
    """Whether a line is set otherwise than the next; an opening paragraph is not."""
    following = [line for line in following if line.tag not in HEADINGS]
    if not following:
        return False
    return (leaf.tag, leaf.get("class"), leaf.getparent()) != (
        following[0].tag,
        following[0].get("class"),
        following[0].getparent(),
    )


def _is_prose(leaf: Element, text: str, measures: Measures) -> bool:
    measure = measures[leaf]
    return (
        leaf.tag not in HEADINGS
        and measure.own - measure.own_links > _PROSE
        and measure.own_links < measure.own / 2
    ) or (len(text) > _PROSE / 2 and ends_a_sentence(text) and leaf.tag not in HEADINGS)
