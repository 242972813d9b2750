"""Tell which lines of a dump are not in its article, and why."""

from collections.abc import Iterator

from reader.articles.article import Article
from reader.articles.blocks import blocks_of, spoken_words
from reader.articles.dump.blocks import read_page
from reader.articles.dump.body_html import body_html
from reader.articles.dump.mended import mended
from reader.articles.dump.signs import Sign, signs_of
from reader.articles.removed_block import Reason, RemovedBlock
from reader.articles.removed_places import Places
from reader.pages.saved_page import SavedPage

_REASONS = {
    Sign.BUTTON: Reason.BUTTON,
    Sign.COMMENTS: Reason.COMMENTS,
    Sign.END_HEAD: Reason.FURTHER_STORIES,
    Sign.LEGAL: Reason.ABOUT_THE_PAGE,
    Sign.PAYWALL: Reason.SUBSCRIPTION,
    Sign.PROMO: Reason.ADVERTISING,
    Sign.DISCLAIMER: Reason.ABOUT_THE_PAGE,
    Sign.CREDIT: Reason.CAPTION,
    Sign.TOPICS: Reason.TOPICS,
    Sign.WHEN: Reason.DATE,
    Sign.BYLINE: Reason.BYLINE,
    Sign.AGAIN: Reason.SAID_TWICE,
}
# A shorter line is the story's own only where the story goes on with it: menus use its words too.
_LONG_ENOUGH_TO_KNOW = 40


def left_out_of_dump(page: SavedPage, article: Article) -> Iterator[RemovedBlock]:
    """The lines that the article does not say, in the page's order."""
    lines = read_page(mended(page.markup)).blocks
    body = blocks_of(article.html)
    places = Places(body)
    told = _letters(" ".join(block.html for block in body))
    at = 0
    for line, sign in zip(lines, signs_of(lines), strict=True):
        said = _letters(line.text)
        found = told.find(said)
        if found >= 0 and (len(said) >= _LONG_ENOUGH_TO_KNOW or told.startswith(said, at)):
            at = max(at, found + len(said))
            continue
        reason = _REASONS.get(sign) or _by_place(at, len(told))
        after = places.after(at if at < len(told) else None)
        for block in blocks_of(body_html((line,))):
            yield RemovedBlock(block, reason, after)


def _by_place(at: int, end: int) -> Reason:
    if not at:
        return Reason.ABOVE
    return Reason.AFTER if at >= end else Reason.BESIDE


def _letters(markup: str) -> str:
    return "".join(spoken_words(markup).split())
