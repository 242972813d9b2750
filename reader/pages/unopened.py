"""Unopened: a page within a file that could not be opened, while others could."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unopened:
    """`entry` names the page as that of a SavedPage does; `reason` is a sentence for the reader."""

    entry: str
    reason: str
