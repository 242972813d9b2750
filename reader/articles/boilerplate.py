"""Drop what is never the story: scripts, menus, adverts, cookie bars, share bars."""

import re
from dataclasses import dataclass
from itertools import islice

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.measure import Measure, Measures
from reader.articles.names import parted_names, reason_in_names
from reader.articles.removed import Removed, take_out
from reader.articles.tags import BLOCKS, HEADINGS, named

# Nothing in them is ever read.
_UNREAD = (
    "script", "style", "template", "link", "meta", "base", "map", "select", "input", "textarea",
    "datalist", "progress", "meter",
)  # fmt: skip
# They have no end tag, but the parser waits for one and puts the rest of the page into them.
_NEVER_CLOSED = ("embed", "keygen", "bgsound", "frame", "basefont", "param", "track", "wbr")
_NEVER_STORY = {
    "nav": "navigation",
    "aside": "beside the story",
    "footer": "page footer",
    "form": "form",
    "dialog": "consent",
    "menu": "navigation",
    "button": "button",
    "svg": "drawing",
    "object": "plug-in",
    "applet": "plug-in",
    "canvas": "drawing",
    "audio": "player",
    "video": "player",
}
_ROLES = {
    "navigation": "navigation",
    "complementary": "beside the story",
    "banner": "navigation",
    "contentinfo": "page footer",
    "search": "form",
    "dialog": "consent",
    "alertdialog": "consent",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "tablist": "navigation",
}
# Parts that are there for machines, and stand unseen or say again what the page says above.
_PROPERTIES = named(
    "publisher logo mainEntityOfPage keywords datePublished dateModified dateCreated headline"
    " copyrightHolder copyrightYear interactionStatistic wordCount"
)
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)(?=$|[\s_-])")
_LONGEST_ON_A_BUTTON = 40
_HIDING = re.compile(r"(?<!\S)(?:hidden|hide|is-hidden|invisible|d-none)(?!\S)")
# "md:block" and "d-md-block": on larger screens it shows.
_SHOWING = re.compile(
    r":(?:block|flex|grid|table|inline|contents|visible)|(?<!\S)d-\w+-|(?<!\S)(?:show|visible)-"
)
_OPENED = named("p li dd tr th td")
_LONGEST_NOTICE = 200
_LEAST_OF_A_SENTENCE = 12
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An element with a greater share of the page's prose is no menu, whatever it is called. Only
# comments, further stories and hidden copies are often as long as the story.
_MOST = 0.3
_MOST_OF = {"comments": 0.85, "further stories": 0.5, "hidden": 0.6}
# Prose without links is seldom about other stories.
_FEW_LINKS = 0.15
_MOST_WITHOUT_LINKS = 0.1


_FEWEST_FACTS = 3
_INGREDIENTS = re.compile(r"ingr[eé]dient|zutat|składnik|ингредиент|malzeme", re.IGNORECASE)
# A thread of a forum has hardly a line that is no post.
_LITTLE_BESIDE = 150
_FORUM = re.compile(r"forum|phpbb|vbulletin|message-?board|qapage", re.IGNORECASE)

_WHOLE_PAGE = frozenset(("html", "body", "main"))
# Headings and words are named for what they say, articles for what they are filed under.
_NAMED_AT_WILL = HEADINGS | named(
    "a em strong b i u code sub sup img br article figcaption mjx-container"
)


@dataclass(frozen=True)
class Boilerplate:
    """What was removed, and what would have been if it held less of the page's text."""

    removed: list[Removed]
    doubtful: list[tuple[Element, str]]


def drop_unread(root: Element) -> None:
    """Drop scripts, styles and their like, of which no reader ever sees anything."""
    lxml.etree.strip_tags(root, *_NEVER_CLOSED)
    lxml.etree.strip_elements(root, *_UNREAD, with_tail=False)


def drop_boilerplate(
    body: Element,
    measures: Measures,
    headline: Element | None,
    times: frozenset[Element] = frozenset(),
) -> Boilerplate:
    """Drop what tags, roles and names call something other than the story."""
    page = measures[body].prose
    spared = {headline, *headline.iterancestors(), *times} if headline is not None else set(times)
    removed: list[Removed] = []
    doubtful: list[tuple[Element, str]] = []
    comments: list[Element] = []
    waiting = list(body)
    while waiting:
        element = waiting.pop()
        reason = ""
        if element not in spared:
            reason = reason_of(element) or _reason_of_little(element, measures)
        if element.tag == "aside" and _is_box_of_the_story(element, measures[element]):
            reason = ""
        if reason and measures[element].prose <= _most(reason, measures[element]) * page:
            if reason == "comments" and measures[element].prose:
                comments.append(element)
            else:
                removed.append(take_out(element, reason, measures))
            continue
        # A name on most of the page is a layout's; a footer or the comments are what they are.
        if reason and (element.tag in _NEVER_STORY or reason == "comments"):
            doubtful.append((element, reason))
        waiting.extend(element)
    if not _is_thread(body, comments, measures):
        removed += [take_out(element, "comments", measures) for element in comments]
    return Boilerplate(removed, doubtful)


def reason_of(element: Element) -> str:
    """What its tag, its role or its names call it, other than the story."""
    tag = element.tag
    if tag in _WHOLE_PAGE:
        return ""
    if tag in _NEVER_STORY:
        # A folded section's heading is often a button within a heading.
        return "" if tag == "button" and in_heading(element) else _NEVER_STORY[tag]
    reason = _reason_in_attributes(element) if element.attrib else ""
    # Web components are named for what they hold, just as classes are.
    return reason or (reason_in_names(tag, None) if "-" in tag else "")


def in_heading(element: Element) -> bool:
    """Whether a heading is among what holds it right around."""
    return any(holder.tag in HEADINGS for holder in islice(element.iterancestors(), 3))


def _reason_of_little(element: Element, measures: Measures) -> str:
    """Why to drop what says a few words: a link as a button, a notice hidden until its time."""
    size = measures[element].text
    if element.tag == "a" and 0 < size <= _LONGEST_ON_A_BUTTON and _is_button(element, measures):
        return "button"
    return "hidden" if 0 < size <= _LONGEST_NOTICE and _is_hidden_notice(element) else ""


def _is_hidden_notice(element: Element) -> bool:
    """Whether a class hides it on every screen; what "show more" opens is told."""
    names = element.get("class")
    if not names or element.tag in _OPENED or not _HIDING.search(names):
        return False
    return not _SHOWING.search(names)


def _is_button(link: Element, measures: Measures) -> bool:
    """Whether a link is drawn as a button, and in no sentence."""
    names = link.get("class") or ""
    if link.get("role") != "button" and not _BUTTON.search(parted_names(names)):
        return False
    if in_heading(link):
        return False
    block = next((holder for holder in link.iterancestors() if holder.tag in BLOCKS), link)
    linked = max(measures[link].text, measures[block].own_links)
    return measures[block].own <= linked + _LEAST_OF_A_SENTENCE


def _is_box_of_the_story(aside: Element, measure: Measure) -> bool:
    """Whether an aside lists something, ingredients or facts, and leads nowhere else."""
    names = f"{aside.get('class', '')} {aside.get('id', '')}"
    if reason_in_names(names, None):
        return False
    if measure.link_count and not _INGREDIENTS.search(names):
        return False
    return sum(1 for _ in islice(aside.iter("li"), _FEWEST_FACTS)) == _FEWEST_FACTS


def _is_thread(body: Element, comments: list[Element], measures: Measures) -> bool:
    """Whether what is called comments is all that a page of a forum holds."""
    said = sum(measures[element].prose for element in comments)
    if not said or measures[body].prose - said > _LITTLE_BESIDE:
        return False
    around = comments[0].iterancestors()
    marks = (f"{e.get('class', '')} {e.get('id', '')} {e.get('itemtype', '')}" for e in around)
    return any(_FORUM.search(mark) for mark in marks)


def _reason_in_attributes(element: Element) -> str:
    get = element.get
    style = get("style")
    if (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or (style and _HIDDEN.search(style))
    ):
        return "hidden"
    if get("itemprop") in _PROPERTIES:
        return "about the page"
    if element.tag in _NAMED_AT_WILL:
        return ""
    return _ROLES.get(get("role", "")) or reason_in_names(get("class"), get("id"))


def _most(reason: str, measure: Measure) -> float:
    if reason == "further stories" and measure.link_density < _FEW_LINKS:
        return _MOST_WITHOUT_LINKS
    return _MOST_OF.get(reason, _MOST)
