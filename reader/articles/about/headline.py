"""Find the headline as it stands on the page."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from reader.articles.about.declared import Declared
from reader.articles.about.source import is_home
from reader.articles.about.survey import Survey, marks_of, names_of
from reader.articles.about.titles import (
    compact,
    likeness_of_words,
    title_parts,
    without_site,
    without_tail,
    words_of,
)
from reader.articles.about.visible_lines import text_of

_LONGEST_HEADLINE = 400
_TAG_WORTH = {"h1": 0.6, "h2": 0.25, "h3": 0.1}
_OF_HEADLINES = re.compile(
    r"headline|(?:article|post|entry|story|page|content|news|main)[-_]{0,2}(?:title|heading"
    r"|header)|\btitle\b|titre|titulo"
)
_OF_OTHER_PAGES = re.compile(
    r"related|recommend|sidebar|widget|footer|\bnav|menu|trending|popular|most-?read|teaser|promo"
    r"|card\b"
    r"|more-?(?:from|on|stories|news)|latest|carousel|newsletter|comment|logo|site-?(?:title|name)"
    r"|brand|cookie|modal|popup"
    r"|skiptranslate"  # what a browser that translates adds to the page
)
_LABEL = re.compile(
    r"kicker|eyebrow|overline|spitzmarke|dachzeile|rubrik|topic|label|category|section|flag|badge"
    r"|prefix|descriptor"
    r"|subtitle|small|hidden|sr-only|screen-?reader|surtitre|roofline|over-?title|pre-?headline"
    r"|trumpet|antetitulo|occhiello|volanta|supra|pre-?title"
)
# What is set behind a headline in its own element.
_BEHIND = re.compile(r"editsection|headerlink|anchor|permalink|edit-?link|dek\b|deck\b|standfirst")
_PERMALINK = re.compile(r"\s?[¶🔗]+$|\s#$")
_LONGEST_BEHIND = 160
_LEAST_WORTH = 0.75
_FOR_THE_ONLY = 0.4
_MOST_FOR_LOOKS = 1.5  # no element has all that speaks for it
# Where the head names no title, what the page shows has nothing to contend with.
_LEAST_OF_THE_ONLY = 0.5
_MOST_OTHERS = 30
_MOST_PIECES, _MOST_LEVELS = 8, 6
_LONGEST_LABEL = 28
# What is declared with more words to be the site's name is a headline in the wrong place.
_LONGEST_SITE = 6


@dataclass(frozen=True)
class Headline:
    """The headline's words, and the element that shows it when one does."""

    text: str = ""
    element: HtmlElement | None = None


def find_headline(survey: Survey, declared: Declared, site_names: tuple[str, ...]) -> Headline:
    known = _declared_titles(declared, site_names)
    titles = (words_of(title) for title in known + title_parts(declared.title)[:1])
    likely = list({tuple(words): words for words in titles}.values())
    sites = {compact(name) for name in site_names if len(words_of(name)) <= _LONGEST_SITE}
    single = _only_first_heading(survey, sites)
    best, best_worth = Headline(), 0.0
    for element in _candidates(survey):
        text = text_of(element, _LONGEST_HEADLINE + 1)
        if not text or len(text) > _LONGEST_HEADLINE:
            continue
        said = _worth_of_words(words_of(text), likely)
        # Most candidates say what no title does, and no looks can make up for that.
        if said + _MOST_FOR_LOOKS < best_worth or compact(text) in sites:
            continue
        worth = _with_looks(said, element, text) + (_FOR_THE_ONLY if element is single else 0)
        if worth > best_worth:
            best, best_worth = Headline(text, element), worth
    if best_worth < (_LEAST_WORTH if likely else _LEAST_OF_THE_ONLY):
        text = _fallback(declared, known)
        is_window = text == without_site(declared.title, site_names)
        return Headline(without_tail(text) if is_window else text)
    return _refined(best, known, site_names)


def _candidates(survey: Survey) -> dict[HtmlElement, None]:
    tops = [element for element in survey.headings if element.tag == "h1"]
    others = [element for element in survey.headings if element.tag != "h1"]
    # What holds many elements is the head of the story or a list, not its headline.
    small = [element for element in survey.headlines if len(element) < 5][:_MOST_OTHERS]
    candidates = (*tops[:10], *others[:_MOST_OTHERS], *small)
    return dict.fromkeys(candidates)


def _declared_titles(declared: Declared, site_names: tuple[str, ...]) -> list[str]:
    names = ("og:title", "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title")
    titles = [*declared.all(*names), *declared.story_texts("headline"), declared.title]
    return list(dict.fromkeys(without_site(title, site_names) for title in titles if title))


def _only_first_heading(survey: Survey, sites: set[str]) -> HtmlElement | None:
    first = [element for element in survey.headings if element.tag == "h1"][:10]
    telling = [element for element in first if compact(text_of(element, 200)) not in {"", *sites}]
    return telling[0] if len(telling) == 1 else None


def _worth_of_words(words: list[str], known: list[list[str]]) -> float:
    """How likely the words are the headline's, from 0 to 2."""
    return 2 * max((likeness_of_words(words, title) for title in known), default=0.0)


def _with_looks(worth: float, element: HtmlElement, text: str) -> float:
    """How likely the element shows the headline, by what its words are worth and how it looks."""
    marks = marks_of(element, 3)
    worth += _TAG_WORTH.get(element.tag, 0.0)
    worth += 0.25 if "headline" in (element.get("itemprop") or "") else 0.0
    worth += 0.15 if _OF_HEADLINES.search(marks) else 0.0
    worth -= 0.5 if _OF_OTHER_PAGES.search(marks) else 0.0
    worth -= 0.8 if _leads_home(element) else 0.0
    worth -= 0.6 if _stands_aside(element) else 0.0
    return worth - (0.4 if len(text) < 12 and len(words_of(text)) < 3 else 0.0)


def _stands_aside(element: HtmlElement) -> bool:
    ancestors = islice(element.iterancestors(), _MOST_LEVELS)
    return any(one.tag in ("aside", "nav", "footer") for one in ancestors)


def _leads_home(element: HtmlElement) -> bool:
    """Whether the element is a link to the front page, as the site's name is."""
    link = next(iter(element.iter("a")), None)
    return link is not None and is_home(link.get("href") or "-")


def _refined(found: Headline, known: list[str], site_names: tuple[str, ...]) -> Headline:
    """The headline without a label that stands in the same element."""
    element = found.element
    if element is None or found.text in known:
        return Headline(_without_label(found), element)
    keys = {compact(title): title for title in known}
    shorter = _without_label(found)
    if shorter != found.text and compact(shorter) in keys:
        return Headline(shorter, element)
    pieces = element.iterdescendants("span", "a", "strong", "em", "h1", "h2", "div", "b")
    inner_texts = (text_of(inner, _LONGEST_HEADLINE) for inner in islice(pieces, _MOST_PIECES))
    for text in (" ".join((element.text or "").split()), *inner_texts):
        if compact(text) in keys and 2 * len(text) > len(found.text):
            return Headline(_PERMALINK.sub("", text), element)
    return Headline(without_site(shorter, site_names), element)


def _without_label(found: Headline) -> str:
    """The text of the element without the parts that the page calls a label of it."""
    text, element = found.text, found.element
    inner = islice(element.iterdescendants("*"), _MOST_PIECES) if element is not None else ()
    for piece in inner:
        names = names_of(piece)
        is_label = piece.tag in ("small", "time") or bool(_LABEL.search(names))
        if is_label or _BEHIND.search(names):
            label = text_of(piece, _LONGEST_BEHIND + 1)
            text = _without_end(text, label, is_label=is_label)
    text = _PERMALINK.sub("", text)
    return text if len(text) * 3 > len(found.text) and len(text) > 7 else found.text


def _without_end(text: str, label: str, *, is_label: bool) -> str:
    if is_label and 0 < len(label) <= _LONGEST_LABEL and text.startswith(label):
        return text[len(label) :].strip(" :|–—-·")
    is_behind = 0 < len(label) <= _LONGEST_BEHIND and text.endswith(label)
    return text[: -len(label)].strip(" :|–—-·") if is_behind else text


def _fallback(declared: Declared, known: list[str]) -> str:
    """What the head calls the story, when no element shows it."""
    wanted = declared.story_texts("headline") + declared.all("og:title", "twitter:title")
    return next((title for title in known if title in wanted), known[0] if known else "")
