"""Tell what cleaning leaves out of a page."""

from collections.abc import Iterable

import lxml.etree

from reader.articles.article import Article
from reader.articles.blocks import blocks_of, spoken_words
from reader.articles.dump.left_out import left_out_of_dump
from reader.articles.extract import clean_html, extract
from reader.articles.measure import text_of
from reader.articles.removed import Removed
from reader.articles.removed_block import Reason, RemovedBlock
from reader.articles.removed_places import Places, standing
from reader.articles.safe_html import safe_html
from reader.pages.saved_page import Kind, SavedPage

MOST_BLOCKS = 300
LONGEST_BLOCK = 20_000  # characters of markup


def left_out(page: SavedPage) -> tuple[Article, tuple[RemovedBlock, ...]]:
    """The article of a page, and what of the page's words is not in it, in the page's order."""
    if page.kind is Kind.TEXT:
        article = extract(page)
        return article, _bounded(article, left_out_of_dump(page, article))
    cleaned = clean_html(page)
    article = cleaned.article
    address = article.address or page.address
    # Now, while none of them holds another one.
    markups = {one.element: _markup(one) for one in cleaned.removed}
    places = Places(blocks_of(article.html))
    found = (
        RemovedBlock(block, _reason(one.reason), places.after(letters))
        for one, letters in standing(cleaned.story, cleaned.removed)
        if markups[one.element]
        for block in blocks_of(safe_html(markups[one.element], frozenset(), address))
    )
    return article, _bounded(article, found)


def _bounded(article: Article, found: Iterable[RemovedBlock]) -> tuple[RemovedBlock, ...]:
    """Without what the clipping says at any rate, what says nothing, and what is without end."""
    seen = {block.id for block in blocks_of(article.html)}
    heads = {spoken_words(one) for one in (article.title, article.standfirst, article.byline, "")}
    kept: list[RemovedBlock] = []
    for one in found:
        is_said = one.block.id in seen or spoken_words(one.block.text) in heads
        if is_said or len(one.block.html) > LONGEST_BLOCK:
            continue
        seen.add(one.block.id)
        kept.append(one)
        if len(kept) == MOST_BLOCKS:
            break
    return tuple(kept)


def _markup(removed: Removed) -> str:
    if not text_of(removed.element):
        return ""
    return lxml.etree.tostring(removed.element, encoding="unicode", method="html", with_tail=False)


def _reason(said: str) -> Reason:
    return Reason(said) if said in set(Reason) else Reason.OTHER
