"""Say what stands above a story: its source, headline, standfirst and byline."""

import html
import re
from collections.abc import Container

from PySide6.QtCore import QCoreApplication

from reader.articles.article import Article, Completeness
from reader.clipping import Additions, count_words, reading_minutes
from reader.ui.dates import long_date
from reader.ui.reading.link_page import link_blocks
from reader.ui.reading.story import Block, Kind, Run

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_BETWEEN = "\u2002·\u2002"


def header_blocks(article: Article, additions: Additions, saved: Container[str]) -> list[Block]:
    """The blocks above the story; `saved` are the addresses of pictures that can be shown."""
    if article.completeness is Completeness.LINK:
        return link_blocks(article, byline(article, additions))
    parts = (
        (Kind.SOURCE, _joined(" · ", article.source, article.section)),
        (Kind.HEADLINE, _joined("", article.title) or _translate("Without a title")),
        (Kind.STANDFIRST, _joined("", article.standfirst)),
        (Kind.BYLINE, byline(article, additions)),
        (Kind.NOTICE, _notice(article)),
    )
    blocks = [Block(kind, (Run(text),)) for kind, text in parts if text.strip()]
    return blocks + _lead_picture(article, saved)


def byline(article: Article, additions: Additions) -> str:
    """Who, when, how long a read, and how much the reader marked."""
    people = article.byline or ", ".join(article.people)
    agency = "" if article.agency.casefold() in people.casefold() else article.agency
    date = article.published or article.updated
    minutes = reading_minutes(count_words(article.text))
    says_minutes = article.completeness is not Completeness.LINK
    parts = (
        people,
        agency,
        long_date(date) if date else "",
        _translate("{minutes} min").format(minutes=minutes) if says_minutes else "",
        _marks(len(additions.highlights)),
    )
    return _joined(_BETWEEN, *parts)


def _marks(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return _translate("1 mark")
    return _translate("{count} marks").format(count=count)


def _notice(article: Article) -> str:
    """What the page lacks, and the words or the sign that told so."""
    said = _lacks(article.completeness)
    if not said or not article.evidence:
        return said
    if article.completeness is Completeness.LIST:  # told by what it is, and not by its words
        return f"{said} ({article.evidence})"
    return _translate("{lacks} It says: “{evidence}”").format(lacks=said, evidence=article.evidence)


def _lacks(completeness: Completeness) -> str:
    return {
        Completeness.PARTIAL: _translate("The saved page holds only a part of this story."),
        Completeness.TEASER: _translate("The saved page holds only the opening of this story."),
        Completeness.LIST: _translate("The saved page is a list of stories."),
        Completeness.CONSENT: _translate("The saved page asks for consent instead of a story."),
        Completeness.ERROR: _translate("The saved page tells of an error instead of a story."),
        Completeness.EMPTY: _translate("No story was found on the saved page."),
    }.get(completeness, "")


def _lead_picture(article: Article, saved: Container[str]) -> list[Block]:
    """The page's own lead picture, where the story doesn't show it anyway."""
    if not article.pictures:
        return []
    lead = article.pictures[0]
    stands_in_story = lead.address in article.html or html.escape(lead.address) in article.html
    if stands_in_story or lead.address not in saved:
        return []
    caption = _joined(" ", lead.caption, lead.credit)
    blocks = [Block(Kind.PICTURE, (Run(lead.description),), picture=lead.address)]
    return blocks + ([Block(Kind.CAPTION, (Run(caption),))] if caption else [])


def _joined(between: str, *parts: str) -> str:
    said = [" ".join(part.split()) for part in parts if part.strip()]
    if len(said) > 1 and any(_RIGHT_TO_LEFT.search(part) for part in said):
        # Each part keeps its own order; else a date would be torn apart by a name before it.
        said = [f"\u2068{part}\u2069" for part in said]
    return between.join(said)


def _translate(text: str) -> str:
    return QCoreApplication.translate("ReadingPage", text)
