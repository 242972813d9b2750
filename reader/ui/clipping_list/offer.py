"""Offer: one line of the list under the search box, which a reader may take."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """What the list shows, and the line with its caret once it is taken.

    One that `forgets` stands for forgetting all the others.
    """

    text: str
    caret: int
    shown: str
    hint: str = ""
    count: int = 0
    forgets: bool = False
