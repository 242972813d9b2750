"""Find the headline of a dumped page."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from reader.articles.dump.block import Block, Kind, count_words, plain_form
from reader.articles.dump.signs import Sign
from reader.articles.dump.story import Run
from reader.articles.dump.window_title import is_menu_like, leads_home, window_title

_CRUMBS = re.compile(r"\s+[/>›»❯→]\s+|\s*[›»❯]\s*")
_MOST_WORDS, _FEWEST_WORDS, _FEWEST_OF_A_HEADLINE = 32, 2, 4
_FAR_BACK, _FAR_IN = 60, 200
_LEAST = 2.0
_CODE = re.compile(r"[{}<>=;]|//|\w\(|\\")
_SURE, _UNSURE = 5.0, 3.0
_WHOLE, _DOUBLED, _BELOW = 1.5, 1.0, 1.0
_MENU = -2.0
_SIGNS = {Sign.NONE: 0.0, Sign.PROMO: -2.0, Sign.END_HEAD: -4.0, Sign.AGAIN: 0.0}


def find_headline(
    blocks: Sequence[Block], signs: Sequence[Sign], run: Run, address: str
) -> int | None:
    """The place of the block that is the headline of the run.

    It may lie within the run, for a cookie text or teasers before it can be taken for story.
    """
    window = window_title(blocks)
    slug = _words(_slug(address))
    title = _words(max(window.parts, key=count_words, default=""))
    within = {block.plain for block in blocks[run.start + 1 : run.end]}
    seen = Counter(block.plain for block in blocks)
    hinted = {plain_form(part) for part in (window.whole, *window.parts)}
    hinted |= _path_ends(blocks[: run.start])
    best, most = None, _LEAST
    # A window's title that stands nowhere else may be the headline itself.
    first = 1 if len(window.parts) > 1 or seen[plain_form(window.whole)] > 1 else 0
    for number in range(first, min(run.end, run.start + _FAR_IN)):
        if number < run.start - _FAR_BACK and not _stands_over_byline(signs, number):
            continue
        block = blocks[number]
        if signs[number] not in _SIGNS or not _may_be_headline(block):
            continue
        score = _SIGNS[signs[number]] + _shape(block, repeated=seen[block.plain] > 1)
        score += _setting(signs, number) + _distance(number, run)
        # A table of contents names what stands as a heading within the story.
        score -= 2.0 if number < run.start and block.plain in within else 0.0
        if score + 9.0 < most:
            continue
        score += _meaning(block, _said(blocks[number + 1 : number + 30]))
        score += _likeness(block, slug, _SURE)
        score += _WHOLE if len(slug) > _FEWEST_WORDS and slug <= _words(block.text) else 0.0
        score += _DOUBLED if _stands_twice(blocks, number) else 0.0
        # The window's title cannot bear itself out.
        score += _likeness(block, title, _SURE if window.certain else _UNSURE) if number else 0.0
        # What shares no word with a certain title is no headline unless it stands like one.
        score -= 2.0 if window.certain and not _words(block.text) & (title | slug) else 0.0
        score += 3.0 if number and block.plain in hinted else 0.0
        # Right below a headline stands what it says more fully.
        is_below = best is not None and number == best + 1 and _may_stand_alone(blocks[best])
        if score >= most + (_BELOW if is_below else 0.0):
            best, most = number, score
    return None if best is None else _last_copy(blocks, best, run.start)


def _last_copy(blocks: Sequence[Block], number: int, start: int) -> int:
    """The headline may stand again right above its story; what lies between is none of it."""
    plain = blocks[number].plain
    copies = [place for place in range(number, start) if blocks[place].plain == plain]
    return copies[-1] if copies else number


def _path_ends(blocks: Sequence[Block]) -> set[str]:
    """What the paths of pages above a story end in, where they begin at home."""
    ends = set()
    for block in blocks:
        crumbs = _CRUMBS.split(block.text[:400]) if block.words < 2 * _MOST_WORDS else []
        if len(crumbs) > 1 and (len(crumbs) > 3 or leads_home(crumbs[0])):
            ends.add(plain_form(crumbs[-1]))
    return ends


def _setting(signs: Sequence[Sign], number: int) -> float:
    """A date or a byline stands close to a headline, mostly below it."""
    below = signs[number + 1 : number + 6]
    if Sign.WHEN in below or Sign.BYLINE in below:
        return 2.5
    further = signs[number + 6 : number + 12]
    if Sign.WHEN in further and Sign.BYLINE in further:
        return 1.2
    above = signs[max(0, number - 3) : number]
    return 1.0 if Sign.WHEN in above or Sign.BYLINE in above else 0.0


def _stands_over_byline(signs: Sequence[Sign], number: int) -> bool:
    return Sign.BYLINE in signs[number + 1 : number + 3]


def _stands_twice(blocks: Sequence[Block], number: int) -> bool:
    """Whether the line comes twice in a row: a path of pages ends in its headline."""
    plain = blocks[number].plain
    return (
        number > 0
        and blocks[number].words > 1
        and (
            blocks[number - 1].plain == plain
            or blocks[min(number + 1, len(blocks) - 1)].plain == plain
        )
    )


def _distance(number: int, run: Run) -> float:
    if number < run.start:
        return max(number - run.start, -_FAR_BACK) * 0.04
    return -4.0 - 5.0 * (number - run.start) / (run.end - run.start)


def _may_stand_alone(block: Block) -> bool:
    """Whether a line is long enough for a headline and not set as the label over one is."""
    return block.words >= _FEWEST_OF_A_HEADLINE and not block.text.isupper()


def _may_be_headline(block: Block) -> bool:
    # Some browsers set headings in, as they do quotes.
    is_set_in = block.kind is Kind.QUOTE and block.gap and not block.is_sentence
    return (
        1 <= block.words <= _MOST_WORDS
        and (block.kind in (Kind.TEXT, Kind.HEADING) or is_set_in)
        and any(char.isalpha() for char in block.text)
        and not _CODE.search(block.text)
    )


def _shape(block: Block, *, repeated: bool) -> float:
    score = _length(block.words)
    if block.kind is Kind.HEADING:
        score += 3.0 if block.level == 1 else 1.0
    if block.text.endswith((".", "。", ":", "：", "…", ",", ";", "।")):
        score -= 2.0
    if repeated and block.words > _FEWEST_WORDS:
        score += 0.7
    if block.gap:
        score += 0.3
    if next((sign for sign in block.text if sign.isalpha()), "").islower():
        score -= 1.5
    return score


def _length(count: int) -> float:
    if count < _FEWEST_WORDS:
        return -1.5
    return 1.5 if 4 <= count <= 20 else 0.0


def _meaning(block: Block, said: Counter[str]) -> float:
    """How much a line says what the story below it says."""
    own = _words(block.text)
    if not own:
        return -1.0
    if is_menu_like(block) and not any(said[word] for word in own):
        return _MENU
    # One word or two are soon found in any story.
    certain = min(1.0, (len(own) + 1) / 4)
    return 3.0 * certain * sum(1 for word in own if said[word]) / len(own)


def _likeness(block: Block, title: frozenset[str], most: float) -> float:
    """How much a line says what the page's title or its address says."""
    if not title:
        return 0.0
    own = _words(block.text)
    common = len(own & title)
    return most * common / max(len(own), 0.6 * len(title)) if common else -1.0


def _words(text: str) -> frozenset[str]:
    """The words of a text that mean something; of unspaced scripts, pairs of signs."""
    plain = plain_form(text)
    if plain.isascii():
        return frozenset(word for word in plain.split() if len(word) > 3 or word.isdigit())
    found: set[str] = set()
    for word in plain.split():
        if re.match(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3]", word):
            found.update(word[n : n + 2] for n in range(len(word) - 1))
        elif len(word) > 2:
            found.add(word)
    return frozenset(found)


def _said(blocks: Sequence[Block]) -> Counter[str]:
    said: Counter[str] = Counter()
    for block in blocks:
        if block.words >= 12:
            said.update(_words(block.text[:3000]))
    return said


def _slug(address: str) -> str:
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    pieces = [piece for piece in path.split("/") if piece.count("-") + piece.count("_") >= 2]
    return re.sub(r"[\W_]+", " ", max(pieces, key=len)) if pieces else ""
