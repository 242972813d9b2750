"""Find when the story was published, and when it was last changed."""

import re
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from reader.articles.about.date_places import (
    hidden_stamps,
    stands_elsewhere,
)
from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import texts_of
from reader.articles.about.shown_days import OF_DATES, days_shown, first_stamp
from reader.articles.about.source import domain_of
from reader.articles.about.survey import Survey, marks_of, names_of
from reader.articles.about.visible_lines import Line, text_of
from reader.articles.dates import read_stamp

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "date_published", "publication_date", "pubdate", "publishdate",
    "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "displaydate", "ptime", "bt:pubdate", "date", "created",
    "shareaholic:article_published_time", "citation_publication_date", "rnews:datepublished",
    "article:post_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time",
    "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified",
    "last_modified", "modified", "article.updated", "revised", "utime",
)  # fmt: skip
_OF_OTHERS = re.compile(
    r"(?:^|\s)comment|related|recommend|sidebar|footer|popular|trending|latest|teaser|promo"
    r"|most-?read|copyright|event|clock|today|weather|\bcards?\b|expir"
)
_IN_ADDRESS = re.compile(
    r"[/_\-=](?P<year>(?:19|20)\d\d)[/\-_]?(?P<month>0[1-9]|1[0-2])[/\-_]?"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?=[/_\-.+%&]|$)(?![_-]\d{3})"
)
# Ends of addresses that are sold to anyone, America's papers among them.
_AMERICAN_ENDINGS = frozenset(("us", "ph", "tv", "io", "co", "me", "ai", "ly", "fm", "gg"))


@dataclass(frozen=True)
class Place:
    """Where a page was found and in what language it dates itself."""

    address: str = ""
    language: str = ""


@dataclass(frozen=True)
class Times:
    """When a story was published and last changed, as ISO 8601."""

    published: str = ""
    updated: str = ""


def find_times(survey: Survey, declared: Declared, lines: list[Line], place: Place) -> Times:
    language = _regional(place)
    shown, shown_updated = days_shown(lines, language)
    marked, marked_updated = _marked(survey, language)
    told = (
        first_stamp(_of_story(declared, "datePublished", "dateCreated"), language)
        or first_stamp(declared.all(*_PUBLISHED), language)
        or marked
    )
    published = (
        _as_the_page_dates(told, shown)
        or _nearest(shown, _from_address(place.address))
        or shown_updated
        or _dated_elsewhere(survey, language)
    )
    updated = (
        first_stamp(_of_story(declared, "dateModified"), language)
        or first_stamp(declared.all(*_UPDATED), language)
        or marked_updated
        or shown_updated
    )
    is_later = updated[:10] >= published[:10] and updated != published
    return Times(published, updated if is_later else "")


def _as_the_page_dates(told: str, shown: str) -> str:
    """The time that is told, as the page's own clock has it where Greenwich is at another day."""
    is_same_moment = told.endswith("+00:00") and told[13:16] == shown[13:16] != ""
    return shown if is_same_moment and abs(_day_of(told) - _day_of(shown)) == 1 else told


def _nearest(shown: str, in_address: str) -> str:
    """The day in the address, which stays, where the page shows one that is off by one."""
    is_neighbour = abs(_day_of(shown) - _day_of(in_address)) == 1
    return in_address if not shown or is_neighbour else shown


def _day_of(stamp: str) -> int:
    return date.fromisoformat(stamp[:10]).toordinal() if stamp else 0


def _regional(place: Place) -> str:
    """The language with a region, which decides whether 5/6 is in May or in June."""
    if place.language != "en":
        return place.language
    country = domain_of(place.address).rpartition(".")[2]
    is_elsewhere = len(country) == 2 and country not in _AMERICAN_ENDINGS
    return f"en-{country}" if is_elsewhere else "en"


def _of_story(declared: Declared, *names: str) -> tuple[str, ...]:
    """What the story's node says, or else all nodes when they agree."""
    own = tuple(text for name in names for text in declared.story_texts(name))
    if own or declared.story:
        return own
    others = {text for node in declared.nodes for text in texts_of(node.get(names[0]))}
    return tuple(others) if len(others) == 1 else ()


def _marked(survey: Survey, language: str) -> tuple[str, str]:
    """The times that the page's markup calls published and modified."""
    published = updated = ""
    for element in (*survey.times, *survey.dates):
        names = names_of(element)
        if "datepublished" in names or "datecreated" in names or "pubdate" in element.attrib:
            published = published or _stamp_of(element, language)
        elif "datemodified" in names:
            updated = updated or _stamp_of(element, language)
    return published, updated


def _stamp_of(element: HtmlElement, language: str) -> str:
    if _OF_OTHERS.search(marks_of(element)) or stands_elsewhere(element):
        return ""
    values = (*hidden_stamps(element), text_of(element, 100))
    return first_stamp(values, language)


def _dated_elsewhere(survey: Survey, language: str) -> str:
    """The day that all elements which the page calls dates agree on."""
    dated = (
        element
        for element in (*survey.times, *survey.dates)
        if element.tag == "time" or OF_DATES.search(names_of(element))
    )
    stamps = [stamp for element in dated if (stamp := _stamp_of(element, language))]
    days = {stamp[:10] for stamp in stamps}
    return max(stamps, key=len) if len(days) == 1 else ""


def _from_address(address: str) -> str:
    match = _IN_ADDRESS.search(address)
    return read_stamp(f"{match['year']}-{match['month']}-{match['day']}") if match else ""
