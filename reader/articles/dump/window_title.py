"""Tell the title of the browser's window among the first words of a dump."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.dump import words
from reader.articles.dump.block import Block, Kind, count_words, plain_form

# What sets the site's name off the headline in a window's title.
_PARTS = re.compile(
    r"\s+[|–—»·:/•-]+\s+|\s*[|｜]\s*|\s+::\s+|_(?=[^_]{1,12}$)|(?<=\w)_(?=[^\x00-\x7f])"
)
_MOST_WORDS, _FEWEST_WORDS = 32, 2


@dataclass(frozen=True)
class WindowTitle:
    """The page's own title line, as a browser writes it first: all of it, and its parts.

    It is certain when a site's name is set off from it or the page says it again.
    """

    whole: str = ""
    parts: tuple[str, ...] = ()
    certain: bool = False


def window_title(blocks: Sequence[Block]) -> WindowTitle:
    """The first line, if the rest of the page bears out that it is the page's title."""
    if (
        not blocks
        or blocks[0].kind not in (Kind.TEXT, Kind.TABLE)
        or blocks[0].words > 2 * _MOST_WORDS
    ):
        return WindowTitle()
    whole = blocks[0].text
    parts = tuple(part for part in _PARTS.split(whole) if part) or (whole,)
    if len(parts) > 2 and leads_home(parts[0]):
        return WindowTitle()
    later = {block.plain for block in blocks[1:]}
    if plain_form(whole) in later and blocks[0].words > _FEWEST_WORDS:
        return WindowTitle(whole, (whole,), certain=True)
    known = any(plain_form(part) in later for part in parts)
    says_much = max(count_words(plain_form(part)) for part in parts) > _FEWEST_WORDS
    if len(parts) > 1 and says_much and (known or blocks[0].words >= 6):
        return WindowTitle(whole, parts, certain=True)
    return WindowTitle(whole, (whole,)) if _is_title_like(blocks[0]) else WindowTitle()


def leads_home(crumb: str) -> bool:
    """Whether a line's first part is the first page of a path, not a headline."""
    return plain_form(crumb).split()[-1:] != [] and plain_form(crumb).split()[-1] in words.HOME


def is_menu_like(block: Block) -> bool:
    """Whether a line may be a whole menu, which some browsers write on one line."""
    return block.plain.partition(" ")[0] in words.HOME


def _is_title_like(block: Block) -> bool:
    is_title = 5 <= block.words <= _MOST_WORDS and not block.text.endswith((".", "。", ":"))
    return is_title and not is_menu_like(block)
