"""Find the elements that hold the story."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.measure import Measure, Measures
from reader.articles.names import STORY_NAMES
from reader.articles.removed import Removed, take_out
from reader.articles.story_parts import is_part, is_twin
from reader.articles.tags import BLOCKS, named

# What of a paragraph's weight its holders get: the first, the second and so on.
_HANDED_UP = (1.0, 0.6, 0.35, 0.2, 0.1)
# A story may be a list or a table, but then with all that its holder says about it.
_NO_HOLDERS = named("table thead tbody tfoot tr ul ol dl")
_STORY_HINT = 1.2
_STORY_MARKUP = 1.5
_IN_DOUBT = 0.25
# The headline stands above the story when that holds so many letters, and this part of the page's.
_LEAST_STORY = 200
_LEAST_SHARE = 0.2
_MOSTLY = 0.8
_AROUND = ("page footer", "navigation", "comments")


@dataclass(frozen=True)
class Story:
    """The element that holds the whole story, and what was taken from beside it."""

    root: Element
    removed: tuple[Removed, ...] = ()


def find_main_text(
    body: Element,
    measures: Measures,
    headline: Element | None,
    doubtful: list[tuple[Element, str]],
) -> Story:
    region = _around_headline(body, measures, headline)
    core = _core(region, measures, {element for element, _ in doubtful})
    if core is None or _is_mere_footer(core, measures, doubtful):
        # A page without a line of prose may still be a list; what is around it never is.
        return Story(body, tuple(take_out(e, reason, measures) for e, reason in doubtful))
    core = _out_of_link(core)
    holders = {core, *core.iterancestors()}
    removed = tuple(
        take_out(element, reason, measures)
        for element, reason in doubtful
        if element not in holders
        and measures[element].prose < max(0.5 * measures[region].prose, _most_of(reason))
    )
    story = _widen(core, body, measures, headline)
    beyond = tuple(
        take_out(element, "beside the story", measures)
        for element in _beyond_its_body(story.root, measures)
    )
    return Story(story.root, removed + story.removed + beyond)


def _beyond_its_body(root: Element, measures: Measures) -> list[Element]:
    """What stands below the part that the page calls the story's body, if it holds the most."""
    bodies = [e for e in root.iterdescendants() if e.get("itemprop") == "articleBody"]
    if not bodies or measures[bodies[0]].prose < _MOSTLY * measures[root].prose:
        return []
    path = [bodies[0], *bodies[0].iterancestors()]
    below = (one for part in path[: path.index(root)] for one in part.itersiblings())
    return [one for one in below if measures[one].text and not measures[one].pictures]


def _most_of(reason: str) -> int:
    """So much prose is no story where a page has hardly more: a footer is what it is."""
    return _LEAST_STORY if reason in _AROUND else 0


def _is_mere_footer(core: Element, measures: Measures, doubtful: list[tuple[Element, str]]) -> bool:
    around = {core, *core.iterancestors()}
    held = any(reason in _AROUND and element in around for element, reason in doubtful)
    return held and measures[core].prose < _LEAST_STORY


def _out_of_link(core: Element) -> Element:
    """The holder of the link that a card lies in: no story lies in a link."""
    for holder in core.iterancestors("a"):
        outside = holder.getparent()
        if holder.get("href") and outside is not None:
            return outside
    return core


def _around_headline(body: Element, measures: Measures, headline: Element | None) -> Element:
    """The least element around the headline with a good part of the page's prose."""
    if headline is None:
        return body
    enough = max(_LEAST_STORY, _LEAST_SHARE * measures[body].prose)
    return next((e for e in headline.iterancestors() if measures[e].prose >= enough), body)


def _core(region: Element, measures: Measures, doubtful: set[Element]) -> Element | None:
    """The element whose own paragraphs hold the most prose."""
    scores: dict[Element, float] = {}
    for element in region.iter(*BLOCKS):
        prose = _own_prose(element, measures)
        if prose > 0:
            _hand_up(element, region, prose, scores)
    if not scores:
        return None

    def score(element: Element) -> float:
        likely = _likeliness(element, measures[element])
        in_doubt = bool(doubtful) and any(
            holder in doubtful for holder in (element, *element.iterancestors())
        )
        return scores[element] * likely * (_IN_DOUBT if in_doubt else 1.0)

    return max(scores, key=score)


def _own_prose(element: Element, measures: Measures) -> float:
    prose = measures[element].prose
    own = prose - sum(measures[child].prose for child in element) if prose > 1 else 0.0
    return own if own > 1 else 0.0


def _hand_up(element: Element, region: Element, prose: float, scores: dict[Element, float]) -> None:
    holder = element if element.tag in ("div", "section", "article", "td", "body") else None
    if holder is None:
        holder = element.getparent()
    for share in _HANDED_UP:
        while holder is not None and holder.tag in _NO_HOLDERS:
            holder = holder.getparent()
        if holder is None or holder.tag == "html":
            return
        scores[holder] = scores.get(holder, 0.0) + prose * share
        if holder is region:
            return
        holder = holder.getparent()


def _likeliness(element: Element, measure: Measure) -> float:
    likely = 1.0 - min(measure.link_density, 1.0)
    if element.get("itemprop") in ("articleBody", "text") or element.tag == "article":
        return likely * _STORY_MARKUP
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return likely * _STORY_HINT if STORY_NAMES.search(names) else likely


def _widen(core: Element, body: Element, measures: Measures, headline: Element | None) -> Story:
    """Climb from the core, taking in what stands beside it and is part of the story."""
    around_headline = set(headline.iterancestors()) if headline is not None else set()
    prose = measures[core].prose
    root, path = core, core
    beside: list[tuple[Element, list[Element]]] = []
    while path is not body:
        holder = path.getparent()
        if holder is None:
            break
        if path in around_headline:
            parts = [one for one in holder if is_twin(one, path, prose, measures)]
        else:
            below = set(path.itersiblings())
            parts = [one for one in holder if is_part(one, path, prose, measures, one in below)]
        kept = _run_of_parts(path, parts)
        if len(kept) > 1:
            root = holder
        beside.append((holder, [sibling for sibling in holder if sibling not in kept]))
        path = holder
    removed = [
        take_out(other, "beside the story", measures)
        for holder, others in beside
        if holder is root or root in holder.iterancestors()
        for other in others
    ]
    return Story(root, tuple(removed))


def _run_of_parts(path: Element, parts: list[Element]) -> set[Element]:
    """All siblings from the first part to the last; what stands between is judged later."""
    kept = {path}
    waiting: list[Element] = []
    chosen = set(parts)
    for following in (path.itersiblings(), path.itersiblings(preceding=True)):
        waiting = []
        for sibling in following:
            waiting.append(sibling)
            if sibling in chosen:
                kept.update(waiting)
                waiting = []
    return kept
