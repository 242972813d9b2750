"""Cut what a line announces below the story, and the teasers that stand there unannounced."""

from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.measure import Measures, ends_a_sentence, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.tags import HEADINGS
from reader.articles.trimming.leaves import in_caption, leaves
from reader.articles.words import TAIL_LINE

_LONGEST_LABEL = 60
_LONGEST_SCRAP = 160
_LONGEST_TEASER = 320
_SHORTEST_TITLE = 40
_MOSTLY = 0.8
_MOST_LINES = 60
_MOST_OF_STORY = 0.35
_FEWEST_TEASERS = 2
_WITHIN = 3
_NEAR = 2


@dataclass
class _Below:
    """What has been seen of the lines below a place, from the end upwards."""

    telling: int = 0  # sentences
    leading: int = 0  # links and headings
    teasers: int = 0  # titles that lead elsewhere, each with the sentence below it
    scraps: int = 0
    is_all_teasers: bool = True
    letters: int = 0


def cut_ending(story: Element, measures: Measures) -> list[Removed]:
    lines = [leaf for leaf in leaves(story, measures) if not in_caption(leaf)]
    start = _start_of_ending(lines, _MOST_OF_STORY * measures[story].text, measures)
    if start is None:
        return []
    pictures = _pictures_after(lines[start], story)
    return [take_out(one, "after the story", measures) for one in (*lines[start:], *pictures)]


def _start_of_ending(lines: list[Element], most: float, measures: Measures) -> int | None:
    start, below = None, _Below()
    for place in range(len(lines) - 1, max(0, len(lines) - _MOST_LINES), -1):
        line, text = lines[place], text_of(lines[place])
        if not text:
            continue
        below.letters += len(text)
        if below.letters > most:
            # Teasers from top to bottom are a list of stories, and no end of one.
            around = lines[max(0, place - _NEAR) : place + 1]
            return None if any(_leads(one, measures) for one in around) else start
        if _announces(line, text, below):
            start = place
        elif ends_a_sentence(text) or len(text) > _LONGEST_SCRAP:
            if len(text) > _LONGEST_TEASER or line.tag in ("li", "td"):
                break
            below.telling += 1
            # Two sentences in a row are more than a teaser tells.
            below.is_all_teasers &= below.telling - below.teasers < _FEWEST_TEASERS
        else:
            _count_title(line, text, below, measures)
            if _is_teasers(below) and below.teasers == below.telling >= _FEWEST_TEASERS:
                start = place
    return start


def _announces(line: Element, text: str, below: _Below) -> bool:
    """Whether a line opens what is below it, all of which is scraps or teasers."""
    if not TAIL_LINE.match(text) or len(text) > _LONGEST_LABEL:
        return False
    if not below.telling or _is_teasers(below):
        return True
    return line.tag in HEADINGS and below.leading >= below.telling


def _is_teasers(below: _Below) -> bool:
    return below.is_all_teasers and below.teasers == below.telling and below.scraps <= below.teasers


def _count_title(line: Element, text: str, below: _Below, measures: Measures) -> None:
    leads = _leads(line, measures)
    below.leading += leads or line.tag in HEADINGS
    if leads and len(text) >= _SHORTEST_TITLE and below.telling > below.teasers:
        below.teasers += 1
    elif below.telling:
        below.scraps += 1


def _leads(line: Element, measures: Measures) -> bool:
    if measures[line].links > _MOSTLY * measures[line].text:
        return True
    return any(holder.tag == "a" for holder in islice(line.iterancestors(), _WITHIN))


def _pictures_after(line: Element, story: Element) -> list[Element]:
    found: list[Element] = []
    is_after = False
    for element in story.iter("*"):
        is_after = is_after or element is line
        if is_after and element.tag == "img" and line not in element.iterancestors():
            found.append(element)
    return found
