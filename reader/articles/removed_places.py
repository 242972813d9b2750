"""Find where in the story each block stood that cleaning took out."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.blocks import Block, spoken_words
from reader.articles.removed import Removed, put_back


def beside_story(story: Element) -> list[Element]:
    """What stands in the page around the element of the story, which nobody took out."""
    path = [story, *story.iterancestors()]
    return [
        sibling
        for inner, holder in pairwise(path)
        if holder.tag != "html"
        for sibling in holder
        if sibling is not inner
    ]


def standing(
    story: Element, removed: Sequence[Removed], beside: Sequence[Removed] = ()
) -> Iterator[tuple[Removed, int | None]]:
    """What was removed, in the page's order, each with the letters of the story before it.

    None is behind the story. Everything is put back into the tree for it; what stands `beside`
    the story is there still.
    """
    lost = [one for one in reversed(removed) if not put_back(one)]
    waiting = {one.element: one for one in (*removed, *beside)}
    walk = _Walk(story)
    for event, element in lxml.etree.iterwalk(story.getroottree(), events=("start", "end")):
        one = waiting.get(element)
        if event == "start" and one is not None:
            yield one, walk.place
        walk.pass_by(event, element, one is not None)
    yield from ((one, None) for one in reversed(lost))


class _Walk:
    """Counts the letters of the story that have been passed."""

    def __init__(self, story: Element) -> None:
        self._story = story
        self._is_inside = False
        self._removed_depth = 0
        self.place: int | None = 0

    def pass_by(self, event: str, element: Element, is_removed: bool) -> None:
        if event == "start":
            self._is_inside = self._is_inside or element is self._story
            self._removed_depth += is_removed
            self._count(element.text)
            return
        self._removed_depth -= is_removed
        if element is self._story:
            self._is_inside, self.place = False, None
        self._count(element.tail)

    def _count(self, text: str | None) -> None:
        if text and self._is_inside and not self._removed_depth and self.place is not None:
            self.place += letters_in(text)


class Places:
    """Which block of a body ends where, counted in letters."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        sizes = (letters_in(block.html) for block in blocks)
        self._ends = list(accumulate(sizes))

    def after(self, letters: int | None) -> str:
        """The id of the block that ends nearest to so many letters; "" is the start of all."""
        if not self._blocks or letters == 0:
            return ""
        if letters is None:
            return self._blocks[-1].id
        distance, at = min((abs(end - letters), at) for at, end in enumerate(self._ends))
        return "" if letters < distance else self._blocks[at].id


def letters_in(text: str) -> int:
    """The letters and numbers of a text, by which a place in it is the same in any markup."""
    return sum(map(len, spoken_words(text).split()))
