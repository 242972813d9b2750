"""Tell the dump of a page from any other text."""

from collections import Counter
from collections.abc import Sequence

from reader.articles.dates import find_dates
from reader.articles.dump.block import Block
from reader.articles.dump.blocks import Page
from reader.articles.dump.signs import Sign
from reader.articles.dump.window_title import window_title

_ENOUGH = 4.0
_A_MENU, _LONG_MENU = 5, 15
_TOP = 9
_FOOT = 3  # the law is the last word of a page
_WORTH = {
    Sign.LEGAL: 2.0,
    Sign.END_HEAD: 1.0,
    Sign.COMMENTS: 1.0,
    Sign.PROMO: 1.0,
    Sign.TOPICS: 1.0,
    Sign.BYLINE: 1.0,
    Sign.WHEN: 1.0,
    Sign.CREDIT: 1.0,
    Sign.DISCLAIMER: 2.0,
}


def is_page_dump(page: Page, signs: Sequence[Sign]) -> bool:
    """Whether enough of a page's furniture stands about; a plain text has next to none."""
    found = frozenset(signs)
    worth = sum(_WORTH.get(sign, 0.0) for sign in found)
    buttons = {
        block.plain
        for block, sign in zip(page.blocks, signs, strict=True)
        if sign is Sign.BUTTON and any(letter.isalpha() for letter in block.plain)
    }
    worth += 1.5 if len(buttons) > 2 else 0.0
    worth += 2.0 if {Sign.BYLINE, Sign.WHEN} & set(signs[1:_TOP]) else 0.0
    worth += 1.0 if Sign.WHEN not in found and _is_dated_byline(page.blocks, signs) else 0.0
    worth += 1.0 if Sign.LEGAL in signs[-_FOOT:] else 0.0
    worth += 3.0 if page.addresses else 0.0
    worth += 1.0 if len(window_title(page.blocks).parts) > 1 else 0.0
    worth += _menus(page.blocks)
    return worth >= _ENOUGH


def _is_dated_byline(blocks: Sequence[Block], signs: Sequence[Sign]) -> bool:
    """Whether one line near the top says both who wrote it and when."""
    lines = (blocks[at].text for at in range(1, min(_TOP, len(blocks))) if signs[at] is Sign.BYLINE)
    return any(find_dates(line) for line in lines)


def _menus(blocks: Sequence[Block]) -> float:
    """What the short lines tell that stand twice, or in a long row before any sentence."""
    short = Counter(block.plain for block in blocks if block.words <= _A_MENU)
    twice = sum(1 for plain, count in short.items() if count > 1 and len(plain) > 1)
    row = longest = 0
    for block in blocks:
        row = row + 1 if block.words <= _A_MENU and not block.is_sentence else 0
        longest = max(longest, row)
    return (1.5 if twice >= _A_MENU else 0.0) + (1.0 if longest >= _LONG_MENU else 0.0)
