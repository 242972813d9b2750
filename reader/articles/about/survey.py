"""Walk the page once and note the elements that may speak of the story."""

import re
from dataclasses import dataclass, field
from operator import itemgetter

from lxml.html import HtmlElement

_MOST_OF_A_KIND = 150
_HEADINGS = frozenset(("h1", "h2", "h3"))
# Looked for as they stand: on the names of a thousand elements that is far faster than a pattern.
_HINTS: dict[str, tuple[str, ...]] = {
    "headlines": ("headline", "title", "titre", "titulo", "titolo", "heading"),
    "authors": (
        "author", "byline", "by-line", "by_line", "writer", "contributor", "autor", "auteur",
        "journalist", "creator",
        "redakt", "credit", "verfasser", "firma",
    ),
    "dates": ("date", "time", "publish", "posted", "datum", "fecha", "zeit", "modified", "created"),
    "topics": ("tag", "topic", "keyword", "themen", "schlagw", "sujet", "etiqueta", "temas"),
    "crumbs": ("breadcrumb", "bread-crumb", "bread_crumb", "ariane", "brotkrume", "crumbs"),
}  # fmt: skip
# "stage" and "vintage" are no tags.
_TOPICS = re.compile(
    r"(?:^|[\s_-])(?:tags?|topics?|keywords?|themen|schlagw\w*|sujets?|etiquetas?|temas)(?:$"
    r"|[\s_-])"
    r"|taglist"
)


_Names = tuple[str | None, ...]
_Placed = tuple[int, HtmlElement]
_NAMELESS: _Names = (None, None, None, None)


@dataclass
class _Notes:
    headings: list[HtmlElement] = field(default_factory=list)
    times: list[HtmlElement] = field(default_factory=list)
    paragraphs: list[HtmlElement] = field(default_factory=list)
    named: dict[_Names, list[_Placed]] = field(default_factory=dict)


@dataclass(frozen=True)
class Survey:
    """Elements of the page by what their tags and names hint at, each in page order."""

    headings: tuple[HtmlElement, ...] = ()
    headlines: tuple[HtmlElement, ...] = ()
    authors: tuple[HtmlElement, ...] = ()
    dates: tuple[HtmlElement, ...] = ()
    times: tuple[HtmlElement, ...] = ()
    topics: tuple[HtmlElement, ...] = ()
    crumbs: tuple[HtmlElement, ...] = ()
    paragraphs: tuple[HtmlElement, ...] = ()
    body: HtmlElement | None = None


def survey(elements: list[HtmlElement]) -> Survey:
    """What is of note among all elements of a page, which stand in its order."""
    body = elements[0].find("body")
    notes = _note(elements if body is None else elements[elements.index(body) :])
    hinted = _by_hints(notes.named)
    return Survey(
        tuple(notes.headings[:_MOST_OF_A_KIND]),
        times=tuple(notes.times[:_MOST_OF_A_KIND]),
        paragraphs=tuple(notes.paragraphs[:_MOST_OF_A_KIND]),
        body=elements[0] if body is None else body,
        **{kind: tuple(found[:_MOST_OF_A_KIND]) for kind, found in hinted.items()},
    )


def names_of(element: HtmlElement) -> str:
    """What the page calls the element, in small letters."""
    get = element.get
    names = (get("class"), get("id"), get("itemprop"), get("rel"), get("data-testid"))
    return " ".join([name for name in names if name]).lower()


def marks_of(element: HtmlElement, levels: int = 4) -> str:
    """What the page calls the element and what it stands in, the innermost first."""
    marks: list[str] = []
    current: HtmlElement | None = element
    while current is not None and levels and current.tag != "body":
        marks.append(names_of(current))
        current, levels = current.getparent(), levels - 1
    return " ".join(filter(None, marks))


def _note(elements: list[HtmlElement]) -> _Notes:
    notes = _Notes()
    for at, element in enumerate(elements):
        tag, get = element.tag, element.get
        if tag in _HEADINGS:
            notes.headings.append(element)
        elif tag == "time":
            notes.times.append(element)
        elif tag == "p":
            notes.paragraphs.append(element)
        names = (get("class"), get("id"), get("itemprop"), get("rel") if tag == "a" else None)
        if names != _NAMELESS:
            notes.named.setdefault(names, []).append((at, element))
    return notes


def _by_hints(named: dict[_Names, list[_Placed]]) -> dict[str, list[HtmlElement]]:
    hinted: dict[str, list[_Placed]] = {kind: [] for kind in _HINTS}
    told = "\0".join([" ".join(filter(None, names)) for names in named]).lower()
    kinds_of = _kinds_of(told)
    for names, placed in zip(told.split("\0"), named.values(), strict=False):
        for kind in kinds_of.get(names, ()):
            hinted[kind].extend(placed)
    in_order = {kind: sorted(placed, key=itemgetter(0)) for kind, placed in hinted.items()}
    return {kind: [element for _, element in placed] for kind, placed in in_order.items()}


def _kinds_of(told: str) -> dict[str, set[str]]:
    """What each of the names hints at; all are searched at once, since most hint at nothing."""
    text = f"\0{told}\0"
    kinds_of: dict[str, set[str]] = {}
    for kind, hints in _HINTS.items():
        for hint in hints:
            at = text.find(hint)
            while at >= 0:
                end = text.find("\0", at)
                names = text[text.rfind("\0", 0, at) + 1 : end]
                if kind != "topics" or _TOPICS.search(names):
                    kinds_of.setdefault(names, set()).add(kind)
                at = text.find(hint, end)
    return kinds_of
