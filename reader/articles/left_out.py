"""Tell what cleaning leaves out of a page."""

from collections.abc import Iterable
from copy import deepcopy
from html import escape

import lxml.html
from lxml.etree import _Element as Element

from reader.articles.article import Article, Picture
from reader.articles.blocks import Block, blocks_of, spoken_words
from reader.articles.dump.left_out import left_out_of_dump
from reader.articles.extract import clean_html, extract
from reader.articles.measure import text_of
from reader.articles.pictures import settle_pictures
from reader.articles.removed import Removed
from reader.articles.removed_block import Reason, RemovedBlock
from reader.articles.removed_places import Places, beside_story, standing
from reader.articles.safe_html import safe_html_of
from reader.pages.saved_page import Kind, SavedPage

MOST_BLOCKS = 1_000
LONGEST_BLOCK = 100_000  # characters of markup
_LARGE = 200  # pixels


def left_out(page: SavedPage) -> tuple[Article, tuple[RemovedBlock, ...]]:
    """The article of a page, and what of the page's words is not in it, in the page's order."""
    if page.kind is Kind.TEXT:
        article = extract(page)
        return article, _bounded(article, left_out_of_dump(page, article))
    cleaned = clean_html(page)
    article = cleaned.article
    address = article.address or page.address
    beside = [Removed(one, Reason.BESIDE) for one in beside_story(cleaned.story)]
    # Now, while none of them holds another one.
    taken = {one.element: _taken(one.element, page, address) for one in cleaned.removed}
    taken |= {one.element: _taken(deepcopy(one.element), page, address) for one in beside}
    places = Places(blocks_of(article.html))
    found = (
        RemovedBlock(
            block, _reason(one.reason), places.after(letters), contents=_contents(block, pictures)
        )
        for one, letters in standing(cleaned.story, cleaned.removed, beside)
        for html, pictures in [taken[one.element]]
        for block in blocks_of(html)
        if block.text or any(_is_large(picture, block) for picture in pictures)
    )
    return article, _bounded(article, found)


def _bounded(article: Article, found: Iterable[RemovedBlock]) -> tuple[RemovedBlock, ...]:
    """Without what the clipping says at any rate, what says nothing, and what is without end."""
    seen = {block.id for block in blocks_of(article.html)}
    heads = {spoken_words(one) for one in (article.title, article.standfirst, article.byline)}
    kept: list[RemovedBlock] = []
    for one in found:
        words = spoken_words(one.block.text)
        is_said = one.block.id in seen or (words in heads and bool(words))
        if is_said or len(one.block.html) > LONGEST_BLOCK:
            continue
        seen.add(one.block.id)
        kept.append(one)
        if len(kept) == MOST_BLOCKS:
            break
    return tuple(kept)


def _taken(element: Element, page: SavedPage, address: str) -> tuple[str, tuple[Picture, ...]]:
    """The safe markup of what was taken out, and its pictures."""
    has_pictures = next(element.iter("img"), None) is not None
    if not has_pictures and not text_of(element):
        return "", ()
    holder = lxml.html.Element("div")
    holder.append(element)
    element.tail = None
    pictures = settle_pictures(holder, page, address, "") if has_pictures else ()
    shown = frozenset(one.address for one in pictures)
    return safe_html_of(holder, shown, address), pictures


def _contents(block: Block, pictures: Iterable[Picture]) -> tuple[tuple[str, bytes], ...]:
    return tuple(
        (one.address, one.content) for one in pictures if one.content and _shows(block, one)
    )


def _is_large(picture: Picture, block: Block) -> bool:
    """Whether a picture says something without words; a small one stands beside a link."""
    return min(picture.width, picture.height) >= _LARGE and _shows(block, picture)


def _shows(block: Block, picture: Picture) -> bool:
    return f'src="{escape(picture.address, quote=False)}"' in block.html


def _reason(said: str) -> Reason:
    return Reason(said) if said in set(Reason) else Reason.OTHER
