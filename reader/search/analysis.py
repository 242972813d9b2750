"""Cut text into the words that are searched, in any script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


def _ranges(letters: list[int]) -> str:
    """A regular expression's class for these code points."""
    spans: list[list[int]] = []
    for code in letters:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


# Vowel signs and accents are no letters to \w, and would cut Bengali or Hindi words to pieces.
_SIGNS = _ranges(
    [code for code in range(0x300, 0x1E00) if unicodedata.category(chr(code))[0] == "M"]
)
# Scripts written without spaces, and Hangul, whose particles cling to the word before them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
WORD_BEGIN = rf"[^\W_{_UNSPACED}]"
ONE_WORD = rf"(?:{WORD_BEGIN}++[{_SIGNS}\u200c\u200d]*+)++"
RUN = rf"(?:[{_UNSPACED}][{_SIGNS}]*)+"
WORD = re.compile(rf"{ONE_WORD}|(?P<run>{RUN})")
_UNIT = re.compile(rf"[^{_SIGNS}][{_SIGNS}]*")
# Scripts whose accents, vowel points and other ornaments many leave out when they type.
_FOLDED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
_SHAPING = re.compile("[\u0640\u200c\u200d]")  # stretched, parted or joined: the same word
# Letters of the Arabic script that have a code for each language, or are written for each other.
_PLAIN = str.maketrans({
    "\u06cc": "\u064a", "\u0649": "\u064a", "\u06d2": "\u064a", "\u06a9": "\u0643",
    "\u0629": "\u0647", "\u06c1": "\u0647", "\u06be": "\u0647", "\u06d5": "\u0647",
    "\u06c3": "\u0647",
})  # fmt: skip
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")


@dataclass(frozen=True)
class Word:
    """A word as it is searched, and the code points it was made from.

    `letters` are those of an unspaced script that begin here, as they can be sought alone.
    """

    text: str
    start: int
    end: int
    letters: tuple["Word", ...] = ()


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; of unspaced scripts, each pair of neighbouring letters."""
    for found in WORD.finditer(text):
        if found["run"]:
            yield from pairs(found["run"], found.start())
        else:
            yield Word(fold(found[0]), found.start(), found.end())


def fold(word: str) -> str:
    """A word without case, and in scripts where they are ornaments, without accents."""
    if word.isascii():
        return word.lower()
    # Folded twice: mathematical letters become plain capitals only when taken apart.
    plain = unicodedata.normalize("NFKD", _SHAPING.sub("", word).casefold()).casefold()
    letters = unicodedata.normalize("NFKD", plain)
    if not letters.isalpha():
        letters = _FOREIGN_DIGIT.sub(_digit, _without_ornaments(letters))
    return unicodedata.normalize("NFKC", letters.translate(_PLAIN)).replace("ı", "i")


def _without_ornaments(word: str) -> str:
    letters = []
    base = " "
    for letter in word:
        if unicodedata.category(letter)[0] != "M":
            base = letter
        elif unicodedata.name(base, "").startswith(_FOLDED_SCRIPTS):
            continue
        letters.append(letter)
    return "".join(letters)


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


def pairs(run: str, start: int) -> Iterator[Word]:
    """The neighbouring letters of a run of an unspaced script that starts there."""
    letters = [_letter(unit, start) for unit in _UNIT.finditer(run)]
    if len(letters) == 1:
        yield letters[0]
    for at, (first, second) in enumerate(pairwise(letters), 2):
        begun = (first, second) if at == len(letters) else (first,)
        text = unicodedata.normalize("NFKC", run[first.start - start : second.end - start])
        yield Word(text, first.start, second.end, begun)


def _letter(unit: re.Match[str], start: int) -> Word:
    text = unicodedata.normalize("NFKC", unit[0])
    return Word(text, start + unit.start(), start + unit.end())
