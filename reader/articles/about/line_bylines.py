"""Read whom one line of a page names as its story's authors, and how surely."""

import re
from collections.abc import Iterator

from reader.articles.about.author_marks import (
    OF_AUTHORS,
    OF_ROLES,
    is_of_authors,
    leads_to_author,
)
from reader.articles.about.likely_names import has_full_name, is_short_name
from reader.articles.about.lives import read_life
from reader.articles.about.plain_names import target_of
from reader.articles.about.survey import names_of
from reader.articles.about.titles import words_of
from reader.articles.about.visible_lines import Line
from reader.articles.byline_words import TRADES
from reader.articles.bylines import Byline, is_byline, opens_a_byline, read_author, read_byline
from reader.articles.dates import find_dates

SEGMENTS = re.compile(
    r"(?<!글)\s*[|⋅·•∙]\s*|\s[–—-]\s|\s+(?=(?:作者|记者|記者|来源|來源|责任编辑|責任編輯|编辑|編輯|文|图|출처)\s?[:：])"
)
_SIGNS = re.compile(r"[\d|·•–—]")
# What follows a name and a comma to say what its bearer does, or where to write to.
_TRADE_BEHIND = re.compile(
    rf"^[^,|.:]{{4,40}}?(?:(?:,| [|–—-]) (?:\w+ ){{0,2}}(?:{'|'.join(sorted(TRADES))})\b"
    rf"| (?:\w+ ){{0,2}}(?:{'|'.join(sorted(TRADES))})$|,? \S+@\S+\.\S+$)",
    re.IGNORECASE,
)
_IN_SECTION = re.compile(r"(?<=\w) in (?:[A-Z]\w+(?:,? (?:and |& )?|$)){1,4}$")
_DESK, DATED, WITH_TRADE = 1.0, 1.05, 1.12
_LONGEST_AGENCY = 45


def bylines_of(line: Line) -> Iterator[tuple[Byline, float]]:
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
            yield byline, DATED
    else:
        yield from _with_trade(line)


def _with_trade(line: Line) -> Iterator[tuple[Byline, float]]:
    """The name that its bearer's trade or address follows, or that an address element holds."""
    if _TRADE_BEHIND.search(line.text) or line.elements[0].tag == "address":
        byline = read_byline(line.text)
        if byline.people and has_full_name(byline):
            yield byline, WITH_TRADE


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
