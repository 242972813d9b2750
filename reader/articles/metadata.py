"""Read what a page says about its story: title, people, times, source, language."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.articles.about.declared import read_declared
from reader.articles.about.headline import find_headline
from reader.articles.about.language import find_language
from reader.articles.about.people import find_byline
from reader.articles.about.place_on_web import find_address, find_picture
from reader.articles.about.published import Place, find_times
from reader.articles.about.section import find_section
from reader.articles.about.source import find_source, names_of_site, site_names
from reader.articles.about.standfirst import find_standfirst, find_subline
from reader.articles.about.survey import survey
from reader.articles.about.topics import find_topics
from reader.articles.about.visible_lines import Line, lines_after, lines_before
from reader.articles.capitals import without_capitals
from reader.pages.saved_page import SavedPage

_ELEMENTS_BEFORE, _ELEMENTS_AFTER = 40, 100


@dataclass(frozen=True)
class Metadata:
    """What a page says about its story; each field as in Article, `picture` a web address.

    `subline` stands right below the headline: a standfirst, if the story itself does not say it.
    """

    title: str = ""
    standfirst: str = ""
    subline: str = ""
    byline: str = ""
    people: tuple[str, ...] = ()
    agency: str = ""
    source: str = ""
    section: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    topics: tuple[str, ...] = ()
    address: str = ""
    picture: str = ""


def read_metadata(elements: list[HtmlElement], page: SavedPage) -> Metadata:
    """What a page of these elements, in their order, says about its story."""
    root = elements[0]
    declared = read_declared(root, page.markup)
    found = survey(elements)
    names = site_names(declared, page.address)
    sites = names_of_site(names, page.address)
    headline = find_headline(found, declared, names)
    after, before = _lines_around(headline.element)
    around = after + before
    language = find_language(root, declared)
    byline = without_capitals(find_byline(found, declared, after, before, sites), language)
    times = find_times(found, declared, around, Place(page.address, language))
    return Metadata(
        title=headline.text,
        standfirst=find_standfirst(declared, after, headline.text),
        subline=find_subline(after, headline.text),
        byline=byline.line,
        people=byline.people,
        agency=byline.agency,
        source=find_source(names, page.address),
        section=find_section(found, declared, before[:3] + after[:2], headline.text, sites),
        published=times.published,
        updated=times.updated,
        language=language,
        topics=find_topics(found, declared, headline.text, sites),
        address=find_address(declared, page.address),
        picture=find_picture(declared, page.address),
    )


def _lines_around(headline: HtmlElement | None) -> tuple[list[Line], list[Line]]:
    if headline is None:
        return [], []
    return (
        list(lines_after(headline, _ELEMENTS_AFTER)),
        list(lines_before(headline, _ELEMENTS_BEFORE)),
    )
