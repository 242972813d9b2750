"""Find the bylines that a page shows, and how sure each is the story's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.articles.about.author_marks import (
    OF_AUTHORS,
    OF_ROLES,
    belongs_to_others,
    is_of_authors,
    is_of_others,
    leads_to_author,
)
from reader.articles.about.likely_names import (
    has_full_name,
    is_short_name,
    may_be_name,
)
from reader.articles.about.lives import read_life
from reader.articles.about.plain_names import plain_name, target_of
from reader.articles.about.rows_of_authors import rows_of_authors
from reader.articles.about.survey import Survey, marks_of, names_of
from reader.articles.about.titles import compact, words_of
from reader.articles.about.visible_lines import Line, lines_of
from reader.articles.byline_words import TRADES
from reader.articles.bylines import Byline, is_byline, opens_a_byline, read_author, read_byline
from reader.articles.dates import find_dates
from reader.articles.picturing.captions import is_credit

SEGMENTS = re.compile(
    r"(?<!글)\s*[|⋅·•∙]\s*|\s[–—-]\s|\s+(?=(?:作者|记者|記者|来源|來源|责任编辑|責任編輯|编辑|編輯|文|图|출처)\s?[:：])"
)
_LONGEST_LINE = 220
_SHORTEST_PROSE = 80
_SIGNS = re.compile(r"[\d|·•–—]")
_MOST_MARKED = 40
_NEAR = 12
_DESK, _DATED = 1.0, 1.05
_SINGLE, _SHORT, _WITH_TRADE, _IN_ROW = 0.95, 1.04, 1.12, 0.01
# What follows a name and a comma to say what its bearer does, or where to write to.
_TRADE_BEHIND = re.compile(
    rf"^[^,|.:]{{4,40}}?(?:(?:,| [|–—-]) (?:\w+ ){{0,2}}(?:{'|'.join(sorted(TRADES))})\b"
    rf"| (?:\w+ ){{0,2}}(?:{'|'.join(sorted(TRADES))})$|,? \S+@\S+\.\S+$)",
    re.IGNORECASE,
)
_IN_SECTION = re.compile(r"(?<=\w) in (?:[A-Z]\w+(?:,? (?:and |& )?|$)){1,4}$")
_BEFORE_SITE = re.compile(r"(?P<name>[^,|/]{4,40}?)(?:,| [|/–—·-]) (?P<site>[^,|/]{2,30})$")
_IS_TRADE = re.compile(
    rf"^(?:[\w-]+,? (?:(?:and|of|in|for|the|&) )?){{0,4}}(?:{'|'.join(sorted(TRADES))}|manager"
    r"|expert|specialist|strategist|analyst|founder|co-founder|ceo|consultant|producer|author|marketer"
    r"|copywriter|editor-in-chief)$",
    re.IGNORECASE,
)
_MOST_LINES = 60
_LONGEST_AGENCY = 45
_STRIP = 16
_LONGEST_STRIP = 70


@dataclass(frozen=True)
class Shown:
    """A byline that the page shows, and how sure it is the story's."""

    byline: Byline
    worth: float


def shown_bylines(
    survey: Survey, after: list[Line], before: list[Line], sites: frozenset[str] = frozenset()
) -> Iterator[Shown]:
    """All bylines that are shown, and the rows of authors that the surest one stands in."""
    found = list(_shown_one_by_one(survey, after, before, sites))
    yield from found
    best = max(found, key=lambda one: one.worth, default=None)
    for row in rows_of_authors(survey) if best else ():
        if best and best.byline.people and best.byline.people[0] in row.people:
            yield Shown(row, best.worth + _IN_ROW)


def _shown_one_by_one(
    survey: Survey, after: list[Line], before: list[Line], sites: frozenset[str]
) -> Iterator[Shown]:
    yield from _near_headline(after)
    yield from _beside_site(after[:_NEAR], sites)
    yield from _in_strip(after[:_STRIP])
    # Menus stand above the headline too ("By industry"), so only full names are sure there.
    for shown in (*_near_headline(before[:_NEAR]), *_in_strip(before[:_NEAR][::-1])):
        # A day stands beside a section there.
        if not shown.byline.people or shown.worth > _DATED:
            yield shown if has_full_name(shown.byline) else replace(shown, worth=_SHORT)
    yield from _marked(survey)
    yield from _for_machines(survey)


def _near_headline(lines: list[Line]) -> Iterator[Shown]:
    for at, line in enumerate(lines[:_MOST_LINES]):
        if not _may_hold_byline(line.text):
            continue
        found = [one for one in _bylines_of(line) if one[0].line]
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


def _bylines_of(line: Line) -> Iterator[tuple[Byline, float]]:
    yield from _in_links(line)
    if OF_ROLES.search(names_of(line.elements[0])) and not opens_a_byline(line.text):
        yield read_life(line.text), 1.1
        return
    marked = is_of_authors(line.marks) or is_of_authors(line.inner_marks)
    is_plain = not marked and len(line.text) > _LONGEST_AGENCY
    if is_plain and not opens_a_byline(line.text) and not _SIGNS.search(line.text):
        return
    segments = _segments(line.text)
    for segment in segments:
        # Without a "by" only agencies are told from other words, and their names are short.
        if opens_a_byline(segment) or (len(segment) < _LONGEST_AGENCY and is_byline(segment)):
            yield read_byline(segment), 1.6 if marked else 1.4
    if marked:
        yield from _in_marked(segments)
        yield from _in_pieces(line)
    elif segments and segments[0] != line.text and find_dates(line.text):
        # "10 November • Ida Holm in Politics" names her and a section.
        byline = read_byline(segments[0])
        if byline.line == _IN_SECTION.sub("", segments[0]) and all(
            map(is_short_name, byline.people or ("",))
        ):
            yield byline, _DATED
    else:
        yield from _with_trade(line)


def _with_trade(line: Line) -> Iterator[tuple[Byline, float]]:
    """The name that its bearer's trade or address follows, or that an address element holds."""
    if _TRADE_BEHIND.search(line.text) or line.elements[0].tag == "address":
        byline = read_byline(line.text)
        if byline.people and has_full_name(byline):
            yield byline, _WITH_TRADE


def _in_marked(segments: list[str]) -> Iterator[tuple[Byline, float]]:
    for at, segment in enumerate(segments[:3]):
        byline = read_byline(segment)
        life = Byline() if has_full_name(byline) else read_life(segment)
        byline = life if life.people else byline
        yield byline, (1.2 if has_full_name(byline) else 1.1) - at * 0.02


def _in_pieces(line: Line) -> Iterator[tuple[Byline, float]]:
    """The names in those pieces of a line that the page itself calls an author."""
    named = [one for one in line.elements if OF_AUTHORS.search(names_of(one)) and one.text]
    people = [name for one in named for name in read_byline(one.text or "").people]
    if people and any(len(words_of(name)) > 1 for name in people):
        yield Byline(", ".join(people), tuple(dict.fromkeys(people))), 1.21


def _in_links(line: Line) -> Iterator[tuple[Byline, float]]:
    links = [one for one in line.elements if (to := target_of(one)) and leads_to_author(to)]
    bylines = [read_byline(link.text or "") for link in links]
    people = tuple(dict.fromkeys(name for byline in bylines for name in byline.people))
    if sum(map(len, people)) * 3 > len(line.text):
        yield Byline(", ".join(people), people), 1.25
    elif links and not people and line.text == links[0].text:
        yield Byline(read_author(line.text).line), _DESK


def _beside_site(lines: list[Line], sites: frozenset[str]) -> Iterator[Shown]:
    """A name that stands before the site's own: "Ida Holm | Harbour Times"."""
    for line in lines:
        match = _BEFORE_SITE.match(line.text) if len(line.text) <= _LONGEST_STRIP else None
        if match and compact(match["site"]) in sites and may_be_name(match["name"]):
            byline = read_byline(match["name"])
            if byline.people == (match["name"],):
                yield Shown(byline, _WITH_TRADE)


def _in_strip(lines: list[Line]) -> Iterator[Shown]:
    """Names in a strip that lays out "By", the name and the date as lines of their own."""
    told = [line for line in lines if len(line.text) > 1]
    for line, follower in pairwise(told):
        if max(len(line.text), len(follower.text)) > _LONGEST_STRIP or belongs_to_others(
            line.marks
        ):
            continue
        if opens_a_byline(line.text) and not read_byline(line.text).line:
            yield Shown(read_byline(f"{line.text} {follower.text}"), 1.35)
        elif is_of_others(line.marks):
            continue
        elif (
            _IS_TRADE.search(follower.text)
            or find_dates(follower.text)
            or follower.text in {"am", "on", "le", "il", "el", "|", "•", "·"}
        ):
            yield from _as_shown(plain_name(line))
        elif OF_ROLES.search(names_of(follower.elements[0])):
            yield from _as_shown(plain_name(line, may_be_heading=True))
        elif find_dates(line.text):
            yield from _as_shown(plain_name(follower))


def _as_shown(names: Iterator[Byline]) -> Iterator[Shown]:
    return (Shown(name, _WITH_TRADE) for name in names)


def _segments(text: str) -> list[str]:
    """The parts of a line that dates and separating signs leave."""
    parts: list[str] = []
    end = 0
    for found in find_dates(text):
        parts.append(text[end : found.start])
        end = found.end
    parts.append(text[end:])
    pieces = [piece.strip(" ,;:|/") for part in parts for piece in SEGMENTS.split(part)]
    return [piece for piece in pieces if len(piece) > 1]


def _marked(survey: Survey) -> Iterator[Shown]:
    """Bylines in what the page calls an author, wherever it stands."""
    for at, element in enumerate(survey.authors[:_MOST_MARKED]):
        names = names_of(element)
        if not is_of_authors(names) or is_of_others(marks_of(element)) or OF_ROLES.search(names):
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
