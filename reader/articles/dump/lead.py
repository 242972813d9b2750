"""Part headline, standfirst and the lines about the story from the story."""

from collections.abc import Sequence

from reader.articles.dump.block import Block, Kind
from reader.articles.dump.signs import Sign
from reader.articles.dump.story import Run
from reader.articles.dump.tidy import Lead

_FAR, _NEAR = 14, 6
_SHORTEST, _LONGEST, _PARAGRAPH = 6, 70, 12
_ABOUT = (Sign.BYLINE, Sign.WHEN)
_SKIPPED = (Sign.BUTTON, Sign.PROMO, Sign.CREDIT, Sign.AGAIN, Sign.BYLINE, Sign.WHEN, Sign.END_HEAD)


def find_lead(
    blocks: Sequence[Block], signs: Sequence[Sign], run: Run, headline: int | None
) -> Lead:
    """Where the standfirst is, if there is one, and where the story itself begins."""
    if headline is None:
        return Lead(None, None, run.start)
    standfirst = _find_standfirst(blocks, signs, run, headline)
    start = max(run.start, headline + 1)
    if standfirst is not None:
        start = max(start, standfirst + 1)
    start = max(start, _behind_about(blocks, signs, start, run))
    if start - 1 not in (headline, standfirst) and _is_heading(blocks[start - 1], signs[start - 1]):
        start -= 1
    return Lead(headline, standfirst, start)


def _find_standfirst(
    blocks: Sequence[Block], signs: Sequence[Sign], run: Run, headline: int
) -> int | None:
    for number in range(headline + 1, min(headline + 1 + _NEAR, run.end)):
        block = blocks[number]
        if signs[number] in _SKIPPED or block.plain == blocks[headline].plain:
            continue
        if (
            block.kind not in (Kind.TEXT, Kind.HEADING, Kind.QUOTE)
            or signs[number] is not Sign.NONE
        ):
            return None
        if block.words < _SHORTEST:
            continue
        return number if _is_standfirst(blocks, signs, number) else None
    return None


def _is_standfirst(blocks: Sequence[Block], signs: Sequence[Sign], number: int) -> bool:
    """A standfirst stands apart: the byline comes between, or it is no full sentence."""
    block = blocks[number]
    if block.words > _LONGEST:
        return False
    for below in range(number + 1, min(number + 1 + _NEAR, len(blocks))):
        if signs[below] in _ABOUT:
            return True
        if signs[below] is Sign.NONE and blocks[below].words >= 20:
            break
    return not block.is_sentence and block.words >= 8


def _behind_about(blocks: Sequence[Block], signs: Sequence[Sign], start: int, run: Run) -> int:
    """Past the last line about the story that stands before its first paragraphs."""
    behind = start
    for number in range(start, min(start + _FAR, run.end)):
        if signs[number] in _ABOUT:
            behind = number + 1
        elif signs[number] is Sign.NONE and _is_paragraph(blocks[number]):
            break
    return behind


def _is_heading(block: Block, sign: Sign) -> bool:
    return block.kind is Kind.HEADING and sign is Sign.NONE


def _is_paragraph(block: Block) -> bool:
    return block.words >= _PARAGRAPH and block.is_sentence
