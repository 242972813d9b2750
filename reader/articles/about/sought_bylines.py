"""Seek the author where a page shows no byline: in links, boxes, sentences and signatures."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise, zip_longest

from lxml.html import HtmlElement

from reader.articles.about.author_marks import OF_AUTHORS, is_of_others, leads_to_author
from reader.articles.about.likely_names import may_be_name
from reader.articles.about.lives import (
    heads_a_life,
    is_of_person,
    name_of_writer,
    read_life,
    read_sentence_of_life,
)
from reader.articles.about.survey import Survey, marks_of, names_of
from reader.articles.about.visible_lines import Line, lines_of, text_of
from reader.articles.bylines import Byline, opens_a_byline, read_author, read_byline
from reader.articles.dates import find_dates

_MOST_ELEMENTS = 2_500
_MOST_LINKS = 1_500
_LONGEST_LINE = 70
_LONGEST_SIGNATURE, _LONGEST_LIFE = 40, 500
_LONG_WORD = 13
_SHORTEST_PROSE = 120
_FEWEST_BEFORE = 2
_MOST_BEFORE, _MOST_BEHIND = 8, 3
_MOST_BOXED = 3
_NEAR = 12
# Other stories, and people who wrote something else.
_OF_OTHER_PEOPLE = re.compile(
    r"comment|disqus|related|recommend|popular|trending|latest|teaser|promo|repl(?:y|ies)|respond"
    r"|testimonial|review|authors?-?(?:list|page|index)|\bnav|menu|bookmark-|similar|most-?read"
    r"|more-?(?:from|posts|stories|articles)|quote|team-?(?:list|grid)|carousel|slider|photo|caption"
)
_LABELS_NAME = re.compile(
    r"(?:^|\s)(?:(?:post|entry|article|story|blog)?[-_]{0,2}(?:author|byline|creator|writer)"
    r"(?:[-_]{1,2}(?:name|link))?|(?:\w{2,16}[-_])?author[-_](?:box|card|info|details)[-_]{1,2}name)(?:$|\s)"
)
# What a link to all that an author has written says.
_ALL_OF_AUTHOR = re.compile(
    r"^(?:(?:view|see|read|show|browse) )?(?:all |more )?(?:posts|articles|stories|entries|content"
    r"|beiträge|artikel)\s(?:by|from|von)[\s:]+",
    re.IGNORECASE,
)
_OF_PORTRAITS = re.compile(
    r"^(?:photo|picture|image|portrait|headshot|avatar|foto|bild) (?:of|von|de|di)\s"
    r"|(?:['’]s)?\s(?:(?:profile )?(?:photo|picture|image)|headshot|avatar|portrait)$",
    re.IGNORECASE,
)


def seek_byline(survey: Survey, after: list[Line]) -> Byline:
    """The author whom all signs of the first telling kind agree on; empty when they do not."""
    if survey.body is None:
        return Byline()
    agreed = map(_agreed, _signs(survey, survey.body, after[:_NEAR]))
    return next((byline for byline in agreed if byline.line), Byline())


def _signs(survey: Survey, body: HtmlElement, near: list[Line]) -> Iterator[Iterator[Byline]]:
    """The signs of an author by their kinds, the surest first."""
    yield _in_boxes(survey)
    yield _in_links(body)
    lines = list(lines_of(body, _MOST_ELEMENTS))
    yield _below_headings(lines)
    yield _in_sentences(lines)
    yield _beside_portraits(body, lines)
    yield _signed(survey.paragraphs)
    yield _told_of_apart(lines, near)
    yield _opened(lines)
    yield _in_labels(survey)
    yield _told_of(lines)


def _agreed(found: Iterable[Byline]) -> Byline:
    telling = (byline for byline in found if byline.line)
    by_people = {frozenset(byline.people or {byline.line}): byline for byline in telling}
    return next(iter(by_people.values())) if len(by_people) == 1 else Byline()


def _full(byline: Byline) -> bool:
    """Whether it names people, and each by more than one word."""
    return bool(byline.people) and all(may_be_name(name) for name in byline.people)


def _in_boxes(survey: Survey) -> Iterator[Byline]:
    """The names that open what the page calls an author's."""
    for element in survey.authors:
        if not OF_AUTHORS.search(names_of(element)) or _is_of_other_people(element):
            continue
        for line, _ in zip(lines_of(element, 30), range(_MOST_BOXED), strict=False):
            byline = _read_either(line.text)
            if _full(byline) and len(byline.line) <= _LONGEST_LINE:
                yield byline
                break


def _read_either(text: str) -> Byline:
    byline = read_byline(text) if len(text) <= _LONGEST_LINE else Byline()
    return byline if _full(byline) else read_life(text)


def _in_links(body: HtmlElement) -> Iterator[Byline]:
    """The names that lead to an author's page."""
    for count, link in enumerate(body.iter("a")):
        if count > _MOST_LINKS:
            return
        if leads_to_author(link.get("href") or "") and not _is_of_other_people(link):
            byline = read_byline(_ALL_OF_AUTHOR.sub("", text_of(link, _LONGEST_LINE)))
            if _full(byline):
                yield byline


def _below_headings(lines: list[Line]) -> Iterator[Byline]:
    """Who is told about below "About the author"."""
    for at, line in enumerate(lines):
        if heads_a_life(line.text):
            for follower in lines[at + 1 : at + 4]:
                byline = _read_either(follower.text)
                if _full(byline):
                    yield byline
                    break


def _told_of(lines: list[Line]) -> Iterator[Byline]:
    """Who stands as a heading over a sentence on his or her life."""
    for line, behind in pairwise(lines):
        if behind.text.startswith(f"{line.text} ") and may_be_name(line.text):
            byline = read_sentence_of_life(behind.text)
            is_life = byline.people == (line.text,) and is_of_person(behind.text)
            if is_life and not _OF_OTHER_PEOPLE.search(line.marks):
                yield byline


def _told_of_apart(lines: list[Line], near: list[Line]) -> Iterator[Byline]:
    """Who stands alone below the headline, and whose life is told elsewhere."""
    alone = {line.text for line in near if len(line.text) <= _LONGEST_SIGNATURE}
    named = {text for text in alone if " " in text and may_be_name(text)}
    for line in lines if named else ():
        if len(line.text) > _LONGEST_SIGNATURE:
            byline = read_sentence_of_life(line.text)
            if byline.line in named and is_of_person(line.text):
                yield byline


def _in_sentences(lines: list[Line]) -> Iterator[Byline]:
    for line in lines:
        if name := name_of_writer(line.text):
            yield read_byline(name)


def _beside_portraits(body: HtmlElement, lines: list[Line]) -> Iterator[Byline]:
    """Names that a picture bears too, and that stand beside a day or before a life."""
    pictured = {_bare(image.get("alt") or "") for image in body.iter("img")} - {""}
    for line, behind in pairwise(lines):
        if line.text.casefold() in pictured and not _OF_OTHER_PEOPLE.search(line.marks):
            is_told_of = behind.text.startswith(f"{line.text} ")
            byline = read_byline(line.text)
            may_be = may_be_name(line.text) or (line.text.isalpha() and len(line.text) < _LONG_WORD)
            if byline.people == (line.text,) and may_be and (is_told_of or find_dates(behind.text)):
                yield byline


def _bare(label: str) -> str:
    return _OF_PORTRAITS.sub("", label[:100]).strip().casefold()


def _signed(paragraphs: tuple[HtmlElement, ...]) -> Iterator[Byline]:
    """A name, or a line on its bearer, that is set apart at the end of the story."""
    for paragraph in paragraphs:
        text = text_of(paragraph, _LONGEST_LIFE + 1)
        if not text or len(text) > _LONGEST_LIFE:
            continue
        if not _is_set_apart(paragraph, text) and not _is_last_name(paragraph, text):
            continue
        is_name = len(text) <= _LONGEST_SIGNATURE
        byline = read_byline(text.strip("()[]–—~- ")) if is_name else read_sentence_of_life(text)
        if _full(byline) and _ends_a_story(paragraph) and not _is_of_other_people(paragraph):
            yield byline


def _is_set_apart(paragraph: HtmlElement, text: str) -> bool:
    """Whether a whole line is in italics or bold, to the right, or behind a dash or in brackets."""
    if text[0] in "(–—~-[" or "right" in (paragraph.get("align") or paragraph.get("style") or ""):
        return True
    return any(
        text_of(one, _LONGEST_LIFE + 1) == text for one in paragraph.iter("em", "i", "strong", "b")
    )


def _is_last_name(paragraph: HtmlElement, text: str) -> bool:
    """Whether the last paragraph is a name and no more."""
    if len(text) > _LONGEST_SIGNATURE or not 1 < text.count(" ") + 1 < 4 or not may_be_name(text):
        return False
    is_name = paragraph.find(".//a") is None and read_byline(text).people == (text,)
    return is_name and next(paragraph.itersiblings("*"), None) is None


def _ends_a_story(paragraph: HtmlElement) -> bool:
    before = islice(paragraph.itersiblings("p", preceding=True), _MOST_BEFORE)
    behind = list(islice(paragraph.itersiblings("p"), _MOST_BEHIND + 1))
    is_last = len(behind) <= _MOST_BEHIND and not any(map(_is_prose, behind))
    return is_last and sum(map(_is_prose, before)) >= _FEWEST_BEFORE


def _is_prose(paragraph: HtmlElement) -> bool:
    return len(text_of(paragraph, 2 * _SHORTEST_PROSE)) > _SHORTEST_PROSE


def _opened(lines: list[Line]) -> Iterator[Byline]:
    """Lines that can only be bylines, or that a "By:" above makes one."""
    for line, follower in zip_longest(lines, lines[1:]):
        if len(line.text) > _LONGEST_LINE or not opens_a_byline(line.text):
            continue
        if is_of_others(line.marks) or _OF_OTHER_PEOPLE.search(line.marks):
            continue
        byline = read_byline(line.text)
        if byline.line:
            # Beside a day, even what somebody calls himself is no slogan.
            if _full(byline) or (byline.line and find_dates(line.text)):
                yield byline
        elif follower and line.text[-1] in ":：" and len(follower.text) <= _LONGEST_SIGNATURE:
            byline = read_byline(follower.text)
            if _full(byline):
                yield byline


def _in_labels(survey: Survey) -> Iterator[Byline]:
    """What stands alone in elements that are an author's name, be it one that is made up."""
    for element in survey.authors:
        if not _LABELS_NAME.search(names_of(element)) or _is_of_other_people(element):
            continue
        text = text_of(element, _LONGEST_SIGNATURE + 1) or element.get("content") or ""
        if 2 < len(text) <= _LONGEST_SIGNATURE:
            yield read_author(text)


def _is_of_other_people(element: HtmlElement) -> bool:
    return bool(_OF_OTHER_PEOPLE.search(marks_of(element)))
