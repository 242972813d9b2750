"""Cut what trails after the last real paragraph: bios, calls to follow, reprint lines, links."""

import re

from lxml.etree import _Element as Element

from reader.articles.about.shown_days import SAYS_PUBLISHED, SAYS_UPDATED
from reader.articles.clock_times import ENDS_WITH_CLOCK
from reader.articles.dates import find_dates
from reader.articles.headline import words
from reader.articles.measure import Measures, ends_a_sentence, text_of
from reader.articles.metadata import Metadata
from reader.articles.no_story_words import PAYWALL, small_letters
from reader.articles.removed import Removed, take_out
from reader.articles.tags import HEADINGS
from reader.articles.trimming.leaves import in_caption, leaves
from reader.articles.words import NETWORKS, OFFERS, ORIGINS, TAIL_LINE

_LONGEST_LABEL = 200
_LONGEST_HEADING = 40
_LONGEST_DAY = 70
_LONGEST_NOTE = 450
_LONGEST_BIO = 900
_LONGEST_CALL = 250
_LEAST_STORY = 4
_LETTERS_OF_A_YEAR = 4
_CELLS = frozenset(("td", "th", "pre", "li"))
_MOSTLY_LINKS = 0.5
_SHORTEST_LIST = 2
_FEWEST_OF_A_ROW, _LONGEST_OF_A_ROW = 3, 40
_BETWEEN_LABELS = re.compile(r"\s[|｜·•‧・–—/]\s")
# "Select a mistake and press Ctrl+Enter", in whatever language.
_REPORTS_MISTAKES = re.compile(r"\bctrl\s?\+\s?enter\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}", re.IGNORECASE)


def cut_tail(story: Element, measures: Measures, about: Metadata) -> list[Removed]:
    removed: list[Removed] = []
    if measures[story].link_density > _MOSTLY_LINKS:  # a list of links is nothing but its tail
        return removed
    lines = [leaf for leaf in leaves(story, measures) if not in_caption(leaf)]
    people = [words(name) for name in about.people]
    offers_are_news = bool(OFFERS.search(about.title))
    announced = {made for made in story.iter("ul", "ol") if _is_announced(made)}
    for leaf in reversed(lines[_LEAST_STORY:]):
        text = text_of(leaf)
        if not text:
            continue
        is_note = _is_note(text, people) and not (offers_are_news and OFFERS.search(text))
        is_note = is_note or _says_where(text, about.address)
        if not (is_note or _says_nothing(leaf, text, measures, announced)):
            break
        removed.append(take_out(leaf, "after the story", measures))
    return removed


def _says_nothing(leaf: Element, text: str, measures: Measures, announced: set[Element]) -> bool:
    if leaf.tag in HEADINGS:
        # A last line set large is still a line of the story.
        return not (len(text) > _LONGEST_HEADING and text.endswith((".", "。")))
    if len(text) < _LONGEST_LABEL and TAIL_LINE.match(text):
        return True
    if _says_when(text) or _REPORTS_MISTAKES.search(text) or _is_without_words(leaf, text):
        return True
    if measures[leaf].link_count and _is_row_of_labels(text):
        return True
    if measures[leaf].link_density <= _MOSTLY_LINKS or ends_a_sentence(text):
        return False
    return leaf.tag != "li" or leaf.getparent() not in announced


def _is_announced(made: Element) -> bool:
    """Whether a list stands below a heading, or a line that leads up to it, of the story."""
    above = made.getprevious() if len(made) >= _SHORTEST_LIST else None
    if above is None:
        return False
    said = text_of(above)
    leads_up = above.tag in HEADINGS or said.endswith((":", "："))
    return leads_up and not TAIL_LINE.match(said)


def _is_without_words(leaf: Element, text: str) -> bool:
    """Whether there is no letter in a line, as in the number that a paper files a story under."""
    is_year = len(text) == _LETTERS_OF_A_YEAR and text.isdecimal()  # a poem's, it may be
    if is_year or any(map(str.isalpha, text)) or ends_a_sentence(text):
        return False
    return not any(holder.tag in _CELLS for holder in (leaf, *leaf.iterancestors()))


def _is_row_of_labels(text: str) -> bool:
    """Whether bars or dots part a line into labels, as in a page's footer."""
    parts = _BETWEEN_LABELS.split(text)
    is_short = all(len(part) <= _LONGEST_OF_A_ROW for part in parts)
    return len(parts) >= _FEWEST_OF_A_ROW and is_short and not ends_a_sentence(text)


def _says_when(text: str) -> bool:
    """Whether a line says when the story was published or changed, and no more."""
    if len(text) > _LONGEST_DAY or (ends_a_sentence(text) and not ENDS_WITH_CLOCK.search(text)):
        return False
    opening = text[: _LONGEST_DAY // 2]
    told = SAYS_PUBLISHED.search(opening) or SAYS_UPDATED.search(opening)
    return told is not None and bool(find_dates(text))


def _says_where(text: str, address: str) -> bool:
    """Whether a line gives the page's own address, to be shared or cited."""
    place = address.partition("://")[2].rstrip("/")
    return len(text) < _LONGEST_NOTE and "/" in place and place in text


def _is_note(text: str, people: list[list[str]]) -> bool:
    """Whether a line speaks of the author, the paper or its channels."""
    if len(text) < _LONGEST_BIO and _opens_with_a_name(text, people):
        return True
    if len(text) > _LONGEST_NOTE:
        return False
    networks = {name.casefold() for name in NETWORKS.findall(text)}
    if len(networks) > 1 or ORIGINS.match(text):
        return True
    is_call = OFFERS.search(text) or _MAIL.search(text) or PAYWALL.search(small_letters(text))
    return len(text) < _LONGEST_CALL and bool(is_call)


def _opens_with_a_name(text: str, people: list[list[str]]) -> bool:
    opening = words(text[:120])
    return any(len(name) > 1 and opening[: len(name)] == name for name in people)
