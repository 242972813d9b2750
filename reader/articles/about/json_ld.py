"""Read what a page tells search engines about itself in JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape

_LARGEST_BLOCK = 400_000
_MOST_NODES = 300
_BLOCK = re.compile(r"<script[^>]{0,300}ld\+json[^>]{0,300}>", re.IGNORECASE)
# Only what speaks of the page itself; lists and parts speak of other pages.
_PATHS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_STORIES = re.compile(
    r"article$|posting$|^report$|^newsitem$|^critique$|^creativework$|^review$|^reportage",
    re.IGNORECASE,
)

_SAYS_STORY = re.compile(r'"@type"\s{0,9}:\s{0,9}"[A-Za-z]{0,20}(?:Article|Posting)"')
_PLAIN_VALUE = re.compile(
    r'"(?P<name>headline|datePublished|dateModified|articleSection)"\s{0,9}:\s{0,9}"(?P<value>[^"\\]{1,300})"'
)
_AUTHOR_VALUE = re.compile(
    r'"author"\s{0,9}:\s{0,9}\[?\s{0,9}\{[^{}]{0,200}?"name"\s{0,9}:\s{0,9}"(?P<name>[^"\\]{1,100})"'
)

Node = Mapping[str, object]


def read_nodes(blocks: list[str]) -> tuple[Node, ...]:
    """The things that the page's JSON-LD blocks describe; a broken block says nothing."""
    nodes: list[Node] = []
    for block in blocks:
        nodes.extend(_nodes_of(_parse(block)))
        if len(nodes) > _MOST_NODES:
            break
    return tuple(nodes[:_MOST_NODES])


def find_blocks(markup: str) -> list[str]:
    """The JSON-LD blocks of markup whose scripts have been cut from the tree."""
    blocks: list[str] = []
    if "ld+json" not in markup:
        return blocks
    for start in _BLOCK.finditer(markup):
        end = markup.find("</script", start.end())
        if end > 0:
            blocks.append(markup[start.end() : end])
    return blocks


def is_story(node: Node) -> bool:
    return any(_STORIES.search(kind) for kind in types_of(node))


def types_of(node: Node) -> tuple[str, ...]:
    return texts_of(node.get("@type"))


def texts_of(value: object) -> tuple[str, ...]:
    """The texts that a value holds: itself, its items, or the names of what it describes."""
    texts: list[str] = []
    waiting = [value]
    while waiting and len(texts) < _MOST_NODES:
        current = waiting.pop(0)
        if isinstance(current, str):
            texts.append(" ".join(unescape(current).split()))
        elif isinstance(current, list):
            waiting[:0] = current[:_MOST_NODES]
        elif isinstance(current, dict):
            waiting.insert(0, current.get("name") or current.get("@value") or "")
    return tuple(text for text in texts if text)


def addresses_of(value: object) -> tuple[str, ...]:
    """The addresses that a value holds: itself, its items, or where what it describes lies."""
    addresses: list[str] = []
    waiting = [value]
    while waiting and len(addresses) < _MOST_NODES:
        current = waiting.pop(0)
        if isinstance(current, str):
            addresses.append(unescape(current).strip())
        elif isinstance(current, list):
            waiting[:0] = current[:_MOST_NODES]
        elif isinstance(current, dict):
            waiting.insert(0, current.get("url") or current.get("contentUrl") or current.get("@id"))
    return tuple(address for address in addresses if address)


def _parse(block: str) -> object:
    text = block.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    text = text.strip().removesuffix("-->").removesuffix("]]>").strip().rstrip(";/ \n")
    if len(text) > _LARGEST_BLOCK:
        return None
    try:
        parsed: object = json.loads(text, strict=False)
    except RecursionError:
        return None
    except ValueError:
        return _salvaged(text)
    return parsed


def _salvaged(text: str) -> object:
    """What can still be read of a block that is no JSON: the story's own plain values."""
    if not _SAYS_STORY.search(text):
        return None
    node: dict[str, object] = {"@type": "Article"}
    for value in _PLAIN_VALUE.finditer(text):
        node.setdefault(value["name"], value["value"])
    if author := _AUTHOR_VALUE.search(text):
        node["author"] = author["name"]
    return node


def _nodes_of(parsed: object) -> Iterator[Node]:
    waiting, seen = [parsed], 0
    while waiting and seen < _MOST_NODES:
        current = waiting.pop(0)
        seen += 1
        if isinstance(current, list):
            waiting.extend(current[:_MOST_NODES])
        elif isinstance(current, dict):
            yield current
            waiting.extend(current[path] for path in _PATHS if path in current)
