"""Find the bylines that a page shows, and how sure each is the story's."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.articles.about.author_marks import (
    OF_ROLES,
    belongs_to_others,
    is_of_others,
)
from reader.articles.about.likely_names import has_full_name, may_be_name
from reader.articles.about.line_bylines import DATED, WITH_TRADE, bylines_of
from reader.articles.about.marked_authors import MarkedAuthor
from reader.articles.about.plain_names import plain_name
from reader.articles.about.survey import Survey, names_of
from reader.articles.about.titles import compact
from reader.articles.about.visible_lines import Line, lines_of
from reader.articles.byline_words import TRADES
from reader.articles.bylines import Byline, opens_a_byline, read_byline
from reader.articles.dates import find_dates
from reader.articles.picturing.captions import is_credit

_LONGEST_LINE = 220
_SHORTEST_PROSE = 80
_NEAR = 12
_SINGLE, _SHORT, _IN_ROW = 0.95, 1.04, 0.01
_BEFORE_SITE = re.compile(r"(?P<name>[^,|/]{4,40}?)(?:,| [|/–—·-]) (?P<site>[^,|/]{2,30})$")
_SHORT_TITLE = re.compile(r"(?:[\w-]+,? (?:(?:and|of|in|for|the|&) )?){0,4}[\w-]+$", re.IGNORECASE)
_TRADES = TRADES.union(
    ("manager", "expert", "specialist", "strategist", "analyst", "founder", "co-founder", "ceo",
     "consultant", "producer", "author", "marketer", "copywriter", "editor-in-chief")
)  # fmt: skip
_MOST_LINES = 60
_STRIP = 16
_LONGEST_STRIP = 70


@dataclass(frozen=True)
class Shown:
    """A byline that the page shows, and how sure it is the story's."""

    byline: Byline
    worth: float


@dataclass(frozen=True)
class Around:
    """Where a page shows its bylines, and what its site may be called."""

    survey: Survey
    marked: tuple[MarkedAuthor, ...]
    after: list[Line]
    before: list[Line]
    sites: frozenset[str]


Wanted = Callable[[Line], bool]


def shown_bylines(around: Around, wanted: Wanted) -> Iterator[Shown]:
    """The bylines that the page shows in those of its lines that are wanted, and in marked ones."""
    after, before = around.after, around.before[:_NEAR]
    yield from _near_headline(after, wanted)
    yield from _beside_site(filter(wanted, after[:_NEAR]), around.sites)
    yield from _in_strip(after[:_STRIP], wanted)
    # Menus stand above the headline too ("By industry"), so only full names are sure there.
    for shown in (*_near_headline(before, wanted), *_in_strip(before[::-1], wanted)):
        # A day stands beside a section there.
        if not shown.byline.people or shown.worth > DATED:
            yield shown if has_full_name(shown.byline) else replace(shown, worth=_SHORT)
    yield from _marked(around.marked)
    yield from _for_machines(around.survey)


def in_rows(shown: list[Shown], rows: Iterator[Byline]) -> Iterator[Shown]:
    """The rows of authors that the surest of the bylines stands in."""
    best = max(shown, key=lambda one: one.worth, default=None)
    if best and best.byline.people:
        holding = (row for row in rows if best.byline.people[0] in row.people)
        yield from (Shown(row, best.worth + _IN_ROW) for row in holding)


def _near_headline(lines: list[Line], wanted: Wanted) -> Iterator[Shown]:
    for at, line in enumerate(lines[:_MOST_LINES]):
        if not _may_hold_byline(line.text) or not wanted(line):
            continue
        found = [one for one in bylines_of(line) if one[0].line]
        for byline, worth in found if found and not is_of_others(line.marks) else ():
            if byline.people or byline.agency:
                yield Shown(byline, worth - at * 0.01 - (0 if byline.people else 0.1))
            elif at < _NEAR:
                yield Shown(byline, 1.0)


def _may_hold_byline(text: str) -> bool:
    """Whether a line is worth a closer look: prose is not."""
    if len(text) > _LONGEST_LINE:
        return False
    is_prose = len(text) > _SHORTEST_PROSE and text[-1] in ".!?:।。…"
    return (not is_prose or opens_a_byline(text)) and not is_credit(text)


def _beside_site(lines: Iterable[Line], sites: frozenset[str]) -> Iterator[Shown]:
    """A name that stands before the site's own: "Ida Holm | Harbour Times"."""
    for line in lines:
        match = _BEFORE_SITE.match(line.text) if len(line.text) <= _LONGEST_STRIP else None
        if match and compact(match["site"]) in sites and may_be_name(match["name"]):
            byline = read_byline(match["name"])
            if byline.people == (match["name"],):
                yield Shown(byline, WITH_TRADE)


def _in_strip(lines: list[Line], wanted: Wanted) -> Iterator[Shown]:
    """Names in a strip that lays out "By", the name and the date as lines of their own."""
    told = [line for line in lines if len(line.text) > 1]
    for line, follower in pairwise(told):
        if not (wanted(line) or wanted(follower)) or not _may_be_strip(line, follower):
            continue
        if opens_a_byline(line.text) and not read_byline(line.text).line:
            yield Shown(read_byline(f"{line.text} {follower.text}"), 1.35)
        elif is_of_others(line.marks):
            continue
        elif (
            _is_trade(follower.text)
            or find_dates(follower.text)
            or follower.text in {"am", "on", "le", "il", "el", "|", "•", "·"}
        ):
            yield from _as_shown(plain_name(line))
        elif OF_ROLES.search(names_of(follower.elements[0])):
            yield from _as_shown(plain_name(line, may_be_heading=True))
        elif find_dates(line.text):
            yield from _as_shown(plain_name(follower))


def _may_be_strip(line: Line, follower: Line) -> bool:
    is_short = len(line.text) <= _LONGEST_STRIP >= len(follower.text)
    return is_short and not belongs_to_others(line.marks)


def _is_trade(text: str) -> bool:
    """Whether the line says what somebody does and no more."""
    return text.rpartition(" ")[2].casefold() in _TRADES and bool(_SHORT_TITLE.match(text))


def _as_shown(names: Iterator[Byline]) -> Iterator[Shown]:
    return (Shown(name, WITH_TRADE) for name in names)


def _marked(marked: Iterable[MarkedAuthor]) -> Iterator[Shown]:
    """Bylines in what the page calls an author, wherever it stands."""
    for at, names, element in marked:
        if OF_ROLES.search(names):
            continue
        for line in _first_lines(element.get("content"), lines_of(element, 30)):
            byline = read_byline(line)
            if byline.people or byline.agency:
                yield Shown(byline, (1.1 if has_full_name(byline) else _SINGLE) - at * 0.01)
                break


def _for_machines(survey: Survey) -> Iterator[Shown]:
    """The name that markup holds unseen; several are those of other stories."""
    marked = [one for one in survey.authors if one.get("itemprop") == "author"]
    for element in marked if len(marked) == 1 else ():
        names = (one for one in element.iter("meta") if one.get("itemprop") == "name")
        for name in names:
            yield Shown(read_byline((name.get("content") or "")[:_LONGEST_LINE]), 1.1)


def _first_lines(content: str | None, lines: Iterator[Line]) -> Iterator[str]:
    if content:
        yield content[:_LONGEST_LINE]
    for _, line in zip(range(3), lines, strict=False):
        yield line.text[:_LONGEST_LINE]
