"""Read the story out of the page's JSON-LD, for pages that show it by script alone."""

import re
from collections.abc import Iterator
from html import escape, unescape

from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import Node, texts_of, types_of

_LONGEST = 400_000
_MOST_STEPS = 500
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|blockquote)[\s/>]", re.IGNORECASE)
_GUIDES = frozenset(("HowTo", "Recipe"))


def declared_body(declared: Declared) -> str:
    """The story's markup, empty when the page declares none."""
    said = declared.story.get("articleBody")
    if isinstance(said, str):
        return _markup_of(said)
    guide = next((node for node in declared.nodes if _GUIDES & set(types_of(node))), None)
    return "".join(_parts_of_guide(guide))[:_LONGEST] if guide else ""


def _markup_of(said: str) -> str:
    body = said[:_LONGEST].strip()
    if not _TAG.search(body) and _TAG.search(unescape(body)):
        body = unescape(body)
    if _TAG.search(body):
        return body
    lines = (line.strip() for line in unescape(body).splitlines())
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _parts_of_guide(guide: Node) -> Iterator[str]:
    """What a recipe or a set of instructions is about, what it takes, and its steps."""
    said = guide.get("description")
    yield _markup_of(said) if isinstance(said, str) else ""
    needed = texts_of([guide.get(name) for name in ("recipeIngredient", "supply", "tool")])
    yield "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in needed) + "</ul>"
    waiting: list[object] = [guide.get("step"), guide.get("recipeInstructions")][::-1]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        step = waiting.pop()
        if isinstance(step, str):
            yield _markup_of(step)
        elif isinstance(step, list):
            waiting += step[:_MOST_STEPS][::-1]
        elif isinstance(step, dict):
            yield _heading_of(step)
            waiting += [step.get("itemListElement"), step.get("text")]


def _heading_of(step: Node) -> str:
    """A step's name, unless it says no more than how its words begin."""
    name, said = step.get("name"), step.get("text")
    if not isinstance(name, str) or (isinstance(said, str) and said.startswith(name.rstrip("…."))):
        return ""
    return f"<h3>{escape(unescape(name))}</h3>"
