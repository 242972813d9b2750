"""Find the topics that the page names for its story."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from reader.articles.about.declared import Declared
from reader.articles.about.survey import Survey, marks_of
from reader.articles.about.titles import compact, words_of
from reader.articles.about.visible_lines import text_of

_OF_OTHERS = re.compile(
    r"related|recommend|sidebar|footer|\bnav|menu|cloud|popular|trending|latest|widget|teaser"
    r"|promo|\bcards?\b|header|hot|most-?"
)
_NO_TOPIC = re.compile(
    r"\b(?:share|facebook|twitter|whatsapp|instagram|e-?mail|show (?:more|all)|see all|more"
    r"|alle themen|datenschutz|impressum|privacy|subscribe|follow|folgen)\b"
    r"|\d{4,}-|-\d{4,}|^section-|[:=_<>{}\[\]|\\@]|https?|//|^\W*\d*\W*$"
    r"|\.(?:com|org|net|html)\b",
    re.IGNORECASE,
)
_EDGE = " \t#,;·•|–-\"'“”"
_MOST_TOPICS = 15
_LONGEST_TOPIC = 45
_MOST_WORDS = 5
# What a page puts among its keywords to be found, whatever the story is of.
_GENERIC = (
    "news", "latestnews", "breakingnews", "todaynews", "newstoday", "headlines", "online",
    "home", "article", "articles", "story", "blog", "topnews", "newsupdates", "updates",
    "website", "webpage", "page", "post", "uncategorized", "allgemein", "nachrichten",
    "aktuell", "artikel", "noticias", "actualité", "actualités", "notizie", "новости", "أخبار",
    "tags", "tag", "topics", "topic", "themen", "more", "all", "standard", "featured",
    "frontpage", "general", "popular", "featuredstory", "trending", "main", "viral", "top",
    "latest", "editorial", "default", "other", "others", "misc",
)  # fmt: skip


def find_topics(
    survey: Survey, declared: Declared, title: str, sites: frozenset[str]
) -> tuple[str, ...]:
    """What the page shows and declares as tags, or else keywords that are few and telling."""
    shown = [*_shown(survey), *_split(declared.all("article:tag", "og:article:tag"))]
    keywords = (
        _keywords_of_story(declared),
        list(_split(declared.all("news_keywords", "parsely-tags", "sailthru.tags"))),
        list(_split(declared.all("keywords"))),
    )
    for found in (shown, *keywords):
        topics = _without_chopped_title(_proper(found, sites), title)
        if topics and (found is shown or len(topics) <= _MOST_TOPICS):
            return topics[:_MOST_TOPICS]
    return ()


def _without_chopped_title(topics: tuple[str, ...], title: str) -> tuple[str, ...]:
    """The topics, unless they are only the headline cut into words."""
    words = set(words_of(title))
    cut = sum(" " not in topic and compact(topic) in words for topic in topics)
    return () if len(topics) > 3 and cut * 3 > len(topics) * 2 else topics


def _shown(survey: Survey) -> Iterator[str]:
    for element in survey.topics:
        if _OF_OTHERS.search(marks_of(element, 3)) or element.tag in ("body", "article", "main"):
            continue
        links = (
            [element]
            if element.tag == "a"
            else list(islice(element.iter("a"), 2 * _MOST_TOPICS + 1))
        )
        if len(links) <= 2 * _MOST_TOPICS:
            yield from (text_of(link, _LONGEST_TOPIC + 1) for link in links if _is_tag(link))


def _is_tag(link: HtmlElement) -> bool:
    return bool(link.get("href")) and "category" not in (link.get("rel") or "")


def _keywords_of_story(declared: Declared) -> list[str]:
    told = declared.story_texts("keywords")
    return list(told) if len(told) > 1 else list(_split(told))


def _split(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from re.split(r"[,;|،、，]", value)


@cache
def _generic_keys() -> frozenset[str]:
    return frozenset(map(compact, _GENERIC))


def _proper(found: Iterable[str], sites: frozenset[str]) -> tuple[str, ...]:
    topics: dict[str, str] = {}
    for raw in found:
        topic = " ".join(raw.split()).strip(_EDGE)
        key = compact(topic)
        if not 1 < len(topic) <= _LONGEST_TOPIC or len(topic.split()) > _MOST_WORDS:
            continue
        if key and key not in _generic_keys() and key not in sites and not _NO_TOPIC.search(topic):
            topics.setdefault(key, topic)
    return tuple(topics.values())
