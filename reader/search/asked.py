"""What a search asks for, as a tree: words, phrases and facts, joined by and, or and not."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Words:
    """A word, or words that stand next to each other; `text` is what was typed for them.

    `zones` are the parts of a clipping they must stand in (any, where empty). `is_open`: the
    last one may go on. `is_exact`: as written, and not in another form. `within`: that far apart
    at most, in any order, in words (0: next to each other). `slips`: so many letters may differ.
    """

    text: str
    zones: tuple[str, ...] = ()
    is_open: bool = False
    is_exact: bool = False
    within: int = 0
    slips: int = 0


@dataclass(frozen=True)
class Fact:
    """Something that is known of a clipping beside its words: `name` is what the query calls it.

    `low` and `high` bound it where it has an order (inclusive; "" where open), else `low` is it.
    """

    name: str
    low: str
    high: str = ""


@dataclass(frozen=True)
class AllOf:
    """Each of these, or everything where there are none."""

    parts: tuple["Asked", ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """One of these at least."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True)
class NoneOf:
    """What does not answer this."""

    part: "Asked"


Asked: TypeAlias = Words | Fact | AllOf | AnyOf | NoneOf

EVERYTHING = AllOf()


def wanted(asked: Asked) -> tuple[Words, ...]:
    """The words that are looked for, without those that must not be there."""
    match asked:
        case Words():
            return (asked,)
        case AllOf(parts) | AnyOf(parts):
            return tuple(one for part in parts for one in wanted(part))
        case _:
            return ()
