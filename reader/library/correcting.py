"""Tell what a clipping does not show of its page, and correct it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.articles.corrections import Correction, Wish, corrected_blocks
from reader.articles.quote import Quote, find_quote
from reader.clipping import Additions, Clipping
from reader.errors import CannotOpenPage, ReaderError
from reader.library.marking import Edit
from reader.library.originals import page_of
from reader.store.blobs import Blobs

if TYPE_CHECKING:
    from reader.articles.blocks import Block
    from reader.articles.removed_block import RemovedBlock


def removed_blocks(
    clipping: Clipping, made: Article, recurring: Mapping[str, int], blobs: Blobs
) -> "tuple[RemovedBlock, ...]":
    """What of the page is not shown, in the page's order."""
    from reader.articles.blocks import blocks_of
    from reader.articles.left_out import left_out

    try:
        article, cleaned_away = left_out(page_of(blobs, clipping.original))
    except CannotOpenPage as error:
        raise ReaderError(
            f"What was left out of “{clipping.article.title}” cannot be told: {error}."
        ) from error
    body = blocks_of(made.html)
    shown = corrected_blocks(body, clipping.additions.corrections, recurring)
    there = {block.id for block in (*body, *shown)}
    found = [
        *_not_shown(body, {block.id for block in shown}, recurring),
        *(one for one in cleaned_away if one.block.id not in there),
        *_newly_found(blocks_of(article.html), there),
    ]
    places = {"": 0} | {block.id: at for at, block in enumerate(body, 1)}
    placed = [replace(one, place=places.get(one.after, len(body))) for one in found]
    return tuple(sorted(placed, key=lambda one: one.place))


def keep(blocks: Sequence[str], removed: "Sequence[RemovedBlock]", blobs: Blobs) -> Edit:
    """Show blocks that are left out."""
    from reader.articles.removed_block import Reason

    places = {one.block.id: at for at, one in enumerate(removed)}
    unknown = [block for block in blocks if block not in places]
    if unknown:
        raise ReaderError(f"No block “{unknown[0]}” is left out of this clipping.")
    by_reader = {one.block.id for one in removed if one.reason is Reason.READER}
    new = {}
    for block in blocks:
        one = removed[places[block]]
        # What stands in the body as it was made need not be brought along.
        is_made = one.reason in (Reason.RECURRING, Reason.READER)
        html = "" if is_made else _with_pictures(one, blobs)
        new[block] = Correction(block, Wish.KEEP, one.after, places[block], html)

    def edit(old: Additions) -> Additions:
        taken_back = {one.block for one in old.corrections if one.block in new} & by_reader
        others = [one for one in old.corrections if one.block not in new]
        added = [one for id_, one in new.items() if id_ not in taken_back]
        return _ordered(old, [*others, *added])

    return edit


def _with_pictures(one: "RemovedBlock", blobs: Blobs) -> str:
    """The markup of a block, whose saved pictures are kept and go by their digests."""
    html = one.block.html
    for address, content in one.contents:
        named = f'src="sha256:{blobs.keep_picture(content)}"'
        html = html.replace(f'src="{escape(address, quote=False)}"', named)
    return html


def drop(blocks: "Sequence[Block]", shown: "Sequence[Block]", made: Article) -> Edit:
    """Leave out blocks that are shown, but never all of them."""
    from reader.articles.blocks import named_blocks

    if len(blocks) >= len(shown):
        raise ReaderError(
            "Nothing of the story would be left. The clipping can be trashed instead."
        )
    in_body = dict(named_blocks(made.html))
    ids = [block.id for block in blocks]

    def edit(old: Additions) -> Additions:
        kept = [one for one in old.corrections if one.block not in ids]
        new = [Correction(id_, Wish.DROP, html=in_body[id_]) for id_ in ids if id_ in in_body]
        return _ordered(old, [*kept, *new])

    return edit


def shown_blocks(
    clipping: Clipping, made: Article, recurring: Mapping[str, int]
) -> "tuple[Block, ...]":
    from reader.articles.blocks import blocks_of

    return corrected_blocks(blocks_of(made.html), clipping.additions.corrections, recurring)


def chosen_blocks(
    shown: "Sequence[Block]", what: Sequence[str] | Quote, title: str
) -> "list[Block]":
    """The shown blocks of these ids, or those that a quote touches; ReaderError for none."""
    if isinstance(what, Quote):
        found = _blocks_at(shown, what)
        if not found:
            raise ReaderError(f"“{what.exact}” does not stand in “{title}”.")
        return found
    by_id = {block.id: block for block in shown}
    unknown = [id_ for id_ in what if id_ not in by_id]
    if unknown:
        raise ReaderError(f"“{title}” shows no block “{unknown[0]}”.")
    return [by_id[id_] for id_ in dict.fromkeys(what)]


def _blocks_at(shown: "Sequence[Block]", quote: Quote) -> "list[Block]":
    place = find_quote("\n\n".join(block.text for block in shown if block.text), quote)
    if place is None:
        return []
    found, start = [], 0
    for block in shown:
        end = start + len(block.text)
        if block.text and start < place[1] and place[0] < end:
            found.append(block)
        start = end + 2 if block.text else start
    return found


def _not_shown(
    body: "Sequence[Block]", shown: set[str], recurring: Mapping[str, int]
) -> "Iterator[RemovedBlock]":
    from reader.articles.removed_block import Reason, RemovedBlock

    after = ""
    for block in body:
        many = recurring.get(block.id, 0)
        if block.id not in shown:
            yield RemovedBlock(block, Reason.RECURRING if many else Reason.READER, after, many)
        after = block.id


def _newly_found(body: "Sequence[Block]", there: set[str]) -> "Iterator[RemovedBlock]":
    """What an older cleaner left out without a reason that is known today."""
    from reader.articles.removed_block import Reason, RemovedBlock

    after = ""
    for block in body:
        if block.id in there:
            after = block.id
        else:
            yield RemovedBlock(block, Reason.OTHER, after)


def _ordered(old: Additions, corrections: Sequence[Correction]) -> Additions:
    return replace(old, corrections=tuple(sorted(corrections, key=lambda one: one.block)))
