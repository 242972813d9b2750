"""Find the elements that hold the story."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.measure import Measure, Measures
from reader.articles.removed import Removed, take_out
from reader.articles.tags import BLOCKS
from reader.articles.words import STORY_NAMES, reason_in_names

# What of a paragraph's weight its holders get: the first, the second and so on.
_HANDED_UP = (1.0, 0.6, 0.35, 0.2, 0.1)
_STORY_HINT = 1.2
_STORY_MARKUP = 1.5


@dataclass(frozen=True)
class Story:
    """The element that holds the whole story, and what was taken from beside it."""

    root: Element
    removed: tuple[Removed, ...] = ()


def find_main_text(body: Element, measures: Measures, headline: Element | None) -> Story:
    core = _core(body, measures)
    if core is None:
        return Story(body)
    return _widen(core, body, measures, headline)


def _core(body: Element, measures: Measures) -> Element | None:
    """The element whose own paragraphs hold the most prose."""
    scores: dict[Element, float] = {}
    for element in body.iter(*BLOCKS):
        prose = _own_prose(element, measures)
        if prose > 0:
            _hand_up(element, prose, scores)
    if not scores:
        return None
    return max(
        scores, key=lambda element: scores[element] * _likeliness(element, measures[element])
    )


def _own_prose(element: Element, measures: Measures) -> float:
    own = measures[element].prose - sum(measures[child].prose for child in element)
    return own if own > 1 else 0.0


def _hand_up(element: Element, prose: float, scores: dict[Element, float]) -> None:
    holder = element if element.tag in ("div", "section", "article", "td", "body") else None
    if holder is None:
        holder = element.getparent()
    for share in _HANDED_UP:
        if holder is None or holder.tag == "html":
            return
        scores[holder] = scores.get(holder, 0.0) + prose * share
        holder = holder.getparent()


def _likeliness(element: Element, measure: Measure) -> float:
    likely = 1.0 - min(measure.link_density, 1.0)
    if element.get("itemprop") in ("articleBody", "text") or element.tag == "article":
        return likely * _STORY_MARKUP
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return likely * _STORY_HINT if STORY_NAMES.search(names) else likely


def _widen(core: Element, body: Element, measures: Measures, headline: Element | None) -> Story:
    """Climb from the core, taking in what stands beside it and is part of the story."""
    prose = measures[core].prose
    root, path = core, core
    beside: list[tuple[Element, list[Element]]] = []
    while path is not body:
        holder = path.getparent()
        if holder is None:
            break
        kept = [s for s in holder if s is path or _is_part(s, path, prose, measures)]
        beside.append((holder, [s for s in holder if s not in set(kept)]))
        if len(kept) > 1:
            root = holder
        if _holds_headline(holder, headline) and holder.tag == "article":
            break
        path = holder
    removed = []
    for holder, others in beside:
        if holder is root or root in set(holder.iterancestors()):
            removed += [take_out(other, "beside the story", measures) for other in others]
    return Story(root, tuple(removed))


def _is_part(sibling: Element, path: Element, prose: float, measures: Measures) -> bool:
    if sibling.tag not in BLOCKS:
        return False
    measure = measures[sibling]
    if measure.link_density > 0.35 or reason_in_names(
        f"{sibling.get('class', '')} {sibling.get('id', '')}"
    ):
        return False
    if measure.prose >= 0.1 * prose and measure.prose > 150:
        return True
    alike = sibling.tag == path.tag and sibling.get("class") == path.get("class")
    return alike and measure.prose > 40


def _holds_headline(element: Element, headline: Element | None) -> bool:
    return headline is not None and element in set(headline.iterancestors())
