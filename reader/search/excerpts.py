"""Show the part of a text that answers a search, with the words that matched."""

from bisect import bisect_left

from reader.clipping import Excerpt
from reader.search.analysis import Word, words
from reader.search.query import Query, Wanted

LENGTH = 220  # code points
BEFORE = 48  # how many of them stand before the first match


def find_matches(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text, as (start, end) code points, in order."""
    found = list(words(text))
    spans = {span for one in query.wanted for span in _spans(found, one)}
    return _joined(sorted(spans))


def excerpt(text: str, query: Query) -> Excerpt:
    """The stretch with the most different matches; the opening where none is in the text."""
    text = " ".join(text.split())
    matches = find_matches(text, query)
    if not matches:
        return Excerpt(text[:LENGTH])
    start, end = _window(text, _best_start(text, matches))
    inside = [(a, min(b, end)) for a, b in matches if start <= a < end]
    lead = "…" if start else ""
    shift = len(lead) - start
    tail = "…" if end < len(text) else ""
    return Excerpt(lead + text[start:end] + tail, tuple((a + shift, b + shift) for a, b in inside))


def _spans(found: list[Word], wanted: Wanted) -> list[tuple[int, int]]:
    length = len(wanted.words)
    spans = []
    for at in range(len(found) - length + 1):
        first = _fitting(found[at], wanted.words[0], wanted.is_open and length == 1)
        if first is None:
            continue
        rest = zip(found[at + 1 : at + length], wanted.words[1:], strict=True)
        others = [_fitting(word, sought, wanted.is_open) for word, sought in rest]
        if None not in others:
            last = others[-1] if others else first
            spans.append((first.start, last.end if last else first.end))
    return spans


def _fitting(word: Word, sought: str, is_open: bool) -> Word | None:
    """The word, or the letter that begins it, where it is what is sought."""
    if word.text == sought or (is_open and word.text.startswith(sought)):
        return word
    return next((letter for letter in word.letters if letter.text == sought), None)


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
