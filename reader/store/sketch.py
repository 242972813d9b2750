"""Tell how much of the same two texts say, by the runs of three words in them."""

import re
from binascii import crc32
from functools import cache
from typing import TYPE_CHECKING

from reader.articles.cut_words import cut_words, signs_beside

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Runs = NDArray[np.uint32]  # each once, in order

SIZE = 16  # hashes in a sketch
FEWEST = 16  # runs; a text with fewer is like too many others
LONGEST = 400_000  # letters that are looked at
NEAR = 0.8  # of the runs in both; from there on two texts tell the same in the same words

# Of scripts written without spaces each letter counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af"
)


def shingles(text: str) -> "Runs":
    """The runs of words in a text, each as a number."""
    import numpy as np  # a window that only shows clippings opens sooner without

    alone, signs = _patterns()
    words = cut_words(" ".join(alone.split(text[:LONGEST].casefold())), signs)
    hashes = np.fromiter(map(crc32, words), np.uint32, len(words))
    first, second, third = hashes[:-2], hashes[1:-1], hashes[2:]
    runs = first * np.uint32(0x9E3779B1) + second * np.uint32(0x85EBCA77)
    runs += third * np.uint32(0xC2B2AE3D)
    runs &= np.uint32(0x7FFFFFFF)
    runs.sort()
    is_first = np.ones(len(runs), bool)
    np.not_equal(runs[1:], runs[:-1], out=is_first[1:])
    return runs[is_first]


def sketch_of(runs: "Runs") -> tuple[int, ...]:
    """The smallest of the runs: texts that share most of their runs share most of these."""
    return tuple(runs[:SIZE].tolist()) if len(runs) >= FEWEST else ()


def likeness(one: "Runs", other: "Runs") -> float:
    """How much of what either says both say, from 0 to 1."""
    both = _both(one, other)
    return both / (len(one) + len(other) - both) if both else 0.0


def shared(one: "Runs", other: "Runs") -> float:
    """How much of the shorter one stands in the other, from 0 to 1."""
    least = min(len(one), len(other))
    return _both(one, other) / least if least else 0.0


@cache  # made when first asked for: it takes 5 ms that no window need wait for
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds letters that are words of their own, and signs that part all other words."""
    return re.compile(f"([{_UNSPACED}])"), signs_beside(rf"{_UNSPACED}\w")


def _both(one: "Runs", other: "Runs") -> int:
    import numpy as np

    return len(np.intersect1d(one, other, assume_unique=True))
