"""Find words in the blocks of a page, whatever their case and accents."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from reader.ui.reading.text_map import Shown, Stretch

MOST = 2_000
# Scripts written without spaces have no ends of words to look for.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def find_words(words: Sequence[str], blocks: Iterable[Shown]) -> list[Stretch]:
    """Where the words stand as words; one that ends in * may go on."""
    patterns = [_word_pattern(word) for word in words if word.strip(" *")]
    if not patterns:
        return []
    return _find(re.compile("|".join(sorted(patterns, key=len, reverse=True))), blocks)


def find_text(text: str, blocks: Iterable[Shown]) -> list[Stretch]:
    """Where the text stands, in words or parts of them."""
    parts = fold(text).split()
    if not parts:
        return []
    return _find(re.compile(r"\s+".join(re.escape(part) for part in parts)), blocks)


def fold(text: str) -> str:
    """The text without case and without accents on Latin, Greek and Cyrillic letters."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_letter, text))


def _word_pattern(word: str) -> str:
    may_go_on = word.endswith("*")
    pattern = r"\s+".join(re.escape(part) for part in fold(word.strip(" *")).split())
    if _UNSPACED.search(word):
        return pattern
    return rf"(?<!\w){pattern}" + ("" if may_go_on else r"(?!\w)")


def _find(pattern: re.Pattern[str], blocks: Iterable[Shown]) -> list[Stretch]:
    found: list[Stretch] = []
    for block in blocks:
        folded = fold(block.text)
        for match in pattern.finditer(folded):
            start, end = match.span()
            if len(folded) != len(block.text):
                start, end = _unfolded(block.text, start), _unfolded(block.text, end)
            found.append(Stretch(block.number, start, end))
            if len(found) >= MOST:
                return found
    return found


def _unfolded(text: str, folded_place: int) -> int:
    """The place in the text itself of one in its folded form."""
    for place, letter in enumerate(text):
        folded_place -= len(_fold_letter(letter))
        if folded_place < 0:
            return place
    return len(text)


@cache
def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    is_accented = base != letter and unicodedata.bidirectional(base) == "L" and ord(base) < 0x530
    return (base if is_accented else letter).casefold()
