"""Show the part of a text that answers a search, with the words that matched."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.clipping import Excerpt, Part, Parts
from reader.search.analysis import Word, fold, words
from reader.search.sought import Sought, Step, sought_in

_ZONES = {Part.NOTE: "note", Part.MARK: "marks"}
LENGTH = 220  # code points
BEFORE = 48  # how many of them stand before the first match
_LONGEST_DOTTED = 5  # letters of an abbreviation that may be written with dots
_BETWEEN = r"[^\w]{1,8}"

# Letters that are themselves with one sign more, and lose it when they are folded.
_PLAIN_LETTERS = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
# Text in which letters and signs are apart, or words are not.
_OTHERWISE = re.compile(
    "[\u0300-\u036f\u0590-\u1dff\u2e80-\ud7ff\uf900-\uffef\U00010000-\U0010ffff]"
)


def find_matches(text: str, asked: Sequence[Sought]) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text, as (start, end) code points, in order."""
    if not asked:
        return []
    if _OTHERWISE.search(text):
        found = list(words(text))
        spans = {span for one in asked for span in _spans(found, one.steps)}
        return _joined(sorted(spans))
    pattern = _pattern(tuple(asked))
    return [match.span() for match in pattern.finditer(text.translate(_folding()))]


def excerpt(text: str, asked: Sequence[Sought]) -> Excerpt:
    """The stretch with the most different matches; the opening where none is in the text."""
    return _cut(text, asked)[0]


def best_excerpt(parts: Parts, asked: Sequence[Sought]) -> Excerpt:
    """From the part that matches best; of equals, what the reader wrote or marked."""
    found, most = _cut(parts.body, sought_in(asked, "body"))
    for part, text in _added(parts):
        if text.strip():
            other, many = _cut(text, sought_in(asked, _ZONES[part]))
            if many and (many > most or (many == most and found.part is Part.BODY)):
                found, most = replace(other, part=part), many
    return found


def _added(parts: Parts) -> Iterator[tuple[Part, str]]:
    yield Part.NOTE, parts.note
    for quote, note in parts.marks:
        yield Part.MARK, f"{quote} — {note}" if note else quote


def _cut(text: str, asked: Sequence[Sought]) -> tuple[Excerpt, int]:
    """The best stretch, and how many different words match in it."""
    text = " ".join(text.split())
    matches = find_matches(text, asked)
    if not matches:
        return Excerpt(text[:LENGTH]), 0
    start, end = _window(text, _best_start(text, matches))
    inside = [(a, min(b, end)) for a, b in matches if start <= a < end]
    lead = "…" if start else ""
    shift = len(lead) - start
    tail = "…" if end < len(text) else ""
    shown = Excerpt(lead + text[start:end] + tail, tuple((a + shift, b + shift) for a, b in inside))
    return shown, len({text[a:b].casefold() for a, b in inside})


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """For each letter the one that it is folded to, where that is one as well."""
    pairs = ((code, fold(chr(code))) for low, high in _PLAIN_LETTERS for code in range(low, high))
    capitals = {code: chr(code).lower() for code in range(0x41, 0x5B)}
    return capitals | {code: folded for code, folded in pairs if len(folded) == 1}


@lru_cache(maxsize=8)
def _pattern(asked: tuple[Sought, ...]) -> re.Pattern[str]:
    """What finds all of them in a folded text, the longest first."""
    phrases = sorted(asked, key=lambda one: -len(one.steps))
    told = "|".join(_BETWEEN.join(map(_any_of, one.steps)) for one in phrases)
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)")


def _any_of(step: Step) -> str:
    terms = [_written(term) for term in sorted(step.terms, key=len, reverse=True)]
    if step.start:
        terms.insert(0, re.escape(step.start) + r"\w*")
    return f"(?:{'|'.join(terms)})"


def _written(term: str) -> str:
    """A term as it may be written: with ß or æ for two letters, U.S. for us."""
    if 1 < len(term) <= _LONGEST_DOTTED and term.isascii() and term.isalpha():
        return r"\.?".join(term)
    return re.escape(term).replace("ss", "(?:ss|ß)")


def _spans(found: list[Word], steps: tuple[Step, ...]) -> Iterator[tuple[int, int]]:
    for at in range(len(found) - len(steps) + 1):
        fitting = [
            _fitting(word, step)
            for word, step in zip(found[at : at + len(steps)], steps, strict=True)
            if at + len(steps) <= len(found)
        ]
        if fitting and fitting[0] is not None and None not in fitting:
            last = fitting[-1]
            yield fitting[0].start, last.end if last else 0


def _fitting(word: Word, step: Step) -> Word | None:
    """The word, or the letter that begins it, where it is what is sought."""
    if word.text in step.terms or (step.start and word.text.startswith(step.start)):
        return word
    return next((letter for letter in word.letters if letter.text in step.terms), None)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _best_start(text: str, matches: list[tuple[int, int]]) -> int:
    starts = [start for start, _ in matches]

    def variety(place: int) -> int:
        upto = bisect_left(starts, starts[place] + LENGTH - BEFORE)
        return len({text[a:b].casefold() for a, b in matches[place:upto]})

    # Late matches in a long text are as good as early ones, but the first of equals wins.
    return starts[max(range(len(matches)), key=lambda place: (variety(place), -place))]


def _window(text: str, match: int) -> tuple[int, int]:
    """From a word's beginning shortly before the match to the end of a word after it."""
    start = max(0, match - BEFORE)
    if start:
        gap = text.find(" ", start, match)
        start = gap + 1 if gap >= 0 else start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        gap = text.rfind(" ", match, end)
        end = gap if gap > match else end
    return start, end
