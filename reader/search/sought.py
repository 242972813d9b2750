"""What is looked for in a text itself, to show where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.search.asked import Words
from reader.search.spellings import Reading, Slot, Spellings, read
from reader.search.terms import CAPITALS
from reader.search.view import View

MOST_FORMS = 64  # of one word


@dataclass(frozen=True)
class Step:
    """The terms that may stand at one position, and how one that may go on starts."""

    terms: frozenset[str]
    start: str = ""


@dataclass(frozen=True)
class Sought:
    """Words that stand one after the other, in one of some zones (any, where empty)."""

    steps: tuple[Step, ...]
    zones: tuple[str, ...] = ()


def sought_in(asked: Iterable[Sought], *zones: str) -> list[Sought]:
    """What of it may stand in one of these zones."""
    return [one for one in asked if not one.zones or not set(one.zones).isdisjoint(zones)]


def sought(asked: Iterable[Words], view: View | None, spellings: Spellings | None) -> list[Sought]:
    """What the words of a search look like in a text; their other forms if there is a view."""
    found = []
    for words in asked:
        reading = read(words.text, words.is_open)
        steps = tuple(_step(slot, words, view, spellings) for slot in reading.slots)
        if words.within:
            found += [Sought((step,), words.zones) for step in steps]
        elif steps:
            found.append(Sought(steps, words.zones))
        joined = (Step(frozenset({term})) for term in _joined(reading))
        found += [Sought((step,), words.zones) for step in joined]
    return found


def spelt_out(asked: Iterable[Words], found: Iterable[Sought]) -> tuple[str, ...]:
    """What is looked for, as it was typed and in its other forms; `*` where it may go on."""
    typed = [f"{one.text}*" if one.is_open else one.text for one in asked]
    known = {one.strip("*").casefold() for one in typed}
    forms: dict[str, None] = {}
    for one in found:
        # Where words stand in a row, their other forms are too many to be told.
        if len(one.steps) == 1:
            forms |= dict.fromkeys(sorted(one.steps[0].terms))
    others = (one.lstrip(CAPITALS) for one in forms)
    return (*typed, *(one for one in others if one not in known))


def _joined(reading: Reading) -> list[str]:
    return [term.lstrip("^") for term in reading.joined]


def _step(slot: Slot, words: Words, view: View | None, spellings: Spellings | None) -> Step:
    terms = set(slot.forms)
    start = slot.forms[0] if slot.is_open else ""
    if view is not None and spellings is not None:
        alone = Slot(slot.forms, slot.written)
        is_exact = words.is_exact and not words.within
        for segment in view.segments:
            for one in spellings.ranges(segment, alone, is_exact, words.slips):
                terms.update(
                    segment.terms[at].decode("utf-8", "replace")
                    for at in range(one.first, one.last)
                    if len(terms) < MOST_FORMS
                )
    return Step(frozenset(terms), start)
