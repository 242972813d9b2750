"""Drop what leads elsewhere: lists of links, teasers, and lines that announce further stories."""

from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.measure import WIDTH, Measures, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.tags import BLOCKS, HEADINGS, named
from reader.articles.trimming.contents import is_contents, places_in
from reader.articles.trimming.leaves import leaves
from reader.articles.words import OFFERS, TAIL_LINE

_MOSTLY_LINKS = 0.6
_MOST_OF_STORY = 0.2
# A line that is a link may be part of the story; a holder of nothing but links is not.
_LINES = HEADINGS | named("p li dt dd td th tr tbody figure figcaption blockquote pre")
_LONGEST_PICTURE_LINK = 30
_LONGEST_LABEL = 120
_SHORT_LABEL = 48
_LONGEST_LINKS = 600
_SHORTEST_LIST = 2
_LEAD_UP = frozenset(("p", "h2", "h3", "h4"))
_MOST_OF_A_TEASER = 0.15
_MOST_OF_TEASERS = 0.3
_FEWEST_OF_A_LIST = 8
_LONGEST_TEASER = 300
_MORE_THAN_A_TEASER = 200
_LINES_OF_A_SECTION = 8
_NEARLY_ALL = 0.8
_WORDS_OF_A_HEADING = 5
_SHORTEST_SHOUT = 20


def drop_link_lists(story: Element, measures: Measures) -> list[Removed]:
    """Drop blocks that are mostly links: menus, teasers, tag lists."""
    removed: list[Removed] = []
    most = _MOST_OF_STORY * measures[story].prose
    waiting = list(story)
    places: frozenset[str] = frozenset()
    while waiting:
        element = waiting.pop()
        if element.tag not in BLOCKS or not _is_links(element, measures, most):
            waiting.extend(element)
            continue
        places = places or places_in(story)  # most pages need not be looked through for it
        if not is_contents(element, places):
            removed.append(take_out(element, "links", measures))
    return removed


def _is_links(element: Element, measures: Measures, most: float) -> bool:
    measure = measures[element]
    if not measure.link_count or measure.link_density <= _MOSTLY_LINKS:
        return False
    if element.tag in _LINES or (measure.pictures and measure.text < _LONGEST_PICTURE_LINK):
        return False
    return measure.prose < most and not _is_told_list(element)


def _is_told_list(element: Element) -> bool:
    """Whether it is a list that a line of the story leads up to."""
    said = _above(element).strip() if element.tag in ("ul", "ol") else ""
    return bool(said) and not TAIL_LINE.match(said)


def _above(made: Element) -> str:
    """The line right above a list, or that of a list around it."""
    before, holder = made.getprevious(), made.getparent()
    if before is None:
        return (holder.text or "") if holder is not None and holder.tag == "li" else ""
    is_led_up_to = before.tag in _LEAD_UP and len(made) >= _SHORTEST_LIST
    return text_of(before) if is_led_up_to else ""


def drop_further_reading(story: Element, measures: Measures) -> list[Removed]:
    """Drop headings and lines that announce something else, with what they announce."""
    removed: list[Removed] = []
    for line in list(leaves(story, measures)):
        if _leads_away(line, measures):
            removed.append(take_out(line, "further reading", measures))
            continue
        if not _announces(line, measures) or _heads_the_story(line, measures):
            continue
        removed += [
            take_out(element, "further reading", measures)
            for element in (*_announced(line, measures), line)
        ]
    return removed


def _leads_away(line: Element, measures: Measures) -> bool:
    """Whether a line between paragraphs shouts the title of something else."""
    measure = measures[line]
    if line.tag != "p" or measure.links < _NEARLY_ALL * measure.text:
        return False
    text = text_of(line)
    return _SHORTEST_SHOUT < len(text) < _LONGEST_LABEL and text.isupper()


def _announces(line: Element, measures: Measures) -> bool:
    density = measures[line].link_density
    longest = _LONGEST_LINKS if density > _MOSTLY_LINKS else _LONGEST_LABEL
    if measures[line].text > longest * WIDTH or len(text := text_of(line)) > longest:
        return False
    if TAIL_LINE.match(text):
        return line.tag in HEADINGS or density > 0.3 or len(text) < _SHORT_LABEL
    return any(OFFERS.search(text_of(link)) for link in line.iter("a"))


def _heads_the_story(line: Element, measures: Measures) -> bool:
    """Whether a heading says more than a label, and the story goes on below it."""
    if line.tag not in HEADINGS or len(text_of(line).split()) < _WORDS_OF_A_HEADING:
        return False
    below = line.getnext()
    return below is not None and measures[below].prose > 80 and measures[below].link_density < 0.3


def _announced(line: Element, measures: Measures) -> list[Element]:
    found: list[Element] = []
    for follower in line.itersiblings():
        measure = measures[follower]
        if follower.tag in HEADINGS or measure.prose > 80 or not measure.link_count:
            break
        if measure.link_density < 0.4:
            break
        found.append(follower)
    return found


def drop_teasers(story: Element, measures: Measures) -> list[Removed]:
    """Drop cards of other stories: articles within, and runs with headings that are links."""
    removed = _drop_articles(story, measures)
    cards: dict[tuple[Element, str], list[Element]] = {}
    told: set[tuple[Element, str]] = set()
    for heading in story.iter(*HEADINGS):
        if not _leads_elsewhere(heading, measures):
            continue
        card = _card_around(heading, story)
        holder = card.getparent()
        if holder is not None:
            kind = (holder, str(card.tag))
            cards.setdefault(kind, []).append(card)
            # Where one of them heads a part of the story, the shorter ones do too.
            told |= {kind} if _heads_prose(heading, measures) else set()
    for kind, found in cards.items():
        run = list(dict.fromkeys(found))
        prose = sum(measures[card].prose for card in run)
        most = min(_LONGEST_TEASER * len(run), _MOST_OF_TEASERS * measures[story].prose)
        if kind not in told and len(run) > 1 and prose < most:
            removed += [take_out(card, "teaser", measures) for card in run]
    return removed


def _drop_articles(story: Element, measures: Measures) -> list[Removed]:
    articles = [
        article
        for article in story.iter("article")
        if article is not story and _is_teaser(article, story, measures)
    ]
    prose = sum(measures[one].prose for one in articles)
    # Where many of them hold a good part of it, the story is what they tell one by one.
    if len(articles) >= _FEWEST_OF_A_LIST and prose > _MOST_OF_TEASERS * measures[story].prose:
        return []
    return [take_out(article, "teaser", measures) for article in articles]


def _leads_elsewhere(heading: Element, measures: Measures) -> bool:
    measure = measures[heading]
    if not measure.text or measure.links < _NEARLY_ALL * measure.text:
        return False
    # Manuals link each heading to itself.
    return any(not (link.get("href") or "#").startswith("#") for link in heading.iter("a"))


def _heads_prose(heading: Element, measures: Measures) -> bool:
    """Whether the story goes on below a heading, as in a list of the ten best."""
    told = 0.0
    for below in islice(heading.itersiblings(), _LINES_OF_A_SECTION):
        if below.tag in HEADINGS:
            break
        measure = measures[below]
        told += measure.text - measure.links
        if max(told, measure.prose) > _MORE_THAN_A_TEASER:
            return True
    return False


def _is_teaser(article: Element, story: Element, measures: Measures) -> bool:
    measure = measures[article]
    most = min(_LONGEST_TEASER, _MOST_OF_A_TEASER * measures[story].prose)
    if not measure.link_count or measure.prose > most:
        return False
    return any(measures[heading].links for heading in article.iter(*HEADINGS)) or (
        measure.link_density > 0.5
    )


def _card_around(heading: Element, story: Element) -> Element:
    """The widest element around a heading that holds no other heading."""
    card = heading
    for holder in heading.iterancestors():
        if holder is story or sum(1 for _ in islice(holder.iter(*HEADINGS), 2)) > 1:
            break
        card = holder
    return card
