"""Find who the page says wrote the story."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from reader.articles.about.authors_declared import authors_in_addresses, declared_authors
from reader.articles.about.declared import Declared
from reader.articles.about.faint_bylines import faintly_shown
from reader.articles.about.likely_names import has_full_name, may_be_name, opens_a_title
from reader.articles.about.marked_authors import marked_authors
from reader.articles.about.rows_of_authors import rows_of_authors
from reader.articles.about.shown_bylines import Around, Shown, in_rows, shown_bylines
from reader.articles.about.sought_bylines import seek_byline
from reader.articles.about.survey import Survey
from reader.articles.about.titles import compact, words_of
from reader.articles.about.visible_lines import Line
from reader.articles.bylines import Byline

_NAMED_BESIDE = 1.2
# Who entered the story is declared too, and need not be who the page says wrote it.
_SURE, _SUREST = 1.3, 1.5
# What is called an author anywhere on the page is worth less.
_NEAR_HEADLINE = 1.1
_GOES_ON = re.compile(r"\s[^\W\d_]")


def find_byline(
    survey: Survey,
    declared: Declared,
    after: list[Line],
    before: list[Line],
    sites: frozenset[str],
) -> Byline:
    """The byline of the story: what the page shows and what its head declares, told together."""
    told = declared_authors(declared, sites)
    marked = tuple(marked_authors(survey))
    seen = _seen(Around(survey, marked, after, before, sites), declared, told)
    found = _choose(seen, told, sites)
    if not found.people and not found.agency and not _is_signed_by_site(found, seen, sites):
        sought = seek_byline(survey, after)
        found = found if _opens(declared, sought.line) else _sought(sought, found, sites)
    if not found.line:
        found = authors_in_addresses(declared)
    if not found.line:
        found = _not_the_site(faintly_shown(after), sites)
    people = (_without_site(name, sites) for name in found.people)
    return replace(found, people=tuple(dict.fromkeys(filter(None, people))))


def _seen(around: Around, declared: Declared, told: Byline) -> list[Shown]:
    """The bylines that the page shows, or those of the people told, if it shows any of them.

    Beside those the others do not count, and to read every line would take far longer.
    """
    if told.people and not _is_site_alone(told, around.sites):
        names = [word for name in told.people for word in words_of(name)]
        seen = _without_titles(shown_bylines(around, partial(_says_one_of, names)), declared)
        is_shown = any(
            _share_a_person(one.byline, told) for one in seen if _may_be(one, around.sites)
        )
        # What else is seen tells which row of authors is the story's.
        if is_shown and next(rows_of_authors(around.marked), None) is None:
            return seen
    shown = list(shown_bylines(around, lambda _line: True))
    return _without_titles([*shown, *in_rows(shown, rows_of_authors(around.marked))], declared)


def _says_one_of(names: list[str], line: Line) -> bool:
    """Whether one of the names stands in the line or in an element that it is a part of."""
    said = "\n".join([line.text, *[one.text or "" for one in line.elements]]).casefold()
    return any(map(said.__contains__, names))


def _without_titles(shown: Iterable[Shown], declared: Declared) -> list[Shown]:
    return [one for one in shown if one.byline.agency or not _opens(declared, one.byline.line)]


def _opens(declared: Declared, name: str) -> bool:
    """Whether a title opens with the words and goes on ("Old Boats and I"), as with no author."""
    titles = (declared.title, *declared.all("og:title"))
    rests = [title[len(name) :] for title in titles if name and title.startswith(name)]
    return any(not rest or _GOES_ON.match(rest) for rest in rests)


def _is_signed_by_site(found: Byline, seen: list[Shown], sites: frozenset[str]) -> bool:
    """Whether the page shows as its author the site that its head declares."""
    return _is_site_alone(found, sites) and _worth_of(found.line, seen) >= 1


def _not_the_site(found: Byline, sites: frozenset[str]) -> Byline:
    return Byline() if compact(found.line) in sites else found


def _without_site(name: str, sites: frozenset[str]) -> str:
    """The name without its paper's behind it; "" for the paper itself."""
    words = name.split()
    bare = " ".join(words[1:]) if opens_a_title(name) else words[0] if len(words) > 1 else name
    if compact(name) in sites or compact(bare) in sites:
        return ""
    # Two words must be left: many a writer has named his site after his family.
    for count in range(1, len(words) - 1):
        if compact(" ".join(words[-count:])) in sites:
            return " ".join(words[:-count])
    return name


def _sought(sought: Byline, found: Byline, sites: frozenset[str]) -> Byline:
    """Who is named elsewhere on the page, or what was found if that is nobody but the site."""
    people = tuple(name for name in sought.people if compact(name) not in sites)
    if people and people != sought.people:
        return Byline(", ".join(people), people, sought.agency)
    is_telling = sought.line and (not found.line or compact(sought.line) not in sites)
    return sought if people or is_telling else found


def _choose(seen: list[Shown], told: Byline, sites: frozenset[str]) -> Byline:
    shown = sorted((one for one in seen if _may_be(one, sites)), key=lambda one: -one.worth)
    best = shown[0] if shown and shown[0].worth >= 1 else None
    if _is_site_alone(told, sites):
        return _instead_of_site(best, told, _worth_of(told.line, seen))
    if not told.people:
        is_telling = best and (best.byline.people or best.byline.agency or not told.line)
        return _with_people(best.byline, shown) if best and is_telling else told
    matches = [one.byline for one in shown if _share_a_person(one.byline, told)]
    if matches:
        return _joined(told, _fullest(matches, told))
    least = _SURE if best and best.byline.people else _SUREST
    return best.byline if best and best.worth >= least else told


def _is_site_alone(told: Byline, sites: frozenset[str]) -> bool:
    """Whether the page declares as its author what is called as the whole site is."""
    return bool(told.line) and not told.agency and compact(told.line) in sites


def _worth_of(line: str, seen: list[Shown]) -> float:
    """How surely the page shows what its head declares too."""
    return max((one.worth for one in seen if compact(one.byline.line) == compact(line)), default=0)


def _instead_of_site(best: Shown | None, told: Byline, shown_worth: float) -> Byline:
    """Who is shown as the author although the head declares the site itself."""
    least = max(shown_worth, _NEAR_HEADLINE if told.people else 1)
    is_telling = best and (best.byline.people or best.byline.agency)
    return best.byline if best and is_telling and best.worth > least else told


def _with_people(best: Byline, shown: list[Shown]) -> Byline:
    """The byline, with who is named beside it when it names an agency alone."""
    if best.people or not best.agency:
        return best
    named = (one.byline for one in shown if one.worth >= _NAMED_BESIDE and one.byline.people)
    person = next(named, None)
    return replace(person, agency=person.agency or best.agency) if person else best


def _may_be(shown: Shown, sites: frozenset[str]) -> bool:
    if not shown.byline.line:
        return False
    is_site = compact(shown.byline.line) in sites
    return not is_site or bool(shown.byline.agency) or shown.worth >= 1.4


def _share_a_person(one: Byline, other: Byline) -> bool:
    """Whether both name somebody whom the other names too, be it by a first name alone."""
    names, others = (list(map(_words_set, byline.people)) for byline in (one, other))
    return any(name and (name <= other or other <= name) for name in names for other in others)


def _fullest(matches: list[Byline], told: Byline) -> Byline:
    """The surest of what is shown, or what tells the whole name where only a first one is told."""
    rows = (one for one in matches if set(told.people) < set(filter(may_be_name, one.people)))
    if len(told.people) == 1 and (row := next(rows, None)) and matches.count(row) > 1:
        return row
    if not has_full_name(told) and not has_full_name(matches[0]):
        return next(filter(has_full_name, matches), matches[0])
    return matches[0]


def _words_set(name: str) -> frozenset[str]:
    return frozenset(words_of(name))


def _joined(told: Byline, shown: Byline) -> Byline:
    agency = told.agency or shown.agency
    shown_only_names = len(words_of(shown.line)) - _count_words(shown) <= len(shown.people)
    shown_whole = all(
        any(_words_set(name) <= _words_set(one) for one in shown.people) for name in told.people
    )
    # Who is told by two words and shown by three has a label or a topic at his side.
    glued = [
        one.casefold().startswith(f"{name.casefold()} ")
        for name in told.people
        for one in shown.people
        if len(_words_set(name)) > 1 and _words_set(name) < _words_set(one)
    ]
    if any(glued) or (glued and len(shown.people) > len(told.people)):
        return Byline(told.line, told.people, agency)
    if shown_whole and shown_only_names:
        return Byline(shown.line, shown.people, agency)
    return Byline(told.line, told.people, agency)


def _count_words(byline: Byline) -> int:
    return sum(len(words_of(name)) for name in (*byline.people, byline.agency))
