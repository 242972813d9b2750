"""Find when the story was published, and when it was last changed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from reader.articles.about.date_places import (
    hidden_stamps,
    labels_another_day,
    stands_elsewhere,
)
from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import texts_of
from reader.articles.about.source import domain_of
from reader.articles.about.survey import Survey, marks_of, names_of
from reader.articles.about.visible_lines import Line, text_of
from reader.articles.clock_times import ENDS_WITH_CLOCK
from reader.articles.dates import find_dates, read_stamp

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
SAYS_UPDATED = re.compile(
    r"updat|modif|edited|aktualisiert|geändert|stand:|mis à jour|actualizad|atualizad|aggiornat"
    r"|bijgewerkt|opdateret|oppdatert|uppdaterad|päivitetty|zaktualizowan|aktualizov|frissít"
    r"|обновл|оновлен|güncelle|cập nhật|diperbarui|更新|修改|수정|업데이트|আপডেট|अपडेट|تحديث|به‌روز",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:^|\s)comment|related|recommend|sidebar|footer|popular|trending|latest|teaser|promo"
    r"|most-?read|copyright|event|clock|today|weather|\bcards?\b|expir"
)
_OF_OTHER_LINES = re.compile(
    r"(?:^|\s)comment|related|recommend|popular|trending|most-?read|event|clock|weather|copyright"
    r"|footer|infobox|\btoday|current-?date|top-?bar|masthead|\bbio\b"
)
SAYS_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erschienen|erstellt|geplaatst|опублик|написано|geschrieben",
    re.IGNORECASE,
)
_OF_DATES = re.compile(r"date|publish|posted|timestamp|datum|fecha")
_IN_ADDRESS = re.compile(
    r"[/_\-=](?P<year>(?:19|20)\d\d)[/\-_]?(?P<month>0[1-9]|1[0-2])[/\-_]?"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?=[/_\-.+%&]|$)(?![_-]\d{3})"
)
# A longer line is a paragraph; a date that opens one stands before a dash or a bar.
_LONGEST_LINE = 110
_WORDS_OF_DATE_LINE, _WORDS_OF_SENTENCE = 10, 5
_SHORTEST_PROSE = 120
_MOST_PROSE = 1_500
_FEWEST_LISTED = 3
_OPENS_PARAGRAPH = re.compile(r"\s*(?:(?:/[^/\n]{2,30}/|\([^()\n]{2,30}\))\s*)?[|–—:-]{1,2}\s")
_LATEST_OPENING = 40
_DAY, _MINUTE = 10, 16  # letters of a stamp up to there
_TIMES = ("time", "relative-time", "time-ago", "local-time")
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


@dataclass(frozen=True)
class _Dated:
    """A date that the page shows, what stands before it, and what the page calls its line."""

    before: str
    stamp: str
    marks: str


def find_times(survey: Survey, declared: Declared, lines: list[Line], place: Place) -> Times:
    language = _regional(place)
    shown, shown_updated = _shown(lines, language)
    marked, marked_updated = _marked(survey, language)
    told = (
        _stamp(_of_story(declared, "datePublished", "dateCreated"), language)
        or _stamp(declared.all(*_PUBLISHED), language)
        or marked
    )
    published = (
        _as_the_page_dates(told, shown)
        or _nearest(shown, _from_address(place.address))
        or shown_updated
        or _dated_elsewhere(survey, language)
    )
    updated = (
        _stamp(_of_story(declared, "dateModified"), language)
        or _stamp(declared.all(*_UPDATED), language)
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


def _stamp(values: Iterable[str], language: str) -> str:
    stamps = (read_stamp(value[:80], language) for value in values)
    return next((stamp for stamp in stamps if stamp), "")


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
    return _stamp(values, language)


def _shown(lines: list[Line], language: str) -> tuple[str, str]:
    """The dates that stand near the headline, told apart by what is said before them."""
    published = updated = ""
    for dated in _without_lists(_dated_lines(lines, language)):
        if labels_another_day(dated.before):
            continue
        if SAYS_UPDATED.search(dated.before) or ("modified" in dated.marks and not dated.before):
            updated = updated or dated.stamp
        else:
            published = published or dated.stamp
    return published, updated


def _dated_lines(lines: list[Line], language: str) -> list[_Dated]:
    near: list[_Dated] = []
    behind: list[_Dated] = []
    prose = 0
    for line in lines:
        prose += len(line.text) if len(line.text) > _SHORTEST_PROSE else 0
        if not _OF_OTHER_LINES.search(line.marks):
            dates = [_Dated(*dated, line.marks) for dated in _dates_of(line, language)]
            if dates and not stands_elsewhere(line.elements[0]):
                is_near = prose < _MOST_PROSE or _OF_DATES.search(line.marks)
                (near if is_near else behind).extend(dates)
    # Behind the story, several days are those of other stories.
    return near + (behind if len({dated.stamp[:10] for dated in behind}) == 1 else [])


def _without_lists(found: list[_Dated]) -> list[_Dated]:
    """Without the dates of things of a kind: the page lists other stories there."""
    days = {(dated.marks, dated.stamp[:10]) for dated in found if dated.marks}
    counts = Counter(marks for marks, _ in days)
    return [dated for dated in found if counts[dated.marks] < _FEWEST_LISTED]


def _dates_of(line: Line, language: str) -> Iterator[tuple[str, str]]:
    if _is_prose(line.text):
        for found in find_dates(line.text[:100], language)[:1]:
            is_opening = _OPENS_PARAGRAPH.match(line.text, found.end)
            if found.start <= _LATEST_OPENING and is_opening:
                yield line.text[: found.start], found.iso
        return
    end = 0
    for found in find_dates(line.text, language):
        yield line.text[end : found.start], _to_the_minute(found.iso, line)
        end = found.end
    if not end and len(line.text) <= _LATEST_OPENING:
        dated = (one for one in line.elements if _is_dated(one))
        stamps = (_stamp(hidden_stamps(element), language) for element in dated)
        yield from ((line.text, stamp) for stamp in stamps if stamp)


def _to_the_minute(day: str, line: Line) -> str:
    """The moment of a day that is shown, where a time element tells machines more of it."""
    times = (one for one in line.elements if len(day) == _DAY and one.tag in _TIMES)
    stamps = (read_stamp(stamp[:80]) for element in times for stamp in hidden_stamps(element))
    moments = (one for one in stamps if one.startswith(f"{day}T") and one[_DAY:_MINUTE] != "T00:00")
    return next(moments, day)


def _is_dated(element: HtmlElement) -> bool:
    return element.tag in _TIMES or bool(_OF_DATES.search(names_of(element)))


def _is_prose(text: str) -> bool:
    longest = _WORDS_OF_DATE_LINE if SAYS_PUBLISHED.search(text) else _WORDS_OF_SENTENCE
    ends = text[-1] in ".!?。।" and not ENDS_WITH_CLOCK.search(text)
    is_sentence = ends and text.count(" ") > longest
    return is_sentence or len(text) > _LONGEST_LINE


def _dated_elsewhere(survey: Survey, language: str) -> str:
    """The day that all elements which the page calls dates agree on."""
    dated = (
        element
        for element in (*survey.times, *survey.dates)
        if element.tag == "time" or _OF_DATES.search(names_of(element))
    )
    stamps = [stamp for element in dated if (stamp := _stamp_of(element, language))]
    days = {stamp[:10] for stamp in stamps}
    return max(stamps, key=len) if len(days) == 1 else ""


def _from_address(address: str) -> str:
    match = _IN_ADDRESS.search(address)
    return read_stamp(f"{match['year']}-{match['month']}-{match['day']}") if match else ""
