"""Keep of a run of blocks what the story says, and its pictures' captions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.articles.dump.block import Block, Kind
from reader.articles.dump.signs import Sign
from reader.articles.dump.story import Run

_LONGEST_HEADING = 16
_BARE_CREDIT = 9
_FEWEST_CAPTION_WORDS = 4
_MENU, _LINE = 5, 40
_NAME, _LIFE = 4, 90
# Behind words in quotation marks stands who said them.
_QUOTE_ENDS = ("”", '"', "»", "“", "」", "’")
_CAPTION_LABEL = re.compile(r"(?i)^(?:media|image|video) caption[,:]?\s+(?=\S)")
_DESCRIPTION = re.compile(r"^(?:\[[^\[\]]{0,120}\]\s?){0,2}\[[^\[\]]{0,120}\](?=[^\W\d_])")


@dataclass(frozen=True)
class Lead:
    """What stands between the headline and the story: where it is, and what of it is known."""

    headline: int | None
    standfirst: int | None
    start: int


def kept_blocks(
    blocks: Sequence[Block], signs: Sequence[Sign], run: Run, lead: Lead
) -> tuple[Block, ...]:
    """The story's blocks; captions come as pictures, short lines of their own as headings."""
    own = [] if lead.headline is None else [blocks[lead.headline].plain]
    if lead.standfirst is not None:
        own.append(blocks[lead.standfirst].plain)
    elsewhere = Counter(block.plain for block in (*blocks[: run.start], *blocks[run.end :]))
    within = Counter(block.plain for block in blocks[run.start : run.end])
    chosen = [
        blocks[number]
        for number in range(lead.start, run.end)
        if number not in run.boxes
        and signs[number] in (Sign.NONE, Sign.CREDIT)
        and not (
            _is_fragment(blocks[number])
            and (elsewhere[blocks[number].plain] > 1 or within[blocks[number].plain] > 2)
        )
    ]
    said = [_with_kind(block, signs[block.place]) for block in chosen if block.plain not in own]
    return tuple(_without_author(_shaped(_without_menus(_with_lists(list(_with_captions(said)))))))


def captions_above(blocks: Sequence[Block], signs: Sequence[Sign], lead: Lead) -> tuple[Block, ...]:
    """The captions that stand between the headline and the story."""
    first = 0 if lead.headline is None else lead.headline + 1
    found = [
        replace(blocks[number], kind=Kind.PICTURE)
        for number in range(max(first, lead.start - 30), lead.start)
        if signs[number] is Sign.CREDIT and blocks[number].words <= 60
    ]
    return tuple(found)


def _with_kind(block: Block, sign: Sign) -> Block:
    if sign is Sign.CREDIT:
        return replace(block, kind=Kind.PICTURE)
    if block.kind is Kind.TEXT and (described := _DESCRIPTION.match(block.text)):
        # html2text sets a picture's description right before its caption.
        return replace(block, kind=Kind.PICTURE, text=block.text[described.end() :])
    return block


def _with_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """A bare credit belongs to the line above it; a description says less than its caption."""
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and _is_caption_of(following, block):
            continue
        if following is not None and _is_description_of(following, block):
            continue
        before = blocks[number - 1] if number else None
        if before is not None and _is_caption_of(block, before):
            text = f"{before.text} {_CAPTION_LABEL.sub('', block.text)}"
            yield replace(block, text=text, words=before.words + block.words)
        elif block.kind is not Kind.PICTURE:
            yield block
        elif block.words >= _FEWEST_CAPTION_WORDS:
            yield replace(block, text=_CAPTION_LABEL.sub("", block.text))


def _is_description_of(caption: Block, line: Block) -> bool:
    """Whether a line is what a text browser shows in a picture's place, above its caption."""
    beside = caption.kind is Kind.PICTURE and caption.place == line.place + 1 and not caption.gap
    return beside and line.words <= 20 and caption.plain.startswith(line.plain)


def _is_caption_of(credit: Block, line: Block) -> bool:
    return (
        credit.kind is Kind.PICTURE
        and credit.words <= _BARE_CREDIT
        and credit.place == line.place + 1
        and not credit.gap
        and line.kind is Kind.TEXT
        and line.words <= 45
    )


def _with_lists(blocks: Sequence[Block]) -> list[Block]:
    """A browser's text shows no bullets; lines set close behind a colon are a list."""
    found = list(blocks)
    for number in range(1, len(found) - 1):
        before, block = found[number - 1], found[number]
        opens = before.text.endswith((":", "：")) and before.kind is Kind.TEXT
        close = block.gap and not found[number + 1].gap
        goes_on = before.kind is Kind.ITEM and block.place == before.place + 1 and not block.gap
        if (goes_on or (opens and close)) and block.kind is Kind.TEXT and block.words <= _LINE:
            found[number] = replace(block, kind=Kind.ITEM)
    return found


def _without_menus(blocks: Sequence[Block]) -> list[Block]:
    """Without fragment upon fragment, which no story has."""
    kept: list[Block] = []
    fragments: list[Block] = []
    for block in blocks:
        if _is_fragment(block):
            fragments.append(block)
            continue
        if len(fragments) < _MENU:
            kept.extend(fragments)
        fragments = []
        kept.append(block)
    return kept


def _without_author(shaped: Iterable[Block]) -> list[Block]:
    """Without what stands behind the story about who wrote it, under a name of its own."""
    kept = list(shaped)
    while len(kept) > _MENU:
        name, told = kept[-2], kept[-1]
        is_name = name.words <= _NAME and not name.is_sentence and name.kind is not Kind.PICTURE
        if not (is_name and told.words <= _LIFE and told.plain.startswith(name.plain)):
            break
        del kept[-2:]
    return kept


def _is_fragment(block: Block) -> bool:
    return block.kind is Kind.TEXT and block.words < 24 and not block.is_sentence


def _shaped(blocks: Sequence[Block]) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        quoted = number > 0 and blocks[number - 1].text.endswith(_QUOTE_ENDS)
        if not quoted and _is_heading(block, following):
            yield replace(block, kind=Kind.HEADING)
        elif block.kind is not Kind.HEADING or following is not None:
            yield replace(block, kind=Kind.TEXT) if _is_prose_set_in(block) else block


def _is_heading(block: Block, following: Block | None) -> bool:
    if following is None or following.kind is Kind.PICTURE or not block.gap:
        return False
    may_be = _is_fragment(block) or (block.kind is Kind.TEXT and block.text.endswith(("?", "？")))
    return may_be and block.words <= _LONGEST_HEADING and following.words > block.words


def _is_prose_set_in(block: Block) -> bool:
    return block.kind is Kind.TABLE and block.words > 30
