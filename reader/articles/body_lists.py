"""Tell the lists of a body from what only looks like one, or is one without saying so."""

import re
from collections.abc import Iterator

from reader.articles.body_blocks import Block

_BULLET = re.compile(r"(?:\s*[•‣▪●◦■∙])+\s*")
# A sign that an item of a list brings along, beside the one that every item gets.
_OWN_BULLET = re.compile(r"(?:\s*[•‣▪▫●◦■□·∙])+\s*")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)](?:\s+|$)")
_LEAST_ITEMS = 2


def settle_list(made: Block) -> None:
    """Number a list whose items bring their numbers."""
    items = _items(made)
    numbers = [_own_number(item) for item in items]
    first = numbers[0] if len(items) >= _LEAST_ITEMS else None
    if first is None or numbers != list(range(first, first + len(items))):
        return
    if made.tag == "ol" and made.attributes:
        return  # counted by the page in a way of its own
    made.tag, made.attributes = "ol", f' start="{first}"' if first != 1 else ""
    for item in items:
        _strip(item, _NUMBER)


def settle_item(item: Block) -> None:
    """Leave an item the one bullet that it gets at any rate."""
    if _first_words(item, _OWN_BULLET):
        _strip(item, _OWN_BULLET)


def row_of_pictures(made: Block) -> list[Block | str]:
    """The pictures of a list that holds nothing else; nothing where it has words."""
    items = _items(made)
    return [] if any(map(_has_words, items)) else [part for item in items for part in item.parts]


def gather_bullets(parts: list[Block | str]) -> list[Block | str]:
    """The parts with each run of lines that begin with a bullet made a list."""
    gathered: list[Block | str] = []
    run: list[Block] = []
    for part in parts:
        lines = list(_bulleted_lines(part)) if isinstance(part, Block) and part.tag == "p" else []
        if lines:
            run += lines
            continue
        if run and isinstance(part, Block) and not part.says_something:
            continue
        gathered += _listed(run)
        run = []
        gathered.append(part)
    return gathered + _listed(run)


def _bulleted_lines(line: Block) -> Iterator[Block]:
    """The lines of a paragraph when each begins with a bullet."""
    if _first_words(line, _BULLET) is None:
        return
    rows: list[list[Block | str]] = [[]]
    depth = 0
    for part in line.parts:
        if part == "<br>" and not depth:
            rows.append([])
            continue
        if isinstance(part, str) and part.startswith("<") and not part.startswith(("<br", "<img")):
            depth += -1 if part.startswith("</") else 1
        rows[-1].append(part)
    made = [Block("p", line.attributes, row) for row in rows]
    made = [one for one in made if one.says_something]
    if made and all(_first_words(one, _BULLET) is not None for one in made):
        made[0].place = line.place
        yield from made


def _listed(lines: list[Block]) -> list[Block | str]:
    if len(lines) < _LEAST_ITEMS:
        return list(lines)
    for line in lines:
        _strip(line, _BULLET)
    items: list[Block | str] = [
        Block("li", line.attributes, line.parts, line.place) for line in lines
    ]
    return [Block("ul", "", items)]


def _own_number(item: Block) -> int | None:
    found = _first_words(item, _NUMBER)
    return int(found[1]) if found else None


def _first_words(block: Block, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """How the first words of a block begin."""
    place = _place_of_words(block)
    return pattern.match(str(place[0].parts[place[1]])) if place else None


def _strip(block: Block, pattern: re.Pattern[str]) -> None:
    place = _place_of_words(block)
    if place:
        holder, at = place
        holder.parts[at] = pattern.sub("", str(holder.parts[at]), count=1)


def _place_of_words(block: Block) -> tuple[Block, int] | None:
    for at, part in enumerate(block.parts):
        if isinstance(part, Block):
            if not part.says_something:
                continue
            return _place_of_words(part) if part.tag == "p" else None
        if not part.startswith("<") and part.strip():
            return block, at
        if part.startswith("<img"):
            return None
    return None


def _items(made: Block) -> list[Block]:
    return [part for part in made.parts if isinstance(part, Block) and part.says_something]


def _has_words(item: Block) -> bool:
    for part in item.parts:
        if isinstance(part, Block) and _has_words(part):
            return True
        if isinstance(part, str) and part.strip() and not part.startswith("<"):
            return True
    return False
