"""Tell which terms of the index a typed word stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from reader.search.analysis import fold
from reader.search.segments.arrays_file import Array
from reader.search.segments.vocabulary import Vocabulary
from reader.search.stems import Stems
from reader.search.terms import CAPITALS, spell
from reader.search.view import Open, View

MOST_FUZZY = 200  # terms that a word with slips may stand for, in one segment
_LAST_PLAIN = 0x7F  # bytes above it are parts of letters
_KEPT = 2  # first letters of a word that are taken to be right, where it is long


@dataclass(frozen=True)
class Range:
    """The terms of one segment from `first` up to `last`."""

    first: int
    last: int


@dataclass(frozen=True)
class Slot:
    """What may stand at one position of what is sought: spellings of one word."""

    forms: tuple[str, ...]
    written: str = ""  # as it was typed; empty for a pair of an unspaced script
    is_open: bool = False


@dataclass(frozen=True)
class Reading:
    """What was typed, as words one after the other, and as the one word it may also be."""

    slots: tuple[Slot, ...]
    joined: tuple[str, ...] = field(default=())


def read(text: str, is_open: bool) -> Reading:
    """The words of a text as they are sought."""
    spelt = spell(text)
    at: dict[int, list[str]] = {}
    for term, place in zip(spelt.terms, spelt.places, strict=True):
        at.setdefault(place, []).append(term)
    # Whoever types capitals is content with small letters.
    written = {own[0]: (own, word) for word, own in spelt.written}
    slots = []
    for place, terms in at.items():
        own, word = written.get(terms[0], ((terms[0],), ""))
        slots.append(Slot(own, word, is_open and place == spelt.end - 1))
    whole = "".join(fold(word) for word, _ in spelt.written)
    joined = [one for one in at.get(0, ()) if one.removeprefix(CAPITALS) == whole]
    # Of "U.S." the word in capitals alone: "us" is another.
    in_capitals = [one for one in joined if one.startswith(CAPITALS)]
    is_one_word = 1 < len(slots) == len(spelt.written)
    return Reading(tuple(slots), tuple(in_capitals or joined) if is_one_word else ())


class Spellings:
    """The terms of a view for words; remembers nothing but stemmers. For one search."""

    def __init__(self, view: View, stems: Stems) -> None:
        self._view = view
        self._stems = stems

    def ranges(self, segment: Open, slot: Slot, is_exact: bool, slips: int) -> list[Range]:
        """The terms that a word stands for in a segment, none of them twice."""
        terms = segment.terms
        encoded = [one.encode("utf-8", "replace") for one in slot.forms]
        found = {at for at in map(terms.find, encoded) if at >= 0}
        if slot.written and not is_exact:
            found |= self._kin(segment, slot, found)
        if slips and slot.written:
            found |= set(near_terms(terms, slot.forms[0], slips).tolist())
        if not slot.is_open:
            return [Range(at, at + 1) for at in sorted(found)]
        first, last = terms.starting_with(encoded[0])
        outside = [Range(at, at + 1) for at in sorted(found) if not first <= at < last]
        return [Range(first, last), *outside] if last > first else outside

    def _kin(self, segment: Open, slot: Slot, found: Iterable[int]) -> set[int]:
        """The other forms of a word, in each language it may be of."""
        keys = {key for at in found for key in segment.data.keys_of(at)}
        for language in self._view.languages:
            key = self._stems.key(slot.written, language)
            if key:
                keys.add(key.encode())
        return {int(at) for key in keys for at in segment.data.family(key)}


def near_terms(terms: Vocabulary, word: str, slips: int) -> Array:
    """The terms that differ from a word in so many letters at most, neighbours swapped being one.

    Optimal string alignment (L. Boytsov, Indexing methods for approximate dictionary searching,
    2011), for all candidates at once.
    """
    letters = [ord(one) for one in word]
    if not letters:
        return np.empty(0, np.int64)
    start = word[: 1 if len(word) < 2 * _KEPT + slips else _KEPT - 1]
    first, last = terms.starting_with(start.encode("utf-8", "replace"))
    candidates, table = _table(terms, first, last, len(letters), slips)
    if not len(candidates):
        return candidates
    lengths = (table != 0).sum(axis=1)
    distance = _distances(table, lengths, letters)
    near = distance <= slips
    order = np.argsort(distance[near], kind="stable")[:MOST_FUZZY]
    return candidates[near][order]


def _table(
    terms: Vocabulary, first: int, last: int, length: int, slips: int
) -> tuple[Array, Array]:
    """The terms between these that are about as long, and their letters, a row each."""
    longest = length + slips
    starts = terms.starts[first : last + 1].astype(np.int64)
    sizes = np.diff(starts)
    # A letter has up to four bytes.
    fitting = np.flatnonzero((sizes >= length - slips) & (sizes <= 4 * longest))
    letters = np.frombuffer(terms.letters, np.uint8, starts[-1] - starts[0], starts[0])
    foreign = np.append(0, np.cumsum(letters > _LAST_PLAIN))[starts - starts[0]]
    is_plain = np.diff(foreign)[fitting] == 0
    plain = fitting[is_plain & (sizes[fitting] <= longest)]
    places = (starts[plain] - starts[0])[:, None] + np.arange(longest)
    inside = np.arange(longest) < sizes[plain][:, None]
    rows, kept = [], []
    for at in fitting[~is_plain].tolist():
        text = terms[first + at].decode("utf-8", "replace")
        if length - slips <= len(text) <= longest:
            kept.append(at)
            rows.append(text.ljust(longest, "\0"))
    others = np.frombuffer("".join(rows).encode("utf-32-le"), np.uint32)
    table = np.concatenate(
        [
            np.where(inside, letters[np.where(inside, places, 0)], 0).astype(np.uint32),
            others.reshape(len(rows), longest),
        ]
    )
    candidates = np.concatenate([plain, np.array(kept, np.int64)])
    order = np.argsort(candidates, kind="stable")
    return first + candidates[order], table[order]


def _distances(table: Array, lengths: Array, letters: Sequence[int]) -> Array:
    rows, width = table.shape
    before = np.zeros((rows, width + 1), np.int16)
    now = np.tile(np.arange(width + 1, dtype=np.int16), (rows, 1))
    for at, letter in enumerate(letters):
        older, before, now = before, now, np.empty_like(now)
        now[:, 0] = at + 1
        cost = (table != letter).astype(np.int16)
        for place in range(width):
            best = np.minimum(before[:, place + 1], now[:, place]) + 1
            best = np.minimum(best, before[:, place] + cost[:, place])
            if at and place:
                swapped = (table[:, place] == letters[at - 1]) & (table[:, place - 1] == letter)
                best = np.where(swapped, np.minimum(best, older[:, place - 1] + 1), best)
            now[:, place + 1] = best
    return now[np.arange(rows), lengths]
