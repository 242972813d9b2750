"""Find the run of blocks that holds the story."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.articles.dump.block import Block, Kind
from reader.articles.dump.signs import Sign

# One very long paragraph must not outweigh a page.
_MOST = 90.0
_PROSE, _SHORT = 24, 9
# How much prose makes a story, so that what heads an end may end it.
_ENOUGH = 100.0
_LONGEST_BOX = 30
# How often over the second fragment in a row, and each after it, speaks against a story.
_ROW = 2
_FRAGMENT, _LONG_FRAGMENT = -2.0, -4.0
_TEASER, _LONG = 60, 80
# Two short paragraphs; and how far behind them the comments may begin.
_PARAGRAPHS, _CLOSE = 60.0, 6
# What a row of fragments may weigh at most, on a page as a whole and below its headline.
_BEARABLE, _BEARABLE_BELOW = 100.0, 60.0
_SHARE = 0.4
# How far inscriptis may set a story's own blocks in.
_SAME_COLUMN = 12

_WEIGHT: Mapping[Sign, float] = {
    Sign.BUTTON: -2.0,
    Sign.COMMENTS: -20.0,
    Sign.END_HEAD: -25.0,
    Sign.PAYWALL: -25.0,
    Sign.LEGAL: -25.0,
    Sign.PROMO: -4.0,
    Sign.DISCLAIMER: -10.0,
    Sign.CREDIT: -1.0,
    Sign.TOPICS: -20.0,
    Sign.WHEN: -40.0,
    Sign.AGAIN: -3.0,
    Sign.BYLINE: -3.0,
}
_ENDS = (Sign.END_HEAD, Sign.PAYWALL, Sign.LEGAL, Sign.TOPICS, Sign.COMMENTS)
_SURE_ENDS = (Sign.COMMENTS, Sign.PAYWALL)
_BETWEEN = (Sign.CREDIT, Sign.BUTTON, Sign.AGAIN, Sign.PROMO)


@dataclass(frozen=True)
class Run:
    """The blocks from `start` up to but not including `end`, without the `boxes` in it."""

    start: int
    end: int
    weight: float = 0.0
    boxes: frozenset[int] = frozenset()


def weigh(blocks: Sequence[Block], signs: Sequence[Sign]) -> list[float]:
    """How much each block speaks for a story: above nought for, below against."""
    seen = Counter(block.plain for block in blocks if block.words < _PROSE)
    weights: list[float] = []
    for number, (block, sign) in enumerate(zip(blocks, signs, strict=True)):
        introduced = number > 0 and blocks[number - 1].text.endswith((":", "："))
        weight = _WEIGHT.get(sign) or _weight(block, introduced, repeated=seen[block.plain] > 1)
        weights.append(weight)
    return _capped(_among_their_like(blocks, signs, weights), _BEARABLE)


def _among_their_like(
    blocks: Sequence[Block], signs: Sequence[Sign], weights: Sequence[float]
) -> list[float]:
    """A heading stands alone, and so does a teaser's text; fragments upon fragments are a menu."""
    found = list(weights)
    shorts = 0
    for number, block in enumerate(blocks):
        if signs[number] is Sign.NONE:
            is_fragment = weights[number] < 0 and block.kind is Kind.TEXT
            shorts = shorts + 1 if is_fragment else 0
            found[number] *= min(_ROW, max(1, shorts)) if is_fragment else 1
        around = (*weights[max(0, number - 1) : number], *weights[number + 1 : number + 2])
        if _PROSE <= block.words < _TEASER and weights[number] > 0 and max(around, default=0) < 0:
            found[number] *= 0.6
    return found


def _capped(weights: Sequence[float], bearable: float) -> list[float]:
    """The weights anew, with no more said against a row of fragments than a story can bear."""
    found: list[float] = []
    row = 0.0
    for weight in weights:
        row = row + weight if weight < 0 else 0.0
        found.append(weight if row > -bearable or weight >= 0 else min(0.0, max(weight, -0.5)))
    return found


def _weight(block: Block, introduced: bool, *, repeated: bool) -> float:
    if repeated and not (block.is_sentence and block.words >= _SHORT):
        return -4.0
    if block.kind is Kind.PICTURE:
        return -1.0
    if block.words >= _PROSE:
        return min(_MOST, block.words) * (1.0 if block.is_sentence or _is_long(block) else 0.5)
    if block.is_sentence and block.words >= _SHORT:
        return block.words * 0.8
    if block.kind in (Kind.ITEM, Kind.TABLE):
        return 0.0 if introduced else -1.5
    if block.is_sentence:
        return block.words * 0.4 - 1.0
    return _FRAGMENT if block.words < _SHORT else _LONG_FRAGMENT


def _is_long(block: Block) -> bool:
    """Whether a block is a paragraph, for all that its last sentence has no end."""
    return block.words > _TEASER and block.text.count(". ") + block.text.count("。") > 1


def find_run(blocks: Sequence[Block], signs: Sequence[Sign], weights: Sequence[float]) -> Run:
    """The heaviest run of blocks, cut where the story is over."""
    best = Run(0, 0)
    first = 0
    while first < len(blocks):
        run, first = _run_to_end(blocks, signs, weights, first)
        if run.weight > best.weight:
            best = run
        if run == best and _is_closed(signs, run, first):
            break
    return best


def _is_closed(signs: Sequence[Sign], run: Run, behind: int) -> bool:
    """Whether readers' comments follow a run closely; then no heavier one is the story."""
    if run.weight < _PARAGRAPHS or signs[behind - 1] is not Sign.COMMENTS:
        return False
    return behind - run.end <= _CLOSE


def run_below(
    blocks: Sequence[Block],
    signs: Sequence[Sign],
    weights: Sequence[float],
    headline: int,
    run: Run,
) -> Run:
    """The run that a headline heads, unless it leaves most of the heaviest run out."""
    bearable = _capped(weights, _BEARABLE_BELOW)
    first, best = headline + 1, Run(headline + 1, headline + 1)
    while first < len(blocks) and best.weight < _ENOUGH:
        found, first = _run_to_end(blocks, signs, bearable, first)
        if found.weight > best.weight:
            best = found
        if found == best and _is_closed(signs, found, first):
            break
    return best if best.weight >= _SHARE * run.weight else run


def _run_to_end(
    blocks: Sequence[Block], signs: Sequence[Sign], weights: Sequence[float], first: int
) -> tuple[Run, int]:
    """The heaviest run from `first` up to where a story is over, and the place behind that."""
    best = Run(first, first)
    start, total, said = first, 0.0, 0.0
    boxes: set[int] = set()
    number = first
    while number < len(blocks):
        if total <= 0:
            start, total = number, 0.0
        past = number + 1
        if signs[number] in _ENDS:
            past = _behind_box(blocks, signs, number)
            needed = _ENOUGH / 2 if signs[number] in _SURE_ENDS else _ENOUGH
            if said >= needed and not past:
                return replace(best, boxes=frozenset(boxes)), number + 1
            boxes.update(range(number, past))
        total += weights[number]
        said += max(0.0, weights[number])
        if total > best.weight:
            best = Run(start, number + 1, total)
        number = max(past, number + 1)
    return replace(best, boxes=frozenset(boxes)), len(blocks)


def _behind_box(blocks: Sequence[Block], signs: Sequence[Sign], number: int) -> int:
    """Where the story goes on behind a box that this block heads; 0 if it does not.

    Paragraph upon paragraph is a story; in a box of teasers each stands under its own title.
    """
    last = min(len(blocks), number + 1 + _LONGEST_BOX)
    for place in range(number, last):
        if signs[place] is Sign.COMMENTS:
            return 0
        # What a page says of its prices may be several sentences long.
        if signs[number] is Sign.PAYWALL and blocks[place].words < _PROSE:
            continue
        if not blocks[place].gap or not _is_prose(blocks[place], signs[place]):
            continue
        if blocks[place].words > _LONG:
            return place
        following = place + 1
        while following < len(blocks) and signs[following] in _BETWEEN:
            following += 1
        if following < len(blocks) and _is_prose(blocks[following], signs[following]):
            return place
    return 0


def _is_prose(block: Block, sign: Sign) -> bool:
    return (
        sign is Sign.NONE
        and block.kind in (Kind.TEXT, Kind.QUOTE)
        and block.words >= _SHORT
        and block.is_sentence
    )


def in_column(blocks: Sequence[Block], weights: Sequence[float], run: Run) -> list[float]:
    """The weights anew, with what stands in another column than the run's prose against it."""
    columns: Counter[int] = Counter()
    for number in range(run.start, run.end):
        if weights[number] > 0:
            columns[blocks[number].indent] += int(weights[number]) + 1
    if not columns:
        return list(weights)
    own = columns.most_common(1)[0][0]
    return [
        weight if abs(block.indent - own) <= _SAME_COLUMN else min(weight, -2.0)
        for block, weight in zip(blocks, weights, strict=True)
    ]
