"""Tell how much of the same two texts say, by the runs of three words in them."""

import re
from binascii import crc32
from collections.abc import Set

SIZE = 16  # hashes in a sketch
FEWEST = 16  # runs; a text with fewer is like too many others
LONGEST = 400_000  # letters that are looked at
NEAR = 0.8  # of the runs in both; from there on two texts tell the same in the same words

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af"
)
# Of scripts written without spaces each letter counts as a word.
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def shingles(text: str) -> frozenset[int]:
    """The runs of words in a text, each as a number."""
    words = _WORD.findall(text[:LONGEST].casefold())
    # Each word is hashed once, which takes a third of the time that hashing each run does.
    by_word = {word: crc32(word.encode("utf-8", "replace")) for word in set(words)}
    hashes = [by_word[word] for word in words]
    # A set is made twice as soon so as by a generator.
    runs = {
        (first * 0x9E3779B1 + second * 0x85EBCA77 + third * 0xC2B2AE3D) & 0x7FFFFFFF
        for first, second, third in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    return frozenset(runs)


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest of the runs: texts that share most of their runs share most of these."""
    runs = shingles(text)
    return tuple(sorted(runs)[:SIZE]) if len(runs) >= FEWEST else ()


def likeness(one: Set[int], other: Set[int]) -> float:
    """How much of what either says both say, from 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def shared(one: Set[int], other: Set[int]) -> float:
    """How much of the shorter one stands in the other, from 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
