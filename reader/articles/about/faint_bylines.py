"""Take the faintest hints of a byline, for pages that show and tell no other."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.articles.about.author_marks import OF_PERSONS, is_of_others, leads_to_person
from reader.articles.about.likely_names import may_be_name
from reader.articles.about.line_bylines import SEGMENTS
from reader.articles.about.plain_names import plain_name, target_of
from reader.articles.about.survey import names_of
from reader.articles.about.visible_lines import Line
from reader.articles.bylines import Byline, read_byline

_NEAR, _LONGEST_STRIP, _MOST_PIECES = 12, 70, 6
_SHORTEST_PARAGRAPH = 70
# How long ago a story came, or how long it takes to read, stands where others have a date.
_IS_TIME = re.compile(
    r"^\W*(?:(?:updated|published|posted|vor|hace|il y a|há|for)\s)?\d{1,3}\+?\s?-?"
    r"(?:min|minutes?|mins|hours?|hrs?|days?|weeks?|months?|years?|minuten?|stunden?|tagen?|minutos|horas|días|dias"
    r"|heures?|jours?|timer|dager|минут\w*|час\w*|дн\w*)\b[\w\s]{0,16}$"
    r"|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}$",
    re.IGNORECASE,
)


def faintly_shown(after: list[Line]) -> Byline:
    """The whole name that hints alone make a byline, for pages that show and tell no other."""
    near = list(_above_story(after[:_NEAR]))
    return next(iter((*_called_persons(near), *_beside_time(near))), Byline())


def _above_story(lines: list[Line]) -> Iterator[Line]:
    """The lines up to the second paragraph: the first may be a standfirst."""
    paragraphs = 0
    for line in lines:
        paragraphs += len(line.text) > _SHORTEST_PARAGRAPH
        if paragraphs > 1:
            return
        yield line


def _beside_time(lines: list[Line]) -> Iterator[Byline]:
    """A name beside how long ago the story came or how long it takes to read."""
    for line, follower in pairwise(lines):
        pieces = SEGMENTS.split(line.text[:_LONGEST_STRIP])
        if len(pieces) > 1 and any(map(_IS_TIME.search, pieces)):
            yield from map(read_byline, filter(_is_name, pieces))
        elif _IS_TIME.search(follower.text):
            yield from plain_name(line)


def _called_persons(lines: list[Line]) -> Iterator[Byline]:
    """A whole name alone in what the page calls a person, or in a link to write to one."""
    for line in lines:
        if len(line.text) > _LONGEST_STRIP or is_of_others(line.marks) or "crumb" in line.marks:
            continue
        for element in line.elements[:_MOST_PIECES]:
            text = " ".join((element.text or "").split())
            is_linked = text == line.text and leads_to_person(target_of(element))
            is_called = is_linked or OF_PERSONS.search(names_of(element))
            if is_called and _is_name(text):
                yield read_byline(text)


def _is_name(text: str) -> bool:
    return may_be_name(text) and read_byline(text).people == (text,)
