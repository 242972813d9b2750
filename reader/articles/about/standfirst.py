"""Find the standfirst: the lines between headline and story that sum it up."""

import re
from itertools import islice

from reader.articles.about.declared import Declared
from reader.articles.about.titles import likeness
from reader.articles.about.visible_lines import Line
from reader.articles.bylines import is_byline
from reader.articles.dates import find_dates
from reader.articles.tags import named

_OF_STANDFIRSTS = re.compile(
    r"standfirst|stand-first|sub-?(?:title|head|headline|heading|hed)|summary"
    r"|(?<![^\W_])(?:article|story)?(?:de[ck]k?|lea?de?)(?![^\W_])|excerpt|\bintro|strap|chapo|chapeau|bajada"
    r"|entradilla|sommario|occhiello|subtit|sottotit|ingress|alternativeheadline|description"
    r"|abstract|article-?lead|teaser-?text|vorspann|synopsis|kurzfassung"
)
_OF_OTHERS = re.compile(
    r"caption|figure|image|photo|related|author|byline|comment|share|bio\b|credit|newsletter"
    r"|breadcrumb|tags?\b"
)
_SHORTEST, _LONGEST = 25, 500
# Fewer letters right below a headline are as often a credit, a motto or a note about the page.
_SHORTEST_UNMARKED = 60
_NEAR = 12
_WITHIN = 6
_ASIDE = named("aside nav footer")
_ELSEWHERE = _ASIDE | named("a figure figcaption li table form")


def find_standfirst(declared: Declared, lines: list[Line], title: str) -> str:
    descriptions = declared.all("description", "og:description", "twitter:description")
    for line in lines[:_NEAR]:
        if not _SHORTEST <= len(line.text) <= _LONGEST or likeness(line.text, title) > 0.8:
            continue
        if _OF_OTHERS.search(line.marks) or is_byline(line.text) or _is_dated(line.text):
            continue
        if _is_within(line, _ASIDE):
            continue
        if _is_set_apart(line, descriptions):
            return line.text
        if line.elements[0].tag == "p":
            return ""
    return ""


def find_subline(lines: list[Line], title: str) -> str:
    """What stands right below the headline, a standfirst if the story does not say it."""
    text = lines[0].text if lines else ""
    if not _SHORTEST_UNMARKED <= len(text) <= _LONGEST or likeness(text, title) > 0.8:
        return ""
    is_about = _OF_OTHERS.search(lines[0].marks) or is_byline(text) or bool(find_dates(text))
    return "" if is_about or _is_within(lines[0], _ELSEWHERE) else text


def _is_within(line: Line, tags: frozenset[str]) -> bool:
    element = line.elements[0]
    holders = islice(element.iterancestors(), _WITHIN)
    return element.tag in tags or any(holder.tag in tags for holder in holders)


def _is_set_apart(line: Line, descriptions: tuple[str, ...]) -> bool:
    element = line.elements[0]
    if _OF_STANDFIRSTS.search(" ".join(line.marks.split()[:4])):
        return True
    described = any(likeness(line.text, description) > 0.75 for description in descriptions)
    return (described and element.tag != "p") or (element.tag in ("h2", "h3") and described)


def _is_dated(text: str) -> bool:
    return len(text) < 80 and bool(find_dates(text))
