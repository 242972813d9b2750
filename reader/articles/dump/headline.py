"""Find the headline of a dumped page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from reader.articles.dump import words
from reader.articles.dump.block import Block, Kind, count_words, plain_form
from reader.articles.dump.signs import Sign
from reader.articles.dump.story import Run

# What sets the site's name off the headline in a window's title.
_PARTS = re.compile(
    r"\s+[|–—»·:/•-]+\s+|\s*[|｜]\s*|\s+::\s+|_(?=[^_]{1,12}$)|(?<=\w)_(?=[^\x00-\x7f])"
)
_CRUMBS = re.compile(r"\s+[/>›»❯→]\s+|\s*[›»❯]\s*")
_MOST_WORDS, _FEWEST_WORDS = 32, 2
_FAR_BACK, _FAR_IN = 60, 200
_LEAST = 2.0
_SIGNS = {Sign.NONE: 0.0, Sign.PROMO: -2.0, Sign.END_HEAD: -4.0, Sign.AGAIN: 0.0}


@dataclass(frozen=True)
class WindowTitle:
    """The page's own title line, as a browser writes it first: all of it, and its parts."""

    whole: str = ""
    parts: tuple[str, ...] = ()


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
    if len(parts) > 2 and _leads_home(parts[0]):
        return WindowTitle()
    later = {block.plain for block in blocks[1:]}
    if plain_form(whole) in later and blocks[0].words > _FEWEST_WORDS:
        return WindowTitle(whole, (whole,))
    known = any(plain_form(part) in later for part in parts)
    says_much = max(count_words(plain_form(part)) for part in parts) > _FEWEST_WORDS
    if len(parts) > 1 and says_much and (known or blocks[0].words >= 6):
        return WindowTitle(whole, parts)
    return WindowTitle(whole, (whole,)) if _is_title_like(blocks[0]) else WindowTitle()


def _leads_home(crumb: str) -> bool:
    """Whether a line's first part is the first page of a path, not a headline."""
    return plain_form(crumb).split()[-1:] != [] and plain_form(crumb).split()[-1] in words.HOME


def _is_title_like(block: Block) -> bool:
    return 5 <= block.words <= _MOST_WORDS and not block.text.endswith((".", "。", ":"))


def find_headline(
    blocks: Sequence[Block], signs: Sequence[Sign], run: Run, address: str
) -> int | None:
    """The place of the block that is the headline of the run.

    It may lie within the run, for a cookie text or teasers before it can be taken for story.
    """
    window = window_title(blocks)
    title = _words(max(window.parts, key=count_words, default="")) | _words(_slug(address))
    within = {block.plain for block in blocks[run.start + 1 : run.end]}
    seen = Counter(block.plain for block in blocks)
    hinted = {plain_form(part) for part in (window.whole, *window.parts)}
    hinted |= _path_ends(blocks[: run.start])
    best, most = None, _LEAST
    places = range(
        max(1 if window.whole else 0, run.start - _FAR_BACK), min(run.end, run.start + _FAR_IN)
    )
    for number in places:
        block = blocks[number]
        if signs[number] not in _SIGNS or not _may_be_headline(block):
            continue
        score = _SIGNS[signs[number]] + _shape(block, repeated=seen[block.plain] > 1)
        score += _setting(signs, number) + _distance(number, run)
        # A table of contents names what stands as a heading within the story.
        score -= 2.0 if number < run.start and block.plain in within else 0.0
        if score + 9.0 < most:
            continue
        score += _meaning(block, _said(blocks[number + 1 : number + 30]), title)
        score += 3.0 if block.plain in hinted else 0.0
        if score >= most:
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
        if len(crumbs) > 1 and (len(crumbs) > 3 or _leads_home(crumbs[0])):
            ends.add(plain_form(crumbs[-1]))
    return ends


def _setting(signs: Sequence[Sign], number: int) -> float:
    """A date or a byline stands close to a headline, mostly below it."""
    below = signs[number + 1 : number + 6]
    if Sign.WHEN in below or Sign.BYLINE in below:
        return 2.5
    above = signs[max(0, number - 3) : number]
    return 1.0 if Sign.WHEN in above or Sign.BYLINE in above else 0.0


def _distance(number: int, run: Run) -> float:
    if number < run.start:
        return (number - run.start) * 0.04
    return -4.0 - 5.0 * (number - run.start) / (run.end - run.start)


def _may_be_headline(block: Block) -> bool:
    return (
        1 <= block.words <= _MOST_WORDS
        and block.kind in (Kind.TEXT, Kind.HEADING)
        and any(char.isalpha() for char in block.text)
    )


def _shape(block: Block, *, repeated: bool) -> float:
    score = 0.0
    if block.kind is Kind.HEADING:
        score += 3.0 if block.level == 1 else 1.0
    if block.words >= 4:
        score += 1.5
    elif block.words < _FEWEST_WORDS:
        score -= 1.5
    if block.words > 20:
        score -= 1.5
    if block.text.endswith((".", "。", ":", "：", "…", ",", ";", "।")):
        score -= 2.0
    if repeated and block.words > _FEWEST_WORDS:
        score += 0.7
    if block.gap:
        score += 0.3
    return score


def _meaning(block: Block, said: Counter[str], title: frozenset[str]) -> float:
    """How much a line says what the page's title and the story say."""
    own = _words(block.text)
    if not own:
        return -1.0
    # One word or two are soon found in any story.
    certain = min(1.0, (len(own) + 1) / 4)
    score = 3.0 * certain * sum(1 for word in own if said[word]) / len(own)
    if title:
        common = len(own & title)
        score += 6.0 * common / max(len(own), 0.6 * len(title)) if common else -1.0
    return score


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
