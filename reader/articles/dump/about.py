"""Read from the lines around a story who wrote it, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.bylines import Byline, is_byline, read_byline
from reader.articles.dates import find_dates
from reader.articles.dump import words
from reader.articles.dump.block import Block
from reader.articles.dump.signs import Sign
from reader.articles.dump.tidy import Lead

_UPDATED = re.compile(rf"(?:{words.any_of(words.UPDATED)})")
_PUBLISHED = re.compile(rf"(?:{words.any_of(words.PUBLISHED)})")
_PIECES = re.compile(r"\s[|•·]\s")
_FAR_ABOVE, _FAR_BELOW, _DEEP = 6, 120, 30
_LONGEST_DATE_LINE, _LONGEST_NAME_LINE = 24, 9


@dataclass(frozen=True)
class Times:
    """When a story was published and changed, as ISO 8601; "" where no line says it."""

    published: str = ""
    updated: str = ""


def find_times(
    blocks: Sequence[Block], signs: Sequence[Sign], lead: Lead, end: int, language: str
) -> Times:
    """The times of a story: what calls itself so first, then what stands nearest to it."""
    published: list[str] = []
    unnamed: list[str] = []
    updated: list[str] = []
    for number in _places(len(blocks), lead, end):
        for label, iso in _dates_of(blocks, signs, number, lead.headline, language):
            if _UPDATED.search(label) and not _is_published_last(label):
                updated.append(iso)
            elif _PUBLISHED.search(label):
                published.append(iso)
            elif number < lead.start:
                unnamed.append(iso)
    found = published or unnamed
    return Times(found[0] if found else "", updated[0] if updated else "")


def _places(count: int, lead: Lead, end: int) -> Iterator[int]:
    """From what stands between headline and story, over what is above, to what is below."""
    top = lead.start if lead.headline is None else lead.headline
    first = max(lead.start - _DEEP, 0) if lead.headline is None else top
    yield from range(first, min(max(lead.start, first), top + 1 + _DEEP))
    if lead.headline is not None:
        yield from reversed(range(max(0, top - _FAR_ABOVE), top))
    yield from range(end, min(end + _FAR_BELOW, count))


def _dates_of(
    blocks: Sequence[Block],
    signs: Sequence[Sign],
    number: int,
    headline: int | None,
    language: str,
) -> Iterator[tuple[str, str]]:
    """Each date of a line, with the words before it."""
    block = blocks[number]
    if block.words > _LONGEST_DATE_LINE or signs[number] in (Sign.CREDIT, Sign.LEGAL, Sign.AGAIN):
        return
    if signs[number] is Sign.NONE and block.is_sentence and block.words > 8:
        return
    if number == headline and without_date(block.text) == block.text:
        return
    behind = 0
    for found in find_dates(block.text, language):
        label = block.text[behind : found.start].casefold()
        before = blocks[number - 1] if number else None
        if not behind and not label.strip() and before is not None and before.words <= 3:
            label = before.text.casefold()
        yield label, found.iso
        behind = found.end


def without_date(headline: str) -> str:
    """A headline without the date that a dump set right behind it."""
    found = find_dates(headline)
    ends = (
        found and found[-1].end == len(headline) and any(":" in headline[f.start :] for f in found)
    )
    return headline[: found[-1].start].strip(" |-–—·,") or headline if ends else headline


def _is_published_last(label: str) -> bool:
    """Of two labels before one date, the nearer one counts."""
    updated = [match.start() for match in _UPDATED.finditer(label)]
    published = [match.start() for match in _PUBLISHED.finditer(label)]
    return bool(published) and bool(updated) and published[-1] > updated[-1]


def find_byline(blocks: Sequence[Block], signs: Sequence[Sign], lead: Lead, end: int) -> Byline:
    """The byline above the story, or else right below it."""
    top = lead.start if lead.headline is None else lead.headline
    between = [
        number
        for number in range(max(0, top - 3), min(lead.start, top + _DEEP))
        if number not in (lead.headline, lead.standfirst)
    ]
    nearest_first = sorted(between, key=lambda place: (place < top, place))
    dated = [number for number in between if signs[number] is Sign.WHEN]
    found = (
        *(_line(blocks[number]) for number in nearest_first if signs[number] is Sign.BYLINE),
        *(_piece(blocks[number]) for number in dated),
        *(_beside_date(blocks, signs, number, lead) for number in dated if number > top),
        *(_line(block) for block in blocks[end : end + 4] if signs[block.place] is Sign.BYLINE),
    )
    return next((byline for byline in found if byline.people or byline.agency), Byline())


def _line(block: Block) -> Byline:
    return read_byline(block.text)


def _piece(block: Block) -> Byline:
    """The byline among the pieces of a line that also says when."""
    pieces = (piece for piece in _PIECES.split(block.text) if is_byline(piece))
    return next(map(read_byline, pieces), Byline())


def _beside_date(blocks: Sequence[Block], signs: Sequence[Sign], number: int, lead: Lead) -> Byline:
    """The names on the line of a date, above it or below it."""
    if _UPDATED.search(blocks[number].text.casefold()):
        return Byline()
    for place in (number, number - 1, number + 1):
        if place in (lead.headline, lead.standfirst) or not 0 <= place < lead.start:
            continue
        if signs[place] not in (Sign.NONE, Sign.WHEN) or blocks[place].words > _LONGEST_NAME_LINE:
            continue
        found = read_byline(blocks[place].text)
        # One word beside a date is a weekday sooner than a name, where names have two.
        is_name = any(" " in name or name == name.upper() == name.lower() for name in found.people)
        if is_name or found.agency:
            return found
    return Byline()
