"""Read the topics that a page names below its story."""

import re
from collections.abc import Iterable, Sequence

from reader.articles.dump import words
from reader.articles.dump.block import Block, Kind
from reader.articles.dump.signs import Sign

_LABEL = re.compile(rf"(?i)[\W_]*(?:{words.any_of(words.TOPICS)})\s*(?:[:：]\s*|$)")
_PARTS = re.compile(r"\s*[,;|•·/،、，；]\s*|\s{2,}|\s*#(?=\w)")
_BARE_PARTS = re.compile(r"\s+[/|•·]\s+")
_RUN_TOGETHER = re.compile(r"(?<=[a-zà-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_LONGEST_TOPIC, _MOST_TOPICS = 6, 24
# A bare label further down heads the topics of the whole site.
_NEAR, _FAR = 15, 120


def find_topics(
    blocks: Sequence[Block], signs: Sequence[Sign], end: int, said: str
) -> tuple[str, ...]:
    """The topics that stand behind the end of a story; `said` is its text."""
    for number in range(max(0, end - 3), min(end + _FAR, len(blocks))):
        if signs[number] is Sign.COMMENTS:
            break
        if signs[number] is Sign.TOPICS:
            if number > end + _NEAR and _LABEL.fullmatch(blocks[number].text):
                break
            return _labelled(blocks, signs, number, said)
    return _unlabelled(blocks, signs, end)


def _labelled(
    blocks: Sequence[Block], signs: Sequence[Sign], number: int, said: str
) -> tuple[str, ...]:
    text = blocks[number].text
    rest = text[match.end() :] if (match := _LABEL.match(text)) else text
    if rest.strip():
        parts = [part for part in _PARTS.split(rest) if part]
        if len(parts) == 1:
            parts = _parted(rest, said)
        return _clean(parts)
    below: list[str] = []
    for place in range(number + 1, min(number + 1 + _MOST_TOPICS, len(blocks))):
        block = blocks[place]
        fits = block.words <= _LONGEST_TOPIC and signs[place] is Sign.NONE and not block.is_sentence
        if not fits or (below and block.kind is not blocks[number + 1].kind):
            break
        below.extend(part for part in _PARTS.split(block.text) if part)
    return _clean(below)


def _parted(names: str, said: str) -> list[str]:
    """Names that run together, parted where a small letter meets a capital.

    A name that is written so itself, as McDonald, stands so in the story.
    """
    parts: list[str] = []
    for piece in _RUN_TOGETHER.split(names):
        seam = parts[-1].split()[-1] + piece.split()[0] if parts and piece.split() else ""
        if seam and seam in said:
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


def _unlabelled(blocks: Sequence[Block], signs: Sequence[Sign], end: int) -> tuple[str, ...]:
    """Short names right behind the story, of which one line holds several between strokes."""
    near: list[Block] = []
    for number in range(end, min(end + 6, len(blocks))):
        block = blocks[number]
        if signs[number] in (Sign.DISCLAIMER, Sign.BUTTON, Sign.PROMO, Sign.CREDIT):
            continue
        if signs[number] is not Sign.NONE or block.words > 30 or block.is_sentence:
            break
        if block.kind not in (Kind.TEXT, Kind.TABLE):
            break
        near.append(block)
        if len(_BARE_PARTS.split(block.text)) > 1:
            return _clean(part for one in near for part in _BARE_PARTS.split(one.text))
        if block.words > _LONGEST_TOPIC:
            break
    return ()


def _clean(parts: Iterable[str]) -> tuple[str, ...]:
    cleaned = (part.strip(' \t#.,:;/|•·"“”') for part in parts)
    kept = [part for part in cleaned if part and len(part.split()) <= _LONGEST_TOPIC]
    return tuple(dict.fromkeys(kept))[:_MOST_TOPICS]
