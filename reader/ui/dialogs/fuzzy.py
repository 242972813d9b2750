"""Find how well a few typed letters fit a title."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD_START = 8
FIRST_LETTER = 4
FOLLOWS = 9
SKIPPED = 0.05  # for each letter of the title that was not typed
LONGEST = 120  # letters of a title that are looked at


@dataclass(frozen=True)
class Fit:
    """How well the letters fit, and at which places of the title they stand."""

    score: float
    places: tuple[int, ...] = ()


def fit(letters: str, title: str) -> Fit | None:
    """The best way to find the letters in the title in their order, or None.

    Word starts and letters that follow one another count most; white space in what was
    typed, case and accents don't count.
    """
    wanted = folded("".join(letters.split()))
    if not wanted:
        return Fit(0.0)
    there = folded(title)[:LONGEST]
    if not _holds(there, wanted):
        return None
    best = _best_places(wanted, there)
    return Fit(best[0] - SKIPPED * (len(there) - len(wanted)), best[1])


def rough_rank(letters: str, title: str) -> tuple[int, int] | None:
    """A quick guess at how well the letters fit, the least the best, or None."""
    wanted, there = folded("".join(letters.split())), folded(title)[:LONGEST]
    if not _holds(there, wanted):
        return None
    at = there.find(wanted)
    if at < 0:
        return 3, len(there)
    is_word_start = at == 0 or not there[at - 1].isalnum()
    return (0 if at == 0 else 1 if is_word_start else 2), len(there)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """The text with each letter in its plainest form, none added and none gone."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].casefold()[0] for letter in text)


def _holds(there: str, wanted: str) -> bool:
    at = -1
    for letter in wanted:
        at = there.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _best_places(wanted: str, there: str) -> tuple[float, tuple[int, ...]]:
    """The highest score, letter by letter: `ways` holds the best way to each end."""
    ways: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for letter in wanted:
        ways = _ways_on(ways, letter, there)
    return max(ways.values(), key=lambda way: way[0])


def _ways_on(
    ways: dict[int, tuple[float, tuple[int, ...]]], letter: str, there: str
) -> dict[int, tuple[float, tuple[int, ...]]]:
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    best_before: tuple[float, tuple[int, ...]] | None = ways.get(-1)
    for at, one in enumerate(there):
        if one == letter:
            options = [best_before] if best_before else []
            beside = ways.get(at - 1)
            if at and beside:
                options.append((beside[0] + FOLLOWS, beside[1]))
            if options:
                score, places = max(options, key=lambda way: way[0])
                found[at] = (score + _worth(there, at), (*places, at))
        here = ways.get(at)
        if here and (best_before is None or here[0] > best_before[0]):
            best_before = here
    return found


def _worth(there: str, at: int) -> float:
    if at == 0:
        return WORD_START + FIRST_LETTER
    return WORD_START if not there[at - 1].isalnum() else 0.0
