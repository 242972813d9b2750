"""Drop runs of cards: pictures and titles that lead to other stories of the page's site."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.removed import Removed, take_out

_FEWEST = 3  # in a run; two may be pictures of the story with links to other stories
_LONGEST = 400  # letters: a title and a sentence or two
_SHORTEST_TITLE = 12  # letters; fewer are a label
_LONGEST_ON_A_PICTURE = 30  # letters; more are its caption, so that it is no teaser's
_MOST_OF_STORY = 0.3  # of its prose; with more the cards are the story
_WITHIN = 6  # holders
_MOST_LINKS = 8  # picture, title, section, writer, comments …


def drop_cards(story: Element, measures: Measures, address: str) -> list[Removed]:
    runs: dict[tuple[Element, str, str], list[Element]] = {}
    for card in dict.fromkeys(_cards(story, measures, _host(address))):
        holder = card.getparent()
        if holder is not None:
            runs.setdefault((holder, str(card.tag), card.get("class") or ""), []).append(card)
    most = _MOST_OF_STORY * measures[story].prose
    return [
        take_out(card, "teaser", measures)
        for run in runs.values()
        if len(run) >= _FEWEST and sum(measures[card].prose for card in run) < most
        for card in run
    ]


def _cards(story: Element, measures: Measures, host: str) -> Iterator[Element]:
    for picture in story.iter("img"):
        link = next(
            (one for one in islice(picture.iterancestors(), _WITHIN) if one.tag == "a"), None
        )
        if link is None or measures[link].text > _LONGEST_ON_A_PICTURE:
            continue
        place = link.get("href") or ""
        if place.strip("/#") and _host(place) in ("", host):
            card = _card_around(link, place, story, measures)
            if card is not None:
                yield card


def _card_around(link: Element, place: str, story: Element, measures: Measures) -> Element | None:
    """The widest element around a linked picture with no title but one that leads there too."""
    card = None
    for holder in islice(link.iterancestors(), _WITHIN):
        measure = measures[holder]
        if holder is story or measure.text > _LONGEST or measure.link_count > _MOST_LINKS:
            break
        titles = {
            other.get("href")
            for other in holder.iter("a")
            if measures[other].text >= _SHORTEST_TITLE
        }
        if titles - {place}:
            break
        card = holder if titles else None
    return card


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return "?"
