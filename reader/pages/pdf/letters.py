"""Put the letters of a line into the order in which they are read."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

_RTL = frozenset(("R", "AL"))
_NUMBER = frozenset(("EN", "AN"))
_WITHIN_NUMBER = frozenset(".,:/٫٬")
_BRACKETS = {sign: pair for pair in ("()", "[]", "{}", "«»", "‹›") for sign in pair}
_BETWEEN_WORDS = 0.12  # of the letters' height
# The same where a letter has a vowel; some programs tell only the vowel's room for both.
_BESIDE_A_MARK = 0.3
_LEFT_BEHIND = frozenset(".!?:;,")


@dataclass(frozen=True)
class Letter:
    """A letter where it stands; `drawn` is what it was drawn with."""

    sign: str
    x: float
    right: float
    size: float
    drawn: int = 0
    address: str = ""

    @property
    def direction(self) -> str:
        return unicodedata.bidirectional(self.sign[0])


def is_rtl(letters: Sequence[Letter]) -> bool:
    to_left = sum(letter.direction in _RTL for letter in letters)
    return to_left > sum(letter.direction == "L" for letter in letters)


def has_rtl(letters: Sequence[Letter]) -> bool:
    return any(letter.direction in _RTL for letter in letters)


def in_order(letters: Sequence[Letter], *, on_rtl_page: bool = False) -> list[Letter]:
    """As they are read; PDF draws them in any order, and says nothing of their direction."""
    if not has_rtl(letters):
        is_turned = len(letters) > 1 and letters[0].x > letters[-1].x
        seen = _spaced(words_of(letters))[::-1] if is_turned else list(letters)
        return _with_end_at_end(seen) if on_rtl_page else seen
    if on_rtl_page or is_rtl(letters):
        ordered = list(_from_the_right(words_of(letters)))
    else:
        ordered = list(_from_the_left(words_of(letters)))
    return [_facing(ordered, at) for at in range(len(ordered))]


def words_of(letters: Sequence[Letter]) -> list[list[Letter]]:
    """The words from the right, parted by the room between them; drawn spaces may be anywhere."""
    shown = [letter for letter in letters if not letter.sign.isspace()]
    # Two letters may share a sign, and so a place; what each takes of it tells their order.
    shown.sort(key=lambda letter: (-letter.x, -letter.right))
    marked = {letter.x for letter in shown if letter.direction == "NSM"}
    words = [shown[:1]]
    for right, left in pairwise(shown):
        room = _BESIDE_A_MARK if left.x in marked else _BETWEEN_WORDS
        if right.x - left.right > room * left.size:
            words.append([])
        words[-1].append(left)
    return words


def _with_end_at_end(letters: list[Letter]) -> list[Letter]:
    """Foreign words in a text from the right have their full stop to their left."""
    if len(letters) > 1 and letters[0].sign in _LEFT_BEHIND and letters[1].sign.isalnum():
        return [*letters[1:], letters[0]]
    return letters


def _spaced(words: Sequence[list[Letter]]) -> list[Letter]:
    spaced: list[Letter] = []
    for word in words:
        spaced += [replace(word[0], sign=" "), *word] if spaced else word
    return spaced


def _stretches(words: Sequence[list[Letter]]) -> list[list[Letter]]:
    """Foreign words, what is not foreign, and the spaces, each by itself, from the right."""
    stretches: list[list[Letter]] = []
    for word in words:
        if stretches:
            stretches.append([replace(word[0], sign=" ")])
        told = [(_is_foreign(word, at), letter) for at, letter in enumerate(word)]
        for _foreign, run in groupby(told, itemgetter(0)):
            stretches.append([letter for _is, letter in run])
    return stretches


def _is_foreign(word: list[Letter], at: int) -> bool:
    if _is_of_foreign_word(word[at]):
        return True
    if not 0 < at < len(word) - 1:
        return False
    beside = (word[at - 1], word[at + 1])
    is_between = all(_is_of_foreign_word(letter) for letter in beside)
    is_dash = word[at].sign not in _WITHIN_NUMBER
    return is_between and not (is_dash and all(one.direction in _NUMBER for one in beside))


def _is_of_foreign_word(letter: Letter) -> bool:
    return letter.direction == "L" or letter.direction in _NUMBER


def _from_the_right(words: Sequence[list[Letter]]) -> Iterator[Letter]:
    """Foreign words that stand together are read from the left."""
    stretches = _stretches(words)
    at = 0
    while at < len(stretches):
        end = at + 1
        while _are_foreign(stretches[at]) and _goes_on(stretches, end):
            end += 2
        phrase = [letter for stretch in stretches[at:end] for letter in stretch]
        yield from phrase[::-1] if _are_foreign(stretches[at]) else phrase
        at = end


def _from_the_left(words: Sequence[list[Letter]]) -> Iterator[Letter]:
    for is_foreign, run in groupby(_stretches(words)[::-1], lambda one: not has_rtl(one)):
        together = [letter for stretch in list(run)[::-1] for letter in stretch]
        yield from together[::-1] if is_foreign else together


def _are_foreign(stretch: list[Letter]) -> bool:
    return _is_of_foreign_word(stretch[0])


def _goes_on(stretches: list[list[Letter]], end: int) -> bool:
    """Whether a phrase goes on behind the space at this place."""
    if end + 1 >= len(stretches) or stretches[end][0].sign != " ":
        return False
    right, left = stretches[end - 1], stretches[end + 1]
    if not _is_latin(left):
        return False
    # A number may end a name, or stand before one; what is read as one was drawn as one.
    return _is_latin(right) or right[0].drawn == left[-1].drawn


def _is_latin(word: list[Letter]) -> bool:
    return any(letter.direction == "L" for letter in word)


def _facing(ordered: list[Letter], at: int) -> Letter:
    """A bracket as it opens or closes; how it was drawn does not tell, for fonts mirror it."""
    letter = ordered[at]
    pair = _BRACKETS.get(letter.sign)
    if pair is None:
        return letter
    before = ordered[at - 1].sign if at else " "
    after = ordered[at + 1].sign if at + 1 < len(ordered) else " "
    opens = not before[-1].isalnum() and (after[0].isalnum() or before.isspace())
    return replace(letter, sign=pair[0 if opens else 1])
