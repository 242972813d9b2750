"""Match the places of an article's text with the places of the page that shows it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_STEP = 512  # code points between two counted places
_FAR = 20_000  # letters that may be missing on the page before a block is found again
_SURE = 40  # letters that stand nowhere else by chance
_SIGNS = 2  # letters that the text may put between two blocks, as between cells of a table
_RARE = 8  # letters that stand nowhere else nearby
_MOST_COMPARED = 4_000_000
# Neither white space nor what shows nothing is compared: page and text differ most in these.
_UNSEEN = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff\ufffc]+")


@dataclass(frozen=True)
class Shown:
    """A block as it stands on the page; `number` is its place among the document's blocks."""

    number: int
    text: str


@dataclass(frozen=True)
class Stretch:
    """Code points `start` to `end` of one block."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class _Match:
    """`length` letters that are the same in the text and on the page."""

    text: int
    page: int
    length: int


class TextMap:
    """Translates between code points of the article's text and of the page's blocks."""

    def __init__(self, text: str, blocks: Sequence[Shown]) -> None:
        self._blocks = blocks
        self._starts: list[int] = []
        at = 0
        for block in blocks:
            self._starts.append(at)
            at += len(block.text) + 1
        self._index = {block.number: order for order, block in enumerate(blocks)}
        self._text = _Letters(text)
        self._page = _Letters("\n".join(block.text for block in blocks))
        self._matches = _match(self._text.letters, [_letters(block.text) for block in blocks])

    def on_page(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Where text[start:end] stands on the page, one stretch for each block it touches."""
        first, last = self._text.index_at(start), self._text.index_at(end)
        pieces = []
        at = max(0, bisect_right(self._matches, first, key=lambda match: match.text) - 1)
        for match in takewhile(lambda match: match.text < last, self._matches[at:]):
            low, high = max(first, match.text), min(last, match.text + match.length)
            if low < high:
                shift = match.page - match.text
                end = self._page.place_of(high + shift - 1) + 1
                pieces.append((self._page.place_of(low + shift), end))
        return self._by_block(pieces)

    def in_text(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int] | None:
        """The code points of the text between two places (block number, code point) of the page."""
        first = self._page.index_at(self._place(start))
        last = self._page.index_at(self._place(end))
        found = [
            (max(first, match.page) + match.text - match.page,
             min(last, match.page + match.length) + match.text - match.page)
            for match in self._matches
            if max(first, match.page) < min(last, match.page + match.length)
        ]  # fmt: skip
        if not found:
            return None
        low, high = min(low for low, _ in found), max(high for _, high in found)
        return self._text.place_of(low), self._text.place_of(high - 1) + 1

    def _place(self, place: tuple[int, int]) -> int:
        """The code point among all the blocks, for one that may lie between two of them."""
        number, at = place
        if number in self._index:
            return self._starts[self._index[number]] + at
        later = [block.number for block in self._blocks if block.number > number]
        return self._starts[self._index[min(later)]] if later else self._page.size

    def _by_block(self, pieces: list[tuple[int, int]]) -> tuple[Stretch, ...]:
        """Pieces of the page, joined within each block."""
        spans: dict[int, tuple[int, int]] = {}
        for low, high in pieces:
            order = bisect_right(self._starts, low) - 1
            while order < len(self._blocks) and self._starts[order] < high:
                start = self._starts[order]
                size = len(self._blocks[order].text)
                span = max(0, low - start), min(size, high - start)
                known = spans.get(order, span)
                spans[order] = min(span[0], known[0]), max(span[1], known[1])
                order += 1
        return tuple(
            Stretch(self._blocks[order].number, low, high)
            for order, (low, high) in sorted(spans.items())
            if low < high
        )


class _Letters:
    """A text's letters alone, and where each of them stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.size = len(text)
        self.letters = _letters(text)
        self._counts = [0]
        for start in range(0, len(text), _STEP):
            self._counts.append(self._counts[-1] + len(_letters(text[start : start + _STEP])))

    def index_at(self, place: int) -> int:
        """How many letters stand before a place."""
        step = max(0, min(place, self.size)) // _STEP
        return self._counts[step] + len(_letters(self._text[step * _STEP : place]))

    def place_of(self, index: int) -> int:
        step = bisect_right(self._counts, index) - 1
        left = index - self._counts[step]
        for place in range(step * _STEP, min((step + 1) * _STEP, self.size)):
            if not _UNSEEN.match(self._text, place):
                if not left:
                    return place
                left -= 1
        return self.size


def _letters(text: str) -> str:
    letters = "".join(text.split())
    return letters if letters.isascii() else _UNSEEN.sub("", letters)


def _match(text: str, blocks: list[str]) -> list[_Match]:
    """What is the same in both, in order.

    Long blocks are sought first: what is short stands in many places, and is only looked for
    between its neighbours.
    """
    matches: list[_Match] = []
    between: list[tuple[int, str]] = []
    at = page = 0
    for block in blocks:
        found = text.find(block, at, at + _FAR) if len(block) >= _SURE else -1
        if found < 0:
            between.append((page, block))
        else:
            matches += _match_between(text[at:found], at, between)
            between = []
            matches.append(_Match(found, page, len(block)))
            at = found + len(block)
        page += len(block)
    return matches + _match_between(text[at:], at, between)


def _match_between(text: str, offset: int, blocks: list[tuple[int, str]]) -> list[_Match]:
    """Blocks that lie in a stretch of the text; `offset` is where that stretch begins."""
    matches: list[_Match] = []
    at = 0
    for page, block in blocks:
        found = text.find(block, at, at + len(block) + _SIGNS)
        if found < 0 and len(block) >= _RARE:
            found = text.find(block, at)
        parts = [_Match(found, page, len(block))] if found >= 0 else _alike(text, at, page, block)
        if block and parts:
            matches += [_Match(offset + part.text, part.page, part.length) for part in parts]
            at = parts[-1].text + parts[-1].length
    return matches


def _alike(text: str, at: int, page: int, block: str) -> list[_Match]:
    """The parts that a block has in common with the text from `at` on, if that is most of it."""
    near = text[at : at + 2 * len(block) + _STEP]
    if len(block) < _RARE or len(near) * len(block) > _MOST_COMPARED:
        return []
    same = SequenceMatcher(None, near, block, autojunk=False).get_matching_blocks()
    parts = [part for part in same if part.size > 2]
    if sum(part.size for part in parts) * 2 < len(block):
        return []
    return [_Match(at + part.a, page + part.b, part.size) for part in parts]
