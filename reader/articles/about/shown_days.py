"""Find the days that a page shows in its lines, near the headline most of all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.articles.about.date_places import (
    hidden_stamps,
    labels_another_day,
    stands_elsewhere,
)
from reader.articles.about.survey import names_of
from reader.articles.about.visible_lines import Line
from reader.articles.clock_times import ENDS_WITH_CLOCK
from reader.articles.dates import find_dates, read_stamp

SAYS_UPDATED = re.compile(
    r"updat|modif|edited|aktualisiert|geändert|stand:|mis à jour|actualizad|atualizad|aggiornat"
    r"|bijgewerkt|opdateret|oppdatert|uppdaterad|päivitetty|zaktualizowan|aktualizov|frissít"
    r"|обновл|оновлен|güncelle|cập nhật|diperbarui|更新|修改|수정|업데이트|আপডেট|अपडेट|تحديث|به‌روز",
    re.IGNORECASE,
)
_OF_OTHER_LINES = re.compile(
    r"(?:^|\s)comment|related|recommend|popular|trending|most-?read|event|clock|weather|copyright"
    r"|footer|infobox|\btoday|current-?date|top-?bar|masthead|\bbio\b"
)
SAYS_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erschienen|erstellt|geplaatst|опублик|написано|geschrieben",
    re.IGNORECASE,
)
OF_DATES = re.compile(r"date|publish|posted|timestamp|datum|fecha")
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


@dataclass(frozen=True)
class _Dated:
    """A date that the page shows, what stands before it, and what the page calls its line."""

    before: str
    stamp: str
    marks: str


def first_stamp(values: Iterable[str], language: str) -> str:
    stamps = (read_stamp(value[:80], language) for value in values)
    return next((stamp for stamp in stamps if stamp), "")


def days_shown(lines: list[Line], language: str) -> tuple[str, str]:
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
        # Few lines have a date, so only of those is it asked what the page calls them.
        dates = list(_dates_of(line, language))
        if not dates or _OF_OTHER_LINES.search(line.marks) or stands_elsewhere(line.elements[0]):
            continue
        is_near = prose < _MOST_PROSE or OF_DATES.search(line.marks)
        (near if is_near else behind).extend(_Dated(*dated, line.marks) for dated in dates)
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
        stamps = (first_stamp(hidden_stamps(element), language) for element in dated)
        yield from ((line.text, stamp) for stamp in stamps if stamp)


def _to_the_minute(day: str, line: Line) -> str:
    """The moment of a day that is shown, where a time element tells machines more of it."""
    times = (one for one in line.elements if len(day) == _DAY and one.tag in _TIMES)
    stamps = (read_stamp(stamp[:80]) for element in times for stamp in hidden_stamps(element))
    moments = (one for one in stamps if one.startswith(f"{day}T") and one[_DAY:_MINUTE] != "T00:00")
    return next(moments, day)


def _is_dated(element: HtmlElement) -> bool:
    return element.tag in _TIMES or bool(OF_DATES.search(names_of(element)))


def _is_prose(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return True
    if text[-1] not in ".!?。।" or text.count(" ") <= _WORDS_OF_SENTENCE:
        return False
    longest = _WORDS_OF_DATE_LINE if SAYS_PUBLISHED.search(text) else _WORDS_OF_SENTENCE
    return text.count(" ") > longest and not ENDS_WITH_CLOCK.search(text)
